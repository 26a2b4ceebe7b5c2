// SPDX-License-Identifier: GPL-3.0-or-later
// Mistakes in queries: their names, an English sentence for logs and shells, and the source once it is mended.
#include <vigie/text/query.hpp>

#include <array>
#include <fmt/core.h>

namespace vigie::text {

namespace {

struct Fault {
    QueryFault fault;
    const char *name, *sentence;
};
constexpr std::array kFaults{
    Fault{QueryFault::None, "none", "nothing is wrong"},
    Fault{QueryFault::UnclosedQuote, "unclosed-quote", "the quote is not closed"},
    Fault{QueryFault::UnclosedParenthesis, "unclosed-parenthesis", "the parenthesis is not closed"},
    Fault{QueryFault::UnexpectedParenthesis, "unexpected-parenthesis", "this parenthesis closes nothing"},
    Fault{QueryFault::MissingOperand, "missing-operand", "something is missing beside this"},
    Fault{QueryFault::UnknownField, "unknown-field", "there is no such field"},
    Fault{QueryFault::UnknownValue, "unknown-value", "the field has no such value"},
    Fault{QueryFault::EmptyValue, "empty-value", "there is nothing to look for"},
    Fault{QueryFault::StarAlone, "star-alone", "a star needs a letter beside it"},
    Fault{QueryFault::TooDeep, "too-deep", "nested too deeply"},
    Fault{QueryFault::TooLong, "too-long", "too long"},
    Fault{QueryFault::BadDistance, "bad-distance", "nearness is written NEAR/5, up to NEAR/100"},
    Fault{QueryFault::NearNeeds, "near-needs-words", "beside NEAR stand words, phrases, or groups of them joined by OR"},
    Fault{QueryFault::WordsOnly, "words-only", "only words can stand here"},
    Fault{QueryFault::BadNumber, "bad-number", "this is not a number, as in >10 or 10..20"},
    Fault{QueryFault::BadTime, "bad-time", "this is not a time, as in 2026-11-21, 7d or yesterday"},
    Fault{QueryFault::EmptyRange, "empty-range", "nothing lies between the two"},
    Fault{QueryFault::CountNeeds, "count-needs-number", "count() needs a comparison, as in count(word)>=3"},
    Fault{QueryFault::UnknownSaved, "unknown-saved-query", "there is no saved query of that name"},
    Fault{QueryFault::UnknownList, "unknown-list", "there is no list of that name"},
    Fault{QueryFault::SavedCircle, "circle", "the saved query asks for itself"},
    Fault{QueryFault::SavedBroken, "saved-query-broken", "the saved query has a mistake of its own"}};
static_assert([] {
    for (std::size_t i = 0; i < kFaults.size(); ++i)
        if (static_cast<std::size_t>(kFaults[i].fault) != i)
            return false;
    return true;
}());

} // namespace

const char *faultName(QueryFault fault) noexcept
{
    return kFaults[static_cast<std::size_t>(fault)].name;
}

Error toError(const QueryError &error)
{
    auto detail = fmt::format("query: {} at byte {}", kFaults[static_cast<std::size_t>(error.fault)].sentence, error.position);
    if (!error.found.empty())
        detail += fmt::format(": \"{}\"", error.found);
    if (!error.suggestion.empty())
        detail += fmt::format(" (did you mean \"{}\"?)", error.suggestion);
    return {Errc::InvalidInput, std::move(detail), 0, std::nullopt, error.position};
}

std::string mended(std::string_view source, const QueryError &error)
{
    std::string out(source);
    if (error.fix && error.fix->begin <= error.fix->end && error.fix->end <= source.size())
        out.replace(error.fix->begin, error.fix->end - error.fix->begin, error.fix->text);
    return out;
}

} // namespace vigie::text
