// SPDX-License-Identifier: GPL-3.0-or-later
// Planned posts and the people who will read what is said under them: comments to expect hour by hour (insight/comment_load.hpp), and the
// hours among them when nobody is on duty by the house's calendars.
// Thread: readLoad() inside a store job; the rest values, a HouseHours on one thread at a time. Errors: Storage..., InvalidInput (zone).
#pragma once

#include <vigie/desk/business_time.hpp>
#include <vigie/insight/comment_load.hpp>
#include <vigie/model/plan.hpp>
#include <vigie/store/store.hpp>

#include <string>
#include <vector>

namespace vigie::app {

/// Somebody is on duty when one of these calendars is open: those the service levels count by, else all there are.
class HouseHours {
public:
    [[nodiscard]] bool known() const { return !calendars_.empty(); }
    [[nodiscard]] bool isOpen(Instant at);
    friend Result<HouseHours> houseHours(store::Tx &tx);

private:
    std::vector<desk::BusinessTime> calendars_;
};
Result<HouseHours> houseHours(store::Tx &tx);

struct LoadModel {
    insight::CommentLoad load;
    insight::LoadBackTest test;
    HouseHours duty;
    std::string zone;
};
/// Learnt from the last half year.
Result<LoadModel> readLoad(store::Tx &tx, const std::string &zone);

/// One account's part of a planned post.
struct LoadSource {
    PlanId plan;
    AccountId account;
    Instant at;
    std::string text = {};
};
/// Approved posts and drafts with an hour, from three days before `from` on: what they bring may reach into it.
Result<std::vector<LoadSource>> plannedSources(store::Tx &tx, Instant from, Instant to);

struct LoadHour {
    Instant from;
    double expected = 0;              ///< comments in this hour
    bool onDuty = true;
};
/// Hours that follow one another without anybody on duty, with comments to expect.
struct Unattended {
    Instant from, to;
    double expected = 0;
};
struct LoadForecast {
    std::vector<LoadHour> hours;
    std::vector<Unattended> unattended; ///< those with at least half a comment, in order
    double total = 0;
};
/// Hour by hour in [from, to); `from` is the beginning of an hour.
[[nodiscard]] LoadForecast forecast(LoadModel &model, const std::vector<LoadSource> &sources, Instant from, Instant to);

} // namespace vigie::app
