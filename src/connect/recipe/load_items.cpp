// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/recipe/operations.hpp"

#include "connect/recipe/item_map.hpp"

namespace vigie::connect::recipe {

namespace {

/// A map with what it is like, its own keys over those of the other.
std::optional<Node> wholeMap(const Node &node, Loading &loading, int depth = 0)
{
    if (node.isString()) {
        const auto name = node.json().get<std::string>();
        const auto found = loading.namedMaps.find(name);
        if (found == loading.namedMaps.end()) {
            std::vector<std::string> names;
            for (const auto &one : loading.namedMaps)
                names.push_back(one.first);
            node.problem("no such map: " + name + suggestion(name, names));
            return std::nullopt;
        }
        return wholeMap(found->second, loading, depth + 1);
    }
    if (!node.isObject() || !node.has("like"))
        return node;
    if (depth > 8) {
        node.problem("maps that are like one another in a circle");
        return std::nullopt;
    }
    const auto other = wholeMap(node.child("like"), loading, depth + 1);
    if (!other)
        return std::nullopt;
    auto &merged = loading.merged.emplace_back(other->json());
    for (const auto &[key, value] : node.json().items())
        merged[key] = value;
    merged.erase("like");
    return Node(merged, node.pointer(), loading.document);
}

std::vector<MapChoice> loadMaps(const Node &node, Loading &loading, const Compiler &compiler, bool needsTime)
{
    std::vector<MapChoice> choices;
    const auto add = [&](std::optional<Expression> when, const Node &map) {
        if (const auto whole = wholeMap(map, loading))
            choices.push_back({std::move(when), std::make_shared<const ItemMap>(compileItemMap(*whole, compiler, needsTime))});
    };
    if (!node.isArray()) {
        add(std::nullopt, node);
        return choices;
    }
    for (const auto &one : node.elements()) {
        if (one.isObject() && one.has("map")) {
            one.object({"when", "map"});
            add(one.has("when") ? std::optional(compiler.expression(one.child("when"))) : std::nullopt, one.child("map"));
        } else {
            add(std::nullopt, one);
        }
    }
    return choices;
}

} // namespace

void loadItems(const Node &node, Loading &loading, const Compiler &compiler, Operation &operation)
{
    if (!node.has("items")) {
        node.problem("\"items\" is missing: where the entries are");
        return;
    }
    const auto items = node.child("items");
    for (const auto &one : items.isArray() ? items.elements() : std::vector<Node>{items}) {
        Selector selector;
        const auto &owner = one.isObject() ? one : node;
        if (one.isObject()) {
            one.object({"each", "where", "map", "children", "depth"});
            selector.each = compiler.path(one.child("each"));
            if (const auto where = one.find("where"))
                selector.where = compiler.expression(*where);
        } else {
            selector.each = compiler.path(one);
        }
        const auto map = owner.has("map") ? owner.find("map") : node.find("map");
        if (!map)
            node.problem("\"map\" is missing: what the entries mean");
        else
            selector.maps = loadMaps(*map, loading, compiler, operation.name.rfind("metrics", 0) != 0);
        if (const auto children = owner.find("children"))
            for (const auto &path : children->isArray() ? children->elements() : std::vector<Node>{*children})
                selector.children.push_back(compiler.path(path));
        selector.depth = static_cast<int>(owner.number("depth", selector.children.empty() ? 0 : 20, 1, 50));
        operation.items.push_back(std::move(selector));
    }
}

} // namespace vigie::connect::recipe
