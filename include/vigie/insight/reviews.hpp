// SPDX-License-Identifier: GPL-3.0-or-later
// What reviews add up to: means with and without old ones, Bayesian mean, Wilson bound, trend, answers; and the signals of a review
// that is worth a second look, with their reasons and weights, never a verdict.
// Thread: summaries and signals are pure; ReviewReader inside a store job. Errors: Storage..., InvalidInput (unknown zone, empty period).
// Ratings are 0..1 of their scale (a thumb is 0 or 1) and shown as 0..5 stars. Formulas, sources and weights: docs/measures.md
#pragma once

#include <vigie/insight/figure.hpp>
#include <vigie/insight/statistics.hpp>
#include <vigie/store/reviews.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vigie::insight {

inline constexpr double kStars = 5;
/// A review older than this is old: ISO 20488 and NF Z74-501 leave such of hotels and restaurants out of the mean.
inline constexpr int kOldReviewYears = 2;

struct ReviewOptions {
    double prior = 25;                  ///< m: how many reviews the mean of the set weighs
    int last = 20;                      ///< k of the trend: last k against the k before them
};

struct RatingTrend {
    int k = 0;                          ///< of each side
    double before = 0, now = 0;         ///< stars
    Interval difference;                ///< 95 %: Welch 1947
    [[nodiscard]] bool distinguishable() const { return difference.low > 0 || difference.high < 0; }
};

struct ReviewFigures {
    std::int64_t reviews = 0, rated = 0;
    std::optional<double> mean;         ///< stars; none: nobody gave any
    std::array<std::int64_t, 11> distribution{}; ///< by half star, 0 to 5
    std::optional<double> recentMean;   ///< without old ones
    std::int64_t recent = 0;            ///< rated and not old
    std::optional<double> bayesian;     ///< (n R + m C) / (n + m); of nothing it is C
    std::optional<double> priorMean;    ///< C: mean of all that are in the set
    std::optional<Bounds> goodShare;    ///< Wilson 95 % of the share of 4 stars or more; the lower bound ranks
    std::optional<RatingTrend> trend;   ///< none with fewer than 2 k rated, where k is at least 5
    std::int64_t answered = 0, late = 0; ///< late: answered later than the site's readers were told, 7 days (NF Z74-501)
    std::optional<double> responseRate; ///< percent of those older than a day; a younger one may still be answered
    std::optional<double> responseMedian, responseP90; ///< seconds, of those answered
    std::int64_t undated = 0;           ///< in no figure that goes by time
};
/// `priorMean`: of the set they belong to, 0..5; none: their own.
[[nodiscard]] ReviewFigures summarise(std::span<const store::ReviewRow> rows, Instant now, std::optional<double> priorMean, const ReviewOptions &options = {});
[[nodiscard]] double bayesianMean(double mean, std::int64_t n, double prior, double weight);
/// In stars. None with fewer than two on either side.
[[nodiscard]] std::optional<Interval> meanDifference(std::span<const double> before, std::span<const double> now);

/// Why a review is worth a second look (docs/measures.md, Mukherjee 2013, Jindal and Liu 2008, Fei 2013).
enum class ReviewSignal : std::uint8_t { SameText, Burst, OnlyReview, FarFromMean, ManyADay, AlwaysExtreme, YoungAccount };
[[nodiscard]] const char *toString(ReviewSignal signal) noexcept; ///< "same_text", ...
/// Signals of one family say the same thing twice: only different ones are independent.
enum class SignalFamily : std::uint8_t { Text, Time, Account, Rating };
[[nodiscard]] SignalFamily familyOf(ReviewSignal signal) noexcept;
[[nodiscard]] int weightOf(ReviewSignal signal) noexcept;

