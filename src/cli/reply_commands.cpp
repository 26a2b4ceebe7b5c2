// SPDX-License-Identifier: GPL-3.0-or-later
// reply: an answer to a ticket, and what there is to know of its text before
#include "cli/reply_commands.hpp"

#include <vigie/base/random.hpp>
#include <vigie/desk/answering.hpp>
#include <vigie/desk/answers.hpp>
#include <vigie/desk/review_site.hpp>
#include <vigie/plan/answer_parts.hpp>
#include <vigie/plan/planner.hpp>
#include <vigie/store/items.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/tickets.hpp>
#include <vigie/store/writing.hpp>

#include <cstdio>

namespace vigie::cli {

namespace {

using nlohmann::json;

struct Options {
    std::int64_t ticket = 0, account = 0, seen = -1;
    std::string text, lang, warning, visibility, address, word, remove;
    int undo = 0;
    bool anyway = false, split = false, numbered = false;
};

const char *sentence(desk::Meanwhile::What what)
{
    using What = desk::Meanwhile::What;
    switch (what) {
    case What::Deleted: return "the message to answer was deleted";
    case What::ColleagueSent: return "a colleague has answered";
    case What::AnswerWaits: return "another answer is in the outbox";
    case What::NewerMessage: return "the member wrote again";
    case What::Edited: return "the member changed the message";
    }
    return "";
}

/// What stands in the way of an answer written by someone who had seen the conversation as far as `seen` (its newest message when
/// nothing was said): an answer that the member has not reacted to yet counts as unseen then.
Result<std::vector<desk::Meanwhile>> obstacles(store::Tx &tx, const Ticket &ticket, std::int64_t seen)
{
    store::AnswerKnown known;
    known.target = seen >= 0 ? ItemId{seen} : ticket.latest;
    VIGIE_TRY(const auto rows, store::Items(tx).rows({&ticket.latest, 1}));
    if (!rows.empty())
        known.revisions = rows.front().revisions;
    known.ours = known.target;
    VIGIE_TRY(auto found, desk::meanwhile(tx, ticket.id, known));
    // Answers that the newest message itself followed are no obstacle.
    const auto asked = rows.empty() ? Instant{} : rows.front().item.publishedAt;
    std::erase_if(found, [&](const desk::Meanwhile &one) { return one.what == desk::Meanwhile::What::AnswerWaits && one.at < asked; });
    return found;
}

/// A review's site may refuse the answer; what it merely dislikes is for `reply check` and the window to say.
Result<void> allowedBySite(store::Tx &tx, ItemId target, const Options &options)
{
    VIGIE_TRY(const auto marks, desk::reviewSiteMarks(tx, target, options.text, options.lang));
    for (const auto &mark : marks)
        if (mark.blocks)
            return fail(Errc::PolicyRefused, "the site of this review refuses such an answer (" + std::string(desk::toString(mark.rule)) + ")" + (mark.sentence.empty() ? "" : ": \"" + mark.sentence + "\"")
                                                 + "; nothing was sent. Change it, or answer with --anyway");
    return {};
}

int send(const Context &context, const Options &options)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    std::vector<desk::Meanwhile> meanwhile;
    std::size_t parts = 1;
    const auto id = (*workspace)->store().writeNow<OutboundId>(
        [&](store::Tx &tx) -> Result<OutboundId> {
            VIGIE_TRY(const auto ticket, store::Tickets(tx).get(TicketId{options.ticket}));
            if (!options.anyway) {
                VIGIE_TRY(meanwhile, obstacles(tx, ticket, options.seen));
                if (!meanwhile.empty())
                    return fail(Errc::Conflict, std::string(sentence(meanwhile.front().what)) + "; --anyway answers all the same");
                VIGIE_CHECK(allowedBySite(tx, ticket.latest, options));
            }
            plan::ReplyDraft draft;
            draft.ticket = ticket.id;
            draft.target = ticket.latest;
            draft.account = options.account != 0 ? AccountId{options.account} : ticket.account;
            draft.text = options.text;
            if (options.split) {
                VIGIE_TRY(const auto account, store::Accounts(tx).get(draft.account));
                VIGIE_TRY(const auto target, store::Items(tx).get(draft.target));
                draft.text = plan::joinParts(plan::answerParts((*workspace)->catalogue(), account, target ? target->author.handle : std::string(), options.text, options.numbered));
            }
            parts = plan::threadParts(draft.text).size();
            draft.warning = options.warning;
            draft.lang = options.lang;
            if (!options.visibility.empty())
                draft.visibility = visibilityFrom(options.visibility);
            draft.clientToken = randomKey();
            draft.undoWindow = std::chrono::seconds{options.undo};
            VIGIE_TRY(const auto outbound, plan::Planner(tx, (*workspace)->catalogue()).reply(draft));
            VIGIE_CHECK(desk::AnswerDesk(tx).given(ticket.id, outbound, (*workspace)->person()));
            return outbound;
        },
        store::Durability::Full);
    if (!id) {
        if (!context.json)
            for (const auto &one : meanwhile)
                std::fprintf(stderr, "%s: %s\n", sentence(one.what), oneLine(one.text, 200).c_str());
        return context.failed(id.error());
    }
    context.print({{"outbound", id->value}, {"state", "planned"}, {"parts", parts}}, [&] {
        std::printf("Answer %lld is in the outbox; 'vigie-cli publish --due' sends it, 'vigie-cli outbox cancel %lld' takes it back.\n",
                    static_cast<long long>(id->value), static_cast<long long>(id->value));
    });
    return kOk;
}

int draft(const Context &context, const Options &options, bool write)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto drafts = (*workspace)->store().writeNow<std::vector<store::AnswerDraft>>(
        [&](store::Tx &tx) -> Result<std::vector<store::AnswerDraft>> {
            VIGIE_TRY(const auto ticket, store::Tickets(tx).get(TicketId{options.ticket}));
            store::Drafts kept(tx);
            if (write) {
                store::AnswerDraft one{ticket.id, options.account != 0 ? AccountId{options.account} : ticket.account, options.text, options.lang, Visibility::Unknown, {}, {}};
                VIGIE_TRY(one.known, kept.knownNow(ticket.id, ticket.latest));
                VIGIE_CHECK(kept.save(one));
            }
            return kept.of(ticket.id);
        },
        store::Durability::Full);
    if (!drafts)
        return context.failed(drafts.error());
    auto array = json::array();
    for (const auto &one : *drafts)
        array.push_back({{"account", one.account.value}, {"text", one.text}, {"lang", one.lang}, {"changed_at", toRfc3339(one.changedAt)}});
    context.print(array, [&] {
        for (const auto &one : *drafts)
            std::printf("account %lld, %s\n%s\n", static_cast<long long>(one.account.value), toRfc3339(one.changedAt).c_str(), one.text.c_str());
    });
    return kOk;
}

