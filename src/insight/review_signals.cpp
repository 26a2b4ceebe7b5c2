// SPDX-License-Identifier: GPL-3.0-or-later
// Signals of reviews: facts that may have an honest reason. Nothing here says what a review is.
#include <vigie/insight/reviews.hpp>
#include <vigie/insight/trends.hpp>
#include <vigie/text/near_duplicate.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <unordered_map>

namespace vigie::insight {

namespace {

using store::ReviewRow;

constexpr std::chrono::hours kHalfDay{12}, kHistory{24 * 90}, kLeastHistory{24 * 14};
constexpr double kSame = 0.7, kFar = 2.5, kChance = 0.001, kYoungDays = 7, kDay = 86400, kTiny = 1e-9;
constexpr std::size_t kLeastLetters = 20;
constexpr int kLeastBurst = 5, kLeastOthers = 5, kLeastMany = 3, kLeastExtreme = 3;

struct Known {
    const char *name;
    SignalFamily family;
    int weight;
};
constexpr std::array<Known, 7> kKnown{{{"same_text", SignalFamily::Text, 3}, {"burst", SignalFamily::Time, 2}, {"only_review", SignalFamily::Account, 1}, {"far_from_mean", SignalFamily::Rating, 2},
                                       {"many_a_day", SignalFamily::Time, 2}, {"always_extreme", SignalFamily::Rating, 1}, {"young_account", SignalFamily::Account, 2}}};

const Known &known(ReviewSignal signal)
{
    return kKnown[static_cast<std::size_t>(signal)];
}

double daysBetween(Instant from, Instant to)
{
    return std::chrono::duration<double>(to - from).count() / kDay;
}

/// How many of the times, in their order, lie in [from, to).
int within(const std::vector<Instant> &times, Instant from, Instant to)
{
    return static_cast<int>(std::lower_bound(times.begin(), times.end(), to) - std::lower_bound(times.begin(), times.end(), from));
}

/// What is usual at the places and with the people of the reviews.
class Habits {
public:
    explicit Habits(std::span<const ReviewRow> rows)
    {
        for (const auto &row : rows) {
            auto &place = places_[row.connector + '\n' + row.place];
            if (row.dated)
                place.times.push_back(row.publishedAt);
            if (row.rating) {
                place.stars += *row.rating * kStars;
                ++place.rated;
            }
            if (row.author == 0)
                continue;
            auto &author = authors_[row.author];
            ++author.reviews;
            if (row.dated)
                author.times.push_back(row.publishedAt);
            if (row.rating) {
                ++author.rated;
                author.extreme += *row.rating <= 1 / kStars + kTiny || *row.rating >= 1 - kTiny ? 1 : 0;
            }
        }
        for (auto &[key, place] : places_)
            std::sort(place.times.begin(), place.times.end());
        for (auto &[id, author] : authors_)
            std::sort(author.times.begin(), author.times.end());
    }

    void judge(const ReviewRow &row, std::vector<ReviewReason> &out) const
    {
        const auto &place = places_.at(row.connector + '\n' + row.place);
        burst(row, place, out);
        far(row, place, out);
        const auto author = authors_.find(row.author);
        if (author == authors_.end())
            return;
        if (author->second.reviews == 1)
            out.push_back({ReviewSignal::OnlyReview, 1, 0, {}});
        if (const int many = row.dated ? within(author->second.times, row.publishedAt - kHalfDay, row.publishedAt + kHalfDay) : 0; many >= kLeastMany)
            out.push_back({ReviewSignal::ManyADay, static_cast<double>(many), 0, {}});
        if (author->second.rated >= kLeastExtreme && author->second.extreme == author->second.rated)
            out.push_back({ReviewSignal::AlwaysExtreme, static_cast<double>(author->second.rated), 0, {}});
        if (row.dated && row.authorSince)
            if (const double age = daysBetween(*row.authorSince, row.publishedAt); age >= 0 && age < kYoungDays)
                out.push_back({ReviewSignal::YoungAccount, std::floor(age), 0, {}});
    }

private:
    struct Place {
        std::vector<Instant> times;
        double stars = 0;
        int rated = 0;
    };
    struct Author {
        int reviews = 0, rated = 0, extreme = 0;
        std::vector<Instant> times;
    };

