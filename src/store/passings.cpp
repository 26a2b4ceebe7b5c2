// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/departments.hpp>

#include "store/session.hpp"

#include <vigie/store/questions.hpp>

namespace vigie::store {

namespace {

std::vector<Passing> load(Session &session, const std::string &rest, std::vector<Bound> values)
{
    std::vector<Passing> out;
    session.each<QuestionId, DepartmentId, std::string, std::string, Instant, Instant, std::optional<Instant>, QuestionId, CalendarId, int>(
        "SELECT p.question_id, p.department_id, p.way, p.status_before, p.asked_at, p.due_at, p.answered_at, p.reminds, p.calendar_id, p.calendar_version FROM passing p" + rest,
        std::move(values),
        [&](QuestionId question, DepartmentId department, const std::string &way, std::string before, Instant asked, Instant due, std::optional<Instant> answered,
            QuestionId reminds, CalendarId calendar, int version) {
            out.push_back({question, department, passWayFrom(way).value_or(PassWay::Text), std::move(before), asked, due, answered, reminds, calendar, version});
        });
    return out;
}

std::vector<AnswerNote> loadNotes(Session &session, const std::string &rest, std::vector<Bound> values)
{
    std::vector<AnswerNote> out;
    session.each<std::int64_t, QuestionId, TicketId, NoteId, std::optional<Instant>>(
        "SELECT n.reply_id, r.question_id, n.ticket_id, n.note_id, n.used_at FROM passing_note n JOIN question_reply r ON r.id=n.reply_id" + rest, std::move(values),
        [&](std::int64_t reply, QuestionId question, TicketId ticket, NoteId note, std::optional<Instant> used) {
            out.push_back({reply, question, ticket, note, used});
        });
    return out;
}

} // namespace

Result<void> Passings::add(const Passing &passing)
{
    auto &session = tx_.session();
    return session.guard([&] {
        session.exec("INSERT INTO passing(question_id, department_id, way, status_before, asked_at, due_at, answered_at, reminds, calendar_id, "
                     "calendar_version) VALUES(?,?,?,?,?,?,?,?,?,?)",
                     passing.question, passing.department, std::string(toString(passing.way)), passing.statusBefore, passing.askedAt, passing.dueAt,
                     passing.answeredAt, passing.reminds, passing.calendar, passing.calendarVersion);
        tx_.change().questions = true;
    });
}

Result<std::optional<Passing>> Passings::get(QuestionId question)
{
    auto &session = tx_.session();
    return session.guard([&]() -> std::optional<Passing> {
        auto found = load(session, " WHERE p.question_id=?", binds(question));
        return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
    });
}

Result<std::vector<PassingRow>> Passings::list(const PassingFilter &filter)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<std::vector<PassingRow>> {
        const auto passings = load(session,
                                   " JOIN question q ON q.id=p.question_id WHERE p.reminds=0 AND (?=0 OR q.ticket_id=?) AND (?=0 OR p.department_id=?) AND (?=0 OR "
                                   "(p.answered_at IS NULL AND q.state IN ('waiting', 'sent'))) ORDER BY p.question_id DESC LIMIT ?",
                                   binds(filter.ticket.has_value(), filter.ticket.value_or(TicketId{}), filter.department.has_value(),
                                         filter.department.value_or(DepartmentId{}), filter.openOnly, filter.limit));
        std::vector<PassingRow> rows;
        for (const auto &passing : passings) {
            VIGIE_TRY(auto question, Questions(tx_).get(passing.question));
            const auto reminders = session.one<int, std::optional<Instant>>("SELECT count(*), max(asked_at) FROM passing WHERE reminds=?", passing.question);
            rows.push_back({passing, std::move(question), reminders ? std::get<0>(*reminders) : 0, reminders ? std::get<1>(*reminders) : std::nullopt});
        }
        return rows;
    });
}

Result<std::vector<PassingTime>> Passings::times(Instant from, Instant to)
{
    auto &session = tx_.session();
    return session.guard([&] {
        std::vector<PassingTime> out;
        session.each<DepartmentId, Instant, Instant, std::optional<Instant>, std::optional<std::int64_t>>(
            "SELECT p.department_id, p.asked_at, p.due_at, p.answered_at, p.open_seconds FROM passing p JOIN question q ON q.id=p.question_id "
            "WHERE p.asked_at>=? AND p.asked_at<? AND p.reminds=0 AND q.state NOT IN ('failed', 'cancelled') ORDER BY p.asked_at",
            binds(from, to), [&](DepartmentId department, Instant asked, Instant due, std::optional<Instant> answered, std::optional<std::int64_t> open) {
                out.push_back({department, asked, due, answered, open});
            });
        return out;
    });
}

