// SPDX-License-Identifier: GPL-3.0-or-later
// The ways out: a question becomes a row of the outbox, or a file that the person carries.
#include <vigie/app/passing.hpp>

#include "app/mail_impl.hpp"

#include <vigie/app/settings_table.hpp>
#include <vigie/store/departments.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/queries.hpp>
#include <vigie/store/questions.hpp>
#include <vigie/store/tags.hpp>
#include <vigie/store/tickets.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace vigie::app {

namespace {

constexpr std::int64_t kPreviewNumber = 0;

using RecipientState = QuestionRecipient::State;

Result<net::MailAddress> senderFor(store::Tx &tx, PassWay way)
{
    if (way == PassWay::Mail) {
        VIGIE_TRY(const auto account, mailSettings(tx));
        if (!account)
            return fail(Errc::NotFound, "no mail account was entered yet");
        return account->sender;
    }
    VIGIE_TRY(auto sender, passingSender(tx));
    if (way == PassWay::File && !net::isMailAddress(sender.address))
        return fail(Errc::InvalidInput, "sender: the file needs the mail address of who writes it");
    return sender;
}

Result<void> checkColleagues(const Department &department, PassWay way)
{
    if (way != PassWay::Mail && way != PassWay::File)
        return {};
    if (department.colleagues.empty())
        return fail(Errc::InvalidInput, "colleagues: nobody with an address in this service yet");
    for (const auto &one : department.colleagues)
        if (!net::isMailAddress(one.address))
            return fail(Errc::InvalidInput, "not a mail address: " + one.address);
    return {};
}

/// The question as it is written down: in the outbox, or given away already.
Question questionFor(const Department &department, TicketId ticket, PassWay way, Instant now, std::chrono::seconds hold)
{
    const bool mail = way == PassWay::Mail;
    Question question;
    question.ticket = ticket;
    question.createdAt = question.changedAt = now;
    question.state = mail ? QuestionState::Waiting : QuestionState::Sent;
    question.dueAt = mail ? std::optional(now + hold) : std::nullopt;
    question.sentAt = mail ? std::nullopt : std::optional(now);
    for (const auto &one : department.colleagues)
        question.recipients.push_back({one.name, one.address, mail ? RecipientState::Waiting : RecipientState::Sent, 0, {}});
    return question;
}

Result<std::string> emlOf(const Question &question, const net::MailAddress &sender)
{
    net::OutgoingMail mail;
    mail.from = sender;
    for (const auto &one : question.recipients)
        mail.to.push_back({one.name, one.address});
    mail.messageId = question.messageId;
    mail.inReplyTo = question.inReplyTo;
    if (!question.inReplyTo.empty())
        mail.references = {question.inReplyTo};
    mail.subject = question.subject;
    mail.text = question.text;
    mail.date = question.createdAt;
    mail.unsent = true;
    return net::buildMail(mail);
}

Result<std::string> bytesOf(const desk::Slip &slip, const Question &question, const net::MailAddress &sender, PassWay way)
{
    const auto code = net::questionCode(question.id.value);
    switch (way) {
    case PassWay::Mail: return std::string();
    case PassWay::File: return emlOf(question, sender);
    case PassWay::Markdown: return desk::slipMarkdown(slip, code);
    case PassWay::Json: return desk::slipJson(slip, code);
    case PassWay::Text: return question.subject + "\n\n" + question.text + "\n";
    }
    return fail(Errc::Internal, "no such way");
}

std::string fileNameOf(QuestionId id, PassWay way)
{
    const char *end = way == PassWay::File ? ".eml" : way == PassWay::Markdown ? ".md" : way == PassWay::Json ? ".json" : ".txt";
    return "Vigie-" + std::to_string(id.value) + end;
}

/// The ticket waits for the service, and bears its tags; the status it had.
Result<std::string> putToWait(store::Tx &tx, TicketId id, const std::vector<std::string> &tags, const std::string &actor)
{
    if (!id)
        return std::string();
    store::Tickets tickets(tx);
    VIGIE_TRY(auto ticket, tickets.get(id));
    const std::string before = toString(ticket.status);
    store::Queries queries(tx);
    for (const auto &name : tags) {
        VIGIE_TRY(const auto tag, queries.ensureTag(name));
        VIGIE_CHECK(store::Tags(tx).put(ticket.latest, tag, true, actor));
    }
    if (ticket.status != TicketStatus::WaitingInside) {
        ticket.status = TicketStatus::WaitingInside;
        VIGIE_CHECK(tickets.save(ticket, actor));
    }
    return before;
}

} // namespace

Result<Question> writeQuestion(store::Tx &tx, Question question, const std::string &senderAddress, const std::function<std::string(const std::string &code)> &text)
{
    store::Questions questions(tx);
    const auto subject = question.subject;
    VIGIE_TRY(question.id, questions.add(question));
    question.subject = net::subjectWithCode(question.id.value, subject);
    question.messageId = net::questionMessageId(question.id.value, senderAddress);
    question.text = text(net::questionCode(question.id.value));
    VIGIE_CHECK(questions.update(question));
    return question;
}

Result<net::MailAddress> passingSender(store::Tx &tx)
{
    VIGIE_TRY(const auto account, mailSettings(tx));
    if (account)
        return account->sender;
    VIGIE_TRY(const auto kept, store::Settings(tx).get(kPassingSender.key));
    const auto object = nlohmann::json::parse(kept.value_or(""), nullptr, false);
    net::MailAddress out;
    if (object.is_object()) {
        const auto text = [&](const char *key) {
            const auto found = object.find(key);
            return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
        };
        out = {text("name"), text("address")};
    }
    return out;
}

