// SPDX-License-Identifier: GPL-3.0-or-later
// Says of each newest count of a series whether it is out of the ordinary for this series at this hour.
// Thread: one at a time. Errors: none.
// It reads a series once, forward: what it says of a stretch depends on what came before it alone, it is never trained, and
// one threshold serves all series, because what is compared is the rarity of a deviation and not its size
// (docs/measures.md, "Spikes").
#pragma once

#include <vigie/base/time.hpp>

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace vigie::insight {

/// A closed stretch of a series and what was counted in it. Stretches that were not read are left out, never given as zero.
struct SpikeStep {
    Instant at;                ///< where the stretch begins
    int minute = 0;            ///< of the local day
    int weekday = 0;           ///< 0 Sunday .. 6 Saturday, of the local day
    double count = 0;
};

struct SpikeOptions {
    double rarity = 1.95;      ///< rings from here: the power of ten of "once in ..." stretches, of both looks together
    double growth = 3.5;       ///< within `quiet` after it rang, it rings again only for what is rarer by this power of ten
    std::chrono::hours quiet{12};
    double fatigue = 0.06;     ///< what each alert of the last days adds to what the next one must reach
    bool falls = false;        ///< what is too low rings as well; for counts of mentions a silence is another alert
    std::size_t memory = 16128; ///< stretches remembered: eight weeks of five minutes
};

struct SpikeVerdict {
    double rarity = 0;         ///< 0: nothing special; 3: once in a thousand stretches
    bool rings = false;
};

class SpikeDetector {
public:
    explicit SpikeDetector(const SpikeOptions &options = {});
    SpikeDetector(SpikeDetector &&) noexcept;
    SpikeDetector &operator=(SpikeDetector &&) noexcept;
    ~SpikeDetector();

    /// Steps in ascending order of time.
    SpikeVerdict add(const SpikeStep &step);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// What this series has in the hour that ends at this local time of the week.
struct UsualHour {
    double low = 0, high = 0;  ///< from the first to the last tenth of what it had
    int hours = 0;             ///< how many of its own hours this stands on
    bool sameWeekday = true;   ///< false: too short a history for the weekday alone
};
/// The stretch (an hour) that ends with the last of `steps`, counted, and what the earlier ones of that time had. None: fewer
/// than three.
struct HourBeside {
    double count = 0;
    std::optional<UsualHour> usual;
};
[[nodiscard]] HourBeside stretchBeside(std::span<const SpikeStep> steps, std::chrono::minutes length);
[[nodiscard]] inline HourBeside hourBeside(std::span<const SpikeStep> steps) { return stretchBeside(steps, std::chrono::minutes{60}); }

/// Minute and weekday of stretches in the wall time of a zone. Errors of the zone fall back to UTC.
[[nodiscard]] std::vector<SpikeStep> localSteps(std::span<const std::pair<Instant, double>> counts, std::string_view zone);

} // namespace vigie::insight
