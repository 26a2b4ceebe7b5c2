// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/proof/replay.hpp"

#include "insight/uncertainty.hpp"

#include <vigie/base/time.hpp>
#include <vigie/insight/reputation.hpp>
#include <vigie/insight/statistics.hpp>

#include <algorithm>
#include <charconv>

namespace vigie::insight {

namespace {

constexpr double kZ = 1.959963984540054, kMuchOpen = 0.1;
using Rows = std::vector<ProofRow>;

struct Counts {
    std::int64_t positive = 0, neutral = 0, negative = 0, relays = 0;
    [[nodiscard]] std::int64_t total() const { return positive + neutral + negative; }
};

Result<Counts> countPosts(const Rows &rows, std::size_t first)
{
    Counts counts;
    for (const auto &row : rows) {
        const auto &tone = row.cells[first + 5], &relay = row.cells[first + 6];
        if ((tone != "-1" && tone != "0" && tone != "1") || (relay != "0" && relay != "1"))
            return fail(Errc::InvalidInput, "a tone is -1, 0 or 1, a relay 0 or 1");
        ++(tone == "1" ? counts.positive : tone == "-1" ? counts.negative : counts.neutral);
        counts.relays += relay == "1" ? 1 : 0;
    }
    return counts;
}

ProofResult countOf(std::int64_t count)
{
    const auto bounds = poissonExact(count);
    return ProofResult{static_cast<double>(count), count, Interval{bounds.first, bounds.second}};
}

/// Stretched by `factor` and moved by `shift`; no value of nothing.
ProofResult shareOf(std::int64_t k, std::int64_t n, double factor = 100, double shift = 0)
{
    ProofResult out{{}, n, {}};
    if (const auto bounds = wilson(k, n)) {
        out.value = factor * static_cast<double>(k) / static_cast<double>(n) + shift;
        out.interval = Interval{factor * bounds->first + shift, factor * bounds->second + shift};
    }
    return out;
}

template <ProofResult (*Of)(const Counts &)>
Result<ProofResult> ofPosts(const Rows &rows, const std::string &)
{
    VIGIE_TRY(const auto counts, countPosts(rows, 0));
    return Of(counts);
}

ProofResult netTone(const Counts &counts)
{
    ProofResult out{{}, counts.total(), {}};
    if (const auto net = netSentiment(counts.positive, counts.neutral, counts.negative)) {
        out.value = net->value;
        out.interval = Interval{std::max(-100.0, net->value - kZ * net->error), std::min(100.0, net->value + kZ * net->error)};
    }
    return out;
}

ProofResult allOf(const Counts &counts) { return countOf(counts.total()); }
ProofResult originals(const Counts &counts) { return countOf(counts.total() - counts.relays); }
ProofResult relays(const Counts &counts) { return countOf(counts.relays); }
ProofResult originalsShare(const Counts &counts) { return shareOf(counts.total() - counts.relays, counts.total()); }
ProofResult positives(const Counts &counts) { return countOf(counts.positive); }
ProofResult negatives(const Counts &counts) { return countOf(counts.negative); }
ProofResult positiveShare(const Counts &counts) { return shareOf(counts.positive, counts.total()); }
ProofResult negativeShare(const Counts &counts) { return shareOf(counts.negative, counts.total()); }
ProofResult polarityShare(const Counts &counts) { return shareOf(counts.positive + counts.negative, counts.total()); }
ProofResult polarTone(const Counts &counts) { return shareOf(counts.positive, counts.positive + counts.negative, 200, -100); }
ProofResult brandHealth(const Counts &counts) { return shareOf(counts.positive, counts.positive + counts.negative, 1); }
ProofResult positivePolar(const Counts &counts) { return shareOf(counts.positive, counts.positive + counts.negative); }

Result<std::optional<double>> number(const std::string &cell)
{
    if (cell.empty())
        return std::optional<double>();
    double value = 0;
    const auto read = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (read.ec != std::errc() || read.ptr != cell.data() + cell.size())
        return fail(Errc::InvalidInput, "not a number: " + cell);
    return std::optional(value);
}

Result<ProofResult> engagementRate(const Rows &rows, const std::string &)
{
    double engagements = 0, followers = 0;
    ProofResult out;
    for (const auto &row : rows) {
        VIGIE_TRY(const auto acts, number(row.cells[4]));
        VIGIE_TRY(const auto audience, number(row.cells[5]));
        if (!acts || !audience || *audience <= 0)
            continue;
        engagements += *acts;
        followers += *audience;
        ++out.n;
    }
    if (followers > 0)
        out.value = 100 * engagements / followers;
    return out;
}

Result<ProofResult> responseQuantile(const Rows &rows, double asked)
{
    std::vector<Lasting> times;
    std::vector<double> answered;
    for (const auto &row : rows) {
        const bool ended = !row.cells[2].empty();
        VIGIE_TRY(const auto from, parseRfc3339(row.cells[1]));
        VIGIE_TRY(const auto to, parseRfc3339(ended ? row.cells[2] : row.cells[3]));
        times.push_back({std::max(0.0, std::chrono::duration<double>(to - from).count()), ended});
        if (ended)
            answered.push_back(times.back().seconds);
    }
    const auto open = static_cast<double>(times.size() - answered.size());
    ProofResult out{{}, static_cast<std::int64_t>(answered.size()), {}};
    // Kaplan and Meier where many wait still: the answered alone would flatter.
    if (open > kMuchOpen * static_cast<double>(times.size()))
        out.value = survivalQuantile(std::move(times), asked);
    else
        out.value = quantile(std::move(answered), asked);
    return out;
}

Result<ProofResult> responseMedian(const Rows &rows, const std::string &) { return responseQuantile(rows, 0.5); }
Result<ProofResult> responseP90(const Rows &rows, const std::string &) { return responseQuantile(rows, 0.9); }

Result<ProofResult> shareOfVoice(const Rows &rows, const std::string &ours)
{
    VIGIE_CHECK(countPosts(rows, 1));
    const auto mine = std::count_if(rows.begin(), rows.end(), [&](const ProofRow &row) { return row.cells[0] == ours; });
    return shareOf(mine, static_cast<std::int64_t>(rows.size()));
}

Result<ProofResult> reputation(const Rows &rows, const std::string &)
{
    std::vector<ReputationMention> mentions;
    for (const auto &row : rows) {
        ReputationMention mention;
        double *const fields[] = {&mention.tone, &mention.reach, &mention.sourceWeight, &mention.ageDays};
        for (std::size_t i = 0; i < std::size(fields); ++i) {
            VIGIE_TRY(const auto value, number(row.cells[2 + i]));
            *fields[i] = value.value_or(0);
        }
        VIGIE_TRY(const auto author, number(row.cells[7]));
        mention.relay = row.cells[6] == "1";
        mention.author = static_cast<std::int64_t>(author.value_or(0));
        mentions.push_back(mention);
    }
    const auto index = reputationIndex(mentions);
    if (!index)
        return ProofResult{};
    ProofResult out{index->value, index->mentions, {}};
    if (index->interval)
        out.interval = Interval{index->interval->first, index->interval->second};
    return out;
}

} // namespace

const char *toString(ProofRows rows) noexcept
{
    switch (rows) {
    case ProofRows::Posts: return "posts";
    case ProofRows::Panel: return "panel";
    case ProofRows::OwnPosts: return "own_posts";
    case ProofRows::Conversations: return "conversations";
    case ProofRows::Weighed: return "weighed";
    }
    return "posts";
}

const std::vector<std::string> &proofColumns(ProofRows rows)
{
    static const std::vector<std::string> posts{"post", "network", "published_at", "content_sha256", "author", "tone", "relay"};
    static const std::vector<std::string> panel{"brand", "post", "network", "published_at", "content_sha256", "author", "tone", "relay"};
    static const std::vector<std::string> own{"post", "network", "published_at", "content_sha256", "engagements", "followers"};
    static const std::vector<std::string> conversations{"conversation", "asked_at", "answered_at", "open_until"};
    static const std::vector<std::string> weighed{"post", "published_at", "tone", "reach", "source_weight", "age_days", "relay", "author"};
    switch (rows) {
    case ProofRows::Posts: return posts;
    case ProofRows::Panel: return panel;
    case ProofRows::OwnPosts: return own;
    case ProofRows::Conversations: return conversations;
    case ProofRows::Weighed: return weighed;
    }
    return posts;
}

const std::vector<ProofFormula> &proofFormulas()
{
    static const std::vector<ProofFormula> all = {
        {"mentions", 1, ProofRows::Posts, ofPosts<allOf>},
        {"originals", 1, ProofRows::Posts, ofPosts<originals>},
        {"relays", 1, ProofRows::Posts, ofPosts<relays>},
        {"originals_share", 1, ProofRows::Posts, ofPosts<originalsShare>},
        {"net_sentiment", 1, ProofRows::Posts, ofPosts<netTone>},
        {"net_sentiment_polar", 1, ProofRows::Posts, ofPosts<polarTone>},
        {"brand_health", 1, ProofRows::Posts, ofPosts<brandHealth>},
        {"positive_share_polar", 1, ProofRows::Posts, ofPosts<positivePolar>},
        {"positive", 1, ProofRows::Posts, ofPosts<positives>},
        {"negative", 1, ProofRows::Posts, ofPosts<negatives>},
        {"positive_share", 1, ProofRows::Posts, ofPosts<positiveShare>},
        {"negative_share", 1, ProofRows::Posts, ofPosts<negativeShare>},
        {"polarity_share", 1, ProofRows::Posts, ofPosts<polarityShare>},
        {"reputation", 1, ProofRows::Weighed, reputation},
        {"share_of_voice", 1, ProofRows::Panel, shareOfVoice},
        {"engagement_rate", 1, ProofRows::OwnPosts, engagementRate},
        {"response_median", 1, ProofRows::Conversations, responseMedian},
        {"response_p90", 1, ProofRows::Conversations, responseP90},
    };
    return all;
}

const ProofFormula *proofFormula(std::string_view key, int version)
{
    for (const auto &one : proofFormulas())
        if (one.key == key && one.version == version)
            return &one;
    return nullptr;
}

} // namespace vigie::insight
