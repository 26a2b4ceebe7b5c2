// SPDX-License-Identifier: GPL-3.0-or-later
// WebSockets against a server that sends exactly what a test wrote down.
#include <vigie/net/websocket.hpp>

#include "support/line_server.hpp"
#include "support/ws_frames.hpp"

#include <catch2/catch.hpp>

#include <filesystem>

using namespace vigie;
using namespace vigie::net;
using namespace vigie::test;
using namespace std::chrono_literals;

namespace {

EngineOptions options()
{
    EngineOptions made;
    made.userAgent = "Vigie tests";
    return made;
}

/// A stream and what came of it.
struct Listener {
    explicit Listener(EngineOptions how = options()) : engine(std::move(how)) {}

    void open(Request request, std::chrono::seconds silence = 30s)
    {
        StreamHandlers handlers;
        handlers.silence = silence;
        handlers.opened = [this](const Response &answer) { status = answer.status; };
        handlers.event = [this](StreamEvent event) { events.push_back(std::move(event)); };
        handlers.closed = [this](Failure why) {
            ++closings;
            failure = std::move(why);
        };
        engine.open(std::move(request), stop.get_token(), executor, std::move(handlers));
    }
    void open(const std::string &url, std::chrono::seconds silence = 30s)
    {
        Request request;
        request.url = url;
        open(std::move(request), silence);
    }
    bool untilClosed() { return executor.runUntil([this] { return closings > 0; }, 20s); }
    bool untilEvents(std::size_t count)
    {
        return executor.runUntil([this, count] { return events.size() >= count; }, 20s);
    }

    ManualExecutor executor;
    std::stop_source stop;
    int status = 0, closings = 0;
    std::vector<StreamEvent> events;
    Failure failure;
    CurlEngine engine; // the composing one: it must choose by the scheme
};

std::string wsUrl(const RawServer &server, const std::string &path = "/")
{
    return "ws" + server.url(path).substr(4);
}

/// A server that upgrades, writes these bytes and waits for the client to go.
RawServer::Script saying(std::string bytes)
{
    return [bytes = std::move(bytes)](RawServer::Connection &connection) {
        const auto request = connection.readRequest();
        connection.write(ws::upgrade(request));
        connection.write(bytes);
        connection.waitForClose();
    };
}

} // namespace

TEST_CASE("a WebSocket asks as the rules say, with the headers of the request", "[websocket]")
{
    RawServer server(saying(ws::frame(ws::kText, "hello")));
    Listener listener;
    Request request;
    request.url = wsUrl(server, "/subscribe?wantedCollections=app.bsky.feed.post&cursor=5");
    request.headers.push_back({"X-Test", "yes"});
    request.bearer = Secret("s3cr3t");
    listener.open(std::move(request));
    REQUIRE(listener.untilEvents(1));
    CHECK(listener.status == 101);
    CHECK(listener.events[0].type == "message");
    CHECK(listener.events[0].data == "hello");
    const auto asked = server.requests().at(0);
    CHECK(asked.rfind("GET /subscribe?wantedCollections=app.bsky.feed.post&cursor=5 HTTP/1.1\r\n", 0) == 0);
    CHECK(asked.find("Host: 127.0.0.1:" + std::to_string(server.port()) + "\r\n") != std::string::npos);
    CHECK(asked.find("Sec-WebSocket-Version: 13\r\n") != std::string::npos);
    CHECK(asked.find("User-Agent: Vigie tests\r\n") != std::string::npos);
    CHECK(asked.find("X-Test: yes\r\n") != std::string::npos);
    CHECK(asked.find("Authorization: Bearer s3cr3t\r\n") != std::string::npos);
    CHECK(asked.find("Sec-WebSocket-Extensions") == std::string::npos);
}

