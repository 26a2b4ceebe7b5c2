// SPDX-License-Identifier: GPL-3.0-or-later
// answer list, show, add, edit, remove, uses, near, give
#include "cli/answer_words.hpp"
#include "cli/context.hpp"

#include <vigie/base/random.hpp>
#include <vigie/plan/planner.hpp>
#include <vigie/store/items.hpp>
#include <vigie/store/tickets.hpp>
#include <vigie/text/placeholders.hpp>

#include <cstdio>

namespace vigie::cli {

namespace {

struct Options {
    std::string keyword, words, text, lang;
    std::int64_t ticket = 0;
    int number = 5, undo = 0;
    bool stale = false, removed = false;
    std::vector<std::string> values;
    AnswerText fields;
    CLI::App *edit = nullptr;
};

Result<Answer> wanted(store::Tx &tx, const std::string &keyword)
{
    VIGIE_TRY(auto found, store::Answers(tx).byKeyword(keyword));
    if (!found)
        return fail(Errc::NotFound, "no answer has the keyword " + keyword);
    return std::move(*found);
}

Result<ListedAnswer> listed(store::Tx &tx, const app::Workspace &workspace, Answer answer)
{
    ListedAnswer out;
    VIGIE_TRY(out.rates, store::Answers(tx).rates(answer.id));
    out.staleness = desk::stalenessOf(answer, out.rates, tx.now(), workspace.zone());
    out.answer = std::move(answer);
    return out;
}

int list(const Context &context, const Options &options)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto found = (*workspace)->store().readNow<std::vector<ListedAnswer>>([&](store::Tx &tx) -> Result<std::vector<ListedAnswer>> {
        std::vector<ListedAnswer> out;
        VIGIE_TRY(auto all, store::Answers(tx).all(options.removed));
        for (const auto at : desk::findAnswers(all, options.words)) {
            VIGIE_TRY(auto one, listed(tx, **workspace, all[at]));
            if ((!options.stale || one.staleness != desk::Staleness::Fresh) && options.removed == one.answer.removedAt.has_value())
                out.push_back(std::move(one));
        }
        return out;
    });
    if (!found)
        return context.failed(found.error());
    auto array = nlohmann::json::array();
    for (const auto &one : *found)
        array.push_back(answerJson(one));
    context.print(array, [&] {
        for (const auto &one : *found)
            printAnswer(one);
        if (found->empty())
            std::printf("No answer.\n");
    });
    return kOk;
}

int show(const Context &context, const Options &options)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    std::vector<AnswerVersion> versions;
    const auto found = (*workspace)->store().readNow<ListedAnswer>([&](store::Tx &tx) -> Result<ListedAnswer> {
        VIGIE_TRY(auto answer, wanted(tx, options.keyword));
        VIGIE_TRY(versions, store::Answers(tx).versions(answer.id));
        return listed(tx, **workspace, std::move(answer));
    });
    if (!found)
        return context.failed(found.error());
    auto json = answerJson(*found);
    json["versions"] = nlohmann::json::array();
    for (const auto &one : versions)
        json["versions"].push_back({{"number", one.number}, {"at", toRfc3339(one.at)}, {"who", one.who}, {"fr", one.text.french}, {"en", one.text.english}});
    context.print(json, [&] {
        printAnswer(*found);
        for (const auto &[name, text] : {std::pair("fr", &found->answer.text.french), std::pair("en", &found->answer.text.english)})
            if (!text->empty())
                std::printf("%s: %s\n", name, text->c_str());
        for (const auto &one : versions)
            std::printf("version %d, %s, %s\n", one.number, toRfc3339(one.at).substr(0, 16).c_str(), one.who.c_str());
    });
    return kOk;
}

/// Only the options that were given change an answer that exists.
void overlay(AnswerText &text, const Options &options)
{
    const auto given = [&](const char *name) { return options.edit->count(name) > 0; };
    const auto &fields = options.fields;
    if (given("--title"))
        text.title = fields.title;
    if (given("--fr"))
        text.french = fields.french;
    if (given("--en"))
        text.english = fields.english;
    if (given("--from"))
        text.validFrom = fields.validFrom;
    if (given("--until"))
        text.validUntil = fields.validUntil;
    if (given("--owner"))
        text.owner = fields.owner;
    if (given("--service"))
        text.service = fields.service;
    if (given("--tag"))
        text.tags = fields.tags;
    if (given("--rename"))
        text.keyword = fields.keyword;
}

