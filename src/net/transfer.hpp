// SPDX-License-Identifier: GPL-3.0-or-later
// One exchange inside the engine: its curl handle, what has arrived, and where the answer goes. Lives on the network
// thread only, from start to answer.
#pragma once

#include "net/address.hpp"
#include "net/inflate.hpp"

#include <vigie/net/http.hpp>
#include <vigie/net/sse.hpp>
#include <vigie/net/url.hpp>

#include <curl/curl.h>

#include <array>
#include <cstdio>
#include <memory>
#include <chrono>

namespace vigie::net {

using SteadyTime = std::chrono::steady_clock::time_point;

/// What a status says that no connector has looked at.
[[nodiscard]] Errc codeOfStatus(int status);

/// What the engine keeps for all exchanges.
struct EngineSetup {
    EngineOptions options;
    std::string httpsProxy, httpProxy; ///< from the environment
    std::shared_ptr<curl_slist> connectTo; ///< of the options, as curl takes it
};

struct Transfer {
    std::uint64_t id = 0;
    Request request;
    std::stop_token stop;
    Executor *reply = nullptr;
    std::function<void(Answer)> done;            ///< of send()
    std::shared_ptr<StreamHandlers> handlers;    ///< of open()

    Transfer() = default;
    ~Transfer();
    Transfer(const Transfer &) = delete;
    Transfer &operator=(const Transfer &) = delete;

    [[nodiscard]] bool isStream() const { return handlers != nullptr; }
    /// Makes the handle for the current hop; what is wrong with the request itself is found here.
    Result<void> prepare(const EngineSetup &setup);
    /// The answer of this hop asks for another one and may have it: prepares it and says true.
    Result<bool> nextHop(const EngineSetup &setup);
    /// What a finished curl handle means.
    [[nodiscard]] Failure failureOf(CURLcode code) const;
    [[nodiscard]] Answer answerOf(CURLcode code);
    [[nodiscard]] Failure streamEnd(CURLcode code) const;
    [[nodiscard]] Failure failed(Errc code, std::string detail) const;
    /// When the engine must give up, whatever curl says.
    [[nodiscard]] SteadyTime deadline() const;

    void answer(Answer value);
    void close(Failure failure);
    void logOutcome(const Error *error) const;

    CURL *easy = nullptr;
    std::unique_ptr<std::stop_callback<std::function<void()>>> onStop;
    SteadyTime startedAt{}, lastByteAt{};

private:
    static size_t onHeader(char *data, size_t size, size_t count, void *self);
    static size_t onBody(char *data, size_t size, size_t count, void *self);
    static curl_socket_t onSocket(void *self, curlsocktype purpose, curl_sockaddr *address);
    static int onRequestStart(void *self, char *remote, char *, int, int);
    [[nodiscard]] bool mayReach(Reach reach) const;

    void reset();
    Result<void> addHeaders();
    Result<void> addBody();
    Result<void> addForm();
    Result<void> addPiece(curl_mimepart *part, const FormPart &form);
    Result<void> addBodyFile();
    Result<void> addPolicy(const EngineSetup &setup);
    void takeHeader(std::string_view line);
    void headersComplete();
    bool takeBody(std::string_view bytes);
    bool takePlain(std::string_view bytes);
    bool unpack(std::string_view bytes);
    [[nodiscard]] bool wantsRedirect() const;

    Url at_;                 ///< where this hop goes
    std::string atText_;
    std::optional<Url> first_;
    int hops_ = 0;
    bool onlyPermanent_ = true;

    curl_slist *headers_ = nullptr;
    curl_mime *mime_ = nullptr;
    struct CloseFile {
        void operator()(std::FILE *file) const { std::fclose(file); }
    };
    std::unique_ptr<std::FILE, CloseFile> bodyFile_; ///< read by curl while the request leaves
    std::array<char, CURL_ERROR_SIZE> errorText_{};

    Response response_;
    std::size_t received_ = 0, headerBytes_ = 0;
    SseParser sse_;
    std::unique_ptr<Inflater> inflater_;         ///< of a compressed answer
    bool headersDone_ = false, opened_ = false;
    bool allowPrivate_ = false, viaProxy_ = false, allowLoopback_ = false;
    bool refusedAddress_ = false, tooLarge_ = false, damaged_ = false, started_ = false;
};

} // namespace vigie::net
