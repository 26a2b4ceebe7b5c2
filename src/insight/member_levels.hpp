// SPDX-License-Identifier: GPL-3.0-or-later
// How near members are to the community, its gravity, and who speaks for or against the brand, from what each of them did.
// Thread: pure. Errors: none.
// Sources: the Orbit model (levels, gravity); scores of ambassadors and detractors are Vigie's own (docs/measures.md).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace vigie::insight {

/// One post of somebody about the scope.
struct MemberAct {
    std::uint32_t member = 0;
    std::int32_t day = 0;           ///< local, any beginning
    double ageDays = 0;             ///< at the end of the period
    double tone = 0;                ///< -1..1
    std::int8_t label = 0;          ///< -1, 0, 1
    bool relay = false;
};

inline constexpr std::size_t kLevels = 4;
/// Members of each level, the nearest first: of those with two acts or more the first tenth, the next quarter and the others, by how much they did;
/// who did one thing is of the last. Ranks alone decide how many there are of each.
using LevelCounts = std::array<std::int64_t, kLevels>;
[[nodiscard]] LevelCounts levelsOf(std::span<const MemberAct> acts);
/// Sum of weight(level)^2 x members, weights 10, 7, 4, 1; none without a member.
[[nodiscard]] std::optional<double> gravityOf(const LevelCounts &levels);

enum class Side : std::int8_t { Detractor = -1, Ambassador = 1 };
struct MemberScore {
    std::uint32_t member = 0;
    double score = 0;
};
/// sum of w |s| 0.5^(age / 90 d) over the acts of this side x (1 + log2(1 + distinct days)), of who has at least three such acts on two days and
/// whose share of them among the acts with a tone has a lower bound (Wilson) above a half. The highest first, then by number.
[[nodiscard]] std::vector<MemberScore> scoresOf(std::span<const MemberAct> acts, Side side);

} // namespace vigie::insight
