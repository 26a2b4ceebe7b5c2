// SPDX-License-Identifier: GPL-3.0-or-later
// A question that is passed to colleagues by mail, and their answers. Nothing a member of the public writes or reads.
// Thread: values. Errors: none.
#pragma once

#include <vigie/base/error.hpp>
#include <vigie/base/id.hpp>
#include <vigie/base/time.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vigie {

using QuestionId = Id<struct QuestionTag>; ///< the number in "[Vigie #4127]"

enum class QuestionState : std::uint8_t {
    Waiting,  ///< in the outbox: it leaves at dueAt, or when somebody signs in again
    Sent,     ///< at least one colleague has it
    Answered, ///< a person wrote back; a machine's answer does not count
    Failed,   ///< nobody can be reached so; what each server said stands with the recipients
    Cancelled
};
[[nodiscard]] const char *toString(QuestionState state) noexcept; ///< "waiting", "sent", ...
[[nodiscard]] QuestionState questionStateFrom(std::string_view name) noexcept;

struct QuestionRecipient {
    std::string name, address;
    enum class State : std::uint8_t { Waiting, Sent, Refused } state = State::Waiting;
    int code = 0;       ///< of SMTP, when there was one
    std::string answer; ///< the server's sentence; untrusted
};
[[nodiscard]] const char *toString(QuestionRecipient::State state) noexcept;
[[nodiscard]] QuestionRecipient::State recipientStateFrom(std::string_view name) noexcept;

struct Question {
    QuestionId id;
    TicketId ticket;       ///< what it is about; none for a free question
    std::string subject;   ///< with its code
    std::string text;
    std::string messageId; ///< the same at every try
    std::string inReplyTo; ///< message id of the question that this one reminds of
    std::vector<QuestionRecipient> recipients;
    QuestionState state = QuestionState::Waiting;
    Instant createdAt, changedAt;
    std::optional<Instant> dueAt, sentAt; ///< dueAt: when those who wait are tried next; none: not by itself
    int attempts = 0;
    bool mayHaveLeft = false;             ///< a connection ended before the answer: it is sent again under the same id
    std::optional<Error> error;           ///< of the last attempt
};

struct QuestionReply {
    std::int64_t id = 0;
    QuestionId question;
    std::string messageId, fromName, fromAddress, subject;
    std::string text, history;            ///< what is new; what the mail repeated
    std::vector<std::string> attachments; ///< names
    bool automatic = false;               ///< written by a machine: it closes nothing
    Instant at;
};

} // namespace vigie
