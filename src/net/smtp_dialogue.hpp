// SPDX-License-Identifier: GPL-3.0-or-later
// Follows a submission that libcurl makes, line by line: who was accepted, and how far the message got. Of our own lines
// only the verb is looked at; the one that signs in holds the password.
// Thread: one at a time. Errors: RateLimited, TooLarge, Forbidden, ContentRefused, AuthRevoked, Protocol.
#pragma once

#include <vigie/net/mail_transport.hpp>

namespace vigie::net {

class SmtpDialogue {
public:
    explicit SmtpDialogue(std::vector<RecipientOutcome> recipients) : recipients_(std::move(recipients)) {}

    void weSay(std::string_view line);
    void serverSays(std::string_view line);
    /// The whole message was handed over: from here on its end may have left.
    void bodyEnded() { bodyEnded_ = true; }

    /// The message was taken (the answer to its end was 250).
    [[nodiscard]] bool taken() const { return bodyCode_ / 100 == 2; }
    /// The end of the message may have left, and no answer to it came.
    [[nodiscard]] bool unknown() const { return bodyOpen_ && bodyEnded_ && bodyCode_ == 0; }
    [[nodiscard]] bool everyRecipientAnswered() const;
    /// What the server refused, when it did; none when the dialogue ended otherwise.
    [[nodiscard]] std::optional<Error> refusal() const;
    [[nodiscard]] std::vector<RecipientOutcome> recipients() const;

private:
    enum class Step : std::uint8_t { Greeting, Hello, StartTls, Auth, Mail, Recipient, Data, Quit };
    void answered(int code);
    void refused(int code);

    std::vector<RecipientOutcome> recipients_;
    Step step_ = Step::Greeting;
    std::size_t next_ = 0;      ///< recipients named so far
    bool bodyOpen_ = false;     ///< 354: the server waits for the message
    bool bodyEnded_ = false;
    int bodyCode_ = 0;          ///< the answer to the end of the message
    int refusedCode_ = 0;       ///< of a step that ends the dialogue
    Step refusedStep_ = Step::Greeting;
    std::string refusedWith_;
    std::string said_;          ///< the lines of the answer that is being read
};

} // namespace vigie::net
