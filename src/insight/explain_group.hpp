// SPDX-License-Identifier: GPL-3.0-or-later
// To which part a row belongs: by number, the same number each time it is asked.
// Thread: inside a store job. Errors: Storage..., as explain_topics.hpp.
#pragma once

#include "insight/explain_topics.hpp"

#include <vigie/insight/explain.hpp>

#include <map>
#include <string>

namespace vigie::insight {

class Grouping {
public:
    /// Topics need `topics`; the others read what they need.
    static Result<Grouping> make(store::Tx &tx, Dimension by, TopicSplit topics);

    [[nodiscard]] std::int64_t of(const store::MentionFact &fact) const;
    /// What has none: no topic, nobody known, no language.
    [[nodiscard]] bool isNothing(std::int64_t group) const;
    Result<std::string> name(store::Tx &tx, std::int64_t group) const;
    [[nodiscard]] FigureScope narrowed(const FigureScope &scope, std::int64_t group, const std::string &name) const;

private:
    Dimension by_ = Dimension::Network;
    std::map<std::int64_t, std::string> networks_;      ///< of each source
    std::map<std::string, std::int64_t> firstSource_;   ///< a network is the first source of it
    TopicSplit topics_;
};

} // namespace vigie::insight
