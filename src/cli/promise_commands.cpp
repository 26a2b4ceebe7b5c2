// SPDX-License-Identifier: GPL-3.0-or-later
// promise: what we said we would do, and by when
#include "cli/context.hpp"
#include "cli/member_words.hpp"

#include <vigie/desk/promises.hpp>
#include <vigie/store/promises.hpp>


#include <cstdio>

namespace vigie::cli {

namespace {

struct Options {
    std::int64_t id = 0, ticket = 0, member = 0;
    std::string text, due, state = "open", lang;
    int limit = 100;
    bool broken = false;
};

Instant nowOf(app::Workspace &workspace)
{
    return workspace.store().clock().now();
}

int list(const Context &context, const Options &options)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto promises = (*workspace)->store().readNow<std::vector<Promise>>([&](store::Tx &tx) {
        store::Promises ledger(tx);
        return options.state == "open" ? ledger.open({}, options.limit) : ledger.list(promiseStateFrom(options.state), options.limit);
    });
    if (!promises)
        return context.failed(promises.error());
    const auto now = nowOf(**workspace);
    auto array = nlohmann::json::array();
    for (const auto &one : *promises)
        array.push_back(promiseJson(one, now));
    context.print(array, [&] {
        for (const auto &one : *promises)
            std::printf("%5lld  %s  %-8s %s %s\n", static_cast<long long>(one.id.value), toString(one.wall).substr(0, 16).c_str(), toString(one.state), one.isLate(now) ? "late" : "    ",
                        oneLine(one.text, 90).c_str());
        if (promises->empty())
            std::printf("Nothing is promised.\n");
    });
    return kOk;
}

/// The time that was given, or the one its own words say.
Result<Promise> made(const Options &options, app::Workspace &workspace)
{
    const auto now = nowOf(workspace);
    Promise out;
    out.text = options.text;
    out.zone = workspace.zone();
    out.ticket = TicketId{options.ticket};
    out.member = MemberId{options.member};
    out.madeBy = workspace.person().empty() ? "person" : workspace.person();
    if (!options.due.empty()) {
        VIGIE_TRY(out.wall, parseWallTime(options.due));
        VIGIE_TRY(const auto at, toInstant(out.wall, out.zone));
        out.due = at.at;
        return out;
    }
    VIGIE_TRY(const auto found, workspace.store().readNow<std::vector<Promise>>([&](store::Tx &tx) { return desk::promisesIn(tx, out.text, options.lang, out.ticket, now, out.zone); }));
    if (found.empty())
        return fail(Errc::InvalidInput, "these words promise nothing by a time; give one: --due 2026-11-28T12:00");
    out.due = found.front().due;
    out.wall = found.front().wall;
    return out;
}

int add(const Context &context, const Options &options)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    auto promise = made(options, **workspace);
    if (!promise)
        return context.failed(promise.error());
    const auto id = (*workspace)->store().writeNow<PromiseId>([&](store::Tx &tx) { return store::Promises(tx).add(*promise); }, store::Durability::Full);
    if (!id)
        return context.failed(id.error());
    promise->id = *id;
    context.print(promiseJson(*promise, nowOf(**workspace)), [&] { std::printf("Promise %lld, due %s.\n", static_cast<long long>(id->value), toString(promise->wall).substr(0, 16).c_str()); });
    return kOk;
}

int settle(const Context &context, const Options &options, PromiseState state)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto promise = (*workspace)->store().writeNow<Promise>(
        [&](store::Tx &tx) -> Result<Promise> {
            store::Promises ledger(tx);
            const PromiseId id{options.id};
            VIGIE_CHECK(state == PromiseState::Open ? ledger.reopen(id) : ledger.settle(id, state, (*workspace)->person().empty() ? "person" : (*workspace)->person()));
            return ledger.get(id);
        },
        store::Durability::Full);
    if (!promise)
        return context.failed(promise.error());
    context.print(promiseJson(*promise, nowOf(**workspace)), [&] { std::printf("%s%s\n", toString(promise->state), promise->isLate(nowOf(**workspace)) ? ", late" : ""); });
    return kOk;
}

} // namespace

void addPromiseCommands(CLI::App &app, Context &context, int &code)
{
    auto *promise = app.add_subcommand("promise", "what we said we would do, and by when")->require_subcommand(1);
    auto options = std::make_shared<Options>();
    auto *all = promise->add_subcommand("list", "promises, the most urgent first");
    all->add_option("--state", options->state, "open (default), kept, broken, released, all")->check(CLI::IsMember({"open", "kept", "broken", "released", "all"}));
    all->add_option("--limit", options->limit)->check(CLI::Range(1, 100'000));
    all->callback([&code, &context, options] { code = list(context, *options); });
    auto *one = promise->add_subcommand("add", "a promise; its time is read from its words, or given");
    one->add_option("text", options->text, "the words that promise")->required();
    one->add_option("--ticket", options->ticket, "the conversation it was made in");
    one->add_option("--member", options->member, "to whom");
    one->add_option("--due", options->due, "wall time, such as 2026-11-28T12:00");
    one->add_option("--lang", options->lang, "language of the words");
    one->callback([&code, &context, options] { code = add(context, *options); });
    for (const auto &[name, what, state] : {std::tuple("keep", "it was kept", PromiseState::Kept), std::tuple("release", "nobody waits for it any more", PromiseState::Released),
                                            std::tuple("break", "it was not kept", PromiseState::Broken), std::tuple("reopen", "it is open again", PromiseState::Open)}) {
        auto *command = promise->add_subcommand(name, what);
        command->add_option("promise", options->id, "its number")->required();
        command->callback([&code, &context, options, to = state] { code = settle(context, *options, to); });
    }
}

} // namespace vigie::cli
