// SPDX-License-Identifier: GPL-3.0-or-later
// tag: the tree of tags
#include "cli/decision.hpp"
#include "cli/desk_commands.hpp"

#include <vigie/store/queries.hpp>
#include <vigie/store/tags.hpp>

#include <cstdio>

namespace vigie::cli {

namespace {

using Json = nlohmann::json;

struct Options {
    std::string name, other, colour, mark;
    std::int64_t item = 0;
};

Json describe(const store::TagNode &node)
{
    return {{"tag", node.tag.id.value}, {"name", node.tag.name}, {"colour", node.tag.colour}, {"mark", store::shownMark(node)}, {"parent", node.parent.value},
            {"depth", node.depth}, {"items", node.items}};
}

int list(const Context &context)
{
    const auto tree = looked<std::vector<store::TagNode>>(context, [](store::Tx &tx, app::Workspace &) { return store::Tags(tx).tree(); });
    if (!tree)
        return context.failed(tree.error());
    auto array = Json::array();
    for (const auto &node : *tree)
        array.push_back(describe(node));
    context.print(array, [&] {
        for (const auto &node : *tree)
            std::printf("%-4s %*s%-*s %lld\n", oneLine(store::shownMark(node), 4).c_str(), node.depth * 2, "", 32 - node.depth * 2, oneLine(node.tag.name, 30).c_str(),
                        static_cast<long long>(node.items));
        if (tree->empty())
            std::printf("No tag yet.\n");
    });
    return kOk;
}

using Work = std::function<Result<void>(store::Tags &, const store::TagNode &)>;

/// What is done to a tag that is named; the tag as it is afterwards, or as it was when it is no more.
int change(const Context &context, const Options &options, const char *action, const Work &work)
{
    const auto done = decided<store::TagNode>(context, action, [&](store::Tx &tx, app::Workspace &) -> Result<store::TagNode> {
        store::Tags tags(tx);
        VIGIE_TRY(const auto node, tags.named(options.name));
        VIGIE_CHECK(work(tags, node));
        return tags.get(node.tag.id).value_or(node);
    });
    if (!done)
        return context.failed(done.error());
    context.print(describe(*done), [&] { std::printf("%s\n", oneLine(done->tag.name, 60).c_str()); });
    return kOk;
}

int add(const Context &context, const Options &options)
{
    const auto made = decided<store::TagNode>(context, "tag_made", [&](store::Tx &tx, app::Workspace &) -> Result<store::TagNode> {
        VIGIE_TRY(const auto id, store::Queries(tx).ensureTag(options.name));
        store::Tags tags(tx);
        if (!options.other.empty()) {
            VIGIE_TRY(const auto parent, tags.named(options.other));
            VIGIE_CHECK(tags.move(id, parent.tag.id));
        }
        return tags.get(id);
    });
    if (!made)
        return context.failed(made.error());
    context.print(describe(*made), [&] { std::printf("%s\n", oneLine(made->tag.name, 60).c_str()); });
    return kOk;
}

int suggest(const Context &context, const Options &options)
{
    const auto hints = looked<std::vector<store::TagHint>>(context, [&](store::Tx &tx, app::Workspace &) { return store::Tags(tx).hints(ItemId{options.item}, 5); });
    if (!hints)
        return context.failed(hints.error());
    auto array = Json::array();
    for (const auto &hint : *hints)
        array.push_back({{"tag", hint.tag.name}, {"word", hint.word}, {"with", hint.with}, {"of", hint.of}});
    context.print(array, [&] {
        for (const auto &hint : *hints)
            std::printf("%-24s %d of the %d tagged mentions that say \"%s\" carry it\n", oneLine(hint.tag.name, 24).c_str(), hint.with, hint.of,
                        oneLine(hint.word, 30).c_str());
        if (hints->empty())
            std::printf("Nothing speaks for a tag.\n");
    });
    return kOk;
}

} // namespace

void addTagCommands(CLI::App &app, Context &context, int &code)
{
    auto options = std::make_shared<Options>();
    auto *tag = app.add_subcommand("tag", "the tree of tags");
    tag->require_subcommand(1);
    tag->add_subcommand("list", "the tree, with marks and how many mentions carry each")->callback([&code, &context] { code = list(context); });
    const auto named = [&](const char *verb, const char *words) {
        auto *one = tag->add_subcommand(verb, words);
        one->add_option("TAG", options->name)->required();
        return one;
    };
    auto *adds = named("add", "makes a tag");
    adds->add_option("--under", options->other, "stands under this one");
    adds->callback([&code, &context, options] { code = add(context, *options); });
    auto *renames = named("rename", "a new name; what carries the tag keeps it, queries, views and rules follow");
    renames->add_option("NAME", options->other)->required();
    renames->callback([&code, &context, options] {
        code = change(context, *options, "tag_renamed", [&](store::Tags &tags, const store::TagNode &node) { return tags.rename(node.tag.id, options->other); });
    });
    auto *merges = named("merge", "what carries this tag carries the other from now on");
    merges->add_option("INTO", options->other)->required();
    merges->callback([&code, &context, options] {
        code = change(context, *options, "tag_merged", [&](store::Tags &tags, const store::TagNode &node) -> Result<void> {
            VIGIE_TRY(const auto into, tags.named(options->other));
            return tags.merge(node.tag.id, into.tag.id);
        });
    });
    auto *moves = named("move", "puts a tag under another, or at the top");
    moves->add_option("--under", options->other, "the other; at the top when left out");
    moves->callback([&code, &context, options] {
        code = change(context, *options, "tag_moved", [&](store::Tags &tags, const store::TagNode &node) -> Result<void> {
            TagId parent;
            if (!options->other.empty()) {
                VIGIE_TRY(const auto above, tags.named(options->other));
                parent = above.tag.id;
            }
            return tags.move(node.tag.id, parent);
        });
    });
    auto *shows = named("show", "its colour and its mark, one or two signs that say it without colour");
    shows->add_option("--colour", options->colour, "#rrggbb");
    shows->add_option("--mark", options->mark);
    shows->callback([&code, &context, options, shows] {
        code = change(context, *options, "tag_shown", [&](store::Tags &tags, const store::TagNode &node) {
            return tags.show(node.tag.id, options->colour.empty() ? node.tag.colour : options->colour, shows->count("--mark") > 0 ? options->mark : node.mark);
        });
    });
    named("remove", "takes a tag off everything")->callback([&code, &context, options] {
        code = change(context, *options, "tag_removed", [&](store::Tags &tags, const store::TagNode &node) { return tags.remove(node.tag.id); });
    });
    auto *suggests = tag->add_subcommand("suggest", "tags that your own habit speaks for, and why; nothing is put");
    suggests->add_option("MENTION", options->item)->required();
    suggests->callback([&code, &context, options] { code = suggest(context, *options); });
}

} // namespace vigie::cli
