// SPDX-License-Identifier: GPL-3.0-or-later
// The figures of the dashboard, each with its change, its coverage and what leads back to its rows.
// Thread: inside a store job. Errors: Storage..., InvalidInput (unknown zone, empty period).
// Formulas: docs/measures.md; null, never 0, when a denominator is 0 or unknown.
#pragma once

#include <vigie/base/result.hpp>
#include <vigie/insight/figure.hpp>
#include <vigie/model/sync.hpp>
#include <vigie/store/figures.hpp>

#include <optional>
#include <string>
#include <vector>

namespace vigie::insight {

struct DashboardFilter {
    Period period;
    QueryId brand;                       ///< none: the first query with role Brand, else everything
    std::vector<std::string> networks;   ///< connector ids; empty: all
    bool withoutRelays = false;          ///< mentions, tone, share of voice and members by originals only
};

struct Indicator {
    std::string key;                     ///< "mentions", "net_sentiment", "engagement_rate", "response_median", "response_p90", "share_of_voice"
    Unit unit = Unit::Count;
    std::optional<double> value, before; ///< none: no data (denominator zero or unknown)
    std::optional<double> change;        ///< Count, Seconds: relative (0.18 is +18 %); Points, Percent: difference
    std::optional<Interval> changeInterval; ///< 95 %
    bool distinguishable = false;        ///< the interval does not hold zero
    std::int64_t n = 0;                  ///< rows behind the value
    std::int64_t open = 0;               ///< response times: conversations not answered yet
    std::vector<double> byDay;           ///< for the small curve; NaN where there is no data
    std::string formula;                 ///< "response time = answered - asked, median of n; open: not counted", in English for exports
};

struct ShareRow {
    QueryId query;
    std::string name;
    std::int64_t mentions = 0;
    double share = 0;                    ///< 0..1 of the sum of the panel
};

struct DashboardPage {
    DashboardFilter filter;
    std::string zone, brandName;
    std::vector<Indicator> indicators;   ///< in the order of the tiles
    std::vector<store::DayCell> days;    ///< every day of the period, zeros included
    std::vector<store::DayCell> daysBefore;
    std::vector<ShareRow> panel;
    std::vector<store::TopMember> members;
    Coverage coverage, coverageBefore;
    int aside = 0;                       ///< mentions of the period that the brand's filter keeps aside: no figure counts them
};

class Dashboard {
public:
    explicit Dashboard(store::Tx &tx) : tx_(tx) {}
    Result<DashboardPage> page(const DashboardFilter &filter);
    /// Rows behind an indicator, newest first.
    Result<std::vector<ItemId>> rows(const DashboardFilter &filter, const std::string &indicatorKey, const store::SearchPage &page);

private:
    store::Tx &tx_;
};

/// RFC 4180, UTF-8, one line per figure: key, value, unit, n, before, change, low, high, coverage, from, to, zone, formula.
[[nodiscard]] std::string toCsv(const DashboardPage &page);

} // namespace vigie::insight
