// SPDX-License-Identifier: GPL-3.0-or-later
// What a series is expected to have next: the middle of the last two hours, of this time of day on all days, and of this time of day
// on working days or weekends, each weighed by how near it came lately.
// Thread: one at a time. Errors: none.
#pragma once

#include <vigie/insight/spike.hpp>

#include <array>
#include <deque>
#include <vector>

namespace vigie::insight {

class SpikeRhythm {
public:
    /// On the scale of `level`, before the step is known.
    [[nodiscard]] double expect(const SpikeStep &step, double fallback);
    /// What came: judges the three guesses of the last expect(), then remembers it.
    void learn(const SpikeStep &step, double level);
    /// After a time that was not read, the last hours say nothing of the next.
    void forgetLately() { lately_.clear(); }
    [[nodiscard]] double stepsPerDay() const { return stepsPerDay_; }

private:
    struct Past {
        Instant at;
        double level = 0;
        bool weekend = false;
    };
    struct Guess {
        double value = 0, error = 0;
    };
    static constexpr int kSlots = 48;

    void collect(const SpikeStep &step);
    void learnErrors(double level);
    void learnPace(Instant at);

    std::array<std::deque<Past>, kSlots> slots_;
    std::deque<double> lately_;
    std::vector<double> sameTime_, sameKind_, middle_;
    Guess local_, daily_, kind_;
    bool knowsLately_ = false, knowsDay_ = false;
    std::optional<Instant> last_;
    double stepSeconds_ = 300, stepsPerDay_ = 288;
};

} // namespace vigie::insight
