// SPDX-License-Identifier: GPL-3.0-or-later
// plan, outbox, publish
#include "cli/context.hpp"

#include <vigie/app/composing.hpp>
#include <vigie/plan/planner.hpp>
#include <vigie/practice/server.hpp>
#include <vigie/store/members.hpp>

#include <cstdio>

namespace vigie::cli {

namespace {

struct Options {
    std::int64_t id = 0;
    std::string text, at, zone, lang, warning, visibility = "public", cancel, what;
    std::vector<std::int64_t> accounts;
    std::vector<std::string> media, alts;
    std::string comment;
    int late = 15;
    bool due = false, handOver = false;
};

const char *describe(OutboundState state) { return toString(state); }

int planPost(const Context &context, const Options &options)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    PlanItem plan;
    plan.text = options.text;
    plan.warning = options.warning;
    plan.lang = options.lang;
    plan.visibility = visibilityFrom(options.visibility);
    plan.zone = options.zone.empty() ? (*workspace)->zone() : options.zone;
    plan.lateBy = std::chrono::minutes{options.late};
    plan.firstComment = options.comment;
    plan.handOver = options.handOver;
    if (!options.at.empty()) {
        const auto wall = parseWallTime(options.at);
        if (!wall)
            return context.failed(wall.error());
        plan.wall = *wall;
    }
    const auto taken = (*workspace)->composing().takeAndWait(options.media);
    if (!taken)
        return context.failed(taken.error());
    for (std::size_t i = 0; i < taken->size(); ++i) {
        const auto &file = (*taken)[i];
        if (file.error)
            return context.failed(*file.error);
        plan.media.push_back(OutboundMedia{(*workspace)->composing().shelf().pathOf(file.asset), file.asset.mime, i < options.alts.size() ? options.alts[i] : file.asset.alt(plan.lang),
                                           file.asset.sha256, {}, file.asset.id});
    }
    std::vector<plan::Finding> findings;
    const auto id = (*workspace)->store().writeNow<PlanId>(
        [&](store::Tx &tx) -> Result<PlanId> {
            auto accounts = options.accounts;
            if (accounts.empty()) {
                VIGIE_TRY(const auto all, store::Accounts(tx).all());
                for (const auto &account : all)
                    if (account.state == AccountState::Active && account.capabilities.has(Capability::Publish))
                        accounts.push_back(account.id.value);
            }
            for (const auto account : accounts)
                plan.variants.push_back(PlanVariant{AccountId{account}, {}, false, {}, OutboundState::Draft, {}, {}});
            plan::Planner planner(tx, (*workspace)->catalogue());
            VIGIE_TRY(findings, planner.preflight(plan));
            VIGIE_TRY(const auto made, planner.save(plan));
            if (plan.wall)
                VIGIE_CHECK(planner.approve(made));
            return made;
        },
        store::Durability::Full);
    for (const auto &finding : findings)
        if (!context.json)
            std::fprintf(stderr, "%s: %s%s\n", finding.blocking ? "refused" : "note", toString(finding.what),
                         finding.limit > 0 ? (" (" + std::to_string(finding.used) + " of " + std::to_string(finding.limit) + ")").c_str() : "");
    if (!id)
        return context.failed(id.error());
    auto notes = nlohmann::json::array();
    for (const auto &finding : findings)
        notes.push_back({{"what", toString(finding.what)}, {"account", finding.account.value}, {"used", finding.used}, {"limit", finding.limit}});
    context.print({{"plan", id->value}, {"planned", plan.wall.has_value()}, {"notes", notes}}, [&] {
        std::printf(plan.wall ? "Post %lld is planned.\n" : "Post %lld is kept as an unplanned draft.\n", static_cast<long long>(id->value));
    });
    return kOk;
}

const char *partState(OutboundPart::State state)
{
    switch (state) {
    case OutboundPart::State::Waiting: return "waiting";
    case OutboundPart::State::Sending: return "sending";
    case OutboundPart::State::Sent: return "sent";
    case OutboundPart::State::Unknown: return "unknown";
    case OutboundPart::State::Failed: return "failed";
    }
    return "";
}

nlohmann::json partsOf(const Outbound &row)
{
    auto array = nlohmann::json::array();
    for (const auto &part : row.parts)
        array.push_back({{"state", partState(part.state)}, {"text", part.text}, {"native_id", part.nativeId}, {"permalink", part.permalink}});
    return array;
}

int listOutbox(const Context &context)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto rows = (*workspace)->store().readNow<std::vector<Outbound>>([](store::Tx &tx) {
        store::OutboxFilter all;
        all.limit = 1'000'000;
        return store::Outbox(tx).list(all);
    });
    if (!rows)
        return context.failed(rows.error());
    auto array = nlohmann::json::array();
    for (const auto &row : *rows)
        array.push_back({{"id", row.id.value}, {"kind", toString(row.kind)}, {"state", describe(row.state)}, {"account", row.account.value},
                         {"plan", row.plan.value}, {"after", row.after.value}, {"due_at", row.dueAt ? nlohmann::json(toRfc3339(*row.dueAt)) : nlohmann::json()},
                         {"text", row.parts.empty() ? "" : row.parts.front().text},
                         {"native_id", row.parts.empty() ? "" : row.parts.front().nativeId},
                         {"error", row.error ? nlohmann::json(errcName(row.error->code)) : nlohmann::json()},
                         {"detail", row.error ? row.error->detail : ""},
                         {"parts", partsOf(row)}});
    context.print(array, [&] {
        for (const auto &row : *rows) {
            std::printf("%5lld  %-9s %-10s %-20s %s\n", static_cast<long long>(row.id.value), describe(row.state), toString(row.kind),
                        row.dueAt ? toRfc3339(*row.dueAt).substr(0, 19).c_str() : "", oneLine(row.parts.empty() ? "" : row.parts.front().text, 70).c_str());
            for (std::size_t i = 0; row.parts.size() > 1 && i < row.parts.size(); ++i)
                std::printf("       %zu/%zu %-8s %s\n", i + 1, row.parts.size(), partState(row.parts[i].state), oneLine(row.parts[i].text, 70).c_str());
        }
    });
    return kOk;
}

