// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/queries_judge.hpp"

#include "store/desk_facts.hpp"
#include "store/writer_caches.hpp"

#include <vigie/text/fts_expression.hpp>

namespace vigie::store {

namespace {

std::vector<std::pair<QueryId, text::Query>> keptTrees(Session &session, Instant now)
{
    std::vector<std::pair<QueryId, text::Query>> queries;
    const auto context = queryContext(session, now);
    session.each<QueryId, std::string>("SELECT id, source FROM saved_query WHERE desk_dependent=0", {}, [&](QueryId id, const std::string &source) {
        if (auto parsed = text::parseAndBind(source, context))
            queries.emplace_back(id, std::move(*parsed));
    });
    return queries;
}

} // namespace

const std::unordered_set<std::int64_t> &keptQueries(Session &session)
{
    auto &known = session.caches().queries;
    if (!known) {
        known.emplace();
        session.each<std::int64_t>("SELECT id FROM saved_query WHERE desk_dependent=0", {}, [&](std::int64_t id) { known->insert(id); });
    }
    return *known;
}

const std::unordered_set<std::int64_t> &countQueries(Session &session, Instant now)
{
    auto &known = session.caches().countQueries;
    if (!known) {
        known.emplace();
        for (const auto &[id, query] : keptTrees(session, now))
            if (text::dependsOnCounts(query))
                known->insert(id.value);
    }
    return *known;
}

std::vector<QueryId> judgeItem(Session &session, const Item &item, const std::string &folded, Instant now)
{
    auto &set = session.caches().querySet;
    if (!set)
        set.emplace(keptTrees(session, now));
    std::vector<QueryId> out;
    set->match(text::subjectOf(item, {}), folded, session.caches().words, out);
    return out;
}

} // namespace vigie::store
