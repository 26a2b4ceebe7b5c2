// SPDX-License-Identifier: GPL-3.0-or-later
// Spans and counts of an item as one text column each.
// Thread: pure. Errors: none; what cannot be read is left out.
#pragma once

#include <vigie/model/item.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace vigie::store {

/// One line per span: kind, begin, length, target ("=" alone: the target is the stretch of text itself).
[[nodiscard]] std::string packSpans(const std::vector<TextSpan> &spans, std::string_view text);
[[nodiscard]] std::vector<TextSpan> unpackSpans(std::string_view packed, std::string_view text);

/// "likes=12;views=?1;": a value, or a question mark and the status of what is not one ("~" before an estimate).
[[nodiscard]] std::string packMetrics(const std::vector<MetricValue> &metrics);
[[nodiscard]] std::vector<MetricValue> unpackMetrics(std::string_view packed);

} // namespace vigie::store
