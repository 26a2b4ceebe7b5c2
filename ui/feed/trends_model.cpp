// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/trends_model.hpp"

#include "ui/bridge/text.hpp"
#include "ui/theme/theme.hpp"
#include "ui/widget/paint.hpp"

#include <QPainter>

#include <algorithm>

namespace vigie::ui {

namespace {

constexpr int kRowHeight = 62, kBarHeight = 6;

QString authorsNow(const insight::Trend &trend)
{
    return TrendsModel::tr("%n author(s)", nullptr, trend.authors);
}
QString authorsBefore(const insight::Trend &trend)
{
    return trend.authorsBefore == 0 ? TrendsModel::tr("none before") : TrendsModel::tr("usually %1").arg(format::number(trend.authorsBefore, trend.authorsBefore < 10 ? 1 : 0));
}

} // namespace

QString trendKindWord(insight::TrendKind kind)
{
    switch (kind) {
    case insight::TrendKind::Word: return TrendsModel::tr("word");
    case insight::TrendKind::Phrase: return TrendsModel::tr("phrase");
    case insight::TrendKind::Tag: return TrendsModel::tr("hashtag");
    case insight::TrendKind::Link: return TrendsModel::tr("link");
    case insight::TrendKind::Emoji: return TrendsModel::tr("emoji");
    }
    return {};
}

void TrendsModel::setTrends(insight::Trends trends)
{
    beginResetModel();
    trends_ = std::move(trends);
    most_ = 1;
    for (const auto &trend : trends_.terms)
        most_ = std::max(most_, trend.authors);
    endResetModel();
}

const insight::Trend *TrendsModel::at(int row) const
{
    return row >= 0 && row < rowCount() ? &trends_.terms[static_cast<std::size_t>(row)] : nullptr;
}

int TrendsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(trends_.terms.size());
}

QVariant TrendsModel::data(const QModelIndex &index, int role) const
{
    const auto *trend = at(index.row());
    if (!index.isValid() || trend == nullptr)
        return {};
    switch (role) {
    case Qt::DisplayRole: return qs(trend->form);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return tr("%1, %2: %3 now, %4; %5", "term, kind, authors now, authors before, mentions")
            .arg(qs(trend->form), trendKindWord(trend->kind), authorsNow(*trend), authorsBefore(*trend), tr("%n mention(s)", nullptr, trend->mentions));
    default: return {};
    }
}

void TrendsDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *model = dynamic_cast<const TrendsModel *>(index.model());
    const auto *trend = model != nullptr ? model->at(index.row()) : nullptr;
    if (trend == nullptr)
        return;
    const auto &theme = Theme::of(option.widget);
    const auto &colors = theme.colors();
    const QRect row = option.rect;
    painter->save();
    paint::rowGround(*painter, theme, row, option.state.testFlag(QStyle::State_Selected));
    const int left = row.left() + kWideMargin, right = row.right() - kWideMargin;
    painter->setFont(theme.font(TextSize::Body, QFont::DemiBold));
    const int line = painter->fontMetrics().lineSpacing() + 4;
    const QRect head(left, row.top() + 6, right - left, line);
    const auto now = authorsNow(*trend);
    painter->setPen(colors.fg);
    painter->drawText(head, Qt::AlignRight | Qt::AlignVCenter, now);
    const int room = head.width() - painter->fontMetrics().horizontalAdvance(now) - kGap;
    const auto kind = trendKindWord(trend->kind);
    const int kindWidth = paint::chipWidth(theme, kind);
    painter->setFont(theme.font(TextSize::Body, QFont::DemiBold));
    const int used = paint::elided(*painter, QRect(left, head.top(), room - kindWidth - kGap, line), qs(trend->form));
    paint::chip(*painter, theme, QPoint(left + used + kGap, head.center().y()), kind);
    // The bar is what there is now; the part of it that was there before is pale.
    const double full = static_cast<double>(right - left) / model->most();
    const QRect bar(left, head.bottom() + 4, std::max(2, static_cast<int>(trend->authors * full)), kBarHeight);
    const int before = std::min(bar.width(), static_cast<int>(std::min(trend->authorsBefore, static_cast<double>(trend->authors)) * full));
    painter->fillRect(bar, colors.accent);
    if (before > 0)
        painter->fillRect(QRect(bar.left(), bar.top(), before, kBarHeight), colors.covered);
    painter->setFont(theme.font(TextSize::Small));
    painter->setPen(colors.muted);
    const QRect foot(left, bar.bottom() + 3, right - left, row.bottom() - bar.bottom() - 5);
    painter->drawText(foot, Qt::AlignRight | Qt::AlignVCenter, TrendsModel::tr("%n mention(s)", nullptr, trend->mentions));
    painter->drawText(foot, Qt::AlignLeft | Qt::AlignVCenter, authorsBefore(*trend));
    painter->restore();
}

QSize TrendsDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex & /*index*/) const
{
    return {0, Theme::of(option.widget).scaled(kRowHeight)};
}

} // namespace vigie::ui
