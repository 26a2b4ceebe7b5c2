// SPDX-License-Identifier: GPL-3.0-or-later
// "About us" or not: a small filter of one query, learned from the marks of the person alone. It is a naive Bayes model of the
// features that are present, with an even prior (who marks, marks what disturbs: the share of marks says nothing of the share
// of mentions). A feature f that stands in a_f of A mentions marked "about us" and in o_f of O marked "not about us" weighs
//
//     w(f) = ln((a_f + 1) / (A + 2)) - ln((o_f + 1) / (O + 2))          (Laplace's rule of succession on both sides)
//
// and a mention is about something else with 1 / (1 + exp(sum of w)). Features are folded words, pairs of neighbours, author,
// network and language. Only those seen in two marks count, at most kMostCounted, the heaviest first, and no word twice.
// After: Manning, Raghavan, Schuetze, Introduction to Information Retrieval, 2008, ch. 13 (the Bernoulli model, features that
// are absent left out); Ng and Jordan 2002 for why it is this model and no other at a few dozen marks.
// The same marks give the same answer in any order. Formula and choices: docs/relevance.md.
// Thread: pure functions. Errors: none.
#pragma once

#include <vigie/model/item.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace vigie::text {

/// Marks of either kind from which the filter acts by itself.
inline constexpr int kLeastMarks = 10;
/// Marks in all from which its answers are measured.
inline constexpr int kLeastMeasured = 50;
inline constexpr int kMostCounted = 15;
inline constexpr double kUsualThreshold = 0.9;

/// "jus", "jus d", "author:ada", "network:mastodon", "lang:fr". Words carry the places where they first stand.
struct RelevanceFeature {
    std::string name;
    std::uint32_t from = 0, to = 0; ///< words of the text; equal: not a word
};
[[nodiscard]] std::vector<RelevanceFeature> relevanceFeatures(const Item &item);

struct RelevanceExample {
    std::vector<RelevanceFeature> features;
    bool about = true;
};

/// One feature that counted: how many marks of either kind hold it, and what it adds. Above 0: speaks for "about us".
struct RelevanceReason {
    std::string name;
    int about = 0, other = 0;
    double weight = 0;
};
struct RelevanceVerdict {
    double other = 0.5;                    ///< how likely it is about something else
    std::vector<RelevanceReason> reasons;  ///< heaviest first
};

class RelevanceModel {
public:
    void add(const RelevanceExample &example) { count(example, 1); }
    void remove(const RelevanceExample &example) { count(example, -1); }
    [[nodiscard]] int about() const { return about_; }
    [[nodiscard]] int other() const { return other_; }
    /// False: too few marks of either kind to act by itself.
    [[nodiscard]] bool ready() const { return about_ >= kLeastMarks && other_ >= kLeastMarks; }
    [[nodiscard]] RelevanceVerdict judge(std::span<const RelevanceFeature> features) const;

private:
    struct Seen {
        int about = 0, other = 0;
    };
    void count(const RelevanceExample &example, int sign);
    std::unordered_map<std::string, Seen> seen_;
    int about_ = 0, other_ = 0;
};

/// Every mark judged by a filter that learned from all the others (leave-one-out).
struct RelevanceMeasure {
    int about = 0, lost = 0;   ///< marked "about us"; of these, those the filter would have put aside
    int other = 0, caught = 0; ///< marked "not about us"; of these, those it would have put aside
    [[nodiscard]] bool measured() const { return about + other >= kLeastMeasured; }
};
[[nodiscard]] RelevanceMeasure measureRelevance(std::span<const RelevanceExample> examples, double threshold);

} // namespace vigie::text
