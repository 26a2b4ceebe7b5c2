// SPDX-License-Identifier: GPL-3.0-or-later
// approval: who must agree before a post is published, who did, and people without Vigie
#include "cli/publishing_commands.hpp"

#include "cli/context.hpp"

#include <vigie/app/approval_desk.hpp>
#include <vigie/app/handover.hpp>
#include <vigie/plan/approval.hpp>
#include <vigie/store/approvals.hpp>
#include <vigie/store/outbox.hpp>

#include <cstdio>
#include <fstream>
#include <iterator>

namespace vigie::cli {

namespace {

struct Options {
    std::int64_t plan = 0, campaign = 0;
    int steps = -1, from = 0, to = 0;
    std::string person, words, file, name, address, lang = "en";
};

std::string personOf(const app::Workspace &workspace, const Options &options)
{
    return options.person.empty() ? workspace.person() : options.person;
}

int steps(const Context &context, const Options &options)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto now = (*workspace)->store().writeNow<int>(
        [&](store::Tx &tx) -> Result<int> {
            store::Approvals approvals(tx);
            const CampaignId campaign{options.campaign};
            if (options.steps >= 0)
                VIGIE_CHECK(campaign ? approvals.setStepsOf(campaign, options.steps) : approvals.setSteps(options.steps));
            return approvals.stepsOf(campaign);
        },
        store::Durability::Full);
    if (!now)
        return context.failed(now.error());
    context.print({{"steps", *now}, {"campaign", options.campaign}}, [&] { std::printf("%d person(s) must agree before a post is published.\n", *now); });
    return kOk;
}

nlohmann::json describe(const plan::WaitingPost &post)
{
    auto by = nlohmann::json::array();
    for (const auto &person : post.standing.by)
        by.push_back(person);
    return {{"plan", post.plan.id.value}, {"text", post.plan.text}, {"due_at", toRfc3339(post.plan.due)}, {"asked_by", post.standing.asker}, {"agreed", by},
            {"needed", post.standing.needed}, {"version", post.standing.version}, {"for_me", post.forMe}};
}

int waiting(const Context &context, const Options &options)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto person = personOf(**workspace, options);
    const auto posts = (*workspace)->store().readNow<std::vector<plan::WaitingPost>>([&](store::Tx &tx) { return plan::waitingPosts(tx, person); });
    if (!posts)
        return context.failed(posts.error());
    auto array = nlohmann::json::array();
    for (const auto &post : *posts)
        array.push_back(describe(post));
    context.print(array, [&] {
        for (const auto &post : *posts)
            std::printf("%5lld  %-20s %zu of %d  %s%s\n", static_cast<long long>(post.plan.id.value), toRfc3339(post.plan.due).substr(0, 19).c_str(), post.standing.by.size(),
                        post.standing.needed, post.forMe ? "* " : "  ", oneLine(post.plan.text, 80).c_str());
        if (posts->empty())
            std::printf("Nothing waits for agreement.\n");
    });
    return kOk;
}

enum class Deed { Agree, Refuse, Emergency, Note };

int say(const Context &context, const Options &options, Deed deed)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto person = personOf(**workspace, options);
    const PlanId id{options.plan};
    const auto done = (*workspace)->store().writeNow<plan::ApprovalStanding>(
        [&](store::Tx &tx) -> Result<plan::ApprovalStanding> {
            VIGIE_TRY(const auto plan, store::Plans(tx).get(id));
            const plan::ApprovalWords said{person, plan::contentHash(plan), options.words, {}};
            switch (deed) {
            case Deed::Agree: VIGIE_CHECK(plan::approvePost(tx, id, said)); break;
            case Deed::Refuse: VIGIE_CHECK(plan::refusePost(tx, (*workspace)->catalogue(), id, said)); break;
            case Deed::Emergency: VIGIE_CHECK(plan::releasePost(tx, id, said)); break;
            case Deed::Note: VIGIE_CHECK(plan::noteOnPost(tx, id, person, NoteWords(options.words))); break;
            }
            VIGIE_TRY(const auto after, store::Plans(tx).get(id));
            return plan::approvalOf(tx, after);
        },
        store::Durability::Full);
    if (!done)
        return context.failed(done.error());
    context.print({{"plan", id.value}, {"agreed", done->by.size()}, {"needed", done->needed}, {"complete", done->complete()}},
                  [&] { std::printf("%zu of %d agreed%s\n", done->by.size(), done->needed, done->complete() ? ": it may leave" : ""); });
    return kOk;
}

