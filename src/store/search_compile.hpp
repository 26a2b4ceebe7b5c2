// SPDX-License-Identifier: GPL-3.0-or-later
// A query as SQL with its values apart: the full-text table answers what it can, tags and tickets are asked in their own
// tables. No text of a query ever becomes part of a statement.
// Thread: pure. Errors: none.
#pragma once

#include "store/session.hpp"

#include <vigie/text/query.hpp>

#include <string>
#include <vector>

namespace vigie::store {

struct CompiledQuery {
    std::string match;             ///< full-text expression that leads the walk; empty: the walk goes over all items
    std::string condition;         ///< further conditions on {id}; empty: none
    std::vector<Bound> values;     ///< of the condition
};

[[nodiscard]] CompiledQuery compileQuery(const text::Query &query);
/// The condition with {id} replaced by the column that holds the item's id.
[[nodiscard]] std::string conditionOn(const CompiledQuery &query, const std::string &column);

} // namespace vigie::store
