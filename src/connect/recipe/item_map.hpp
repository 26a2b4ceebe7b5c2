// SPDX-License-Identifier: GPL-3.0-or-later
// From the entries of an answer to the neutral model.
// Thread: pure functions. Errors: TooLarge (the budget of one answer is used up); an entry that cannot be read is counted.
#pragma once

#include "connect/recipe/values.hpp"

#include <deque>

namespace vigie::connect::recipe {

[[nodiscard]] ItemMap compileItemMap(const Node &node, const Compiler &compiler, bool needsTime = true);
[[nodiscard]] AuthorMap compileAuthor(const Node &node, const Compiler &compiler);
[[nodiscard]] std::vector<MetricField> compileMetrics(const Node &node, const Compiler &compiler);

struct Mapped {
    std::vector<Item> items;
    std::vector<std::string> reasons;      ///< parallel to items
    std::vector<ItemSignal> signals;
    int unreadable = 0;
    std::size_t entries = 0;               ///< that the selectors found, children not counted
    Value lastEntry;                       ///< of the last entry found
};
/// All entries of the answer.
[[nodiscard]] Result<Mapped> mapEntries(const Recipe &recipe, const Operation &operation, const CallVariables &variables, const Json &root, const net::Response &response);

[[nodiscard]] Author mapAuthor(const AuthorMap &map, const Scope &scope);
[[nodiscard]] std::vector<MetricValue> mapMetrics(const std::vector<MetricField> &fields, const Scope &scope);

} // namespace vigie::connect::recipe
