// SPDX-License-Identifier: GPL-3.0-or-later
// What a saved query must let in and what it must not: kept with the query, tried at each change.
// Thread: inside a store job. Errors: Storage..., NotFound, InvalidInput (neither mention nor text), QueryError as InvalidInput.
#pragma once

#include <vigie/store/items.hpp>
#include <vigie/text/query_parts.hpp>

#include <span>
#include <string>
#include <vector>

namespace vigie::store {

inline constexpr std::size_t kMaxExampleBytes = 20'000, kMaxExamples = 200;

struct QueryExample {
    std::int64_t id = 0;              ///< 0: not stored yet
    bool wanted = true;
    ItemId item;                      ///< a mention that is here; none: `text`
    std::string text;

    friend bool operator==(const QueryExample &, const QueryExample &) = default;
};

struct ExampleOutcome {
    bool passes = false;
    bool gone = false;                ///< the mention, or its words, are no longer here: neither passes nor fails
    std::string text;                 ///< what was tried: title and text
    std::vector<text::QueryPart> why; ///< what lets it in or keeps it out, in the source of the query
    [[nodiscard]] bool fails() const { return !passes && !gone; }
};

class QueryExamples {
public:
    explicit QueryExamples(Tx &tx) : tx_(tx) {}

    /// In the order they were added.
    Result<std::vector<QueryExample>> of(QueryId query);
    /// A mention that is an example already changes sides.
    Result<std::int64_t> add(QueryId query, const QueryExample &example);
    /// Several at once; mentions that are gone meanwhile are left out.
    Result<void> keep(QueryId query, std::span<const QueryExample> examples);
    Result<void> remove(std::int64_t id);
    /// One outcome each, in order. `query` need not be saved; it is bound here.
    Result<std::vector<ExampleOutcome>> run(const text::Query &query, std::span<const QueryExample> examples);

private:
    Tx &tx_;
};

} // namespace vigie::store
