// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/questions.hpp>

#include "store/error_json.hpp"
#include "store/session.hpp"
#include "store/text_list.hpp"

#include <vigie/base/random.hpp>
#include <vigie/store/audit.hpp>

#include <functional>

namespace vigie::store {

namespace {

constexpr long long kFirstNumber = 1000;
constexpr std::uint64_t kNumbers = 900'000;

constexpr const char *kSelect = "SELECT id, ticket_id, subject, text, message_id, state, created_at, changed_at, due_at, sent_at, attempts, may_have_left, error_json, in_reply_to FROM question";

std::string subjectOf(QuestionId id)
{
    return "question " + std::to_string(id.value);
}

void loadRecipients(Session &session, Question &question)
{
    session.each<std::string, std::string, std::string, int, std::string>(
        "SELECT name, address, state, code, answer FROM question_recipient WHERE question_id=? ORDER BY position", binds(question.id),
        [&](std::string name, std::string address, const std::string &state, int code, std::string answer) {
            question.recipients.push_back({std::move(name), std::move(address), recipientStateFrom(state), code, std::move(answer)});
        });
}

std::vector<Question> load(Session &session, const std::string &where, std::vector<Bound> values)
{
    std::vector<Question> rows;
    session.each<QuestionId, TicketId, std::string, std::string, std::string, std::string, Instant, Instant, std::optional<Instant>, std::optional<Instant>, int, bool,
                 std::optional<std::string>, std::string>(
        kSelect + where, std::move(values),
        [&](QuestionId id, TicketId ticket, std::string subject, std::string text, std::string message, const std::string &state, Instant created, Instant changed,
            std::optional<Instant> due, std::optional<Instant> sent, int attempts, bool left, const std::optional<std::string> &error,
            std::string answers) {
            Question row;
            row.id = id;
            row.ticket = ticket;
            row.subject = std::move(subject);
            row.text = std::move(text);
            row.messageId = std::move(message);
            row.state = questionStateFrom(state);
            row.createdAt = created;
            row.changedAt = changed;
            row.dueAt = due;
            row.sentAt = sent;
            row.attempts = attempts;
            row.mayHaveLeft = left;
            row.error = errorFromJson(error);
            row.inReplyTo = std::move(answers);
            rows.push_back(std::move(row));
        });
    for (auto &row : rows)
        loadRecipients(session, row);
    return rows;
}

void writeRecipients(Session &session, QuestionId id, const Question &question)
{
    session.exec("DELETE FROM question_recipient WHERE question_id=?", id);
    for (std::size_t i = 0; i < question.recipients.size(); ++i) {
        const auto &one = question.recipients[i];
        session.exec("INSERT INTO question_recipient(question_id, position, name, address, state, code, answer) VALUES(?,?,?,?,?,?,?)", id,
                     static_cast<long long>(i), one.name, one.address, std::string(toString(one.state)), one.code, one.answer);
    }
}

} // namespace

Result<QuestionId> Questions::add(const Question &question)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<QuestionId> {
        // Workspaces may share a mailbox: each one counts from a number of its own, so that codes alone tell them apart.
        std::optional<long long> first;
        if (!session.one<int>("SELECT 1 FROM sqlite_sequence WHERE name='question'"))
            first = kFirstNumber + static_cast<long long>(Sequence(std::hash<std::string>{}(randomKey())).below(kNumbers));
        const QuestionId id{session.insert(
            "INSERT INTO question(id, ticket_id, subject, text, message_id, state, created_at, changed_at, due_at, sent_at, attempts, may_have_left, error_json, "
            "in_reply_to) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
            first, question.ticket, question.subject, question.text, question.messageId, std::string(toString(question.state)), question.createdAt, question.changedAt,
            question.dueAt, question.sentAt, question.attempts, question.mayHaveLeft, errorToJson(question.error), question.inReplyTo)};
        writeRecipients(session, id, question);
        tx_.change().questions = true;
        if (question.ticket)
            tx_.change().tickets.push_back(question.ticket);
        VIGIE_CHECK(Audit(tx_).add("person", "question.added", subjectOf(id), std::to_string(question.recipients.size()) + " recipient(s)"));
        return id;
    });
}

