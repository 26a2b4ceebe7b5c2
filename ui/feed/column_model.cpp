// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/column_model.hpp"

#include "ui/bridge/bridge.hpp"
#include "ui/bridge/text.hpp"

#include <vigie/store/queries.hpp>
#include <vigie/store/relay_counting.hpp>
#include <vigie/store/relevance.hpp>

#include <algorithm>
#include <optional>

namespace vigie::ui {

namespace {
constexpr std::size_t kAskAtMost = 120; // a fast scroll leaves older wishes behind
constexpr int kAhead = 16, kFirstCards = 12, kRecheckMs = 250;

Result<std::vector<CardPtr>> readCards(store::Tx &tx, const std::vector<ItemId> &ids, const text::Query *query)
{
    VIGIE_TRY(auto rows, store::Items(tx).rows(ids));
    // The words of a saved query inside this one are marked as well.
    std::optional<text::Query> whole;
    if (query && text::needsBinding(query->root)) {
        VIGIE_TRY(const auto context, store::Queries(tx).context());
        whole = *query;
        if (!text::bindQuery(*whole, context))
            query = &*whole;
    }
    std::vector<CardPtr> cards;
    cards.reserve(rows.size());
    for (auto &row : rows)
        cards.push_back(makeCard(std::move(row), query));
    return cards;
}
} // namespace

ColumnModel::ColumnModel(Bridge &bridge, QObject *parent) : QAbstractListModel(parent), bridge_(bridge), cards_(kCached)
{
    askTimer_.setSingleShot(true);
    connect(&askTimer_, &QTimer::timeout, this, &ColumnModel::ask);
    recheckTimer_.setSingleShot(true);
    recheckTimer_.setInterval(kRecheckMs);
    connect(&recheckTimer_, &QTimer::timeout, this, &ColumnModel::recheck);
}

void ColumnModel::setState(State state)
{
    state_ = state;
    Q_EMIT stateChanged();
}

Result<ColumnModel::Slice> ColumnModel::readSlice(store::Tx &tx, const SavedQuery &query, const text::Query *parsed, bool gathered, bool aside, ItemId from, ItemId focus, int cards)
{
    Slice slice;
    store::SearchPage page;
    page.limit = kSlice;
    page.oldestFirst = !query.newestFirst;
    page.before = from;
    page.gathered = gathered;
    store::Queries queries(tx);
    std::optional<store::AsCounted> counted; // what is kept aside is listed whole, and is not counted anyway
    if (!aside)
        counted.emplace(tx);
    for (;;) {
        VIGIE_TRY(const auto ids, aside ? store::Relevance(tx).aside(query.id, page) : queries.spine(query.id, page));
        slice.ids.insert(slice.ids.end(), ids.begin(), ids.end());
        slice.complete = static_cast<int>(ids.size()) < page.limit;
        const bool reached = !focus || slice.ids.empty() || (query.newestFirst ? slice.ids.back() <= focus : slice.ids.back() >= focus);
        if (slice.complete || reached || slice.ids.size() >= static_cast<std::size_t>(kRestoreAtMost))
            break;
        page.before = slice.ids.back();
    }
    if (cards > 0 && !slice.ids.empty()) {
        const auto count = std::min(slice.ids.size(), static_cast<std::size_t>(cards));
        const std::vector<ItemId> head(slice.ids.begin(), slice.ids.begin() + static_cast<std::ptrdiff_t>(count));
        VIGIE_TRY(slice.cards, readCards(tx, head, parsed));
    }
    return slice;
}

void ColumnModel::open(const SavedQuery &query, ItemId focus)
{
    const auto number = generation_.next();
    beginResetModel();
    query_ = query;
    parsed_.reset();
    if (auto tree = text::parseQuery(query.source))
        parsed_ = std::make_shared<const text::Query>(std::move(*tree));
    spine_.clear();
    pending_.clear();
    left_.clear();
    cards_.clear();
    wanted_.clear();
    asked_.clear();
    complete_ = false;
    fetching_ = true;
    endResetModel();
    setState(State::Loading);
    Q_EMIT pendingChanged(0);
    bridge_.read<Slice>(
        this, [query, parsed = parsed_, gathered = gathered_, aside = aside_, focus](store::Tx &tx) { return readSlice(tx, query, parsed.get(), gathered, aside, {}, focus, kFirstCards); },
        [this, number](Result<Slice> slice) {
            if (!generation_.is(number))
                return;
            fetching_ = false;
            if (!slice) {
                error_ = slice.error();
                setState(State::Failed);
                return;
            }
            for (const auto &card : slice->cards)
                cards_.insert(card->row.item.id.value, new Entry{card, true});
            // What arrived while the question was on its way is in the answer.
            std::erase_if(pending_, [&](ItemId id) { return std::binary_search(slice->ids.begin(), slice->ids.end(), id, [this](ItemId a, ItemId b) { return before(a, b); }); });
            if (!slice->ids.empty()) {
                beginInsertRows({}, 0, static_cast<int>(slice->ids.size()) - 1);
                spine_ = std::move(slice->ids);
                endInsertRows();
            }
            complete_ = slice->complete;
            setState(State::Ready);
            if (spine_.empty() && !pending_.empty())
                showPending();
            else
                Q_EMIT pendingChanged(pendingCount());
        });
}

int ColumnModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(spine_.size());
}