TEST_CASE("fragments are one message, also around a ping; binary messages are passed over", "[websocket]")
{
    RawServer server(saying(ws::frame(ws::kText, "on", false) + ws::frame(ws::kPing, "still there?") + ws::frame(ws::kContinuation, "e ", false)
                            + ws::frame(ws::kContinuation, "word") + ws::frame(ws::kBinary, "\x01\x02") + ws::frame(ws::kText, "two")));
    Listener listener;
    listener.open(wsUrl(server));
    REQUIRE(listener.untilEvents(2));
    CHECK(listener.events[0].data == "one word");
    CHECK(listener.events[1].data == "two");
}

TEST_CASE("a ping is answered by a masked pong with the same words, and the client says nothing else", "[websocket]")
{
    ws::ClientFrame first, second;
    Gate seen;
    RawServer server([&](RawServer::Connection &connection) {
        const auto request = connection.readRequest();
        connection.write(ws::upgrade(request) + ws::frame(ws::kText, "before") + ws::frame(ws::kPing, "abc"));
        first = ws::readFrame(connection);
        connection.write(ws::frame(ws::kText, "after") + ws::close(1000, ""));
        second = ws::readFrame(connection); // the answer to our closing, and nothing before it
        seen.open();
        connection.waitForClose();
    });
    Listener listener;
    listener.open(wsUrl(server));
    REQUIRE(listener.untilClosed());
    REQUIRE(seen.waitFor(20s));
    CHECK(first.opcode == ws::kPong);
    CHECK(first.masked);
    CHECK(first.payload == "abc");
    CHECK(second.opcode == ws::kClose);
    CHECK(second.masked);
    CHECK(listener.events.size() == 2);
}

TEST_CASE("lengths of seven, sixteen and sixty-four bits", "[websocket]")
{
    const std::string small(125, 'a'), middle(65'535, 'b'), large(200'000, 'c');
    RawServer server(saying(ws::frame(ws::kText, small) + ws::frame(ws::kText, middle) + ws::frame(ws::kText, large) + ws::frame(ws::kText, "")));
    Listener listener;
    listener.open(wsUrl(server));
    REQUIRE(listener.untilEvents(4));
    CHECK(listener.events[0].data == small);
    CHECK(listener.events[1].data == middle);
    CHECK(listener.events[2].data == large);
    CHECK(listener.events[3].data.empty());
}

TEST_CASE("a message beyond the cap ends the stream", "[websocket]")
{
    Request request;
    request.maxBody = 1000;
    Listener listener;
    SECTION("in one frame, before its bytes have come")
    {
        RawServer server(saying(std::string("\x81\x7f\x00\x00\x00\x7f\x00\x00\x00\x00", 10)));
        request.url = wsUrl(server);
        listener.open(request);
        REQUIRE(listener.untilClosed());
    }
    SECTION("in many frames")
    {
        std::string bytes = ws::frame(ws::kText, std::string(600, 'x'), false);
        RawServer server(saying(bytes + ws::frame(ws::kContinuation, std::string(600, 'x'), false)));
        request.url = wsUrl(server);
        listener.open(request);
        REQUIRE(listener.untilClosed());
    }
    CHECK(listener.failure.error.code == Errc::TooLarge);
    CHECK(listener.events.empty());
}

