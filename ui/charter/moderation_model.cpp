// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charter/moderation_model.hpp"

#include "ui/bridge/text.hpp"
#include "ui/charter/charter_words.hpp"

#include <algorithm>

namespace vigie::ui {

void ModerationModel::setLines(std::vector<ModerationLine> lines, std::map<int, Charter> charters, const std::string &zone)
{
    beginResetModel();
    lines_ = std::move(lines);
    charters_ = std::move(charters);
    zone_ = zone;
    endResetModel();
}

const ModerationLine *ModerationModel::line(int row) const
{
    return row >= 0 && row < rowCount() ? &lines_[static_cast<std::size_t>(row)] : nullptr;
}

int ModerationModel::rowOf(std::int64_t line) const
{
    const auto found = std::find_if(lines_.begin(), lines_.end(), [line](const ModerationLine &one) { return one.id == line; });
    return found == lines_.end() ? -1 : static_cast<int>(found - lines_.begin());
}

int ModerationModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(lines_.size());
}

int ModerationModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ModerationModel::words(const ModerationLine &line, int column) const
{
    switch (column) {
    case When: return format::dateTime(line.at, zone_);
    case Person: return qs(line.person).simplified();
    case Act: return moderationText(line.act);
    case Article: {
        const auto charter = charters_.find(line.charterVersion);
        return charter != charters_.end() ? articleName(charter->second, line.article) : QString::number(line.article);
    }
    case Author: return line.handle.empty() ? tr("no longer here") : QLatin1Char('@') + qs(line.handle).simplified();
    case Evidence: return line.evidence > 0 ? tr("entry %1").arg(format::number(static_cast<double>(line.evidence))) : tr("none");
    case Outcome: return outcomeText(outcomeOf(line));
    default: return {};
    }
}

QVariant ModerationModel::data(const QModelIndex &index, int role) const
{
    const auto *one = index.isValid() ? line(index.row()) : nullptr;
    if (one == nullptr)
        return {};
    if (role == Qt::DisplayRole)
        return words(*one, index.column());
    if (role == Qt::ToolTipRole && index.column() == Article)
        return tr("Version %1 of the charter").arg(one->charterVersion);
    if (role == Qt::ToolTipRole && index.column() == Evidence && !one->noEvidence.empty())
        return qs(one->noEvidence).toHtmlEscaped();
    if (role == Qt::ToolTipRole && index.column() == Outcome && one->backAt)
        return tr("%1, %2", "who took it back, and when").arg(qs(one->backBy), format::dateTime(*one->backAt, zone_)).toHtmlEscaped();
    return {};
}

QVariant ModerationModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case When: return tr("When");
    case Person: return tr("Who decided");
    case Act: return tr("What was done");
    case Article: return tr("Article");
    case Author: return tr("Whose message");
    case Evidence: return tr("Evidence");
    case Outcome: return tr("Outcome");
    default: return {};
    }
}

} // namespace vigie::ui
