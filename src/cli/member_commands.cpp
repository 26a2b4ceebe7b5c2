// SPDX-License-Identifier: GPL-3.0-or-later
// member: people, their identities, what is held of them, what is written about them
#include "cli/context.hpp"
#include "cli/member_words.hpp"
#include "cli/output_file.hpp"

#include <vigie/base/ascii.hpp>
#include <vigie/desk/member_record.hpp>
#include <vigie/store/erasure.hpp>
#include <vigie/store/identities.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/person_facts.hpp>
#include <vigie/store/persons.hpp>

#include <cstdio>
#include <fstream>

namespace vigie::cli {

namespace {

struct Options {
    std::int64_t id = 0, other = 0;
    std::string words, view = "all", file, format, language = "en", text, day, source, kind = "other", reason = "request", person;
    int limit = 50;
    bool force = false, apart = false, withdrawn = false, keepEvidence = false, takeInAgain = false, yes = false, together = false, timeline = false;
    std::int64_t remove = 0;
};

using Opened = std::unique_ptr<app::Workspace>;

std::string who(const app::Workspace &workspace)
{
    return workspace.person().empty() ? "person" : workspace.person();
}

/// Opens the workspace, does the job, says what came of it.
template <class T, class Job, class Said>
int run(const Context &context, bool writes, const Job &job, const Said &said)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const std::function<Result<T>(store::Tx &)> task = [&](store::Tx &tx) { return job(tx, **workspace); };
    auto &store = (*workspace)->store();
    const auto done = writes ? store.writeNow<T>(task, store::Durability::Full) : store.readNow<T>(task);
    if (!done)
        return context.failed(done.error());
    said(*done);
    return kOk;
}

store::PersonView viewOf(const std::string &name)
{
    using View = store::PersonView;
    return name == "newcomers" ? View::Newcomers : name == "silent" ? View::Silent : name == "promised" ? View::Promised : name == "steps" ? View::Steps : View::All;
}

int list(const Context &context, const Options &options)
{
    return run<std::vector<PersonLine>>(
        context, false, [&](store::Tx &tx, app::Workspace &) { return store::Persons(tx).list({options.words, viewOf(options.view), options.limit}); },
        [&](const std::vector<PersonLine> &lines) {
            auto array = nlohmann::json::array();
            for (const auto &line : lines)
                array.push_back(lineJson(line));
            context.print(array, [&] {
                for (const auto &line : lines)
                    std::printf("%6lld  %-24s %-32s %4d exchange(s)  %s%s\n", static_cast<long long>(line.person.value), oneLine(line.name, 24).c_str(), oneLine(line.handle, 32).c_str(),
                                line.exchanges, toRfc3339(line.lastSeen).substr(0, 10).c_str(), line.promiseDue ? "  promise open" : "");
                if (lines.empty())
                    std::printf("Nobody.\n");
            });
        });
}

int show(const Context &context, const Options &options)
{
    using Shown = std::pair<PersonCard, std::vector<TimelineEntry>>;
    return run<Shown>(
        context, false,
        [&](store::Tx &tx, app::Workspace &) -> Result<Shown> {
            Shown out;
            VIGIE_TRY(out.first, store::Persons(tx).card(MemberId{options.id}));
            if (options.timeline) {
                VIGIE_TRY(out.second, store::Persons(tx).timeline(MemberId{options.id}, {{}, options.limit, {}}));
            }
            return out;
        },
        [&](const Shown &shown) {
            auto json = cardJson(shown.first);
            json["timeline"] = nlohmann::json::array();
            for (const auto &entry : shown.second)
                json["timeline"].push_back(entryJson(entry));
            context.print(json, [&] { std::fputs(cardText(shown.first, shown.second).c_str(), stdout); });
        });
}

int exportRecord(const Context &context, const Options &options)
{
    if (const auto may = mayWrite(options.file, options.force); !may)
        return context.failed(may.error());
    const bool markdown = options.format.empty() ? options.file.size() > 3 && options.file.substr(options.file.size() - 3) == ".md" : options.format == "md";
    return run<desk::MemberRecord>(
        context, false,
        [&](store::Tx &tx, app::Workspace &workspace) {
            return desk::gatherRecord(tx, MemberId{options.id}, workspace.zone(), [&](double share) {
                context.progress("gathering " + std::to_string(static_cast<int>(share * 100)) + " %");
                return !Context::interrupted().stop_requested();
            });
        },
        [&](const desk::MemberRecord &record) {
            context.progressDone();
            std::ofstream out(options.file, std::ios::binary | std::ios::trunc);
            out << (markdown ? desk::recordMarkdown(record, options.language) : desk::recordJson(record));
            out.close();
            if (!out) {
                (void)context.failed(Error{Errc::Storage, options.file + " could not be written", 0, {}, {}});
                return;
            }
            context.print({{"file", options.file}, {"messages", record.items.size()}, {"ours", record.ours.size()}, {"held", record.card.held.size()}},
                          [&] { std::printf("%zu message(s), %zu line(s) of ours, %zu datum(s) in %s.\n", record.items.size(), record.ours.size(), record.card.held.size(), options.file.c_str()); });
        });
}

int merge(const Context &context, const Options &options)
{
    if (options.apart)
        return run<bool>(
            context, true,
            [&](store::Tx &tx, app::Workspace &workspace) -> Result<bool> {
                VIGIE_CHECK(store::Identities(tx).keepApart(MemberId{options.id}, MemberId{options.other}, who(workspace)));
                return true;
            },
            [&](bool) { context.print({{"apart", {options.id, options.other}}}, [] { std::printf("Two people: they are never suggested again.\n"); }); });
    return run<MergeId>(
        context, true,
        [&](store::Tx &tx, app::Workspace &workspace) -> Result<MergeId> {
            store::Identities identities(tx);
            std::vector<SameReason> reasons;
            VIGIE_TRY(const auto suggested, identities.suggest(MemberId{options.id}));
            for (const auto &pair : suggested)
                if (pair.one.value == options.other || pair.other.value == options.other)
                    reasons = pair.reasons;
            if (!options.reason.empty() && options.reason != "request")
                reasons.push_back({SameWhy::ByHand, options.reason});
            if (options.together)
                (void)identities.forgetApart(MemberId{options.id}, MemberId{options.other});
            return identities.merge(MemberId{options.id}, MemberId{options.other}, reasons, who(workspace));
        },
        [&](MergeId id) { context.print({{"merge", id.value}}, [&] { std::printf("One person; 'vigie-cli member unmerge %lld' takes it back.\n", static_cast<long long>(id.value)); }); });
}

int unmerge(const Context &context, const Options &options)
{
    return run<Merge>(
        context, true, [&](store::Tx &tx, app::Workspace &workspace) { return store::Identities(tx).unmerge(MergeId{options.id}, who(workspace)); },
        [&](const Merge &merge) {
            context.print({{"merge", merge.id.value}, {"one", merge.one.value}, {"other", merge.other.value}}, [] { std::printf("Two people again, each with what is their own.\n"); });
        });
}

int suggest(const Context &context, const Options &options)
{
    return run<std::vector<SamePerson>>(
        context, false, [&](store::Tx &tx, app::Workspace &) { return store::Identities(tx).suggest(MemberId{options.id}, options.limit); },
        [&](const std::vector<SamePerson> &pairs) {
            auto array = nlohmann::json::array();
            for (const auto &pair : pairs)
                array.push_back({{"one", pair.one.value}, {"other", pair.other.value}, {"reasons", reasonsJson(pair.reasons)}});
            context.print(array, [&] {
                for (const auto &pair : pairs) {
                    std::printf("%lld and %lld:", static_cast<long long>(pair.one.value), static_cast<long long>(pair.other.value));
                    for (const auto &reason : pair.reasons)
                        std::printf(" %s", reasonText(reason).c_str());
                    std::printf("\n");
                }
                if (pairs.empty())
                    std::printf("Nobody looks like the same person.\n");
            });
        });
}

/// note, step, consent, fact: written, or removed by number.
int written(const Context &context, const Options &options, const std::string &what)
{
    return run<std::int64_t>(
        context, true,
        [&](store::Tx &tx, app::Workspace &workspace) -> Result<std::int64_t> {
            store::PersonFacts facts(tx);
            const MemberId member{options.id};
            if (options.remove != 0) {
                VIGIE_CHECK(what == "note" ? facts.removeNote(options.remove) : what == "step" ? facts.finishStep(options.remove) : facts.removeFact(options.remove));
                return options.remove;
            }
            if (what == "note")
                return facts.addNote(member, options.text, who(workspace));
            if (what == "step")
                return facts.addStep(member, options.text, options.day, who(workspace));
            if (what == "consent")
                return facts.addConsent(member, options.text, !options.withdrawn, options.source, who(workspace));
            return facts.addFact(member, options.kind, options.text, options.source, who(workspace));
        },
        [&](std::int64_t id) { context.print({{what, id}}, [&] { std::printf("%s %lld\n", options.remove != 0 ? "Done:" : "Written as", static_cast<long long>(id)); }); });
}

int erase(const Context &context, const Options &options)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    auto &kept = (*workspace)->store();
    const auto plan = kept.readNow<store::ErasurePlan>([&](store::Tx &tx) { return store::Erasure(tx).plan(MemberId{options.id}); });
    if (!plan)
        return context.failed(plan.error());
    if (!options.yes) {
        context.print({{"identities", plan->identities.size()}, {"messages", plan->items}, {"answers", plan->answers}, {"notes", plan->notes}, {"questions", plan->questions},
                       {"mentions", plan->mentions.size()}, {"evidence", plan->evidence}, {"erased", false}},
                      [&] {
                          std::printf("%zu identity(ies), %d message(s), %d answer(s), %d note(s), %d question(s), %zu mention(s) by others, %d kept as evidence.\n"
                                      "There is no way back. To erase: the same with --yes\n",
                                      plan->identities.size(), plan->items, plan->answers, plan->notes, plan->questions, plan->mentions.size(), plan->evidence);
                      });
        return kOk;
    }
    const auto done = kept.writeNow<store::ErasureReport>(
        [&](store::Tx &tx) { return store::Erasure(tx).erase(*plan, {options.reason, who(**workspace), options.keepEvidence, options.takeInAgain}); }, store::Durability::Full);
    if (!done)
        return context.failed(done.error());
    context.progress("writing the file anew");
    const auto scrubbed = store::scrubFile((*workspace)->path(), [] { return !Context::interrupted().stop_requested(); });
    context.progressDone();
    const auto left = kept.readNow<std::vector<store::Residue>>([&](store::Tx &tx) { return store::Erasure(tx).residue(*plan); });
    if (!left)
        return context.failed(left.error());
    auto residue = nlohmann::json::array();
    for (const auto &one : *left)
        residue.push_back({{"place", one.place}, {"rows", one.rows}});
    context.print({{"erasure", done->id}, {"identities", done->identities}, {"messages", done->items}, {"answers", done->answers}, {"notes", done->notes}, {"mentions", done->mentions},
                   {"file", scrubbed ? "written anew" : errcName(scrubbed.error().code)}, {"residue", residue}, {"erased", true}},
                  [&] {
                      std::printf("Erased: %d message(s), %d answer(s), %d note(s); the name is gone from %d message(s) of others.\n", done->items, done->answers, done->notes, done->mentions);
                      for (const auto &one : *left)
                          std::printf("Still there: %s (%d)\n", one.place.c_str(), one.rows);
                      if (left->empty())
                          std::printf("The recount found nothing left. Copies made before still hold it.\n");
                  });
    if (!scrubbed)
        return context.failed(scrubbed.error());
    return left->empty() ? kOk : kPartly;
}

} // namespace

