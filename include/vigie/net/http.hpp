// SPDX-License-Identifier: GPL-3.0-or-later
// One HTTP exchange as values, and the engine that performs it. Connectors build Requests and read Responses; only
// engines (intake, plan, accounts) send.
// Thread: Request and Response are values; HttpClient::send may be called from any thread.
// Errors: Network, Timeout, Tls, TooLarge, Protocol, Cancelled, PolicyRefused (private address, other host). An HTTP
// status of 400 or more is a Response, not an error: what it means is the connector's to say.
#pragma once

#include <vigie/base/executor.hpp>
#include <vigie/base/result.hpp>
#include <vigie/base/secret.hpp>

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vigie::net {

enum class Method : std::uint8_t { Get, Head, Post, Put, Patch, Delete };
[[nodiscard]] const char *methodName(Method method) noexcept;

struct Header {
    std::string name, value;
    friend bool operator==(const Header &, const Header &) = default;
};

/// A part of multipart/form-data. Either `value`, or a file that is streamed from disk and never held whole.
struct FormPart {
    std::string name;
    std::string value;
    std::string filePath, fileName, mimeType;
    std::int64_t fileOffset = 0, fileBytes = 0; ///< a piece of the file; 0 bytes: all of it
};

/// A header whose value is a secret ("Api-Key", "Authorization: Basic ..."): like the bearer it goes to the host of `url` only
/// and to no log.
struct SecretHeader {
    std::string name;
    Secret value;
};

/// What a call uses up of what the network allows, or charges.
struct Cost {
    std::string bucket;                    ///< which of the account's allowances; empty: the general one
    int units = 1;
    std::int64_t microDollars = 0;         ///< at most; what was really charged is known from the answer

    friend bool operator==(const Cost &, const Cost &) = default;
};

/// How far a request got, for deciding whether a write may have taken effect.
enum class Sent : std::uint8_t {
    Nothing, ///< no byte of the request left: safe to repeat
    Maybe    ///< some of it left: a write may have taken effect
};

struct Request {
    Method method = Method::Get;
    std::string url;                       ///< absolute; secrets never in it unless `secretUrl`
    std::vector<Header> headers;           ///< without Authorization
    std::string body;                      ///< with its Content-Type in `headers`
    std::vector<FormPart> form;            ///< when not empty, `body` is ignored
    std::string bodyFile;                  ///< when not empty, this file is streamed as the body and `body` is ignored
    Secret bearer;                         ///< sent as "Authorization: Bearer ..." to the host of `url` only
    std::vector<SecretHeader> secretHeaders;
    Cost cost;
    bool secretUrl = false;                ///< the URL itself holds a secret: the log shows the host only
    std::chrono::milliseconds connectTimeout{10'000};
    std::chrono::milliseconds timeout{30'000};
    std::size_t maxBody = 16U << 20;       ///< decompressed bytes after which the answer is TooLarge
    bool followRedirects = true;           ///< GET and HEAD only, at most 5; credentials stay on the first host
    bool privateNetwork = false;           ///< the person allowed the host of `url` to be at a private address; no redirect leads to another one
};

struct Response {
    int status = 0;
    std::vector<Header> headers;           ///< as received, of the last hop
    std::string body;
    std::string finalUrl;
    bool permanentRedirect = false;        ///< every hop was 301 or 308
    /// First header of that name, whatever its case; empty when there is none.
    [[nodiscard]] std::string_view header(std::string_view name) const;
    [[nodiscard]] std::vector<std::string_view> allHeaders(std::string_view name) const;
    [[nodiscard]] bool ok() const { return status >= 200 && status < 300; }
};

/// A transport failure keeps how far the request got.
struct Failure {
    Error error;
    Sent sent = Sent::Nothing;
};
using Answer = tl::expected<Response, Failure>;

class HttpClient {
public:
    virtual ~HttpClient() = default;
    /// Answers exactly once on `reply`.
    virtual void send(Request request, std::stop_token stop, Executor &reply, std::function<void(Answer)> done) = 0;
    /// Waits for the answer; for engine threads and tests, never on the thread of a window or the network loop.
    [[nodiscard]] Answer sendAndWait(Request request, std::stop_token stop = {});
};

struct StreamEvent {
    std::string type;  ///< "message" when the server gave none
    std::string data;  ///< lines joined with \n
    std::string id;
};
/// A server-sent-events stream (WHATWG HTML, section 9.2). `opened` once, then `event` as they come, then `closed` once.
struct StreamHandlers {
    std::function<void(const Response &)> opened;
    std::function<void(StreamEvent)> event;
    std::function<void(Failure)> closed; ///< also for a non-200 answer (httpStatus set) and after a stop (Cancelled)
    std::chrono::seconds silence{45};    ///< no byte (comments count) for so long: closed with Timeout
};

class StreamClient {
public:
    virtual ~StreamClient() = default;
    virtual void open(Request request, std::stop_token stop, Executor &reply, StreamHandlers handlers) = 0;
};

/// Detail of the PolicyRefused that a private address without permission gets.
inline constexpr const char *kPrivateAddressRefused =
    "the address belongs to a private network; allow it for this account if the server is your own (vigie-cli: --allow-private)";

struct EngineOptions {
    std::string userAgent;                 ///< always sent; servers refuse requests without one
    bool allowPrivateNetworks = false;     ///< loopback is always allowed; 10/8, 172.16/12, 192.168/16, fc00::/7 ... only with this, or Request::privateNetwork
    std::string caFile;                    ///< an own certificate authority, empty for the system's
    int maxConnectionsPerHost = 4;
    /// "host:port:connect-host:connect-port": where a stored address is served now (the practice network's old port).
    std::vector<std::string> connectTo;
    std::chrono::seconds stall{20};        ///< not one byte in either direction for so long: Timeout
};

/// libcurl's multi interface on one thread of its own. An address of ws: or wss: given to open() is a WebSocket (websocket.hpp).
class CurlEngine final : public HttpClient, public StreamClient {
public:
    explicit CurlEngine(EngineOptions options);
    ~CurlEngine() override; ///< every pending call is answered with Cancelled
    void send(Request request, std::stop_token stop, Executor &reply, std::function<void(Answer)> done) override;
    void open(Request request, std::stop_token stop, Executor &reply, StreamHandlers handlers) override;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace vigie::net