int decide(const Context &context, const Options &options)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const OutboundId id{options.id};
    const auto row = (*workspace)->store().writeNow<Outbound>(
        [&](store::Tx &tx) -> Result<Outbound> {
            plan::Planner planner(tx, (*workspace)->catalogue());
            VIGIE_CHECK(options.what == "cancel" ? planner.cancel(id) : options.what == "retry" ? planner.retry(id) : planner.checkNow(id));
            return store::Outbox(tx).get(id);
        },
        store::Durability::Full);
    if (!row)
        return context.failed(row.error());
    context.print({{"outbound", row->id.value}, {"state", describe(row->state)}},
                  [&] { std::printf("%lld: %s\n", static_cast<long long>(row->id.value), describe(row->state)); });
    return kOk;
}

int publish(const Context &context)
{
    auto workspace = context.open(true);
    if (!workspace)
        return context.failed(workspace.error());
    const auto report = (*workspace)->publishAndWait(Context::interrupted());
    if (!report)
        return context.failed(report.error());
    context.print({{"sent", report->sent}, {"held", report->held}, {"failed", report->failed}, {"unknown", report->unknown}, {"missed", report->missed},
                   {"paused", report->paused}, {"settled", report->settled}, {"next", report->next ? nlohmann::json(toRfc3339(*report->next)) : nlohmann::json()}}, [&] {
        std::printf("%d sent, %d held by the network, %d failed, %d unknown, %d missed\n", report->sent, report->held, report->failed, report->unknown,
                    report->missed);
        if (report->next)
            std::printf("next: %s\n", toRfc3339(*report->next).c_str());
    });
    return report->failed + report->unknown + report->missed == 0 ? kOk : kPartly;
}

} // namespace

void addWriteCommands(CLI::App &app, Context &context, int &code)
{
    auto options = std::make_shared<Options>();
    auto *post = app.add_subcommand("plan", "plan a post for one or several accounts");
    post->add_option("text", options->text)->required();
    post->add_option("--at", options->at, "wall time, such as 2026-11-24T09:00; without it the post is a draft");
    post->add_option("--zone", options->zone, "IANA zone of that time");
    post->add_option("--account", options->accounts, "account numbers; all that can publish when left out");
    post->add_option("--media", options->media, "files");
    post->add_option("--alt", options->alts, "alternative texts, in the order of the files");
    post->add_option("--warning", options->warning, "content warning");
    post->add_option("--lang", options->lang, "language of the text");
    post->add_option("--visibility", options->visibility)->check(CLI::IsMember({"public", "unlisted", "private", "direct"}));
    post->add_option("--comment", options->comment, "said under the post by the same account, once it is there");
    post->add_flag("--hand-over", options->handOver, "left to the clock of networks that have one");
    post->add_option("--late", options->late, "minutes it may be late before it is missed")->check(CLI::Range(0, 100'000));
    post->callback([&code, &context, options] { code = planPost(context, *options); });
    auto *outbox = app.add_subcommand("outbox", "what is to be sent, was sent, or is not known")->require_subcommand(1);
    outbox->add_subcommand("list", "all rows")->callback([&] { code = listOutbox(context); });
    for (const auto *name : {"cancel", "retry", "check"}) {
        auto *one = outbox->add_subcommand(name, std::string(name) + " a row");
        one->add_option("id", options->id)->required();
        one->callback([&code, &context, options, what = std::string(name)] {
            options->what = what;
            code = decide(context, *options);
        });
    }
    auto *send = app.add_subcommand("publish", "send what is due, settle what is unknown");
    send->add_flag("--due", options->due, "what is due now (the only mode; the flag says it)");
    send->callback([&] { code = publish(context); });
}

} // namespace vigie::cli
