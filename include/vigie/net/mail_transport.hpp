// SPDX-License-Identifier: GPL-3.0-or-later
// Sending by SMTP and reading by IMAP, always encrypted: without TLS and a certificate that holds, not even the password
// leaves. Submission and the opening of an IMAP connection are libcurl's; the IMAP that follows is a small reader of ours.
// Thread: calls wait for the server, so never from the thread of a window; an object belongs to one thread at a time.
// Errors: Network (not reached, nothing was sent), Timeout, Tls, AuthRevoked (name or password refused: sign in again),
// UnknownOutcome (the connection ended after the text, before the answer: send the same Message-ID again), RateLimited (4xx:
// later), TooLarge, Forbidden (5xx), NotFound (no such folder), Unsupported (a command the server does not know), Protocol, Server, Cancelled, InvalidInput.
#pragma once

#include <vigie/base/secret.hpp>
#include <vigie/net/mail.hpp>

#include <chrono>
#include <memory>
#include <stop_token>

namespace vigie::net {

enum class MailSecurity : std::uint8_t {
    Tls,     ///< from the first byte (465, 993)
    StartTls ///< the server is asked to begin it (587, 143); when it does not offer that, nothing is said
};
[[nodiscard]] const char *toString(MailSecurity security) noexcept; ///< "tls", "starttls"
[[nodiscard]] std::optional<MailSecurity> mailSecurityFrom(std::string_view name) noexcept;

struct MailServer {
    std::string host;
    int port = 0;
    MailSecurity security = MailSecurity::Tls;
    std::string user;
    std::string caFile; ///< an own certificate authority, beside the system's
    friend bool operator==(const MailServer &, const MailServer &) = default;
};

struct MailPatience {
    std::chrono::milliseconds connect{15'000};
    std::chrono::milliseconds answer{60'000}; ///< for each answer of the server
};

struct RecipientOutcome {
    std::string address;
    enum class State : std::uint8_t { NotTried, Accepted, Refused, Later } state = State::NotTried;
    int code = 0;       ///< of SMTP
    std::string answer; ///< the server's sentence; untrusted
};
struct MailOutcome {
    std::vector<RecipientOutcome> recipients;
    [[nodiscard]] bool sent() const; ///< at least one recipient was accepted, and the message with it
};

class MailSender {
public:
    MailSender(MailServer server, Secret password, MailPatience patience = {});
    /// One message to all of its recipients; those who are refused do not keep it from the others.
    Result<MailOutcome> send(const OutgoingMail &mail, std::stop_token stop = {});
    /// Signs in and says goodbye; nothing is sent.
    Result<void> check(std::stop_token stop = {});

private:
    MailServer server_;
    Secret password_;
    MailPatience patience_;
};

struct MailFolder {
    std::uint32_t uidValidity = 0, uidNext = 0, messages = 0;
};

/// Which messages of a folder may belong to our questions.
struct ReplySearch {
    std::uint32_t afterUid = 0;   ///< only later arrivals; 0: all
    std::optional<Instant> since; ///< arrived on this day or later
    bool inBodies = false;        ///< also where the code stands in the body alone; slow in a large folder
};

class MailReader {
public:
    MailReader(MailServer server, Secret password, MailPatience patience = {});
    ~MailReader();
    MailReader(MailReader &&) noexcept;
    MailReader &operator=(MailReader &&) noexcept;

    /// Connects and signs in. Called again after an error, it begins anew.
    Result<void> connect(std::stop_token stop = {});
    [[nodiscard]] bool connected() const;
    /// Opens a folder for reading only (EXAMINE): whatever is read stays unread for the person.
    Result<MailFolder> examine(const std::string &folder);
    /// What the server finds, and of later arrivals what their headers say: some servers search by whole words.
    Result<std::vector<std::uint32_t>> search(const ReplySearch &what);
    /// At most the first MiB of each (BODY.PEEK); those that are gone meanwhile are left out.
    Result<std::vector<IncomingMail>> fetch(const std::vector<std::uint32_t> &uids);
    /// Until something arrived (true), or `howLong` passed (false). IDLE, where the server offers it; else it asks every `ask`.
    Result<bool> waitForNews(std::chrono::milliseconds howLong, std::stop_token stop = {},
                             std::chrono::milliseconds ask = std::chrono::seconds(60));
    [[nodiscard]] bool canIdle() const;
    void close();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace vigie::net
