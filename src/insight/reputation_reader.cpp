// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/insight/reputation_reader.hpp>

#include "insight/scope_rows.hpp"

#include <vigie/store/members.hpp>

#include <nlohmann/json.hpp>

namespace vigie::insight {

namespace {

constexpr const char *kSetting = "insight.source_weights";
constexpr double kMostWeight = 100;
constexpr std::int64_t kFewAuthors = 10;

double ageInDays(ItemId item, Instant end)
{
    const auto at = Instant{std::chrono::seconds((item.value >> store::kItemIdBits) + store::kItemIdEpoch)};
    return std::chrono::duration<double, std::ratio<86400>>(end - at).count();
}

} // namespace

Result<SourceWeights> ReputationReader::weights()
{
    VIGIE_TRY(const auto kept, store::Settings(tx_).get(kSetting));
    SourceWeights out;
    const auto object = nlohmann::json::parse(kept.value_or("{}"), nullptr, false);
    if (!object.is_object())
        return fail(Errc::StorageDamaged, "the weights of the sources cannot be read: set them again");
    for (const auto &[connector, weight] : object.items())
        if (weight.is_number())
            out[connector] = weight.get<double>();
    return out;
}

Result<void> ReputationReader::setWeight(const std::string &connector, double weight)
{
    if (connector.empty() || !(weight >= 0 && weight <= kMostWeight))
        return fail(Errc::InvalidInput, "a source weighs 0 to 100; nothing was changed");
    VIGIE_TRY(auto all, weights());
    if (weight == 1)
        all.erase(connector);
    else
        all[connector] = weight;
    return store::Settings(tx_).set(kSetting, nlohmann::json(all).dump());
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
    std::vector<ReputationMention> out;
    auto with = scope;
    with.followers = true;
    VIGIE_CHECK(facts.read(with, [&](const store::MentionFact &fact) {
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
        return true;
    }));
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

Result<Figure> ReputationReader::read(const FigureScope &scope, const Period &period)
{
    VIGIE_TRY(const auto stretch, stretchOf(tx_, period));
    VIGIE_TRY(const auto all, mentions(storeScope(scope, stretch)));
    return reputationFigure(reputationIndex(all));
}

} // namespace vigie::insight
