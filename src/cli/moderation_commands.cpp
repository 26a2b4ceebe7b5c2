// SPDX-License-Identifier: GPL-3.0-or-later
// moderate, moderation: what is done to messages and members under an article of the charter, and the log of it
#include "cli/context.hpp"

#include <vigie/app/evidence_media.hpp>
#include <vigie/app/evidence_term.hpp>
#include <vigie/app/moderation.hpp>
#include <vigie/base/random.hpp>
#include <vigie/store/tickets.hpp>

#include <array>
#include <cstdio>
#include <fstream>

namespace vigie::cli {

namespace {

using Json = nlohmann::json;

struct Verb {
    const char *name;
    OutboundKind act;
};
constexpr std::array<Verb, 7> kVerbs{Verb{"hide", OutboundKind::HideReply},   {"remove", OutboundKind::RemoveItem}, {"spam", OutboundKind::MarkSpam}, {"mute", OutboundKind::MuteMember},
                                     {"block", OutboundKind::BlockMember}, {"ban", OutboundKind::BanMember},     {"report", OutboundKind::Report}};

struct Options {
    std::string act, comment, without, despite, ground, person, csv, lang = "en";
    std::int64_t ticket = 0, line = 0, before = 0;
    int article = 0, years = 0, days = 0, limit = 100;
};

std::optional<OutboundKind> actOf(const std::string &name)
{
    for (const auto &verb : kVerbs)
        if (name == verb.name)
            return verb.act;
    return std::nullopt;
}

const char *nameOf(OutboundKind act)
{
    for (const auto &verb : kVerbs)
        if (act == verb.act)
            return verb.name;
    return toString(act);
}

std::vector<std::string> verbNames()
{
    std::vector<std::string> out;
    for (const auto &verb : kVerbs)
        out.emplace_back(verb.name);
    return out;
}

/// What is said for the first time here is how this house keeps evidence from then on.
Result<void> settleTerm(store::Tx &tx, const Options &options)
{
    if (options.ground.empty() && options.years == 0)
        return {};
    VIGIE_TRY(const auto known, app::evidenceTerm(tx));
    if (known)
        return {};
    app::EvidenceTerm term;
    if (options.years > 0)
        term.years = options.years;
    term.ground = options.ground;
    return app::setEvidenceTerm(tx, term);
}

int moderate(const Context &context, const Options &options)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto done = (*workspace)->store().writeNow<app::Moderated>(
        [&](store::Tx &tx) -> Result<app::Moderated> {
            VIGIE_CHECK(settleTerm(tx, options));
            VIGIE_TRY(const auto ticket, store::Tickets(tx).get(TicketId{options.ticket}));
            app::Moderation wanted;
            wanted.account = ticket.account;
            wanted.item = ticket.latest;
            wanted.act = actOf(options.act).value_or(OutboundKind::Report);
            wanted.article = options.article;
            wanted.person = (*workspace)->person();
            wanted.comment = options.comment;
            wanted.despiteTerms = options.despite;
            wanted.withoutEvidence = options.without;
            wanted.clientToken = randomKey();
            VIGIE_TRY(const auto outcome, app::moderate(tx, (*workspace)->catalogue(), wanted));
            if (outcome.refused) // nothing is to be half done
                return fail(Errc::PolicyRefused, "the evidence cannot be kept: " + outcome.refused->detail + " (--ground and --years settle it once; --despite-terms REASON keeps it all the same; --without-evidence REASON goes on without)");
            return outcome;
        },
        store::Durability::Full);
    if (!done)
        return context.failed(done.error());
    if (done->evidence > 0)
        (void)app::fetchEvidence((*workspace)->store(), Context::interrupted()); // its pictures, as far as they are to be had
    context.print({{"line", done->line}, {"outbound", done->outbound.value}, {"evidence", done->evidence}}, [&] {
        std::printf("Line %lld of the log; it is in the outbox as %lld: 'vigie-cli publish --due' sends it, 'vigie-cli moderation undo %lld' takes it back.\n",
                    static_cast<long long>(done->line), static_cast<long long>(done->outbound.value), static_cast<long long>(done->line));
    });
    return kOk;
}

Json lineJson(const ModerationLine &line)
{
    return {{"line", line.id},           {"at", toRfc3339(line.at)},     {"person", line.person},       {"act", nameOf(line.act)},       {"outcome", toString(outcomeOf(line))},
            {"article", line.article},   {"charter", line.charterVersion}, {"evidence", line.evidence}, {"no_evidence", line.noEvidence}, {"comment", line.comment},
            {"network", line.network},   {"author", line.handle},        {"item", line.item.value},     {"outbound", line.outbound.value},
            {"taken_back_at", line.backAt ? Json(toRfc3339(*line.backAt)) : Json()}, {"taken_back_by", line.backBy}};
}

store::ModerationFilter filterOf(const Options &options, Instant now)
{
    store::ModerationFilter filter;
    filter.article = options.article;
    filter.act = actOf(options.act);
    filter.person = options.person;
    filter.before = options.before;
    filter.limit = options.limit;
    if (options.days > 0)
        filter.from = now - std::chrono::hours(24) * options.days;
    return filter;
}

int writeCsv(const Context &context, app::Workspace &workspace, const Options &options)
{
    const auto filter = filterOf(options, workspace.clock().now());
    const auto text = workspace.store().readNow<std::string>([&](store::Tx &tx) { return app::moderationCsv(tx, filter, options.lang); });
    if (!text)
        return context.failed(text.error());
    std::ofstream file(options.csv, std::ios::binary | std::ios::trunc);
    file << *text;
    file.flush();
    if (!file)
        return context.failed(fail(Errc::Storage, "cannot be written: " + options.csv).value());
    return kOk;
}

int log(const Context &context, const Options &options)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto filter = filterOf(options, (*workspace)->clock().now());
    const auto lines = (*workspace)->store().readNow<std::vector<ModerationLine>>([&](store::Tx &tx) { return store::ModerationLog(tx).list(filter); });
    if (!lines)
        return context.failed(lines.error());
    if (!options.csv.empty())
        if (const int code = writeCsv(context, **workspace, options); code != kOk)
            return code;
    auto array = Json::array();
    for (const auto &line : *lines)
        array.push_back(lineJson(line));
    context.print(array, [&] {
        for (const auto &line : *lines)
            std::printf("%5lld  %s  %-16s %-7s art. %-3d %-11s %-9s %s\n", static_cast<long long>(line.id), toRfc3339(line.at).substr(0, 16).c_str(),
                        oneLine(line.person, 16).c_str(), nameOf(line.act), line.article, toString(outcomeOf(line)), line.evidence > 0 ? "evidence" : "",
                        oneLine("@" + line.handle, 40).c_str());
        if (lines->empty())
            std::printf("Nothing was moderated.\n");
    });
    return kOk;
}

