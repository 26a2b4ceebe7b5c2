// SPDX-License-Identifier: GPL-3.0-or-later
// Who is not ranked among the voices for or against a brand: who works for us or is paid by us, as somebody noted it of the person, and who
// asked not to be ranked, of us or of the network (no indexing).
// Thread: inside a store job. Errors: Storage...
#pragma once

#include <vigie/base/id.hpp>
#include <vigie/store/store.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string_view>

namespace vigie::store {

enum class Unranked : std::uint8_t { Staff, Paid, Asked };
[[nodiscard]] const char *toString(Unranked why) noexcept; ///< "staff", "paid", "asked"
[[nodiscard]] std::optional<Unranked> unrankedFrom(std::string_view name) noexcept;

/// Of these identities those who are not; what is noted of one identity holds for its whole person. The first reason is told.
Result<std::map<MemberId, Unranked>> unrankedOf(Tx &tx, std::span<const MemberId> members);

} // namespace vigie::store
