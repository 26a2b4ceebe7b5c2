// SPDX-License-Identifier: GPL-3.0-or-later
// What was said: storing, reading, searching. The row id grows with publication time, so "newest first" is the order of
// the primary key, in the table and in the full-text index.
// Thread: inside a store job. Errors: Storage..., InvalidInput, NotFound, Cancelled (a stopped search).
#pragma once

#include <vigie/model/item.hpp>
#include <vigie/model/saved_query.hpp>
#include <vigie/store/store.hpp>
#include <vigie/text/query.hpp>

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace vigie::store {

/// Seconds since 2020-01-01 UTC in the high bits, 6 bits of sequence: 64 items a second, a fuller second spills over.
inline constexpr std::int64_t kItemIdEpoch = 1577836800;
inline constexpr int kItemIdBits = 6;
[[nodiscard]] constexpr ItemId firstItemIdAt(Instant t)
{
    const auto seconds = std::chrono::floor<std::chrono::seconds>(t).time_since_epoch().count() - kItemIdEpoch;
    return ItemId{seconds * (std::int64_t{1} << kItemIdBits)};
}

/// An item and the words of its row in the full-text index, made from it once and never apart: an index row can only be
/// deleted by the very words it came with. Making one is pure work that needs no transaction, so it is done before the
/// writer's turn. Saved queries are judged by the store itself, by those of the transaction that stores the item.
class AnalysedItem {
public:
    explicit AnalysedItem(Item item);
    [[nodiscard]] const Item &item() const { return item_; }
    [[nodiscard]] const std::string &words() const { return words_; }   ///< text::foldedText
    [[nodiscard]] const std::string &tokens() const { return tokens_; } ///< text::filterTokens

private:
    Item item_;
    std::string words_, tokens_;
};
enum class Stored : std::uint8_t { Inserted, Revised, Counted, Unchanged };
struct StoredItem {
    ItemId id;
    Stored outcome = Stored::Unchanged;
};

/// What a card and a row need, in one read.
struct ItemRow {
    Item item;
    TicketId ticket;
    std::string status = "none";      ///< of its ticket
    std::vector<std::string> tags;
    int relays = 0, revisions = 0;    ///< items that relay it or what relays it; earlier texts kept
    int reactions = 0;                ///< of an original that is relayed: answers, quotes and links with words of their own
    bool relay = false;               ///< it relays something itself
};

struct ItemRevision {
    int number = 0;
    std::string title, text, warning;
    Instant seenAt;
    std::optional<Instant> editedAt;
};

struct ThreadEntry {
    ItemId id;                        ///< none: a placeholder for a parent that was not seen
    std::string native;               ///< of the placeholder
    int depth = 0;
};

struct SearchPage {
    ItemId before;                    ///< keyset: only older than this; none: from the newest
    int limit = 50;
    bool oldestFirst = false;         ///< then `before` means "newer than"
    std::optional<Instant> from, to;  ///< [from, to)
    bool gathered = false;            ///< of a column kept in the match table: of each cluster only its earliest in the column
};

class Items {
public:
    explicit Items(Tx &tx) : tx_(tx) {}

    /// Stores a page: inserts new items (members, media, references, matches, rollups, index), turns changed texts into
    /// revisions, appends changed counts as observations, resolves references to and from items already here. Sort-order
    /// of the answer is that of the input. The same (connector, instance, native id) is stored once.
    Result<std::vector<StoredItem>> store(std::span<const AnalysedItem> items);
    Result<void> setState(ItemId id, ItemState state);
    /// Everything of a member whose account is no more.
    Result<void> setAuthorGone(const std::string &connector, const std::string &instance, const std::string &memberNativeId);
    /// By native id; a delete event may come before the item: NotFound then.
    Result<ItemId> findNative(const std::string &connector, const std::string &instance, const std::string &nativeId);
    Result<void> setTone(ItemId id, int label); ///< by hand: wins over analysis for ever

    Result<std::optional<Item>> get(ItemId id);
    /// In the order asked; ids that are gone are left out.
    Result<std::vector<ItemRow>> rows(std::span<const ItemId> ids);
    Result<std::vector<ItemRevision>> revisions(ItemId id);
    Result<std::vector<MetricValue>> latestMetrics(ItemId id);
    /// The conversation around an item as a flattened tree, oldest first at each level, placeholders for unseen parents.
    Result<std::vector<ThreadEntry>> thread(ItemId id, int limit = 500);

    /// Ids that satisfy the query, newest first, by keyset.
    Result<std::vector<ItemId>> search(const text::Query &query, const SearchPage &page);
    /// Exact up to `cap`, `cap + 1` means "more".
    Result<int> count(const text::Query &query, int cap, std::optional<Instant> from = {}, std::optional<Instant> to = {});

private:
    Tx &tx_;
};

} // namespace vigie::store