    /// More in the day around it than the ninety days before it lead to expect: one-sided, exact.
    static void burst(const ReviewRow &row, const Place &place, std::vector<ReviewReason> &out)
    {
        if (!row.dated)
            return;
        const auto begin = row.publishedAt - kHalfDay;
        const auto first = std::max(place.times.front(), begin - kHistory);
        const int count = within(place.times, begin, row.publishedAt + kHalfDay);
        if (count < kLeastBurst || begin - first < kLeastHistory)
            return;
        const int before = within(place.times, first, begin);
        const double days = daysBetween(first, begin);
        if (trendChance(count, before, days) < kChance)
            out.push_back({ReviewSignal::Burst, static_cast<double>(count), before / days, {}});
    }
    static void far(const ReviewRow &row, const Place &place, std::vector<ReviewReason> &out)
    {
        if (!row.rating || place.rated <= kLeastOthers)
            return;
        const double stars = *row.rating * kStars, others = (place.stars - stars) / (place.rated - 1);
        if (std::abs(stars - others) >= kFar - kTiny)
            out.push_back({ReviewSignal::FarFromMean, std::abs(stars - others), others, {}});
    }

    std::map<std::string, Place> places_;
    std::unordered_map<std::int64_t, Author> authors_;
};

/// The text of another account that is most like it. Only texts that share a key are compared.
class Texts {
public:
    explicit Texts(std::span<const ReviewRow> rows) : rows_(rows)
    {
        texts_.reserve(rows.size());
        for (std::size_t i = 0; i < rows.size(); ++i) {
            texts_.emplace_back(rows[i].text);
            if (texts_[i].length() >= kLeastLetters)
                for (const auto key : text::candidateKeys(texts_[i]))
                    byKey_[key].push_back(i);
        }
    }
    void judge(std::size_t at, std::vector<ReviewReason> &out) const
    {
        if (texts_[at].length() < kLeastLetters)
            return;
        ReviewReason best{ReviewSignal::SameText, 0, 0, {}};
        for (const auto key : text::candidateKeys(texts_[at]))
            for (const auto other : byKey_.at(key)) {
                const bool samePerson = rows_[at].author != 0 && rows_[other].author == rows_[at].author;
                if (other == at || samePerson)
                    continue;
                const double likeness = text::likenessOf(texts_[at], texts_[other]).jaccard;
                if (likeness >= kSame && (likeness > best.value || (likeness == best.value && rows_[other].item < best.other))) {
                    best.value = likeness;
                    best.other = rows_[other].item;
                }
            }
        if (best.other)
            out.push_back(best);
    }

private:
    std::span<const ReviewRow> rows_;
    std::vector<text::NearText> texts_;
    std::unordered_map<std::uint32_t, std::vector<std::size_t>> byKey_;
};

ReviewSheet sheetOf(ItemId review, std::vector<ReviewReason> reasons)
{
    ReviewSheet sheet{review, std::move(reasons), 0, false};
    std::stable_sort(sheet.reasons.begin(), sheet.reasons.end(), [](const auto &a, const auto &b) { return weightOf(a.signal) > weightOf(b.signal); });
    for (const auto &reason : sheet.reasons) {
        sheet.weight += weightOf(reason.signal);
        sheet.surfaced |= familyOf(reason.signal) != familyOf(sheet.reasons.front().signal);
    }
    return sheet;
}

} // namespace

const char *toString(ReviewSignal signal) noexcept
{
    return known(signal).name;
}

SignalFamily familyOf(ReviewSignal signal) noexcept
{
    return known(signal).family;
}

int weightOf(ReviewSignal signal) noexcept
{
    return known(signal).weight;
}

std::vector<ReviewSheet> signalSheets(std::span<const ReviewRow> rows, Instant since)
{
    const Habits habits(rows);
    const Texts texts(rows);
    std::vector<ReviewSheet> out;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].publishedAt < since)
            continue;
        std::vector<ReviewReason> reasons;
        habits.judge(rows[i], reasons);
        texts.judge(i, reasons);
        if (!reasons.empty())
            out.push_back(sheetOf(rows[i].item, std::move(reasons)));
    }
    std::stable_sort(out.begin(), out.end(), [](const ReviewSheet &a, const ReviewSheet &b) { return a.weight != b.weight ? a.weight > b.weight : a.review > b.review; });
    return out;
}

} // namespace vigie::insight
