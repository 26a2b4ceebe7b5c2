// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/evidence_rows.hpp"

#include "store/evidence_form.hpp"
#include "store/hot_statement.hpp"
#include "store/items_row.hpp"

#include <vigie/base/digest.hpp>
#include <vigie/store/audit.hpp>
#include <vigie/store/evidence.hpp>
#include <vigie/store/members.hpp>

#include <algorithm>
#include <utility>

namespace vigie::store {

void eachEvidence(Session &session, const std::string &sql, std::vector<Bound> values, const std::function<bool(EvidenceRow)> &row)
{
    session.each<std::int64_t, std::string, Instant, ItemId, std::string, std::string, std::string, std::optional<std::string>, std::string,
                 std::optional<Instant>, std::int64_t>(
        sql, std::move(values),
        [&row](std::int64_t number, const std::string &kind, Instant at, ItemId item, std::string contentHash, std::string previous, std::string hash,
               std::optional<std::string> content, std::string mediaHash, std::optional<Instant> keepUntil, std::int64_t erasedBy) {
            const auto known = evidenceKindFrom(kind);
            EvidenceRow out;
            out.knownKind = known.has_value();
            out.entry = {number, known.value_or(EvidenceKind::Captured), at, item, std::move(contentHash), std::move(previous), std::move(hash),
                         std::move(content), std::move(mediaHash), keepUntil, erasedBy};
            return row(std::move(out));
        });
}

std::vector<EvidenceEntry> evidenceEntries(Session &session, const std::string &sql, std::vector<Bound> values)
{
    std::vector<EvidenceEntry> out;
    eachEvidence(session, sql, std::move(values), [&out](EvidenceRow row) {
        out.push_back(std::move(row.entry));
        return true;
    });
    return out;
}

EvidenceEntry appendEvidence(Tx &tx, ItemId item, const EvidenceContent &said)
{
    auto &session = tx.session();
    EvidenceEntry entry;
    const auto last = session.one<std::int64_t, std::string>("SELECT number, sha256 FROM evidence ORDER BY number DESC LIMIT 1");
    entry.number = last ? std::get<0>(*last) + 1 : 1;
    entry.previous = last ? std::get<1>(*last) : kEvidenceBegin;
    entry.kind = said.kind;
    entry.at = tx.now();
    entry.item = item;
    entry.content = canonicalForm(said);
    entry.contentHash = sha256(*entry.content);
    entry.mediaHash = said.mediaHash;
    if (said.setsTerm)
        entry.keepUntil = said.keep.until;
    entry.hash = evidenceHash(entry);
    session.exec("INSERT INTO evidence(number, kind, at, item_id, content_sha256, previous_sha256, sha256, content, media_sha256, keep_until)"
                 " VALUES(?,?,?,?,?,?,?,?,?,?)",
                 entry.number, toString(entry.kind), entry.at, entry.item, entry.contentHash, entry.previous, entry.hash, *entry.content,
                 entry.mediaHash.empty() ? std::nullopt : std::optional(entry.mediaHash), entry.keepUntil);
    if (auto noted = Audit(tx).add(said.by.empty() ? "engine" : "person", std::string("evidence.") + toString(entry.kind),
                                   "evidence " + std::to_string(entry.number), entry.hash);
        !noted)
        throw HotError(noted.error().detail.c_str(), SQLITE_ERROR);
    if (item)
        tx.change().itemsChanged.push_back(item);
    return entry;
}

std::optional<EvidenceContent> lastKept(Session &session, ItemId item)
{
    const auto content = session.one<std::string>("SELECT content FROM evidence WHERE item_id=? AND content IS NOT NULL"
                                                  " AND kind IN ('captured','edited','deleted','state') ORDER BY number DESC LIMIT 1",
                                                  item);
    if (!content)
        return std::nullopt;
    auto said = readEvidence(*content);
    return said ? std::optional(std::move(*said)) : std::nullopt;
}

namespace {

/// Where the network asks that what is taken back goes, and nobody said why this must stay.
void boundDeleted(Tx &tx, ItemId item, const Policy &policy, EvidenceContent &said)
{
    const auto term = tx.session().one<std::string>("SELECT content FROM evidence WHERE item_id=? AND keep_until IS NOT NULL ORDER BY number DESC LIMIT 1", item);
    const auto set = term ? readEvidence(*term) : Result<EvidenceContent>(fail(Errc::NotFound));
    if (!policy.deletionSync || !set || !set->boundByTerms)
        return;
    said.keep = set->keep;
    said.keep.until = std::min(set->keep.until, tx.now() + *policy.deletionSync);
    said.setsTerm = said.boundByTerms = true;
}

bool isKept(Session &session, ItemId item)
{
    auto &kept = session.hot("SELECT 1 FROM evidence WHERE item_id=? AND content IS NOT NULL LIMIT 1");
    kept.bind(item);
    const bool any = kept.next();
    kept.reset();
    return any;
}

} // namespace

void wantMedia(Tx &tx, const EvidenceEntry &entry)
{
    tx.session().exec("INSERT INTO evidence_wanted(entry, position, url, next_at) SELECT ?1, j.key, json_extract(j.value, '$.url'), ?2"
                      " FROM json_each(json_extract(?3, '$.item.media')) j WHERE json_extract(j.value, '$.url') LIKE 'http%'"
                      " AND NOT EXISTS(SELECT 1 FROM evidence e WHERE e.item_id=?4 AND e.kind='media' AND e.content IS NOT NULL"
                      " AND json_extract(e.content, '$.url')=json_extract(j.value, '$.url'))",
                      entry.number, tx.now(), entry.content.value_or("{}"), entry.item);
}

void followKept(Tx &tx, const Item &now)
{
    auto &session = tx.session();
    const auto before = isKept(session, now.id) ? lastKept(session, now.id) : std::nullopt;
    if (!before)
        return;
    EvidenceContent said;
    said.item = now;
    said.wordsLeftOut = before->wordsLeftOut;
    // Compared in the form that is kept: what cannot be written there must not look like an edit each time.
    const auto seen = readEvidence(canonicalForm(said));
    const bool words = !seen || !sameKeptWords(before->item, seen->item), state = before->item.state != now.state;
    if (!words && !state)
        return;
    said.kind = state && isGone(now.state) ? EvidenceKind::Deleted : words ? EvidenceKind::Edited : EvidenceKind::State;
    if (said.kind == EvidenceKind::Deleted)
        if (const auto policy = Accounts(tx).policyOf(now.connector))
            boundDeleted(tx, now.id, *policy, said);
    const auto entry = appendEvidence(tx, now.id, said);
    if (words)
        wantMedia(tx, entry);
}

} // namespace vigie::store
