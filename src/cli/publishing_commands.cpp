// SPDX-License-Identifier: GPL-3.0-or-later
// publishing: pause, resume, and what is decided about each post that was kept back
#include "cli/publishing_commands.hpp"

#include "cli/context.hpp"

#include <vigie/plan/pausing.hpp>

#include <algorithm>
#include <cstdio>

namespace vigie::cli {

namespace {

struct Options {
    std::string reason, at, zone;
    std::int64_t account = 0, campaign = 0, id = 0;
    std::vector<std::int64_t> rows;
    bool answers = false, all = false;
};

nlohmann::json describe(const Pause &one)
{
    return {{"id", one.id.value}, {"scope", toString(one.scope)}, {"of", one.of}, {"reason", one.reason}, {"person", one.person}, {"answers_leave", one.answersLeave},
            {"begun_at", toRfc3339(one.begunAt)}, {"ended_at", one.endedAt ? nlohmann::json(toRfc3339(*one.endedAt)) : nlohmann::json()}, {"ended_by", one.endedBy}};
}

int pauseNow(const Context &context, const Options &options)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    Pause wanted;
    wanted.scope = options.account != 0 ? PauseScope::Account : options.campaign != 0 ? PauseScope::Campaign : PauseScope::Everything;
    wanted.of = options.account != 0 ? options.account : options.campaign;
    wanted.reason = options.reason;
    wanted.person = (*workspace)->person();
    wanted.answersLeave = options.answers;
    const auto done = (*workspace)->store().writeNow<std::pair<PauseId, std::size_t>>(
        [&](store::Tx &tx) -> Result<std::pair<PauseId, std::size_t>> {
            VIGIE_TRY(const auto id, plan::pause(tx, wanted));
            VIGIE_TRY(const auto held, plan::heldPosts(tx));
            return std::pair(id, held.size());
        },
        store::Durability::Full);
    if (!done)
        return context.failed(done.error());
    context.print({{"pause", done->first.value}, {"scope", toString(wanted.scope)}, {"held", done->second}},
                  [&] { std::printf("Paused (%lld): %zu kept back. Nothing leaves until resume and a decision.\n", static_cast<long long>(done->first.value), done->second); });
    return kOk;
}

int listPauses(const Context &context, const Options &options)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto pauses = (*workspace)->store().readNow<std::vector<Pause>>([&](store::Tx &tx) { return options.all ? store::Pauses(tx).all(1000) : store::Pauses(tx).active(); });
    if (!pauses)
        return context.failed(pauses.error());
    auto array = nlohmann::json::array();
    for (const auto &one : *pauses)
        array.push_back(describe(one));
    context.print(array, [&] {
        for (const auto &one : *pauses)
            std::printf("%4lld  %-10s %-4lld %s%s%s  %s: %s\n", static_cast<long long>(one.id.value), toString(one.scope), static_cast<long long>(one.of),
                        toRfc3339(one.begunAt).c_str(), one.endedAt ? " to " : "", one.endedAt ? toRfc3339(*one.endedAt).c_str() : "", oneLine(one.person, 30).c_str(),
                        oneLine(one.reason, 90).c_str());
        if (pauses->empty())
            std::printf("Nothing is paused.\n");
    });
    return kOk;
}

int resumeNow(const Context &context, const Options &options)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto person = (*workspace)->person();
    const auto done = (*workspace)->store().writeNow<std::pair<int, int>>(
        [&](store::Tx &tx) -> Result<std::pair<int, int>> {
            VIGIE_TRY(const auto active, store::Pauses(tx).active());
            int ended = 0, waiting = 0;
            for (const auto &one : active)
                if (options.id == 0 || one.id.value == options.id) {
                    VIGIE_CHECK(plan::resume(tx, one.id, person));
                    ++ended;
                }
            if (ended == 0)
                return fail(Errc::NotFound, "no such pause is in force");
            VIGIE_TRY(const auto posts, plan::heldPosts(tx));
            for (const auto &post : posts)
                waiting += post.free ? 1 : 0;
            return std::pair(ended, waiting);
        },
        store::Durability::Full);
    if (!done)
        return context.failed(done.error());
    context.print({{"resumed", done->first}, {"to_decide", done->second}},
                  [&] { std::printf("%d pause(s) ended; %d post(s) wait for a decision (publishing held). Nothing was sent by this.\n", done->first, done->second); });
    return kOk;
}

