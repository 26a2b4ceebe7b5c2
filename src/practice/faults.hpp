// SPDX-License-Identifier: GPL-3.0-or-later
// What each fault does to an answer, and to its bytes.
// Thread: pure functions. Errors: none.
#pragma once

#include "practice/api.hpp"

#include <vigie/practice/fault_plan.hpp>

namespace vigie::practice {

/// The answer of a call that must have no effect; false for faults that let the call happen.
bool refusal(Fault fault, Instant now, std::chrono::milliseconds wait, Reply *reply);
/// Changes the answer of a call that took effect.
void spoil(Fault fault, Instant now, Reply &reply);
/// What of the whole answer reaches the wire.
[[nodiscard]] std::string spoilBytes(Fault fault, const std::string &answer);
/// The connection ends after such an answer.
[[nodiscard]] bool cutsConnection(Fault fault);
[[nodiscard]] std::string httpDate(Instant t);

inline constexpr std::size_t kHugeBody = 100U << 20;

} // namespace vigie::practice
