// SPDX-License-Identifier: GPL-3.0-or-later
// Walks over item ids, newest or oldest first, that satisfy conditions; what search, columns and figures share.
// Thread: that of the session. Errors: throws; callers are inside Session::guard().
#pragma once

#include "store/search_compile.hpp"
#include "store/search_confirm.hpp"

#include <vigie/store/items.hpp>

#include <chrono>
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
    static constexpr ItemId kFirst{std::numeric_limits<std::int64_t>::min()}, kLast{std::numeric_limits<std::int64_t>::max()};

    explicit Walk(std::string column) : column_(std::move(column)) {}
    void where(const std::string &condition, const std::vector<Bound> &values = {});
    /// Keyset, direction, and the exact [from, to).
    void page(Session &session, const SearchPage &page);
    /// Only from `first` to `last`. Bounds are put together: the full-text index takes one of each kind, and would walk to the others.
    void within(ItemId first, ItemId last);
    /// Runs "SELECT <column> FROM <from> WHERE ... ORDER BY <column> ... LIMIT".
    std::vector<ItemId> run(Session &session, const std::string &from, int limit);
    /// The same until a time, with what was found until then; false: it did not come to its end.
    bool runUntil(Session &session, const std::string &from, int limit, std::chrono::steady_clock::time_point end, std::vector<ItemId> &out);
    int count(Session &session, const std::string &from, int cap);
    /// The n-th id of the walk; nothing when it is shorter.
    std::optional<ItemId> nth(Session &session, const std::string &from, int n);

    /// Rows in the order of the table, through SOCI or, where rows are many, straight.
    template <class... Columns, class F>
    void each(Session &session, const std::string &what, const std::string &from, F &&row)
    {
        session.each<Columns...>(sql(what, from), valuesWith(), std::forward<F>(row));
    }
    void scan(Session &session, const std::string &what, const std::string &from, const std::function<void(const HotStatement &)> &row);

private:
    [[nodiscard]] std::string sql(const std::string &what, const std::string &from) const;
    void gather(Session &session, const std::string &from, int limit, std::vector<ItemId> &out);

    [[nodiscard]] std::vector<Bound> valuesWith(std::optional<long long> last = {}) const;
    [[nodiscard]] bool empty() const { return first_ > last_; }

    std::string column_, where_;
    std::vector<Bound> values_;
    ItemId first_ = kFirst, last_ = kLast;
    bool oldestFirst_ = false;
};

/// How far a walk may go before it stops, be it too few for the page.
struct WalkLimits {
    std::size_t reads = std::numeric_limits<std::size_t>::max(); ///< of candidates that have to be read
    std::optional<std::chrono::steady_clock::time_point> until;  ///< looked at between reads
    ItemId floor;                                                ///< only newer than this
    std::optional<std::chrono::steady_clock::time_point> end;    ///< the index itself is ended then, where it seeks without giving a row
};

/// A bound query over the items, however much of it SQL can say.
class QueryWalk {
public:
    /// `common`: see compileQuery().
    QueryWalk(Session &session, const text::Query &bound, Instant now, CommonBeginnings common = {});

    /// The next ids of the page, in its order.
    std::vector<ItemId> page(const SearchPage &page, const WalkLimits &limits = {});
    /// All ids of the page's stretch, ascending.
    void all(SearchPage page, std::vector<ItemId> &out);
    /// Exact up to `cap`, cap + 1 means more.
    int count(const SearchPage &page, int cap, const WalkLimits &limits = {});
    bool holds(ItemId item);

    /// The last page or count stopped at a limit of reads or time; what it says holds for all newer than this (in a walk from the oldest: older).
    [[nodiscard]] std::optional<ItemId> stoppedAt() const { return stoppedAt_; }
    /// The index has to gather all that begins so before it gives the first row: such a walk is not cut into pieces.
    [[nodiscard]] bool gathers() const { return compiled_.match.find("\" *") != std::string::npos; }

private:
    struct Prepared {
        Walk walk;
        std::string from;
    };
    enum class Lead : std::uint8_t { Index, Holders };
    Prepared prepare(SearchPage page, ItemId floor, Lead lead = Lead::Index) const;
    /// False: the time was up; `out` is what came before.
    bool listed(const SearchPage &page, const WalkLimits &limits, Lead lead, int limit, std::vector<ItemId> &out);
    [[nodiscard]] bool fewHold() const { return compiled_.holders.has_value(); }
    template <class Each>
    void each(SearchPage page, std::size_t first, const WalkLimits &limits, const Each &each);
    /// Where it goes on after `found`, the last of which was the last that was looked at.
    static ItemId behind(const std::vector<ItemId> &found, const SearchPage &page) { return found.empty() ? page.before : found.back(); }
    template <class Each>
    bool confirmed(SearchPage &page, Lead lead, std::size_t first, const WalkLimits &limits, const Each &each);

    Session &session_;
    CompiledQuery compiled_;
    Confirmer confirmer_;               ///< of what the index cannot say
    std::optional<Confirmer> whole_;    ///< of all the query, for what was found without the index
    std::optional<ItemId> stoppedAt_;
};

} // namespace vigie::store
