// SPDX-License-Identifier: GPL-3.0-or-later
// How the commands speak of queries: mistakes with a caret and a fix, warnings, what a query costs.
// Thread: any. Errors: none.
#pragma once

#include "cli/context.hpp"

#include <vigie/text/query_cost.hpp>
#include <vigie/text/query_library.hpp>
#include <vigie/text/query_translate.hpp>

#include <nlohmann/json.hpp>
#include <string>

namespace vigie::cli {

/// A star alone is everything, as in the shell; the query language says it with an empty text.
[[nodiscard]] std::string sourceOf(const std::string &typed);
/// The line of the mistake, a caret below it, and the line as it could be.
void pointAt(const std::string &source, const text::QueryError &error);
/// Both, and the exit code.
int failedQuery(const Context &context, const std::string &source, const text::QueryError &error);
void printWarnings(const text::Query &query);
void printCost(const text::Query &query, const text::QueryCost &cost);
void printNotes(const text::QueryTranslation &translation);
[[nodiscard]] nlohmann::json describe(const text::QueryError &error, const std::string &source);
[[nodiscard]] nlohmann::json describe(const text::Query &query, const text::QueryCost &cost);
[[nodiscard]] nlohmann::json describe(const text::QueryTranslation &translation);

} // namespace vigie::cli
