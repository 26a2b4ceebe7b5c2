// SPDX-License-Identifier: GPL-3.0-or-later
// Puts items into the tables: new rows, revisions, counts, references both ways, the full-text index, matches and sums.
// Thread: the writer's. Errors: throws; callers are inside Session::guard().
#pragma once

#include "store/items_row.hpp"
#include "store/rollup.hpp"

#include <vigie/model/policy.hpp>
#include <vigie/store/items.hpp>

#include <span>
#include <unordered_set>
#include <string>
#include <vector>

namespace vigie::store {

class ItemWriter {
public:
    explicit ItemWriter(Tx &tx) : tx_(tx), session_(tx.session()), matches_(tx.session(), tx.change()) {}

    std::vector<StoredItem> store(std::span<const AnalysedItem> items);
    /// Writes what differs between a row and its new form; matches are judged anew.
    void rewrite(const StoredRow &before, Item after);
    /// The same where it is us who leave words out: no evidence of an edit.
    void strip(const StoredRow &before);
    /// Words, links and names alone: no earlier text is kept, and what matched goes on counting as it did.
    void replaceWords(const StoredRow &before, const Item &after);

private:
    StoredItem storeOne(const AnalysedItem &analysed);
    bool insertRow(const AnalysedItem &analysed, std::int64_t source, MemberId author, ItemId id);
    StoredItem update(const AnalysedItem &analysed, std::int64_t source, MemberId author);
    void apply(const StoredRow &before, const Item &after);
    void writeRow(const StoredRow &before, const Item &after);
    bool reindex(const Item &old, const Item &after);
    void keepRevision(const Item &before);
    void keepCounts(const Item &before, const Item &after);
    void insertRefs(const Item &item, std::int64_t source);
    void insertMedia(const Item &item);
    void resolveWaiting(const Item &item, std::int64_t source);
    void index(ItemId id, const std::string &folded, const std::string &tokens, bool adding);
    void rematch(const StoredRow &before, const Item &after, const std::vector<QueryId> &wanted, const std::unordered_set<std::int64_t> &judged);
    [[nodiscard]] bool suppressed(const Item &item);
    [[nodiscard]] PersistRule persistRule(const std::string &connector);

    Tx &tx_;
    Session &session_;
    MatchWriter matches_;
};

/// Number of a source, made when new.
[[nodiscard]] std::int64_t sourceId(Session &session, const std::string &connector, const std::string &instance);
/// Inserts or updates the author as seen at `seen`; none for an author without native id.
[[nodiscard]] MemberId storeAuthor(Tx &tx, std::int64_t source, const Author &author, Instant seen);
/// What the item must carry itself because its member row says something else.
struct AuthorOverride {
    std::optional<std::string> handle, name;
};
/// The display name of an author just stored, for an item that came without one.
[[nodiscard]] std::string knownName(Session &session, std::int64_t source, const Author &author);
[[nodiscard]] AuthorOverride authorOverride(Session &session, std::int64_t source, const Author &author, MemberId id);
/// Appends snapshots of what changed. The values before are copied first when nothing of that key was kept yet.
enum class Subject : std::uint8_t { Item, Member, Account };
void appendObservations(Session &session, Subject kind, std::int64_t id, std::span<const MetricValue> before, Instant beforeAt,
                        std::span<const MetricValue> after, Instant afterAt);
/// Latest counts with newer ones laid over them.
[[nodiscard]] std::vector<MetricValue> mergedMetrics(std::vector<MetricValue> known, std::span<const MetricValue> newer);

} // namespace vigie::store