int keep(const Context &context, const Options &options, bool isNew)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto kept = (*workspace)->store().writeNow<ListedAnswer>(
        [&](store::Tx &tx) -> Result<ListedAnswer> {
            AnswerId id;
            AnswerText text = options.fields;
            text.keyword = options.keyword;
            if (!isNew) {
                VIGIE_TRY(const auto known, wanted(tx, options.keyword));
                id = known.id;
                text = known.text;
                overlay(text, options);
            }
            VIGIE_CHECK(store::Tickets(tx).beginChangeSet("answer"));
            VIGIE_TRY(id, store::Answers(tx).save(id, text, (*workspace)->person()));
            VIGIE_TRY(auto answer, store::Answers(tx).get(id));
            return listed(tx, **workspace, std::move(answer));
        },
        store::Durability::Full);
    if (!kept)
        return context.failed(kept.error());
    context.print(answerJson(*kept), [&] { printAnswer(*kept); });
    return kOk;
}

int remove(const Context &context, const Options &options)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto gone = (*workspace)->store().writeNow<Answer>(
        [&](store::Tx &tx) -> Result<Answer> {
            VIGIE_TRY(auto answer, wanted(tx, options.keyword));
            VIGIE_CHECK(store::Tickets(tx).beginChangeSet("answer_remove"));
            VIGIE_CHECK(store::Answers(tx).remove(answer.id));
            return answer;
        },
        store::Durability::Full);
    if (!gone)
        return context.failed(gone.error());
    context.print({{"id", gone->id.value}, {"keyword", gone->text.keyword}}, [&] { std::printf("%s is out of the library; where it was given stays known.\n", gone->text.keyword.c_str()); });
    return kOk;
}

int uses(const Context &context, const Options &options)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto found = (*workspace)->store().readNow<std::vector<AnswerUse>>([&](store::Tx &tx) -> Result<std::vector<AnswerUse>> {
        VIGIE_TRY(const auto answer, wanted(tx, options.keyword));
        return store::Answers(tx).uses(answer.id, options.number);
    });
    if (!found)
        return context.failed(found.error());
    auto array = nlohmann::json::array();
    for (const auto &use : *found)
        array.push_back(useJson(use));
    context.print(array, [&] {
        for (const auto &use : *found)
            printUse(use);
        if (found->empty())
            std::printf("It has not been given yet.\n");
    });
    return kOk;
}

int near(const Context &context, const Options &options)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    for (bool more = true; more && !Context::interrupted().stop_requested();) { // what was sent a moment ago is to be found
        const auto step = (*workspace)->store().writeNow<bool>([](store::Tx &tx) { return store::PastAnswers(tx).catchUp(); });
        if (!step)
            return context.failed(step.error());
        more = *step;
    }
    const store::PastQuestion question{options.text, options.lang, {}, options.number, false};
    const auto found = (*workspace)->store().readNow<std::vector<store::PastAnswer>>([&](store::Tx &tx) { return store::PastAnswers(tx).near(question); });
    if (!found)
        return context.failed(found.error());
    auto array = nlohmann::json::array();
    for (const auto &past : *found)
        array.push_back(pastJson(past));
    context.print(array, [&] {
        for (const auto &past : *found)
            printPast(past);
        if (found->empty())
            std::printf("Nothing like it was answered before.\n");
    });
    return kOk;
}

/// The values a person gave, "name=value", in place of what is still open.
Result<desk::FilledAnswer> filledWith(desk::FilledAnswer filled, const Answer &answer, const std::vector<std::string> &given)
{
    for (const auto &one : given) {
        const auto equals = one.find('=');
        if (equals == std::string::npos)
            return fail(Errc::InvalidInput, "a value is given as name=value: " + one);
        filled.values[one.substr(0, equals)] = one.substr(equals + 1);
    }
    filled.text = text::filled(answer.text.in(filled.lang), filled.values);
    return filled;
}

