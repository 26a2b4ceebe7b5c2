// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sla_parts.hpp"

#include "store/undo.hpp"

namespace vigie::store {

namespace {

const std::string kImage = "SELECT json_object('version', version, 'position', position, 'removed', removed) FROM sla_part WHERE id=?";
const std::string kNow = "SELECT p.id, p.version, v.definition FROM sla_part p JOIN sla_part_version v ON v.part_id=p.id AND v.version=p.version"
                         " WHERE p.kind=? AND p.removed=0 ORDER BY p.position, p.id";

std::optional<std::string> image(Session &session, std::int64_t id)
{
    return session.one<std::string>(kImage, id);
}

void recordPart(Tx &tx, std::int64_t id, std::optional<std::string> before)
{
    RowChange change;
    change.kind = kSlaChange;
    change.row = id;
    change.before = std::move(before);
    change.after = image(tx.session(), id);
    recordRow(tx, change);
    tx.change().settings = true;
}

template <class Part, class PartId>
Part taken(Part part, PartId id, int version)
{
    part.id = id;
    part.version = version;
    return part;
}

/// The definition in that version, or in the one of now.
std::optional<std::pair<int, std::string>> definition(Session &session, int kind, std::int64_t id, int version)
{
    const auto row = session.one<int, std::string>("SELECT v.version, v.definition FROM sla_part p JOIN sla_part_version v ON v.part_id=p.id"
                                                   " AND v.version=iif(?1=0, p.version, ?1) WHERE p.id=?2 AND p.kind=?3",
                                                   version, id, kind);
    return row ? std::optional(std::pair(std::get<0>(*row), std::get<1>(*row))) : std::nullopt;
}

} // namespace

Result<std::vector<BusinessCalendar>> Sla::calendars()
{
    auto &session = tx_.session();
    return session.guard([&] {
        std::vector<BusinessCalendar> out;
        session.each<CalendarId, int, std::string>(kNow, binds(kSlaCalendar), [&](CalendarId id, int version, const std::string &json) {
            out.push_back(taken(slaCalendarFrom(json), id, version));
        });
        return out;
    });
}

Result<std::vector<SlaPolicy>> Sla::policies()
{
    auto &session = tx_.session();
    return session.guard([&] {
        std::vector<SlaPolicy> out;
        session.each<SlaPolicyId, int, std::string>(kNow, binds(kSlaPolicy), [&](SlaPolicyId id, int version, const std::string &json) {
            out.push_back(taken(slaPolicyFrom(json), id, version));
        });
        return out;
    });
}

Result<BusinessCalendar> Sla::calendar(CalendarId id, int version)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<BusinessCalendar> {
        const auto found = definition(session, kSlaCalendar, id.value, version);
        if (!found)
            return fail(Errc::NotFound, "no such calendar");
        return taken(slaCalendarFrom(found->second), id, found->first);
    });
}

Result<SlaPolicy> Sla::policy(SlaPolicyId id, int version)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<SlaPolicy> {
        const auto found = definition(session, kSlaPolicy, id.value, version);
        if (!found)
            return fail(Errc::NotFound, "no such policy");
        return taken(slaPolicyFrom(found->second), id, found->first);
    });
}

Result<Instant> Sla::policySince(SlaPolicyId id)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<Instant> {
        const auto at = session.one<Instant>("SELECT min(at) FROM sla_part_version WHERE part_id=? HAVING count(*)>0", id);
        if (!at)
            return fail(Errc::NotFound, "no such policy");
        return *at;
    });
}

