// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/insight/reviews.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace vigie::insight {

namespace {

constexpr std::array<std::pair<const char *, ReviewSplit>, 6> kSplits{{{"place", ReviewSplit::Place}, {"stars", ReviewSplit::Stars}, {"language", ReviewSplit::Language},
                                                                       {"network", ReviewSplit::Network}, {"age", ReviewSplit::Age}, {"answered", ReviewSplit::Answered}}};
constexpr std::array kAges{std::pair{"week", 7}, std::pair{"month", 31}, std::pair{"year", 366}, std::pair{"two_years", 731}};

/// Where it stands among its like, and what it is called.
struct Place {
    int order = 0;
    std::string key;
    friend auto operator<=>(const Place &, const Place &) = default;
};

Place placeOf(const store::ReviewRow &row, ReviewSplit by, Instant now)
{
    switch (by) {
    case ReviewSplit::Place: return {0, row.place};
    case ReviewSplit::Language: return {0, row.lang};
    case ReviewSplit::Network: return {0, row.connector};
    case ReviewSplit::Stars: {
        const int stars = row.rating ? static_cast<int>(std::lround(*row.rating * kStars)) : -1;
        return {-stars, row.rating ? std::to_string(stars) : std::string()};
    }
    case ReviewSplit::Age: {
        if (!row.dated)
            return {9, {}};
        const auto days = std::chrono::duration_cast<std::chrono::hours>(now - row.publishedAt).count() / 24;
        for (std::size_t i = 0; i < kAges.size(); ++i)
            if (days < kAges[i].second)
                return {static_cast<int>(i), kAges[i].first};
        return {static_cast<int>(kAges.size()), "older"};
    }
    case ReviewSplit::Answered: return {row.answeredAt ? 0 : 1, row.answeredAt ? "answered" : "open"};
    }
    return {};
}

} // namespace

const char *toString(ReviewSplit split) noexcept
{
    for (const auto &[name, value] : kSplits)
        if (value == split)
            return name;
    return "place";
}

std::optional<ReviewSplit> reviewSplitFrom(std::string_view name) noexcept
{
    for (const auto &[known, value] : kSplits)
        if (name == known)
            return value;
    return std::nullopt;
}

std::string groupOf(const store::ReviewRow &row, ReviewSplit by, Instant now)
{
    return placeOf(row, by, now).key;
}

std::vector<ReviewGroup> splitReviews(std::span<const store::ReviewRow> rows, ReviewSplit by, Instant now, const ReviewOptions &options)
{
    std::map<Place, std::vector<store::ReviewRow>> parts;
    double sum = 0;
    std::int64_t rated = 0;
    for (const auto &row : rows) {
        parts[placeOf(row, by, now)].push_back(row);
        if (row.rating) {
            sum += *row.rating * kStars;
            ++rated;
        }
    }
    std::vector<ReviewGroup> out;
    for (const auto &[place, part] : parts)
        out.push_back({place.key, summarise(part, now, rated > 0 ? std::optional(sum / static_cast<double>(rated)) : std::nullopt, options)});
    if (by == ReviewSplit::Place || by == ReviewSplit::Language || by == ReviewSplit::Network)
        std::stable_sort(out.begin(), out.end(), [](const ReviewGroup &a, const ReviewGroup &b) { return a.figures.reviews > b.figures.reviews; });
    return out;
}

} // namespace vigie::insight