Result<Question> Questions::get(QuestionId id)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<Question> {
        auto rows = load(session, " WHERE id=?", binds(id));
        if (rows.empty())
            return fail(Errc::NotFound, "no such question");
        return std::move(rows.front());
    });
}

Result<void> Questions::update(const Question &question)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<void> {
        const auto before = session.one<std::string>("SELECT state FROM question WHERE id=?", question.id);
        if (!before)
            return fail(Errc::NotFound, "no such question");
        session.exec("UPDATE question SET ticket_id=?, subject=?, text=?, message_id=?, state=?, changed_at=?, due_at=?, sent_at=?, attempts=?, may_have_left=?, "
                     "error_json=? WHERE id=?",
                     question.ticket, question.subject, question.text, question.messageId, std::string(toString(question.state)), tx_.now(), question.dueAt,
                     question.sentAt, question.attempts, question.mayHaveLeft, errorToJson(question.error), question.id);
        writeRecipients(session, question.id, question);
        tx_.change().questions = true;
        if (question.ticket)
            tx_.change().tickets.push_back(question.ticket);
        if (*before == toString(question.state))
            return {};
        return Audit(tx_).add(question.state == QuestionState::Cancelled ? "person" : "engine", "question.state", subjectOf(question.id), toString(question.state));
    });
}

Result<std::vector<Question>> Questions::list(int limit, std::optional<TicketId> ticket)
{
    auto &session = tx_.session();
    return session.guard([&] {
        return ticket ? load(session, " WHERE ticket_id=? ORDER BY id DESC LIMIT ?", binds(*ticket, limit)) : load(session, " ORDER BY id DESC LIMIT ?", binds(limit));
    });
}

Result<std::vector<QuestionId>> Questions::due(Instant now)
{
    auto &session = tx_.session();
    return session.guard([&] {
        return session.column<QuestionId>("SELECT id FROM question WHERE due_at IS NOT NULL AND due_at<=? ORDER BY due_at, id", now);
    });
}

Result<std::optional<Instant>> Questions::nextDue()
{
    auto &session = tx_.session();
    return session.guard([&] { return session.one<std::optional<Instant>>("SELECT min(due_at) FROM question WHERE due_at IS NOT NULL").value_or(std::nullopt); });
}

Result<std::vector<Question>> Questions::answerable(int limit)
{
    auto &session = tx_.session();
    return session.guard([&] {
        return load(session, " WHERE message_id<>'' AND (sent_at IS NOT NULL OR may_have_left=1) ORDER BY id DESC LIMIT ?", binds(limit));
    });
}

Result<bool> Questions::addReply(const QuestionReply &reply)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<bool> {
        const auto added = session.exec(
            "INSERT INTO question_reply(question_id, message_id, from_name, from_address, subject, text, history, attachments_json, automatic, at) "
            "VALUES(?,?,?,?,?,?,?,?,?,?) ON CONFLICT(question_id, message_id) DO NOTHING",
            reply.question, reply.messageId, reply.fromName, reply.fromAddress, reply.subject, reply.text, reply.history,
            textsToJson(reply.attachments), reply.automatic, reply.at);
        if (added > 0)
            tx_.change().questions = true;
        return added > 0;
    });
}

Result<std::vector<QuestionReply>> Questions::replies(QuestionId id)
{
    auto &session = tx_.session();
    return session.guard([&] {
        std::vector<QuestionReply> out;
        session.each<std::int64_t, std::string, std::string, std::string, std::string, std::string, std::string, std::string, bool, Instant>(
            "SELECT id, message_id, from_name, from_address, subject, text, history, attachments_json, automatic, at FROM question_reply WHERE question_id=? ORDER BY at, id",
            binds(id),
            [&](std::int64_t reply, std::string message, std::string name, std::string address, std::string subject, std::string text, std::string history,
                const std::string &attachments, bool automatic, Instant at) {
                out.push_back({reply, id, std::move(message), std::move(name), std::move(address), std::move(subject), std::move(text), std::move(history),
                               textsFromJson(attachments), automatic, at});
            });
        return out;
    });
}

} // namespace vigie::store