int words(const Context &context, const Options &options)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    using Words = std::vector<std::pair<std::string, std::string>>;
    const auto all = (*workspace)->store().writeNow<Words>([&](store::Tx &tx) -> Result<Words> {
        store::WritingHabits habits(tx);
        if (!options.word.empty())
            VIGIE_CHECK(habits.addWord(options.lang, options.word));
        if (!options.remove.empty())
            VIGIE_CHECK(habits.removeWord(options.lang, options.remove));
        return habits.allWords();
    });
    if (!all)
        return context.failed(all.error());
    auto array = json::array();
    for (const auto &[lang, word] : *all)
        array.push_back({{"lang", lang}, {"word", word}});
    context.print(array, [&] {
        for (const auto &[lang, word] : *all)
            std::printf("%-3s %s\n", lang.empty() ? "*" : lang.c_str(), oneLine(word, 90).c_str());
    });
    return kOk;
}

int address(const Context &context, const Options &options)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto form = (*workspace)->store().writeNow<text::Address>([&](store::Tx &tx) -> Result<text::Address> {
        VIGIE_CHECK(store::Accounts(tx).get(AccountId{options.account}));
        store::WritingHabits habits(tx);
        if (!options.address.empty())
            VIGIE_CHECK(habits.setAddress(AccountId{options.account}, text::addressFrom(options.address).value_or(text::Address::None)));
        return habits.address(AccountId{options.account});
    });
    if (!form)
        return context.failed(form.error());
    context.print({{"account", options.account}, {"address", toString(*form)}}, [&] { std::printf("%s\n", toString(*form)); });
    return kOk;
}

void addTextCommands(CLI::App &answer, const std::shared_ptr<Options> &options, Context &context, int &code)
{
    auto *kept = answer.add_subcommand("draft", "what is being written for a ticket; with a text, that becomes the draft (an empty one takes it away)");
    kept->add_option("ticket", options->ticket, "its number in the queue")->required();
    auto *text = kept->add_option("text", options->text);
    kept->add_option("--account", options->account, "that would answer");
    kept->add_option("--lang", options->lang, "language of the answer");
    kept->callback([&code, &context, options, text] { code = draft(context, *options, text->count() > 0); });
    auto *own = answer.add_subcommand("words", "words that are right here although no dictionary has them");
    own->add_option("--add", options->word);
    own->add_option("--remove", options->remove);
    own->add_option("--lang", options->lang, "in this language only");
    own->callback([&code, &context, options] { code = words(context, *options); });
    auto *form = answer.add_subcommand("address", "how an account addresses people in French");
    form->add_option("account", options->account)->required();
    form->add_option("form", options->address)->check(CLI::IsMember({"tu", "vous", "none"}));
    form->callback([&code, &context, options] { code = address(context, *options); });
}

} // namespace

void addReplyCommands(CLI::App &app, Context &context, int &code)
{
    auto options = std::make_shared<Options>();
    auto *answer = app.add_subcommand("reply", "answer a ticket of the queue; it goes to the outbox");
    auto *ticket = answer->add_option("ticket", options->ticket, "its number in the queue");
    auto *text = answer->add_option("text", options->text, "lines of three hyphens between the parts of a thread");
    answer->add_option("--account", options->account, "that answers; the one that was addressed when left out");
    answer->add_option("--warning", options->warning, "content warning");
    answer->add_option("--lang", options->lang, "language of the answer");
    answer->add_option("--visibility", options->visibility)->check(CLI::IsMember({"public", "unlisted", "private", "direct"}));
    answer->add_option("--undo", options->undo, "seconds in which it can be taken back");
    answer->add_option("--seen", options->seen, "newest message you have read: a newer one refuses the answer");
    answer->add_flag("--anyway", options->anyway, "although a colleague has answered, or the member wrote again");
    answer->add_flag("--split", options->split, "cut into parts that fit");
    answer->add_flag("--numbered", options->numbered, "with --split: (1/3) at the end of each part");
    addReplyCheckCommand(*answer, context, code);
    addTextCommands(*answer, options, context, code);
    answer->callback([&code, &context, options, answer, ticket, text] {
        if (!answer->get_subcommands().empty())
            return;
        if (ticket->count() == 0 || text->count() == 0)
            throw CLI::RequiredError("ticket and text");
        code = send(context, *options);
    });
}

} // namespace vigie::cli
