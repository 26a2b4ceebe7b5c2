// SPDX-License-Identifier: GPL-3.0-or-later
// relays: an original and who relayed it
#include "cli/context.hpp"

#include <vigie/store/items.hpp>
#include <vigie/store/relay_counting.hpp>
#include <vigie/store/relays.hpp>
#include <vigie/store/tickets.hpp>

#include <cstdio>
#include <map>

namespace vigie::cli {

namespace {

struct Found {
    store::RelayCluster cluster;
    std::map<ItemId, std::string> texts;
};

Result<Found> read(store::Tx &tx, ItemId item)
{
    Found out;
    VIGIE_TRY(out.cluster, store::Relays(tx).cluster(item));
    std::vector<ItemId> ids;
    for (const auto &node : out.cluster.nodes)
        ids.push_back(node.item);
    VIGIE_TRY(const auto rows, store::Items(tx).rows(ids));
    for (const auto &row : rows)
        out.texts.emplace(row.item.id, row.item.title.empty() ? row.item.text : row.item.title);
    return out;
}

nlohmann::json toJson(const Found &found)
{
    const auto &cluster = found.cluster;
    auto nodes = nlohmann::json::array();
    for (const auto &node : cluster.nodes) {
        const bool root = node.item == cluster.root;
        nodes.push_back({{"id", node.item.value}, {"parent", node.parent.value}, {"depth", node.depth}, {"how", root ? "original" : store::toString(node.how)},
                         {"likeness", node.likeness}, {"at", toRfc3339(node.publishedAt)}, {"network", node.connector}, {"author", node.handle},
                         {"audience", node.audience < 0 ? nlohmann::json() : nlohmann::json(node.audience)}, {"text", found.texts.at(node.item)}});
    }
    return {{"original", cluster.root.value}, {"origin_known", cluster.originKnown}, {"relays", cluster.relays}, {"reactions", cluster.reactions},
            {"first_large", cluster.firstLarge ? nlohmann::json(cluster.firstLarge.value) : nlohmann::json()}, {"nodes", nodes}};
}

void print(const Found &found)
{
    const auto &cluster = found.cluster;
    for (const auto &node : cluster.nodes) {
        const bool root = node.item == cluster.root;
        const std::string how = root ? (cluster.originKnown ? "original" : "earliest seen here") : store::toString(node.how);
        std::printf("%s  %*s%-18s %-10s %-28s %s%s\n", toRfc3339(node.publishedAt).substr(0, 16).c_str(), node.depth * 2, "", how.c_str(), node.connector.c_str(),
                    oneLine("@" + node.handle, 28).c_str(), oneLine(found.texts.at(node.item), 60).c_str(), node.item == cluster.firstLarge ? "  (first large one)" : "");
    }
    std::printf("1 original, %d relay(s), %d reaction(s)\n", cluster.relays, cluster.reactions);
}

struct RelayOptions {
    std::int64_t item = 0, original = 0; ///< original: what it relays by hand
    bool find = false, split = false;
    std::string count;
};

/// Decided by hand and remembered, as one action that can be taken back.
Result<void> decide(store::Tx &tx, const RelayOptions &options)
{
    VIGIE_CHECK(store::Tickets(tx).beginChangeSet("relay"));
    return options.split ? store::Relays(tx).split(ItemId{options.item}) : store::Relays(tx).join(ItemId{options.item}, ItemId{options.original});
}

int relays(const Context &context, const RelayOptions &options)
{
    const auto item = options.item;
    const auto workspace = context.open(options.find);
    if (!workspace)
        return context.failed(workspace.error());
    if (options.find)
        if (const auto done = (*workspace)->findRelaysAndWait(Context::interrupted()); !done)
            return context.failed(done.error());
    if (options.split || options.original != 0)
        if (const auto done = (*workspace)->store().writeNow<void>([&](store::Tx &tx) { return decide(tx, options); }); !done)
            return context.failed(done.error());
    if (item == 0) {
        context.print({{"found", true}}, [] {});
        return kOk;
    }
    const auto found = (*workspace)->store().readNow<Found>([item](store::Tx &tx) { return read(tx, ItemId{item}); });
    if (!found)
        return context.failed(found.error());
    context.print(toJson(*found), [&] { print(*found); });
    return kOk;
}

/// Whether columns, trends, alerts, figures and searches count relays.
int counting(const Context &context, const std::string &wanted)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    auto &store = (*workspace)->store();
    if (wanted != "show")
        if (const auto done = store.writeNow<void>([&](store::Tx &tx) { return store::RelayCounting(tx).set(wanted == "with"); }); !done)
            return context.failed(done.error());
    const auto counted = store.readNow<bool>([](store::Tx &tx) { return store::RelayCounting(tx).counted(); });
    if (!counted)
        return context.failed(counted.error());
    context.print({{"counted", *counted}}, [&] { std::printf("%s\n", *counted ? "counted with relays" : "counted without relays"); });
    return kOk;
}

} // namespace

void addRelaysCommand(CLI::App &app, Context &context, int &code)
{
    auto options = std::make_shared<RelayOptions>();
    auto *command = app.add_subcommand("relays", "an original and who relayed it");
    auto *item = command->add_option("id", options->item, "any mention of the cluster");
    auto *find = command->add_flag("--find", options->find, "first hold the newest mentions against one another");
    auto *split = command->add_flag("--split", options->split, "it relays nothing: an original of its own, for good")->needs(item)->excludes(find);
    command->add_option("--join", options->original, "it relays this mention")->needs(item)->excludes(find)->excludes(split);
    auto *count = command->add_option("--count", options->count, "with or without: how the whole workspace counts from now on; show: how it does")
                      ->check(CLI::IsMember({"with", "without", "show"}))
                      ->excludes(item)
                      ->excludes(find);
    command->callback([&code, &context, options, item, find, count] {
        if (item->count() + find->count() + count->count() == 0)
            throw CLI::RequiredError("id, --find or --count");
        if (count->count() > 0) {
            code = counting(context, options->count);
            return;
        }
        code = relays(context, *options);
    });
}

} // namespace vigie::cli