Result<std::int64_t> Sla::savePart(int kind, std::int64_t id, const std::string &json)
{
    auto &session = tx_.session();
    std::optional<std::string> before;
    if (id == 0) {
        id = session.insert("INSERT INTO sla_part(kind, position, version) VALUES(?1, (SELECT coalesce(max(position), 0) + 1 FROM sla_part WHERE kind=?1), 1)", kind);
        session.exec("INSERT INTO sla_part_version(part_id, version, at, definition) VALUES(?, 1, ?, ?)", id, tx_.now(), json);
        if (kind == kSlaPolicy) // who promises wants to be reminded; the rule can be switched off like any other
            session.exec("INSERT INTO alert_rule(kind, breaks_through, created_at, changed_at) SELECT 'deadline', 0, ?1, ?1 WHERE NOT EXISTS(SELECT 1 FROM alert_rule WHERE kind='deadline')",
                         tx_.now());
    } else {
        const auto known = definition(session, kind, id, 0);
        if (!known)
            return fail(Errc::NotFound, kind == kSlaCalendar ? "no such calendar" : "no such policy");
        if (known->second == json)
            return id;
        before = image(session, id);
        session.exec("INSERT INTO sla_part_version(part_id, version, at, definition) SELECT ?1, max(version) + 1, ?2, ?3 FROM sla_part_version WHERE part_id=?1", id, tx_.now(), json);
        session.exec("UPDATE sla_part SET removed=0, version=(SELECT max(version) FROM sla_part_version WHERE part_id=?1) WHERE id=?1", id);
    }
    recordPart(tx_, id, std::move(before));
    VIGIE_CHECK(markOpen());
    return id;
}

Result<CalendarId> Sla::save(const BusinessCalendar &calendar)
{
    return tx_.session().guard([&]() -> Result<CalendarId> {
        VIGIE_TRY(const auto id, savePart(kSlaCalendar, calendar.id.value, slaJson(calendar)));
        return CalendarId{id};
    });
}

Result<SlaPolicyId> Sla::save(const SlaPolicy &policy)
{
    return tx_.session().guard([&]() -> Result<SlaPolicyId> {
        VIGIE_TRY(const auto id, savePart(kSlaPolicy, policy.id.value, slaJson(policy)));
        return SlaPolicyId{id};
    });
}

Result<void> Sla::removePart(std::int64_t id)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<void> {
        auto before = image(session, id);
        if (session.exec("UPDATE sla_part SET removed=1 WHERE id=? AND removed=0", id) == 0)
            return fail(Errc::NotFound, "no such calendar or policy");
        recordPart(tx_, id, std::move(before));
        return markOpen();
    });
}

Result<void> Sla::remove(CalendarId id)
{
    return removePart(id.value);
}

Result<void> Sla::remove(SlaPolicyId id)
{
    return removePart(id.value);
}

Result<void> Sla::order(std::span<const SlaPolicyId> ids)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<void> {
        int position = 1;
        for (const auto id : ids) {
            auto before = image(session, id.value);
            session.exec("UPDATE sla_part SET position=? WHERE id=? AND kind=?", position++, id, kSlaPolicy);
            recordPart(tx_, id.value, std::move(before));
        }
        return markOpen();
    });
}

int slaChangedSince(Session &session, ChangeSetId id)
{
    return session.one<int>("SELECT count(*) FROM change_row r WHERE r.change_set_id=? AND r.kind='sla' AND r.after_json IS NOT"
                            " (SELECT json_object('version', p.version, 'position', p.position, 'removed', p.removed) FROM sla_part p WHERE p.id=r.row_id)", id)
        .value_or(0);
}

void restoreSla(Tx &tx, ChangeSetId id)
{
    auto &session = tx.session();
    const auto changed = session.exec("UPDATE sla_part SET removed=1 WHERE id IN (SELECT row_id FROM change_row WHERE change_set_id=? AND kind='sla' AND before_json IS NULL)", id)
                         + session.exec("UPDATE sla_part SET version=r.before_json ->> '$.version', position=r.before_json ->> '$.position', removed=r.before_json ->> '$.removed'"
                                        " FROM change_row r WHERE r.change_set_id=? AND r.kind='sla' AND r.before_json IS NOT NULL AND r.row_id=sla_part.id", id);
    if (changed == 0)
        return;
    tx.change().settings = true;
    session.exec("INSERT INTO sla_mark(ticket_id, anew) SELECT DISTINCT ticket_id, 1 FROM sla_event WHERE ended_at IS NULL ON CONFLICT(ticket_id) DO UPDATE SET anew=1");
}

} // namespace vigie::store
