// SPDX-License-Identifier: GPL-3.0-or-later
// Fields of the query language: names, values, and the nearest one to what was typed.
// Thread: pure. Errors: as a fault inside FieldValue.
#pragma once

#include <vigie/text/query.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace vigie::text {

[[nodiscard]] std::optional<QueryField> fieldFrom(std::string_view name);
/// The field that was probably meant, also from a French name; empty when nothing is near.
[[nodiscard]] std::string nearestField(std::string_view name);

struct FieldValue {
    QueryFault fault = QueryFault::None;
    std::string value, suggestion;
};
/// The value as QueryNode keeps it, or what is wrong with it.
[[nodiscard]] FieldValue readFieldValue(QueryField field, std::string_view raw);

} // namespace vigie::text