int figures(const Context &context, const Options &options)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto from = filterOf(options, (*workspace)->clock().now()).from;
    const auto all = (*workspace)->store().readNow<std::vector<store::ArticleFigure>>([&](store::Tx &tx) { return store::ModerationLog(tx).figures(from, {}); });
    if (!all)
        return context.failed(all.error());
    auto array = Json::array();
    for (const auto &one : *all)
        array.push_back({{"article", one.article}, {"act", nameOf(one.act)}, {"times", one.times}, {"taken_back", one.takenBack}, {"failed", one.failed}, {"with_evidence", one.withEvidence}});
    context.print(array, [&] {
        for (const auto &one : *all)
            std::printf("article %-4d %-7s %5d, %d taken back, %d failed, %d with evidence\n", one.article, nameOf(one.act), one.times, one.takenBack, one.failed, one.withEvidence);
        if (all->empty())
            std::printf("Nothing was moderated.\n");
    });
    return kOk;
}

int undo(const Context &context, const Options &options)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto line = (*workspace)->store().writeNow<ModerationLine>(
        [&](store::Tx &tx) -> Result<ModerationLine> {
            VIGIE_CHECK(app::takeModerationBack(tx, (*workspace)->catalogue(), options.line, (*workspace)->person(), randomKey()));
            return store::ModerationLog(tx).get(options.line);
        },
        store::Durability::Full);
    if (!line)
        return context.failed(line.error());
    context.print(lineJson(*line), [&] { std::printf("%lld: %s\n", static_cast<long long>(line->id), toString(outcomeOf(*line))); });
    return kOk;
}

using Action = int (*)(const Context &, const Options &);

} // namespace

void addModerationCommands(CLI::App &app, Context &context, int &code)
{
    auto options = std::make_shared<Options>();
    const auto add = [&](CLI::App &parent, const char *name, const char *what, Action action) {
        auto *command = parent.add_subcommand(name, what);
        command->callback([&code, &context, options, action] { code = action(context, *options); });
        return command;
    };
    auto *acted = add(app, "moderate", "acts on the newest message of a ticket, or its author, under an article of the charter", moderate);
    acted->add_option("act", options->act, "hide, remove, spam, mute, block, ban, report")->required()->check(CLI::IsMember(verbNames()));
    acted->add_option("ticket", options->ticket, "its number")->required();
    acted->add_option("--article", options->article, "of the charter")->required();
    acted->add_option("--comment", options->comment, "why; a report takes it along");
    acted->add_option("--years", options->years, "for how long evidence is kept, when that was not settled yet")->check(CLI::Range(1, app::kEvidenceYearsMost));
    acted->add_option("--ground", options->ground, "on what ground it is kept, when that was not settled yet");
    acted->add_option("--despite-terms", options->despite, "why evidence is kept although the network's terms stand in the way");
    acted->add_option("--without-evidence", options->without, "why none is kept");
    auto *moderation = app.add_subcommand("moderation", "the log of moderation");
    moderation->require_subcommand(1);
    auto *listed = add(*moderation, "log", "what was done, newest first, and what became of it", log);
    listed->add_option("--days", options->days, "only so many days back")->check(CLI::Range(1, 36'600));
    listed->add_option("--article", options->article, "only this one");
    listed->add_option("--act", options->act)->check(CLI::IsMember(verbNames()));
    listed->add_option("--person", options->person, "who decided");
    listed->add_option("--before", options->before, "lines older than this one");
    listed->add_option("-n,--limit", options->limit)->check(CLI::Range(1, 1'000'000));
    listed->add_option("--csv", options->csv, "writes it to a file as well");
    listed->add_option("--lang", options->lang, "of the titles in that file")->check(CLI::IsMember({"fr", "en"}));
    auto *counted = add(*moderation, "figures", "how often each article was applied", figures);
    counted->add_option("--days", options->days, "only so many days back")->check(CLI::Range(1, 36'600));
    auto *back = add(*moderation, "undo", "takes it back: before it has left, or at the network where that is possible", undo);
    back->add_option("line", options->line, "of the log")->required();
}

} // namespace vigie::cli
