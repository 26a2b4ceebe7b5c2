// SPDX-License-Identifier: GPL-3.0-or-later
// What a query costs to answer, and which of its parts make it dear. Shapes only: the words are the window's.
// Thread: pure. Errors: none.
#pragma once

#include <vigie/text/query.hpp>

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace vigie::text {

struct QueryCost {
    enum class Level : std::uint8_t {
        Light,  ///< at once
        Medium, ///< may take a moment over a long history
        Heavy   ///< may have to look at every text
    };
    struct Reason {
        enum class Kind : std::uint8_t {
            LeadingWildcard, ///< *tion: no list of words begins so
            ShortBeginning,  ///< a*: too many words begin so
            NothingWanted,   ///< only NOT, or only what every item may have: nothing narrows the search
            ReadsTexts,      ///< nearness, sentences, exact writing ...: candidates are read one by one
            ReadsItems,      ///< counts, addresses, quotes: candidates are read whole
            ManyTerms,       ///< more than a person can follow
            Live,            ///< asks for members, answers, quotes or the clock: searched anew each time, not kept
            NeverGiven       ///< no network that is read says it: nothing matches
        };
        Kind kind = Kind::ReadsTexts;
        std::uint32_t begin = 0, end = 0; ///< of the part in the source
    };
    Level level = Level::Light;
    double share = 0;                ///< of all items that have to be looked at, estimated; 0..1
    std::vector<Reason> reasons;     ///< in the order of the source
};

/// Share of all items that hold these words, where somebody counted them (a node of kind Word, Phrase or Prefix).
using WordShare = std::function<std::optional<double>(const QueryNode &)>;

[[nodiscard]] QueryCost costOf(const Query &query, const WordShare &known = {});

} // namespace vigie::text