TEST_CASE("how a stream ends is told once, with the code the server gave", "[websocket]")
{
    struct Ending {
        const char *name;
        std::string bytes;
        Errc code;
        const char *detail;
    };
    const Ending endings[] = {
        {"going away", ws::close(1001, "restarting"), Errc::Network, "1001 restarting"},
        {"policy", ws::close(1008, "server push only"), Errc::PolicyRefused, "1008 server push only"},
        {"without a code", ws::frame(ws::kClose, ""), Errc::Network, "1005"},
        {"a masked frame", ws::frame(ws::kText, "x", true, true), Errc::Protocol, "broken frames"},
        {"a reserved operation", ws::frame(3, "x"), Errc::Protocol, "broken frames"},
        {"a continuation of nothing", ws::frame(ws::kContinuation, "x"), Errc::Protocol, "broken frames"},
        {"text that is not UTF-8", ws::frame(ws::kText, "caf\xE9!"), Errc::Protocol, "broken frames"},
        {"a long ping", ws::frame(ws::kPing, std::string(126, 'p')), Errc::Protocol, "broken frames"},
    };
    for (const auto &ending : endings) {
        INFO(ending.name);
        RawServer server(saying(ending.bytes));
        Listener listener;
        listener.open(wsUrl(server));
        REQUIRE(listener.untilClosed());
        CHECK(listener.status == 101);
        CHECK(listener.failure.error.code == ending.code);
        INFO(listener.failure.error.detail);
        CHECK(listener.failure.error.detail.find(ending.detail) != std::string::npos);
        CHECK(listener.events.empty());
        listener.executor.runPending();
        CHECK(listener.closings == 1);
    }
}

TEST_CASE("a connection that breaks off is the network's fault", "[websocket]")
{
    RawServer server([](RawServer::Connection &connection) {
        const auto request = connection.readRequest();
        connection.write(ws::upgrade(request) + ws::frame(ws::kText, "one") + ws::frame(ws::kText, "half").substr(0, 3));
        connection.reset();
    });
    Listener listener;
    listener.open(wsUrl(server));
    REQUIRE(listener.untilClosed());
    CHECK(listener.failure.error.code == Errc::Network);
    CHECK(listener.failure.sent == Sent::Maybe);
}

TEST_CASE("a refused upgrade keeps the status and what the server said", "[websocket]")
{
    Listener listener;
    int status = 0;
    Errc code = Errc::Internal;
    SECTION("a cursor too old") { status = 400, code = Errc::Protocol; }
    SECTION("not signed in") { status = 401, code = Errc::AuthExpired; }
    SECTION("not for us") { status = 403, code = Errc::Forbidden; }
    SECTION("not here") { status = 404, code = Errc::NotFound; }
    SECTION("too often") { status = 429, code = Errc::RateLimited; }
    SECTION("down") { status = 503, code = Errc::Server; }
    SECTION("elsewhere") { status = 302, code = Errc::Protocol; }
    SECTION("a page") { status = 200, code = Errc::Protocol; }
    RawServer server([status](RawServer::Connection &connection) {
        connection.readRequest();
        connection.reply(status, "Retry-After: 7\r\nLocation: ws://127.0.0.1:1/\r\n", R"({"error":"CursorTooOld","message":"cursor 5 is below the floor 9"})");
        connection.waitForClose();
    });
    listener.open(wsUrl(server));
    REQUIRE(listener.untilClosed());
    CHECK(listener.failure.error.httpStatus == status);
    CHECK(listener.failure.error.code == code);
    CHECK(listener.status == 0);
    if (status >= 300)
        CHECK(listener.failure.error.detail.find("CursorTooOld") != std::string::npos);
    if (status == 429)
        CHECK(listener.failure.error.retryAfter == 7s);
    CHECK(server.connections() == 1);
}

TEST_CASE("an upgrade with the wrong key is no WebSocket", "[websocket]")
{
    RawServer server([](RawServer::Connection &connection) {
        connection.readRequest();
        connection.write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: bm90IHRoZSBrZXkgYXQgYWxsISE=\r\n\r\n");
        connection.waitForClose();
    });
    Listener listener;
    listener.open(wsUrl(server));
    REQUIRE(listener.untilClosed());
    CHECK(listener.failure.error.code == Errc::Protocol);
    CHECK(listener.status == 0);
}

