// SPDX-License-Identifier: GPL-3.0-or-later
// Judging counts that were read: pure, so that a replay of the past and the present are the same code.
// Thread: pure. Errors: none.
#pragma once

#include <vigie/insight/alerts.hpp>
#include <vigie/insight/spike.hpp>
#include <vigie/model/sync.hpp>
#include <vigie/store/alerts.hpp>

#include <optional>
#include <vector>

namespace vigie::insight {

/// Mentions of one query in closed stretches, silent ones included, those that were not read left out.
struct AlertSeries {
    std::vector<SpikeStep> steps;
    std::vector<store::AlertStretch> stretches; ///< parallel
    [[nodiscard]] std::size_t size() const { return steps.size(); }
};
[[nodiscard]] AlertSeries seriesOf(const std::vector<store::AlertStretch> &counts, Instant from, Instant to, const std::vector<SyncWindow> &gaps, std::string_view zone);

/// Places of the series at which a detector rings.
[[nodiscard]] std::vector<std::size_t> ringsOf(const AlertSeries &series, const AlertLimits &limits);
/// The stretch that shows best what rang at `at`: the hour, or as much of its end as is above what is usual. None: too few
/// mentions to speak of.
[[nodiscard]] std::optional<AlertFinding> volumeAt(const AlertSeries &series, std::size_t at, const AlertLimits &limits);
/// The negative share of [from, the end of stretch `at`] beside that of the four weeks before.
[[nodiscard]] std::optional<AlertFinding> toneAt(const AlertSeries &series, Instant from, std::size_t at, const AlertLimits &limits);
inline constexpr std::chrono::hours kToneWindow{6};

/// Conversations that wait at `now` beside those that waited at this hour of earlier weeks. `begin`: since when there is anything.
[[nodiscard]] std::optional<AlertFinding> unreadAt(const std::vector<store::AlertWaiting> &waiting, Instant begin, Instant now, const AlertLimits &limits,
                                                   std::string_view zone);

} // namespace vigie::insight