int ask(const Context &context, const Options &options)
{
    const auto workspace = context.open(true); // the key stands where the secrets are
    if (!workspace)
        return context.failed(workspace.error());
    const auto key = app::bundleKey((*workspace)->secrets(), app::exchangerOf(**workspace));
    if (!key)
        return context.failed(key.error());
    const app::ApprovalAsk wanted{PlanId{options.plan}, {options.name, options.address}, personOf(**workspace, options), options.lang};
    if (options.file.empty()) {
        const auto sent = (*workspace)->store().writeNow<QuestionId>([&](store::Tx &tx) { return app::mailApproval(tx, wanted, *key); }, store::Durability::Full);
        if (!sent)
            return context.failed(sent.error());
        context.print({{"question", sent->value}}, [&] { std::printf("In the outbox of the mail as question %lld (mail send).\n", static_cast<long long>(sent->value)); });
        return kOk;
    }
    const auto paper = (*workspace)->store().writeNow<app::ApprovalPaper>([&](store::Tx &tx) { return app::makeApprovalPage(tx, wanted, *key); }, store::Durability::Full);
    if (!paper)
        return context.failed(paper.error());
    std::ofstream file(options.file, std::ios::binary | std::ios::trunc);
    file << paper->html;
    file.close();
    if (!file)
        return context.failed(Error{Errc::Storage, "cannot write " + options.file, 0, {}, {}});
    context.print({{"file", options.file}, {"code", paper->request.code}, {"version", paper->request.version}},
                  [&] { std::printf("%s: version %d, code %s\n", options.file.c_str(), paper->request.version, paper->request.code.c_str()); });
    return kOk;
}

int importAnswer(const Context &context, const Options &options)
{
    std::ifstream file(options.file, std::ios::binary);
    if (!file)
        return context.failed(Error{Errc::InvalidInput, "cannot read " + options.file, 0, {}, {}});
    const std::string bytes(std::istreambuf_iterator<char>(file), {});
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto answer = (*workspace)->store().writeNow<app::ApprovalAnswer>(
        [&](store::Tx &tx) { return app::takeApprovalFile(tx, (*workspace)->catalogue(), bytes); }, store::Durability::Full);
    if (!answer)
        return context.failed(answer.error());
    context.print({{"plan", answer->request.plan.value}, {"reviewer", answer->request.reviewer}, {"agreed", answer->agreed}, {"complete", answer->complete}, {"words", answer->words}}, [&] {
        std::printf("%s %s post %lld\n", oneLine(answer->request.reviewer, 60).c_str(), answer->agreed ? "agrees to" : "asks to change", static_cast<long long>(answer->request.plan.value));
    });
    return kOk;
}

const char *nameOf(plan::VersionChange::What what)
{
    using What = plan::VersionChange::What;
    switch (what) {
    case What::Words: return "words";
    case What::OwnWords: return "own-words";
    case What::Warning: return "warning";
    case What::Visible: return "visible";
    case What::FirstComment: return "first-comment";
    case What::FileAdded: return "file-added";
    case What::FileRemoved: return "file-removed";
    case What::FileAlt: return "alternative-text";
    case What::FileOrder: return "file-order";
    case What::AccountAdded: return "account-added";
    case What::AccountRemoved: return "account-removed";
    }
    return "";
}

