// SPDX-License-Identifier: GPL-3.0-or-later
// Whom the engine believes: a real handshake with certificates made here.
#include "support/tls_server.hpp"

#include <vigie/base/random.hpp>
#include <vigie/net/http.hpp>

#include <atomic>
#include <catch2/catch.hpp>
#include <csignal>
#include <filesystem>

using namespace vigie;
using namespace vigie::net;
using vigie::test::Identity;
using vigie::test::TlsServer;

namespace {

constexpr const char *kAnswer = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello";

struct Folder {
    std::filesystem::path path = std::filesystem::temp_directory_path() / ("vigie-tls-" + randomKey());
    Folder() { std::filesystem::create_directories(path); }
    ~Folder() { std::filesystem::remove_all(path); }
    [[nodiscard]] std::string file(const std::string &name) const { return (path / name).string(); }
};

Answer ask(const TlsServer &server, const std::string &caFile, std::string body = {})
{
    EngineOptions options;
    options.userAgent = "Vigie-test/1";
    options.caFile = caFile;
    CurlEngine engine(options);
    Request request;
    request.url = server.url();
    request.bearer = Secret("not-for-strangers");
    if (!body.empty()) {
        request.method = Method::Post;
        request.body = std::move(body);
    }
    return engine.sendAndWait(std::move(request));
}

/// Refused before anything was said, in words that name the certificate.
void checkRefused(const TlsServer &server, const Answer &answer)
{
    REQUIRE_FALSE(answer);
    INFO(answer.error().error.detail);
    CHECK(answer.error().error.code == Errc::Tls);
    CHECK(answer.error().error.detail.find("certificate") != std::string::npos);
    CHECK(answer.error().sent == Sent::Nothing);
    CHECK(server.requests() == 0);
}

std::atomic<int> brokenPipes{0};

} // namespace

TEST_CASE("TLS: a server that hangs up does not end the program", "[tls]")
{
    const Folder folder;
    const auto authority = Identity::make("House authority", nullptr);
    authority.writePem(folder.file("ca.pem"));
    const auto house = Identity::make("house", &authority, "IP:127.0.0.1");
    struct sigaction before {}, counting {};
    counting.sa_handler = [](int) { ++brokenPipes; };
    REQUIRE(::sigaction(SIGPIPE, &counting, &before) == 0);
    {
        TlsServer server(house, "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello", true);
        for (int i = 0; i < 20; ++i) {
            // Much more than fits on the way: the server has gone while it is still being said.
            const auto answer = ask(server, folder.file("ca.pem"), std::string(4U << 20, 'x'));
            if (!answer)
                CHECK(answer.error().error.code == Errc::Network);
        }
    }
    ::sigaction(SIGPIPE, &before, nullptr);
    CHECK(brokenPipes == 0);
}

TEST_CASE("TLS: a certificate of the given authority is believed", "[tls]")
{
    const Folder folder;
    const auto authority = Identity::make("House authority", nullptr);
    authority.writePem(folder.file("ca.pem"));
    const auto house = Identity::make("house", &authority, "IP:127.0.0.1");
    TlsServer server(house, kAnswer);
    const auto answer = ask(server, folder.file("ca.pem"));
    REQUIRE(answer);
    CHECK(answer->body == "hello");
    CHECK(server.requests() == 1);
}

TEST_CASE("TLS: whoever cannot prove who it is gets no request", "[tls]")
{
    const Folder folder;
    const auto authority = Identity::make("House authority", nullptr), stranger = Identity::make("House authority", nullptr);
    authority.writePem(folder.file("ca.pem"));
    stranger.writePem(folder.file("stranger.pem"));
    const auto house = Identity::make("house", &authority, "IP:127.0.0.1");
    SECTION("an authority of the same name with another key")
    {
        TlsServer server(house, kAnswer);
        checkRefused(server, ask(server, folder.file("stranger.pem")));
    }
    SECTION("an authority that the system does not know")
    {
        TlsServer server(house, kAnswer);
        checkRefused(server, ask(server, {}));
    }
    SECTION("a certificate that nobody signed")
    {
        const auto alone = Identity::make("house", nullptr, "IP:127.0.0.1");
        TlsServer server(alone, kAnswer);
        checkRefused(server, ask(server, folder.file("ca.pem")));
    }
    SECTION("a certificate for another server")
    {
        const auto other = Identity::make("house", &authority, "DNS:other.example,IP:127.0.0.2");
        TlsServer server(other, kAnswer);
        checkRefused(server, ask(server, folder.file("ca.pem")));
    }
    SECTION("a certificate of last week")
    {
        const auto expired = Identity::make("house", &authority, "IP:127.0.0.1", -7 * 86'400, -86'400);
        TlsServer server(expired, kAnswer);
        checkRefused(server, ask(server, folder.file("ca.pem")));
    }
    SECTION("an authority file that is not there")
    {
        TlsServer server(house, kAnswer);
        checkRefused(server, ask(server, folder.file("absent.pem")));
    }
}
