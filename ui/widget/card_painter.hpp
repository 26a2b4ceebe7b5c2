// SPDX-License-Identifier: GPL-3.0-or-later
// A mention as a card of fixed height: avatar, who, when, three lines with the words that matched, tone and facts.
// Lists of mentions in every panel are painted by these functions.
// Thread: the window's, but for marksOf(), flatten() and hits, which are pure.
#pragma once

#include "ui/theme/theme.hpp"

#include <vigie/text/query.hpp>

#include <QRect>
#include <QString>

#include <string>
#include <string_view>
#include <vector>

class QPainter;

namespace vigie::ui::card {

/// A stretch of text that matched, in UTF-16 units.
struct Mark {
    int begin = 0, length = 0;
    friend bool operator==(const Mark &, const Mark &) = default;
};

/// One line of running text for a card: line breaks become spaces, cut after `bytes` at the end of a character.
[[nodiscard]] std::string flatten(std::string_view text, std::size_t bytes = 700);
[[nodiscard]] std::vector<Mark> marksOf(const text::Query &query, std::string_view text);

/// What a card shows; strings are ready to be drawn.
struct Data {
    QString name, handle, badge, when, text, facts;
    std::vector<Mark> marks;
    int toneLabel = 0;
    float tone = 0;
    int lines = 3;
    bool selected = false, focused = false, unread = false, dimmed = false;
};

/// Height of a card with so many lines of text at the text size of the moment.
[[nodiscard]] int height(const Theme &theme, int lines = 3);
void draw(QPainter &painter, const Theme &theme, const QRect &rect, const Data &data);
/// The grey form of a card whose row has not come yet.
void drawSkeleton(QPainter &painter, const Theme &theme, const QRect &rect);

/// Up to `lines` lines, the last one cut with an ellipsis, marks behind the words; returns how many were needed.
int markedText(QPainter &painter, const Theme &theme, const QRect &rect, const QString &text, const std::vector<Mark> &marks, int lines,
                const QColor &color);
/// Shape and number; returns the width used. `line` gives the baseline box.
int tone(QPainter &painter, const Theme &theme, const QRect &line, int label, float score);
/// Shape and number as text, for labels.
[[nodiscard]] QString toneText(int label, float score);
/// "negative, -0.4", for screen readers.
[[nodiscard]] QString toneWords(int label, float score);

} // namespace vigie::ui::card
