// SPDX-License-Identifier: GPL-3.0-or-later
// Walks over item ids, newest or oldest first, that satisfy conditions; what search, columns and figures share.
// Thread: that of the session. Errors: throws; callers are inside Session::guard().
#pragma once

#include "store/search_compile.hpp"
#include "store/search_confirm.hpp"

#include <vigie/store/items.hpp>

#include <cstddef>
#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace vigie::store {

/// Conditions and values of a walk over one column of ids, put together in order.
class Walk {
public:
    explicit Walk(std::string column) : column_(std::move(column)) {}
    void where(const std::string &condition, const std::vector<Bound> &values = {});
    /// Keyset, direction, and the exact [from, to).
    void page(Session &session, const SearchPage &page);
    /// Runs "SELECT <column> FROM <from> WHERE ... ORDER BY <column> ... LIMIT".
    std::vector<ItemId> run(Session &session, const std::string &from, int limit);
    int count(Session &session, const std::string &from, int cap);
    /// The n-th id of the walk; nothing when it is shorter.
    std::optional<ItemId> nth(Session &session, const std::string &from, int n);

    /// Rows in the order of the table, through SOCI or, where rows are many, straight.
    template <class... Columns, class F>
    void each(Session &session, const std::string &what, const std::string &from, F &&row)
    {
        session.each<Columns...>(sql(what, from), values_, std::forward<F>(row));
    }
    void scan(Session &session, const std::string &what, const std::string &from, const std::function<void(const HotStatement &)> &row);

private:
    [[nodiscard]] std::string sql(const std::string &what, const std::string &from) const;

    std::string column_, where_;
    std::vector<Bound> values_;
    bool oldestFirst_ = false;
};

/// A bound query over the items, however much of it SQL can say.
class QueryWalk {
public:
    QueryWalk(Session &session, const text::Query &bound, Instant now);

    /// The next ids of the page, in its order. `reads`: of candidates that have to be read at most so many, be it too few for the page.
    std::vector<ItemId> page(const SearchPage &page, std::size_t reads = std::numeric_limits<std::size_t>::max());
    /// Exact up to `cap`, cap + 1 means more.
    int count(const SearchPage &page, int cap);
    bool holds(ItemId item);

private:
    struct Prepared {
        Walk walk;
        std::string from;
    };
    Prepared prepare(SearchPage page) const;
    template <class Each>
    void confirmed(SearchPage page, std::size_t first, std::size_t reads, const Each &each);

    Session &session_;
    CompiledQuery compiled_;
    Confirmer confirmer_;
};

} // namespace vigie::store
