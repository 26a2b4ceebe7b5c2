// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/audit.hpp>
#include <vigie/store/outbox.hpp>

#include "store/error_json.hpp"
#include "store/outbox_media.hpp"
#include "store/session.hpp"
#include "store/where.hpp"

#include <unordered_map>

namespace vigie::store {

namespace {

constexpr const char *kSelect = "SELECT id, account_id, kind, state, warning, lang, visibility, sensitive, target_item_id, target_native, ticket_id, plan_id, "
                                "created_at, changed_at, due_at, late_by_minutes, attempts, error_json, next_check_at, checks, comment, client_token, after_id, hand_over, "
                                "recall FROM outbound";

/// Waits for no other row: a first comment leaves once its post is there.
constexpr const char *kFree = "(after_id=0 OR EXISTS (SELECT 1 FROM outbound a WHERE a.id=o.after_id AND a.state='sent'))";

bool creates(OutboundKind kind)
{
    return kind == OutboundKind::Post || kind == OutboundKind::Reply;
}

void loadParts(Session &session, std::vector<Outbound> &rows)
{
    std::unordered_map<std::int64_t, std::size_t> where;
    std::vector<OutboundId> ids;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        where[rows[i].id.value] = i;
        ids.push_back(rows[i].id);
    }
    session.each<std::int64_t, std::string, std::string, std::string, std::string, int, std::string, std::optional<Instant>>(
        "SELECT outbound_id, text, media_json, native_id, permalink, state, idempotency_key, started_at FROM outbound_part "
        "WHERE outbound_id IN (SELECT value FROM json_each(?)) ORDER BY outbound_id, position",
        binds(idList(ids)),
        [&](std::int64_t id, std::string text, const std::string &media, std::string native, std::string permalink, int state, std::string key,
            std::optional<Instant> started) {
            OutboundPart part;
            part.text = std::move(text);
            part.media = mediaFromJson(media);
            part.nativeId = std::move(native);
            part.permalink = std::move(permalink);
            // What cannot be read may have left: it is looked up on the network, not sent.
            part.state = state >= 0 && state <= static_cast<int>(OutboundPart::State::Failed) ? static_cast<OutboundPart::State>(state) : OutboundPart::State::Unknown;
            part.idempotencyKey = std::move(key);
            part.startedAt = started;
            rows[where[id]].parts.push_back(std::move(part));
        });
}

std::vector<Outbound> load(Session &session, const std::string &where, std::vector<Bound> values)
{
    std::vector<Outbound> rows;
    session.each<OutboundId, AccountId, std::string, std::string, std::string, std::string, std::string, bool, ItemId, std::string, TicketId, PlanId, Instant,
                 Instant, std::optional<Instant>, std::optional<long long>, int, std::optional<std::string>, std::optional<Instant>, int, std::string, std::string, OutboundId, bool,
                 std::string>(
        kSelect + where, std::move(values),
        [&](OutboundId id, AccountId account, const std::string &kind, const std::string &state, std::string warning, std::string lang,
            const std::string &visibility, bool sensitive, ItemId target, std::string native, TicketId ticket, PlanId plan, Instant created, Instant changed,
            std::optional<Instant> due, std::optional<long long> late, int attempts, const std::optional<std::string> &error, std::optional<Instant> check,
            int checks, std::string comment, std::string token, OutboundId after, bool handOver, const std::string &recall) {
            Outbound row;
            row.id = id;
            row.account = account;
            row.kind = outboundKindFrom(kind).value_or(OutboundKind::Post);
            row.state = outboundStateFrom(state).value_or(OutboundState::Unknown);
            row.warning = std::move(warning);
            row.lang = std::move(lang);
            row.visibility = visibilityFrom(visibility);
            row.sensitive = sensitive;
            row.target = target;
            row.targetNative = std::move(native);
            row.ticket = ticket;
            row.plan = plan;
            row.createdAt = created;
            row.changedAt = changed;
            row.dueAt = due;
            if (late)
                row.lateBy = std::chrono::minutes{*late};
            row.attempts = attempts;
            row.error = errorFromJson(error);
            row.nextCheckAt = check;
            row.checks = checks;
            row.comment = std::move(comment);
            row.clientToken = std::move(token);
            row.after = after;
            row.handOver = handOver;
            row.recall = outboundStateFrom(recall);
            rows.push_back(std::move(row));
        });
    loadParts(session, rows);
    return rows;
}

void writeParts(Session &session, const Outbound &row)
{
    for (std::size_t i = 0; i < row.parts.size(); ++i) {
        const auto &part = row.parts[i];
        session.exec("INSERT INTO outbound_part(outbound_id, position, account_id, creates, text, media_json, native_id, permalink, state, idempotency_key, "
                     "started_at) VALUES(?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT(outbound_id, position) DO UPDATE SET text=excluded.text, "
                     "media_json=excluded.media_json, native_id=excluded.native_id, permalink=excluded.permalink, state=excluded.state, "
                     "idempotency_key=excluded.idempotency_key, started_at=excluded.started_at",
                     row.id, static_cast<long long>(i), row.account, creates(row.kind), part.text, mediaToJson(part.media), part.nativeId, part.permalink,
                     part.state, part.idempotencyKey, part.startedAt);
    }
    session.exec("DELETE FROM outbound_part WHERE outbound_id=? AND position>=?", row.id, static_cast<long long>(row.parts.size()));
}

std::optional<long long> minutesOf(const Outbound &row)
{
    return row.lateBy ? std::optional(static_cast<long long>(row.lateBy->count())) : std::nullopt;
}

std::string recallOf(const Outbound &row)
{
    return row.recall ? toString(*row.recall) : "";
}

} // namespace

