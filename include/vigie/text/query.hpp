// SPDX-License-Identifier: GPL-3.0-or-later
// The query language: parsed once, then matched against one item (matches), or compiled to SQL by the store. Both must
// agree on every item: tests/property compares them. docs/query.md is the reference for people.
//
//   query     := or ;  or := and { OR and } ;  and := not { [AND] not } ;  not := [NOT | "-"] not | near
//   near      := primary { (NEAR | ONEAR)["/" n] primary }
//   primary   := "(" or ")" | phrase | word | pattern | field ":" value | (title|body|quote) ":" primary
//              | SENT "(" or ")" | count "(" or ")" comparison | "@" name
//   comment   := "#" blank ... end of line
// NEAR binds first, then NOT, AND, OR; two things side by side are joined by AND. Operators are read in any case, in English
// and French (ET, OU, SAUF); in small letters only where something stands on both sides of them (behind NOT), else they are
// words; in quotes they are words always. Quotes may be straight, curly or French; a value may be quoted
// (tag:"apres vente"). A word that folds into several (d'Orange, e-reputation) is a phrase, one that folds into none (a lone
// dash) is left out. * is any letters of a word, ? one; alone in a phrase, * is any one word.
// author: is compared without case, accents and punctuation with the whole handle, with its part before @, and with the
// whole display name (author:"Camille Dupont"): the authors of a feed have the site for a handle.
// Thread: values, pure functions. Errors: InvalidInput with `position` (byte offset) and an English detail; the shape of
// the mistake is in QueryError so that the window can say it in the person's language with a fix.
#pragma once

#include <vigie/base/result.hpp>
#include <vigie/model/item.hpp>
#include <vigie/text/query_node.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vigie::text {

/// Caps against hostile input: nesting of parentheses and NOT, bytes of source.
inline constexpr int kMaxQueryDepth = 32;
inline constexpr std::uint32_t kMaxQueryBytes = 16384;
/// Words between two things that are near each other, at most and when nothing is said.
inline constexpr int kMaxDistance = 100, kUsualDistance = 5;

/// MissingOperand points at the operator or parenthesis that lacks something; StarAlone is a star without a letter.
enum class QueryFault : std::uint8_t {
    None, UnclosedQuote, UnclosedParenthesis, UnexpectedParenthesis, MissingOperand, UnknownField, UnknownValue, EmptyValue,
    StarAlone, TooDeep, TooLong,
    BadDistance,  ///< NEAR/500
    NearNeeds,    ///< beside NEAR stands what is neither words nor OR of words
    WordsOnly,    ///< a field inside title:(), SENT() or count()
    BadNumber, BadTime,
    EmptyRange,   ///< nothing lies between the two
    CountNeeds,   ///< count() without a comparison
    UnknownSaved, UnknownList,
    SavedCircle,  ///< a saved query that asks for itself
    SavedBroken   ///< the saved query has a mistake of its own
};
[[nodiscard]] const char *faultName(QueryFault fault) noexcept; ///< "unclosed-quote", "unknown-field" ...
/// Source to put in place of [begin, end).
struct QueryFix {
    std::uint32_t begin = 0, end = 0;
    std::string text;

    friend bool operator==(const QueryFix &, const QueryFix &) = default;
};
struct QueryError {
    QueryFault fault = QueryFault::None;
    std::uint32_t position = 0;             ///< UTF-8 byte offset
    std::string found;                      ///< the piece of source that is wrong
    std::string suggestion;                 ///< a nearby field, value or name, when there is one
    std::optional<QueryFix> fix;            ///< mends this mistake; others may show behind it
};
/// The source once it is mended; as it is when there is no fix.
[[nodiscard]] std::string mended(std::string_view source, const QueryError &error);

struct Query {
    std::string source;
    QueryNode root;
    bool mixedAndOr = false;                ///< AND and OR side by side without parentheses: worth a warning
    bool softOperators = false;             ///< and, or, not ... in small letters were taken for operators: worth a word
};

/// An empty source matches everything. @names, list: and relative times wait for bindQuery() and match nothing before.
[[nodiscard]] tl::expected<Query, QueryError> parseQuery(std::string_view source);
[[nodiscard]] Error toError(const QueryError &error);
/// Source that parses back to the same tree (ranges apart), in canonical form.
[[nodiscard]] std::string toSource(const QueryNode &node);

/// What only the workspace knows of an item. Texts must outlive the call.
struct SubjectDesk {
    std::string_view assignee;              ///< of its ticket
    std::string_view sla;                   ///< "late", "soon", "ok"; empty: nobody waits
    bool answered = false, known = false;   ///< by us; its author was answered before
    std::span<const std::string> memberKeys; ///< id; handles past and present, whole and before @, in small letters
    std::string_view quoted;                ///< title and text of what it quotes
    std::string_view country;               ///< ISO 3166-1, when the network gives one
};

/// What the matcher needs to know of an item. Views must outlive the call.
struct Subject {
    const Item *item = nullptr;
    std::span<const std::string> words;     ///< folded words of title, warning and text, in order
    std::string_view network;               ///< connector id
    std::string_view authorHandle, authorName;
    std::span<const std::string> tags;      ///< names of the tags put by people
    std::string_view status;                ///< of its ticket, "snoozed" while it sleeps, "none" when there is none
    const SubjectDesk *desk = nullptr;      ///< none: nothing is known of it
};

[[nodiscard]] bool matches(const Query &query, const Subject &subject);
/// Byte ranges of `text` that the positive words of the query hit, for marking; ordered, merged.
struct Hit { std::uint32_t begin, end; };
[[nodiscard]] std::vector<Hit> hits(const Query &query, std::string_view text);
/// True when the answer depends on tags, tickets, members or the clock, and so can change without the item changing.
[[nodiscard]] bool dependsOnDesk(const Query &query);
/// True when the answer changes with the counts of an item (likes, replies, reposts).
[[nodiscard]] bool dependsOnCounts(const Query &query);

} // namespace vigie::text