struct ReviewReason {
    ReviewSignal signal = ReviewSignal::SameText;
    double value = 0;                   ///< likeness; count; stars from the mean of others; days
    double usual = 0;                   ///< of Burst: per day before; FarFromMean: mean of the others
    ItemId other;                       ///< SameText: the review it resembles
};
struct ReviewSheet {
    ItemId review;
    std::vector<ReviewReason> reasons;  ///< heaviest first
    int weight = 0;                     ///< sum
    bool surfaced = false;              ///< two families at least
};
/// One sheet for each review that has a reason, heaviest first. `rows`: all there are of the places, so that habits are known.
[[nodiscard]] std::vector<ReviewSheet> signalSheets(std::span<const store::ReviewRow> rows, Instant since);

struct ReviewGroup {
    std::string key;                    ///< place, language, network; stars "0" to "5"; age "week", "month", "year", "two_years", "older"; "answered", "open"
    ReviewFigures figures;
};
enum class ReviewSplit : std::uint8_t { Place, Stars, Language, Network, Age, Answered };
[[nodiscard]] const char *toString(ReviewSplit split) noexcept;
[[nodiscard]] std::optional<ReviewSplit> reviewSplitFrom(std::string_view name) noexcept;
/// Key of the group that a review is in.
[[nodiscard]] std::string groupOf(const store::ReviewRow &row, ReviewSplit by, Instant now);
/// The largest first; stars and ages in their order.
[[nodiscard]] std::vector<ReviewGroup> splitReviews(std::span<const store::ReviewRow> rows, ReviewSplit by, Instant now, const ReviewOptions &options = {});

struct ReviewRequest {
    FigureScope scope;
    std::optional<std::string> place;   ///< exactly; empty text: those without a place
    std::optional<Period> period;       ///< none: all there are
    ReviewSplit by = ReviewSplit::Place;
    ReviewOptions options;
};
struct ReviewMonth {
    std::int32_t day = 0;               ///< first of the month
    std::int64_t rated = 0;
    std::array<std::int64_t, 6> stars{};///< by whole star, half ones up
    std::optional<double> mean;
};
struct ReviewPage {
    ReviewFigures all;
    std::vector<ReviewGroup> groups;
    std::vector<ReviewMonth> months;    ///< oldest first, those without reviews too
    std::vector<ReviewSheet> sheets;    ///< surfaced ones, of the last 90 days
    std::vector<store::ReviewRow> rows; ///< those of the sheets, in their order; then, newest first, what was changed after our answer, or is gone
    std::vector<std::string> places;    ///< of all reviews of the scope, the largest first
};

class ReviewReader {
public:
    explicit ReviewReader(store::Tx &tx) : tx_(tx) {}
    Result<ReviewPage> page(const ReviewRequest &request);
    /// The reviews of one group, newest first.
    Result<std::vector<ItemId>> rows(const ReviewRequest &request, const std::string &group, const store::SearchPage &page);
    /// How many reviews gave 0 to 5 whole stars, half ones up, in each stretch from one of `starts` to the next, the last to the end of the
    /// period; what is gone, or has no date or stars, is in none.
    Result<std::vector<std::array<std::int64_t, 6>>> stars(const ReviewRequest &request, std::span<const Instant> starts);

private:
    struct Read {
        std::vector<store::ReviewRow> rows; ///< those that are gone with them
        Instant now;                        ///< ages count to it: end of the period, or now
        std::vector<std::string> places;
    };
    Result<Read> read(const ReviewRequest &request);
    store::Tx &tx_;
};

/// Changed after our last answer, or gone: a person decides what that means for the answer.
[[nodiscard]] bool wantsALook(const store::ReviewRow &row);
/// RFC 4180: review, place, network, day, stars, weight, reasons; nothing of who wrote it and none of its words. `lang`: "fr", "en".
[[nodiscard]] std::string sheetsCsv(const ReviewPage &page, std::string_view lang);
/// The reason in a sentence.
[[nodiscard]] std::string reasonText(const ReviewReason &reason, std::string_view lang);

} // namespace vigie::insight
