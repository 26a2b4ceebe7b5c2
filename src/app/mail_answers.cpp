// SPDX-License-Identifier: GPL-3.0-or-later
// Answers come in here. Each mail is brought to its question, or left alone: a mailbox holds much that is none of ours. How
// far the folder was read is committed together with what was found, so that a crash repeats and loses nothing.
#include "app/mail_impl.hpp"

#include <vigie/base/log.hpp>
#include <vigie/store/questions.hpp>
#include <vigie/store/tickets.hpp>
#include <vigie/text/rich_text.hpp>

#include <algorithm>

namespace vigie::app {

namespace {

constexpr int kMostQuestions = 20'000; // that a reply may belong to
constexpr std::size_t kBatch = 40;     // mails that are held at once

using RecipientState = QuestionRecipient::State;

/// HTML alone becomes text here; this is the first room that can read it.
void readHtml(net::IncomingMail &mail)
{
    if (!mail.text.empty() || mail.html.empty())
        return;
    auto folded = net::foldHistory(text::fromHtml(mail.html).text);
    mail.text = std::move(folded.text);
    mail.history = std::move(folded.history);
    mail.html.clear();
}

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

/// The conversation that waited for the colleague comes back to whoever asked.
Result<void> comeBack(store::Tx &tx, TicketId id)
{
    store::Tickets tickets(tx);
    auto ticket = tickets.get(id);
    if (!ticket)
        return ticket.error().code == Errc::NotFound ? Result<void>() : Result<void>(fail(ticket.error()));
    if (ticket->status != TicketStatus::WaitingInside)
        return {};
    ticket->status = TicketStatus::Open;
    VIGIE_CHECK(tickets.save(*ticket, "mail"));
    return {};
}

Result<void> takeOne(store::Tx &tx, const net::IncomingMail &mail, QuestionId id, CollectReport &report)
{
    store::Questions questions(tx);
    VIGIE_TRY(auto question, questions.get(id));
    VIGIE_TRY(const bool fresh, questions.addReply(replyOf(mail, id, tx.now())));
    if (!fresh)
        return {};
    report.answers += mail.kind == net::MailKind::Person ? 1 : 0;
    report.automatic += mail.kind == net::MailKind::AutoReply ? 1 : 0;
    report.bounces += mail.kind == net::MailKind::Bounce ? 1 : 0;
    if (std::find(report.answered.begin(), report.answered.end(), id) == report.answered.end())
        report.answered.push_back(id);
    if (mail.kind == net::MailKind::Bounce) {
        takeBounce(question, mail);
        if (question.state == QuestionState::Failed && question.ticket)
            VIGIE_CHECK(comeBack(tx, question.ticket));
    } else if (mail.kind == net::MailKind::Person) {
        if (question.state != QuestionState::Cancelled)
            question.state = QuestionState::Answered;
        if (question.ticket)
            VIGIE_CHECK(comeBack(tx, question.ticket));
    }
    return questions.update(question);
}

} // namespace

Result<CollectReport> Mail::Impl::collectWith(net::MailReader &from, const MailSettings &settings)
{
    VIGIE_TRY(const auto asked, store.readNow<std::vector<Question>>([](store::Tx &tx) { return store::Questions(tx).answerable(kMostQuestions); }));
    VIGIE_TRY(auto state, store.readNow<MailState>([](store::Tx &tx) { return mailState(tx); }));
    VIGIE_TRY(const auto folder, from.examine(settings.folder));
    CollectReport report;
    net::ReplySearch what;
    what.inBodies = true;
    report.readAnew = state.uidValidity != 0 && state.uidValidity != folder.uidValidity;
    if (state.uidValidity == folder.uidValidity)
        what.afterUid = state.lastUid;
    state.uidValidity = folder.uidValidity;
    state.lastUid = std::max(what.afterUid, folder.uidNext > 0 ? folder.uidNext - 1 : 0U);
    std::vector<net::SentQuestion> known;
    for (const auto &question : asked) {
        known.push_back({question.id.value, question.messageId, question.createdAt});
        what.since = question.createdAt - std::chrono::hours{24}; // the oldest stands last; days are the server's
    }
    std::vector<std::uint32_t> uids;
    if (!known.empty()) {
        VIGIE_TRY(uids, from.search(what));
    }
    for (std::size_t at = 0; at < uids.size(); at += kBatch) {
        const std::vector<std::uint32_t> some(uids.begin() + static_cast<std::ptrdiff_t>(at),
                                              uids.begin() + static_cast<std::ptrdiff_t>(std::min(at + kBatch, uids.size())));
        VIGIE_TRY(auto mails, from.fetch(some));
        std::vector<std::pair<QuestionId, net::IncomingMail>> ours;
        for (auto &mail : mails) {
            readHtml(mail);
            if (const auto match = net::matchReply(mail, known))
                ours.emplace_back(QuestionId{match->number}, std::move(mail));
        }
        VIGIE_CHECK(store.writeNow<void>(
            [&](store::Tx &tx) -> Result<void> {
                for (const auto &[id, mail] : ours)
                    VIGIE_CHECK(takeOne(tx, mail, id, report));
                return {};
            },
            store::Durability::Full));
        state.lastUid = std::max(state.lastUid, some.back());
    }
    VIGIE_CHECK(store.writeNow<void>(
        [&](store::Tx &tx) -> Result<void> {
            VIGIE_TRY(auto now, mailState(tx));
            if (now.uidValidity == state.uidValidity && now.lastUid == state.lastUid)
                return {};
            now.uidValidity = state.uidValidity;
            now.lastUid = state.lastUid;
            return setMailState(tx, now);
        },
        store::Durability::Full));
    if (!report.answered.empty())
        log::info("mail", "{} answer(s), {} from machines, {} undelivered", report.answers, report.automatic, report.bounces);
    return report;
}

// Beside a listener that waits: what both find is known by its id, and how far both read is only ever too little.
Result<CollectReport> Mail::Impl::collect(const std::stop_token &stopToken)
{
    VIGIE_TRY(const auto account, settings());
    VIGIE_TRY(const auto secret, password(account));
    net::MailReader once(account.incoming, secret);
    VIGIE_CHECK(once.connect(stopToken));
    return collectWith(once, account);
}

Result<CollectReport> Mail::Impl::collectNext(std::chrono::milliseconds howLong, const std::stop_token &stopToken)
{
    const std::lock_guard one(listening);
    VIGIE_TRY(const auto account, settings());
    const bool fresh = !reader || !reader->connected() || readerSettings != account;
    if (fresh) {
        VIGIE_TRY(const auto secret, password(account));
        reader = std::make_unique<net::MailReader>(account.incoming, secret);
        readerSettings = account;
        VIGIE_CHECK(reader->connect(stopToken));
        // What came while nobody listened is read first, and the folder is open for the waiting that follows.
        VIGIE_TRY(auto report, collectWith(*reader, account));
        if (!report.answered.empty())
            return report;
    }
    VIGIE_CHECK(reader->waitForNews(howLong, stopToken));
    return collectWith(*reader, account);
}

} // namespace vigie::app
