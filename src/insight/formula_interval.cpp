// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/formula_interval.hpp"

#include <vigie/insight/statistics.hpp>

#include <algorithm>
#include <cmath>

namespace vigie::insight {

namespace {

void readBoth(Amount &out, const Amount &a, const Amount &b)
{
    out.fixed = a.fixed && b.fixed;
    out.periods = a.periods;
    for (const auto &period : b.periods)
        if (std::find(out.periods.begin(), out.periods.end(), period) == out.periods.end())
            out.periods.push_back(period);
}

/// Nothing that is in the one can be in the other, so that chance acts on them apart.
bool apart(const Amount &a, const Amount &b)
{
    for (const auto &one : a.periods)
        for (const auto &other : b.periods)
            if (one.fromDay < other.toDay && other.fromDay < one.toDay)
                return false;
    return !a.periods.empty() && !b.periods.empty();
}

std::optional<double> finite(double value)
{
    return std::isfinite(value) ? std::optional(value) : std::nullopt;
}

Interval ordered(double a, double b)
{
    return {std::min(a, b), std::max(a, b)};
}

std::optional<std::int64_t> wholeCount(const Amount &amount)
{
    constexpr double kMost = 9e15;
    if (!amount.count || !amount.value || *amount.value < 0 || *amount.value > kMost || *amount.value != std::floor(*amount.value))
        return std::nullopt;
    return static_cast<std::int64_t>(*amount.value);
}

} // namespace

Amount fixedAmount(double value)
{
    Amount out;
    out.value = finite(value);
    out.fixed = true;
    return out;
}

Amount moved(Amount amount, double factor, double shift)
{
    if (factor != 1 || shift != 0)
        amount.count = false;
    if (amount.value)
        amount.value = finite(*amount.value * factor + shift);
    if (amount.interval)
        amount.interval = ordered(amount.interval->low * factor + shift, amount.interval->high * factor + shift);
    if (!amount.value)
        amount.interval.reset();
    return amount;
}

Amount sumOf(const Amount &a, const Amount &b, int sign)
{
    Amount out;
    readBoth(out, a, b);
    if (!a.value || !b.value)
        return out;
    if (b.fixed || a.fixed) {
        auto result = b.fixed ? moved(a, 1, sign * *b.value) : moved(b, sign, *a.value);
        result.fixed = out.fixed;
        result.count = false;
        return result;
    }
    out.value = finite(*a.value + sign * *b.value);
    if (out.value && a.interval && b.interval && apart(a, b)) {
        // A difference takes the far end of the other one.
        const double below = sign > 0 ? *b.value - b.interval->low : b.interval->high - *b.value;
        const double above = sign > 0 ? b.interval->high - *b.value : *b.value - b.interval->low;
        out.interval = Interval{*out.value - std::hypot(*a.value - a.interval->low, below), *out.value + std::hypot(a.interval->high - *a.value, above)};
        out.method = IntervalMethod::Recovered;
    }
    return out;
}

Amount productOf(const Amount &a, const Amount &b, double scale)
{
    Amount out;
    readBoth(out, a, b);
    if (!a.value || !b.value)
        return out;
    if (a.fixed || b.fixed) {
        auto result = b.fixed ? moved(a, *b.value * scale, 0) : moved(b, *a.value * scale, 0);
        result.fixed = out.fixed;
        result.count = false;
        return result;
    }
    out.value = finite(*a.value * *b.value * scale);
    return out;
}

Amount quotientOf(const Amount &a, const Amount &b, double scale, bool partOf)
{
    Amount out;
    readBoth(out, a, b);
    if (!a.value || !b.value || *b.value == 0)
        return out;
    if (b.fixed) {
        auto result = moved(a, scale / *b.value, 0);
        result.fixed = out.fixed;
        result.count = false;
        return result;
    }
    out.value = finite(scale * *a.value / *b.value);
    const auto above = wholeCount(a), below = wholeCount(b);
    if (!out.value || !above || !below)
        return out;
    if (partOf && *above <= *below) {
        if (const auto bounds = wilson(*above, *below)) {
            out.interval = Interval{bounds->first * scale, bounds->second * scale};
            out.method = IntervalMethod::Wilson;
        }
    } else if (apart(a, b) && a.periods.front().length() == b.periods.front().length()) {
        if (const auto ratio = compareCounts(*below, *above); ratio && std::isfinite(ratio->high)) {
            out.interval = ordered(ratio->low * scale, ratio->high * scale);
            out.method = IntervalMethod::CountRatio;
        }
    }
    return out;
}

} // namespace vigie::insight
