// SPDX-License-Identifier: GPL-3.0-or-later
// One signed-in IMAP connection: libcurl greets, begins TLS and signs in, then we speak over its connection.
// Thread: one at a time. Errors: Network, Timeout, Tls, AuthRevoked, Protocol, Cancelled; a NO of the server is NotFound for
// a folder that is not there, else Server; a BAD is Unsupported.
#pragma once

#include "net/imap_tokens.hpp"
#include "net/mail_curl.hpp"

namespace vigie::net {

class ImapSession {
public:
    static Result<std::unique_ptr<ImapSession>> open(const MailServer &server, const Secret &password, const MailPatience &patience, std::stop_token stop);
    ~ImapSession();
    ImapSession(const ImapSession &) = delete;
    ImapSession &operator=(const ImapSession &) = delete;

    /// Sends "TAG text" and reads until the answer with that tag; the value is all that came before, and it last.
    Result<std::vector<ImapAnswer>> command(const std::string &text);
    Result<void> send(std::string_view bytes);
    /// The next answer, whatever it is; none when `howLong` passed without one.
    Result<std::optional<ImapAnswer>> receive(std::chrono::milliseconds howLong);
    [[nodiscard]] bool can(std::string_view capability) const;
    [[nodiscard]] std::string nextTag();
    void stopWith(std::stop_token stop) { stop_ = std::move(stop); }

private:
    ImapSession() = default;
    Result<void> askCapabilities();
    Result<void> waitReadable(std::chrono::milliseconds howLong, bool &ready);

    MailHandle handle_;
    MailPatience patience_;
    std::stop_token stop_;
    ImapSplitter splitter_;
    std::vector<std::string> capabilities_;
    unsigned tags_ = 0;
};

} // namespace vigie::net
