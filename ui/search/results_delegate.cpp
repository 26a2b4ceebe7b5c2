// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/results_delegate.hpp"

#include "ui/search/results_model.hpp"
#include "ui/theme/theme.hpp"
#include "ui/widget/paint.hpp"

#include <QPainter>
#include <QTextLayout>

namespace vigie::ui {

namespace {

constexpr int kRowHeight = 68, kTextLines = 2;

void twoLines(QPainter &painter, const QRect &box, const QString &text)
{
    QTextLayout layout(text.left(400), painter.font());
    layout.beginLayout();
    const auto metrics = painter.fontMetrics();
    int y = box.top();
    for (int number = 0; number < kTextLines; ++number) {
        auto line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(box.width());
        const bool last = number + 1 == kTextLines;
        const auto words = last ? metrics.elidedText(text.mid(line.textStart(), 400), Qt::ElideRight, box.width()) : text.mid(line.textStart(), line.textLength());
        painter.drawText(QRect(box.left(), y, box.width(), metrics.lineSpacing()), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, words);
        y += metrics.lineSpacing();
    }
    layout.endLayout();
}

} // namespace

void ResultsDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto &theme = Theme::of(option.widget);
    const auto &colors = theme.colors();
    const QRect row = option.rect;
    painter->save();
    paint::rowGround(*painter, theme, row, option.state.testFlag(QStyle::State_Selected));
    if (index.data(ResultsModel::LoadedRole).toBool()) {
        const auto author = index.data(ResultsModel::AuthorRole).toString();
        paint::avatar(*painter, theme, QRect(row.left() + kMargin, row.top() + 9, 32, 32), author, index.data(ResultsModel::BadgeRole).toString());
        const int left = row.left() + kMargin + 44;
        int right = row.right() - kMargin;
        painter->setFont(theme.font(TextSize::Small));
        const int head = painter->fontMetrics().lineSpacing() + 5;
        painter->setPen(colors.muted);
        const auto when = index.data(ResultsModel::WhenRole).toString();
        painter->drawText(QRect(left, row.top() + 6, right - left, head), Qt::AlignRight | Qt::AlignVCenter, when);
        right -= painter->fontMetrics().horizontalAdvance(when) + kGap;
        painter->setFont(theme.font(TextSize::Body, QFont::DemiBold));
        painter->setPen(colors.fg);
        const int used = paint::elided(*painter, QRect(left, row.top() + 6, right - left, head), author);
        painter->setFont(theme.font(TextSize::Small));
        painter->setPen(colors.muted);
        if (right - left - used > 40)
            paint::elided(*painter, QRect(left + used + 6, row.top() + 6, right - left - used - 6, head), index.data(ResultsModel::HandleRole).toString());
        painter->setFont(theme.font(TextSize::Body));
        painter->setPen(colors.fg);
        twoLines(*painter, QRect(left, row.top() + 6 + head + 1, row.right() - kMargin - left - 20, row.height()), index.data(ResultsModel::TextRole).toString());
        paint::tone(*painter, theme, QRect(row.right() - kMargin - 9, row.top() + head + 16, 8, 8), index.data(ResultsModel::ToneRole).toInt());
    }
    painter->restore();
}

QSize ResultsDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex & /*index*/) const
{
    return {0, Theme::of(option.widget).scaled(kRowHeight)};
}

} // namespace vigie::ui
