// SPDX-License-Identifier: GPL-3.0-or-later
// The query language: parsed once, then matched against one item (match), or compiled to SQL by the store. Both must
// agree on every item: tests/property compares them.
//
//   query   := or ;  or := and { "OR" and } ;  and := not { ["AND"] not } ;  not := ["NOT" | "-"] primary
//   primary := "(" or ")" | phrase | word | prefix* | field ":" value
//   fields  : network: author: lang: sentiment:(positive|negative|neutral) has:(link|image|video|media|question|mention|tag)
//             is:(reply|repost|quote|original|review|ours|direct|edited|deleted) tag: status:(none|new|open|waiting|done|ignored|snoozed)
// Operators are recognised in capitals only, where they would otherwise be words; ET, OU, SAUF mean AND, OR, NOT.
// NOT binds before AND before OR; two things side by side are joined by AND. Quotes may be straight, curly or French;
// a value may be quoted (tag:"apres vente"). A word that folds into several (d'Orange, e-reputation) is a phrase, one
// that folds into none (a lone dash) is left out. A star ends a word or a phrase: rep* and "service apr"*.
// author: is compared without case, accents and punctuation with the whole handle, with its part before @, and with the
// whole display name (author:"Camille Dupont"): the authors of a feed have the site for a handle.
// Thread: values, pure functions. Errors: InvalidInput with `position` (byte offset) and an English detail; the shape of
// the mistake is in QueryError so that the window can say it in the person's language with a fix.
#pragma once

#include <vigie/base/result.hpp>
#include <vigie/model/item.hpp>

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vigie::text {

enum class QueryField : std::uint8_t { Network, Author, Lang, Sentiment, Has, Is, Tag, Status };
[[nodiscard]] const char *fieldName(QueryField field) noexcept;
/// The values a field takes when they are a closed list; empty for free text.
[[nodiscard]] std::span<const std::string_view> fieldValues(QueryField field) noexcept;

struct QueryNode {
    enum class Kind : std::uint8_t { All, And, Or, Not, Word, Prefix, Phrase, Field };
    Kind kind = Kind::All;
    std::vector<QueryNode> children;        ///< And, Or: two or more; Not: one
    std::vector<std::string> words;         ///< folded; Word: one; Phrase: in order; Prefix: in order, the last is the beginning of a word
    QueryField field = QueryField::Network; ///< Field
    /// Field. Tag: folded words; Author, Network, Lang: compactName(); the others: one of fieldValues().
    std::string value;
    std::uint32_t begin = 0, end = 0;       ///< byte range in the source

    friend bool operator==(const QueryNode &, const QueryNode &) = default;
};

/// Caps against hostile input: nesting of parentheses and NOT, bytes of source.
inline constexpr int kMaxQueryDepth = 32;
inline constexpr std::uint32_t kMaxQueryBytes = 16384;

/// MissingOperand points at the operator or parenthesis that lacks something; StarAlone is a star that does not end a word.
enum class QueryFault : std::uint8_t {
    None, UnclosedQuote, UnclosedParenthesis, UnexpectedParenthesis, MissingOperand, UnknownField, UnknownValue, EmptyValue,
    StarAlone, TooDeep, TooLong
};
struct QueryError {
    QueryFault fault = QueryFault::None;
    std::uint32_t position = 0;             ///< UTF-8 byte offset
    std::string found;                      ///< the piece of source that is wrong
    std::string suggestion;                 ///< a nearby field or value, when there is one
};

struct Query {
    std::string source;
    QueryNode root;
    bool mixedAndOr = false;                ///< AND and OR side by side without parentheses: worth a warning
};

/// An empty source matches everything.
[[nodiscard]] tl::expected<Query, QueryError> parseQuery(std::string_view source);
[[nodiscard]] Error toError(const QueryError &error);
/// Source that parses back to the same tree (ranges apart), in canonical form.
[[nodiscard]] std::string toSource(const QueryNode &node);
/// Folded letters and digits only: how handles, networks and languages are compared.
[[nodiscard]] std::string compactName(std::string_view name);

/// What the matcher needs to know of an item. Views must outlive the call.
struct Subject {
    const Item *item = nullptr;
    std::span<const std::string> words;     ///< folded words of title, warning and text, in order
    std::string_view network;               ///< connector id
    std::string_view authorHandle, authorName;
    std::span<const std::string> tags;      ///< names of the tags put by people
    std::string_view status;                ///< of its ticket, "snoozed" while it sleeps, "none" when there is none
};

[[nodiscard]] bool matches(const Query &query, const Subject &subject);
/// Byte ranges of `text` that the positive words of the query hit, for marking; ordered, merged.
struct Hit { std::uint32_t begin, end; };
[[nodiscard]] std::vector<Hit> hits(const Query &query, std::string_view text);
/// True when the answer depends on tags or ticket state, and so can change without the item changing.
[[nodiscard]] bool dependsOnDesk(const Query &query);

} // namespace vigie::text
