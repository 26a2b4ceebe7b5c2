// SPDX-License-Identifier: GPL-3.0-or-later
// view: saved views of the queue
#include "cli/decision.hpp"
#include "cli/desk_commands.hpp"
#include "cli/query_words.hpp"

#include <vigie/desk/ranking.hpp>
#include <vigie/store/tags.hpp>
#include <vigie/store/views.hpp>

#include <algorithm>
#include <cstdio>
#include <optional>

namespace vigie::cli {

namespace {

using Json = nlohmann::json;

struct Options {
    std::string name, renamed, source, owner, tag, lang, order;
    std::vector<std::string> statuses;
    std::int64_t account = 0;
    bool snoozed = false, awake = false, anybody = false;
    int place = 0, limit = 50;
};

/// Only what was said is changed.
Result<DeskView> changed(store::Tx &tx, DeskView view, const Options &options, const CLI::App &said)
{
    const auto given = [&](const char *option) { return said.count(option) > 0; };
    if (given("--name"))
        view.name = options.renamed;
    if (given("--query"))
        view.source = sourceOf(options.source);
    if (given("--status")) {
        view.statuses.clear();
        for (const auto &word : options.statuses)
            if (const auto status = ticketStatusFrom(word))
                view.statuses.push_back(*status);
    }
    if (given("--owner"))
        view.owner = options.owner == "me" ? kOwnerMe : options.owner == "nobody" ? std::string() : options.owner;
    if (options.anybody)
        view.owner.reset();
    if (given("--tag")) {
        view.tag = {};
        if (!options.tag.empty()) {
            VIGIE_TRY(const auto tag, store::Tags(tx).named(options.tag));
            view.tag = tag.tag.id;
        }
    }
    if (given("--account"))
        view.account = AccountId{options.account};
    if (given("--lang"))
        view.lang = options.lang;
    if (given("--order"))
        view.order = queueOrderFrom(options.order).value_or(QueueOrder::Priority);
    if (options.snoozed || options.awake)
        view.snoozed = options.snoozed;
    return view;
}

Json describe(store::Tx &tx, const DeskView &view, int count)
{
    auto statuses = Json::array();
    for (const auto status : view.statuses)
        statuses.push_back(toString(status));
    const auto tag = view.tag ? store::Tags(tx).get(view.tag) : Result<store::TagNode>(fail(Errc::NotFound));
    return {{"view", view.id.value}, {"name", view.name}, {"query", view.source}, {"statuses", statuses}, {"owner", view.owner ? Json(*view.owner) : Json()},
            {"tag", tag ? tag->tag.name : ""}, {"account", view.account.value}, {"lang", view.lang}, {"snoozed", view.snoozed}, {"order", toString(view.order)},
            {"tickets", count < 0 ? Json() : Json(count)}};
}

int list(const Context &context)
{
    const auto all = looked<Json>(context, [](store::Tx &tx, app::Workspace &workspace) -> Result<Json> {
        store::DeskViews views(tx);
        VIGIE_TRY(const auto saved, views.all());
        VIGIE_TRY(const auto counts, views.counts(workspace.person()));
        auto array = Json::array();
        for (std::size_t i = 0; i < saved.size(); ++i)
            array.push_back(describe(tx, saved[i], counts[i].second));
        return array;
    });
    if (!all)
        return context.failed(all.error());
    context.print(*all, [&] {
        int number = 0;
        for (const auto &view : *all)
            std::printf("%2d  %6s  %-28s %s\n", ++number, view["tickets"].is_null() ? "?" : std::to_string(view["tickets"].get<int>()).c_str(),
                        oneLine(view["name"].get<std::string>(), 28).c_str(), oneLine(view["query"].get<std::string>(), 60).c_str());
        if (all->empty())
            std::printf("No view is saved.\n");
    });
    return kOk;
}

int save(const Context &context, const Options &options, const CLI::App &said, bool add)
{
    const auto saved = decided<Json>(context, "view", [&](store::Tx &tx, app::Workspace &workspace) -> Result<Json> {
        store::DeskViews views(tx);
        DeskView view;
        view.name = options.name;
        if (!add) {
            VIGIE_TRY(view, views.named(options.name));
        }
        VIGIE_TRY(view, changed(tx, view, options, said));
        VIGIE_TRY(view.id, views.save(view));
        VIGIE_TRY(const auto filter, views.filter(view, workspace.person()));
        VIGIE_TRY(const int count, store::Queue(tx).count(filter));
        return describe(tx, view, count);
    });
    if (!saved)
        return context.failed(saved.error());
    context.print(*saved, [&] { std::printf("%s: %d ticket(s)\n", oneLine((*saved)["name"].get<std::string>(), 60).c_str(), (*saved)["tickets"].get<int>()); });
    return kOk;
}

int show(const Context &context, const Options &options)
{
    const auto rows = looked<Json>(context, [&](store::Tx &tx, app::Workspace &workspace) -> Result<Json> {
        store::DeskViews views(tx);
        VIGIE_TRY(const auto view, views.named(options.name));
        VIGIE_TRY(const auto filter, views.filter(view, workspace.person()));
        VIGIE_TRY(auto entries, desk::ranked(tx, filter, view.order));
        entries.resize(std::min(entries.size(), static_cast<std::size_t>(options.limit)));
        std::vector<TicketId> ids;
        for (const auto &entry : entries)
            ids.push_back(entry.ticket);
        VIGIE_TRY(const auto tickets, store::Tickets(tx).rows(ids));
        auto array = Json::array();
        for (std::size_t i = 0; i < tickets.size(); ++i)
            array.push_back({{"ticket", tickets[i].ticket.id.value}, {"score", entries[i].score}, {"status", toString(tickets[i].ticket.status)},
                             {"owner", tickets[i].ticket.owner}, {"item", tickets[i].ticket.latest.value}, {"text", tickets[i].latestText}, {"tags", tickets[i].tags}});
        return array;
    });
    if (!rows)
        return context.failed(rows.error());
    context.print(*rows, [&] {
        for (const auto &row : *rows)
            std::printf("%5.1f  #%-5lld %-14s %s\n", row["score"].get<double>(), static_cast<long long>(row["ticket"].get<std::int64_t>()),
                        row["status"].get<std::string>().c_str(), oneLine(row["text"].get<std::string>(), 84).c_str());
        if (rows->empty())
            std::printf("Nothing is in this view.\n");
    });
    return kOk;
}

int rearrange(const Context &context, const Options &options, bool remove)
{
    const auto done = decided<DeskViewId>(context, "view", [&](store::Tx &tx, app::Workspace &) -> Result<DeskViewId> {
        store::DeskViews views(tx);
        VIGIE_TRY(const auto view, views.named(options.name));
        VIGIE_CHECK(remove ? views.remove(view.id) : views.move(view.id, options.place - 1));
        return view.id;
    });
    if (!done)
        return context.failed(done.error());
    context.print({{"view", done->value}, {"name", options.name}}, [&] { std::printf(remove ? "Removed.\n" : "Moved.\n"); });
    return kOk;
}

} // namespace

void addViewCommands(CLI::App &app, Context &context, int &code)
{
    auto options = std::make_shared<Options>();
    auto *view = app.add_subcommand("view", "saved views of the queue");
    view->require_subcommand(1);
    view->add_subcommand("list", "all of them, in their order, with how many tickets each holds")->callback([&code, &context] { code = list(context); });
    for (const bool add : {true, false}) {
        auto *one = view->add_subcommand(add ? "add" : "edit", add ? "saves a view" : "changes a view; what is not said stays");
        one->add_option("NAME", options->name)->required();
        if (!add)
            one->add_option("--name", options->renamed, "a new name");
        else
            one->add_option("--name", options->renamed)->group("");
        one->add_option("--query", options->source, "what the newest message satisfies");
        one->add_option("--status", options->statuses, "states; all that are not closed when left out")
            ->check(CLI::IsMember({"new", "open", "waiting_inside", "waiting_member", "done", "ignored"}));
        one->add_option("--owner", options->owner, "a name, 'me' or 'nobody'");
        one->add_flag("--anybody", options->anybody, "whoever owns it");
        one->add_option("--tag", options->tag, "a tag, or one that stands under it");
        one->add_option("--account", options->account, "the number of an account of ours");
        one->add_option("--lang", options->lang, "language of the newest message");
        one->add_option("--order", options->order)->check(CLI::IsMember({"priority", "oldest", "newest", "changed"}));
        one->add_flag("--snoozed", options->snoozed, "those that sleep as well");
        one->add_flag("--awake", options->awake, "not those that sleep");
        one->callback([&code, &context, options, one, add] { code = save(context, *options, *one, add); });
    }
    auto *shows = view->add_subcommand("show", "the tickets of a view");
    shows->add_option("NAME", options->name)->required();
    shows->add_option("-n,--limit", options->limit)->check(CLI::Range(1, 10'000));
    shows->callback([&code, &context, options] { code = show(context, *options); });
    auto *moves = view->add_subcommand("move", "puts a view at this place");
    moves->add_option("NAME", options->name)->required();
    moves->add_option("PLACE", options->place, "1 is the first")->required();
    moves->callback([&code, &context, options] { code = rearrange(context, *options, false); });
    auto *removes = view->add_subcommand("remove", "removes a view; its tickets stay");
    removes->add_option("NAME", options->name)->required();
    removes->callback([&code, &context, options] { code = rearrange(context, *options, true); });
}

} // namespace vigie::cli
