// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widget/shaped_text.hpp"

#include <QCache>
#include <QCoreApplication>
#include <QFontMetrics>
#include <QHash>
#include <QPainter>

#include <algorithm>

namespace vigie::ui::paint {

namespace {

constexpr int kLinesKept = 600, kBlocksKept = 150; // a few screens of cards
constexpr int kMostCut = 240;                      // of the line that is cut: wider than any room there is

struct LineWanted {
    QString text;
    QFont font;
    int room = 0;
    friend bool operator==(const LineWanted &, const LineWanted &) = default;
};
size_t qHash(const LineWanted &line, size_t seed = 0)
{
    return qHashMulti(seed, line.text, line.font, line.room);
}

struct Kept {
    QCache<LineWanted, ShapedLine> lines{kLinesKept};
    QCache<BlockWanted, ShapedBlock> blocks{kBlocksKept};
};
std::unique_ptr<Kept> texts; // window's thread

/// Fonts must not outlive the application.
Kept &kept()
{
    if (!texts) {
        texts = std::make_unique<Kept>();
        qAddPostRoutine([] { texts.reset(); });
    }
    return *texts;
}

QTextOption wrapping(const QString &text, QTextOption::WrapMode mode)
{
    QTextOption option;
    option.setWrapMode(mode);
    option.setTextDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    return option;
}

QList<QTextLayout::FormatRange> formats(const BlockWanted &wanted, const std::vector<ShapedMark> &marks)
{
    QList<QTextLayout::FormatRange> all;
    for (const auto &mark : marks) {
        QTextLayout::FormatRange range;
        range.start = mark.begin;
        range.length = mark.length;
        range.format.setBackground(wanted.markGround);
        range.format.setForeground(wanted.markInk);
        all.append(range);
    }
    return all;
}

std::unique_ptr<QTextLayout> layoutOf(const QString &text, const BlockWanted &wanted, const std::vector<ShapedMark> &marks)
{
    auto layout = std::make_unique<QTextLayout>(text, wanted.font);
    layout->setCacheEnabled(true);
    layout->setTextOption(wrapping(text, QTextOption::WrapAtWordBoundaryOrAnywhere));
    layout->setFormats(formats(wanted, marks));
    return layout;
}

/// Marks of the whole text as they stand in what was cut out of it.
std::vector<ShapedMark> within(const std::vector<ShapedMark> &marks, int from, int length)
{
    std::vector<ShapedMark> left;
    for (const auto &mark : marks) {
        const int begin = std::max(mark.begin - from, 0), end = std::min(mark.begin + mark.length - from, length);
        if (end > begin)
            left.push_back({begin, end - begin});
    }
    return left;
}

} // namespace

size_t qHash(const BlockWanted &wanted, size_t seed)
{
    return qHashMulti(seed, wanted.text, wanted.font, wanted.width, wanted.lines, wanted.marks.size(), wanted.markGround.rgba());
}

ShapedLine::ShapedLine(const QString &text, const QFont &font, int room)
{
    const QFontMetrics metrics(font);
    auto shown = text;
    for (const auto end : {QLatin1Char('\n'), QLatin1Char('\r'), QLatin1Char('\t')})
        shown.replace(end, QLatin1Char(' '));
    width_ = metrics.horizontalAdvance(shown);
    height_ = metrics.height();
    if (width_ > room) {
        shown = metrics.elidedText(shown, Qt::ElideRight, room);
        width_ = metrics.horizontalAdvance(shown);
    }
    layout_.setText(shown);
    layout_.setFont(font);
    layout_.setCacheEnabled(true);
    layout_.setTextOption(wrapping(shown, QTextOption::NoWrap));
    layout_.beginLayout();
    if (auto line = layout_.createLine(); line.isValid())
        line.setLineWidth(width_ + 1);
    layout_.endLayout();
}

void ShapedLine::draw(QPainter &painter, const QPointF &topLeft) const
{
    if (layout_.lineCount() > 0)
        layout_.lineAt(0).draw(&painter, topLeft);
}

const ShapedLine &shapedLine(const QString &text, const QFont &font, int room)
{
    auto &lines = kept().lines;
    LineWanted wanted{text, font, room};
    if (const auto *found = lines.object(wanted))
        return *found;
    auto *line = new ShapedLine(text, font, room);
    lines.insert(wanted, line);
    return *line;
}

ShapedBlock::ShapedBlock(const BlockWanted &wanted) : whole_(layoutOf(wanted.text, wanted, wanted.marks))
{
    whole_->beginLayout();
    int cutAt = -1;
    for (int i = 0; i < wanted.lines; ++i) {
        auto line = whole_->createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(wanted.width);
        line.setPosition(QPointF(0, i * wanted.step));
        ++lines_;
        if (i + 1 == wanted.lines && line.textStart() + line.textLength() < wanted.text.size())
            cutAt = line.textStart();
    }
    whole_->endLayout();
    drawn_ = cutAt < 0 ? lines_ : lines_ - 1;
    if (cutAt < 0)
        return;
    // The last line holds more than fits: cut it, keeping the marks of what is left.
    lastTop_ = drawn_ * wanted.step;
    const auto rest = QFontMetrics(wanted.font).elidedText(wanted.text.mid(cutAt, kMostCut), Qt::ElideRight, wanted.width);
    last_ = layoutOf(rest, wanted, within(wanted.marks, cutAt, static_cast<int>(rest.size()) - 1));
    last_->beginLayout();
    if (auto line = last_->createLine(); line.isValid())
        line.setLineWidth(wanted.width + 4);
    last_->endLayout();
}

void ShapedBlock::draw(QPainter &painter, const QPointF &topLeft) const
{
    for (int i = 0; i < drawn_; ++i)
        whole_->lineAt(i).draw(&painter, topLeft);
    if (last_ && last_->lineCount() > 0)
        last_->lineAt(0).draw(&painter, topLeft + QPointF(0, lastTop_));
}

const ShapedBlock &shapedBlock(const BlockWanted &wanted)
{
    auto &blocks = kept().blocks;
    if (const auto *found = blocks.object(wanted))
        return *found;
    auto *block = new ShapedBlock(wanted);
    blocks.insert(wanted, block);
    return *block;
}

} // namespace vigie::ui::paint