int give(const Context &context, const Options &options)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    std::string said;
    const auto id = (*workspace)->store().writeNow<OutboundId>(
        [&](store::Tx &tx) -> Result<OutboundId> {
            VIGIE_TRY(const auto answer, wanted(tx, options.keyword));
            VIGIE_TRY(const auto ticket, store::Tickets(tx).get(TicketId{options.ticket}));
            VIGIE_TRY(const auto asked, store::Items(tx).get(ticket.latest));
            desk::AnswerDesk desk(tx);
            const auto person = (*workspace)->person();
            VIGIE_TRY(auto filled, desk.fill(answer, {options.lang.empty() && asked ? asked->lang : options.lang, person, (*workspace)->zone(), ticket.id}));
            VIGIE_TRY(filled, filledWith(std::move(filled), answer, options.values));
            VIGIE_CHECK(store::Answers(tx).pick(ticket.id, {answer.id, filled.lang, filled.values, tx.now()}));
            plan::ReplyDraft draft;
            draft.ticket = ticket.id;
            draft.target = ticket.latest;
            draft.account = ticket.account;
            draft.text = said = filled.text;
            draft.lang = filled.lang;
            draft.clientToken = randomKey();
            draft.undoWindow = std::chrono::seconds{options.undo};
            VIGIE_TRY(const auto outbound, plan::Planner(tx, (*workspace)->catalogue()).reply(draft));
            VIGIE_CHECK(desk.given(ticket.id, outbound, person));
            return outbound;
        },
        store::Durability::Full);
    if (!id)
        return context.failed(id.error());
    context.print({{"outbound", id->value}, {"state", "planned"}, {"text", said}}, [&] { std::printf("Answer %lld is in the outbox:\n%s\n", static_cast<long long>(id->value), said.c_str()); });
    return kOk;
}

void addFields(CLI::App &command, Options &options)
{
    command.add_option("keyword", options.keyword)->required();
    command.add_option("--title", options.fields.title, "the question it answers");
    command.add_option("--fr", options.fields.french, "the text in French; {{name}} is a variable");
    command.add_option("--en", options.fields.english, "the text in English");
    command.add_option("--from", options.fields.validFrom, "first day it may be given, such as 2026-05-03");
    command.add_option("--until", options.fields.validUntil, "last day it may be given");
    command.add_option("--owner", options.fields.owner, "who answers for it");
    command.add_option("--service", options.fields.service, "which service knows");
    command.add_option("--tag", options.fields.tags, "tags");
}

} // namespace

void addAnswerCommands(CLI::App &app, Context &context, int &code)
{
    auto options = std::make_shared<Options>();
    auto *answer = app.add_subcommand("answer", "the library of answers, and what was answered before")->require_subcommand(1);
    auto *all = answer->add_subcommand("list", "the answers, with how often they were given");
    all->add_option("words", options->words, "only those that these words find, as after ';' in the inbox");
    all->add_flag("--stale", options->stale, "only those whose validity has passed or ends soon, and those untouched for a year");
    all->add_flag("--removed", options->removed, "those that are out of the library");
    all->callback([&code, &context, options] { code = list(context, *options); });
    auto *one = answer->add_subcommand("show", "one answer with its versions");
    one->add_option("keyword", options->keyword)->required();
    one->callback([&code, &context, options] { code = show(context, *options); });
    auto *add = answer->add_subcommand("add", "a new answer");
    addFields(*add, *options);
    add->callback([&code, &context, options] { code = keep(context, *options, true); });
    auto *edit = answer->add_subcommand("edit", "changes an answer; what is not named stays");
    addFields(*edit, *options);
    edit->add_option("--rename", options->fields.keyword, "its new keyword");
    options->edit = edit;
    edit->callback([&code, &context, options] { code = keep(context, *options, false); });
    auto *gone = answer->add_subcommand("remove", "takes an answer out of the library");
    gone->add_option("keyword", options->keyword)->required();
    gone->callback([&code, &context, options] { code = remove(context, *options); });
    auto *where = answer->add_subcommand("uses", "where it was given, and what came of it");
    where->add_option("keyword", options->keyword)->required();
    where->add_option("-n", options->number, "at most so many")->check(CLI::Range(1, 1'000'000));
    where->callback([&code, &context, options] { code = uses(context, *options); });
    auto *like = answer->add_subcommand("near", "the past public answers nearest to a message");
    like->add_option("text", options->text)->required();
    like->add_option("--lang", options->lang, "its language, when it cannot be told");
    like->add_option("-n", options->number, "at most so many")->check(CLI::Range(1, 50));
    like->callback([&code, &context, options] { code = near(context, *options); });
    auto *reply = answer->add_subcommand("give", "answers a ticket with it; it goes to the outbox");
    reply->add_option("keyword", options->keyword)->required();
    reply->add_option("ticket", options->ticket, "its number in the queue")->required();
    reply->add_option("--set", options->values, "name=value of a variable; repeat it for each");
    reply->add_option("--lang", options->lang, "fr or en; the member's when left out")->check(CLI::IsMember({"fr", "en"}));
    reply->add_option("--undo", options->undo, "seconds in which it can be taken back");
    reply->callback([&code, &context, options] { code = give(context, *options); });
    addAnswerFileCommands(*answer, context, code);
}

} // namespace vigie::cli
