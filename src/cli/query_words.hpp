// SPDX-License-Identifier: GPL-3.0-or-later
// How the commands speak of queries: which one is meant, mistakes with a caret and a fix, warnings, what a query costs.
// Thread: any. Errors: NotFound (savedQuery).
#pragma once

#include "cli/context.hpp"

#include <vigie/model/saved_query.hpp>
#include <vigie/text/query_cost.hpp>
#include <vigie/text/query_library.hpp>
#include <vigie/text/query_translate.hpp>

#include <nlohmann/json.hpp>
#include <string>

namespace vigie::cli {

inline constexpr const char *kQueryNamed = "a saved query: its number, or its name";

/// By its number, its very name, or its name as queries write it (no spaces, accents or capitals). When there is none, the error
/// names the one that may have been meant.
[[nodiscard]] Result<SavedQuery> savedQuery(store::Tx &tx, const std::string &named);
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
