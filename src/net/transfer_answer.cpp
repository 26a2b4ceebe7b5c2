// SPDX-License-Identifier: GPL-3.0-or-later
// How what curl received becomes an answer.
#include "net/transfer.hpp"

#include "net/ascii.hpp"

#include <vigie/base/log.hpp>
#include <vigie/net/rate.hpp>

#include <fmt/core.h>

#include <algorithm>

namespace vigie::net {

namespace {

struct Meaning {
    Errc code;
    const char *text;
};

Meaning meaningOf(CURLcode code, bool started)
{
    switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY: return {Errc::Network, "name not found"};
    case CURLE_COULDNT_CONNECT:
    case CURLE_PROXY: return {Errc::Network, "no connection"};
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR: return {Errc::Network, "connection lost"};
    case CURLE_GOT_NOTHING: return {Errc::Network, "connection closed without an answer"};
    case CURLE_OPERATION_TIMEDOUT: return {Errc::Timeout, "no answer in time"};
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_INVALIDCERTSTATUS:
    case CURLE_SSL_PINNEDPUBKEYNOTMATCH: return {Errc::Tls, "certificate or handshake refused"};
    case CURLE_PARTIAL_FILE: return {Errc::Protocol, "the answer is shorter than announced"};
    case CURLE_BAD_CONTENT_ENCODING: return {Errc::Protocol, "the answer is damaged"};
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_HTTP2:
    case CURLE_HTTP2_STREAM: return {Errc::Protocol, "the answer is not HTTP"};
    case CURLE_UNSUPPORTED_PROTOCOL:
        return started ? Meaning{Errc::Protocol, "the answer is not HTTP"} : Meaning{Errc::InvalidInput, "not an address"};
    case CURLE_URL_MALFORMAT: return {Errc::InvalidInput, "not an address"};
    case CURLE_READ_ERROR:
    case CURLE_ABORTED_BY_CALLBACK: return {Errc::InvalidInput, "a file of the form cannot be read"};
    default: return {Errc::Network, "transfer failed"};
    }
}

Instant wallNow()
{
    return std::chrono::time_point_cast<Micros>(std::chrono::system_clock::now());
}

} // namespace

Errc codeOfStatus(int status)
{
    switch (status) {
    case 401: return Errc::AuthExpired;
    case 403: return Errc::Forbidden;
    case 404: return Errc::NotFound;
    case 410: return Errc::Gone;
    case 429: return Errc::RateLimited;
    default: return status >= 500 ? Errc::Server : Errc::Protocol;
    }
}

void Transfer::takeHeader(std::string_view line)
{
    line = trim(line);
    if (line.substr(0, 5) == "HTTP/") {
        // A new block: the one after "100 Continue", or the real one after a proxy's.
        response_.headers.clear();
        headersDone_ = false;
        const std::size_t space = line.find(' ');
        response_.status = 0;
        for (std::size_t i = space + 1; space != std::string_view::npos && i < line.size() && isDigit(line[i]) && i < space + 4; ++i)
            response_.status = response_.status * 10 + (line[i] - '0');
        return;
    }
    if (line.empty()) {
        if (!headersDone_ && response_.status >= 200) {
            headersDone_ = true;
            headersComplete();
        }
        return;
    }
    const std::size_t colon = line.find(':');
    if (colon != std::string_view::npos && colon > 0)
        response_.headers.push_back(Header{std::string(line.substr(0, colon)), std::string(trim(line.substr(colon + 1)))});
}

void Transfer::headersComplete()
{
    // Anything else is a form that nobody asked for: takeBody says so when a body comes.
    if (const auto encoding = trim(response_.header("content-encoding")); Inflater::knows(encoding))
        inflater_ = std::make_unique<Inflater>(encoding);
    else
        damaged_ = !encoding.empty() && !equalsIgnoreCase(encoding, "identity");
    if (!isStream() || response_.status != 200)
        return;
    std::string_view type = response_.header("content-type");
    type = trim(type.substr(0, type.find(';')));
    if (!equalsIgnoreCase(type, "text/event-stream"))
        return;
    opened_ = true;
    response_.finalUrl = atText_;
    if (handlers->opened)
        reply->post([handlers = handlers, response = response_] { handlers->opened(response); });
}

