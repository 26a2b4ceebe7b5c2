// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/smtp_dialogue.hpp"

#include "net/ascii.hpp"

#include <algorithm>

namespace vigie::net {

namespace {

constexpr std::size_t kLongestAnswer = 1000; // shown to a person; a server may talk for ever

/// The three digits of an answer, 0 when there are none.
int codeOf(std::string_view line)
{
    if (line.size() < 3 || !isDigit(line[0]) || !isDigit(line[1]) || !isDigit(line[2]))
        return 0;
    return (line[0] - '0') * 100 + (line[1] - '0') * 10 + (line[2] - '0');
}

} // namespace

void SmtpDialogue::weSay(std::string_view line)
{
    const auto verb = line.substr(0, std::min(line.find_first_of(" :\r\n"), line.size()));
    said_.clear();
    if (equalsIgnoreCase(verb, "EHLO") || equalsIgnoreCase(verb, "HELO"))
        step_ = Step::Hello;
    else if (equalsIgnoreCase(verb, "STARTTLS"))
        step_ = Step::StartTls;
    else if (equalsIgnoreCase(verb, "AUTH"))
        step_ = Step::Auth;
    else if (equalsIgnoreCase(verb, "QUIT"))
        step_ = Step::Quit;
    else if (step_ == Step::Auth && !equalsIgnoreCase(verb, "MAIL"))
        return; // the lines that follow AUTH are not commands
    else if (equalsIgnoreCase(verb, "MAIL"))
        step_ = Step::Mail;
    else if (equalsIgnoreCase(verb, "RCPT")) {
        step_ = Step::Recipient;
        ++next_;
    } else if (equalsIgnoreCase(verb, "DATA"))
        step_ = Step::Data;
}

void SmtpDialogue::serverSays(std::string_view line)
{
    const int code = codeOf(line);
    if (code == 0)
        return;
    const auto words = trim(line.substr(std::min<std::size_t>(4, line.size())));
    if (said_.size() < kLongestAnswer) {
        said_ += said_.empty() ? "" : " ";
        said_ += words.substr(0, kLongestAnswer - std::min(kLongestAnswer, said_.size()));
    }
    if (line.size() > 3 && line[3] == '-')
        return; // more lines follow
    answered(code);
}

void SmtpDialogue::answered(int code)
{
    if (step_ == Step::Data && bodyOpen_) {
        if (bodyCode_ == 0)
            bodyCode_ = code;
        if (code >= 400)
            refused(code);
        return;
    }
    if (step_ == Step::Data && code == 354) {
        bodyOpen_ = true;
        said_.clear();
        return;
    }
    if (step_ == Step::Recipient && next_ > 0 && next_ <= recipients_.size()) {
        auto &one = recipients_[next_ - 1];
        one.code = code;
        one.answer = said_;
        one.state = code / 100 == 2 ? RecipientOutcome::State::Accepted
                    : code / 100 == 4 ? RecipientOutcome::State::Later
                                      : RecipientOutcome::State::Refused;
        return;
    }
    if (code >= 400 && step_ != Step::Quit)
        refused(code);
}

void SmtpDialogue::refused(int code)
{
    if (refusedCode_ != 0)
        return;
    refusedCode_ = code;
    refusedStep_ = step_;
    refusedWith_ = said_;
}

bool SmtpDialogue::everyRecipientAnswered() const
{
    return std::all_of(recipients_.begin(), recipients_.end(), [](const auto &one) { return one.state != RecipientOutcome::State::NotTried; });
}

std::optional<Error> SmtpDialogue::refusal() const
{
    if (refusedCode_ == 0)
        return std::nullopt;
    Errc code = Errc::Forbidden;
    if (refusedCode_ < 500)
        code = Errc::RateLimited;
    else if (refusedStep_ == Step::Auth)
        code = Errc::AuthRevoked;
    else if (refusedStep_ == Step::StartTls)
        code = Errc::Tls;
    else if (refusedCode_ == 552 || refusedCode_ == 523)
        code = Errc::TooLarge;
    else if (refusedStep_ == Step::Data)
        code = Errc::ContentRefused;
    return Error{code, refusedWith_, refusedCode_, std::nullopt, std::nullopt};
}

std::vector<RecipientOutcome> SmtpDialogue::recipients() const
{
    return recipients_;
}

} // namespace vigie::net
