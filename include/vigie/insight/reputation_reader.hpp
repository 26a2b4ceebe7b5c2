// SPDX-License-Identifier: GPL-3.0-or-later
// The e-reputation index of a period of the workspace, and what each source weighs in it (1 unless a person says otherwise).
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
    /// Key "reputation": points; n: mentions; SmallSample: fewer than ten people.
    Result<Figure> read(const FigureScope &scope, const Period &period);
    /// The mentions as they are weighed at the end of [from, to); `groupOf` says what a change is split by, none: nothing.
    Result<std::vector<ReputationMention>> mentions(const store::MentionScope &scope, const std::function<std::int64_t(const store::MentionFact &)> &groupOf = {});

    Result<SourceWeights> weights();
    /// 1 is as delivered, 0 leaves the source out.
    Result<void> setWeight(const std::string &connector, double weight);

private:
    store::Tx &tx_;
};

[[nodiscard]] Figure reputationFigure(const std::optional<ReputationIndex> &index);

} // namespace vigie::insight
