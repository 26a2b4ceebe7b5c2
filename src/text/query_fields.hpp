// SPDX-License-Identifier: GPL-3.0-or-later
// Fields of the query language: names, values, and the nearest one to what was typed.
// Thread: pure. Errors: as a fault inside what is read.
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
/// The value as QueryNode keeps it, or what is wrong with it. For fields of shape Value.
[[nodiscard]] FieldValue readFieldValue(QueryField field, std::string_view raw);

struct NumberValue {
    QueryFault fault = QueryFault::None;
    QueryRange range;
};
/// ">10", ">=10", "10", "=10", "10..20", "10..", "..20"; 1k and 2,5M are numbers.
[[nodiscard]] NumberValue readRange(std::string_view raw);
/// The same back; `equals`: a number alone is written "=10".
[[nodiscard]] std::string rangeSource(const QueryRange &range, bool equals);

/// True when an address (as urlKey() makes it) is meant by the value of site:, or of url: and link:.
[[nodiscard]] bool siteMatches(std::string_view key, std::string_view value);
[[nodiscard]] bool urlMatches(std::string_view key, std::string_view value);

/// Takes the one name nearest to what was typed: Nearest n(typed); n.offer(name, meant) ...; n.meant().
class Nearest {
public:
    explicit Nearest(std::string_view typed) : typed_(typed), best_(typed.size() < 4 ? 2 : 3) {}
    void offer(std::string_view name, std::string_view meant);
    [[nodiscard]] std::string meant() const { return std::string(meant_); }

private:
    std::string typed_;
    std::size_t best_;
    std::string_view meant_;
};

} // namespace vigie::text
