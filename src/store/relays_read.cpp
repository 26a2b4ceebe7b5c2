// SPDX-License-Identifier: GPL-3.0-or-later
// Clusters as they are read, and what intake needs to find them.
#include <vigie/store/relays.hpp>
#include <vigie/store/sync.hpp>

#include "store/hot_statement.hpp"
#include "store/items_packed.hpp"
#include "store/items_row.hpp"
#include "store/relay_rows.hpp"

#include <algorithm>
#include <unordered_map>

namespace vigie::store {

namespace {

constexpr std::chrono::hours kLookedBack{24}; ///< before the earliest: what was read then says whether it is the origin
constexpr double kAllSeen = 0.999;

RelaySubject readSubject(const HotStatement &row)
{
    Item item;
    item.id = ItemId{row.integer(0)};
    item.connector = row.text(1);
    item.instance = row.text(2);
    item.nativeId = row.text(3);
    RelaySubject out;
    out.item = item.id;
    for (const int column : {4, 5})
        if (auto address = unpackLink(row.text(column), item); !address.empty())
            out.addresses.push_back(std::move(address));
    out.title = row.text(6);
    out.text = row.text(7);
    for (auto &span : unpackSpans(row.text(8), out.text))
        if (span.kind == TextSpan::Kind::Link)
            out.links.push_back(std::move(span.target));
    const auto kind = static_cast<ItemKind>(row.integer(9));
    const auto visibility = static_cast<Visibility>(row.integer(10));
    const auto state = static_cast<ItemState>(row.integer(11));
    out.eligible = kind != ItemKind::Message && visibility != Visibility::Direct && visibility != Visibility::Followers && !isGone(state);
    out.settled = row.integer(12) != 0;
    out.apart = row.integer(13) != 0;
    return out;
}

void addRelations(Session &session, const std::string &list, const std::unordered_map<ItemId, RelaySubject *> &subjects)
{
    auto &refs = session.hot("SELECT r.item_id, r.relation, r.target_native, r.target_id FROM json_each(?1) j CROSS JOIN item_ref r ON r.item_id=j.value"
                             " WHERE r.relation IN (2, 3, 5) ORDER BY r.item_id, r.position");
    refs.bind(list);
    while (refs.next())
        if (const auto it = subjects.find(ItemId{refs.integer(0)}); it != subjects.end()) {
            const auto relation = static_cast<Relation>(refs.integer(1));
            if (relation == Relation::LinksTo)
                it->second->links.emplace_back(refs.text(2));
            else if (!refs.isNull(3))
                it->second->relays.push_back({relation, {}, ItemId{refs.integer(3)}});
        }
    auto &named = session.hot("SELECT r.target_id, r.item_id, r.relation FROM json_each(?1) j CROSS JOIN item_ref r ON r.target_id=j.value"
                              " WHERE r.relation IN (2, 3) AND NOT EXISTS(SELECT 1 FROM relay y WHERE y.item_id=r.item_id AND y.how<=2)");
    named.bind(list);
    while (named.next())
        if (const auto it = subjects.find(ItemId{named.integer(0)}); it != subjects.end())
            it->second->relayedBy.emplace_back(ItemId{named.integer(1)}, static_cast<Relation>(named.integer(2)));
}

/// The cluster as a tree from its root on; rows whose parent is gone hang from the root.
class ClusterBuilder {
public:
    ClusterBuilder(ItemId root, const std::vector<RelayRow> &members, std::size_t limit) : limit_(limit)
    {
        std::unordered_map<ItemId, RelayRow> known;
        for (const auto &member : members)
            known.emplace(member.item, member);
        for (const auto &member : members)
            children_[member.parent == root || known.count(member.parent) != 0 ? member.parent : root].push_back(member);
        out_.root = root;
        RelayNode first;
        first.item = root;
        out_.nodes.push_back(first);
        descend(root, 1);
        out_.cut = out_.nodes.size() < members.size() + 1;
    }
    RelayCluster take() { return std::move(out_); }

private:
    void descend(ItemId parent, int depth)
    {
        const auto found = children_.find(parent);
        if (found == children_.end() || depth > kDeepest)
            return;
        const auto rows = std::move(found->second);
        children_.erase(found);
        for (const auto &row : rows) {
            if (out_.nodes.size() >= limit_)
                return;
            RelayNode node;
            node.item = row.item;
            node.parent = parent;
            node.depth = depth;
            node.how = row.how;
            node.likeness = row.likeness / 1000.0;
            out_.nodes.push_back(node);
            descend(row.item, depth + 1);
        }
    }

