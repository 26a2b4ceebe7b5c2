// SPDX-License-Identifier: GPL-3.0-or-later
// The reactions to a post over time, between the times they were read at: interpolated, never extrapolated. A count that falls stays a fall.
// Thread: pure. Errors: none; no value where nothing was read.
#pragma once

#include <vigie/store/counter_history.hpp>

#include <optional>

namespace vigie::insight {

class CounterCurve {
public:
    /// It begins at the publication, with nothing; the history must live as long.
    explicit CounterCurve(const store::PostHistory &post) : post_(post) {}

    /// Reactions by then; 0 before the publication, none after the last reading and where the readings around lie so far apart that nobody can say how it
    /// went between them: the later one at more than twelve times the age of the earlier, and later than two hours.
    [[nodiscard]] std::optional<double> at(Instant when) const;
    /// Time between the readings around `when` (the publication is one, of nothing): 0 where it was read then or was not out yet, the longest after the last.
    [[nodiscard]] Micros apart(Instant when) const;
    /// Until when it is known.
    [[nodiscard]] std::optional<Instant> end() const;
    /// Time from the publication to the first moment with half of what it has after `whole`; none where that is not known yet, or nothing.
    [[nodiscard]] std::optional<Micros> half(Micros whole) const;

private:
    const store::PostHistory &post_;
};

} // namespace vigie::insight
