// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/calendar_reading.hpp"

#include <vigie/app/settings_table.hpp>
#include <vigie/store/calendar_events.hpp>
#include <vigie/store/campaigns.hpp>
#include <vigie/store/figures.hpp>
#include <vigie/store/items.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/outbox.hpp>
#include <vigie/store/post_queues.hpp>

#include <algorithm>

namespace vigie::ui {

namespace {

void add(Reactions &sum, const Item &item)
{
    for (const auto &metric : item.metrics) {
        if (metric.status != ValueStatus::Ok && metric.status != ValueStatus::Estimated)
            continue;
        auto *which = metric.key == "likes"                               ? &sum.likes
                      : metric.key == "reposts" || metric.key == "quotes" ? &sum.relays
                      : metric.key == "replies"                           ? &sum.answers
                                                                          : nullptr;
        if (which == nullptr)
            continue;
        *which += metric.value;
        sum.counted = true;
    }
}

Result<void> readPublished(store::Tx &tx, Instant from, Instant to, CalendarReading &reading)
{
    VIGIE_TRY(const auto own, store::Figures(tx).ownPosts(from, to, {}));
    std::vector<ItemId> ids;
    for (const auto &post : own)
        ids.push_back(post.item);
    VIGIE_TRY(auto rows, store::Items(tx).rows(ids));
    store::Outbox outbox(tx);
    for (auto &row : rows) {
        VIGIE_TRY(const auto outbound, outbox.byNative(row.item.ours, row.item.nativeId));
        PlanId plan;
        if (outbound) {
            VIGIE_TRY(const auto intent, outbox.get(*outbound));
            plan = intent.plan;
        }
        if (plan) {
            add(reading.reactions[plan], row.item);
            continue;
        }
        PublishedPost post;
        add(post.reactions, row.item);
        post.item = std::move(row.item);
        reading.published.push_back(std::move(post));
    }
    return {};
}

Result<void> readBehind(store::Tx &tx, Instant from, Instant to, CalendarReading &reading)
{
    VIGIE_TRY(reading.events, store::CalendarEvents(tx).between(from, to));
    VIGIE_TRY(reading.campaigns, store::Campaigns(tx).all(true));
    VIGIE_TRY(reading.queues, store::PostQueues(tx).all());
    VIGIE_TRY(const auto series, store::PostSeriesRows(tx).all());
    reading.repeats = !series.empty();
    store::Settings settings(tx);
    VIGIE_TRY(const auto regions, settings.get(app::kCalendarRegions.key));
    VIGIE_TRY(const auto second, settings.get(app::kCalendarSecondZone.key));
    reading.regions = regions.value_or(app::kCalendarRegions.fallback);
    reading.secondZone = second.value_or(app::kCalendarSecondZone.fallback);
    return {};
}

} // namespace

Result<CalendarReading> readCalendar(store::Tx &tx, Instant from, Instant to)
{
    CalendarReading reading;
    store::Plans plans(tx);
    VIGIE_TRY(reading.plans, plans.between(from, to));
    VIGIE_TRY(reading.unplanned, plans.unplanned());
    VIGIE_TRY(reading.accounts, store::Accounts(tx).all(true));
    store::OutboxFilter filter;
    filter.states = {OutboundState::Missed};
    VIGIE_TRY(const auto missed, store::Outbox(tx).list(filter));
    for (const auto &outbound : missed)
        if (outbound.plan && std::find(reading.missed.begin(), reading.missed.end(), outbound.plan) == reading.missed.end())
            reading.missed.push_back(outbound.plan);
    VIGIE_CHECK(readPublished(tx, from, to, reading));
    VIGIE_CHECK(readBehind(tx, from, to, reading));
    return reading;
}

} // namespace vigie::ui