Result<std::unordered_map<TicketId, DepartmentId>> Passings::askedFirst()
{
    auto &session = tx_.session();
    return session.guard([&] {
        std::unordered_map<TicketId, DepartmentId> out;
        session.each<TicketId, DepartmentId>("SELECT q.ticket_id, p.department_id FROM passing p JOIN question q ON q.id=p.question_id WHERE p.reminds=0 AND q.ticket_id<>0 "
                                             "AND q.state NOT IN ('failed', 'cancelled') ORDER BY p.question_id",
                                             {}, [&](TicketId ticket, DepartmentId department) { out.emplace(ticket, department); });
        return out;
    });
}

Result<std::vector<LatePassing>> Passings::late(Instant now)
{
    auto &session = tx_.session();
    return session.guard([&] {
        std::vector<LatePassing> out;
        session.each<QuestionId, TicketId, Instant, CalendarId, int>(
            "SELECT p.question_id, q.ticket_id, p.due_at, p.calendar_id, p.calendar_version FROM passing p JOIN question q ON q.id=p.question_id JOIN ticket t ON t.id=q.ticket_id "
            "WHERE p.answered_at IS NULL AND p.reminds=0 AND p.due_at<? AND q.state IN ('waiting', 'sent') AND t.status NOT IN ('done', 'ignored') ORDER BY p.due_at",
            binds(now), [&](QuestionId question, TicketId ticket, Instant due, CalendarId calendar, int version) { out.push_back({question, ticket, due, calendar, version}); });
        return out;
    });
}

Result<void> Passings::setAnswered(QuestionId question, Instant at, std::int64_t openSeconds)
{
    auto &session = tx_.session();
    return session.guard([&] {
        session.exec("UPDATE passing SET answered_at=max(?, asked_at), open_seconds=? WHERE question_id=? AND answered_at IS NULL", at, openSeconds, question); // the colleague's clock may be slow
        tx_.change().questions = true;
    });
}

Result<void> Passings::linkNote(const AnswerNote &link)
{
    auto &session = tx_.session();
    return session.guard([&] {
        session.exec("INSERT INTO passing_note(reply_id, note_id, ticket_id, used_at) VALUES(?,?,?,?)", link.reply, link.note, link.ticket, link.usedAt);
    });
}

Result<std::vector<AnswerNote>> Passings::answerNotes(TicketId ticket)
{
    auto &session = tx_.session();
    return session.guard([&] { return loadNotes(session, " WHERE n.ticket_id=? ORDER BY n.reply_id", binds(ticket)); });
}

Result<std::optional<AnswerNote>> Passings::answerNote(std::int64_t reply)
{
    auto &session = tx_.session();
    return session.guard([&]() -> std::optional<AnswerNote> {
        const auto found = loadNotes(session, " WHERE n.reply_id=?", binds(reply));
        return found.empty() ? std::nullopt : std::optional(found.front());
    });
}

Result<void> Passings::setUsed(std::int64_t reply, Instant at)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<void> {
        if (session.exec("UPDATE passing_note SET used_at=? WHERE reply_id=?", at, reply) == 0)
            return fail(Errc::NotFound, "no such answer");
        tx_.change().questions = true;
        return {};
    });
}

Result<std::optional<OutboundId>> Passings::publicReply(std::int64_t reply)
{
    auto &session = tx_.session();
    return session.guard([&] {
        return session.one<OutboundId>("SELECT o.id FROM passing_note n JOIN outbound o ON o.ticket_id=n.ticket_id AND o.kind='reply' AND o.created_at>=n.used_at "
                                       "WHERE n.reply_id=? AND o.state<>'cancelled' ORDER BY o.id LIMIT 1",
                                       reply);
    });
}

Result<std::vector<TicketId>> Passings::freshlyAnswered()
{
    auto &session = tx_.session();
    return session.guard([&] {
        return session.column<TicketId>("SELECT DISTINCT t.id FROM passing p JOIN question q ON q.id=p.question_id JOIN ticket t ON t.id=q.ticket_id "
                                        "WHERE p.answered_at IS NOT NULL AND t.status IN ('new', 'open') AND NOT EXISTS(SELECT 1 FROM outbound o "
                                        "WHERE o.ticket_id=t.id AND o.created_at>=p.answered_at AND o.state<>'cancelled')");
    });
}

} // namespace vigie::store
