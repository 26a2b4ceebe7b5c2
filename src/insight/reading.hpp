// SPDX-License-Identifier: GPL-3.0-or-later
// What a figure is read from: the columns and rows of one scope over one stretch of time, gathered as they are asked for.
// Thread: inside a store job. Errors: Storage..., InvalidInput (words that are no query), NotFound (query).
#pragma once

#include "insight/scan.hpp"
#include "insight/scope_rows.hpp"
#include "insight/tally.hpp"

#include <vigie/model/saved_query.hpp>
#include <vigie/store/figures.hpp>
#include <vigie/store/sla.hpp>

#include <span>

namespace vigie::insight {

class Reading {
public:
    /// All later questions lie within `whole`; `before`: so much earlier some figures look back.
    static Result<Reading> over(store::Tx &tx, Columns &columns, const FigureScope &scope, const Stretch &whole, std::chrono::hours before = {});
    /// The same time with another scope.
    [[nodiscard]] Result<Reading> with(const FigureScope &scope) const { return over(tx_, columns_, scope, whole_, before_); }

    [[nodiscard]] store::Tx &tx() const { return tx_; }
    [[nodiscard]] const FigureScope &scope() const { return scope_; }
    [[nodiscard]] const std::string &zone() const { return zone_; }
    [[nodiscard]] const ColumnState &state() const { return *state_; }
    [[nodiscard]] PostFilter &filter() { return filter_; }
    [[nodiscard]] double judged() const { return judged_; } ///< share of history looked at for the query
    [[nodiscard]] const Stretch &whole() const { return whole_; }

    template <class Each>
    void scan(const Stretch &stretch, Each &&each) const
    {
        scanPosts(*state_, filter_, columnSecond(stretch.from), endSecond(stretch.to), std::forward<Each>(each));
    }
    [[nodiscard]] Tally tally(const Stretch &stretch, Sums sums) const;
    /// Distinct known authors.
    [[nodiscard]] std::int64_t people(const Stretch &stretch) const;
    /// By posts, most first; posts of unknown authors are left out.
    [[nodiscard]] std::vector<AuthorPosts> authors(const Stretch &stretch) const;
    /// Matches that are ours, gone, spam or kept aside.
    [[nodiscard]] std::int64_t excluded(const Stretch &stretch) const;
    /// Ids of the posts, newest first, those before `page.before`, at most `page.limit`.
    [[nodiscard]] std::vector<ItemId> posts(const Stretch &stretch, Behind behind, const store::SearchPage &page) const;

    Result<std::vector<store::OwnPost>> ownPosts(const Stretch &stretch) const;
    /// Clocks of conversations of these networks that began in the stretch, or ended in it.
    Result<std::vector<store::SlaResult>> clocks(const Stretch &stretch, bool byEnd) const;
    /// Brand and competitors, and the query of the scope where it is none of them, first.
    Result<std::vector<SavedQuery>> panel() const;

private:
    Reading(store::Tx &tx, Columns &columns, FigureScope scope, const Stretch &whole, std::chrono::hours before)
        : tx_(tx), columns_(columns), scope_(std::move(scope)), whole_(whole), before_(before)
    {
    }
    Result<void> readQuery();
    Result<void> select(const std::vector<std::string> &words);
    Result<void> number();

    store::Tx &tx_;
    Columns &columns_;
    FigureScope scope_;
    Stretch whole_;
    std::chrono::hours before_;
    std::string zone_, source_; ///< source_: of a query that is not kept in the match table
    double judged_ = 1;
    std::shared_ptr<const ColumnState> state_;
    PostFilter filter_;
};

} // namespace vigie::insight
