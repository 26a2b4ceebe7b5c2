// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/outbox.hpp>

#include <vigie/store/assets.hpp>

#include "store/error_json.hpp"
#include "store/plan_rows.hpp"

#include <unordered_map>

namespace vigie::store {

namespace {

constexpr const char *kSelect = "SELECT p.id, p.text, p.warning, p.lang, p.visibility, p.wall, p.zone, p.due_at, p.due_kind, p.late_by_minutes, p.approved, "
                                "p.created_at, p.changed_at, p.deleted_at, p.first_comment, p.owner, p.campaign_id, p.phase_id, p.event_id, p.day_offset, "
                                "p.locked, p.embargo_at, p.series_id, p.series_day, p.queue_id, p.hand_over FROM plan_item p";

void loadDetails(Session &session, std::vector<PlanItem> &plans)
{
    std::unordered_map<std::int64_t, std::size_t> where;
    std::vector<PlanId> ids;
    for (std::size_t i = 0; i < plans.size(); ++i) {
        where[plans[i].id.value] = i;
        ids.push_back(plans[i].id);
    }
    session.each<std::int64_t, AccountId, std::string, bool, OutboundId, std::optional<std::string>, std::optional<std::string>, std::optional<std::string>>(
        "SELECT v.plan_id, v.account_id, v.text, v.overridden, v.outbound_id, o.state, o.error_json, "
        "(SELECT permalink FROM outbound_part WHERE outbound_id=v.outbound_id AND position=0) "
        "FROM plan_variant v LEFT JOIN outbound o ON o.id=v.outbound_id WHERE v.plan_id IN (SELECT value FROM json_each(?)) ORDER BY v.plan_id, v.position",
        binds(idList(ids)),
        [&](std::int64_t plan, AccountId account, std::string text, bool overridden, OutboundId outbound, const std::optional<std::string> &state,
            const std::optional<std::string> &error, std::optional<std::string> permalink) {
            PlanVariant variant;
            variant.account = account;
            variant.text = std::move(text);
            variant.overridden = overridden;
            variant.outbound = outbound;
            variant.state = state ? outboundStateFrom(*state).value_or(OutboundState::Unknown) : OutboundState::Draft;
            variant.error = errorFromJson(error);
            variant.permalink = permalink.value_or(std::string());
            plans[where[plan]].variants.push_back(std::move(variant));
        });
    session.each<std::int64_t, std::string, std::string, std::string, std::string, std::string, AssetId>(
        "SELECT plan_id, path, mime, alt, sha256, native_id, asset_id FROM plan_media WHERE plan_id IN (SELECT value FROM json_each(?)) ORDER BY plan_id, position",
        binds(idList(ids)), [&](std::int64_t plan, std::string path, std::string mime, std::string alt, std::string sha, std::string native, AssetId asset) {
            plans[where[plan]].media.push_back(OutboundMedia{std::move(path), std::move(mime), std::move(alt), std::move(sha), std::move(native), asset});
        });
}

void writeDetails(Session &session, PlanId id, const PlanItem &plan)
{
    session.exec("DELETE FROM plan_variant WHERE plan_id=?", id);
    for (std::size_t i = 0; i < plan.variants.size(); ++i)
        session.exec("INSERT INTO plan_variant(plan_id, position, account_id, text, overridden, outbound_id) VALUES(?,?,?,?,?,?)", id,
                     static_cast<long long>(i), plan.variants[i].account, plan.variants[i].text, plan.variants[i].overridden, plan.variants[i].outbound);
    session.exec("DELETE FROM plan_media WHERE plan_id=?", id);
    for (std::size_t i = 0; i < plan.media.size(); ++i)
        session.exec("INSERT INTO plan_media(plan_id, position, path, mime, alt, sha256, native_id, asset_id) VALUES(?,?,?,?,?,?,?,?)", id,
                     static_cast<long long>(i), plan.media[i].path, plan.media[i].mime, plan.media[i].alt, plan.media[i].sha256, plan.media[i].nativeId,
                     plan.media[i].asset);
}

} // namespace

std::vector<PlanItem> loadPlans(Session &session, const std::string &where, std::vector<Bound> values)
{
    std::vector<PlanItem> plans;
    session.each<PlanId, std::string, std::string, std::string, std::string, std::optional<std::string>, std::string, std::optional<Instant>, int, long long,
                 bool, Instant, Instant, std::optional<Instant>, std::string, std::string, CampaignId, PhaseId, EventId, std::optional<int>, bool,
                 std::optional<Instant>, SeriesId, std::string, PostQueueId, bool>(
        kSelect + where, std::move(values),
        [&](PlanId id, std::string text, std::string warning, std::string lang, const std::string &visibility, const std::optional<std::string> &wall,
            std::string zone, std::optional<Instant> due, int kind, long long late, bool approved, Instant created, Instant changed,
            std::optional<Instant> deleted, std::string firstComment, std::string owner, CampaignId campaign, PhaseId phase, EventId event,
            std::optional<int> dayOffset, bool locked, std::optional<Instant> embargo, SeriesId series, std::string seriesDay, PostQueueId queue,
            bool handOver) {
            PlanItem plan;
            plan.id = id;
            plan.text = std::move(text);
            plan.warning = std::move(warning);
            plan.lang = std::move(lang);
            plan.visibility = visibilityFrom(visibility);
            if (wall)
                if (const auto parsed = parseWallTime(*wall))
                    plan.wall = *parsed;
            plan.zone = std::move(zone);
            plan.due = due.value_or(Instant{});
            plan.dueKind = static_cast<ZonedInstant::Kind>(kind);
            plan.lateBy = std::chrono::minutes{late};
            plan.approved = approved;
            plan.createdAt = created;
            plan.changedAt = changed;
            plan.deletedAt = deleted;
            plan.firstComment = std::move(firstComment);
            plan.owner = std::move(owner);
            plan.campaign = campaign;
            plan.phase = phase;
            plan.event = event;
            plan.dayOffset = dayOffset;
            plan.locked = locked;
            plan.embargo = embargo;
            plan.series = series;
            plan.seriesDay = std::move(seriesDay);
            plan.queue = queue;
            plan.handOver = handOver;
            plans.push_back(std::move(plan));
        });
    loadDetails(session, plans);
    return plans;
}

Result<PlanId> Plans::save(const PlanItem &plan)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<PlanId> {
        const auto wall = plan.wall ? std::optional(toString(*plan.wall)) : std::nullopt;
        const auto due = plan.wall ? std::optional(plan.due) : std::nullopt;
        const std::string visibility = toString(plan.visibility);
        PlanId id = plan.id;
        if (!id) {
            id = PlanId{session.insert("INSERT INTO plan_item(text, warning, lang, visibility, wall, zone, due_at, due_kind, late_by_minutes, approved, "
                                       "first_comment, owner, campaign_id, phase_id, event_id, day_offset, locked, embargo_at, series_id, series_day, queue_id, "
                                       "hand_over, created_at, changed_at) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
                                       plan.text, plan.warning, plan.lang, visibility, wall, plan.zone, due, plan.dueKind,
                                       static_cast<long long>(plan.lateBy.count()), plan.approved, plan.firstComment, plan.owner, plan.campaign, plan.phase,
                                       plan.event, plan.dayOffset, plan.locked, plan.embargo, plan.series, plan.seriesDay, plan.queue, plan.handOver, plan.createdAt,
                                       plan.changedAt)};
        } else {
            const auto changed = session.exec(
                "UPDATE plan_item SET text=?, warning=?, lang=?, visibility=?, wall=?, zone=?, due_at=?, due_kind=?, late_by_minutes=?, approved=?, "
                "first_comment=?, owner=?, campaign_id=?, phase_id=?, event_id=?, day_offset=?, locked=?, embargo_at=?, series_id=?, series_day=?, queue_id=?, "
                "hand_over=?, changed_at=? WHERE id=? AND deleted_at IS NULL",
                plan.text, plan.warning, plan.lang, visibility, wall, plan.zone, due, plan.dueKind, static_cast<long long>(plan.lateBy.count()),
                plan.approved, plan.firstComment, plan.owner, plan.campaign, plan.phase, plan.event, plan.dayOffset, plan.locked, plan.embargo, plan.series,
                plan.seriesDay, plan.queue, plan.handOver, plan.changedAt, id);
            if (changed == 0)
                return fail(session.one<int>("SELECT 1 FROM plan_item WHERE id=?", id) ? Errc::Gone : Errc::NotFound, "the post is no longer in the calendar");
        }
        writeDetails(session, id, plan);
        auto written = plan;
        written.id = id;
        VIGIE_CHECK(VariantBases(tx_).saved(written));
        tx_.change().plans.push_back(id);
        return id;
    });
}

