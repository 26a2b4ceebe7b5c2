// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/community.hpp"

#include <algorithm>
#include <cmath>

namespace vigie::practice {

namespace {
// The script tells three days and a half; the practice network tells it in a day.
constexpr double kHaste = 4;
constexpr double kCalmingMinutes = 20;
} // namespace

const Json *Community::stageAt(Instant t, double *hoursIn) const
{
    const double hours = static_cast<double>((t - rumourStart_).count()) / 3600e6 * kHaste;
    const Json *found = nullptr;
    for (const Json &stage : at({"rumour", "stages"})) {
        const double from = stage.value("afterHours", 0.0);
        if (hours >= from && hours < from + stage.value("hours", 0.0)) {
            found = &stage;
            *hoursIn = hours - from;
        }
    }
    return found;
}

/// Once a minute of the community's time.
void Community::rumourTick(Instant when)
{
    double hoursIn = 0;
    const Json *stage = when >= rumourStart_ ? stageAt(when, &hoursIn) : nullptr;
    Event next;
    next.kind = "rumour";
    if (stage == nullptr) {
        const bool over = when > rumourStart_ + std::chrono::hours(48);
        if (over) {
            // A month later somebody finds another layer of wood.
            rumourStart_ = when + std::chrono::hours(24 * 30);
            answeredAt_.reset();
            stormFactor_ = 1;
        }
        plan(std::max(when + std::chrono::minutes(1), rumourStart_), std::move(next));
        return;
    }
    std::string name = stage->value("id", "");
    double perHour = stage->value("postsPerHour", 1.0) * kHaste * std::max(0.25, rhythm(when));
    double boosts = stage->value("boosts", 0.0);
    if (name == "storm" || name == "press" || name == "relays") {
        perHour *= name == "storm" ? stormFactor_ : 1.0;
        if (answeredAt_ && when > *answeredAt_) {
            const double calm = std::exp(-static_cast<double>((when - *answeredAt_).count()) / (kCalmingMinutes * 60e6));
            boosts *= calm;
            // Less and less of it, and what is still said is of another kind.
            perHour = std::max(perHour * calm, 1.0);
            if (unit() > calm)
                name = "calm";
        }
    }
    std::vector<std::string> roles;
    if (const auto it = stage->find("roles"); it != stage->end() && it->is_array())
        for (const Json &role : *it)
            if (role.is_string())
                roles.push_back(role.get<std::string>());
    const int posts = around(perHour / 60);
    for (int i = 0; i < posts; ++i)
        rumourPost(name, roles, boosts, when + Micros(static_cast<std::int64_t>(unit() * 60e6)));
    plan(when + std::chrono::minutes(1), std::move(next));
}

void Community::rumourPost(const std::string &stage, const std::vector<std::string> &roles, double boosts, Instant when)
{
    const Member who = anyMember(roles);
    const Line words = line(at({"rumour", "texts", stage.c_str(), who.lang.c_str()}), who.lang);
    if (words.text.empty())
        return;
    Event event;
    event.kind = "say";
    event.who = who.id;
    event.text = words.text;
    event.alt = words.alt;
    event.intent = "rumour";
    event.lang = who.lang;
    event.count = around(boosts);
    plan(when, std::move(event));
}

void Community::startStorm()
{
    double stormAt = 0;
    for (const Json &stage : at({"rumour", "stages"}))
        if (stage.value("id", "") == "storm")
            stormAt = stage.value("afterHours", 0.0);
    const Instant now = network_.now();
    rumourStart_ = now - Micros(static_cast<std::int64_t>(stormAt / kHaste * 3600e6));
    answeredAt_.reset();
    stormFactor_ = 1;
    for (auto it = agenda_.begin(); it != agenda_.end();)
        it = it->second.kind == "rumour" ? agenda_.erase(it) : std::next(it);
    // Where it comes from must be there to be read.
    rumourPost("spark", {"customer"}, 6, now + std::chrono::seconds(1));
    rumourPost("doubts", {"customer", "fan"}, 4, now + std::chrono::seconds(5));
    Event tick;
    tick.kind = "rumour";
    plan(now + std::chrono::seconds(10), std::move(tick));
}

void Community::noteClearAnswer(Instant when)
{
    if (answeredAt_)
        return;
    double hoursIn = 0;
    const Json *stage = stageAt(when, &hoursIn);
    if (stage == nullptr)
        return;
    answeredAt_ = when;
    // The script names the stage before whose end the answer came: "before doubts" is the spark.
    const std::string current = stage->value("id", "");
    bool next = false;
    std::string following;
    for (const Json &one : at({"rumour", "stages"})) {
        if (next)
            following = one.value("id", "");
        next = one.value("id", "") == current;
    }
    stormFactor_ = number({"rumour", "answers", "beforeStage", following.c_str(), "storm"}, 1);
}

} // namespace vigie::practice
