// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/counter_curve.hpp"

#include <algorithm>

namespace vigie::insight {

namespace {

double share(Instant at, Instant from, Instant to)
{
    return to > from ? static_cast<double>((at - from).count()) / static_cast<double>((to - from).count()) : 1;
}

constexpr auto kFirst = std::chrono::hours{2};
constexpr int kTimes = 12;

bool tellsBetween(Instant published, Instant before, Instant after)
{
    return after - published <= kFirst || after - published <= kTimes * (before - published);
}

} // namespace

std::optional<Instant> CounterCurve::end() const
{
    return post_.steps.empty() ? std::nullopt : std::optional(post_.steps.back().at);
}

std::optional<double> CounterCurve::at(Instant when) const
{
    const auto &steps = post_.steps;
    if (steps.empty())
        return std::nullopt;
    if (when <= post_.publishedAt)
        return 0;
    const auto next = std::lower_bound(steps.begin(), steps.end(), when, [](const store::CounterStep &step, Instant time) { return step.at < time; });
    if (next == steps.end())
        return std::nullopt;
    if (next->at == when)
        return next->value;
    const store::CounterStep before = next == steps.begin() ? store::CounterStep{post_.publishedAt, 0} : *std::prev(next);
    if (!tellsBetween(post_.publishedAt, before.at, next->at))
        return std::nullopt;
    return before.value + share(when, before.at, next->at) * (next->value - before.value);
}

Micros CounterCurve::apart(Instant when) const
{
    const auto &steps = post_.steps;
    if (when <= post_.publishedAt)
        return Micros{0};
    const auto next = std::lower_bound(steps.begin(), steps.end(), when, [](const store::CounterStep &step, Instant time) { return step.at < time; });
    if (next == steps.end())
        return Micros::max();
    if (next->at == when)
        return Micros{0};
    return next->at - (next == steps.begin() ? post_.publishedAt : std::prev(next)->at);
}

std::optional<Micros> CounterCurve::half(Micros whole) const
{
    const auto all = at(post_.publishedAt + whole);
    if (!all || *all <= 0)
        return std::nullopt;
    store::CounterStep before{post_.publishedAt, 0};
    for (const auto &step : post_.steps) {
        if (step.value >= *all / 2 && step.at > post_.publishedAt) {
            if (!tellsBetween(post_.publishedAt, before.at, step.at))
                return std::nullopt;
            const double rise = step.value - before.value;
            const double part = rise > 0 ? (*all / 2 - before.value) / rise : 0;
            return before.at - post_.publishedAt + Micros{static_cast<std::int64_t>(part * static_cast<double>((step.at - before.at).count()))};
        }
        before = step;
    }
    return std::nullopt;
}

} // namespace vigie::insight
