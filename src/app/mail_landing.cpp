// SPDX-License-Identifier: GPL-3.0-or-later
// One mail that belongs to one question: kept once, and what follows from it.
#include "app/mail_impl.hpp"

#include <vigie/app/approval_desk.hpp>
#include <vigie/base/log.hpp>
#include <vigie/desk/relay_back.hpp>
#include <vigie/plan/approval.hpp>
#include <vigie/store/approvals.hpp>
#include <vigie/store/departments.hpp>
#include <vigie/store/questions.hpp>
#include <vigie/text/rich_text.hpp>

#include <algorithm>

namespace vigie::app {

namespace {

constexpr int kMostQuestions = 20'000; // that a reply may belong to

using RecipientState = QuestionRecipient::State;

/// What tells this mail from every other one when its sender gave it no id.
std::string identityOf(const net::IncomingMail &mail)
{
    if (!mail.messageId.empty())
        return mail.messageId;
    return "none|" + mail.from.address + '|' + (mail.date ? toRfc3339(*mail.date) : "") + '|' + mail.subject + '|' + mail.text.substr(0, 200);
}

QuestionReply replyOf(const net::IncomingMail &mail, QuestionId question, Instant now)
{
    QuestionReply reply;
    reply.question = question;
    reply.messageId = identityOf(mail);
    reply.fromName = mail.from.name;
    reply.fromAddress = mail.from.address;
    reply.subject = mail.subject;
    reply.text = mail.text;
    reply.history = mail.history;
    reply.attachments = mail.attachments;
    reply.automatic = mail.kind != net::MailKind::Person;
    reply.at = mail.date && *mail.date <= now ? *mail.date : now; // a date in the future is a wrong clock
    return reply;
}

/// A mail system gave up on these recipients after it had taken the message.
void takeBounce(Question &question, const net::IncomingMail &mail)
{
    for (const auto &address : mail.undelivered)
        for (auto &one : question.recipients)
            if (one.address == address) {
                one.state = RecipientState::Refused;
                one.answer = mail.subject;
            }
    const bool reached = std::any_of(question.recipients.begin(), question.recipients.end(), [](const auto &one) { return one.state != RecipientState::Refused; });
    if (!reached && question.state == QuestionState::Sent)
        question.state = QuestionState::Failed;
}

/// An answer to a page that asked for agreement to a post. What it says is done, or the answer stands there as it came: words that were
/// changed since, a code that is none.
Result<void> takeAgreement(store::Tx &tx, const QuestionReply &reply)
{
    store::Approvals approvals(tx);
    VIGIE_TRY(const auto request, approvals.requestOf(reply.question));
    if (!request || request->answeredAt)
        return {};
    const connect::Catalogue none; // a no takes back what waits here; no network is asked
    const auto taken = takeApprovalAnswer(tx, none, reply.text, "mail");
    if (!taken && taken.error().code == Errc::Conflict)
        return approvals.answerRequest(request->id, "outdated");
    if (!taken)
        log::info("mail", "an answer to {} agrees to nothing: {}", reply.question.value, taken.error().detail);
    return {};
}

Result<Landed> landReply(store::Tx &tx, const QuestionReply &reply, net::MailKind kind, const net::IncomingMail &mail)
{
    store::Questions questions(tx);
    VIGIE_TRY(auto question, questions.get(reply.question));
    Landed landed{reply.question, question.ticket, false};
    VIGIE_TRY(landed.fresh, questions.addReply(reply));
    if (!landed.fresh)
        return landed;
    if (kind == net::MailKind::Bounce) {
        takeBounce(question, mail);
        if (question.state == QuestionState::Failed && question.ticket)
            VIGIE_CHECK(desk::comeBack(tx, question.ticket));
    } else if (kind == net::MailKind::Person) {
        if (question.state != QuestionState::Cancelled)
            question.state = QuestionState::Answered;
        VIGIE_CHECK(takeAgreement(tx, reply));
        VIGIE_TRY(const auto all, questions.replies(reply.question));
        const auto stored = std::find_if(all.begin(), all.end(), [&](const QuestionReply &one) { return one.messageId == reply.messageId; });
        if (stored != all.end())
            VIGIE_CHECK(desk::landAnswer(tx, question, *stored));
    }
    VIGIE_CHECK(questions.update(question));
    return landed;
}

} // namespace

void readHtml(net::IncomingMail &mail)
{
    if (!mail.text.empty() || mail.html.empty())
        return;
    auto folded = net::foldHistory(text::fromHtml(mail.html).text);
    mail.text = std::move(folded.text);
    mail.history = std::move(folded.history);
    mail.html.clear();
}

Result<std::vector<net::SentQuestion>> knownQuestions(store::Tx &tx)
{
    VIGIE_TRY(const auto asked, store::Questions(tx).answerable(kMostQuestions));
    std::vector<net::SentQuestion> known;
    for (const auto &question : asked)
        known.push_back({question.id.value, question.messageId, question.createdAt});
    return known;
}

Result<Landed> landMail(store::Tx &tx, const net::IncomingMail &mail, QuestionId matched)
{
    VIGIE_TRY(const auto passing, store::Passings(tx).get(matched));
    const auto id = passing && passing->reminds ? passing->reminds : matched; // what answers a reminder answers the question
    return landReply(tx, replyOf(mail, id, tx.now()), mail.kind, mail);
}

Result<Landed> landReply(store::Tx &tx, const QuestionReply &reply)
{
    return landReply(tx, reply, net::MailKind::Person, {});
}

} // namespace vigie::app