TEST_CASE("a quiet server is asked whether it is there; a silent one is left", "[websocket]")
{
    ws::ClientFrame asked;
    std::atomic<bool> answers{true};
    RawServer server([&](RawServer::Connection &connection) {
        const auto request = connection.readRequest();
        connection.write(ws::upgrade(request));
        asked = ws::readFrame(connection);
        if (answers) {
            connection.write(ws::frame(ws::kPong, asked.payload));
            ws::readFrame(connection); // asked a second time: the pong counted as life
            connection.write(ws::frame(ws::kText, "here"));
        }
        connection.waitForClose();
    });
    Listener listener;
    SECTION("it answers")
    {
        listener.open(wsUrl(server), 2s);
        REQUIRE(listener.untilEvents(1));
        CHECK(listener.closings == 0);
    }
    SECTION("it does not")
    {
        answers = false;
        listener.open(wsUrl(server), 1s);
        REQUIRE(listener.untilClosed());
        CHECK(listener.failure.error.code == Errc::Timeout);
    }
    CHECK(asked.opcode == ws::kPing);
    CHECK(asked.masked);
}

TEST_CASE("no answer to the handshake in time", "[websocket]")
{
    RawServer server([](RawServer::Connection &connection) {
        connection.readRequest();
        connection.waitForClose();
    });
    Listener listener;
    Request request;
    request.url = wsUrl(server);
    request.timeout = 300ms;
    listener.open(std::move(request));
    REQUIRE(listener.untilClosed());
    CHECK(listener.failure.error.code == Errc::Timeout);
}

TEST_CASE("a stop ends it as cancelled, before, during and after the handshake", "[websocket]")
{
    Gate arrived;
    RawServer server([&](RawServer::Connection &connection) {
        const auto request = connection.readRequest();
        if (request.find("/open") != std::string::npos)
            connection.write(ws::upgrade(request) + ws::frame(ws::kText, "x"));
        arrived.open();
        connection.waitForClose();
    });
    Listener listener;
    SECTION("before")
    {
        listener.stop.request_stop();
        listener.open(wsUrl(server));
    }
    SECTION("during")
    {
        listener.open(wsUrl(server));
        REQUIRE(arrived.waitFor(20s));
        listener.stop.request_stop();
    }
    SECTION("after")
    {
        listener.open(wsUrl(server, "/open"));
        REQUIRE(listener.untilEvents(1));
        listener.stop.request_stop();
    }
    REQUIRE(listener.untilClosed());
    CHECK(listener.failure.error.code == Errc::Cancelled);
    listener.executor.runPending();
    CHECK(listener.closings == 1);
}

TEST_CASE("an engine that goes closes its streams as cancelled", "[websocket]")
{
    RawServer server(saying(ws::frame(ws::kText, "x")));
    ManualExecutor executor;
    int events = 0, closings = 0;
    Errc code = Errc::Internal;
    {
        WebSocketEngine engine(options());
        StreamHandlers handlers;
        handlers.event = [&](const StreamEvent &) { ++events; };
        handlers.closed = [&](const Failure &failure) { ++closings, code = failure.error.code; };
        Request request;
        request.url = wsUrl(server);
        engine.open(request, {}, executor, handlers);
        REQUIRE(executor.runUntil([&] { return events == 1; }, 20s));
    }
    executor.runPending();
    CHECK(closings == 1);
    CHECK(code == Errc::Cancelled);
}

TEST_CASE("addresses are judged as for any other request", "[websocket]")
{
    const auto refusedWith = [](Request request, EngineOptions how) {
        Listener listener(std::move(how));
        request.connectTimeout = 500ms;
        request.timeout = 1s;
        listener.open(std::move(request));
        REQUIRE(listener.untilClosed());
        CHECK(listener.failure.sent == (listener.failure.error.code == Errc::PolicyRefused || listener.failure.error.code == Errc::InvalidInput ? Sent::Nothing : Sent::Maybe));
        return listener.failure.error.code;
    };
    Request request;
    for (const auto *host : {"10.0.0.1", "192.168.1.20", "169.254.169.254", "[fd00::1]", "0.0.0.0"}) {
        INFO(host);
        request.url = std::string("ws://") + host + ":9/";
        CHECK(refusedWith(request, options()) == Errc::PolicyRefused);
    }
    auto allowed = options();
    allowed.allowPrivateNetworks = true;
    request.url = "ws://127.0.0.1:1/";
    CHECK(refusedWith(request, allowed) == Errc::Network); // nobody listens there: the address itself was fine
    request.url = "ws://user:password@127.0.0.1/";
    CHECK(refusedWith(request, options()) == Errc::InvalidInput);
    request.url = "ws://";
    CHECK(refusedWith(request, options()) == Errc::InvalidInput);
    request.url = "ws://127.0.0.1:1/";
    request.headers.push_back({"X-Evil", "a\r\nX-More: b"});
    CHECK(refusedWith(request, options()) == Errc::InvalidInput);
}

