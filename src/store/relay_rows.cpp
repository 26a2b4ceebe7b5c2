// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/relay_rows.hpp"

#include "store/hot_statement.hpp"
#include "store/relevance_rows.hpp"
#include "store/undo.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <unordered_map>

namespace vigie::store {

namespace {

constexpr int kMaxClimb = 2000; ///< a chain longer than this is a circle
constexpr const char *kRow = "SELECT item_id, root_id, parent_id, how, likeness FROM relay WHERE item_id=?";

RelayRow readRow(const HotStatement &row)
{
    return {ItemId{row.integer(0)}, ItemId{row.integer(1)}, ItemId{row.integer(2)}, static_cast<RelayHow>(row.integer(3)), static_cast<int>(row.integer(4))};
}

std::optional<RelayRow> findRow(Session &session, ItemId item)
{
    auto &found = session.hot(kRow);
    found.bind(item);
    if (!found.next())
        return std::nullopt;
    const auto row = readRow(found);
    found.reset();
    return row;
}

} // namespace

bool countsAsRelay(Session &session, ItemId item, bool repost)
{
    if (const auto row = findRow(session, item))
        return row->how != RelayHow::Reaction;
    if (!repost)
        return false;
    auto &apart = session.hot("SELECT 1 FROM relay_apart WHERE item_id=?");
    apart.bind(item);
    const bool kept = apart.next();
    apart.reset();
    return !kept;
}

std::optional<RelayRow> RelayRows::row(ItemId item)
{
    return findRow(session_, item);
}

ItemId RelayRows::rootOf(ItemId item)
{
    const auto found = row(item);
    return found ? found->root : item;
}

bool RelayRows::apart(ItemId item)
{
    return session_.one<int>("SELECT 1 FROM relay_apart WHERE item_id=?", item).has_value();
}

std::vector<RelayRow> RelayRows::members(ItemId root)
{
    std::vector<RelayRow> out;
    auto &rows = session_.hot("SELECT item_id, root_id, parent_id, how, likeness FROM relay WHERE root_id=? ORDER BY item_id");
    rows.bind(root);
    while (rows.next())
        out.push_back(readRow(rows));
    return out;
}

std::vector<ItemId> RelayRows::subtree(ItemId item)
{
    std::unordered_map<ItemId, std::vector<ItemId>> children;
    for (const auto &member : members(rootOf(item)))
        children[member.parent].push_back(member.item);
    std::vector<ItemId> out{item};
    for (std::size_t at = 0; at < out.size() && out.size() < static_cast<std::size_t>(kMaxClimb) * 1000; ++at)
        for (const auto child : children[out[at]])
            if (child != item)
                out.push_back(child);
    return out;
}

void RelayRows::touch(ItemId item)
{
    if (tx_.changeSet() && recorded_.insert(item.value).second)
        before_.emplace_back(item, image(item));
}

/// Whether the item counts as a relay, in all rows of the match table and in the sums.
void RelayRows::settleFlag(ItemId item)
{
    const auto before = storedFacts(session_, item);
    if (!before)
        return;
    const bool repost = session_.one<int>("SELECT 1 FROM item_ref WHERE item_id=? AND relation=? LIMIT 1", item, Relation::RepostOf).has_value();
    auto after = *before;
    after.relay = countsAsRelay(session_, item, repost);
    if (after.relay == before->relay)
        return;
    matches_.change(kEverything, *before, after);
    for (const auto query : session_.column<QueryId>("SELECT q.id FROM saved_query q CROSS JOIN query_match m ON m.query_id=q.id AND m.item_id=?", item))
        matches_.change(query, *before, after);
}

void RelayRows::put(const RelayRow &row)
{
    touch(row.item);
    session_.hot("INSERT INTO relay(item_id, root_id, parent_id, how, likeness) VALUES(?,?,?,?,?) ON CONFLICT(item_id) DO UPDATE SET"
                 " root_id=excluded.root_id, parent_id=excluded.parent_id, how=excluded.how, likeness=excluded.likeness")
        .bind(row.item, row.root, row.parent, row.how, row.likeness)
        .run();
    settleFlag(row.item);
    settleAsides(tx_, matches_, row.item);
    tx_.change().itemsChanged.push_back(row.item);
    tx_.change().itemsChanged.push_back(row.root);
}

void RelayRows::remove(ItemId item)
{
    touch(item);
    const auto root = rootOf(item);
    session_.exec("DELETE FROM relay WHERE item_id=?", item);
    settleFlag(item);
    tx_.change().itemsChanged.push_back(item);
    tx_.change().itemsChanged.push_back(root);
}

void RelayRows::setApart(ItemId item, bool apart)
{
    touch(item);
    if (apart)
        session_.exec("INSERT INTO relay_apart(item_id, at) VALUES(?,?) ON CONFLICT DO NOTHING", item, tx_.now());
    else
        session_.exec("DELETE FROM relay_apart WHERE item_id=?", item);
    settleFlag(item);
    tx_.change().itemsChanged.push_back(item);
}

void RelayRows::moveTo(const std::vector<ItemId> &items, ItemId root)
{
    for (const auto item : items) {
        if (item == root)
            continue;
        touch(item);
        session_.hot("UPDATE relay SET root_id=? WHERE item_id=?").bind(root, item).run();
    }
    tx_.change().itemsChanged.push_back(root);
}

void RelayRows::moveCluster(ItemId from, ItemId to)
{
    std::vector<ItemId> items;
    for (const auto &member : members(from))
        items.push_back(member.item);
    moveTo(items, to);
}

void RelayRows::flush()
{
    matches_.flush();
    for (const auto &[item, before] : before_) {
        RowChange change;
        change.kind = "relay";
        change.row = item.value;
        change.before = before;
        change.after = image(item);
        recordRow(tx_, change);
    }
    before_.clear();
}

std::string RelayRows::image(ItemId item)
{
    auto out = nlohmann::json::object();
    if (const auto found = row(item))
        out = {{"root", found->root.value}, {"parent", found->parent.value}, {"how", static_cast<int>(found->how)}, {"likeness", found->likeness}};
    if (const auto at = session_.one<std::int64_t>("SELECT at FROM relay_apart WHERE item_id=?", item))
        out["apart"] = *at;
    return out.dump();
}

std::optional<ItemId> RelayRows::topOf(ItemId item)
{
    auto at = item;
    for (int climbed = 0; climbed < kMaxClimb; ++climbed) {
        const auto found = row(at);
        if (!found)
            return at;
        at = found->parent;
        if (at == item)
            return std::nullopt;
    }
    return std::nullopt;
}

void RelayRows::restoreOne(const Kept &kept)
{
    const auto json = nlohmann::json::parse(kept.image, nullptr, false);
    if (!json.is_object())
        return;
    const auto number = [&json](const char *key) { return json.value(key, std::int64_t{0}); };
    session_.exec("DELETE FROM relay_apart WHERE item_id=?", kept.item);
    if (json.contains("apart"))
        session_.exec("INSERT INTO relay_apart(item_id, at) VALUES(?,?)", kept.item, number("apart"));
    if (json.contains("root"))
        put({kept.item, ItemId{number("root")}, ItemId{number("parent")}, static_cast<RelayHow>(number("how")), static_cast<int>(number("likeness"))});
    else
        remove(kept.item);
}

void RelayRows::restore(const std::vector<Kept> &kept)
{
    std::unordered_set<std::int64_t> roots, touched;
    const auto note = [&] {
        for (const auto &one : kept) {
            roots.insert(one.item.value);
            roots.insert(rootOf(one.item).value);
            touched.insert(one.item.value);
        }
    };
    note();
    for (const auto &one : kept)
        restoreOne(one);
    note();
    for (const auto root : roots)
        for (const auto &member : members(ItemId{root}))
            touched.insert(member.item.value);
    for (const auto item : touched)
        if (!topOf(ItemId{item}))
            remove(ItemId{item}); // others turned it round since: it stands for itself
    for (const auto item : touched)
        if (const auto found = row(ItemId{item}))
            if (const auto top = topOf(found->item); top && *top != found->root)
                moveTo({found->item}, *top);
}

} // namespace vigie::store
