// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/search_steps.hpp>

#include "store/desk_facts.hpp"
#include "store/rollup.hpp"
#include "store/search.hpp"
#include "store/search_near.hpp"

#include <algorithm>
#include <limits>
#include <string>

namespace vigie::store {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::int64_t kFirstShare = 1024; ///< of all history in the first stretch
constexpr int kStretches = 6;              ///< that a budget is to have room for
constexpr double kMostGrowth = 8;
constexpr int kGrace = 4;                  ///< that part of a budget more before the index is ended within a stretch

/// Stretches of history, newest first, each as long as the one before let hope for.
class Stretches {
public:
    Stretches(Session &session, ItemId before, std::chrono::milliseconds budget)
        : wanted_(std::chrono::duration<double>(budget).count() / kStretches), until_(Clock::now() + budget),
          end_(until_ + (budget.count() > 0 ? std::max(budget / kGrace, std::chrono::milliseconds(2)) : budget))
    {
        const auto end = [&](const char *which) {
            return session.one<std::int64_t>(std::string("SELECT item_id FROM query_match WHERE query_id=? ORDER BY item_id ") + which + " LIMIT 1", kEverything);
        };
        oldest_ = end("ASC").value_or(0);
        const auto newest = end("DESC").value_or(0);
        top_ = before ? std::min(before.value, newest + 1) : newest + 1;
        width_ = std::max<std::int64_t>((newest - oldest_) / kFirstShare, 1);
    }
    void notInPieces() { width_ = std::numeric_limits<std::int64_t>::max(); }

    /// `look(before, limits)` says where it stopped within. Where all stopped; none: at the end, or with enough.
    template <class Look>
    std::optional<ItemId> each(const Look &look)
    {
        while (top_ > oldest_) {
            const auto floor = top_ - oldest_ <= width_ ? oldest_ - 1 : top_ - width_;
            const auto from = Clock::now();
            const std::optional<ItemId> within = look(ItemId{top_}, WalkLimits{std::numeric_limits<std::size_t>::max(), until_, ItemId{floor}, end_});
            if (enough_)
                return std::nullopt;
            const auto now = Clock::now();
            if (within)
                return within;
            top_ = floor + 1;
            if (now >= until_)
                return top_ > oldest_ ? std::optional(ItemId{top_}) : std::nullopt;
            const auto took = std::max(std::chrono::duration<double>(now - from).count(), 1e-6);
            const auto next = static_cast<double>(width_) * std::clamp(wanted_ / took, 1 / kMostGrowth, kMostGrowth);
            width_ = next < 1e18 ? std::max(static_cast<std::int64_t>(next), std::int64_t{1}) : std::numeric_limits<std::int64_t>::max();
        }
        return std::nullopt;
    }
    void enough() { enough_ = true; }

private:
    double wanted_;
    Clock::time_point until_, end_;
    std::int64_t oldest_ = 0, top_ = 0, width_ = 1;
    bool enough_ = false;
};

} // namespace

Result<SearchedPart> SearchSteps::search(const text::Query &query, const SearchPage &page)
{
    if (page.oldestFirst) {
        VIGIE_TRY(auto ids, Items(tx_).search(query, page));
        return SearchedPart{std::move(ids), {}};
    }
    auto &session = tx_.session();
    return session.guard([&]() -> Result<SearchedPart> {
        VIGIE_TRY(const auto whole, bound(session, query, tx_.now()));
        if (auto near = searchNear(session, whole, page))
            return SearchedPart{std::move(*near), {}};
        Stretches stretches(session, page.before, budget_);
        const auto common = commonBeginnings(session, whole);
        QueryWalk walk(session, whole, tx_.now(), common);
        if (walk.gathers())
            stretches.notInPieces();
        SearchedPart out;
        out.stoppedAt = stretches.each([&](ItemId before, const WalkLimits &limits) {
            auto next = page;
            next.before = before;
            next.limit = page.limit - static_cast<int>(out.ids.size());
            const auto found = walk.page(next, limits);
            out.ids.insert(out.ids.end(), found.begin(), found.end());
            if (static_cast<int>(out.ids.size()) >= page.limit)
                stretches.enough();
            return walk.stoppedAt();
        });
        return out;
    });
}

Result<CountedPart> SearchSteps::count(const text::Query &query, int cap, ItemId before)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<CountedPart> {
        VIGIE_TRY(const auto whole, bound(session, query, tx_.now()));
        Stretches stretches(session, before, budget_);
        const auto common = commonBeginnings(session, whole);
        QueryWalk walk(session, whole, tx_.now(), common);
        if (walk.gathers())
            stretches.notInPieces();
        CountedPart out;
        out.stoppedAt = stretches.each([&](ItemId top, const WalkLimits &limits) {
            SearchPage page;
            page.before = top;
            out.count += walk.count(page, cap - out.count, limits);
            if (out.count > cap)
                stretches.enough();
            return walk.stoppedAt();
        });
        return out;
    });
}

} // namespace vigie::store
