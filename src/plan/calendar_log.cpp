// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/plan/calendar_log.hpp>

#include <vigie/base/civil_day.hpp>
#include <vigie/plan/planner.hpp>
#include <vigie/store/calendar_events.hpp>
#include <vigie/store/campaigns.hpp>
#include <vigie/store/plan_json.hpp>
#include <vigie/store/post_queues.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace vigie::plan {

namespace {

using Json = nlohmann::json;

std::string rowText(const PlanItem &plan)
{
    return Json{{"post", Json::parse(store::planToJson(plan))}, {"approved", plan.approved}}.dump();
}

std::string rowText(const CalendarEvent &event)
{
    return Json{{"name", event.name}, {"place", event.place}, {"note", event.note}, {"starts", toString(event.starts)}, {"ends", toString(event.ends)},
                {"zone", event.zone}, {"all_day", event.allDay}, {"locked", event.locked}, {"campaign", event.campaign.value}}
        .dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string rowText(const Campaign &campaign)
{
    return Json{{"day", campaign.day ? Json(*campaign.day) : Json()}}.dump();
}

bool left(const PlanItem &plan)
{
    return std::any_of(plan.variants.begin(), plan.variants.end(), [](const PlanVariant &one) {
        return one.state == OutboundState::Sending || one.state == OutboundState::Sent || one.state == OutboundState::Accepted || one.state == OutboundState::Unknown;
    });
}

/// Refusals of the check before sending leave a draft; anything else is an error.
Result<void> planAgain(Planner &planner, PlanId id)
{
    const auto planned = planner.approve(id);
    if (!planned && planned.error().code != Errc::InvalidInput && planned.error().code != Errc::PolicyRefused)
        return fail(planned.error());
    return {};
}

Result<bool> undoPlan(store::Tx &tx, const connect::Catalogue &networks, const store::CalendarStepRow &row)
{
    Planner planner(tx, networks);
    store::Plans plans(tx);
    VIGIE_TRY(const auto current, plans.get(PlanId{row.row}));
    if (row.after && (current.deletedAt || left(current) || rowText(current) != *row.after))
        return false;
    if (!row.before) {
        VIGIE_CHECK(planner.remove(current.id));
        return true;
    }
    const auto json = Json::parse(*row.before);
    VIGIE_TRY(auto words, store::planFromJson(json.at("post").dump()));
    const bool approved = json.at("approved");
    if (!row.after) { // it was deleted: its words come back as a new post, which takes its day of the series again
        words.id = {};
        words.approved = false;
        if (words.series) {
            VIGIE_CHECK(store::PostSeriesRows(tx).unskip(words.series, words.seriesDay));
            VIGIE_TRY(const auto made, store::PostSeriesRows(tx).madeDays(words.series));
            if (std::binary_search(made.begin(), made.end(), words.seriesDay)) { // somebody brought the day back meanwhile
                words.series = {};
                words.seriesDay.clear();
            }
        }
        VIGIE_TRY(const auto id, planner.save(words));
        if (approved && words.wall)
            VIGIE_CHECK(planAgain(planner, id));
        return true;
    }
    if (current.approved)
        VIGIE_CHECK(planner.unapprove(current.id));
    VIGIE_TRY(const auto draft, plans.get(current.id));
    VIGIE_TRY(const auto id, planner.save(store::withWords(draft, words)));
    if (approved && words.wall)
        VIGIE_CHECK(planAgain(planner, id));
    return true;
}

Result<bool> undoEvent(store::Tx &tx, const store::CalendarStepRow &row)
{
    store::CalendarEvents events(tx);
    VIGIE_TRY(auto current, events.get(EventId{row.row}));
    if (row.after && (current.deletedAt || rowText(current) != *row.after))
        return false;
    if (!row.before) {
        VIGIE_CHECK(events.remove(current.id));
        return true;
    }
    if (!row.after) {
        VIGIE_CHECK(events.restore(current.id));
        return true;
    }
    const auto json = Json::parse(*row.before);
    current.name = json.at("name");
    current.place = json.at("place");
    current.note = json.at("note");
    current.zone = json.at("zone");
    current.allDay = json.at("all_day");
    current.locked = json.at("locked");
    current.campaign = CampaignId{json.at("campaign").get<std::int64_t>()};
    VIGIE_TRY(current.starts, parseWallTime(json.at("starts").get<std::string>()));
    VIGIE_TRY(current.ends, parseWallTime(json.at("ends").get<std::string>()));
    VIGIE_TRY(const auto starts, toInstant(current.starts, current.zone));
    VIGIE_TRY(const auto ends, toInstant(current.ends, current.zone));
    current.startsAt = starts.at;
    current.endsAt = ends.at;
    VIGIE_CHECK(events.save(current));
    return true;
}

Result<bool> undoCampaign(store::Tx &tx, const store::CalendarStepRow &row)
{
    store::Campaigns campaigns(tx);
    auto current = campaigns.get(CampaignId{row.row});
    if (!current)
        return false;
    if (!row.before) { // it stays in the list of those put away: what was written in it is not lost
        current->archived = true;
        VIGIE_CHECK(campaigns.save(*current));
        return true;
    }
    if (!row.after || rowText(*current) != *row.after)
        return false;
    const auto day = Json::parse(*row.before).at("day");
    current->day = day.is_number() ? std::optional(day.get<std::int32_t>()) : std::nullopt;
    VIGIE_CHECK(campaigns.save(*current));
    return true;
}

Result<bool> undoSeries(store::Tx &tx, const store::CalendarStepRow &row)
{
    store::PostSeriesRows rows(tx);
    VIGIE_TRY(auto series, rows.get(SeriesId{row.row}));
    series.ended = !row.before; // made: ends; ended: goes on
    if (row.before)
        series.rule = Json::parse(*row.before).at("rule");
    VIGIE_CHECK(rows.save(series));
    return true;
}

Result<bool> undoSkip(store::Tx &tx, const store::CalendarStepRow &row)
{
    const std::string day = Json::parse(row.after.value_or("{}")).at("day");
    store::PostSeriesRows rows(tx);
    if (Json::parse(row.before.value_or("{}")).at("skipped").get<bool>())
        VIGIE_CHECK(rows.skip(SeriesId{row.row}, day));
    else
        VIGIE_CHECK(rows.unskip(SeriesId{row.row}, day));
    return true;
}

Result<bool> undoRow(store::Tx &tx, const connect::Catalogue &networks, const store::CalendarStepRow &row)
{
    try {
        if (row.kind == "plan")
            return undoPlan(tx, networks, row);
        if (row.kind == "event")
            return undoEvent(tx, row);
        if (row.kind == "campaign")
            return undoCampaign(tx, row);
        if (row.kind == "skip")
            return undoSkip(tx, row);
        return undoSeries(tx, row);
    } catch (const Json::exception &error) {
        return fail(Errc::StorageDamaged, std::string("a step of the calendar cannot be read: ") + error.what());
    }
}

} // namespace

Result<void> CalendarLog::add(store::CalendarStepRow row)
{
    store::CalendarSteps steps(tx_);
    if (!id_) {
        VIGIE_TRY(id_, steps.begin(action_));
    }
    return steps.add(id_, row);
}

Result<void> CalendarLog::made(PlanId id)
{
    VIGIE_TRY(const auto after, store::Plans(tx_).get(id));
    return add({"plan", id.value, std::nullopt, rowText(after)});
}

Result<void> CalendarLog::changed(const PlanItem &before)
{
    VIGIE_TRY(const auto after, store::Plans(tx_).get(before.id));
    return add({"plan", before.id.value, rowText(before), rowText(after)});
}

Result<void> CalendarLog::removed(const PlanItem &before)
{
    return add({"plan", before.id.value, rowText(before), std::nullopt});
}

Result<void> CalendarLog::made(EventId id)
{
    VIGIE_TRY(const auto after, store::CalendarEvents(tx_).get(id));
    return add({"event", id.value, std::nullopt, rowText(after)});
}

Result<void> CalendarLog::changed(const CalendarEvent &before)
{
    VIGIE_TRY(const auto after, store::CalendarEvents(tx_).get(before.id));
    return add({"event", before.id.value, rowText(before), rowText(after)});
}

Result<void> CalendarLog::removed(const CalendarEvent &before)
{
    return add({"event", before.id.value, rowText(before), std::nullopt});
}

Result<void> CalendarLog::changed(const Campaign &before)
{
    VIGIE_TRY(const auto after, store::Campaigns(tx_).get(before.id));
    return add({"campaign", before.id.value, rowText(before), rowText(after)});
}

Result<void> CalendarLog::made(CampaignId id)
{
    return add({"campaign", id.value, std::nullopt, "{}"});
}

Result<void> CalendarLog::made(SeriesId id)
{
    return add({"series", id.value, std::nullopt, "{}"});
}

Result<void> CalendarLog::ended(SeriesId id)
{
    VIGIE_TRY(const auto series, store::PostSeriesRows(tx_).get(id));
    return add({"series", id.value, Json{{"rule", series.rule}}.dump(), "{}"});
}

Result<void> CalendarLog::skipped(SeriesId id, const std::string &day, bool now)
{
    return add({"skip", id.value, Json{{"day", day}, {"skipped", !now}}.dump(), Json{{"day", day}, {"skipped", now}}.dump()});
}

Result<UndoReport> undoStep(store::Tx &tx, const connect::Catalogue &networks, std::optional<store::CalendarStepId> id)
{
    store::CalendarSteps steps(tx);
    std::optional<store::CalendarStep> step;
    if (id) {
        VIGIE_TRY(step, steps.get(*id));
    } else {
        VIGIE_TRY(step, steps.last());
    }
    UndoReport report;
    if (!step)
        return report;
    report.action = step->action;
    // What posts hang on goes back first: their distance to it is reckoned when they are saved.
    for (const bool posts : {false, true})
        for (auto row = step->rows.rbegin(); row != step->rows.rend(); ++row) {
            if ((row->kind == "plan") != posts)
                continue;
            VIGIE_TRY(const bool done, undoRow(tx, networks, *row));
            ++(done ? report.restored : report.left);
        }
    VIGIE_CHECK(steps.markUndone(step->id));
    return report;
}

} // namespace vigie::plan
