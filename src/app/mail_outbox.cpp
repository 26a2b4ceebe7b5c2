// SPDX-License-Identifier: GPL-3.0-or-later
// Questions leave from here. What a server refuses for good is told and not tried again; what it puts off, and every trouble
// on the way, is tried again after a growing delay, always under the same Message-ID.
#include "app/mail_impl.hpp"

#include <vigie/app/passing.hpp>
#include <vigie/base/log.hpp>
#include <vigie/store/approvals.hpp>
#include <vigie/store/items.hpp>
#include <vigie/store/questions.hpp>
#include <vigie/store/tickets.hpp>

#include <algorithm>

namespace vigie::app {

namespace {

constexpr std::chrono::minutes kFirstDelay{1}, kLongestDelay{60};
constexpr std::chrono::hours kPatience{72}; // then the person is told that it cannot be delivered
constexpr std::size_t kMostRecipients = 50;

using RecipientState = QuestionRecipient::State;

Instant nextTry(int attempts, Instant now)
{
    const auto delay = std::min<std::chrono::minutes>(kFirstDelay * (1LL << std::clamp(attempts - 1, 0, 12)), kLongestDelay);
    return now + delay;
}

bool isForGood(Errc code)
{
    return code == Errc::TooLarge || code == Errc::Forbidden || code == Errc::ContentRefused || code == Errc::InvalidInput;
}

bool anyIn(const Question &question, RecipientState state)
{
    return std::any_of(question.recipients.begin(), question.recipients.end(), [state](const auto &one) { return one.state == state; });
}

/// State and due time as its recipients stand now.
void settle(Question &question, Instant now, bool tryAgain)
{
    const bool waits = anyIn(question, RecipientState::Waiting);
    if (waits && tryAgain && now - question.createdAt > kPatience) {
        for (auto &one : question.recipients)
            if (one.state == RecipientState::Waiting)
                one.state = RecipientState::Refused;
        return settle(question, now, false);
    }
    question.dueAt = waits && tryAgain ? std::optional(nextTry(question.attempts, now)) : std::nullopt;
    if (anyIn(question, RecipientState::Sent)) {
        if (!question.sentAt)
            question.sentAt = now;
        if (question.state == QuestionState::Waiting)
            question.state = QuestionState::Sent;
    } else if (!waits) {
        question.state = QuestionState::Failed;
    }
}

void takeOutcome(Question &question, const net::MailOutcome &outcome)
{
    for (const auto &result : outcome.recipients) {
        const auto one = std::find_if(question.recipients.begin(), question.recipients.end(), [&](const auto &known) {
            return known.address == result.address && known.state == RecipientState::Waiting;
        });
        if (one == question.recipients.end())
            continue;
        one->code = result.code;
        one->answer = result.answer;
        if (result.state == net::RecipientOutcome::State::Accepted)
            one->state = RecipientState::Sent;
        else if (result.state == net::RecipientOutcome::State::Refused)
            one->state = RecipientState::Refused;
    }
}

net::OutgoingMail mailOf(const Question &question, const MailSettings &settings, const std::string &page, Instant now)
{
    net::OutgoingMail mail;
    mail.from = settings.sender;
    mail.messageId = question.messageId;
    mail.inReplyTo = question.inReplyTo;
    if (!question.inReplyTo.empty())
        mail.references = {question.inReplyTo};
    mail.subject = question.subject;
    mail.text = question.text;
    mail.page = page;
    mail.pageName = "vigie-" + std::to_string(question.id.value) + ".html";
    mail.date = now;
    for (const auto &one : question.recipients) {
        mail.to.push_back({one.name, one.address});
        if (one.state == RecipientState::Waiting)
            mail.deliverTo.push_back(one.address);
    }
    return mail;
}

/// One try; false when there is no use in trying the next question now.
bool tryOne(Question &question, const std::string &page, net::MailSender &sender, const MailSettings &settings, const std::stop_token &stopToken, Instant now,
            bool &signInNeeded)
{
    ++question.attempts;
    const auto outcome = sender.send(mailOf(question, settings, page, now), stopToken);
    if (outcome) {
        question.error.reset();
        question.mayHaveLeft = question.mayHaveLeft || outcome->sent();
        takeOutcome(question, *outcome);
        settle(question, now, true);
        return true;
    }
    question.error = outcome.error();
    if (outcome.error().code == Errc::Cancelled) {
        --question.attempts; // the person's doing, not the server's
        question.error.reset();
        return false;
    }
    log::warning("mail", "question {}: {} ({})", question.id.value, errcName(outcome.error().code), outcome.error().httpStatus);
    if (isForGood(outcome.error().code)) {
        for (auto &one : question.recipients)
            if (one.state == RecipientState::Waiting) {
                one.state = RecipientState::Refused;
                one.code = outcome.error().httpStatus;
                one.answer = outcome.error().detail;
            }
        settle(question, now, false);
        return true;
    }
    signInNeeded = outcome.error().code == Errc::AuthRevoked || outcome.error().code == Errc::NoSecret;
    question.mayHaveLeft = question.mayHaveLeft || outcome.error().code == Errc::UnknownOutcome;
    settle(question, now, !signInNeeded);
    return false;
}

/// The page that goes along, where the question asks for agreement to a post.
Result<std::string> pageWith(store::Tx &tx, QuestionId id)
{
    VIGIE_TRY(const auto request, store::Approvals(tx).requestOf(id));
    return request ? request->page : std::string();
}

} // namespace

Result<QuestionId> Mail::Impl::passOn(const PassOn &wanted)
{
    VIGIE_TRY(const auto account, settings());
    if (wanted.to.empty() || wanted.to.size() > kMostRecipients)
        return fail(Errc::InvalidInput, "a question goes to one colleague or more, at most " + std::to_string(kMostRecipients));
    for (const auto &to : wanted.to)
        if (!net::isMailAddress(to.address))
            return fail(Errc::InvalidInput, "not a mail address: " + to.address);
    if (wanted.text.find_first_not_of(" \t\r\n") == std::string::npos)
        return fail(Errc::InvalidInput, "a question without words");
    const auto id = store.writeNow<QuestionId>(
        [&](store::Tx &tx) -> Result<QuestionId> {
            Question question;
            question.ticket = wanted.ticket;
            question.text = wanted.text;
            question.createdAt = question.changedAt = tx.now();
            question.dueAt = tx.now();
            for (const auto &to : wanted.to)
                if (std::none_of(question.recipients.begin(), question.recipients.end(), [&](const auto &known) { return known.address == to.address; }))
                    question.recipients.push_back({to.name, to.address, RecipientState::Waiting, 0, {}});
            if (wanted.ticket) {
                store::Tickets tickets(tx);
                VIGIE_TRY(auto ticket, tickets.get(wanted.ticket));
                if (wanted.quoteMention) {
                    VIGIE_TRY(const auto slip, mentionSlip(tx, wanted.ticket));
                    question.text += "\n\n" + slip;
                }
                if (ticket.status != TicketStatus::WaitingInside) {
                    ticket.status = TicketStatus::WaitingInside;
                    VIGIE_CHECK(tickets.save(ticket, "person"));
                }
            }
            question.subject = wanted.subject;
            VIGIE_TRY(const auto written, writeQuestion(tx, question, account.sender.address, [&](const std::string &) { return question.text; }));
            return written.id;
        },
        store::Durability::Full);
    if (id)
        poke();
    return id;
}

Result<void> Mail::Impl::cancel(QuestionId id)
{
    const std::lock_guard one(delivering); // what is on its way now cannot be taken back
    return store.writeNow<void>(
        [&](store::Tx &tx) -> Result<void> {
            store::Questions questions(tx);
            VIGIE_TRY(auto question, questions.get(id));
            if (!anyIn(question, RecipientState::Waiting) || question.state == QuestionState::Cancelled)
                return fail(Errc::Conflict, "nobody waits for this question any more");
            question.dueAt.reset();
            if (!question.sentAt)
                question.state = QuestionState::Cancelled;
            for (auto &recipient : question.recipients)
                if (recipient.state == RecipientState::Waiting)
                    recipient.state = RecipientState::Refused;
            VIGIE_CHECK(questions.update(question));
            return question.sentAt ? Result<void>() : takeBackSlip(tx, id);
        },
        store::Durability::Full);
}

Result<DeliveryReport> Mail::Impl::deliver(const std::stop_token &stopToken)
{
    const std::lock_guard one(delivering);
    VIGIE_TRY(const auto account, settings());
    VIGIE_TRY(const auto state, store.readNow<MailState>([](store::Tx &tx) { return mailState(tx); }));
    if (state.signInNeeded)
        return fail(Errc::AuthRevoked, "the mail server refused the password; enter it again");
    VIGIE_TRY(const auto due, store.readNow<std::vector<QuestionId>>([](store::Tx &tx) { return store::Questions(tx).due(tx.now()); }));
    DeliveryReport report;
    if (due.empty()) {
        VIGIE_TRY(report.next, store.readNow<std::optional<Instant>>([](store::Tx &tx) { return store::Questions(tx).nextDue(); }));
        return report;
    }
    VIGIE_TRY(const auto secret, password(account));
    net::MailSender sender(account.outgoing, secret);
    bool reachable = true, signInNeeded = false;
    for (const auto id : due) {
        VIGIE_TRY(auto question, store.readNow<Question>([id](store::Tx &tx) { return store::Questions(tx).get(id); }));
        if (reachable) {
            const auto before = question;
            VIGIE_TRY(const auto page, store.readNow<std::string>([id](store::Tx &tx) { return pageWith(tx, id); }));
            reachable = tryOne(question, page, sender, account, stopToken, clock.now(), signInNeeded);
            if (question.error)
                report.error = question.error;
            for (std::size_t i = 0; i < question.recipients.size(); ++i) {
                if (before.recipients[i].state != RecipientState::Waiting)
                    continue;
                report.sent += question.recipients[i].state == RecipientState::Sent ? 1 : 0;
                report.refused += question.recipients[i].state == RecipientState::Refused ? 1 : 0;
                report.waiting += question.recipients[i].state == RecipientState::Waiting ? 1 : 0;
            }
            if (stopToken.stop_requested() && !reachable && !question.error)
                return fail(Errc::Cancelled);
        } else { // the server was just seen not to answer: one try is enough, and it counts for all
            question.attempts += stopToken.stop_requested() ? 0 : 1;
            question.error = report.error;
            settle(question, clock.now(), !signInNeeded);
            report.waiting += static_cast<int>(std::count_if(question.recipients.begin(), question.recipients.end(),
                                                             [](const auto &recipient) { return recipient.state == RecipientState::Waiting; }));
        }
        VIGIE_CHECK(store.writeNow<void>([&](store::Tx &tx) { return store::Questions(tx).update(question); }, store::Durability::Full));
    }
    VIGIE_TRY(report.next, store.writeNow<std::optional<Instant>>(
                               [&](store::Tx &tx) -> Result<std::optional<Instant>> {
                                   if (signInNeeded) {
                                       VIGIE_TRY(auto now, mailState(tx));
                                       now.signInNeeded = true;
                                       VIGIE_CHECK(setMailState(tx, now));
                                   }
                                   return store::Questions(tx).nextDue();
                               },
                               store::Durability::Full));
    return report;
}

Result<std::string> mentionSlip(store::Tx &tx, TicketId id)
{
    VIGIE_TRY(const auto ticket, store::Tickets(tx).get(id));
    VIGIE_TRY(const auto item, store::Items(tx).get(ticket.latest));
    if (!item)
        return fail(Errc::NotFound, "the mention is not here any more");
    std::string slip = item->author.name.empty() ? item->author.handle : item->author.name + " (" + item->author.handle + ")";
    if (item->publishedAt != Instant{})
        slip += ", " + toRfc3339(std::chrono::floor<std::chrono::seconds>(item->publishedAt));
    slip += '\n';
    if (!item->permalink.empty())
        slip += item->permalink + '\n';
    slip += '\n';
    for (std::size_t at = 0; at < item->text.size();) {
        const auto end = std::min(item->text.find('\n', at), item->text.size());
        slip += "| " + item->text.substr(at, end - at) + '\n'; // not ">": it is no quotation of a mail, and must not be folded away
        at = end + 1;
    }
    for (const auto &media : item->media)
        slip += "\n- " + (media.alt.empty() ? media.url : media.alt + ": " + media.url);
    return slip;
}

} // namespace vigie::app