bool Transfer::takeBody(std::string_view bytes)
{
    if (wantsRedirect())
        return takePlain(bytes);
    if (inflater_)
        return unpack(bytes);
    return !damaged_ && takePlain(bytes);
}

bool Transfer::unpack(std::string_view bytes)
{
    const auto fed = inflater_->feed(bytes, [this](std::string_view plain) { return takePlain(plain); });
    damaged_ = fed == Inflater::Fed::Damaged;
    return fed == Inflater::Fed::Ok;
}

bool Transfer::takePlain(std::string_view bytes)
{
    received_ += bytes.size();
    if (opened_) {
        std::vector<StreamEvent> events;
        const auto fed = sse_.feed(bytes, events);
        for (StreamEvent &event : events)
            if (handlers->event)
                reply->post([handlers = handlers, event = std::move(event)] { handlers->event(event); });
        tooLarge_ = !fed;
        return !tooLarge_;
    }
    if (received_ > request.maxBody) {
        tooLarge_ = true;
        return false;
    }
    if (!wantsRedirect())
        response_.body.append(bytes);
    return true;
}

Failure Transfer::failed(Errc code, std::string detail) const
{
    // Once the request is on its way nobody can tell how much of it arrived.
    return Failure{Error{code, std::move(detail), response_.status, std::nullopt, std::nullopt},
                   started_ ? Sent::Maybe : Sent::Nothing};
}

Failure Transfer::failureOf(CURLcode code) const
{
    if (tooLarge_)
        return failed(Errc::TooLarge, fmt::format("more than {} bytes", isStream() ? received_ : request.maxBody));
    if (damaged_ && code != CURLE_OK)
        return failed(Errc::Protocol, "the answer is damaged, or compressed in a way that was not asked for");
    if (refusedAddress_ && !started_)
        return failed(Errc::PolicyRefused, kPrivateAddressRefused);
    const Meaning meaning = meaningOf(code, started_);
    const char *own = errorText_[0] != '\0' ? errorText_.data() : curl_easy_strerror(code);
    return failed(meaning.code, request.secretUrl ? std::string(meaning.text) : fmt::format("{}: {}", meaning.text, own));
}

Answer Transfer::answerOf(CURLcode code)
{
    if (code != CURLE_OK)
        return tl::unexpected<Failure>(failureOf(code));
    if (inflater_ && !inflater_->complete())
        return tl::unexpected<Failure>(failed(Errc::Protocol, "the answer is damaged: it ends in the middle"));
    response_.finalUrl = atText_;
    response_.permanentRedirect = hops_ > 0 && onlyPermanent_;
    return std::move(response_);
}

Failure Transfer::streamEnd(CURLcode code) const
{
    if (code != CURLE_OK)
        return failureOf(code);
    if (opened_)
        return failed(Errc::Network, "the server ended the stream");
    if (response_.status == 200)
        return failed(Errc::Protocol, "the answer is not an event stream");
    Failure failure = failed(codeOfStatus(response_.status), fmt::format("HTTP {}", response_.status));
    failure.error.retryAfter = retryAfterOf(response_, wallNow());
    return failure;
}

SteadyTime Transfer::deadline() const
{
    if (!isStream())
        return startedAt + request.timeout;
    const SteadyTime silence = lastByteAt + handlers->silence;
    return opened_ ? silence : std::min(silence, startedAt + request.timeout);
}

void Transfer::answer(Answer value)
{
    logOutcome(value ? nullptr : &value.error().error);
    // Moved through a shared pointer: std::function must be copyable, and a body may be large.
    reply->post([done = std::move(done), box = std::make_shared<Answer>(std::move(value))] { done(std::move(*box)); });
}

void Transfer::close(Failure failure)
{
    logOutcome(&failure.error);
    if (handlers->closed)
        reply->post([handlers = handlers, failure = std::move(failure)] { handlers->closed(failure); });
}

void Transfer::logOutcome(const Error *error) const
{
    const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - startedAt).count();
    const std::string where = request.secretUrl || !first_ ? at_.host : at_.origin() + at_.path;
    if (error != nullptr)
        log::info("net", "{} {} {} status={} bytes={} ms={}", methodName(request.method), where, errcName(error->code),
                  error->httpStatus, received_, ms);
    else
        log::debug("net", "{} {} status={} bytes={} ms={}", methodName(request.method), where, response_.status, received_, ms);
}

} // namespace vigie::net