Result<OutboundId> Outbox::add(const Outbound &given)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<OutboundId> {
        if (!given.clientToken.empty() && session.one<OutboundId>("SELECT id FROM outbound WHERE client_token=?", given.clientToken))
            return fail(Errc::Duplicate, "this very press of the button was already taken");
        Outbound row = given;
        row.id = OutboundId{session.insert(
            "INSERT INTO outbound(account_id, kind, state, warning, lang, visibility, sensitive, target_item_id, target_native, ticket_id, plan_id, created_at, "
            "changed_at, due_at, late_by_minutes, attempts, error_json, next_check_at, checks, comment, client_token, after_id, hand_over, recall) "
            "VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
            row.account, std::string(toString(row.kind)), std::string(toString(row.state)), row.warning, row.lang, std::string(toString(row.visibility)),
            row.sensitive, row.target, row.targetNative, row.ticket, row.plan, row.createdAt, row.changedAt, row.dueAt, minutesOf(row), row.attempts,
            errorToJson(row.error), row.nextCheckAt, row.checks, row.comment, row.clientToken, row.after, row.handOver, recallOf(row))};
        writeParts(session, row);
        tx_.change().outbounds.push_back(row.id);
        if (row.plan)
            tx_.change().plans.push_back(row.plan);
        if (row.ticket)
            tx_.change().tickets.push_back(row.ticket);
        VIGIE_CHECK(Audit(tx_).add("person", "outbox.added", "outbound " + std::to_string(row.id.value), std::string(toString(row.kind)) + " " + toString(row.state)));
        return row.id;
    });
}

Result<Outbound> Outbox::get(OutboundId id)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<Outbound> {
        auto rows = load(session, " WHERE id=?", binds(id));
        if (rows.empty())
            return fail(Errc::NotFound, "no such row in the outbox");
        return std::move(rows.front());
    });
}

Result<std::vector<Outbound>> Outbox::list(const OutboxFilter &filter)
{
    auto &session = tx_.session();
    return session.guard([&] {
        Where where;
        if (!filter.states.empty())
            where.addNames("state", filter.states);
        if (filter.account)
            where.add("account_id=?", *filter.account);
        if (filter.ticket)
            where.add("ticket_id=?", *filter.ticket);
        if (filter.from)
            where.add("coalesce(due_at, created_at)>=?", *filter.from);
        if (filter.to)
            where.add("coalesce(due_at, created_at)<?", *filter.to);
        where.end(" ORDER BY coalesce(due_at, created_at) DESC, id DESC LIMIT ?", filter.limit);
        return load(session, where.sql(), where.takeValues());
    });
}

Result<std::vector<Outbound>> Outbox::upcoming(int limit)
{
    auto &session = tx_.session();
    return session.guard([&] { return load(session, std::string(" AS o WHERE state='planned' AND ") + kFree + " ORDER BY due_at, id LIMIT ?", binds(limit)); });
}

Result<std::vector<Outbound>> Outbox::sentSince(Instant since, int limit)
{
    auto &session = tx_.session();
    return session.guard([&] { return load(session, " WHERE state='sent' AND changed_at>=? ORDER BY changed_at DESC, id DESC LIMIT ?", binds(since, limit)); });
}

Result<std::vector<OutboundId>> Outbox::ofPlan(PlanId plan)
{
    auto &session = tx_.session();
    return session.guard([&] { return session.column<OutboundId>("SELECT id FROM outbound WHERE plan_id=? AND plan_id<>0 ORDER BY id", plan); });
}

