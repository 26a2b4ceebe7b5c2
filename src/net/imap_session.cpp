// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/imap_session.hpp"

#include "net/ascii.hpp"

#include <poll.h>

#include <algorithm>
#include <array>

namespace vigie::net {

namespace {

constexpr std::chrono::milliseconds kGlance{200}; // how late a stop may be noticed
constexpr std::size_t kMostAnswers = 200'000;     // of one command; a server may talk for ever

int onTalk(CURL *, curl_infotype type, char *data, size_t size, void *self)
{
    if (type == CURLINFO_HEADER_IN)
        static_cast<MailHandle *>(self)->noteLine(std::string_view(data, size));
    return 0;
}

bool has(std::string_view line, std::string_view word)
{
    return line.find(word) != std::string_view::npos;
}

/// libcurl calls every refusal of a sign-in "denied"; RFC 5530 says which of them have nothing to do with the password.
Error signInFailure(const MailHandle &handle, CURLcode code)
{
    Error error = handle.failure(code);
    const auto &line = handle.lastLine();
    if (error.code == Errc::AuthRevoked) {
        if (has(line, "[UNAVAILABLE]") || has(line, "[INUSE]") || has(line, "[LIMIT]") || has(line, "[SERVERBUG]") || has(line, "* BYE"))
            error.code = Errc::Server;
        error.detail = std::string(trim(line));
    } else if (code == CURLE_WEIRD_SERVER_REPLY && has(line, "* BYE")) {
        error.code = Errc::Server;
        error.detail = std::string(trim(line));
    }
    return error;
}

} // namespace

Result<std::unique_ptr<ImapSession>> ImapSession::open(const MailServer &server, const Secret &password, const MailPatience &patience, std::stop_token stop)
{
    std::unique_ptr<ImapSession> session(new ImapSession());
    session->patience_ = patience;
    session->stop_ = stop;
    VIGIE_CHECK(session->handle_.prepare(server, password, patience, "imap", "", std::move(stop)));
    CURL *easy = session->handle_.get();
    curl_easy_setopt(easy, CURLOPT_CONNECT_ONLY, 1L);
    curl_easy_setopt(easy, CURLOPT_VERBOSE, 1L); // nothing is printed: the server's lines go to onTalk
    curl_easy_setopt(easy, CURLOPT_DEBUGFUNCTION, &onTalk);
    curl_easy_setopt(easy, CURLOPT_DEBUGDATA, static_cast<void *>(&session->handle_));
    const CURLcode code = session->handle_.perform();
    if (code != CURLE_OK)
        return fail(signInFailure(session->handle_, code));
    curl_easy_setopt(easy, CURLOPT_VERBOSE, 0L);
    VIGIE_CHECK(session->askCapabilities());
    return session;
}

ImapSession::~ImapSession() = default;

std::string ImapSession::nextTag()
{
    return 'V' + std::to_string(++tags_);
}

bool ImapSession::can(std::string_view capability) const
{
    return std::any_of(capabilities_.begin(), capabilities_.end(), [&](const auto &one) { return equalsIgnoreCase(one, capability); });
}

Result<void> ImapSession::askCapabilities()
{
    VIGIE_TRY(const auto answers, command("CAPABILITY"));
    for (const auto &answer : answers)
        if (answer.kind == "CAPABILITY")
            for (const auto &value : answer.values)
                capabilities_.push_back(value.text);
    return {};
}

Result<void> ImapSession::send(std::string_view bytes)
{
    const QuietPipes quiet;
    const auto until = std::chrono::steady_clock::now() + patience_.answer;
    while (!bytes.empty()) {
        std::size_t sent = 0;
        const CURLcode code = curl_easy_send(handle_.get(), bytes.data(), bytes.size(), &sent);
        if (code != CURLE_OK && code != CURLE_AGAIN)
            return fail(Errc::Network, "the connection to the mail server ended");
        bytes.remove_prefix(sent);
        if (bytes.empty())
            break;
        if (stop_.stop_requested())
            return fail(Errc::Cancelled);
        if (std::chrono::steady_clock::now() > until)
            return fail(Errc::Timeout, "the mail server takes nothing");
        curl_socket_t fd = CURL_SOCKET_BAD;
        curl_easy_getinfo(handle_.get(), CURLINFO_ACTIVESOCKET, &fd);
        pollfd polled{fd, POLLOUT, 0};
        ::poll(&polled, 1, static_cast<int>(kGlance.count()));
    }
    return {};
}

Result<void> ImapSession::waitReadable(std::chrono::milliseconds howLong, bool &ready)
{
    curl_socket_t fd = CURL_SOCKET_BAD;
    if (curl_easy_getinfo(handle_.get(), CURLINFO_ACTIVESOCKET, &fd) != CURLE_OK || fd == CURL_SOCKET_BAD)
        return fail(Errc::Network, "the connection to the mail server ended");
    const auto until = std::chrono::steady_clock::now() + howLong;
    for (;;) {
        if (stop_.stop_requested())
            return fail(Errc::Cancelled);
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
        pollfd polled{fd, POLLIN, 0};
        ready = ::poll(&polled, 1, static_cast<int>(std::clamp(left, std::chrono::milliseconds{0}, kGlance).count())) > 0;
        if (ready || left <= std::chrono::milliseconds{0})
            return {};
    }
}

Result<std::optional<ImapAnswer>> ImapSession::receive(std::chrono::milliseconds howLong)
{
    const QuietPipes quiet;
    std::array<char, 16'384> chunk{};
    const auto until = std::chrono::steady_clock::now() + howLong;
    for (;;) {
        VIGIE_TRY(auto answer, splitter_.next());
        if (answer)
            return answer;
        // Read before waiting: TLS may hold bytes that the socket no longer shows.
        std::size_t got = 0;
        const CURLcode code = curl_easy_recv(handle_.get(), chunk.data(), chunk.size(), &got);
        if (code == CURLE_OK && got > 0) {
            splitter_.feed(std::string_view(chunk.data(), got));
            continue;
        }
        if (code != CURLE_AGAIN)
            return fail(Errc::Network, "the connection to the mail server ended");
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
        bool ready = false;
        VIGIE_CHECK(waitReadable(std::max(left, std::chrono::milliseconds{0}), ready));
        if (!ready)
            return std::optional<ImapAnswer>{};
    }
}

Result<std::vector<ImapAnswer>> ImapSession::command(const std::string &text)
{
    const auto tag = nextTag();
    VIGIE_CHECK(send(tag + ' ' + text + "\r\n"));
    std::vector<ImapAnswer> out;
    for (;;) {
        VIGIE_TRY(auto answer, receive(patience_.answer));
        if (!answer)
            return fail(Errc::Timeout, "the mail server does not answer");
        if (answer->tag == "*" && answer->kind == "BYE")
            return fail(Errc::Network, "the mail server says goodbye: " + answer->text);
        const bool last = answer->tag == tag;
        out.push_back(std::move(*answer));
        if (out.size() > kMostAnswers)
            return fail(Errc::TooLarge, "the mail server does not stop answering");
        if (!last)
            continue;
        const auto &verdict = out.back();
        if (verdict.kind == "OK")
            return out;
        const bool absent = !verdict.code.empty() && (verdict.code.front().isAtom("NONEXISTENT") || verdict.code.front().isAtom("TRYCREATE"));
        return fail(verdict.kind == "BAD" ? Errc::Unsupported : absent ? Errc::NotFound : Errc::Server, verdict.text);
    }
}

} // namespace vigie::net
