// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/net/backoff.hpp>
#include <vigie/net/rate.hpp>

#include <algorithm>

namespace vigie::net {

namespace {

using Ms = std::chrono::milliseconds;

/// Where calls are used up and nobody said when they come back.
constexpr Ms kUnknownReset{60'000};

/// A budget of one or two calls cannot be shared: then first come, first served.
std::int64_t reserveOf(std::int64_t limit)
{
    return limit >= 3 ? (limit + 4) / 5 : 0;
}

void offer(Instant *nextTry, Instant at)
{
    if (nextTry != nullptr)
        *nextTry = at;
}

/// Not every network says 429: GitHub answers 403 with nothing left, servers in trouble 503 with Retry-After.
bool isRefusal(const Response &response, const RateHint &hint)
{
    if (response.status == 429)
        return true;
    if (response.status == 403)
        return hint.wait.has_value() || hint.remaining == 0;
    return response.status == 503 && hint.wait.has_value();
}

} // namespace

RateLedger::Bucket &RateLedger::bucket(std::string_view key)
{
    const auto found = buckets_.find(key);
    return found != buckets_.end() ? found->second : buckets_.emplace(std::string(key), Bucket{}).first->second;
}

void RateLedger::roll(Bucket &bucket, Instant now)
{
    if (!bucket.resetAt || now < *bucket.resetAt)
        return;
    if (bucket.limit > 0)
        bucket.remaining = bucket.limit;
    else
        bucket.known = false;
    bucket.resetAt.reset();
}

void RateLedger::setBudget(std::string_view key, std::int64_t limit, Ms window, bool daily)
{
    const std::lock_guard lock(mutex_);
    Bucket &entry = bucket(key);
    entry.window = window;
    entry.daily = daily;
    if (entry.limit == 0 && limit > 0) {
        entry.limit = limit;
        entry.remaining = limit;
        entry.known = entry.assumed = true;
    }
}

bool RateLedger::mayCall(std::string_view key, RatePriority priority, Instant now, Instant *nextTry, std::int64_t cost)
{
    if (priority == RatePriority::Committed)
        return true;
    const std::lock_guard lock(mutex_);
    const auto found = buckets_.find(key);
    if (found == buckets_.end())
        return true;
    Bucket &entry = found->second;
    if (now < entry.blockedUntil) {
        offer(nextTry, entry.blockedUntil);
        return false;
    }
    roll(entry, now);
    if (!entry.known)
        return true;
    const std::int64_t reserve = priority == RatePriority::Background ? reserveOf(entry.limit) : 0;
    // A call dearer than the whole window would never come through: it goes out when the window is full.
    if (entry.remaining >= std::min(reserve + std::max<std::int64_t>(cost, 1), std::max<std::int64_t>(entry.limit, 1)))
        return true;
    if (!entry.resetAt)
        entry.resetAt = now + (entry.window.count() > 0 ? entry.window : kUnknownReset);
    offer(nextTry, *entry.resetAt);
    return false;
}

void RateLedger::noteCall(std::string_view key, Instant now, std::int64_t cost)
{
    const std::lock_guard lock(mutex_);
    Bucket &entry = bucket(key);
    roll(entry, now);
    if (!entry.known)
        return;
    entry.remaining = std::max<std::int64_t>(entry.remaining - cost, 0);
    if (!entry.resetAt && entry.window.count() > 0)
        entry.resetAt = now + entry.window; // the window opens with its first call
}

void RateLedger::setFigures(Bucket &entry, const RateHint &hint, Instant now)
{
    roll(entry, now);
    if (hint.limit && *hint.limit > 0)
        entry.limit = *hint.limit;
    if (hint.remaining) {
        // Answers overtake one another: within one window the count only goes down.
        const bool sameWindow = entry.known && !entry.assumed && entry.resetAt && hint.reset
                                && std::chrono::abs(*entry.resetAt - (now + *hint.reset)) < std::chrono::seconds(2);
        entry.remaining = sameWindow ? std::min(entry.remaining, *hint.remaining) : *hint.remaining;
        entry.known = true;
        entry.assumed = false;
    }
    if (hint.reset && entry.known)
        entry.resetAt = now + *hint.reset;
}

void RateLedger::noteHint(std::string_view key, const RateHint &hint, Instant now)
{
    const std::lock_guard lock(mutex_);
    Bucket &entry = bucket(key);
    setFigures(entry, hint, now);
    if (hint.wait && hint.wait->count() > 0)
        entry.blockedUntil = std::max(entry.blockedUntil, now + Instant::duration(*hint.wait));
}

void RateLedger::noteResponse(std::string_view key, const Response &response, Instant now)
{
    const std::lock_guard lock(mutex_);
    Bucket &entry = bucket(key);
    const RateHint hint = readRateHint(response, now, entry.daily);
    setFigures(entry, hint, now);
    if (!isRefusal(response, hint)) {
        entry.refusals = 0;
        if (hint.wait && hint.wait->count() > 0)
            entry.blockedUntil = std::max(entry.blockedUntil, now + Instant::duration(*hint.wait));
        return;
    }
    std::optional<Ms> wait = hint.wait;
    if (!wait)
        wait = hint.reset;
    if (!wait || wait->count() <= 0)
        // One second at least: full jitter may say zero, and a server that refused has asked for a pause.
        wait = std::max(fullJitter(sequence_, entry.refusals, kBackoffBase, kBackoffCap), kBackoffBase);
    ++entry.refusals;
    entry.blockedUntil = std::max(entry.blockedUntil, now + Instant::duration(*wait));
}

void RateLedger::block(std::string_view key, Instant until)
{
    const std::lock_guard lock(mutex_);
    Bucket &entry = bucket(key);
    entry.blockedUntil = std::max(entry.blockedUntil, until);
}

std::optional<std::int64_t> RateLedger::remaining(std::string_view key, Instant now)
{
    const std::lock_guard lock(mutex_);
    const auto found = buckets_.find(key);
    if (found == buckets_.end())
        return std::nullopt;
    roll(found->second, now);
    return found->second.known ? std::optional<std::int64_t>(found->second.remaining) : std::nullopt;
}

std::vector<RateState> RateLedger::snapshot(std::string_view key, Instant now)
{
    std::vector<RateState> states;
    const std::lock_guard lock(mutex_);
    for (auto found = buckets_.lower_bound(key); found != buckets_.end() && found->first.compare(0, key.size(), key) == 0; ++found) {
        auto &[name, entry] = *found;
        if (name.size() > key.size() && name[key.size()] != '/')
            continue; // another account whose name begins like this one
        roll(entry, now);
        RateState state;
        state.key = name;
        if (entry.limit > 0)
            state.limit = entry.limit;
        if (entry.known)
            state.remaining = entry.remaining;
        state.assumed = entry.assumed;
        state.renewsAt = entry.resetAt;
        if (entry.blockedUntil > now)
            state.blockedUntil = entry.blockedUntil;
        states.push_back(std::move(state));
    }
    return states;
}

} // namespace vigie::net