Result<void> setPassingSender(store::Tx &tx, const net::MailAddress &sender)
{
    if (!net::isMailAddress(sender.address))
        return fail(Errc::InvalidInput, "not a mail address: " + sender.address);
    const nlohmann::json object{{"name", sender.name}, {"address", sender.address}};
    return store::Settings(tx).set(kPassingSender.key, object.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

Result<PassedOn> passSlip(store::Tx &tx, const desk::SlipRequest &request, PassWay way, std::chrono::seconds hold)
{
    VIGIE_TRY(const auto slip, desk::gatherSlip(tx, request));
    VIGIE_CHECK(checkColleagues(slip.department, way));
    VIGIE_TRY(const auto sender, senderFor(tx, way));
    VIGIE_TRY(const auto before, putToWait(tx, slip.ticket, slip.department.tags, request.actor));
    auto wanted = questionFor(slip.department, slip.ticket, way, tx.now(), hold);
    wanted.subject = slip.subject;
    VIGIE_TRY(const auto question, writeQuestion(tx, std::move(wanted), sender.address, [&](const std::string &code) { return desk::slipText(slip, code); }));
    VIGIE_CHECK(store::Passings(tx).add({question.id, slip.department.id, way, before, tx.now(), slip.dueAt, std::nullopt, QuestionId{}, slip.calendar, slip.calendarVersion}));
    VIGIE_TRY(auto bytes, bytesOf(slip, question, sender, way));
    return PassedOn{question.id, std::move(bytes), fileNameOf(question.id, way)};
}

Result<SlipPreview> previewSlip(store::Tx &tx, const desk::SlipRequest &request)
{
    VIGIE_TRY(const auto slip, desk::gatherSlip(tx, request));
    VIGIE_TRY(auto sender, passingSender(tx));
    const auto code = net::questionCode(kPreviewNumber);
    return SlipPreview{std::move(sender), slip.department.colleagues, net::subjectWithCode(kPreviewNumber, slip.subject), desk::slipText(slip, code), slip.dueAt};
}

Result<std::string> slipFile(store::Tx &tx, QuestionId id)
{
    VIGIE_TRY(const auto question, store::Questions(tx).get(id));
    VIGIE_TRY(const auto sender, senderFor(tx, PassWay::File));
    return emlOf(question, sender);
}

Result<void> takeBackSlip(store::Tx &tx, QuestionId id)
{
    VIGIE_TRY(const auto passing, store::Passings(tx).get(id));
    if (!passing || passing->reminds)
        return {};
    VIGIE_TRY(const auto question, store::Questions(tx).get(id));
    if (!question.ticket)
        return {};
    store::PassingFilter others;
    others.ticket = question.ticket;
    others.openOnly = true;
    VIGIE_TRY(const auto open, store::Passings(tx).list(others));
    if (std::any_of(open.begin(), open.end(), [id](const auto &one) { return one.passing.question != id; }))
        return {}; // another service is still asked
    store::Tickets tickets(tx);
    VIGIE_TRY(auto ticket, tickets.get(question.ticket));
    if (ticket.status != TicketStatus::WaitingInside)
        return {};
    ticket.status = ticketStatusFrom(passing->statusBefore).value_or(TicketStatus::Open);
    VIGIE_CHECK(tickets.save(ticket, "person"));
    return {};
}

Result<PassedOn> remind(store::Tx &tx, QuestionId id, PassWay way)
{
    store::Passings passings(tx);
    VIGIE_TRY(auto passing, passings.get(id));
    if (!passing)
        return fail(Errc::NotFound, "this question was not passed on to a service");
    VIGIE_TRY(const auto question, store::Questions(tx).get(id));
    if (const auto state = passingState(question, *passing, tx.now()); passing->reminds || (state != PassingState::Inside && state != PassingState::Late))
        return fail(Errc::Conflict, std::string("there is nothing to remind of: ") + toString(state));
    VIGIE_TRY(const auto department, store::Departments(tx).get(passing->department));
    VIGIE_CHECK(checkColleagues(department, way));
    VIGIE_TRY(const auto sender, senderFor(tx, way));
    VIGIE_TRY(const auto zone, store::Settings(tx).get(kWorkspaceZone.key));
    const auto code = net::questionCode(id.value);
    auto wanted = questionFor(department, question.ticket, way, tx.now(), {});
    wanted.inReplyTo = question.messageId;
    VIGIE_TRY(auto written, writeQuestion(tx, std::move(wanted), sender.address, [&](const std::string &) {
        return desk::reminderText(department, question, *passing, zone && zoneExists(*zone) ? *zone : systemZone(), code);
    }));
    auto subject = question.subject;
    if (subject.rfind(code, 0) == 0)
        subject.erase(0, std::min(subject.size(), code.size() + 1));
    written.subject = net::subjectWithCode(id.value, desk::reminderSubject(department, subject)); // the code of what is asked
    VIGIE_CHECK(store::Questions(tx).update(written));
    VIGIE_CHECK(passings.add({written.id, department.id, way, {}, tx.now(), passing->dueAt, std::nullopt, id, passing->calendar, passing->calendarVersion}));
    PassedOn out{written.id, {}, fileNameOf(id, way)};
    if (way == PassWay::File) {
        VIGIE_TRY(out.bytes, emlOf(written, sender));
    } else if (way != PassWay::Mail) {
        out.bytes = written.subject + "\n\n" + written.text + "\n";
    }
    return out;
}

} // namespace vigie::app