QVariant ColumnModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role == kIdRole)
        return QVariant::fromValue<qint64>(idAt(index.row()).value);
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    const auto card = cardAt(index.row());
    if (!card)
        return tr("Loading");
    if (role == Qt::DisplayRole)
        return card->body;
    const auto &item = card->row.item;
    return accessibleText(*card, bridge_.networkName(item.connector), format::ago(item.publishedAt, bridge_.now()));
}

bool ColumnModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && state_ == State::Ready && !complete_ && !fetching_ && !spine_.empty();
}

void ColumnModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    fetching_ = true;
    const auto number = generation_.next();
    bridge_.read<Slice>(
        this, [query = query_, gathered = gathered_, aside = aside_, from = spine_.back()](store::Tx &tx) { return readSlice(tx, query, nullptr, gathered, aside, from, {}, 0); },
        [this, number](Result<Slice> slice) {
            if (!generation_.is(number))
                return;
            fetching_ = false;
            if (!slice)
                return; // the next scroll asks again
            complete_ = slice->complete;
            std::erase_if(slice->ids, [this](ItemId id) { return !before(spine_.back(), id); });
            if (slice->ids.empty())
                return;
            const int first = rowCount();
            beginInsertRows({}, first, first + static_cast<int>(slice->ids.size()) - 1);
            spine_.insert(spine_.end(), slice->ids.begin(), slice->ids.end());
            endInsertRows();
        });
}

ItemId ColumnModel::idAt(int row) const
{
    return row >= 0 && row < rowCount() ? spine_[static_cast<std::size_t>(row)] : ItemId{};
}

int ColumnModel::rowOf(ItemId id) const
{
    const auto it = std::lower_bound(spine_.begin(), spine_.end(), id, [this](ItemId a, ItemId b) { return before(a, b); });
    return it != spine_.end() && *it == id ? static_cast<int>(it - spine_.begin()) : -1;
}

CardPtr ColumnModel::cardAt(int row) const
{
    const auto id = idAt(row);
    if (!id)
        return nullptr;
    const auto *entry = cards_.object(id.value);
    if (entry == nullptr || !entry->fresh)
        want(row, id);
    return entry != nullptr ? entry->card : nullptr;
}

void ColumnModel::want(int row, ItemId id) const
{
    if (asked_.contains(id.value))
        return;
    // The neighbours come along, so that scrolling finds them here.
    for (int near = row; near < std::min(row + kAhead, rowCount()); ++near) {
        const auto other = idAt(near);
        const auto *entry = cards_.object(other.value);
        if ((entry == nullptr || !entry->fresh) && !asked_.contains(other.value)) {
            asked_.insert(other.value);
            wanted_.push_back(other);
        }
    }
    if (!askTimer_.isActive())
        askTimer_.start(0);
}

void ColumnModel::ask()
{
    if (wanted_.empty())
        return;
    while (wanted_.size() > kAskAtMost) {
        asked_.remove(wanted_.front().value);
        wanted_.erase(wanted_.begin());
    }
    auto ids = std::move(wanted_);
    wanted_.clear();
    bridge_.read<std::vector<CardPtr>>(
        this, [ids, parsed = parsed_](store::Tx &tx) { return readCards(tx, ids, parsed.get()); },
        [this, ids](Result<std::vector<CardPtr>> cards) { take(ids, std::move(cards)); });
}

void ColumnModel::take(std::vector<ItemId> asked, Result<std::vector<CardPtr>> cards)
{
    // By id: an answer to a question of an older spine is as good as a new one.
    int first = rowCount(), last = -1;
    for (const auto id : asked) {
        asked_.remove(id.value);
        if (cards)
            cards_.insert(id.value, new Entry{nullptr, true});
        if (const int row = rowOf(id); row >= 0) {
            first = std::min(first, row);
            last = std::max(last, row);
        }
    }
    if (!cards)
        return;
    for (const auto &card : *cards)
        cards_.insert(card->row.item.id.value, new Entry{card, true});
    if (last >= 0)
        Q_EMIT dataChanged(index(first), index(last));
}

} // namespace vigie::ui
