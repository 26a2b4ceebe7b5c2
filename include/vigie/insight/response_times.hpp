// SPDX-License-Identifier: GPL-3.0-or-later
// How long conversations waited for their first answer, as a distribution: the bars of a chart. What is open is apart, never as zero.
// Thread: inside a store job. Errors: Storage..., InvalidInput (unknown zone, empty period).
// Quantiles, censoring and sources: docs/measures.md
#pragma once

#include <vigie/insight/figure.hpp>

namespace vigie::insight {

enum class ResponseClock : std::uint8_t { Wall, Business }; ///< Business: open seconds of the calendar that was in force
enum class ResponseBy : std::uint8_t { Inbound, Reply };    ///< the conversation began in the period, or was answered in it

struct ResponseBar {
    std::int64_t from = 0;            ///< seconds, inclusive
    std::optional<std::int64_t> to;   ///< exclusive; none: and more
    std::int64_t answered = 0;
    std::int64_t open = 0;            ///< not answered, and waiting so long by now; by Inbound only
};
struct ResponseTimes {
    std::vector<ResponseBar> bars;    ///< under 5 min, 15 min, 30 min, 1 h, 2 h, 4 h, 8 h, 24 h, 3 days, and more
    std::int64_t answered = 0, open = 0;
    std::optional<Instant> oldestOpen;
};
Result<ResponseTimes> responseTimes(store::Tx &tx, const FigureScope &scope, const Period &period, ResponseClock clock = ResponseClock::Wall,
                                    ResponseBy by = ResponseBy::Inbound);

} // namespace vigie::insight
