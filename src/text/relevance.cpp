// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/text/relevance.hpp>

#include <vigie/text/fts_expression.hpp>

#include <algorithm>
#include <cmath>
#include <unordered_set>

namespace vigie::text {

namespace {

constexpr int kLeastSeen = 2;          ///< marks that a feature must stand in
constexpr double kLeastWeight = 0.1;   ///< below, it says nothing
constexpr std::size_t kMostWords = 400; ///< of one mention: a long article is judged by its beginning

/// Each name once, at its first place.
class Features {
public:
    void add(std::string name, std::size_t from, std::size_t to)
    {
        if (known_.insert(name).second)
            out_.push_back({std::move(name), static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to)});
    }
    std::vector<RelevanceFeature> take() { return std::move(out_); }

private:
    std::vector<RelevanceFeature> out_;
    std::unordered_set<std::string> known_;
};

bool overlap(const RelevanceFeature &a, const RelevanceFeature &b)
{
    return a.from < b.to && b.from < a.to;
}

} // namespace

std::vector<RelevanceFeature> relevanceFeatures(const Item &item)
{
    std::vector<std::string> words;
    splitWords(foldedText(item), words);
    if (words.size() > kMostWords)
        words.resize(kMostWords);
    Features features;
    for (std::size_t i = 0; i < words.size(); ++i) {
        features.add(words[i], i, i + 1);
        if (i + 1 < words.size())
            features.add(words[i] + ' ' + words[i + 1], i, i + 2);
    }
    if (!item.author.handle.empty())
        features.add("author:" + item.author.handle, 0, 0);
    features.add("network:" + item.connector, 0, 0);
    if (!item.lang.empty())
        features.add("lang:" + item.lang, 0, 0);
    return features.take();
}

void RelevanceModel::count(const RelevanceExample &example, int sign)
{
    (example.about ? about_ : other_) += sign;
    for (const auto &feature : example.features) {
        auto &seen = seen_[feature.name];
        (example.about ? seen.about : seen.other) += sign;
    }
}

RelevanceVerdict RelevanceModel::judge(std::span<const RelevanceFeature> features) const
{
    struct Candidate {
        const RelevanceFeature *feature;
        Seen seen;
        double weight;
    };
    std::vector<Candidate> candidates;
    for (const auto &feature : features) {
        const auto it = seen_.find(feature.name);
        if (it == seen_.end() || it->second.about + it->second.other < kLeastSeen)
            continue;
        const double weight = std::log((it->second.about + 1.0) / (about_ + 2.0)) - std::log((it->second.other + 1.0) / (other_ + 2.0));
        if (std::abs(weight) >= kLeastWeight)
            candidates.push_back({&feature, it->second, weight});
    }
    // The same order whatever the table of words looks like.
    std::sort(candidates.begin(), candidates.end(), [](const Candidate &a, const Candidate &b) {
        const double left = std::abs(a.weight), right = std::abs(b.weight);
        return left != right ? left > right : a.feature->name < b.feature->name;
    });
    RelevanceVerdict verdict;
    std::vector<const RelevanceFeature *> taken;
    double sum = 0;
    for (const auto &candidate : candidates) {
        if (taken.size() >= static_cast<std::size_t>(kMostCounted))
            break;
        if (std::any_of(taken.begin(), taken.end(), [&](const RelevanceFeature *one) { return overlap(*one, *candidate.feature); }))
            continue;
        taken.push_back(candidate.feature);
        verdict.reasons.push_back({candidate.feature->name, candidate.seen.about, candidate.seen.other, candidate.weight});
        sum += candidate.weight;
    }
    verdict.other = 1 / (1 + std::exp(sum));
    return verdict;
}

RelevanceMeasure measureRelevance(std::span<const RelevanceExample> examples, double threshold)
{
    RelevanceModel model;
    for (const auto &example : examples)
        model.add(example);
    RelevanceMeasure measure;
    for (const auto &example : examples) {
        model.remove(example);
        const bool aside = model.judge(example.features).other >= threshold;
        model.add(example);
        (example.about ? measure.about : measure.other) += 1;
        if (aside)
            (example.about ? measure.lost : measure.caught) += 1;
    }
    return measure;
}

} // namespace vigie::text
