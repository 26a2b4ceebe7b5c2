// SPDX-License-Identifier: GPL-3.0-or-later
// The e-reputation index from the columns; what explains it and proves it reads the rows (reputation_reader.hpp), and both must agree to the last bit.
#include "insight/metrics/metric_def.hpp"

#include <vigie/insight/reputation_reader.hpp>

#include <algorithm>

namespace vigie::insight {

namespace {

using Better = Metric::Better;

double ageInDays(ItemId item, Instant end)
{
    const auto at = Instant{std::chrono::seconds((item.value >> store::kItemIdBits) + store::kItemIdEpoch)};
    return std::max(0.0, std::chrono::duration<double, std::ratio<86400>>(end - at).count());
}

Result<void> reputation(const Reading &reading, const Stretch &stretch, Figure &figure)
{
    VIGIE_TRY(const auto byConnector, ReputationReader(reading.tx()).weights());
    std::vector<double> weights;
    for (const auto &source : reading.state().sources) {
        const auto found = byConnector.find(source.connector);
        weights.push_back(found == byConnector.end() ? 1 : found->second);
    }
    std::vector<ReputationMention> mentions;
    reading.scan(stretch, [&](const PostColumns &chunk, std::size_t row) {
        const auto followers = reading.state().followersOf(chunk.author[row]);
        const auto source = chunk.source[row];
        ReputationMention one;
        one.tone = static_cast<float>(chunk.toneMilli[row]) / 1000.0F;
        one.reach = followers == kUnknownFollowers ? 0 : followers;
        one.sourceWeight = weights[source];
        one.ageDays = ageInDays(chunk.id(row), stretch.to);
        one.relay = (chunk.flags[row] & kRelay) != 0;
        one.author = chunk.author[row] != 0 ? chunk.author[row] : -1 - reading.state().sources[source].id; // who are not known are one per source
        mentions.push_back(one);
    });
    const auto measured = reputationFigure(reputationIndex(mentions));
    figure.value = measured.value;
    figure.n = measured.n;
    figure.interval = measured.interval;
    figure.notes = measured.notes;
    return {};
}

} // namespace

void addIndexMetrics(std::vector<MetricDef> &to)
{
    const auto first = to.size();
    to.push_back({{"reputation", 1, Unit::Points, "index", false, Better::Up,
                   "reputation = 100 sum(w s) / (sum(w) + 10), w = log2(2 + reach) c(source) 0.5^(age / 7 d), relays x 0.25, an author at most 10 % of all weight"},
                  Behind::Mentions, nullptr, reputation});
    needAll(to, first, {.posts = true, .people = true});
}

} // namespace vigie::insight
