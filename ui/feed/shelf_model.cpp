// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/shelf_model.hpp"

#include "ui/bridge/bridge.hpp"
#include "ui/bridge/text.hpp"

#include <algorithm>

namespace vigie::ui {

namespace {

bool same(const Item &a, const Item &b)
{
    return a.connector == b.connector && a.instance == b.instance && a.nativeId == b.nativeId;
}

} // namespace

ShelfModel::ShelfModel(Bridge &bridge, QObject *parent) : QAbstractListModel(parent), bridge_(bridge) {}

void ShelfModel::setCards(std::vector<CardPtr> cards)
{
    beginResetModel();
    cards_ = std::move(cards);
    endResetModel();
}

CardPtr ShelfModel::cardAt(int row) const
{
    return row >= 0 && row < rowCount() ? cards_[static_cast<std::size_t>(row)] : nullptr;
}

int ShelfModel::rowOf(const CardPtr &card) const
{
    const auto found = std::find_if(cards_.begin(), cards_.end(), [&card](const CardPtr &one) { return card && same(one->row.item, card->row.item); });
    return found == cards_.end() ? -1 : static_cast<int>(found - cards_.begin());
}

int ShelfModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(cards_.size());
}

QVariant ShelfModel::data(const QModelIndex &index, int role) const
{
    const auto card = index.isValid() ? cardAt(index.row()) : nullptr;
    if (!card || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    if (role == Qt::DisplayRole)
        return card->body;
    const auto &item = card->row.item;
    return accessibleText(*card, bridge_.networkName(item.connector), format::ago(item.publishedAt, bridge_.now()));
}

} // namespace vigie::ui
