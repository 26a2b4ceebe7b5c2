// SPDX-License-Identifier: GPL-3.0-or-later
// A reusable public answer: found by keyword, in French and English, with variables, a validity, an owner and its versions;
// and one use of it: where it was given, and what came of it.
// Thread: values. Errors: none.
#pragma once

#include <vigie/base/id.hpp>
#include <vigie/base/time.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vigie {

using AnswerId = Id<struct AnswerTag>;

/// A day of the calendar as people write it: "2026-05-03". Compares as it reads.
using IsoDay = std::string;

/// What stands for {{name}} in a text. The word of `source` is kept in the base and in files.
struct AnswerVariable {
    enum class Source : std::uint8_t {
        Ask,          ///< the person says it each time
        MemberName,   ///< of the ticket
        MemberHandle,
        Brand,        ///< name of the account that answers
        Today,        ///< in the language of the text
        OrderNumber,  ///< read from the member's own messages
        Me            ///< who answers
    } source = Source::Ask;
    std::string name, meaning;
    friend bool operator==(const AnswerVariable &, const AnswerVariable &) = default;
};
inline constexpr std::array<std::pair<AnswerVariable::Source, const char *>, 7> kVariableSources{{{AnswerVariable::Source::Ask, "ask"},
                                                                                                 {AnswerVariable::Source::MemberName, "member"},
                                                                                                 {AnswerVariable::Source::MemberHandle, "handle"},
                                                                                                 {AnswerVariable::Source::Brand, "brand"},
                                                                                                 {AnswerVariable::Source::Today, "today"},
                                                                                                 {AnswerVariable::Source::OrderNumber, "order"},
                                                                                                 {AnswerVariable::Source::Me, "me"}}};

/// What people write and change.
struct AnswerText {
    std::string keyword, title;       ///< keyword: what ";" finds it by; title: the question it answers
    std::string french, english;      ///< at least one of them says something
    std::vector<AnswerVariable> variables;
    IsoDay validFrom, validUntil;     ///< both days included; empty: open
    std::string owner, service;
    std::vector<std::string> tags;
    friend bool operator==(const AnswerText &, const AnswerText &) = default;

    [[nodiscard]] const std::string &in(std::string_view lang) const { return lang == "fr" ? french : english; }
};

struct Answer {
    AnswerId id;
    AnswerText text;
    Instant createdAt, changedAt;
    int version = 1;
    std::optional<Instant> removedAt; ///< out of the library; its uses stay

    [[nodiscard]] bool validOn(const IsoDay &day) const
    {
        return (text.validFrom.empty() || text.validFrom <= day) && (text.validUntil.empty() || day <= text.validUntil);
    }
};

struct AnswerVersion {
    int number = 1;
    Instant at;
    std::string who;
    AnswerText text;
};

/// What became of a reply of ours.
struct ReplyOutcome {
    int followUps = 0;                ///< messages of the member after it, in the same conversation
    bool closed = false;              ///< the conversation is done, and nothing more was said
    std::optional<float> toneAfter;   ///< of the member's next message
};

/// A reply that was sent and came from an answer.
struct AnswerUse {
    AnswerId answer;
    OutboundId outbound;
    TicketId ticket;
    std::string permalink, who, lang, text;
    Instant at;
    int version = 1;
    ReplyOutcome outcome;
};

/// "Given 12 times, last on 3 May, 2 follow-ups." Rates are of `uses`.
struct AnswerRates {
    int uses = 0;
    int withFollowUp = 0, closed = 0; ///< replies after which the member wrote again; that ended the conversation
    int followUps = 0;
    std::optional<Instant> last;
};

} // namespace vigie
