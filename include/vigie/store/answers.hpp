// SPDX-License-Identifier: GPL-3.0-or-later
// The library of answers, its versions, and where each answer was given. A use is written with the intent to send and counts
// once the outbox says that it was sent; its text, link and outcome are read where they stand, never copied.
// Thread: inside a store job. Errors: Storage..., NotFound, Duplicate (a keyword that another answer has), InvalidInput.
// Changes are recorded under the open undoable action (Tickets::beginChangeSet).
#pragma once

#include <vigie/model/answer.hpp>
#include <vigie/store/store.hpp>

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace vigie::store {

/// What an answer was filled with, by name of the variable.
using AnswerValues = std::unordered_map<std::string, std::string>;

/// An answer that was put into the reply now being written for a ticket.
struct AnswerPick {
    AnswerId answer;
    std::string lang;
    AnswerValues values;
    Instant at;
};

/// A use of before, with what its variables held then.
struct LastUse {
    AnswerUse use;
    AnswerValues values;
};

class Answers {
public:
    explicit Answers(Tx &tx) : tx_(tx) {}

    /// By keyword. Those that were removed only when asked for.
    Result<std::vector<Answer>> all(bool withRemoved = false);
    Result<Answer> get(AnswerId id);
    /// By keyword, whatever its case and accents.
    Result<std::optional<Answer>> byKeyword(const std::string &keyword);
    /// A new answer when the id is none. The same text again writes nothing and makes no version.
    Result<AnswerId> save(AnswerId id, const AnswerText &text, const std::string &who);
    Result<void> remove(AnswerId id);
    /// Back into the library; Duplicate when its keyword was given away meanwhile.
    Result<void> restore(AnswerId id);
    /// Newest first.
    Result<std::vector<AnswerVersion>> versions(AnswerId id);

    /// Notes that it stands in the reply that is being written.
    Result<void> pick(TicketId ticket, const AnswerPick &pick);
    Result<std::vector<AnswerPick>> picks(TicketId ticket);
    /// Notes that `outbound` says it; to be called in the transaction that writes the intent.
    Result<void> noteUse(OutboundId outbound, const AnswerPick &pick, const std::string &who);

    /// Sent ones only, newest first.
    Result<std::vector<AnswerUse>> uses(AnswerId id, int limit);
    Result<std::optional<LastUse>> lastUse(AnswerId id);
    Result<AnswerRates> rates(AnswerId id);
    Result<std::unordered_map<AnswerId, AnswerRates>> allRates();
    /// The answer that a reply came from.
    Result<std::optional<AnswerId>> answerOf(OutboundId outbound);

private:
    Tx &tx_;
};

} // namespace vigie::store
