// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/recheck.hpp>

#include "store/index_scrub.hpp"
#include "store/items_row.hpp"
#include "store/items_writer.hpp"
#include "store/session.hpp"

#include <vigie/store/members.hpp>

#include <algorithm>
#include <iterator>

namespace vigie::store {

namespace {

constexpr std::chrono::hours kAges[] = {std::chrono::hours{1}, std::chrono::hours{24}, std::chrono::hours{24 * 7}, std::chrono::hours{24 * 30}};
constexpr std::chrono::minutes kSecondLook{10}; ///< an index that lags behind must not look like a deletion

/// The first look-up that is still ahead of an item of that age, reckoned from when it was published.
std::optional<Instant> nextLook(Instant publishedAt, Instant now, const std::optional<std::chrono::hours> &atLeastEvery)
{
    std::optional<Instant> next;
    for (const auto age : kAges)
        if (publishedAt + age > now) {
            next = publishedAt + age;
            break;
        }
    if (atLeastEvery) {
        const auto soonest = now + *atLeastEvery;
        next = next ? std::min(*next, soonest) : soonest;
    }
    return next;
}

struct Looked {
    Instant publishedAt;
    std::optional<std::chrono::hours> every;
};

Result<std::optional<Looked>> subjectOf(Tx &tx, ItemId item)
{
    const auto row = tx.session().one<Instant, std::string>("SELECT i.published_at, s.connector FROM item i JOIN source s ON s.id=i.source_id WHERE i.id=?", item);
    if (!row)
        return std::optional<Looked>();
    VIGIE_TRY(const auto policy, Accounts(tx).policyOf(std::get<1>(*row)));
    return std::optional(Looked{std::get<0>(*row), policy.deletionSync});
}

} // namespace

Item withoutWords(Item item)
{
    item.title.clear();
    item.text.clear();
    item.warning.clear();
    item.spans.clear();
    item.media.clear();
    item.lang = "und";
    item.tone = 0;
    item.toneLabel = 0;
    Author author;
    author.nativeId = item.author.nativeId;
    author.bot = item.author.bot;
    author.optOut = item.author.optOut;
    item.author = std::move(author);
    return item;
}

Result<void> Rechecks::add(AccountId account, std::span<const ItemId> items)
{
    return tx_.session().guard([&]() -> Result<void> {
        for (const auto item : items) {
            VIGIE_TRY(const auto subject, subjectOf(tx_, item));
            const auto next = subject ? nextLook(subject->publishedAt, tx_.now(), subject->every) : std::nullopt;
            if (next)
                tx_.session().exec("INSERT INTO recheck(item_id, account_id, next_at) VALUES(?,?,?) ON CONFLICT(item_id) DO NOTHING", item, account, *next);
        }
        return {};
    });
}

Result<std::vector<DueRecheck>> Rechecks::due(AccountId account, int limit)
{
    return tx_.session().guard([&] {
        std::vector<DueRecheck> out;
        tx_.session().each<ItemId, std::string, int>("SELECT r.item_id, i.native_id, r.missing FROM recheck r JOIN item i ON i.id=r.item_id"
                                                     " WHERE r.account_id=? AND r.next_at<=? ORDER BY r.next_at LIMIT ?",
                                                     binds(account, tx_.now(), limit),
                                                     [&](ItemId item, std::string native, int missing) { out.push_back({item, std::move(native), missing}); });
        return out;
    });
}

Result<std::optional<Instant>> Rechecks::nextDue(AccountId account)
{
    return tx_.session().guard([&] {
        const auto next = tx_.session().one<std::optional<Instant>>("SELECT min(next_at) FROM recheck WHERE account_id=?", account);
        return next.value_or(std::nullopt);
    });
}

Result<void> Rechecks::seen(ItemId item)
{
    return tx_.session().guard([&]() -> Result<void> {
        VIGIE_TRY(const auto subject, subjectOf(tx_, item));
        const auto next = subject ? nextLook(subject->publishedAt, tx_.now(), subject->every) : std::nullopt;
        if (!next)
            return done(item);
        tx_.session().exec("UPDATE recheck SET next_at=?, missing=0 WHERE item_id=?", *next, item);
        return {};
    });
}

Result<bool> Rechecks::missed(ItemId item)
{
    return tx_.session().guard([&]() -> Result<bool> {
        tx_.session().exec("UPDATE recheck SET missing=missing+1, next_at=? WHERE item_id=?", tx_.now() + kSecondLook, item);
        return tx_.session().one<int>("SELECT missing FROM recheck WHERE item_id=?", item).value_or(0) >= 2;
    });
}

Result<void> Rechecks::done(ItemId item)
{
    return tx_.session().guard([&] { tx_.session().exec("DELETE FROM recheck WHERE item_id=?", item); });
}

Result<int> Retention::dropOverdue(int limit)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<int> {
        const SecureDelete overwritten(session);
        int dropped = 0;
        for (const auto &connector : session.column<std::string>("SELECT DISTINCT connector FROM account")) {
            VIGIE_TRY(const auto policy, Accounts(tx_).policyOf(connector));
            if (!policy.keepFor && !policy.refreshOrDrop)
                continue;
            const auto oldest = [&](const std::optional<std::chrono::hours> &span) { return span ? tx_.now() - *span : Instant::min(); };
            const auto published = oldest(policy.keepFor), fetched = oldest(policy.refreshOrDrop);
            const auto ids = session.column<ItemId>(
                "SELECT i.id FROM item i WHERE i.source_id IN (SELECT id FROM source WHERE connector=?) AND i.ours IS NULL"
                " AND (i.published_at<? OR i.fetched_at<?) AND (i.text<>'' OR i.title IS NOT NULL) LIMIT ?",
                connector, published, fetched, limit - dropped);
            for (const auto &row : loadItems(session, ids)) {
                ItemWriter(tx_).strip(row);
                session.exec("DELETE FROM item_revision WHERE item_id=?", row.item.id); // the rewriting has just kept one more
                session.exec("DELETE FROM media WHERE item_id=?", row.item.id);
                session.exec("UPDATE item SET author_handle=NULL, author_name=NULL WHERE id=?", row.item.id);
            }
            session.exec("UPDATE member SET name='', bio='', avatar_url='' WHERE last_seen_at<? AND (name<>'' OR bio<>'' OR avatar_url<>'')"
                         " AND source_id IN (SELECT id FROM source WHERE connector=?)",
                         std::max(published, fetched), connector);
            dropped += static_cast<int>(ids.size());
            if (dropped >= limit)
                break;
        }
        if (dropped > 0)
            session.dropCaches(); // names of members are remembered there
        return dropped;
    });
}

} // namespace vigie::store
