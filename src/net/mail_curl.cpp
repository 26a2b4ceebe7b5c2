// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/mail_curl.hpp"

#include <csignal>
#include <ctime>

namespace vigie::net {

namespace {

template <class Value>
void set(CURL *easy, CURLoption option, Value value)
{
    curl_easy_setopt(easy, option, value);
}

bool isHost(std::string_view text)
{
    if (text.empty() || text.size() > 255)
        return false;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
        if (!plain && byte < 0x80 && c != '.' && c != '-' && c != ':' && c != '_')
            return false;
    }
    return true;
}

Errc meaning(CURLcode code)
{
    switch (code) {
    case CURLE_OPERATION_TIMEDOUT: return Errc::Timeout;
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_ENGINE_NOTFOUND:
    case CURLE_SSL_ENGINE_SETFAILED:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_USE_SSL_FAILED:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR: return Errc::Tls;
    case CURLE_LOGIN_DENIED: return Errc::AuthRevoked;
    case CURLE_ABORTED_BY_CALLBACK: return Errc::Cancelled;
    case CURLE_OUT_OF_MEMORY:
    case CURLE_FAILED_INIT: return Errc::Internal;
    case CURLE_WEIRD_SERVER_REPLY: return Errc::Protocol;
    case CURLE_URL_MALFORMAT:
    case CURLE_UNSUPPORTED_PROTOCOL: return Errc::InvalidInput;
    default: return Errc::Network;
    }
}

} // namespace

QuietPipes::QuietPipes()
{
    sigset_t pipe, before;
    sigemptyset(&pipe);
    sigaddset(&pipe, SIGPIPE);
    mine_ = pthread_sigmask(SIG_BLOCK, &pipe, &before) == 0 && sigismember(&before, SIGPIPE) == 0;
}

QuietPipes::~QuietPipes()
{
    if (!mine_)
        return;
    sigset_t pipe;
    sigemptyset(&pipe);
    sigaddset(&pipe, SIGPIPE);
    const timespec now{};
    while (sigtimedwait(&pipe, nullptr, &now) == SIGPIPE) {
    }
    pthread_sigmask(SIG_UNBLOCK, &pipe, nullptr);
}

MailHandle::~MailHandle()
{
    const QuietPipes quiet; // the server is said goodbye to
    easy_.reset();
}

int MailHandle::onProgress(void *self, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
{
    return static_cast<MailHandle *>(self)->stop_.stop_requested() ? 1 : 0;
}

Result<void> MailHandle::prepare(const MailServer &server, const Secret &password, const MailPatience &patience, const std::string &scheme,
                                 const std::string &path, std::stop_token stop)
{
    if (!isHost(server.host) || server.port < 1 || server.port > 65535)
        return fail(Errc::InvalidInput, "not the name of a server and a port: " + server.host + ':' + std::to_string(server.port));
    if (server.user.empty() || password.empty())
        return fail(Errc::NoSecret, "no password for " + server.host);
    static const CURLcode ready = curl_global_init(CURL_GLOBAL_DEFAULT);
    easy_.reset(ready == CURLE_OK ? curl_easy_init() : nullptr);
    if (!easy_)
        return fail(Errc::Internal, "no curl handle");
    stop_ = std::move(stop);
    errorText_[0] = '\0';
    lastLine_.clear();

    CURL *easy = easy_.get();
    const std::string host = server.host.find(':') == std::string::npos ? server.host : '[' + server.host + ']';
    const std::string url = scheme + (server.security == MailSecurity::Tls ? "s://" : "://") + host + ':' + std::to_string(server.port) + '/' + path;
    set(easy, CURLOPT_URL, url.c_str());
    set(easy, CURLOPT_PROTOCOLS_STR, "smtp,smtps,imap,imaps");
    set(easy, CURLOPT_USE_SSL, static_cast<long>(CURLUSESSL_ALL));
    set(easy, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    if (!server.caFile.empty())
        set(easy, CURLOPT_CAINFO, server.caFile.c_str()); // the system's folder of authorities stays beside it
    set(easy, CURLOPT_PROXY, ""); // the proxies of web pages are not meant for mail, and would be told the password's way
    set(easy, CURLOPT_USERNAME, server.user.c_str());
    set(easy, CURLOPT_PASSWORD, std::string(password.reveal()).c_str());
    set(easy, CURLOPT_NOSIGNAL, 1L);
    set(easy, CURLOPT_ERRORBUFFER, errorText_.data());
    set(easy, CURLOPT_NOPROGRESS, 0L);
    set(easy, CURLOPT_XFERINFOFUNCTION, &MailHandle::onProgress);
    set(easy, CURLOPT_XFERINFODATA, static_cast<void *>(this));
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(patience.answer).count();
    set(easy, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(patience.connect.count()));
    set(easy, CURLOPT_FTP_RESPONSE_TIMEOUT, static_cast<long>(seconds)); // the older name; it holds for SMTP and IMAP as well
    set(easy, CURLOPT_LOW_SPEED_LIMIT, 1L);
    set(easy, CURLOPT_LOW_SPEED_TIME, static_cast<long>(seconds));
    return {};
}

CURLcode MailHandle::perform()
{
    const QuietPipes quiet;
    return curl_easy_perform(easy_.get());
}

Error MailHandle::failure(CURLcode code) const
{
    const std::string said = errorText_[0] != '\0' ? errorText_.data() : curl_easy_strerror(code);
    return Error{meaning(code), said, 0, std::nullopt, std::nullopt};
}

} // namespace vigie::net
