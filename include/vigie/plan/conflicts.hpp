// SPDX-License-Identifier: GPL-3.0-or-later
// Posts that stand in one another's way: the same link on the same account within days, or two posts of an account within minutes.
// Thread: pure functions. Errors: none.
#pragma once

#include <vigie/model/plan.hpp>

#include <chrono>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vigie::plan {

inline constexpr std::chrono::minutes kTooClose{15};
inline constexpr std::chrono::hours kSameLinkWithin{7 * 24};

struct PostConflict {
    enum class What : std::uint8_t { SameLink, TooClose } what = What::TooClose;
    PlanId other;
    AccountId account;
    std::string link;                       ///< SameLink: as comparableLink() has it
    std::chrono::minutes apart{0};          ///< from this post to the other; negative: the other is earlier
};

/// Without scheme, "www.", fragment, campaign parameters (utm_*, fbclid, gclid) and the slash at its end; the host in lower case.
[[nodiscard]] std::string comparableLink(std::string_view link);
/// http and https links of a text, as comparableLink() has them, each once.
[[nodiscard]] std::vector<std::string> linksIn(std::string_view text);
/// Of a post that has an hour; `others` may hold the post itself, drafts count like what is planned. Nearest first.
[[nodiscard]] std::vector<PostConflict> conflictsOf(const PlanItem &post, std::span<const PlanItem> others);

} // namespace vigie::plan
