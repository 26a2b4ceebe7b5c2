// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rules.hpp"

#include <vigie/app/mail.hpp>
#include <vigie/app/passing.hpp>
#include <vigie/base/log.hpp>
#include <vigie/desk/rules.hpp>
#include <vigie/plan/planner.hpp>
#include <vigie/store/departments.hpp>
#include <vigie/store/sla.hpp>
#include <vigie/store/tickets.hpp>

#include <algorithm>
#include <set>

namespace vigie::app {

namespace {

/// The ticket that a prepared text is about, unless it was answered, closed or written to since: nothing is said that nobody waits for.
std::optional<Ticket> stillWaits(store::Tx &tx, const store::RuleAnswer &answer)
{
    auto ticket = store::Tickets(tx).get(answer.ticket);
    if (!ticket || ticket->latest != answer.item || ticket->status == TicketStatus::Done || ticket->status == TicketStatus::Ignored)
        return std::nullopt;
    return std::move(*ticket);
}

std::chrono::minutes delayOf(const store::RuleAnswer &answer)
{
    return std::chrono::minutes(std::max(answer.delayMinutes, kLeastDelay));
}

/// As a person would pass it on: by mail, where it waits and can be taken back. What cannot leave lies on the ticket as a note.
Result<void> intoHouse(store::Tx &tx, const store::RuleAnswer &answer)
{
    const auto ticket = stillWaits(tx, answer);
    if (!ticket || ticket->status == TicketStatus::WaitingInside)
        return {};
    desk::SlipRequest slip;
    slip.department = answer.department;
    slip.ticket = ticket->id;
    slip.question = answer.text;
    slip.actor = "rule:" + answer.rule;
    const auto passed = passSlip(tx, slip, PassWay::Mail, delayOf(answer));
    if (passed)
        return {};
    if (const auto code = passed.error().code; code == Errc::Storage || code == Errc::StorageFull || code == Errc::StorageDamaged)
        return fail(passed.error());
    log::warning("app", "a rule cannot pass a question on, and it is kept as a note: {}", errcName(passed.error().code));
    const auto department = store::Departments(tx).get(answer.department);
    const auto service = department ? department->name(department->lang) + ": " : std::string();
    VIGIE_CHECK(store::Tickets(tx).addNote(Note{{}, ticket->id, NoteWords(service + answer.text), slip.actor, tx.now()}));
    return {};
}

/// Into the outbox, where it can be taken back until its delay is over; what cannot be sent becomes a draft that says so by being there.
Result<void> intoOutbox(store::Tx &tx, const connect::Catalogue &networks, const store::RuleAnswer &answer)
{
    store::Tickets tickets(tx);
    const auto ticket = stillWaits(tx, answer);
    if (!ticket)
        return {};
    plan::ReplyDraft draft;
    draft.ticket = ticket->id;
    draft.target = ticket->latest;
    draft.account = ticket->account;
    draft.text = answer.text;
    draft.clientToken = "rule-" + std::to_string(answer.id) + "-" + std::to_string(ticket->latest.value);
    draft.undoWindow = delayOf(answer);
    if (const auto planned = plan::Planner(tx, networks).reply(draft)) {
        return store::Sla(tx).setAutomatic(*planned); // nobody has looked at it: the member still waits for a person
    } else if (planned.error().code == Errc::Duplicate) {
        return {};
    } else {
        VIGIE_TRY(const auto begun, tickets.draft(ticket->id));
        if (!begun.empty())
            return {};
        log::warning("app", "an answer of a rule cannot be planned and is kept as a draft: {}", errcName(planned.error().code));
        return tickets.saveDraft(ticket->id, answer.text);
    }
}

Result<int> takeAnswers(store::Tx &tx, const connect::Catalogue &networks)
{
    store::Rules rules(tx);
    VIGIE_TRY(const auto prepared, rules.prepared());
    for (const auto &answer : prepared) {
        VIGIE_CHECK(answer.department ? intoHouse(tx, answer) : intoOutbox(tx, networks, answer));
        VIGIE_CHECK(rules.forget(answer.id));
    }
    return static_cast<int>(prepared.size());
}

/// Something may be to do: asked without the writer's turn.
Result<bool> anythingToDo(store::Tx &tx)
{
    store::Rules rules(tx);
    VIGIE_TRY(const auto prepared, rules.prepared());
    if (!prepared.empty())
        return true;
    for (const auto moment : {RuleMoment::Late, RuleMoment::Daily}) {
        VIGIE_TRY(const auto active, rules.active(moment));
        if (!active.empty())
            return true;
    }
    return false;
}

} // namespace

Result<void> ruled(store::Tx &tx, AccountId account, bool history)
{
    auto arrived = tx.change().itemsAdded;
    std::sort(arrived.begin(), arrived.end());
    const auto touched = tx.change().itemsChanged;
    std::set<TicketId> edited;
    for (const auto item : touched) {
        if (std::binary_search(arrived.begin(), arrived.end(), item))
            continue;
        VIGIE_TRY(const auto ticket, store::Tickets(tx).forItem(item));
        if (ticket)
            edited.insert(*ticket);
    }
    VIGIE_CHECK(desk::RuleRun(tx).arrived(arrived, account, history));
    const std::vector<TicketId> changed(edited.begin(), edited.end());
    VIGIE_CHECK(desk::RuleRun(tx).changed(changed));
    return {};
}

void runRules(store::Store &store, const connect::Catalogue &networks)
{
    const auto due = store.readNow<bool>(anythingToDo);
    if (due && !*due)
        return;
    const auto done = store.writeNow<int>([&networks](store::Tx &tx) -> Result<int> {
        VIGIE_TRY(const int acted, desk::RuleRun(tx).clock());
        VIGIE_TRY(const int answers, takeAnswers(tx, networks));
        return acted + answers;
    });
    if (!done)
        log::error("app", "the rules could not run: {}", done.error().detail);
}

} // namespace vigie::app
