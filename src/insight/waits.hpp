// SPDX-License-Identifier: GPL-3.0-or-later
// Times to answers, with those that still run.
// Thread: inside a store job. Errors: Storage...
#pragma once

#include "insight/scope_rows.hpp"
#include "insight/uncertainty.hpp"

#include <vigie/insight/response_times.hpp>

#include <chrono>

namespace vigie::insight {

struct Waits {
    std::vector<Lasting> times;        ///< ended: answered
    std::vector<TicketId> tickets;     ///< of each of them, where they are conversations
    std::int64_t answered = 0, open = 0, skewed = 0;
    std::optional<Instant> oldestOpen;

    /// A clock that was wrong gives less than nothing: counted as at once.
    void add(double seconds, bool ended, Instant since);
    [[nodiscard]] std::vector<double> ended() const; ///< seconds of the answered
};
/// First answers. Business time is what the clocks of service levels kept; conversations of which they know nothing are left out.
Result<Waits> firstAnswers(store::Tx &tx, const std::vector<std::string> &networks, const Stretch &stretch, ResponseClock clock, ResponseBy by);

/// Of those that asked in a stretch: type 7 of the answered; where more than a tenth is open that of Kaplan and Meier, which takes it into account.
[[nodiscard]] bool muchIsOpen(std::int64_t answered, std::int64_t open);
[[nodiscard]] std::optional<double> waitQuantile(const std::vector<Lasting> &times, double q);
/// Conversations that are younger are not counted yet: else the quick ones would flatter. What is answered within it is answered in time.
inline constexpr std::chrono::hours kAnswerInTime{24};

} // namespace vigie::insight