int listHeld(const Context &context)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto posts = (*workspace)->store().readNow<std::vector<plan::HeldPost>>(plan::heldPosts);
    if (!posts)
        return context.failed(posts.error());
    auto array = nlohmann::json::array();
    for (const auto &one : *posts) {
        auto rows = nlohmann::json::array();
        for (const auto row : one.rows)
            rows.push_back(row.value);
        array.push_back({{"plan", one.plan.value}, {"rows", rows}, {"due_at", one.due ? nlohmann::json(toRfc3339(*one.due)) : nlohmann::json()}, {"text", one.text},
                         {"reason", one.reason}, {"held_at", toRfc3339(one.heldAt)}, {"to_decide", one.free}});
    }
    context.print(array, [&] {
        for (const auto &one : *posts)
            std::printf("%5lld  %-20s %-9s %s\n", static_cast<long long>(one.rows.front().value), one.due ? toRfc3339(*one.due).substr(0, 19).c_str() : "at once",
                        one.free ? "decide" : "paused", oneLine(one.text, 80).c_str());
        if (posts->empty())
            std::printf("Nothing is kept back.\n");
    });
    return kOk;
}

int decide(const Context &context, const Options &options, plan::HeldDecision decision)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    std::optional<WallTime> to;
    if (decision == plan::HeldDecision::Move) {
        const auto wall = parseWallTime(options.at);
        if (!wall)
            return context.failed(wall.error());
        to = *wall;
    }
    const auto zone = options.zone.empty() ? (*workspace)->zone() : options.zone;
    const auto done = (*workspace)->store().writeNow<std::vector<OutboundState>>(
        [&](store::Tx &tx) -> Result<std::vector<OutboundState>> {
            VIGIE_TRY(const auto posts, plan::heldPosts(tx));
            std::vector<OutboundState> became;
            for (const auto &post : posts) {
                const bool chosen = std::any_of(post.rows.begin(), post.rows.end(), [&](OutboundId row) {
                    return std::find(options.rows.begin(), options.rows.end(), row.value) != options.rows.end();
                });
                if (!chosen && !(options.all && post.free))
                    continue;
                VIGIE_TRY(const auto state, plan::decideHeld(tx, (*workspace)->catalogue(), post, decision, to, zone));
                became.push_back(state);
            }
            if (became.empty())
                return fail(Errc::NotFound, "none of these is kept back");
            return became;
        },
        store::Durability::Full);
    if (!done)
        return context.failed(done.error());
    auto states = nlohmann::json::array();
    for (const auto state : *done)
        states.push_back(toString(state));
    context.print({{"decided", done->size()}, {"states", states}}, [&] {
        for (const auto state : *done)
            std::printf("%s\n", toString(state));
    });
    return kOk;
}

} // namespace

void addPublishingCommands(CLI::App &app, Context &context, int &code)
{
    auto options = std::make_shared<Options>();
    auto *group = app.add_subcommand("publishing", "pause all that leaves, resume, decide about what was kept back")->require_subcommand(1);
    auto *pause = group->add_subcommand("pause", "nothing leaves any more: all of it, one account's or one campaign's");
    pause->add_option("reason", options->reason, "why; whoever resumes must know")->required();
    auto *account = pause->add_option("--account", options->account, "number of the account");
    pause->add_option("--campaign", options->campaign, "number of the campaign")->excludes(account);
    pause->add_flag("--answers-leave", options->answers, "people are still answered");
    pause->callback([&code, &context, options] { code = pauseNow(context, *options); });
    auto *pauses = group->add_subcommand("pauses", "the pauses in force");
    pauses->add_flag("--all", options->all, "ended ones, too");
    pauses->callback([&code, &context, options] { code = listPauses(context, *options); });
    auto *resume = group->add_subcommand("resume", "ends a pause, or all; sends nothing");
    resume->add_option("id", options->id, "number of the pause");
    resume->callback([&code, &context, options] { code = resumeNow(context, *options); });
    group->add_subcommand("held", "what pauses keep back")->callback([&code, &context] { code = listHeld(context); });
    const auto add = [&](const char *name, const char *words, plan::HeldDecision decision) {
        auto *one = group->add_subcommand(name, words);
        one->add_option("rows", options->rows, "numbers of rows of the outbox");
        one->add_flag("--all", options->all, "all that waits for a decision");
        one->callback([&code, &context, options, decision] { code = decide(context, *options, decision); });
        return one;
    };
    add("keep", "it leaves at its hour; if that has passed, within its lateness at once, else it is missed", plan::HeldDecision::Keep);
    auto *move = add("move", "to another hour", plan::HeldDecision::Move);
    move->add_option("--at", options->at, "wall time, such as 2026-11-24T09:00")->required();
    move->add_option("--zone", options->zone, "IANA zone of that time");
    add("cancel", "it does not leave; a post of which nothing was sent is a draft again", plan::HeldDecision::Cancel);
}

} // namespace vigie::cli
