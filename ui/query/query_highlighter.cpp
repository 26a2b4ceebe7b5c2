// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/query_highlighter.hpp"

#include "ui/theme/theme.hpp"

#include <QTextDocument>

#include <algorithm>

namespace vigie::ui {

QueryHighlighter::QueryHighlighter(const Theme &theme, QTextDocument *document) : QSyntaxHighlighter(document), theme_(theme)
{
    connect(&theme_, &Theme::changed, this, &QSyntaxHighlighter::rehighlight);
}

void QueryHighlighter::setStretches(std::vector<QueryStretch> stretches)
{
    stretches_ = std::move(stretches);
    rehighlight();
}

void QueryHighlighter::move(int position, int removed, int added)
{
    for (auto &stretch : stretches_) {
        if (stretch.begin >= position + removed)
            stretch.begin += added - removed;
        else if (stretch.begin + stretch.length > position) // it was typed into
            stretch.length = std::max(0, stretch.length + added - removed);
    }
}

QTextCharFormat QueryHighlighter::formatOf(text::QuerySpan::Kind kind) const
{
    using Kind = text::QuerySpan::Kind;
    const auto &colors = theme_.colors();
    QTextCharFormat format;
    switch (kind) {
    case Kind::Operator:
    case Kind::Function:
        format.setForeground(colors.accent);
        format.setFontWeight(QFont::DemiBold);
        break;
    case Kind::Parenthesis: format.setForeground(colors.muted); break;
    case Kind::FieldName: format.setForeground(colors.accent); break;
    case Kind::FieldValue:
    case Kind::Number: format.setForeground(colors.pos); break;
    case Kind::Phrase:
    case Kind::Pattern: format.setForeground(colors.warn); break;
    case Kind::Saved:
        format.setForeground(colors.pos);
        format.setFontWeight(QFont::DemiBold);
        break;
    case Kind::Comment:
        format.setForeground(colors.muted);
        format.setFontItalic(true);
        break;
    case Kind::Wrong:
        format.setForeground(colors.neg);
        format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        format.setUnderlineColor(colors.neg);
        break;
    case Kind::Word: format.setForeground(colors.fg); break;
    }
    return format;
}

void QueryHighlighter::highlightBlock(const QString &text)
{
    const int begin = currentBlock().position(), end = begin + static_cast<int>(text.size());
    const auto behind = [](const QueryStretch &stretch, int position) { return stretch.begin + stretch.length <= position; };
    for (auto it = std::lower_bound(stretches_.begin(), stretches_.end(), begin, behind); it != stretches_.end() && it->begin < end; ++it) {
        const int from = std::max(it->begin, begin), to = std::min(it->begin + it->length, end);
        if (from < to)
            setFormat(from - begin, to - from, formatOf(it->kind));
    }
}

} // namespace vigie::ui
