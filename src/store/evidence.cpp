// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/evidence.hpp>

#include "store/evidence_form.hpp"
#include "store/evidence_rows.hpp"
#include "store/items_row.hpp"
#include "store/suppression.hpp"

#include <vigie/store/members.hpp>

#include <algorithm>

namespace vigie::store {

namespace {

bool suppressedAuthor(Session &session, const Item &item)
{
    return isSuppressed(session, item.connector, item.instance, item.author.nativeId);
}

/// The moment from which the network's terms let nobody keep the words.
std::optional<Instant> endByTerms(const Policy &policy, const Item &item)
{
    std::optional<Instant> end;
    if (policy.keepFor)
        end = item.publishedAt + *policy.keepFor;
    if (policy.refreshOrDrop)
        end = std::min(end.value_or(Instant::max()), item.fetchedAt + *policy.refreshOrDrop);
    return end;
}

Result<void> checkKeep(const EvidenceKeep &keep, Instant now)
{
    if (keep.ground.empty())
        return fail(Errc::InvalidInput, "say on what ground it is kept");
    if (keep.until <= now)
        return fail(Errc::InvalidInput, "the day until which it is kept has passed");
    return {};
}

/// `keep` as far as the terms allow it, in `said`.
Result<void> applyTerms(EvidenceContent &said, const Policy &policy, const EvidenceKeep &keep, Instant now, bool forgotten)
{
    said.keep = keep;
    said.setsTerm = true;
    said.by = keep.by;
    if (policy.persist == PersistRule::DisplayOnly)
        return fail(Errc::PolicyRefused, kRefusedDisplayOnly);
    if (!keep.despiteTerms.empty())
        return {};
    if (forgotten)
        return fail(Errc::PolicyRefused, kRefusedForgotten);
    if (policy.deletionSync && isGone(said.item.state))
        return fail(Errc::PolicyRefused, kRefusedTakenBack);
    const auto end = endByTerms(policy, said.item);
    if (end && *end <= now)
        return fail(Errc::PolicyRefused, kRefusedTermOver);
    said.boundByTerms = end.has_value() || policy.deletionSync.has_value();
    if (end)
        said.keep.until = std::min(said.keep.until, *end);
    return {};
}

} // namespace

Result<EvidenceEntry> Evidence::capture(ItemId id, const EvidenceKeep &keep)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<EvidenceEntry> {
        VIGIE_CHECK(checkKeep(keep, tx_.now()));
        const auto row = loadItem(session, id);
        if (!row)
            return fail(Errc::NotFound, "no such item");
        VIGIE_TRY(const auto policy, Accounts(tx_).policyOf(row->item.connector));
        EvidenceContent said;
        said.item = row->item;
        said.wordsLeftOut = policy.persist == PersistRule::IdsOnly;
        VIGIE_CHECK(applyTerms(said, policy, keep, tx_.now(), suppressedAuthor(session, row->item)));
        if (lastKept(session, id)) {
            followKept(tx_, row->item); // seen by others meanwhile, perhaps
            auto known = evidenceEntries(session, std::string("SELECT ") + kEvidenceColumns + " FROM evidence WHERE item_id=? AND content IS NOT NULL ORDER BY number LIMIT 1", binds(id));
            return std::move(known.front());
        }
        auto entry = appendEvidence(tx_, id, said);
        wantMedia(tx_, entry);
        return entry;
    });
}

Result<void> Evidence::prolong(ItemId id, const EvidenceKeep &keep)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<void> {
        VIGIE_CHECK(checkKeep(keep, tx_.now()));
        const auto kept = lastKept(session, id);
        if (!kept)
            return fail(Errc::NotFound, "it is not kept as evidence");
        VIGIE_TRY(const auto policy, Accounts(tx_).policyOf(kept->item.connector));
        EvidenceContent said;
        said.kind = EvidenceKind::Term;
        said.item = kept->item;
        VIGIE_CHECK(applyTerms(said, policy, keep, tx_.now(), false));
        said.item = {};
        (void)appendEvidence(tx_, id, said);
        return {};
    });
}

Result<int> Evidence::erase(std::span<const ItemId> items, ErasureReason reason, const std::string &note, const std::string &by)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<int> {
        EvidenceContent said;
        said.kind = EvidenceKind::Erased;
        said.reason = reason;
        said.note = note;
        said.by = by;
        const std::vector<ItemId> wanted(items.begin(), items.end());
        said.erased = session.column<std::int64_t>("SELECT number FROM evidence WHERE item_id IN (SELECT value FROM json_each(?)) AND content IS NOT NULL"
                                                   " AND kind<>'erased' ORDER BY number", idList(wanted));
        const auto count = session.one<int>("SELECT count(DISTINCT item_id) FROM evidence WHERE item_id IN (SELECT value FROM json_each(?)) AND content IS NOT NULL"
                                            " AND kind<>'erased'", idList(wanted)).value_or(0);
        if (said.erased.empty())
            return 0;
        session.script("PRAGMA secure_delete=ON"); // the words leave the file, not only the table
        const auto entry = appendEvidence(tx_, {}, said);
        const auto numbers = "[" + [&] {
            std::string list;
            for (const auto number : said.erased)
                list += (list.empty() ? "" : ",") + std::to_string(number);
            return list;
        }() + "]";
        session.exec("DELETE FROM evidence_wanted WHERE entry IN (SELECT value FROM json_each(?))", numbers);
        const auto hashes = session.column<std::string>("SELECT DISTINCT media_sha256 FROM evidence WHERE number IN (SELECT value FROM json_each(?))"
                                                        " AND media_sha256 IS NOT NULL", numbers);
        session.exec("UPDATE evidence SET content=NULL, media_sha256=NULL, keep_until=NULL, erased_by=? WHERE number IN (SELECT value FROM json_each(?))",
                     entry.number, numbers);
        for (const auto &hash : hashes)
            session.exec("DELETE FROM evidence_media WHERE sha256=? AND NOT EXISTS(SELECT 1 FROM evidence WHERE media_sha256=?)", hash, hash);
        session.script("PRAGMA secure_delete=OFF");
        tx_.change().itemsChanged.insert(tx_.change().itemsChanged.end(), items.begin(), items.end());
        return count;
    });
}

Result<int> Evidence::eraseOverdue(int limit)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<int> {
        std::vector<ItemId> over, byTerms;
        session.each<ItemId, std::string>("SELECT e.item_id, e.content FROM evidence e WHERE e.keep_until<=?1 AND e.number="
                                          "(SELECT max(number) FROM evidence x WHERE x.item_id=e.item_id AND x.keep_until IS NOT NULL) LIMIT ?2",
                                          binds(tx_.now(), limit), [&](ItemId item, const std::string &content) {
                                              const auto said = readEvidence(content);
                                              (said && said->boundByTerms ? byTerms : over).push_back(item);
                                          });
        VIGIE_TRY(const int first, erase(over, ErasureReason::EndOfTerm, {}, {}));
        VIGIE_TRY(const int second, erase(byTerms, ErasureReason::NetworkTerms, {}, {}));
        return first + second;
    });
}

} // namespace vigie::store
