// SPDX-License-Identifier: GPL-3.0-or-later
// Two people and one ticket: whoever is on it holds it for a while, and the other is told by whom and until when.
#include <vigie/desk/scopes.hpp>

#include <vigie/store/scopes.hpp>
#include <vigie/store/tickets.hpp>

namespace vigie::desk {

namespace {

tl::unexpected<Error> refused(const Claim &held)
{
    return fail(Errc::Conflict, held.person + " is on it until " + toRfc3339(held.until));
}

} // namespace

Result<Taken> claim(store::Tx &tx, TicketId ticket, const std::string &person, std::chrono::minutes lease)
{
    if (person.empty() || lease <= std::chrono::minutes{0})
        return fail(Errc::InvalidInput, "a claim has a person and a time");
    VIGIE_CHECK(store::Tickets(tx).get(ticket));
    store::Claims claims(tx);
    VIGIE_TRY(const auto held, claims.get(ticket));
    if (held && held->person != person)
        return Taken{false, *held};
    const Claim mine{ticket, person, held ? held->takenAt : tx.now(), tx.now() + lease};
    VIGIE_CHECK(claims.put(mine));
    return Taken{true, mine};
}

Result<void> release(store::Tx &tx, TicketId ticket, const std::string &person)
{
    VIGIE_CHECK(mayWrite(tx, ticket, person));
    return store::Claims(tx).remove(ticket);
}

Result<void> mayWrite(store::Tx &tx, TicketId ticket, const std::string &person)
{
    VIGIE_TRY(const auto held, store::Claims(tx).get(ticket));
    if (held && held->person != person)
        return refused(*held);
    return {};
}

Result<void> saveDraftAs(store::Tx &tx, TicketId ticket, const std::string &person, const std::string &text)
{
    VIGIE_TRY(const auto taken, claim(tx, ticket, person));
    if (!taken.granted)
        return refused(taken.claim);
    return store::Tickets(tx).saveDraft(ticket, text);
}

} // namespace vigie::desk
