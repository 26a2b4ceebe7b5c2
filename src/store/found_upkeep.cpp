// SPDX-License-Identifier: GPL-3.0-or-later
// Keeping the index of what is no mention: behind the writer, a slice at a time, from wherever it stopped.
#include "store/found_docs.hpp"

#include "store/hot_statement.hpp"
#include "store/index_scrub.hpp"
#include "store/meta.hpp"

#include <vigie/text/fts_expression.hpp>

namespace vigie::store {

namespace {

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

/// One step of taking the words of deleted rows out of an index; `key` of meta says how far that is.
bool scrubIndex(Session &session, const char *index, const std::string &key)
{
    const auto step = meta(session, key);
    if (!step)
        return false;
    if (mergeStep(session, index, *step == "begin"))
        dropMeta(session, key);
    else
        setMeta(session, key, "going");
    return true;
}

} // namespace

void markFound(Session &session, const FoundKey &key)
{
    session.hot("INSERT OR IGNORE INTO found_due VALUES(?,?,?)").bind(key.kind, key.ref, key.part).run();
}

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
    return scrubIndex(session, "found_fts", "found_scrub") || scrubIndex(session, "answered_fts", "answered_scrub") || scrubIndex(session, "item_fts", "item_scrub");
}

void scrubItemsLater(Session &session)
{
    for (const auto *key : {"found_scrub", "answered_scrub", "item_scrub"})
        setMeta(session, key, "begin");
}

} // namespace vigie::store
