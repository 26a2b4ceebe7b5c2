// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/results_model.hpp"

#include "ui/bridge/text.hpp"

namespace vigie::ui {

namespace {
constexpr int kSlice = 200;
}

ResultsModel::ResultsModel(Bridge &bridge, QObject *parent) : QAbstractListModel(parent), bridge_(bridge)
{
    wantTimer_.setSingleShot(true);
    wantTimer_.setInterval(0); // one read for all rows of a paint
    connect(&wantTimer_, &QTimer::timeout, this, &ResultsModel::readWanted);
}

void ResultsModel::setSource(const Shell::RowSource &source)
{
    beginResetModel();
    source_ = source;
    current_ = generation_.next();
    spine_.clear();
    rows_.clear();
    position_.clear();
    wanted_.clear();
    loading_ = false;
    complete_ = !source_;
    endResetModel();
    fetchMore({});
}

ItemId ResultsModel::item(int row) const
{
    return row >= 0 && row < rowCount() ? spine_[static_cast<std::size_t>(row)] : ItemId{};
}

int ResultsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(spine_.size());
}

bool ResultsModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !complete_ && !loading_;
}

void ResultsModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    loading_ = true;
    store::SearchPage page;
    page.limit = kSlice;
    if (!spine_.empty())
        page.before = spine_.back();
    bridge_.read<std::vector<ItemId>>(
        this, [source = source_, page](store::Tx &tx) { return source(tx, page); },
        [this, number = current_](Result<std::vector<ItemId>> ids) {
            if (!generation_.is(number))
                return;
            loading_ = false;
            if (!ids) {
                complete_ = true;
                Q_EMIT failed(ids.error());
                return;
            }
            complete_ = static_cast<int>(ids->size()) < kSlice;
            if (!ids->empty()) {
                const int first = rowCount();
                beginInsertRows({}, first, first + static_cast<int>(ids->size()) - 1);
                for (const auto id : *ids) {
                    position_[id] = static_cast<int>(spine_.size());
                    spine_.push_back(id);
                }
                endInsertRows();
            }
            Q_EMIT sliceArrived();
        });
}

void ResultsModel::want(ItemId id) const
{
    wanted_.insert(id);
    if (!wantTimer_.isActive())
        wantTimer_.start();
}

void ResultsModel::readWanted()
{
    std::vector<ItemId> ids(wanted_.begin(), wanted_.end());
    bridge_.read<std::vector<store::ItemRow>>(
        this, [ids](store::Tx &tx) { return store::Items(tx).rows(ids); },
        [this, number = current_, ids](Result<std::vector<store::ItemRow>> rows) {
            if (!generation_.is(number))
                return;
            for (const auto id : ids)
                wanted_.erase(id);
            if (!rows)
                return Q_EMIT failed(rows.error());
            for (auto &row : *rows) {
                const auto id = row.item.id;
                rows_[id] = std::move(row);
                const auto at = index(position_[id]);
                Q_EMIT dataChanged(at, at);
            }
        });
}

QVariant ResultsModel::data(const QModelIndex &index, int role) const
{
    const auto id = item(index.row());
    if (!index.isValid() || !id)
        return {};
    const auto found = rows_.find(id);
    if (found == rows_.end()) {
        if (wanted_.count(id) == 0)
            want(id);
        return role == LoadedRole ? QVariant(false) : QVariant();
    }
    const auto &row = found->second.item;
    switch (role) {
    case LoadedRole: return true;
    case AuthorRole: return qs(row.author.name.empty() ? row.author.handle : row.author.name);
    case HandleRole: return row.author.handle.empty() ? QString() : QLatin1Char('@') + qs(row.author.handle);
    case BadgeRole: return bridge_.networkBadge(row.connector);
    case WhenRole: return format::age(row.publishedAt, bridge_.now());
    case TextRole: return qs(row.title.empty() ? row.text : row.title + " - " + row.text).simplified();
    case ToneRole: return static_cast<int>(row.toneLabel);
    case Qt::AccessibleTextRole:
    case Qt::DisplayRole: return tr("%1, %2: %3").arg(data(index, AuthorRole).toString(), data(index, WhenRole).toString(), data(index, TextRole).toString());
    default: return {};
    }
}

} // namespace vigie::ui
