// SPDX-License-Identifier: GPL-3.0-or-later
// Texts of lists as they are drawn, shaped once and kept: finding the glyphs of a text takes ten times as long as drawing
// them, and a list is painted anew at each step of its wheel. What was not drawn for long is forgotten.
// Thread: the window's.
#pragma once

#include <QColor>
#include <QFont>
#include <QString>
#include <QTextLayout>

#include <memory>
#include <vector>

class QPainter;
class QPointF;

namespace vigie::ui::paint {

/// One line, cut with an ellipsis where it is wider than `room`; stays good until the next one is asked for.
class ShapedLine {
public:
    ShapedLine(const QString &text, const QFont &font, int room);
    [[nodiscard]] int width() const { return width_; }  ///< as horizontalAdvance() has it
    [[nodiscard]] int height() const { return height_; }
    void draw(QPainter &painter, const QPointF &topLeft) const;

private:
    QTextLayout layout_;
    int width_ = 0, height_ = 0;
};
[[nodiscard]] const ShapedLine &shapedLine(const QString &text, const QFont &font, int room);

struct ShapedMark {
    int begin = 0, length = 0; ///< in UTF-16 units
    friend bool operator==(const ShapedMark &, const ShapedMark &) = default;
};

/// What a block of a few lines is made of.
struct BlockWanted {
    QString text;
    std::vector<ShapedMark> marks;
    QFont font;
    QColor markGround, markInk;
    int width = 0, lines = 0, step = 0; ///< px; step: from one line to the next
    friend bool operator==(const BlockWanted &, const BlockWanted &) = default;
};

[[nodiscard]] size_t qHash(const BlockWanted &wanted, size_t seed = 0);

/// A few lines with marked words, the last one cut with an ellipsis.
class ShapedBlock {
public:
    explicit ShapedBlock(const BlockWanted &wanted);
    [[nodiscard]] int lines() const { return lines_; }
    void draw(QPainter &painter, const QPointF &topLeft) const;

private:
    std::unique_ptr<QTextLayout> whole_, last_; ///< last: the line that was cut
    int lines_ = 0, drawn_ = 0, lastTop_ = 0;
};
[[nodiscard]] const ShapedBlock &shapedBlock(const BlockWanted &wanted);

} // namespace vigie::ui::paint
