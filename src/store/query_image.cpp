// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/query_image.hpp"

#include "store/queries_linked.hpp"
#include "store/undo.hpp"

#include <vigie/store/audit.hpp>

#include <nlohmann/json.hpp>

#include <utility>
#include <vector>

namespace vigie::store {

namespace {

constexpr const char *kImage = "SELECT json_object('name', name, 'source', source, 'role', role, 'newest_first', newest_first) FROM saved_query WHERE id=?";

struct Kept {
    QueryId id;
    std::string before, after;
};

std::vector<Kept> keptImages(Session &session, ChangeSetId set)
{
    std::vector<Kept> out;
    session.each<QueryId, std::string, std::string>(
        "SELECT row_id, coalesce(before_json, ''), coalesce(after_json, '') FROM change_row WHERE change_set_id=? AND kind=?", binds(set, kQueryChange),
        [&](QueryId id, std::string before, std::string after) { out.push_back({id, std::move(before), std::move(after)}); });
    return out;
}

Result<void> restore(Tx &tx, const Kept &kept)
{
    auto &session = tx.session();
    const auto image = nlohmann::json::parse(kept.before, nullptr, false);
    const auto old = session.one<std::string, std::string>("SELECT name, source FROM saved_query WHERE id=?", kept.id);
    if (!old || !image.is_object())
        return fail(Errc::NotFound, "no such query");
    const auto &[nowName, nowSource] = *old;
    SavedQuery query;
    query.id = kept.id;
    query.name = image.value("name", nowName);
    query.source = image.value("source", nowSource);
    VIGIE_TRY(const auto tree, checkedQuery(session, query, tx.now()));
    const auto keeping = keepingOf(tree);
    const bool changed = query.source != nowSource;
    session.exec("UPDATE saved_query SET name=?, source=?, role=?, newest_first=?, version=version+?, desk_dependent=? WHERE id=?", query.name, query.source,
                 image.value("role", std::string(toString(query.role))), image.value("newest_first", 1), changed, keeping, kept.id);
    if (query.name != nowName)
        carryRename(session, nowName, query.name);
    if (changed) {
        judgeAnew(session, kept.id, keeping, true);
        judgeThoseThatAskFor(session, query.name, tx.now());
    }
    return {};
}

} // namespace

std::optional<std::string> queryImage(Session &session, QueryId id)
{
    return session.one<std::string>(kImage, id);
}

void recordQueryChange(Tx &tx, QueryId id, const std::optional<std::string> &before)
{
    if (!tx.changeSet())
        return;
    RowChange change;
    change.kind = kQueryChange;
    change.row = id.value;
    change.before = before;
    change.after = queryImage(tx.session(), id);
    if (change.before != change.after)
        recordRow(tx, change);
}

int queriesChangedSince(Session &session, ChangeSetId id)
{
    int changed = 0;
    for (const auto &kept : keptImages(session, id))
        changed += queryImage(session, kept.id) != kept.after;
    return changed;
}

Result<void> restoreQueries(Tx &tx, ChangeSetId id)
{
    const auto images = keptImages(tx.session(), id);
    for (const auto &kept : images)
        VIGIE_CHECK(restore(tx, kept));
    if (!images.empty()) {
        forgetQueries(tx.session());
        tx.change().queries = true;
        VIGIE_CHECK(Audit(tx).add("person", "query.restored", "query " + std::to_string(images.front().id.value), {}));
    }
    return {};
}

} // namespace vigie::store