TEST_CASE("wss: asks for a certificate of the name and an authority that is known", "[websocket][tls]")
{
    const auto authority = Identity::make("Vigie test authority", nullptr);
    const auto file = (std::filesystem::temp_directory_path() / ("vigie-ws-" + std::to_string(::getpid()) + ".pem")).string();
    authority.writePem(file);
    const auto script = [](LineServer::Connection &connection) {
        if (!connection.startTls())
            return;
        std::string request;
        for (auto line = connection.readLine(); !line.empty(); line = connection.readLine())
            request += line + "\r\n";
        connection.write(ws::upgrade(request) + ws::frame(ws::kText, "over TLS"));
        while (!connection.gone())
            connection.readLine();
    };
    const auto outcome = [&](const Identity &identity, const std::string &caFile) {
        LineServer server(identity, script);
        auto how = options();
        how.caFile = caFile;
        Listener listener(std::move(how));
        listener.open("wss://127.0.0.1:" + std::to_string(server.port()) + "/");
        REQUIRE(listener.executor.runUntil([&] { return listener.closings > 0 || !listener.events.empty(); }, 20s));
        return listener.events.empty() ? listener.failure.error.code : Errc::Pending;
    };
    CHECK(outcome(Identity::make("127.0.0.1", &authority, "IP:127.0.0.1"), file) == Errc::Pending);
    CHECK(outcome(Identity::make("127.0.0.1", &authority, "IP:127.0.0.1"), {}) == Errc::Tls);
    CHECK(outcome(Identity::make("other.example", &authority, "DNS:other.example"), file) == Errc::Tls);
    CHECK(outcome(Identity::make("127.0.0.1", &authority, "IP:127.0.0.1", -7200, -3600), file) == Errc::Tls);
    CHECK(outcome(Identity::make("127.0.0.1", &authority, "IP:127.0.0.1"), file + ".missing") == Errc::Tls);
    std::filesystem::remove(file);
}

TEST_CASE("a receiver that falls behind holds the server up, and misses nothing", "[websocket]")
{
    constexpr int kMessages = 20'000;
    const std::string filler(1000, '.');
    std::atomic<int> written{0};
    RawServer server([&](RawServer::Connection &connection) {
        const auto request = connection.readRequest();
        connection.write(ws::upgrade(request));
        for (int i = 0; i < kMessages && connection.write(ws::frame(ws::kText, std::to_string(i) + filler)); ++i)
            ++written;
        connection.waitForClose();
    });
    Listener listener;
    listener.open(wsUrl(server));
    // Nobody takes anything: what the server gets rid of is what the queue and the buffers of the system hold.
    const auto deadline = std::chrono::steady_clock::now() + 20s;
    int before = -1, steady = 0;
    while (std::chrono::steady_clock::now() < deadline && steady < 20) {
        steady = written == before && before > 0 ? steady + 1 : 0;
        before = written;
        Gate never;
        never.waitFor(10ms);
    }
    CHECK(written < kMessages);
    REQUIRE(listener.untilEvents(kMessages));
    bool inOrder = true;
    for (int i = 0; i < kMessages; ++i)
        inOrder = inOrder && listener.events[static_cast<std::size_t>(i)].data == std::to_string(i) + filler;
    CHECK(inOrder);
}
