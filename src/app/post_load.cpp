// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/app/post_load.hpp>

#include <vigie/store/outbox.hpp>
#include <vigie/store/own_posts.hpp>
#include <vigie/store/sla.hpp>

#include <algorithm>
#include <set>

namespace vigie::app {

namespace {

constexpr std::chrono::hours kHalfYear{24 * 182}, kReach{insight::kLoadHours};
constexpr std::chrono::minutes kMiddle{30}; ///< an hour counts as attended when somebody is there in the middle of it
constexpr double kWorthSaying = 0.5;

} // namespace

bool HouseHours::isOpen(Instant at)
{
    return std::any_of(calendars_.begin(), calendars_.end(), [at](desk::BusinessTime &time) { return time.isOpen(at); });
}

Result<HouseHours> houseHours(store::Tx &tx)
{
    HouseHours out;
    store::Sla levels(tx);
    VIGIE_TRY(const auto calendars, levels.calendars());
    VIGIE_TRY(const auto policies, levels.policies());
    std::set<CalendarId> counted;
    for (const auto &policy : policies)
        counted.insert(policy.calendar);
    for (const auto &calendar : calendars) {
        if (!counted.empty() && counted.count(calendar.id) == 0)
            continue;
        VIGIE_TRY(auto time, desk::BusinessTime::of(calendar));
        out.calendars_.push_back(std::move(time));
    }
    return out;
}

Result<LoadModel> readLoad(store::Tx &tx, const std::string &zone)
{
    store::OwnPosts own(tx);
    VIGIE_TRY(const auto posts, own.published(tx.now() - kHalfYear, tx.now()));
    VIGIE_TRY(auto comments, own.comments(posts));
    std::vector<insight::CommentedPost> history;
    history.reserve(posts.size());
    for (std::size_t i = 0; i < posts.size(); ++i)
        history.push_back({posts[i].account, posts[i].at, std::move(comments[i])});
    LoadModel out;
    out.zone = zone;
    out.load = insight::CommentLoad::fit(history, zone, tx.now());
    out.test = insight::backTest(history, zone, tx.now());
    VIGIE_TRY(out.duty, houseHours(tx));
    return out;
}

Result<std::vector<LoadSource>> plannedSources(store::Tx &tx, Instant from, Instant to)
{
    VIGIE_TRY(const auto plans, store::Plans(tx).between(from - kReach, to));
    std::vector<LoadSource> out;
    for (const auto &plan : plans)
        for (const auto &variant : plan.variants)
            if (variant.state != OutboundState::Cancelled && variant.state != OutboundState::Failed && variant.state != OutboundState::Missed)
                out.push_back({plan.id, variant.account, plan.due, variant.overridden ? variant.text : plan.text});
    return out;
}

LoadForecast forecast(LoadModel &model, const std::vector<LoadSource> &sources, Instant from, Instant to)
{
    LoadForecast out;
    for (auto at = from; at < to; at += std::chrono::hours(1)) {
        LoadHour hour{at, 0, !model.duty.known() || model.duty.isOpen(at + kMiddle)};
        for (const auto &source : sources)
            hour.expected += model.load.rate(source.account, source.at, at);
        out.total += hour.expected;
        if (!hour.onDuty) {
            if (out.unattended.empty() || out.unattended.back().to != at)
                out.unattended.push_back({at, at, 0});
            out.unattended.back().to = at + std::chrono::hours(1);
            out.unattended.back().expected += hour.expected;
        }
        out.hours.push_back(hour);
    }
    std::erase_if(out.unattended, [](const Unattended &one) { return one.expected < kWorthSaying; });
    return out;
}

} // namespace vigie::app
