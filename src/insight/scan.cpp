// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/scan.hpp"

#include <algorithm>

namespace vigie::insight {

std::pair<std::size_t, std::size_t> rowsWithin(const PostColumns &chunk, std::int32_t from, std::int32_t to)
{
    const auto at = [&chunk](std::int64_t second) {
        const auto wanted = (second << store::kItemIdBits) - chunk.base.value;
        if (wanted <= 0)
            return std::size_t{0};
        return static_cast<std::size_t>(std::lower_bound(chunk.offset.begin(), chunk.offset.end(), wanted) - chunk.offset.begin());
    };
    return {at(from), at(std::int64_t{to} + chunk.maxSpill)};
}

} // namespace vigie::insight
