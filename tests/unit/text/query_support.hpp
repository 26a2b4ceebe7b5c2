// SPDX-License-Identifier: GPL-3.0-or-later
// Items and random queries for the tests of the query language.
#pragma once

#include <vigie/base/random.hpp>
#include <vigie/text/query.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace vigie::text::testing {

/// Owns what a Subject points at.
struct Sample {
    Item item;
    std::string network = "mastodon", status = "none";
    std::vector<std::string> words, tags;

    void indexWords();
    [[nodiscard]] Subject subject() const;
};

/// "[lang=fr; is=reply] text", as in tests/golden/query/cases.tsv.
[[nodiscard]] Sample readSample(std::string_view line);
/// A post made of French and English words, with random fields.
[[nodiscard]] Sample randomSample(Sequence &random);
/// A tree that parseQuery could have made, `depth` levels at most; desk: may ask for tags and status.
[[nodiscard]] QueryNode randomNode(Sequence &random, int depth, bool desk);
/// The same tree without positions in a source.
[[nodiscard]] QueryNode withoutRanges(QueryNode node);
[[nodiscard]] Query asQuery(QueryNode node);

} // namespace vigie::text::testing
