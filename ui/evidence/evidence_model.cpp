// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evidence/evidence_model.hpp"

#include "ui/bridge/text.hpp"

#include <algorithm>

namespace vigie::ui {

void EvidenceModel::setCases(std::vector<store::EvidenceCase> cases, const std::string &zone)
{
    beginResetModel();
    cases_ = std::move(cases);
    zone_ = zone;
    endResetModel();
}

ItemId EvidenceModel::item(int row) const
{
    return row >= 0 && row < rowCount() ? cases_[static_cast<std::size_t>(row)].mark.item : ItemId{};
}

int EvidenceModel::rowOf(ItemId item) const
{
    const auto it = std::find_if(cases_.begin(), cases_.end(), [item](const store::EvidenceCase &one) { return one.mark.item == item; });
    return it == cases_.end() ? -1 : static_cast<int>(it - cases_.begin());
}

int EvidenceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(cases_.size());
}

int EvidenceModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString EvidenceModel::words(const store::EvidenceCase &one, int column) const
{
    const auto &item = one.last.item;
    switch (column) {
    case Entry: return format::number(static_cast<double>(one.mark.number));
    case KeptOn: return format::dateTime(one.mark.at, zone_);
    case Author: return qs(item.author.name.empty() ? item.author.handle : item.author.name).simplified();
    case Text: return qs(item.title.empty() ? item.text : item.title + " " + item.text).simplified();
    case Since: return one.mark.deleted ? tr("deleted") : one.mark.edited ? tr("edited") : tr("unchanged");
    case Until: return one.mark.keepUntil ? format::date(*one.mark.keepUntil, zone_) : QString();
    default: return {};
    }
}

QVariant EvidenceModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const auto &one = cases_[static_cast<std::size_t>(index.row())];
    if (role == Qt::DisplayRole)
        return words(one, index.column());
    if (role == Qt::ToolTipRole && index.column() == Text)
        return words(one, Text).toHtmlEscaped();
    return {};
}

QVariant EvidenceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Entry: return tr("Entry");
    case KeptOn: return tr("Kept");
    case Author: return tr("Author");
    case Text: return tr("Text");
    case Since: return tr("Since then");
    case Until: return tr("Until", "the end of the time of keeping");
    default: return {};
    }
}

} // namespace vigie::ui
