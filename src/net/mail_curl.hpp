// SPDX-License-Identifier: GPL-3.0-or-later
// What sending and reading share: a curl handle that says nothing without TLS, and what its failures mean.
#pragma once

#include <vigie/net/mail_transport.hpp>

#include <curl/curl.h>

#include <array>
#include <memory>
#include <string>

namespace vigie::net {

struct CurlFree {
    void operator()(CURL *easy) const { curl_easy_cleanup(easy); }
};
using CurlHandle = std::unique_ptr<CURL, CurlFree>;

/// SIGPIPE stays with the thread that does not want it: OpenSSL writes to sockets that servers may have closed.
class QuietPipes {
public:
    QuietPipes();
    ~QuietPipes();
    QuietPipes(const QuietPipes &) = delete;
    QuietPipes &operator=(const QuietPipes &) = delete;

private:
    bool mine_ = false;
};

/// A handle and what it needs to stay where it is while it works.
class MailHandle {
public:
    MailHandle() = default;
    MailHandle(const MailHandle &) = delete;
    MailHandle &operator=(const MailHandle &) = delete;
    ~MailHandle();

    /// `scheme`: "smtp" or "imap"; `path`: for SMTP the name that we greet with. The handle stops when `stop` does.
    Result<void> prepare(const MailServer &server, const Secret &password, const MailPatience &patience, const std::string &scheme,
                         const std::string &path, std::stop_token stop);
    CURLcode perform();
    [[nodiscard]] CURL *get() const { return easy_.get(); }
    [[nodiscard]] Error failure(CURLcode code) const;
    /// The last line the server wrote before TLS and signing in were done with; IMAP says there why it refused.
    [[nodiscard]] const std::string &lastLine() const { return lastLine_; }
    void noteLine(std::string_view line) { lastLine_.assign(line.substr(0, 400)); }

private:
    static int onProgress(void *self, curl_off_t, curl_off_t, curl_off_t, curl_off_t);

    CurlHandle easy_;
    std::array<char, CURL_ERROR_SIZE> errorText_{};
    std::stop_token stop_;
    std::string lastLine_;
};

} // namespace vigie::net