Result<PlanItem> Plans::get(PlanId id)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<PlanItem> {
        auto found = loadPlans(session, " WHERE p.id=?", binds(id));
        if (found.empty())
            return fail(Errc::NotFound, "no such post in the calendar");
        return std::move(found.front());
    });
}

Result<std::vector<PlanItem>> Plans::between(Instant from, Instant to)
{
    auto &session = tx_.session();
    return session.guard([&] {
        return loadPlans(session, " WHERE p.deleted_at IS NULL AND p.due_at>=? AND p.due_at<? ORDER BY p.due_at, p.id", binds(from, to));
    });
}

Result<std::vector<PlanItem>> Plans::unplanned()
{
    auto &session = tx_.session();
    return session.guard([&] { return loadPlans(session, " WHERE p.deleted_at IS NULL AND p.wall IS NULL ORDER BY p.changed_at DESC, p.id DESC", {}); });
}

Result<std::vector<PlanItem>> Plans::withOpenIntent()
{
    auto &session = tx_.session();
    return session.guard([&] {
        return loadPlans(session,
                    " WHERE p.deleted_at IS NULL AND p.wall IS NOT NULL AND EXISTS (SELECT 1 FROM plan_variant v JOIN outbound o ON o.id=v.outbound_id "
                    "WHERE v.plan_id=p.id AND o.state IN ('planned', 'held', 'waiting_approval')) ORDER BY p.due_at, p.id",
                    {});
    });
}

Result<void> Plans::remove(PlanId id)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<void> {
        const auto busy = session.one<int>("SELECT 1 FROM plan_variant v JOIN outbound o ON o.id=v.outbound_id WHERE v.plan_id=? AND o.state='sending'", id);
        if (busy)
            return fail(Errc::Conflict, "a part of it is being sent");
        // Nothing of it may leave once it is gone from the calendar.
        const auto intents = session.column<OutboundId>("SELECT o.id FROM outbound o WHERE o.plan_id=? AND o.state IN ('draft', 'waiting_approval', 'planned', 'held')", id);
        for (const auto intent : intents) {
            session.exec("UPDATE outbound SET state='cancelled', changed_at=? WHERE id=?", tx_.now(), intent);
            tx_.change().outbounds.push_back(intent);
        }
        if (session.exec("UPDATE plan_item SET deleted_at=?, changed_at=? WHERE id=? AND deleted_at IS NULL", tx_.now(), tx_.now(), id) == 0)
            return fail(Errc::NotFound, "no such post in the calendar");
        tx_.change().plans.push_back(id);
        return {};
    });
}

} // namespace vigie::store
