// SPDX-License-Identifier: GPL-3.0-or-later
// Many saved queries against one item: each query waits for a word, author or network without which it cannot match, so
// that an item only meets the few queries whose key it holds. The answer is that of text::matches for each query.
// Thread: immutable once made; match() may be called from any thread. Errors: none.
#pragma once

#include <vigie/base/id.hpp>
#include <vigie/text/query.hpp>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vigie::text {

class QuerySet {
public:
    QuerySet();
    explicit QuerySet(std::vector<std::pair<QueryId, Query>> queries);
    QuerySet(QuerySet &&) noexcept;
    QuerySet &operator=(QuerySet &&) noexcept;
    ~QuerySet();

    /// Replaces `out` by the queries that match, in the order they were given.
    void match(const Subject &subject, std::vector<QueryId> &out) const;
    /// The same for a subject without words: they stand in `folded` (foldedText()), and are cut into `words`, memory that is used
    /// again, only when a query asks more of them than to be there.
    void match(const Subject &subject, std::string_view folded, std::vector<std::string> &words, std::vector<QueryId> &out) const;
    [[nodiscard]] std::size_t size() const;

private:
    struct Impl;
    struct Reader;
    void match(Reader &reader, std::vector<QueryId> &out) const;
    std::unique_ptr<const Impl> impl_;
};

} // namespace vigie::text
