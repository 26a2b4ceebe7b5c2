// SPDX-License-Identifier: GPL-3.0-or-later
// How a figure of the catalogue is read. One file a family; a new figure is a row in its file, a new family a line in builtin.cpp.
// Thread: inside a store job. Errors: those of the reading.
#pragma once

#include "insight/reading.hpp"
#include "insight/uncertainty.hpp"
#include "insight/waits.hpp"

#include <vigie/insight/figure.hpp>

#include <vector>

namespace vigie::insight {

/// As much before the stretch as it is long.
inline constexpr std::chrono::hours kAsLong{-1};

/// The rows a figure is measured from, told while it is measured, where somebody asks for them.
struct RowsTold {
    bool asked = false;
    std::vector<ItemId> items;
    std::vector<TicketId> tickets;   ///< of which the first messages are the rows
    void take(ItemId item)
    {
        if (asked)
            items.push_back(item);
    }
    void take(TicketId ticket)
    {
        if (asked)
            tickets.push_back(ticket);
    }
};

/// Which rows a proof of a figure carries.
struct ProofNeeds {
    bool posts = false, panel = false;   ///< panel: those of the brand and its competitors
    bool reviews = false;                ///< posts: reviews alone, with those that the mean of all is made of
    bool counts = false, people = false, answers = false, relays = false, sites = false;
    bool apart = false;                  ///< who is not ranked, of the authors
    bool ownPosts = false, followers = false, readings = false;
    bool conversations = false, moments = false, clocks = false;
    bool goals = false, surveys = false; ///< what was entered
};

struct MetricDef {
    using OfPosts = Result<void> (*)(const Reading &, const Stretch &, Figure &);
    using OfRows = Result<void> (*)(const Reading &, const Stretch &, Figure &, RowsTold &);

    Metric metric;
    Behind behind = Behind::Mentions;
    /// Of sums alone: many buckets and parts are then one pass. n is the sum's count of what stands behind the figure.
    void (*ofTally)(const Tally &, Figure &) = nullptr;
    /// Of the posts that `behind` names.
    OfPosts ofPosts = nullptr;
    /// Of rows that it tells itself. One of the three is set.
    OfRows ofRows = nullptr;
    std::chrono::hours lookBack{0};  ///< read before the stretch, too
    ProofNeeds needs = {};
};

/// In the order in which they are offered.
[[nodiscard]] const std::vector<MetricDef> &builtinMetrics();
[[nodiscard]] const MetricDef *metricDef(std::string_view key);

void addMentionMetrics(std::vector<MetricDef> &to);
void addToneMetrics(std::vector<MetricDef> &to);
void addIndexMetrics(std::vector<MetricDef> &to);
void addVoiceMetrics(std::vector<MetricDef> &to);
void addReachMetrics(std::vector<MetricDef> &to);
void addEngagementMetrics(std::vector<MetricDef> &to);
void addFollowerMetrics(std::vector<MetricDef> &to);
void addCareMetrics(std::vector<MetricDef> &to);
void addCaseMetrics(std::vector<MetricDef> &to);
void addReviewMetrics(std::vector<MetricDef> &to);
void addCommunityMetrics(std::vector<MetricDef> &to);
void addMemberMetrics(std::vector<MetricDef> &to);
void addSpreadMetrics(std::vector<MetricDef> &to);
void addPaceMetrics(std::vector<MetricDef> &to);
void addEstimateMetrics(std::vector<MetricDef> &to);
void addCaseTimeMetrics(std::vector<MetricDef> &to);
void addEnteredMetrics(std::vector<MetricDef> &to);

/// Of the figures from the one at `first` on.
inline void needAll(std::vector<MetricDef> &to, std::size_t first, const ProofNeeds &needs)
{
    for (; first < to.size(); ++first)
        to[first].needs = needs;
}

// What several families say alike ----------------------------------------------------------------------------------------
inline constexpr std::int64_t kSmallSample = 30; ///< under so many, a share or a median says little

inline void note(Figure &figure, Note::Kind kind, std::int64_t count, std::optional<Instant> since = {})
{
    figure.notes.push_back({kind, count, since});
}
/// Counts with Garwood's interval.
void setCount(Figure &figure, std::int64_t count);
/// 100 k / n with Wilson's interval; no value for n = 0.
void setShare(Figure &figure, std::int64_t k, std::int64_t n);
/// `factor` times a sum ratio or mean over `n` rows.
void setRatio(Figure &figure, const std::optional<SumRatio> &ratio, double factor, std::int64_t n);
/// Quantile of seconds (type 7) with bounds by order statistics.
void setQuantile(Figure &figure, std::vector<double> seconds, double q);
/// The same of waits of which some have not ended: where these are more than a tenth it is that of Kaplan and Meier, which takes them into account.
void setWaitQuantile(Figure &figure, const Waits &waits, double q);
void noteOpen(Figure &figure, const Waits &waits);
/// A sum over the `known` of `all` rows: no value where none is, and the others are said.
void setKnown(Figure &figure, double value, std::int64_t known, std::int64_t all);

} // namespace vigie::insight
