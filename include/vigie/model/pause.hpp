// SPDX-License-Identifier: GPL-3.0-or-later
// Publishing brought to a stop: all of it, one account's or one campaign's, by somebody, for a reason.
// Thread: values. Errors: none.
#pragma once

#include <vigie/base/id.hpp>
#include <vigie/base/time.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace vigie {

using PauseId = Id<struct PauseTag>;

enum class PauseScope : std::uint8_t { Everything, Account, Campaign };
[[nodiscard]] const char *toString(PauseScope scope) noexcept;
[[nodiscard]] std::optional<PauseScope> pauseScopeFrom(std::string_view name) noexcept;

struct Pause {
    PauseId id;
    PauseScope scope = PauseScope::Everything;
    std::int64_t of = 0;               ///< the account or the campaign; 0 for everything
    std::string reason, person;
    bool answersLeave = false;         ///< people are still answered; else answers are kept back, too
    Instant begunAt;
    std::optional<Instant> endedAt;
    std::string endedBy;
};

} // namespace vigie
