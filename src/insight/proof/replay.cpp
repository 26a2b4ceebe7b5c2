// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/proof/replay.hpp"

#include <vigie/base/time.hpp>
#include <vigie/insight/statistics.hpp>

#include <charconv>

namespace vigie::insight {

namespace {

constexpr double kZ = 1.959963984540054;
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

Result<ProofResult> mentions(const Rows &rows, const std::string &)
{
    VIGIE_TRY(const auto counts, countPosts(rows, 0));
    const auto bounds = poissonExact(counts.total());
    return ProofResult{static_cast<double>(counts.total()), counts.total(), Interval{bounds.first, bounds.second}};
}

Result<ProofResult> netTone(const Rows &rows, const std::string &)
{
    VIGIE_TRY(const auto counts, countPosts(rows, 0));
    ProofResult out{{}, counts.total(), {}};
    if (const auto net = netSentiment(counts.positive, counts.neutral, counts.negative)) {
        out.value = net->value;
        out.interval = Interval{net->value - kZ * net->error, net->value + kZ * net->error};
    }
    return out;
}

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
    std::vector<double> seconds;
    for (const auto &row : rows) {
        if (row.cells[2].empty())
            continue; // open: counted apart, never as nought
        VIGIE_TRY(const auto from, parseRfc3339(row.cells[1]));
        VIGIE_TRY(const auto to, parseRfc3339(row.cells[2]));
        seconds.push_back(std::max(0.0, std::chrono::duration<double>(to - from).count()));
    }
    const auto n = static_cast<std::int64_t>(seconds.size());
    return ProofResult{quantile(std::move(seconds), asked), n, {}};
}

Result<ProofResult> responseMedian(const Rows &rows, const std::string &) { return responseQuantile(rows, 0.5); }
Result<ProofResult> responseP90(const Rows &rows, const std::string &) { return responseQuantile(rows, 0.9); }

Result<ProofResult> shareOfVoice(const Rows &rows, const std::string &ours)
{
    VIGIE_CHECK(countPosts(rows, 1));
    std::int64_t mine = 0;
    bool others = false;
    for (const auto &row : rows) {
        mine += row.cells[0] == ours ? 1 : 0;
        others = others || row.cells[0] != ours;
    }
    const auto all = static_cast<std::int64_t>(rows.size());
    ProofResult out{{}, all, {}};
    if (all > 0)
        out.value = 100 * static_cast<double>(mine) / static_cast<double>(all);
    if (const auto bounds = wilson(mine, all))
        out.interval = Interval{100 * bounds->first, 100 * bounds->second};
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
    }
    return "posts";
}

const std::vector<std::string> &proofColumns(ProofRows rows)
{
    static const std::vector<std::string> posts{"post", "network", "published_at", "content_sha256", "author", "tone", "relay"};
    static const std::vector<std::string> panel{"brand", "post", "network", "published_at", "content_sha256", "author", "tone", "relay"};
    static const std::vector<std::string> own{"post", "network", "published_at", "content_sha256", "engagements", "followers"};
    static const std::vector<std::string> conversations{"conversation", "asked_at", "answered_at"};
    switch (rows) {
    case ProofRows::Posts: return posts;
    case ProofRows::Panel: return panel;
    case ProofRows::OwnPosts: return own;
    case ProofRows::Conversations: return conversations;
    }
    return posts;
}

const std::vector<ProofFormula> &proofFormulas()
{
    static const std::vector<ProofFormula> all = {
        {"mentions", 1, ProofRows::Posts, mentions},
        {"net_sentiment", 1, ProofRows::Posts, netTone},
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
