// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/tag_source.hpp"

#include "store/queries_linked.hpp"
#include "store/query_image.hpp"
#include "store/row_image.hpp"
#include "store/session.hpp"

#include <vigie/text/fold.hpp>
#include <vigie/text/query.hpp>

#include <algorithm>
#include <utility>
#include <vector>

namespace vigie::store {

namespace {

using Places = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

void collect(const text::QueryNode &node, const std::string &folded, Places &out)
{
    if (node.kind == text::QueryNode::Kind::Field && node.field == text::QueryField::Tag && text::fold(node.value) == folded)
        out.emplace_back(node.begin, node.end);
    for (const auto &child : node.children)
        collect(child, folded, out);
}

std::vector<std::pair<std::int64_t, std::string>> sources(Session &session, const std::string &table)
{
    std::vector<std::pair<std::int64_t, std::string>> out;
    session.each<std::int64_t, std::string>("SELECT id, source FROM " + table + " WHERE source <> ''", {},
                                            [&](std::int64_t id, std::string source) { out.emplace_back(id, std::move(source)); });
    return out;
}

} // namespace

std::string renameTagIn(const std::string &source, const std::string &from, const std::string &to)
{
    const auto query = text::parseQuery(source);
    if (!query)
        return source;
    Places places;
    collect(query->root, text::fold(from), places);
    std::sort(places.rbegin(), places.rend());
    std::string name;
    std::copy_if(to.begin(), to.end(), std::back_inserter(name), [](char c) { return c != '"'; });
    auto out = source;
    for (const auto &[begin, end] : places)
        out.replace(begin, end - begin, "tag:\"" + name + "\"");
    return places.empty() || !text::parseQuery(out) ? source : out;
}

void carryTagName(Tx &tx, const std::string &from, const std::string &to)
{
    auto &session = tx.session();
    for (const auto &[table, kind] : {std::pair{"desk_view", Imaged::View}, std::pair{"rule", Imaged::Rule}})
        for (const auto &[id, source] : sources(session, table))
            if (const auto renamed = renameTagIn(source, from, to); renamed != source) {
                RowRecord record(tx, kind, id);
                session.exec("UPDATE " + std::string(table) + " SET source=? WHERE id=?", renamed, id);
                record.done();
            }
    for (const auto &[id, source] : sources(session, "saved_query"))
        if (const auto renamed = renameTagIn(source, from, to); renamed != source) {
            const auto before = queryImage(session, QueryId{id});
            session.exec("UPDATE saved_query SET source=? WHERE id=?", renamed, id);
            recordQueryChange(tx, QueryId{id}, before);
            tx.change().queries = true;
        }
    forgetQueries(session);
    tx.change().settings = true;
}

} // namespace vigie::store
