// SPDX-License-Identifier: GPL-3.0-or-later
// The library at work: finding an answer by what is typed, filling it for a ticket, noticing that a draft says otherwise than
// before, and recording that it was given.
// Thread: inside a store job; what takes no Tx is pure. Errors: NotFound, InvalidInput, Storage...
#pragma once

#include <vigie/model/answer.hpp>
#include <vigie/store/answers.hpp>
#include <vigie/store/past_answers.hpp>
#include <vigie/text/figures.hpp>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vigie::desk {

/// Places in `answers`, best first: keywords that begin with what is typed, then words of keyword, title and tags that do, then
/// texts that hold all its words. Accents and case do not matter. Nothing typed: all, by keyword.
[[nodiscard]] std::vector<std::size_t> findAnswers(std::span<const Answer> answers, std::string_view typed);

/// Where a variable comes from that no answer declares: told by its name, in French or English.
[[nodiscard]] AnswerVariable::Source usualSource(std::string_view name);

struct AnswerContext {
    std::string lang;                 ///< "fr" or "en"
    std::string person, zone;
    TicketId ticket;                  ///< none: variables of a ticket stay open
};
struct FilledAnswer {
    std::string text, lang;           ///< lang: of the text that was taken, the other one when the one asked for is empty
    store::AnswerValues values;       ///< what was filled in
    std::vector<std::string> open;    ///< variables that wait for a value
};

/// Why an answer should be looked at again.
enum class Staleness : std::uint8_t { Fresh, NotYet, Passed, EndsSoon, Old };
inline constexpr int kSoonDays = 14, kOldDays = 365;
[[nodiscard]] Staleness stalenessOf(const Answer &answer, const AnswerRates &rates, Instant now, const std::string &zone);
[[nodiscard]] IsoDay dayOf(Instant at, const std::string &zone);

/// "On 12 March you said 48 h": a figure of the draft, and the answer of ours that said another.
struct AnswerHint {
    text::Contradiction figures;
    std::string before;               ///< what was said then, as it stands there: "48 h"
    std::string said;                 ///< the whole text of then
    Instant at;
    std::string permalink;
    TicketId ticket;
    std::optional<AnswerId> answer;   ///< it is the last use of this answer
};

class AnswerDesk {
public:
    explicit AnswerDesk(store::Tx &tx) : tx_(tx) {}

    Result<FilledAnswer> fill(const Answer &answer, const AnswerContext &context);
    /// At most `limit`, one per figure of the draft, the last use of an answer before anything else.
    Result<std::vector<AnswerHint>> hints(TicketId ticket, const std::string &draft, const std::string &lang, int limit = 3);
    /// The reply was put into the outbox in this very transaction: answers that stand in it are given by it.
    Result<int> given(TicketId ticket, OutboundId outbound, const std::string &who);
    /// A reply of ours as the beginning of an answer, the message it answered as its title.
    Result<AnswerText> fromReply(OutboundId outbound);

private:
    store::Tx &tx_;
};

} // namespace vigie::desk