int versions(const Context &context, const Options &options)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const PlanId id{options.plan};
    using Seen = std::pair<std::vector<PostVersion>, PlanItem>;
    const auto seen = (*workspace)->store().readNow<Seen>([&](store::Tx &tx) -> Result<Seen> {
        Seen out;
        VIGIE_TRY(out.first, store::Approvals(tx).versions(id));
        VIGIE_TRY(out.second, store::Plans(tx).get(id));
        return out;
    });
    if (!seen)
        return context.failed(seen.error());
    const auto at = [&](int number) -> Result<PlanItem> {
        for (const auto &one : seen->first)
            if (one.number == number)
                return plan::contentOf(one);
        return seen->second;
    };
    auto list = nlohmann::json::array(), changes = nlohmann::json::array();
    for (const auto &one : seen->first)
        list.push_back({{"number", one.number}, {"hash", one.hash}, {"person", one.person}, {"at", toRfc3339(one.at)}});
    const auto before = at(options.from), after = at(options.to);
    if (!before || !after)
        return context.failed(before ? after.error() : before.error());
    for (const auto &change : plan::versionChanges(*before, *after))
        changes.push_back({{"what", nameOf(change.what)}, {"account", change.account.value}, {"before", change.before}, {"after", change.after}});
    context.print({{"versions", list}, {"changes", changes}}, [&] {
        for (const auto &one : seen->first)
            std::printf("%3d  %s  %s\n", one.number, toRfc3339(one.at).c_str(), oneLine(one.person, 40).c_str());
        for (const auto &change : changes)
            std::printf("  %s\n    - %s\n    + %s\n", change["what"].get<std::string>().c_str(), oneLine(change["before"].get<std::string>(), 120).c_str(),
                        oneLine(change["after"].get<std::string>(), 120).c_str());
    });
    return kOk;
}

} // namespace

void addApprovalCommands(CLI::App &app, Context &context, int &code)
{
    auto options = std::make_shared<Options>();
    auto *group = app.add_subcommand("approval", "who must agree before a post is published, and who did")->require_subcommand(1);
    const auto add = [&](const char *name, const char *words, std::function<int()> run) {
        auto *one = group->add_subcommand(name, words);
        one->callback([&code, run = std::move(run)] { code = run(); });
        return one;
    };
    const auto onPlan = [options](CLI::App *one) {
        one->add_option("plan", options->plan, "number of the post")->required();
        one->add_option("--person", options->person, "who says so; the person of the workspace when left out");
        return one;
    };
    auto *rule = add("steps", "how many people must agree: 0, 1 or 2", [&context, options] { return steps(context, *options); });
    rule->add_option("steps", options->steps)->check(CLI::Range(0, 2));
    rule->add_option("--campaign", options->campaign, "of this campaign, where it asks for more");
    add("waiting", "posts that wait for agreement", [&context, options] { return waiting(context, *options); })->add_option("--person", options->person);
    onPlan(add("agree", "to the post as it is now", [&context, options] { return say(context, *options, Deed::Agree); }));
    onPlan(add("refuse", "back to the drafts", [&context, options] { return say(context, *options, Deed::Refuse); }))->add_option("words", options->words, "what is to be changed")->required();
    onPlan(add("emergency", "publish without agreement", [&context, options] { return say(context, *options, Deed::Emergency); }))
        ->add_option("words", options->words, "why it cannot wait; goes on record")->required();
    onPlan(add("note", "a note for colleagues, never published", [&context, options] { return say(context, *options, Deed::Note); }))->add_option("words", options->words)->required();
    auto *outside = onPlan(add("ask", "somebody without Vigie, by mail or by a page in a file", [&context, options] { return ask(context, *options); }));
    outside->add_option("--name", options->name, "of who is asked");
    outside->add_option("--to", options->address, "mail address");
    outside->add_option("--file", options->file, "write the page here instead of mailing it");
    outside->add_option("--lang", options->lang, "of the page")->check(CLI::IsMember({"en", "fr"}));
    add("import", "an answer saved as a mail or a text", [&context, options] { return importAnswer(context, *options); })->add_option("file", options->file)->required();
    auto *kept = onPlan(add("versions", "what somebody was asked about, and what differs", [&context, options] { return versions(context, *options); }));
    kept->add_option("--from", options->from, "number of a version; as it is now when left out");
    kept->add_option("--to", options->to, "number of a version; as it is now when left out");
}

} // namespace vigie::cli
