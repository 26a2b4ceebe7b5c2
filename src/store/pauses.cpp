// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/pauses.hpp>

#include <vigie/store/audit.hpp>

#include "store/session.hpp"

namespace vigie::store {

namespace {

constexpr const char *kSelect = "SELECT id, scope, ref_id, reason, person, answers_leave, begun_at, ended_at, ended_by FROM publish_pause";
/// Does pause p cover outbound o?
constexpr const char *kCovers = "(p.scope='everything' OR (p.scope='account' AND p.ref_id=o.account_id) OR (p.scope='campaign' AND p.ref_id<>0 AND p.ref_id="
                                "(SELECT campaign_id FROM plan_item WHERE id=o.plan_id))) AND o.kind IN ('post', 'reply', 'edit', 'boost') "
                                "AND (p.answers_leave=0 OR o.kind<>'reply' OR o.after_id<>0)";

std::vector<Pause> load(Session &session, const std::string &rest, std::vector<Bound> values)
{
    std::vector<Pause> out;
    session.each<PauseId, std::string, std::int64_t, std::string, std::string, bool, Instant, std::optional<Instant>, std::string>(
        kSelect + rest, std::move(values),
        [&](PauseId id, const std::string &scope, std::int64_t of, std::string reason, std::string person, bool answers, Instant begun,
            std::optional<Instant> ended, std::string endedBy) {
            out.push_back({id, pauseScopeFrom(scope).value_or(PauseScope::Everything), of, std::move(reason), std::move(person), answers, begun, ended,
                           std::move(endedBy)});
        });
    return out;
}

std::string subjectOf(const Pause &pause)
{
    return std::string(toString(pause.scope)) + (pause.of != 0 ? " " + std::to_string(pause.of) : std::string());
}

} // namespace

Result<PauseId> Pauses::begin(const Pause &pause)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<PauseId> {
        const std::string scope = toString(pause.scope);
        const auto of = pause.scope == PauseScope::Everything ? 0 : pause.of;
        if (session.one<int>("SELECT 1 FROM publish_pause WHERE scope=? AND ref_id=? AND ended_at IS NULL", scope, of))
            return fail(Errc::Duplicate, "this is paused already");
        const PauseId id{session.insert("INSERT INTO publish_pause(scope, ref_id, reason, person, answers_leave, begun_at) VALUES(?,?,?,?,?,?)", scope, of,
                                        pause.reason, pause.person, pause.answersLeave, tx_.now())};
        const auto rows = session.column<OutboundId>(std::string("SELECT o.id FROM outbound o, publish_pause p WHERE p.id=? AND o.state='planned' AND ") + kCovers, id);
        for (const auto row : rows) {
            session.exec("UPDATE outbound SET state='held', changed_at=? WHERE id=? AND state='planned'", tx_.now(), row);
            VIGIE_CHECK(note(row, id));
        }
        const auto theirs = session.column<OutboundId>(
            std::string("SELECT o.id FROM outbound o, publish_pause p WHERE p.id=? AND o.state='accepted' AND o.hand_over<>0 AND o.due_at>? AND ") + kCovers, id, tx_.now());
        for (const auto row : theirs) {
            session.exec("UPDATE outbound SET recall='held', next_check_at=?, changed_at=? WHERE id=?", tx_.now(), tx_.now(), row);
            VIGIE_CHECK(note(row, id));
        }
        tx_.change().outbounds.insert(tx_.change().outbounds.end(), theirs.begin(), theirs.end());
        for (const auto plan : session.column<PlanId>("SELECT DISTINCT plan_id FROM outbound WHERE plan_id<>0 AND id IN (SELECT outbound_id FROM outbound_hold WHERE pause_id=?)", id))
            tx_.change().plans.push_back(plan);
        tx_.change().settings = true;
        VIGIE_CHECK(Audit(tx_).add("person", "publishing.paused", subjectOf(pause), pause.person + ": " + std::to_string(rows.size()) + " held"));
        return id;
    });
}

Result<void> Pauses::end(PauseId id, const std::string &person)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<void> {
        const auto found = load(session, " WHERE id=?", binds(id));
        if (found.empty())
            return fail(Errc::NotFound, "no such pause");
        if (session.exec("UPDATE publish_pause SET ended_at=?, ended_by=? WHERE id=? AND ended_at IS NULL", tx_.now(), person, id) == 0)
            return fail(Errc::Conflict, "this pause was ended already");
        tx_.change().settings = true;
        return Audit(tx_).add("person", "publishing.resumed", subjectOf(found.front()), person);
    });
}

Result<std::vector<Pause>> Pauses::active()
{
    auto &session = tx_.session();
    return session.guard([&] { return load(session, " WHERE ended_at IS NULL ORDER BY id", {}); });
}

Result<std::vector<Pause>> Pauses::all(int limit)
{
    auto &session = tx_.session();
    return session.guard([&] { return load(session, " ORDER BY id DESC LIMIT ?", binds(limit)); });
}

Result<std::optional<Pause>> Pauses::covering(const Outbound &row)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<std::optional<Pause>> {
        const auto found = session.one<PauseId>(
            std::string("SELECT p.id FROM publish_pause p, (SELECT ? AS account_id, ? AS plan_id, ? AS kind, ? AS after_id) o WHERE p.ended_at IS NULL AND ") + kCovers
                + " ORDER BY p.id LIMIT 1",
            row.account, row.plan, std::string(toString(row.kind)), row.after);
        if (!found)
            return std::optional<Pause>();
        return std::optional(load(session, " WHERE id=?", binds(*found)).front());
    });
}

Result<void> Pauses::note(OutboundId row, PauseId pause)
{
    auto &session = tx_.session();
    return session.guard([&] {
        session.exec("INSERT INTO outbound_hold(outbound_id, pause_id, held_at) VALUES(?,?,?) ON CONFLICT(outbound_id) DO UPDATE SET pause_id=excluded.pause_id, "
                     "held_at=excluded.held_at",
                     row, pause, tx_.now());
        tx_.change().outbounds.push_back(row);
    });
}

Result<std::vector<HeldRow>> Pauses::held()
{
    auto &session = tx_.session();
    return session.guard([&] {
        std::vector<HeldRow> out;
        session.each<OutboundId, PlanId, AccountId, std::optional<Instant>, std::string, PauseId, std::string, Instant, bool>(
            std::string("SELECT o.id, o.plan_id, o.account_id, o.due_at, coalesce((SELECT text FROM outbound_part WHERE outbound_id=o.id AND position=0), ''), "
                        "coalesce(h.pause_id, 0), coalesce((SELECT reason FROM publish_pause WHERE id=h.pause_id), ''), coalesce(h.held_at, o.changed_at), "
                        "NOT EXISTS (SELECT 1 FROM publish_pause p WHERE p.ended_at IS NULL AND ")
                + kCovers + ") FROM outbound o LEFT JOIN outbound_hold h ON h.outbound_id=o.id WHERE o.state='held' ORDER BY o.due_at, o.id",
            {},
            [&](OutboundId id, PlanId plan, AccountId account, std::optional<Instant> due, std::string text, PauseId pause, std::string reason, Instant at, bool free) {
                out.push_back({id, plan, account, due, std::move(text), pause, std::move(reason), at, free});
            });
        return out;
    });
}

} // namespace vigie::store
