// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/waits.hpp"

#include <vigie/insight/statistics.hpp>
#include <vigie/store/figures.hpp>
#include <vigie/store/sla.hpp>

#include <algorithm>
#include <array>

namespace vigie::insight {

namespace {

constexpr std::int64_t kMinute = 60, kHour = 3600, kDay = 86400;
constexpr std::array kEdges{std::int64_t{0}, 5 * kMinute, 15 * kMinute, 30 * kMinute, kHour, 2 * kHour, 4 * kHour, 8 * kHour, kDay, 3 * kDay};

Result<Waits> byMessages(store::Tx &tx, const std::vector<std::string> &networks, const Stretch &stretch)
{
    VIGIE_TRY(const auto samples, store::Figures(tx).responses(stretch.from, stretch.to, networks));
    Waits out;
    for (const auto &sample : samples) {
        out.add(std::chrono::duration<double>(sample.answered.value_or(tx.now()) - sample.asked).count(), sample.answered.has_value(), sample.asked);
        out.tickets.push_back(sample.ticket);
    }
    return out;
}

bool inNetworks(const store::SlaResult &result, const std::vector<std::string> &networks)
{
    return networks.empty() || std::find(networks.begin(), networks.end(), result.network) != networks.end();
}

} // namespace

void Waits::add(double seconds, bool ended, Instant since)
{
    times.push_back({std::max(0.0, seconds), ended});
    skewed += seconds < 0;
    if (ended) {
        ++answered;
        return;
    }
    ++open;
    if (!oldestOpen || since < *oldestOpen)
        oldestOpen = since;
}

std::vector<double> Waits::ended() const
{
    std::vector<double> out;
    for (const auto &time : times)
        if (time.ended)
            out.push_back(time.seconds);
    return out;
}

Result<Waits> firstAnswers(store::Tx &tx, const std::vector<std::string> &networks, const Stretch &stretch, ResponseClock clock, ResponseBy by)
{
    if (clock == ResponseClock::Wall && by == ResponseBy::Inbound)
        return byMessages(tx, networks, stretch);
    VIGIE_TRY(const auto results, store::Sla(tx).results(stretch.from, stretch.to, by == ResponseBy::Reply));
    Waits out;
    for (const auto &result : results) {
        const auto &event = result.event;
        const bool answered = event.state == SlaState::Hit || event.state == SlaState::Miss || event.state == SlaState::Nothing;
        const bool open = event.state == SlaState::Running || event.state == SlaState::Stopped;
        if (event.target != SlaTarget::First || !inNetworks(result, networks) || !(answered || open))
            continue;
        const auto seconds = static_cast<double>(clock == ResponseClock::Business ? event.used : event.wall);
        out.add(seconds, answered, event.startedAt);
        out.tickets.push_back(event.ticket);
        out.skewed += event.skewed;
    }
    return out;
}

bool muchIsOpen(std::int64_t answered, std::int64_t open)
{
    constexpr double kMuch = 0.1;
    return open > 0 && static_cast<double>(open) > kMuch * static_cast<double>(answered + open);
}

std::optional<double> waitQuantile(const std::vector<Lasting> &times, double q)
{
    std::vector<double> answered;
    for (const auto &time : times)
        if (time.ended)
            answered.push_back(time.seconds);
    const auto count = static_cast<std::int64_t>(answered.size());
    return muchIsOpen(count, static_cast<std::int64_t>(times.size()) - count) ? survivalQuantile(times, q) : quantile(std::move(answered), q);
}

Result<ResponseTimes> responseTimes(store::Tx &tx, const FigureScope &scope, const Period &period, ResponseClock clock, ResponseBy by)
{
    VIGIE_TRY(const auto stretch, stretchOf(tx, period));
    VIGIE_TRY(const auto waits, firstAnswers(tx, scope.networks, stretch, clock, by));
    ResponseTimes out;
    for (std::size_t i = 0; i < kEdges.size(); ++i)
        out.bars.push_back({kEdges[i], i + 1 < kEdges.size() ? std::optional(kEdges[i + 1]) : std::nullopt, 0, 0});
    for (const auto &time : waits.times) {
        const auto bar = std::upper_bound(kEdges.begin(), kEdges.end(), static_cast<std::int64_t>(time.seconds)) - kEdges.begin() - 1;
        auto &to = out.bars[static_cast<std::size_t>(bar)];
        (time.ended ? to.answered : to.open) += 1;
    }
    out.answered = waits.answered;
    out.open = waits.open;
    out.oldestOpen = waits.oldestOpen;
    return out;
}

} // namespace vigie::insight
