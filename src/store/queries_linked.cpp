// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/queries_linked.hpp"

#include "store/desk_facts.hpp"
#include "store/query_change_note.hpp"
#include "store/writer_caches.hpp"

#include <algorithm>
#include <functional>
#include <set>
#include <utility>
#include <vector>

namespace vigie::store {

namespace {

struct Row {
    QueryId id;
    std::string name, source;
};

std::vector<Row> allRows(Session &session)
{
    std::vector<Row> rows;
    session.each<QueryId, std::string, std::string>("SELECT id, name, source FROM saved_query ORDER BY id", {}, [&](QueryId id, std::string name, std::string source) {
        rows.push_back({id, std::move(name), std::move(source)});
    });
    return rows;
}

void rewriteSources(Session &session, const std::function<std::string(const std::string &)> &rewrite)
{
    for (const auto &row : allRows(session)) {
        const auto source = rewrite(row.source);
        if (source != row.source && text::parseQuery(source))
            session.exec("UPDATE saved_query SET source=? WHERE id=?", source, row.id);
    }
}

void judgeRows(Session &session, const std::vector<Row> &rows, Instant now)
{
    for (const auto &row : rows) {
        const auto tree = parsedAndBound(session, row.source, now);
        const auto keeping = tree ? keepingOf(*tree) : Keeping::AtArrival;
        session.exec("UPDATE saved_query SET version=version+1, desk_dependent=? WHERE id=?", keeping, row.id);
        judgeAnew(session, row.id, keeping);
        noteQueryChange(session, row.id, now);
    }
}

} // namespace

void forgetQueries(Session &session)
{
    session.caches().queries.reset();
    session.caches().countQueries.reset();
    session.caches().querySet.reset();
    session.caches().readUpTo.reset();
}

void emptyMatches(Session &session, QueryId id)
{
    session.exec("DELETE FROM query_match WHERE query_id=?", id);
    session.caches().columns.queries.push_back(id);
    session.exec("DELETE FROM rollup_day WHERE query_id=?", id);
    session.exec("DELETE FROM query_count WHERE query_id=?", id);
    dropAsides(session, id, false);
}

void noteBacklog(Session &session, QueryId id)
{
    session.exec("INSERT INTO query_backlog(query_id, below, judged, total) SELECT ?, newest+1, 0, items FROM"
                 " (SELECT max(item_id) AS newest, count(*) AS items FROM query_match WHERE query_id=0) WHERE items > 0", id);
}

void judgeAnew(Session &session, QueryId id, Keeping keeping, bool keepMatches)
{
    if (keeping == Keeping::Live || !keepMatches)
        emptyMatches(session, id);
    session.exec("DELETE FROM query_backlog WHERE query_id=?", id);
    if (keeping != Keeping::Live)
        noteBacklog(session, id);
}

Result<text::Query> checkedQuery(Session &session, const SavedQuery &query, Instant now)
{
    auto context = queryContext(session, now);
    const auto old = query.id ? session.one<std::string>("SELECT name FROM saved_query WHERE id=?", query.id) : std::nullopt;
    auto &saved = context.library.saved;
    std::erase_if(saved, [&](const text::QueryLibrary::Saved &one) { return (old && one.name == *old) || one.name == query.name; });
    saved.push_back({query.name, query.source});
    if (old && *old != query.name)
        saved.push_back({*old, query.source}); // what asks for the old name is carried to the new one
    auto tree = text::parseAndBind(query.source, context);
    if (!tree)
        return fail(text::toError(tree.error()));
    return std::move(*tree);
}

void carryRename(Session &session, const std::string &from, const std::string &to)
{
    rewriteSources(session, [&](const std::string &source) { return text::renameSaved(source, from, to); });
}

void carryRemoval(Session &session, const std::string &name, const std::string &source)
{
    rewriteSources(session, [&](const std::string &one) { return text::inlineSaved(one, name, source); });
}

void judgeThoseThatAskFor(Session &session, const std::string &name, Instant now)
{
    auto rows = allRows(session);
    std::set<std::string> names{text::compactName(name)};
    std::vector<Row> found;
    for (bool more = true; more;) {
        const auto asks = [&](const Row &row) {
            const auto asked = text::savedNamesIn(row.source);
            return std::any_of(asked.begin(), asked.end(), [&](const std::string &one) { return names.count(text::compactName(one)) > 0; });
        };
        const auto rest = std::stable_partition(rows.begin(), rows.end(), [&](const Row &row) { return !asks(row); });
        more = rest != rows.end();
        for (auto it = rest; it != rows.end(); ++it) {
            names.insert(text::compactName(it->name));
            found.push_back(*it);
        }
        rows.erase(rest, rows.end());
    }
    judgeRows(session, found, now);
}

void judgeThoseThatAskForLists(Session &session, Instant now)
{
    const auto asksList = [](const auto &self, const text::QueryNode &node) -> bool {
        return (node.kind == text::QueryNode::Kind::Field && node.field == text::QueryField::List)
               || std::any_of(node.children.begin(), node.children.end(), [&](const text::QueryNode &child) { return self(self, child); });
    };
    std::vector<Row> found;
    for (auto &row : allRows(session))
        if (const auto tree = parsedAndBound(session, row.source, now); tree && asksList(asksList, tree->root))
            found.push_back(std::move(row));
    judgeRows(session, found, now);
}

} // namespace vigie::store
