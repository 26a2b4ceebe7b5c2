// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/net/mail_transport.hpp>

#include "net/mail_curl.hpp"
#include "net/smtp_dialogue.hpp"

#include <algorithm>
#include <cstring>

namespace vigie::net {

namespace {

struct ListFree {
    void operator()(curl_slist *list) const { curl_slist_free_all(list); }
};

/// What one submission reads from and writes to while curl drives it.
struct Submission {
    SmtpDialogue dialogue;
    std::string_view left; ///< of the message
};

size_t onBody(char *to, size_t size, size_t count, void *self)
{
    auto &submission = *static_cast<Submission *>(self);
    const auto taken = std::min(size * count, submission.left.size());
    std::memcpy(to, submission.left.data(), taken);
    submission.left.remove_prefix(taken);
    if (submission.left.empty())
        submission.dialogue.bodyEnded(); // libcurl knows the size: it may not ask again
    return taken;
}

int onTalk(CURL *, curl_infotype type, char *data, size_t size, void *self)
{
    auto &dialogue = static_cast<Submission *>(self)->dialogue;
    if (type == CURLINFO_HEADER_OUT)
        dialogue.weSay(std::string_view(data, size));
    else if (type == CURLINFO_HEADER_IN)
        dialogue.serverSays(std::string_view(data, size));
    return 0;
}

/// The greeting is a host name that says nothing about this machine: the domain of the sender, which stands in the mail anyway.
std::string helloName(std::string_view sender)
{
    const auto domain = mailDomain(sender);
    const bool plain = std::all_of(domain.begin(), domain.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-'; });
    return plain && !domain.empty() ? domain : "localhost";
}

void follow(CURL *easy, Submission &submission)
{
    curl_easy_setopt(easy, CURLOPT_VERBOSE, 1L); // nothing is printed: the lines go to onTalk
    curl_easy_setopt(easy, CURLOPT_DEBUGFUNCTION, &onTalk);
    curl_easy_setopt(easy, CURLOPT_DEBUGDATA, static_cast<void *>(&submission));
}

} // namespace

const char *toString(MailSecurity security) noexcept
{
    return security == MailSecurity::Tls ? "tls" : "starttls";
}

std::optional<MailSecurity> mailSecurityFrom(std::string_view name) noexcept
{
    if (name == "tls")
        return MailSecurity::Tls;
    if (name == "starttls")
        return MailSecurity::StartTls;
    return std::nullopt;
}

bool MailOutcome::sent() const
{
    return std::any_of(recipients.begin(), recipients.end(), [](const auto &one) { return one.state == RecipientOutcome::State::Accepted; });
}

MailSender::MailSender(MailServer server, Secret password, MailPatience patience)
    : server_(std::move(server)), password_(std::move(password)), patience_(patience)
{
}

Result<MailOutcome> MailSender::send(const OutgoingMail &mail, std::stop_token stop)
{
    VIGIE_TRY(const auto message, buildMail(mail));
    std::vector<std::string> envelope = mail.deliverTo;
    if (envelope.empty())
        for (const auto &to : mail.to)
            envelope.push_back(to.address);
    if (envelope.empty() || !std::all_of(envelope.begin(), envelope.end(), isMailAddress))
        return fail(Errc::InvalidInput, "a mail to nobody, or to what is no address");
    std::vector<RecipientOutcome> recipients;
    curl_slist *list = nullptr;
    for (const auto &address : envelope) {
        recipients.push_back({address, RecipientOutcome::State::NotTried, 0, {}});
        list = curl_slist_append(list, ('<' + address + '>').c_str());
    }
    const std::unique_ptr<curl_slist, ListFree> owned(list);
    Submission submission{SmtpDialogue(std::move(recipients)), message};
    MailHandle handle;
    VIGIE_CHECK(handle.prepare(server_, password_, patience_, "smtp", helloName(mail.from.address), std::move(stop)));
    CURL *easy = handle.get();
    follow(easy, submission);
    const std::string from = '<' + mail.from.address + '>';
    curl_easy_setopt(easy, CURLOPT_MAIL_FROM, from.c_str());
    curl_easy_setopt(easy, CURLOPT_MAIL_RCPT, list);
    curl_easy_setopt(easy, CURLOPT_MAIL_RCPT_ALLLOWFAILS, 1L);
    curl_easy_setopt(easy, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(easy, CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(message.size()));
    curl_easy_setopt(easy, CURLOPT_READFUNCTION, &onBody);
    curl_easy_setopt(easy, CURLOPT_READDATA, static_cast<void *>(&submission));
    const CURLcode code = handle.perform();

    const auto &dialogue = submission.dialogue;
    if (dialogue.taken()) // what happened to the connection afterwards does not matter
        return MailOutcome{dialogue.recipients()};
    if (dialogue.unknown())
        return fail(Errc::UnknownOutcome, "the connection ended before the server said whether it took the message");
    if (auto refused = dialogue.refusal())
        return fail(std::move(*refused));
    if (dialogue.everyRecipientAnswered() && code == CURLE_SEND_ERROR) {
        MailOutcome outcome{dialogue.recipients()};
        if (!outcome.sent())
            return outcome;
    }
    return fail(code == CURLE_OK ? Error{Errc::Protocol, "the server ended without an answer", 0, {}, {}} : handle.failure(code));
}

Result<void> MailSender::check(std::stop_token stop)
{
    Submission submission{SmtpDialogue({}), {}};
    MailHandle handle;
    VIGIE_CHECK(handle.prepare(server_, password_, patience_, "smtp", helloName(server_.user), std::move(stop)));
    follow(handle.get(), submission);
    curl_easy_setopt(handle.get(), CURLOPT_CONNECT_ONLY, 1L);
    const CURLcode code = handle.perform();
    if (auto refused = submission.dialogue.refusal(); refused && code != CURLE_OK)
        return fail(std::move(*refused));
    if (code != CURLE_OK)
        return fail(handle.failure(code));
    return {};
}

} // namespace vigie::net
