// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/items.hpp>

#include "store/session.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace vigie::store {

namespace {

/// A chain longer than this is either hostile or a circle.
constexpr int kMaxClimb = 2000;

/// A conversation as a tree; nodes without id stand for parents that were not seen.
class ThreadBuilder {
public:
    ThreadBuilder(Session &session, int limit) : session_(session), limit_(static_cast<std::size_t>(std::max(limit, 1))) {}

    std::vector<ThreadEntry> build(ItemId start)
    {
        climb(start);
        std::vector<ItemId> level;
        std::size_t root = 0;
        if (unseen_.empty()) {
            root = add(path_.back(), {});
            level.push_back(path_.back());
        } else {
            root = add({}, unseen_);
            level = adopt(root, session_.column<ItemId>("SELECT r.item_id FROM item_ref r CROSS JOIN item i ON i.id=r.item_id"
                                                         " WHERE r.target_native=? AND r.target_id IS NULL AND r.relation<>5 AND r.relation IN (0, 4)"
                                                         " AND i.source_id=(SELECT source_id FROM item WHERE id=?)",
                                                         unseen_, path_.back()));
        }
        descend(std::move(level));
        if (unseen_.empty())
            addOrphans(root, path_.back());
        std::vector<ThreadEntry> out;
        flatten(root, out);
        return out;
    }

private:
    struct Node {
        ItemId id;
        std::string native;
        std::vector<std::size_t> children;
    };

    std::size_t add(ItemId id, std::string native)
    {
        nodes_.push_back({id, std::move(native), {}});
        if (id)
            places_.emplace(id, nodes_.size() - 1);
        return nodes_.size() - 1;
    }

    /// From the item to the root: path_ begins with the item; unseen_ names the parent of the last when it is not here.
    void climb(ItemId start)
    {
        std::unordered_set<ItemId> met{start};
        path_.push_back(start);
        for (int i = 0; i < kMaxClimb; ++i) {
            const auto parent = session_.one<ItemId, std::string>(
                "SELECT target_id, target_native FROM item_ref WHERE item_id=? AND relation IN (0, 4) ORDER BY position LIMIT 1", path_.back());
            if (!parent)
                return;
            const auto &[id, native] = *parent;
            if (id && met.insert(id).second) {
                path_.push_back(id);
                continue;
            }
            if (!id && !climbToRoot(met))
                unseen_ = native;
            return;
        }
    }

    /// The network named the root of the conversation, and that one is here: the unseen parent hangs below it.
    bool climbToRoot(std::unordered_set<ItemId> &met)
    {
        const auto root = session_.one<ItemId>("SELECT target_id FROM item_ref WHERE item_id=? AND relation=1 AND target_id IS NOT NULL", path_.back());
        if (!root || !met.insert(*root).second)
            return false;
        path_.push_back(*root);
        return true;
    }

    std::vector<ItemId> adopt(std::size_t parent, const std::vector<ItemId> &children)
    {
        std::vector<ItemId> fresh;
        for (const auto child : children) {
            const bool onPath = std::find(path_.begin(), path_.end(), child) != path_.end();
            if (places_.count(child) || (nodes_.size() >= limit_ && !onPath))
                continue;
            nodes_[parent].children.push_back(0);
            const auto at = add(child, {});
            nodes_[parent].children.back() = at;
            fresh.push_back(child);
        }
        return fresh;
    }

    /// One statement a level.
    void descend(std::vector<ItemId> level)
    {
        while (!level.empty()) {
            std::vector<std::pair<ItemId, ItemId>> edges;
            session_.each<ItemId, ItemId>("SELECT r.target_id, r.item_id FROM json_each(?) j CROSS JOIN item_ref r ON r.target_id=j.value"
                                          " WHERE r.relation IN (0, 4) ORDER BY r.item_id",
                                          binds(idList(level)), [&](ItemId parent, ItemId child) { edges.emplace_back(parent, child); });
            level.clear();
            for (const auto &[parent, child] : edges)
                for (const auto fresh : adopt(places_.at(parent), {child}))
                    level.push_back(fresh);
        }
    }

    /// Answers whose parent is unseen but whose root is this one.
    void addOrphans(std::size_t root, ItemId id)
    {
        std::vector<std::pair<std::string, ItemId>> orphans;
        session_.each<std::string, ItemId>("SELECT p.target_native, r.item_id FROM item_ref r JOIN item_ref p ON p.item_id=r.item_id"
                                           " WHERE r.target_id=? AND r.relation=1 AND p.relation IN (0, 4) AND p.target_id IS NULL ORDER BY r.item_id",
                                           binds(id), [&](std::string native, ItemId orphan) { orphans.emplace_back(std::move(native), orphan); });
        std::unordered_map<std::string, std::size_t> parents;
        std::vector<ItemId> level;
        for (auto &[native, orphan] : orphans) {
            const bool onPath = std::find(path_.begin(), path_.end(), orphan) != path_.end();
            if (nodes_.size() >= limit_ && !onPath)
                continue;
            auto it = parents.find(native);
            if (it == parents.end()) {
                const auto placeholder = add({}, native);
                nodes_[root].children.push_back(placeholder);
                it = parents.emplace(native, placeholder).first;
            }
            for (const auto fresh : adopt(it->second, {orphan}))
                level.push_back(fresh);
        }
        descend(std::move(level));
    }

    void flatten(std::size_t root, std::vector<ThreadEntry> &out)
    {
        // By hand, since a chain may be deeper than the stack likes.
        std::vector<std::pair<std::size_t, int>> open{{root, 0}};
        while (!open.empty()) {
            const auto [at, depth] = open.back();
            open.pop_back();
            auto &node = nodes_[at];
            out.push_back({node.id, node.native, depth});
            // Ids grow with time; a placeholder stands where its first answer would.
            std::sort(node.children.begin(), node.children.end(), [&](std::size_t a, std::size_t b) { return timeOf(a) > timeOf(b); });
            for (const auto child : node.children)
                open.emplace_back(child, depth + 1);
        }
    }

    [[nodiscard]] std::int64_t timeOf(std::size_t at) const
    {
        const auto &node = nodes_[at];
        if (node.id || node.children.empty())
            return node.id.value;
        std::int64_t first = nodes_[node.children.front()].id.value;
        for (const auto child : node.children)
            first = std::min(first, nodes_[child].id.value);
        return first;
    }

    Session &session_;
    std::size_t limit_;
    std::vector<Node> nodes_;
    std::unordered_map<ItemId, std::size_t> places_;
    std::vector<ItemId> path_;
    std::string unseen_;
};

} // namespace

Result<std::vector<ThreadEntry>> Items::thread(ItemId id, int limit)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<std::vector<ThreadEntry>> {
        if (!session.one<int>("SELECT 1 FROM item WHERE id=?", id))
            return fail(Errc::NotFound, "no such item");
        return ThreadBuilder(session, limit).build(id);
    });
}

} // namespace vigie::store
