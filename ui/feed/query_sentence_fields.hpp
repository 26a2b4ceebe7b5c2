// SPDX-License-Identifier: GPL-3.0-or-later
// The words for the fields of a query: "in French", "with more than 10 likes", "since 21 November 2026".
// Thread: the window's.
#pragma once

#include <vigie/text/query_node.hpp>

#include <QString>

namespace vigie::ui {

[[nodiscard]] QString fieldClause(const text::QueryNode &node);
[[nodiscard]] QString numberClause(const text::QueryNode &node);
[[nodiscard]] QString timeClause(const text::QueryNode &node);
/// "more than 10", "3", "from 2 to 4".
[[nodiscard]] QString rangeWords(const text::QueryRange &range);

} // namespace vigie::ui
