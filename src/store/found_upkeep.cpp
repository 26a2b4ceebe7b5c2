// SPDX-License-Identifier: GPL-3.0-or-later
// Keeping the index of what is no mention: behind the writer, a slice at a time, from wherever it stopped.
#include "store/found_docs.hpp"

#include <vigie/text/fts_expression.hpp>

namespace vigie::store {

namespace {

constexpr int kScrubPages = 200;
constexpr const char *kScrub = "found_scrub";

void indexOne(Session &session, const FoundKey &key)
{
    const auto known = session.one<std::int64_t>("SELECT id FROM found WHERE kind=? AND ref_id=? AND part=?", key.kind, key.ref, key.part);
    const auto doc = loadFound(session, key);
    if (!doc) {
        if (known)
            session.exec("DELETE FROM found WHERE id=?", *known);
        return;
    }
    auto id = known.value_or(0);
    if (known) {
        session.exec("DELETE FROM found_fts WHERE rowid=?", id);
        session.exec("UPDATE found SET at=? WHERE id=?", doc->thing.place.at, id);
    } else {
        id = session.insert("INSERT INTO found(kind, ref_id, part, at) VALUES(?,?,?,?)", key.kind, key.ref, key.part, doc->thing.place.at);
    }
    session.exec("INSERT INTO found_fts(rowid, text, tags) VALUES(?,?,?)", id, text::foldedText(doc->item),
                 text::filterTokens(doc->item, doc->item.connector) + ' ' + kindToken(key.kind));
}

} // namespace

bool catchUpFound(Session &session, int limit)
{
    std::vector<FoundKey> due;
    session.each<FindScope, std::int64_t, int>("SELECT kind, ref_id, part FROM found_due LIMIT ?", binds(limit),
                                               [&](FindScope kind, std::int64_t ref, int part) { due.push_back({kind, ref, part}); });
    for (const auto &key : due) {
        indexOne(session, key);
        session.exec("DELETE FROM found_due WHERE kind=? AND ref_id=? AND part=?", key.kind, key.ref, key.part);
    }
    return !due.empty();
}

void markAllFound(Session &session)
{
    session.exec("INSERT OR IGNORE INTO found_due SELECT kind, ref_id, part FROM found");
}

bool scrubFound(Session &session)
{
    const auto step = session.one<std::string>("SELECT value FROM meta WHERE key=?", kScrub);
    if (!step)
        return false;
    // Merged into one segment, a full-text index holds no word that no row has; the pages it leaves are overwritten.
    session.script("PRAGMA secure_delete=ON");
    const auto before = session.one<std::int64_t>("SELECT total_changes()").value_or(0);
    session.exec("INSERT INTO found_fts(found_fts, rank) VALUES('merge', ?)", *step == "begin" ? -kScrubPages : kScrubPages);
    const bool merged = session.one<std::int64_t>("SELECT total_changes()").value_or(0) - before < 2;
    session.script("PRAGMA secure_delete=OFF");
    if (merged && *step != "begin")
        session.exec("DELETE FROM meta WHERE key=?", kScrub);
    else
        session.exec("UPDATE meta SET value='going' WHERE key=?", kScrub);
    return true;
}

} // namespace vigie::store