void addMemberCommands(CLI::App &app, Context &context, int &code)
{
    auto *member = app.add_subcommand("member", "people: identities, what is held and why, notes, merges, erasure")->require_subcommand(1);
    auto options = std::make_shared<Options>();
    const auto add = [&](const char *name, const char *what, int (*job)(const Context &, const Options &)) {
        auto *command = member->add_subcommand(name, what);
        command->callback([&code, &context, options, job] { code = job(context, *options); });
        return command;
    };
    auto *all = add("list", "people, whoever spoke last first", list);
    all->add_option("--words", options->words, "in a handle, a name or the text about themselves");
    all->add_option("--view", options->view)->check(CLI::IsMember({"all", "newcomers", "silent", "promised", "steps"}));
    all->add_option("--limit", options->limit)->check(CLI::Range(1, 10'000));
    auto *card = add("show", "the card of a person", show);
    card->add_option("member", options->id, "number of any of their identities")->required();
    card->add_flag("--timeline", options->timeline, "with what passed between us");
    card->add_option("--limit", options->limit, "lines of the timeline")->check(CLI::Range(1, 100'000));
    auto *file = add("export", "all that is held and why, for the person to read (JSON or Markdown)", exportRecord);
    file->add_option("member", options->id)->required();
    file->add_option("file", options->file)->required();
    file->add_option("--format", options->format)->check(CLI::IsMember({"json", "md"}));
    file->add_option("--lang", options->language, "language of the Markdown")->check(CLI::IsMember({"en", "fr"}));
    file->add_flag("--force", options->force, "write over a file that is there");
    auto *together = add("merge", "two identities are one person", merge);
    together->add_option("member", options->id)->required();
    together->add_option("other", options->other)->required();
    together->add_option("--because", options->reason, "a reason of your own");
    together->add_flag("--apart", options->apart, "instead: they are two people and never suggested again");
    together->add_flag("--after-all", options->together, "although somebody said that they are two");
    add("unmerge", "take a merge back: two people again", unmerge)->add_option("merge", options->id, "its number")->required();
    auto *same = add("suggest", "who may be one person, and why", suggest);
    same->add_option("member", options->id, "only pairs with this one");
    same->add_option("--limit", options->limit)->check(CLI::Range(1, 10'000));
    const auto write = [&](const char *name, const char *what, bool removes) {
        auto *command = member->add_subcommand(name, what);
        command->add_option("member", options->id)->required();
        auto *text = command->add_option("text", options->text);
        if (removes)
            command->add_option("--remove", options->remove, name == std::string("step") ? "number of the one that is done" : "number of the one to remove");
        else
            text->required();
        command->callback([&code, &context, options, kind = std::string(name)] { code = written(context, *options, kind); });
        return command;
    };
    write("note", "write a note about somebody", true);
    write("step", "what is to be done next with somebody", true)->add_option("--day", options->day, "2026-11-28");
    auto *consent = write("consent", "what they agreed to", false);
    consent->add_option("--source", options->source, "where that was said")->required();
    consent->add_flag("--withdrawn", options->withdrawn, "they took it back");
    auto *fact = write("fact", "something they gave us", true);
    fact->add_option("--kind", options->kind)->check(CLI::IsMember({"email", "phone", "place", "name", "language", "order", "staff", "paid", "unranked", "other"}));
    fact->add_option("--origin", options->source, "where it came from");
    auto *gone = add("erase", "forget a person: identity, words, what we wrote about them", erase);
    gone->add_option("member", options->id)->required();
    gone->add_flag("--yes", options->yes, "erase; without it only what would go is said");
    gone->add_option("--reason", options->reason, "a word or the number of a letter; never who it is");
    gone->add_flag("--keep-evidence", options->keepEvidence, "what is kept for legal claims stays");
    gone->add_flag("--take-in-again", options->takeInAgain, "what they write later comes in as of somebody new");
}

} // namespace vigie::cli
