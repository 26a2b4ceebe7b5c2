// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/cascade.hpp"

#include <algorithm>
#include <vector>

namespace vigie::insight {

namespace {

/// Places from the original outwards: every post behind the one it relays. What goes round in a circle hangs from the original.
std::vector<std::size_t> outwards(std::vector<std::size_t> &parentOf)
{
    std::vector<std::vector<std::size_t>> children(parentOf.size());
    for (std::size_t node = 1; node < parentOf.size(); ++node)
        children[parentOf[node]].push_back(node);
    std::vector<std::size_t> order{0};
    std::vector<bool> seen(parentOf.size(), false);
    seen[0] = true;
    const auto follow = [&](std::size_t from) {
        for (auto at = from; at < order.size(); ++at)
            for (const auto child : children[order[at]])
                if (!seen[child]) {
                    seen[child] = true;
                    order.push_back(child);
                }
    };
    follow(0);
    for (std::size_t node = 1; node < parentOf.size(); ++node)
        if (!seen[node]) {
            parentOf[node] = 0;
            seen[node] = true;
            order.push_back(node);
            follow(order.size() - 1);
        }
    return order;
}

} // namespace

CascadeShape cascadeShape(std::span<const std::int32_t> parents)
{
    const auto n = parents.size() + 1;
    CascadeShape out;
    out.size = static_cast<std::int64_t>(n);
    std::vector<std::size_t> parentOf(n, 0), below(n, 1);
    for (std::size_t relay = 1; relay < n; ++relay) {
        const auto parent = parents[relay - 1];
        const bool known = parent >= 0 && static_cast<std::size_t>(parent) < n && static_cast<std::size_t>(parent) != relay;
        parentOf[relay] = known ? static_cast<std::size_t>(parent) : 0;
        out.unknownDepth += known ? 0 : 1;
    }
    const auto order = outwards(parentOf);
    std::vector<int> depth(n, 0);
    std::vector<std::int64_t> at(n, 0);
    for (const auto node : order) {
        if (node != 0)
            depth[node] = depth[parentOf[node]] + 1;
        out.depth = std::max(out.depth, depth[node]);
        out.breadth = std::max(out.breadth, ++at[static_cast<std::size_t>(depth[node])]);
    }
    if (n == 1)
        return out;
    // Each link lies between the posts below it and the others: so often is it on the way from one to another.
    double sum = 0;
    for (auto node = order.rbegin(); node != order.rend(); ++node) {
        if (*node == 0)
            continue;
        below[parentOf[*node]] += below[*node];
        sum += static_cast<double>(below[*node]) * static_cast<double>(n - below[*node]);
    }
    out.virality = 2 * sum / (static_cast<double>(n) * static_cast<double>(n - 1));
    return out;
}

} // namespace vigie::insight
