// SPDX-License-Identifier: GPL-3.0-or-later
// A query as SQL with its values apart: the full-text table answers what it can, tags, tickets, members and dates are asked
// in their own tables, and what neither can say is left to text::matches over the candidates that remain. No text of a query
// ever becomes part of a statement.
// Thread: that of the session. Errors: throws; callers are inside Session::guard().
#pragma once

#include "store/session.hpp"

#include <vigie/text/query.hpp>

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace vigie::store {

struct CompiledQuery {
    std::string match;             ///< full-text expression that leads the walk; empty: the walk goes over all items
    int instances = 0;             ///< of the words and phrases of `match`: a row that holds fewer cannot match; 0: any
    std::string condition;         ///< further conditions on {id}; empty: none
    std::vector<Bound> values;     ///< of the condition
    std::optional<Instant> from, to; ///< published in [from, to)
    std::optional<ItemId> first, last; ///< what people attached to items: nothing before or behind can match
    std::optional<std::vector<ItemId>> holders; ///< ascending: nothing else can match
    std::optional<text::Query> rest; ///< what candidates are still to be asked; none: they all match
};

/// Beginnings of words that the full-text table is not to be asked for (text::ftsFilter): the candidates are asked instead.
using CommonBeginnings = std::span<const std::string>;

/// `query` is bound: see bindQuery().
[[nodiscard]] CompiledQuery compileQuery(Session &session, const text::Query &query, Instant now, CommonBeginnings common = {});
/// The condition with {id} replaced by the column that holds the item's id.
[[nodiscard]] std::string conditionOn(const CompiledQuery &query, const std::string &column);

} // namespace vigie::store
