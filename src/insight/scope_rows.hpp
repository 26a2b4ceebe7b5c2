// SPDX-License-Identifier: GPL-3.0-or-later
// The scope of a figure as the store reads it, and the two stretches of time that a change lies between.
// Thread: inside a store job. Errors: Storage..., InvalidInput (empty period, unknown zone).
#pragma once

#include <vigie/insight/figure.hpp>
#include <vigie/store/mention_facts.hpp>

namespace vigie::insight {

struct Stretch {
    Instant from, to;
};
struct Stretches {
    Stretch now, before;
};
/// What has not happened yet is left out of both: the last day of either ends at the same time of the day.
Result<Stretches> stretchesOf(store::Tx &tx, const Period &period, const Period &against);
Result<Stretch> stretchOf(store::Tx &tx, const Period &period);
[[nodiscard]] store::MentionScope storeScope(const FigureScope &scope, const Stretch &stretch);

} // namespace vigie::insight