    static constexpr int kDeepest = 500;
    std::size_t limit_;
    std::unordered_map<ItemId, std::vector<RelayRow>> children_;
    RelayCluster out_;
};

void addAuthors(Session &session, RelayCluster &cluster)
{
    std::unordered_map<ItemId, RelayNode *> places;
    std::vector<ItemId> ids;
    for (auto &node : cluster.nodes) {
        places.emplace(node.item, &node);
        ids.push_back(node.item);
    }
    session.each<ItemId, Instant, std::string, std::string, std::optional<std::string>, std::optional<std::string>, std::optional<double>>(
        "SELECT i.id, i.published_at, s.connector, s.instance, coalesce(i.author_handle, m.handle), coalesce(i.author_name, m.name), m.followers"
        " FROM json_each(?) j CROSS JOIN item i ON i.id=j.value JOIN source s ON s.id=i.source_id LEFT JOIN member m ON m.id=i.author_id",
        binds(idList(ids)),
        [&](ItemId id, Instant at, std::string connector, std::string instance, std::optional<std::string> handle, std::optional<std::string> name,
            std::optional<double> followers) {
            auto &node = *places.at(id);
            node.publishedAt = at;
            node.connector = std::move(connector);
            node.instance = std::move(instance);
            node.handle = handle.value_or("");
            node.name = name.value_or("");
            node.audience = followers.value_or(-1);
        });
}

/// The first relay whose audience is at least half of the largest one.
ItemId firstLargeOf(const RelayCluster &cluster)
{
    double largest = 0;
    for (std::size_t at = 1; at < cluster.nodes.size(); ++at)
        if (cluster.nodes[at].how != RelayHow::Reaction)
            largest = std::max(largest, cluster.nodes[at].audience);
    const RelayNode *first = nullptr;
    for (std::size_t at = 1; at < cluster.nodes.size(); ++at) {
        const auto &node = cluster.nodes[at];
        if (node.how != RelayHow::Reaction && largest >= kLargeAudience && node.audience >= largest / 2 && (first == nullptr || node.publishedAt < first->publishedAt))
            first = &node;
    }
    return first == nullptr ? ItemId{} : first->item;
}

/// Reposts, quotes and links name their origin; for copies the streams of the day before must have been read without a gap.
Result<bool> originKnown(Tx &tx, const RelayCluster &cluster)
{
    const auto copied = std::any_of(cluster.nodes.begin() + 1, cluster.nodes.end(), [](const RelayNode &node) { return node.how == RelayHow::Copy; });
    if (!copied)
        return true;
    // Nobody reads on from where files were imported.
    if (!tx.session().one<int>("SELECT 1 FROM account WHERE connector=? LIMIT 1", cluster.nodes.front().connector))
        return false;
    const auto at = cluster.nodes.front().publishedAt;
    VIGIE_TRY(const auto coverage, Sync(tx).coverage({}, at - kLookedBack, at));
    return !coverage.windows.empty() && coverage.openGaps == 0 && coverage.seenShare >= kAllSeen;
}

} // namespace

int answersTo(Session &session, ItemId root)
{
    auto &count = session.hot("SELECT count(DISTINCT r.item_id) FROM (SELECT ?1 AS id UNION ALL SELECT item_id FROM relay WHERE root_id=?1) m"
                              " CROSS JOIN item_ref r ON r.target_id=m.id CROSS JOIN item i ON i.id=r.item_id WHERE r.relation IN (0, 2) AND i.ours IS NULL"
                              " AND NOT EXISTS(SELECT 1 FROM relay x WHERE x.item_id=r.item_id AND x.root_id=?1)");
    count.bind(root);
    const int answers = count.next() ? static_cast<int>(count.integer(0)) : 0;
    count.reset();
    return answers;
}

Result<std::vector<RelaySubject>> Relays::subjects(std::span<const ItemId> items)
{
    auto &session = tx_.session();
    return session.guard([&] {
        const auto list = idList(items);
        std::vector<RelaySubject> out;
        out.reserve(items.size());
        auto &rows = session.hot("SELECT i.id, s.connector, s.instance, i.native_id, i.uri, i.permalink, i.title, i.text, i.spans, i.kind, i.visibility, i.state,"
                                 " y.item_id IS NOT NULL, a.item_id IS NOT NULL FROM json_each(?1) j CROSS JOIN item i ON i.id=j.value"
                                 " JOIN source s ON s.id=i.source_id LEFT JOIN relay y ON y.item_id=i.id LEFT JOIN relay_apart a ON a.item_id=i.id");
        rows.bind(list);
        while (rows.next())
            out.push_back(readSubject(rows));
        std::unordered_map<ItemId, RelaySubject *> places;
        for (auto &subject : out)
            places.emplace(subject.item, &subject);
        addRelations(session, list, places);
        return out;
    });
}

Result<std::vector<ItemId>> Relays::following(ItemId after, int limit)
{
    auto &session = tx_.session();
    return session.guard([&] { return session.column<ItemId>("SELECT item_id FROM query_match WHERE query_id=0 AND item_id>? ORDER BY item_id LIMIT ?", after, limit); });
}

Result<ItemId> Relays::startOf(int newest)
{
    auto &session = tx_.session();
    return session.guard([&] {
        const auto first = session.one<ItemId>("SELECT item_id FROM query_match WHERE query_id=0 ORDER BY item_id DESC LIMIT 1 OFFSET ?", newest);
        return first.value_or(ItemId{});
    });
}

Result<ItemId> Relays::original(ItemId item)
{
    auto &session = tx_.session();
    return session.guard([&] { return RelayRows(tx_).rootOf(item); });
}

Result<RelayCluster> Relays::cluster(ItemId item, int limit)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<RelayCluster> {
        if (!session.one<int>("SELECT 1 FROM item WHERE id=?", item))
            return fail(Errc::NotFound, "no such item");
        RelayRows rows(tx_);
        const auto root = rows.rootOf(item);
        const auto members = rows.members(root);
        auto cluster = ClusterBuilder(root, members, static_cast<std::size_t>(std::max(limit, 1))).take();
        const auto reacting = std::count_if(members.begin(), members.end(), [](const RelayRow &row) { return row.how == RelayHow::Reaction; });
        cluster.relays = static_cast<int>(members.size()) - static_cast<int>(reacting);
        cluster.reactions = static_cast<int>(reacting) + answersTo(session, root);
        addAuthors(session, cluster);
        cluster.firstLarge = firstLargeOf(cluster);
        VIGIE_TRY(cluster.originKnown, originKnown(tx_, cluster));
        return cluster;
    });
}

} // namespace vigie::store
