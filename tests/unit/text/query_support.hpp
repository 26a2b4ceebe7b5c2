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
    std::vector<std::string> words, tags, memberKeys;
    std::string assignee, sla, quoted;
    SubjectDesk desk;

    void indexWords();
    /// Valid while the sample stays where it is.
    [[nodiscard]] Subject subject() const;
};

/// "[lang=fr; is=reply] text", as in tests/golden/query/cases.tsv.
[[nodiscard]] Sample readSample(std::string_view line);
/// A post made of French and English words, with random fields.
[[nodiscard]] Sample randomSample(Sequence &random);
/// What a random tree may hold: what the full-text table says exactly; what the item alone tells; tags, tickets, people too.
enum class Reach : std::uint8_t { Table, Item, Desk };
/// A tree that parseQuery could have made, `depth` levels at most.
[[nodiscard]] QueryNode randomNode(Sequence &random, int depth, Reach reach);
/// The same tree without positions in a source.
[[nodiscard]] QueryNode withoutRanges(QueryNode node);
[[nodiscard]] Query asQuery(QueryNode node);

} // namespace vigie::text::testing
