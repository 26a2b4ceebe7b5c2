// SPDX-License-Identifier: GPL-3.0-or-later
// Spans and counts of an item as one text column each.
// Thread: pure. Errors: none; what cannot be read is left out.
#pragma once

#include <vigie/model/item.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vigie::store {

/// One line per span: kind, begin, length, target ("=" alone: the target is the stretch of text itself).
[[nodiscard]] std::string packSpans(const std::vector<TextSpan> &spans, std::string_view text);
[[nodiscard]] std::vector<TextSpan> unpackSpans(std::string_view packed, std::string_view text);

/// "A=12;E=?1;odd=~3;": key (one letter for those of the neutral list) and value, or a question mark and the status of what
/// is not one ("~" before an estimate).
[[nodiscard]] std::string packMetrics(const std::vector<MetricValue> &metrics);
[[nodiscard]] std::vector<MetricValue> unpackMetrics(std::string_view packed);

/// An address with what the row says anyway left out: byte 1 stands for the instance in front and for the native id at the
/// end. A fifth of a row, otherwise.
[[nodiscard]] std::string packLink(const std::string &link, const Item &item);
[[nodiscard]] std::string unpackLink(std::string_view packed, const Item &item);

/// NULL in a column where there is nothing to say; shorter than an empty text.
[[nodiscard]] inline std::optional<std::string_view> orNull(const std::string &text)
{
    return text.empty() ? std::nullopt : std::optional<std::string_view>(text);
}

} // namespace vigie::store
