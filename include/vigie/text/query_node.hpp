// SPDX-License-Identifier: GPL-3.0-or-later
// The tree that a query is: what the parser makes, and what the matcher, the full-text bridge, the window's words and the
// cost mark walk over.
// Thread: values. Errors: none.
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vigie::text {

enum class QueryField : std::uint8_t {
    Network, Author, Lang, Sentiment, Has, Is, Tag, Status,                     ///< a value that is compared
    Connector, Site, Url, Link, Member, List, Known, Country, Assignee, Sla, Answered,
    Followers, Likes, Replies, Reposts, Reach, Rating,                          ///< a number
    Since, Until, Date,                                                         ///< a time
    Title, Body, Quote,                                                         ///< where words are looked for
    Raw, Case, Accent                                                           ///< how words are compared
};
enum class FieldShape : std::uint8_t { Value, Number, Time, Scope, Exact };

[[nodiscard]] const char *fieldName(QueryField field) noexcept;
[[nodiscard]] FieldShape fieldShape(QueryField field) noexcept;
/// Every field, in the order they are offered.
[[nodiscard]] std::span<const QueryField> allFields() noexcept;
/// The values a field takes when they are a closed list; empty for free text.
[[nodiscard]] std::span<const std::string_view> fieldValues(QueryField field) noexcept;

/// From `least` to `most`, either of which may be left out itself.
struct QueryRange {
    double least = -std::numeric_limits<double>::infinity(), most = std::numeric_limits<double>::infinity();
    bool aboveLeast = false, belowMost = false; ///< the bound itself does not belong to it

    [[nodiscard]] bool holds(double value) const
    {
        return (aboveLeast ? value > least : value >= least) && (belowMost ? value < most : value <= most);
    }
    friend bool operator==(const QueryRange &, const QueryRange &) = default;
};

struct QueryNode {
    enum class Kind : std::uint8_t {
        All, And, Or, Not, Word, Prefix, Phrase, Field,
        Pattern,  ///< words in order that hold * (any letters) or ? (one letter); "*" alone is any one word
        Exact,    ///< raw:, case:, accent:
        Scope,    ///< title:, body:, quote: and one child
        Near,     ///< two children, at most `distance` words between them
        Sentence, ///< one child, satisfied by one sentence alone
        Count,    ///< one child, found as often as `range` says
        Number,   ///< likes:>10
        Time,     ///< since:, until:, date:
        Saved     ///< @name; the child is the saved query's tree once bindQuery() has looked it up
    };
    Kind kind = Kind::All;
    std::vector<QueryNode> children;        ///< And, Or: two or more; Not: one; Field list: those of the list once bound
    std::vector<std::string> words;         ///< folded; Word: one; Phrase: in order; Prefix: in order, the last is the beginning of a word
    QueryField field = QueryField::Network; ///< Field, Number, Time, Scope, Exact
    /// Field. Tag, Assignee, List: folded words; Site, Url, Link: see urlKey(); Author, Network, Lang ...: compactName(); Member: small letters;
    /// closed ones: one of fieldValues(). Exact: as typed. Time: as typed, in canonical form. Saved: the name as typed.
    std::string value;
    QueryRange range;                       ///< Number, Count; Time: microseconds UTC
    int distance = 0;                       ///< Near
    bool ordered = false;                   ///< Near: the first child stands before the second
    std::uint32_t begin = 0, end = 0;       ///< byte range in the source

    friend bool operator==(const QueryNode &, const QueryNode &) = default;
};

/// Folded letters and digits only: how handles, networks and languages are compared.
[[nodiscard]] std::string compactName(std::string_view name);
/// An address as site:, url: and link: compare it: lower case, without scheme, "www." and the last slash.
[[nodiscard]] std::string urlKey(std::string_view url);

} // namespace vigie::text
