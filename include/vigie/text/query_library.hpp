// SPDX-License-Identifier: GPL-3.0-or-later
// What a query takes from outside its source: saved queries (@name), lists of authors (list:name), and the clock and zone
// that times are of (since:yesterday).
// Thread: pure. Errors: as QueryError with the position of the reference in the outermost source.
#pragma once

#include <vigie/base/time.hpp>
#include <vigie/text/query.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vigie::text {

struct QueryLibrary {
    struct Saved {
        std::string name, source;
    };
    struct AuthorList {
        std::string name;
        std::vector<std::string> authors;   ///< as in author:
    };
    std::vector<Saved> saved;
    std::vector<AuthorList> lists;

    /// By exact name, else by name without case, accents and punctuation: @notre-marque finds "Notre marque".
    [[nodiscard]] const Saved *findSaved(std::string_view name) const;
    [[nodiscard]] const AuthorList *findList(std::string_view name) const;
};

struct QueryContext {
    QueryLibrary library;
    std::string zone = "UTC";
    Instant now{};
};

inline constexpr int kMaxSavedDepth = 8;          ///< saved queries inside one another
inline constexpr std::size_t kMaxBoundNodes = 20'000;

/// Looks up @names and lists and places times in their zone. Nothing is changed when it fails.
[[nodiscard]] std::optional<QueryError> bindQuery(Query &query, const QueryContext &context);
[[nodiscard]] tl::expected<Query, QueryError> parseAndBind(std::string_view source, const QueryContext &context);
/// True when bindQuery() has something to do.
[[nodiscard]] bool needsBinding(const QueryNode &node);

/// Names of the saved queries that a source asks for, as typed; empty when it does not parse.
[[nodiscard]] std::vector<std::string> savedNamesIn(std::string_view source);
/// The source with @from (and @"from") replaced by @to; comments and layout stay. As it is when nothing asks for `from`.
[[nodiscard]] std::string renameSaved(std::string_view source, std::string_view from, std::string_view to);

/// The source with the saved query's own in place of @name, in parentheses.
[[nodiscard]] std::string inlineSaved(std::string_view source, std::string_view name, std::string_view saved);

} // namespace vigie::text