Result<void> Outbox::update(const Outbound &row, OutboundState expected)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<void> {
        const auto changed = session.exec(
            "UPDATE outbound SET state=?, warning=?, lang=?, visibility=?, sensitive=?, target_item_id=?, target_native=?, ticket_id=?, plan_id=?, changed_at=?, "
            "due_at=?, late_by_minutes=?, attempts=?, error_json=?, next_check_at=?, checks=?, comment=?, after_id=?, hand_over=?, "
            "recall=? WHERE id=? AND state=?",
            std::string(toString(row.state)), row.warning, row.lang, std::string(toString(row.visibility)), row.sensitive, row.target, row.targetNative,
            row.ticket, row.plan, row.changedAt, row.dueAt, minutesOf(row), row.attempts, errorToJson(row.error), row.nextCheckAt, row.checks, row.comment,
            row.after, row.handOver, recallOf(row), row.id, std::string(toString(expected)));
        if (changed == 0)
            return fail(session.one<int>("SELECT 1 FROM outbound WHERE id=?", row.id) ? Errc::Conflict : Errc::NotFound,
                        std::string("the row is no longer ") + toString(expected));
        writeParts(session, row);
        tx_.change().outbounds.push_back(row.id);
        if (row.plan)
            tx_.change().plans.push_back(row.plan);
        if (row.ticket)
            tx_.change().tickets.push_back(row.ticket);
        if (row.state == expected)
            return {};
        const bool person = row.state == OutboundState::Cancelled || row.state == OutboundState::Planned;
        return Audit(tx_).add(person ? "person" : "engine", "outbox.state", "outbound " + std::to_string(row.id.value), toString(row.state));
    });
}

Result<std::vector<OutboundId>> Outbox::due(Instant now, int limit)
{
    auto &session = tx_.session();
    return session.guard([&] {
        return session.column<OutboundId>(std::string("SELECT id FROM (SELECT id, due_at FROM outbound o WHERE state='planned' AND due_at<=? AND ") + kFree
                                          + " UNION ALL SELECT id, due_at FROM outbound o WHERE state='planned' AND due_at IS NULL AND " + kFree
                                          + ") ORDER BY due_at, id LIMIT ?",
                                      now, limit);
    });
}

Result<std::optional<Instant>> Outbox::nextDue()
{
    auto &session = tx_.session();
    return session.guard([&] { // by the index, in its order: what is planned for next year is not read, and what is due by now is due()
        return session.one<Instant>(std::string("SELECT due_at FROM outbound o WHERE state='planned' AND due_at>? AND ") + kFree + " ORDER BY due_at LIMIT 1", tx_.now());
    });
}

Result<std::optional<Instant>> Outbox::nextCheck()
{
    auto &session = tx_.session();
    return session.guard([&] {
        return session.one<std::optional<Instant>>("SELECT min(next_check_at) FROM outbound WHERE state IN ('unknown', 'accepted') AND next_check_at>?", tx_.now())
            .value_or(std::nullopt);
    });
}

Result<void> Outbox::addAttempt(const Attempt &attempt)
{
    auto &session = tx_.session();
    return session.guard([&] {
        session.insert("INSERT INTO attempt(outbound_id, part, number, phase, started_at, ended_at, http_status, outcome) VALUES(?,?,?,?,?,?,?,?)",
                       attempt.outbound, attempt.part, attempt.number, attempt.phase, attempt.startedAt, attempt.endedAt, attempt.httpStatus, attempt.outcome);
    });
}

Result<std::vector<Attempt>> Outbox::attempts(OutboundId id)
{
    auto &session = tx_.session();
    return session.guard([&] {
        std::vector<Attempt> out;
        session.each<int, int, std::string, Instant, std::optional<Instant>, int, std::string>(
            "SELECT part, number, phase, started_at, ended_at, http_status, outcome FROM attempt WHERE outbound_id=? ORDER BY id", binds(id),
            [&](int part, int number, std::string phase, Instant started, std::optional<Instant> ended, int status, std::string outcome) {
                out.push_back(Attempt{id, part, number, std::move(phase), started, ended, status, std::move(outcome)});
            });
        return out;
    });
}

Result<std::vector<OutboundId>> Outbox::placed(Instant failedBefore, int limit)
{
    auto &session = tx_.session();
    return session.guard([&] {
        return session.column<OutboundId>("SELECT DISTINCT p.outbound_id FROM outbound_part p JOIN outbound o ON o.id=p.outbound_id WHERE instr(p.media_json, '\"placed\"') > 0 "
                                          "AND (o.state IN ('sent', 'cancelled') OR (o.state='failed' AND o.changed_at<?)) ORDER BY p.outbound_id LIMIT ?",
                                          failedBefore, limit);
    });
}

Result<std::optional<OutboundId>> Outbox::byNative(AccountId account, const std::string &nativeId)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<std::optional<OutboundId>> {
        if (nativeId.empty())
            return std::optional<OutboundId>();
        return session.one<OutboundId>("SELECT outbound_id FROM outbound_part WHERE native_id=? AND account_id=? AND creates=1", nativeId, account);
    });
}

} // namespace vigie::store
