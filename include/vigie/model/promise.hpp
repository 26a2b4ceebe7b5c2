// SPDX-License-Identifier: GPL-3.0-or-later
// Something we said we would do, and by when.
// Thread: values. Errors: none.
#pragma once

#include <vigie/base/id.hpp>
#include <vigie/base/time.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace vigie {

using PromiseId = Id<struct PromiseTag>;

enum class PromiseState : std::uint8_t { Open, Kept, Broken, Released };
[[nodiscard]] const char *toString(PromiseState state) noexcept; ///< "open", "kept", "broken", "released"
[[nodiscard]] std::optional<PromiseState> promiseStateFrom(std::string_view name) noexcept;

struct Promise {
    PromiseId id;
    MemberId member;              ///< to whom; none: to nobody in particular
    TicketId ticket;
    ItemId item;                  ///< the answer it was made in, once it is here
    OutboundId outbound;          ///< the intent it was made in
    std::string text;             ///< the words that promise
    WallTime wall;                ///< what was said, of `zone`
    std::string zone;
    Instant due;
    PromiseState state = PromiseState::Open;
    Instant madeAt;
    std::string madeBy;
    std::optional<Instant> settledAt;
    std::string settledBy;

    [[nodiscard]] bool isLate(Instant now) const { return state == PromiseState::Open ? due < now : settledAt && *settledAt > due; }
};

} // namespace vigie
