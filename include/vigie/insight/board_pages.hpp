// SPDX-License-Identifier: GPL-3.0-or-later
// What a page of the dashboard asks for, in days; and the pages that a workspace begins with.
// Thread: pure functions. Errors: none; a campaign without a day has no period of its own, and the usual one stands in.
#pragma once

#include <vigie/insight/figure.hpp>
#include <vigie/model/board.hpp>

#include <optional>
#include <vector>

namespace vigie::insight {

/// `campaignDay`: D of the campaign of the choice, where it has one.
[[nodiscard]] Period periodOf(const BoardChoice &choice, std::int32_t today, std::optional<std::int32_t> campaignDay = {});
/// What it is compared with; none: with nothing.
[[nodiscard]] std::optional<Period> comparedWith(const BoardChoice &choice, const Period &period, std::optional<std::int32_t> campaignDay = {});
[[nodiscard]] FigureScope scopeOf(const BoardChoice &choice, bool withoutRelays);
/// Points of a curve over a period: hours of a day or two, days, weeks from three months on, months from two years on.
[[nodiscard]] Bucket bucketFor(const Period &period);

/// Overview, care, content, reviews, objectives. Whoever shows them leaves out the tiles of figures that it does not have.
[[nodiscard]] std::vector<Board> firstBoards();

} // namespace vigie::insight
