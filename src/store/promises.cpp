// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/promises.hpp>

#include "store/row_image.hpp"
#include "store/session.hpp"

#include <vigie/base/ascii.hpp>
#include <vigie/store/audit.hpp>

namespace vigie::store {

namespace {

constexpr const char *kSelect = "SELECT id, member_id, ticket_id, item_id, outbound_id, text, wall, zone, due_at, state, made_at, made_by, settled_at, settled_by FROM promise";

std::vector<Promise> load(Session &session, const std::string &where, std::vector<Bound> values)
{
    std::vector<Promise> out;
    session.each<PromiseId, MemberId, TicketId, ItemId, OutboundId, std::string, std::string, std::string, Instant, std::string, Instant, std::string,
                 std::optional<Instant>, std::string>(
        kSelect + where, std::move(values),
        [&](PromiseId id, MemberId member, TicketId ticket, ItemId item, OutboundId outbound, std::string text, const std::string &wall, std::string zone, Instant due,
            const std::string &state, Instant made, std::string by, std::optional<Instant> settled, std::string settledBy) {
            Promise one{id, member, ticket, item, outbound, std::move(text), {}, std::move(zone), due, promiseStateFrom(state).value_or(PromiseState::Open), made, std::move(by), settled,
                        std::move(settledBy)};
            if (const auto parsed = parseWallTime(wall))
                one.wall = *parsed;
            out.push_back(std::move(one));
        });
    return out;
}

/// What shows it must look again.
void tell(Tx &tx, const Promise &promise)
{
    if (promise.ticket)
        tx.change().tickets.push_back(promise.ticket);
    if (promise.member)
        tx.change().members.push_back(promise.member);
    if (!promise.ticket && !promise.member)
        tx.change().settings = true;
}

} // namespace

Result<PromiseId> Promises::add(const Promise &given)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<PromiseId> {
        if (trimmed(given.text).empty())
            return fail(Errc::InvalidInput, "a promise needs words");
        if (!zoneExists(given.zone) || given.due == Instant{})
            return fail(Errc::InvalidInput, "a promise needs a time that is due");
        Promise promise = given;
        if (promise.ticket) {
            const auto member = session.one<MemberId>("SELECT member_id FROM ticket WHERE id=?", promise.ticket);
            if (!member)
                return fail(Errc::NotFound, "no such ticket");
            if (!promise.member)
                promise.member = *member;
        }
        if (promise.member && !session.one<int>("SELECT 1 FROM member WHERE id=?", promise.member))
            return fail(Errc::NotFound, "no such member");
        if (promise.madeAt == Instant{})
            promise.madeAt = tx_.now();
        if (const auto same = session.one<PromiseId>("SELECT id FROM promise WHERE state='open' AND ticket_id=? AND member_id=? AND text=? AND due_at=?", promise.ticket,
                                                     promise.member, promise.text, promise.due))
            return *same;
        const PromiseId id{session.insert("INSERT INTO promise(member_id, ticket_id, item_id, outbound_id, text, wall, zone, due_at, state, made_at, made_by) VALUES(?,?,?,?,?,?,?,?,'open',?,?)",
                                          promise.member, promise.ticket, promise.item, promise.outbound, promise.text, toString(promise.wall), promise.zone, promise.due,
                                          promise.madeAt, promise.madeBy)};
        RowRecord::made(tx_, Imaged::Promise, id.value).done(promise.ticket);
        VIGIE_CHECK(Audit(tx_).add("person", "promise.made", "promise " + std::to_string(id.value), toRfc3339(promise.due)));
        tell(tx_, promise);
        return id;
    });
}

Result<Promise> Promises::get(PromiseId id)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<Promise> {
        auto found = load(session, " WHERE id=?", binds(id));
        if (found.empty())
            return fail(Errc::NotFound, "no such promise");
        return std::move(found.front());
    });
}

Result<void> Promises::settle(PromiseId id, PromiseState state, const std::string &by)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<void> {
        VIGIE_TRY(const auto promise, get(id));
        if (promise.state != PromiseState::Open)
            return fail(Errc::Conflict, std::string("the promise is ") + toString(promise.state) + " already");
        if (state == PromiseState::Open)
            return fail(Errc::InvalidInput, "say what became of it");
        RowRecord record(tx_, Imaged::Promise, id.value);
        session.exec("UPDATE promise SET state=?, settled_at=?, settled_by=? WHERE id=?", std::string(toString(state)), tx_.now(), by, id);
        record.done(promise.ticket);
        VIGIE_CHECK(Audit(tx_).add("person", std::string("promise.") + toString(state), "promise " + std::to_string(id.value), {}));
        tell(tx_, promise);
        return {};
    });
}

