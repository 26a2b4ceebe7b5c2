// SPDX-License-Identifier: GPL-3.0-or-later
// The mentions of the e-reputation index row by row, for what explains and proves it, and what each source weighs in it (1 unless a person says
// otherwise). The figure itself is of the catalogue (figure.hpp).
// Thread: inside a store job. Errors: Storage..., InvalidInput (a weight below 0 or above 100, unknown zone), NotFound (query), Cancelled.
#pragma once

#include <vigie/insight/figure.hpp>
#include <vigie/insight/reputation.hpp>

#include <functional>
#include <map>
#include <string>

namespace vigie::store {
struct MentionFact;
struct MentionScope;
}

namespace vigie::insight {

/// By connector id; who is not named weighs 1.
using SourceWeights = std::map<std::string, double>;

class ReputationReader {
public:
    explicit ReputationReader(store::Tx &tx) : tx_(tx) {}
    /// The mentions, oldest first, as they are weighed at the end of [from, to); `groupOf` says what a change is split by, none: nothing.
    Result<std::vector<ReputationMention>> mentions(const store::MentionScope &scope, const std::function<std::int64_t(const store::MentionFact &)> &groupOf = {});

    Result<SourceWeights> weights();
    /// 1 is as delivered, 0 leaves the source out.
    Result<void> setWeight(const std::string &connector, double weight);

private:
    store::Tx &tx_;
};

/// Key "reputation": points; n: mentions; SmallSample: fewer than ten people.
[[nodiscard]] Figure reputationFigure(const std::optional<ReputationIndex> &index);

} // namespace vigie::insight
