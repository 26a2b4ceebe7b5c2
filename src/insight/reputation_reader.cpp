// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/insight/reputation_reader.hpp>

#include "insight/network_numbers.hpp"

#include <vigie/store/mention_facts.hpp>

#include <algorithm>

namespace vigie::insight {

namespace {

constexpr NumberSetting kWeights{"insight.source_weights", 0, 100, "a source weighs 0 to 100"};
constexpr std::int64_t kFewAuthors = 10;

double ageInDays(ItemId item, Instant end)
{
    const auto at = Instant{std::chrono::seconds((item.value >> store::kItemIdBits) + store::kItemIdEpoch)};
    return std::chrono::duration<double, std::ratio<86400>>(end - at).count();
}

} // namespace

Result<SourceWeights> ReputationReader::weights()
{
    return namedNumbers(tx_, kWeights);
}

Result<void> ReputationReader::setWeight(const std::string &connector, double weight)
{
    return setNamedNumber(tx_, kWeights, connector, weight == 1 ? std::nullopt : std::optional(weight));
}

Result<std::vector<ReputationMention>> ReputationReader::mentions(const store::MentionScope &scope, const std::function<std::int64_t(const store::MentionFact &)> &groupOf)
{
    VIGIE_TRY(const auto byConnector, weights());
    store::MentionFacts facts(tx_);
    VIGIE_TRY(const auto networks, facts.networks());
    std::map<std::int64_t, double> bySource;
    for (const auto &[source, connector] : networks)
        if (const auto found = byConnector.find(connector); found != byConnector.end())
            bySource[source] = found->second;
    std::vector<store::MentionFact> read;
    auto with = scope;
    with.followers = true;
    VIGIE_CHECK(facts.read(with, [&](const store::MentionFact &fact) {
        read.push_back(fact);
        return true;
    }));
    // What words find comes in pages, the newest first; sums of doubles depend on the order.
    const auto older = [](const store::MentionFact &a, const store::MentionFact &b) { return a.item < b.item; };
    if (!std::is_sorted(read.begin(), read.end(), older))
        std::sort(read.begin(), read.end(), older);
    std::vector<ReputationMention> out;
    out.reserve(read.size());
    for (const auto &fact : read) {
        ReputationMention mention;
        mention.tone = fact.tone;
        mention.reach = std::max(0.0, fact.followers);
        const auto weight = bySource.find(fact.source);
        mention.sourceWeight = weight == bySource.end() ? 1 : weight->second;
        mention.ageDays = std::max(0.0, ageInDays(fact.item, scope.to));
        mention.relay = fact.relay;
        mention.author = fact.author;
        if (groupOf)
            mention.group = groupOf(fact);
        out.push_back(mention);
    }
    return out;
}

Figure reputationFigure(const std::optional<ReputationIndex> &index)
{
    Figure figure;
    figure.key = "reputation";
    figure.unit = Unit::Points;
    if (!index)
        return figure;
    figure.value = index->value;
    figure.n = index->mentions;
    if (index->interval)
        figure.interval = Interval{index->interval->first, index->interval->second};
    if (index->authors < kFewAuthors)
        figure.notes.push_back({Note::Kind::SmallSample, index->authors, {}});
    return figure;
}

} // namespace vigie::insight
