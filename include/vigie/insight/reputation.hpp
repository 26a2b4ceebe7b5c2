// SPDX-License-Identifier: GPL-3.0-or-later
// The open e-reputation index: a weighted mean of tone between -100 and +100 that anybody can recompute, with an interval and an exact account of its changes.
// Thread: pure. Errors: none; "no value" where there is no mention.
// w = log2(2 + reach) * source * 0.5^(age / halfLife), a quarter of it for a relay; index = 100 * sum(w * tone) / (sum(w) + shrinkage).
// Nobody weighs more than a tenth of the whole, after everybody is cut, where more than ten people weigh anything: what they have
// above it is taken from each of their mentions alike. With ten people or fewer a tenth each cannot be kept, and nobody is held to it.
// Source: docs/measures.md
#pragma once

#include <vigie/insight/statistics.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace vigie::insight {

struct ReputationOptions {
    double halfLifeDays = 7;
    double shrinkage = 10;           ///< so that three mentions do not make +-100
    double relayWeight = 0.25;
    double authorShare = 0.1;        ///< of the sum of weights, at most
    int draws = 1000;                ///< of the bootstrap
    std::uint64_t seed = 20261122;   ///< of the draws
};

struct ReputationMention {
    double tone = 0;                 ///< -1 to 1
    double reach = 0;                ///< people; 0: not known
    double sourceWeight = 1;
    double ageDays = 0;              ///< at the end of the period
    bool relay = false;
    std::int64_t author = 0;
    std::int64_t group = 0;          ///< what a change is split by: the number of a network, a topic, an author
};

struct ReputationIndex {
    double value = 0;
    std::optional<Bounds> interval;  ///< 95 %, percentiles over draws of authors; none where one person alone spoke
    double weight = 0;               ///< sum, after nobody is above the share
    std::int64_t mentions = 0, authors = 0;
};

/// The weight of each mention, in their order.
[[nodiscard]] std::vector<double> reputationWeights(std::span<const ReputationMention> mentions, const ReputationOptions &options = {});
/// None without a mention that weighs anything. Neutral mentions alone: 0.
[[nodiscard]] std::optional<ReputationIndex> reputationIndex(std::span<const ReputationMention> mentions, const ReputationOptions &options = {});

/// What a group brings to the index, in points: 100 * sum(w * tone) of the group / (sum(w) of all + shrinkage).
struct ReputationPart {
    std::int64_t group = 0;
    double before = 0, now = 0;
    [[nodiscard]] double change() const { return now - before; }
};
/// Parts add up to both indexes, and their changes to the change of the index: largest change first, then by number.
[[nodiscard]] std::vector<ReputationPart> explainReputation(std::span<const ReputationMention> before, std::span<const ReputationMention> now,
                                                            const ReputationOptions &options = {});

} // namespace vigie::insight
