// SPDX-License-Identifier: GPL-3.0-or-later
// What a query's filter does and why, in words.
// Thread: the window's.
#pragma once

#include <QString>

#include <vigie/store/relevance.hpp>

namespace vigie::ui {

class Bridge;

/// Why the mention stands where it stands; empty while nobody ever marked anything in this query.
[[nodiscard]] QString relevanceWords(const store::RelevanceAnswer &answer, const Bridge &bridge);
/// "12 marked about us, 9 not. It acts from 10 of each on."
[[nodiscard]] QString relevanceStateWords(const store::RelevanceState &state);
/// How often it is right on marks it did not learn from, or that this is not measured.
[[nodiscard]] QString relevanceMeasureWords(const text::RelevanceMeasure &measure);

} // namespace vigie::ui