Result<void> Promises::remove(PromiseId id)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<void> {
        VIGIE_TRY(const auto promise, get(id));
        RowRecord record(tx_, Imaged::Promise, id.value);
        session.exec("DELETE FROM promise WHERE id=?", id);
        record.done(promise.ticket);
        if (!tx_.changeSet()) // it went with its answer: there is nothing left to take back
            session.exec("DELETE FROM change_row WHERE kind='promise' AND row_id=?", id);
        VIGIE_CHECK(Audit(tx_).add("person", "promise.removed", "promise " + std::to_string(id.value), {}));
        tell(tx_, promise);
        return {};
    });
}

Result<void> Promises::reopen(PromiseId id)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<void> {
        VIGIE_TRY(const auto promise, get(id));
        RowRecord record(tx_, Imaged::Promise, id.value);
        session.exec("UPDATE promise SET state='open', settled_at=NULL, settled_by='' WHERE id=?", id);
        record.done(promise.ticket);
        VIGIE_CHECK(Audit(tx_).add("person", "promise.open", "promise " + std::to_string(id.value), {}));
        tell(tx_, promise);
        return {};
    });
}

Result<std::vector<Promise>> Promises::open(std::optional<Instant> until, int limit)
{
    auto &session = tx_.session();
    return session.guard([&] { return load(session, " WHERE state='open' AND due_at<? ORDER BY due_at, id LIMIT ?", binds(until.value_or(Instant::max()), limit)); });
}

Result<std::vector<Promise>> Promises::list(std::optional<PromiseState> state, int limit)
{
    auto &session = tx_.session();
    return session.guard([&] {
        if (!state)
            return load(session, " ORDER BY id DESC LIMIT ?", binds(limit));
        return load(session, " WHERE state=? ORDER BY id DESC LIMIT ?", binds(std::string(toString(*state)), limit));
    });
}

Result<std::vector<Promise>> Promises::ofMembers(std::span<const MemberId> members, int limit)
{
    auto &session = tx_.session();
    return session.guard([&] {
        return load(session, " WHERE member_id IN (SELECT value FROM json_each(?)) AND member_id<>0 ORDER BY state<>'open', iif(state='open', due_at, -made_at), id LIMIT ?",
                    binds(idList(members), limit));
    });
}

Result<std::vector<Promise>> Promises::ofTicket(TicketId ticket)
{
    auto &session = tx_.session();
    return session.guard([&] { return load(session, " WHERE ticket_id=? AND ticket_id<>0 ORDER BY state<>'open', due_at, id", binds(ticket)); });
}

Result<std::unordered_map<TicketId, Instant>> Promises::dueByTicket(std::span<const TicketId> tickets)
{
    auto &session = tx_.session();
    return session.guard([&] {
        std::unordered_map<TicketId, Instant> out;
        if (!session.one<int>("SELECT 1 FROM promise WHERE state='open' LIMIT 1"))
            return out;
        session.each<TicketId, Instant>("SELECT ticket_id, min(due_at) FROM promise WHERE state='open' AND ticket_id<>0 AND ticket_id IN (SELECT value FROM json_each(?)) GROUP BY ticket_id",
                                        binds(idList(tickets)), [&](TicketId ticket, Instant due) { out.emplace(ticket, due); });
        return out;
    });
}

Result<std::vector<PromiseChoice>> Promises::choices(TicketId ticket)
{
    auto &session = tx_.session();
    return session.guard([&] {
        std::vector<PromiseChoice> out;
        session.each<std::string, bool>("SELECT text, wanted FROM promise_choice WHERE ticket_id=? AND text<>''", binds(ticket),
                                        [&](std::string text, bool wanted) { out.push_back({std::move(text), wanted}); });
        return out;
    });
}

Result<void> Promises::keepChoices(TicketId ticket, std::span<const PromiseChoice> choices)
{
    auto &session = tx_.session();
    return session.guard([&] {
        session.exec("DELETE FROM promise_choice WHERE ticket_id=?", ticket);
        for (const auto &one : choices)
            session.exec("INSERT INTO promise_choice(ticket_id, text, wanted) SELECT id, ?, ? FROM ticket WHERE id=?", one.text, one.wanted ? 1 : 0, ticket);
    });
}

} // namespace vigie::store
