// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/calendar_events.hpp>

#include "store/plan_rows.hpp"

namespace vigie::store {

namespace {

std::vector<CalendarEvent> load(Session &session, const std::string &where, std::vector<Bound> values)
{
    std::vector<CalendarEvent> out;
    session.each<EventId, std::string, std::string, std::string, std::string, std::string, std::string, bool, Instant, Instant, CampaignId, std::optional<int>, bool,
                 std::optional<int>, std::string, Instant, Instant, std::optional<Instant>>(
        "SELECT id, name, place, note, starts, ends, zone, all_day, starts_at, ends_at, campaign_id, day_offset, locked, expected, uid, created_at, changed_at, deleted_at "
        "FROM calendar_event" + where,
        std::move(values),
        [&](EventId id, std::string name, std::string place, std::string note, const std::string &starts, const std::string &ends, std::string zone, bool allDay,
            Instant startsAt, Instant endsAt, CampaignId campaign, std::optional<int> offset, bool locked, std::optional<int> expected, std::string uid, Instant created,
            Instant changed, std::optional<Instant> deleted) {
            CalendarEvent event{id, std::move(name), std::move(place), std::move(note), {}, {}, std::move(zone), allDay, startsAt, endsAt, campaign, offset, locked,
                                expected, std::move(uid), created, changed, deleted};
            event.starts = parseWallTime(starts).value_or(WallTime{});
            event.ends = parseWallTime(ends).value_or(event.starts);
            out.push_back(std::move(event));
        });
    return out;
}

void touchPosts(Tx &tx, EventId id)
{
    for (const auto plan : tx.session().column<PlanId>("SELECT id FROM plan_item WHERE event_id=? AND deleted_at IS NULL", id))
        tx.change().plans.push_back(plan);
    tx.change().settings = true;
}

} // namespace

Result<std::vector<CalendarEvent>> CalendarEvents::between(Instant from, Instant to)
{
    auto &session = tx_.session();
    return session.guard([&] { return load(session, " WHERE deleted_at IS NULL AND starts_at<? AND ends_at>? ORDER BY starts_at, id", binds(to, from)); });
}

Result<std::vector<CalendarEvent>> CalendarEvents::ofCampaign(CampaignId id)
{
    auto &session = tx_.session();
    return session.guard([&] { return load(session, " WHERE deleted_at IS NULL AND campaign_id=? ORDER BY starts_at, id", binds(id)); });
}

Result<std::vector<CalendarEvent>> CalendarEvents::around(Instant from, int limit)
{
    auto &session = tx_.session();
    return session.guard([&] {
        auto out = load(session, " WHERE deleted_at IS NULL AND starts_at>=? ORDER BY starts_at, id LIMIT ?", binds(from, limit));
        for (auto &event : load(session, " WHERE deleted_at IS NULL AND starts_at<? ORDER BY starts_at DESC, id DESC LIMIT ?", binds(from, limit)))
            out.push_back(std::move(event));
        return out;
    });
}

Result<CalendarEvent> CalendarEvents::get(EventId id)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<CalendarEvent> {
        auto found = load(session, " WHERE id=?", binds(id));
        if (found.empty())
            return fail(Errc::NotFound, "no such event");
        return std::move(found.front());
    });
}

Result<std::optional<EventId>> CalendarEvents::byUid(const std::string &uid)
{
    auto &session = tx_.session();
    return session.guard([&] { return session.one<EventId>("SELECT id FROM calendar_event WHERE uid=? AND uid<>'' AND deleted_at IS NULL", uid); });
}

Result<EventId> CalendarEvents::save(const CalendarEvent &event)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<EventId> {
        auto id = event.id;
        const auto starts = toString(event.starts), ends = toString(event.ends);
        if (!id) {
            id = EventId{session.insert("INSERT INTO calendar_event(name, place, note, starts, ends, zone, all_day, starts_at, ends_at, campaign_id, day_offset, locked, "
                                        "expected, uid, created_at, changed_at) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
                                        event.name, event.place, event.note, starts, ends, event.zone, event.allDay, event.startsAt, event.endsAt, event.campaign,
                                        event.dayOffset, event.locked, event.expected, event.uid, tx_.now(), tx_.now())};
        } else if (session.exec("UPDATE calendar_event SET name=?, place=?, note=?, starts=?, ends=?, zone=?, all_day=?, starts_at=?, ends_at=?, campaign_id=?, "
                                "day_offset=?, locked=?, expected=?, uid=?, changed_at=? WHERE id=? AND deleted_at IS NULL",
                                event.name, event.place, event.note, starts, ends, event.zone, event.allDay, event.startsAt, event.endsAt, event.campaign,
                                event.dayOffset, event.locked, event.expected, event.uid, tx_.now(), id) == 0) {
            return fail(session.one<int>("SELECT 1 FROM calendar_event WHERE id=?", id) ? Errc::Gone : Errc::NotFound, "the event is no longer in the calendar");
        }
        touchPosts(tx_, id);
        return id;
    });
}

Result<void> CalendarEvents::remove(EventId id)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<void> {
        touchPosts(tx_, id);
        if (session.exec("UPDATE calendar_event SET deleted_at=?, changed_at=? WHERE id=? AND deleted_at IS NULL", tx_.now(), tx_.now(), id) == 0)
            return fail(Errc::NotFound, "no such event");
        return {};
    });
}

Result<void> CalendarEvents::restore(EventId id)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<void> {
        if (session.exec("UPDATE calendar_event SET deleted_at=NULL, changed_at=? WHERE id=?", tx_.now(), id) == 0)
            return fail(Errc::NotFound, "no such event");
        touchPosts(tx_, id);
        return {};
    });
}

Result<std::vector<PlanItem>> CalendarEvents::posts(EventId id)
{
    auto &session = tx_.session();
    return session.guard([&] { return loadPlans(session, " WHERE p.deleted_at IS NULL AND p.event_id=? ORDER BY p.wall IS NULL, p.due_at, p.id", binds(id)); });
}

} // namespace vigie::store
