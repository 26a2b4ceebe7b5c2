// SPDX-License-Identifier: GPL-3.0-or-later
// Services of the house, and the questions that were passed on to them.
// Thread: inside a store job; writes here are Durability::Full. Errors: Storage..., NotFound.
#pragma once

#include <vigie/model/department.hpp>
#include <vigie/store/store.hpp>

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace vigie::store {

class Departments {
public:
    explicit Departments(Tx &tx) : tx_(tx) {}

    /// In the order the person gave them.
    Result<std::vector<Department>> all(bool withRetired = false);
    Result<Department> get(DepartmentId id);
    /// Inserts when the id is none; a new one stands last.
    Result<DepartmentId> save(const Department &department);
    /// One that was asked already is only retired: the report still names it.
    Result<void> remove(DepartmentId id);

private:
    Tx &tx_;
};

struct PassingRow {
    Passing passing;
    Question question;
    int reminders = 0;
    std::optional<Instant> remindedAt;
};
struct PassingFilter {
    std::optional<TicketId> ticket;
    std::optional<DepartmentId> department;
    bool openOnly = false; ///< not answered, not cancelled, not failed
    int limit = 500;
};
/// What the report counts: one question, whatever the way it took.
struct PassingTime {
    DepartmentId department;
    Instant askedAt, dueAt;
    std::optional<Instant> answeredAt;
    std::optional<std::int64_t> openSeconds; ///< that the answer took, in the service's own hours
};
/// A question whose time has run out, and that nobody has answered.
struct LatePassing {
    QuestionId question;
    TicketId ticket;
    Instant dueAt;
    CalendarId calendar;
    int calendarVersion = 0;
};
/// An answer that lies on its ticket as a note.
struct AnswerNote {
    std::int64_t reply = 0;
    QuestionId question;
    TicketId ticket;
    NoteId note;
    std::optional<Instant> usedAt;
};

class Passings {
public:
    explicit Passings(Tx &tx) : tx_(tx) {}

    Result<void> add(const Passing &passing);
    Result<std::optional<Passing>> get(QuestionId question);
    /// Newest first, without reminders.
    Result<std::vector<PassingRow>> list(const PassingFilter &filter);
    /// Asked in [from, to), neither cancelled nor failed, without reminders.
    Result<std::vector<PassingTime>> times(Instant from, Instant to);
    /// The service that was asked first about a ticket; neither cancelled nor failed.
    Result<std::unordered_map<TicketId, DepartmentId>> askedFirst();
    /// Of tickets that are not closed; without reminders.
    Result<std::vector<LatePassing>> late(Instant now);
    /// Later answers change nothing.
    Result<void> setAnswered(QuestionId question, Instant at, std::int64_t openSeconds);

    Result<void> linkNote(const AnswerNote &link);
    Result<std::vector<AnswerNote>> answerNotes(TicketId ticket);
    Result<std::optional<AnswerNote>> answerNote(std::int64_t reply);
    Result<void> setUsed(std::int64_t reply, Instant at);
    /// The first answer of ours to the member after this one was turned into a draft.
    Result<std::optional<OutboundId>> publicReply(std::int64_t reply);
    /// Open tickets to which a service answered, and to which nobody has written since.
    Result<std::vector<TicketId>> freshlyAnswered();

private:
    Tx &tx_;
};

} // namespace vigie::store
