// SPDX-License-Identifier: GPL-3.0-or-later
// The shape of a relay tree: how large, deep and broad it is, and its structural virality.
// Thread: pure. Errors: none.
// Source: Goel, Anderson, Hofman and Watts, The Structural Virality of Online Diffusion, Management Science 2015.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

namespace vigie::insight {

struct CascadeShape {
    std::int64_t size = 0;            ///< posts, the original included
    int depth = 0;                    ///< relays between the original and the one that is farthest from it
    std::int64_t breadth = 0;         ///< most posts at one depth
    std::optional<double> virality;   ///< mean distance over all pairs of posts; none for one post
    std::int64_t unknownDepth = 0;    ///< relays whose parent is not known: they hang from the original
};

/// `parents`: of each relay, the place of what it relayed, 0 for the original, 1 for the first of them, and so on; -1: not known.
[[nodiscard]] CascadeShape cascadeShape(std::span<const std::int32_t> parents);

} // namespace vigie::insight
