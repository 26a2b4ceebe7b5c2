// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/publish_beat.hpp"

#include <vigie/base/log.hpp>

#include <algorithm>
#include <pthread.h>

namespace vigie::app {

namespace {

constexpr std::chrono::hours kFarAway{24};
constexpr std::chrono::seconds kAfterTrouble{30};
constexpr std::chrono::milliseconds kShortestRest{20}; ///< between two looks: a row that nobody can move must not keep a processor busy

} // namespace

Instant machineTime(Instant at, const Clock &clock, const ScaledClock *scaled)
{
    if (scaled == nullptr)
        return at;
    const auto left = at - clock.now();
    return SystemClock().now() + std::max(left, Micros{0}) / std::max(scaled->factor(), 1);
}

PublishBeat::PublishBeat(plan::Publisher &publisher, const Clock &clock, const ScaledClock *scaled) : publisher_(publisher), clock_(clock), scaled_(scaled) {}

PublishBeat::~PublishBeat() = default;

void PublishBeat::start()
{
    thread_ = std::jthread([this](const std::stop_token &stop) { run(stop); });
}

void PublishBeat::look()
{
    alarm_.ring();
}

void PublishBeat::run(const std::stop_token &stop)
{
    pthread_setname_np(pthread_self(), "publish-beat");
    const std::stop_callback ring(stop, [this] { alarm_.ring(); });
    while (!stop.stop_requested()) {
        const auto next = publish(stop);
        while (!stop.stop_requested() && next > clock_.now())
            if (alarm_.wait(machineTime(next, clock_, scaled_)) != Alarm::Woken::Time)
                break;
    }
}

Instant PublishBeat::publish(const std::stop_token &stop)
{
    const auto report = publisher_.runDue(stop);
    const auto now = clock_.now();
    if (report)
        return std::max(report->next.value_or(now + kFarAway), now + kShortestRest);
    if (report.error().code != Errc::Cancelled)
        log::error("app", "publishing stopped: {}", report.error().detail);
    return now + kAfterTrouble;
}

} // namespace vigie::app
