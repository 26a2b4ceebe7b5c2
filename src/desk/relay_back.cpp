// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/desk/relay_back.hpp>

#include <vigie/desk/inside_time.hpp>
#include <vigie/store/departments.hpp>
#include <vigie/store/questions.hpp>

#include <algorithm>
#include <unordered_set>

namespace vigie::desk {

namespace {

constexpr double kAnsweredPoints = 1000; // above all that the other terms can add up to

std::string whoAnswered(const QuestionReply &reply)
{
    return reply.fromName.empty() ? reply.fromAddress : reply.fromName;
}

} // namespace

Result<void> comeBack(store::Tx &tx, TicketId id)
{
    store::Tickets tickets(tx);
    auto ticket = tickets.get(id);
    if (!ticket)
        return ticket.error().code == Errc::NotFound ? Result<void>() : Result<void>(fail(ticket.error()));
    if (ticket->status != TicketStatus::WaitingInside)
        return {};
    ticket->status = TicketStatus::Open;
    ticket->snooze.reset();
    VIGIE_CHECK(tickets.save(*ticket, "mail"));
    return {};
}

Result<void> landAnswer(store::Tx &tx, const Question &question, const QuestionReply &reply)
{
    store::Passings passings(tx);
    VIGIE_TRY(const auto passing, passings.get(question.id));
    if (passing) {
        VIGIE_TRY(const auto took, answerTook(tx, *passing, reply.at));
        VIGIE_CHECK(passings.setAnswered(question.id, reply.at, took));
    }
    if (!question.ticket)
        return {};
    store::Tickets tickets(tx);
    if (const auto ticket = tickets.get(question.ticket); !ticket)
        return ticket.error().code == Errc::NotFound ? Result<void>() : Result<void>(fail(ticket.error()));
    VIGIE_TRY(const auto note, tickets.addNote(Note{{}, question.ticket, NoteWords(reply.text), whoAnswered(reply), tx.now()}));
    VIGIE_CHECK(passings.linkNote({reply.id, question.id, question.ticket, note, std::nullopt}));
    return comeBack(tx, question.ticket);
}

Result<TurnedAnswer> turnIntoReply(store::Tx &tx, std::int64_t id)
{
    store::Passings passings(tx);
    VIGIE_TRY(const auto link, passings.answerNote(id));
    if (!link)
        return fail(Errc::NotFound, "no such answer on a ticket");
    VIGIE_TRY(const auto replies, store::Questions(tx).replies(link->question));
    const auto reply = std::find_if(replies.begin(), replies.end(), [id](const QuestionReply &one) { return one.id == id; });
    if (reply == replies.end())
        return fail(Errc::NotFound, "no such answer");
    store::Tickets tickets(tx);
    VIGIE_TRY(const auto begun, tickets.draft(link->ticket));
    TurnedAnswer out{link->ticket, begun};
    const auto text = withoutSignature(reply->text);
    if (begun.find(text) == std::string::npos) // pressed twice, it stands there once
        out.draft += (begun.empty() ? "" : "\n\n") + text;
    VIGIE_CHECK(tickets.saveDraft(link->ticket, out.draft));
    VIGIE_CHECK(passings.setUsed(id, tx.now()));
    return out;
}

Result<void> raiseAnswered(store::Tx &tx, std::vector<QueueEntry> &entries)
{
    VIGIE_TRY(const auto answered, store::Passings(tx).freshlyAnswered());
    if (answered.empty())
        return {};
    const std::unordered_set<TicketId> raised(answered.begin(), answered.end());
    for (auto &entry : entries) {
        if (raised.count(entry.ticket) == 0)
            continue;
        entry.terms.insert(entry.terms.begin(), ScoreTerm{"service_answered", 1, kAnsweredPoints});
        entry.score += kAnsweredPoints;
    }
    std::stable_partition(entries.begin(), entries.end(), [&](const QueueEntry &entry) { return raised.count(entry.ticket) > 0; });
    return {};
}

} // namespace vigie::desk
