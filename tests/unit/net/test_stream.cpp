// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/raw_server.hpp"

#include <vigie/net/http.hpp>
#include <vigie/net/sse.hpp>

#include <atomic>
#include <catch2/catch.hpp>

using namespace vigie;
using namespace vigie::net;
using namespace std::chrono_literals;
using test::Gate;
using test::RawServer;

namespace {

std::vector<StreamEvent> parse(std::string_view text, std::size_t step)
{
    SseParser parser;
    std::vector<StreamEvent> events;
    for (std::size_t i = 0; i < text.size(); i += step)
        REQUIRE(parser.feed(text.substr(i, step), events));
    return events;
}

constexpr const char *kHead = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream; charset=utf-8\r\n"
                              "Transfer-Encoding: chunked\r\n\r\n";

/// What a stream told, on the thread of the test.
struct Told {
    int opened = 0, closed = 0;
    std::vector<StreamEvent> events;
    Failure failure;
    ManualExecutor executor;

    StreamHandlers handlers(std::chrono::seconds silence = 45s)
    {
        StreamHandlers out;
        out.opened = [this](const Response &response) { opened += response.status == 200 ? 1 : 100; };
        out.event = [this](StreamEvent event) { events.push_back(std::move(event)); };
        out.closed = [this](Failure why) {
            ++closed;
            failure = std::move(why);
        };
        out.silence = silence;
        return out;
    }
    bool waitClosed()
    {
        return executor.runUntil([this] { return closed > 0; }, 15s);
    }
};

Request stream(const RawServer &server)
{
    Request request;
    request.url = server.url("/api/v1/streaming");
    return request;
}

} // namespace

TEST_CASE("SSE reads the same however it is split", "[sse]")
{
    const std::string text = "\xef\xbb\xbf: hello\n"
                             "event: update\ndata: {\"a\":1}\nid: 7\n\n"
                             "data: one\r\ndata:two\r\ndata\r\n\r\n"
                             "event: nothing\r\r"
                             ":\rdata:  spaced\rretry: 1500\rid\r\r"
                             "unknown: x\ndata: caf\xc3\xa9\n\n"
                             "data: unfinished";
    for (const std::size_t step : {std::size_t{1}, std::size_t{2}, std::size_t{3}, std::size_t{7}, text.size()}) {
        INFO(step);
        const auto events = parse(text, step);
        REQUIRE(events.size() == 4);
        CHECK(events[0].type == "update");
        CHECK(events[0].data == "{\"a\":1}");
        CHECK(events[0].id == "7");
        CHECK(events[1].type == "message");
        CHECK(events[1].data == "one\ntwo\n");
        CHECK(events[1].id == "7");
        CHECK(events[2].data == " spaced");
        CHECK(events[2].id.empty());
        CHECK(events[3].data == "caf\xc3\xa9");
    }
    CHECK(parse("\xef\xbb" "data: x\n\n", 1).empty()); // half a mark is part of a field name
    CHECK(parse("data:\n\n", 1).at(0).data.empty());
    CHECK(parse(std::string_view("id: a\0b\ndata: x\n\n", 17), 3).at(0).id.empty());
    SseParser parser;
    std::vector<StreamEvent> events;
    REQUIRE(parser.feed("retry: 250\nretry: x\n", events));
    CHECK(parser.retry() == 250ms);
}

TEST_CASE("An event that never ends is TooLarge", "[sse]")
{
    SseParser parser(1000);
    std::vector<StreamEvent> events;
    for (int i = 0; i < 9; ++i)
        REQUIRE(parser.feed("data: " + std::string(90, 'x') + "\n", events));
    bool refused = false;
    for (int i = 0; i < 5 && !refused; ++i)
        refused = !parser.feed("data: " + std::string(90, 'x') + "\n", events);
    CHECK(refused);
    SseParser lines(1000);
    CHECK(lines.feed(std::string(2000, ':'), events).error().code == Errc::TooLarge);
}

TEST_CASE("Many streams to one host leave room for requests, and all of them live", "[stream]")
{
    constexpr int kStreams = 12, kRequests = 60, kRounds = 3;
    std::atomic<int> round{0}; // how many events every stream was told to send
    RawServer server([&](RawServer::Connection &c) {
        for (std::string request = c.readRequest(); !request.empty(); request = c.readRequest()) {
            if (request.find("/streaming") == std::string::npos) {
                if (!c.reply(200, "", "ok"))
                    return;
                continue;
            }
            c.write(kHead);
            int said = 0;
            while (!c.gone()) {
                if (said < round)
                    c.writeChunk("data: " + std::to_string(++said) + "\n\n");
                Gate tick; // nobody opens it: a short rest
                tick.waitFor(5ms);
            }
            return;
        }
    });
    EngineOptions options;
    options.maxConnectionsPerHost = 32; // what the program asks for
    CurlEngine engine(options);
    std::stop_source stop;
    std::vector<Told> told(kStreams);
    for (auto &one : told)
        engine.open(stream(server), stop.get_token(), one.executor, one.handlers());
    for (auto &one : told)
        REQUIRE(one.executor.runUntil([&] { return one.opened == 1; }, 15s));
    for (int now = 1; now <= kRounds; ++now) {
        ManualExecutor here;
        int answered = 0, failed = 0;
        for (int i = 0; i < kRequests; ++i) {
            Request request;
            request.url = server.url("/ordinary");
            request.method = i % 3 == 0 ? Method::Post : Method::Get;
            engine.send(std::move(request), {}, here, [&](Answer answer) { ++(answer && answer->body == "ok" ? answered : failed); });
        }
        CHECK(here.runUntil([&] { return answered + failed == kRequests; }, 15s));
        CHECK(answered == kRequests);
        round = now;
        for (auto &one : told)
            CHECK(one.executor.runUntil([&] { return static_cast<int>(one.events.size()) == now; }, 15s));
    }
    for (auto &one : told) {
        CHECK(one.closed == 0);
        REQUIRE(one.events.size() == kRounds);
        CHECK(one.events.back().data == std::to_string(kRounds));
    }
    stop.request_stop();
    for (auto &one : told)
        CHECK(one.waitClosed());
}

TEST_CASE("A stream tells its events as they come", "[stream]")
{
    Gate gate;
    RawServer server([&gate](RawServer::Connection &c) {
        c.readRequest();
        c.write(kHead);
        c.writeChunk("event: upd");
        c.writeChunk("ate\nda");
        c.writeChunk("ta: 1\n\n");
        if (!c.waitFor(gate))
            return;
        c.writeChunk(": beat\n\ndata: 2\n\n");
        c.writeChunk("");
    });
    CurlEngine engine({});
    Told told;
    Request request = stream(server);
    request.bearer = Secret("tok");
    engine.open(request, {}, told.executor, told.handlers());
    REQUIRE(told.executor.runUntil([&] { return told.events.size() == 1; }, 10s));
    CHECK(told.opened == 1);
    CHECK(told.events[0].type == "update");
    gate.open();
    REQUIRE(told.waitClosed());
    CHECK(told.events.size() == 2);
    CHECK(told.failure.error.code == Errc::Network);
    CHECK(told.closed == 1);
    CHECK(server.requests().at(0).find("Accept: text/event-stream") != std::string::npos);
    CHECK(server.requests().at(0).find("Bearer tok") != std::string::npos);
}

TEST_CASE("A silent stream is closed, comments keep it open", "[stream]")
{
    std::atomic<int> beats{0};
    RawServer server([&beats](RawServer::Connection &c) {
        c.readRequest();
        c.write(kHead);
        Gate pause;
        for (int i = 0; i < 6 && !c.gone(); ++i) {
            pause.waitFor(300ms); // the beat of the server, well under the silence and beyond it in sum
            if (c.writeChunk(":\n"))
                ++beats;
        }
        c.waitForClose();
    });
    CurlEngine engine({});
    Told told;
    engine.open(stream(server), {}, told.executor, told.handlers(1s));
    REQUIRE(told.waitClosed());
    CHECK(beats == 6);
    CHECK(told.failure.error.code == Errc::Timeout);
    CHECK(told.opened == 1);
    CHECK(told.events.empty());
}

TEST_CASE("What is no stream is closed with its status", "[stream]")
{
    CurlEngine engine({});
    Told told;
    SECTION("refused")
    {
        RawServer server([](RawServer::Connection &c) {
            c.readRequest();
            c.reply(429, "Retry-After: 30\r\n", "slow down");
        });
        engine.open(stream(server), {}, told.executor, told.handlers());
        REQUIRE(told.waitClosed());
        CHECK(told.failure.error.code == Errc::RateLimited);
        CHECK(told.failure.error.httpStatus == 429);
        CHECK(told.failure.error.retryAfter == 30s);
    }
    SECTION("a page")
    {
        RawServer server([](RawServer::Connection &c) {
            c.readRequest();
            c.reply(200, "Content-Type: text/html\r\n", "<p>hello");
        });
        engine.open(stream(server), {}, told.executor, told.handlers());
        REQUIRE(told.waitClosed());
        CHECK(told.failure.error.code == Errc::Protocol);
    }
    SECTION("cut")
    {
        RawServer server([](RawServer::Connection &c) {
            c.readRequest();
            c.write(kHead);
            c.writeChunk("data: 1\n\n");
        });
        engine.open(stream(server), {}, told.executor, told.handlers());
        REQUIRE(told.waitClosed());
        CHECK(told.events.size() == 1);
        CHECK(told.opened == 1);
        CHECK((told.failure.error.code == Errc::Protocol || told.failure.error.code == Errc::Network));
        return;
    }
    SECTION("an event beyond the cap")
    {
        RawServer server([](RawServer::Connection &c) {
            c.readRequest();
            c.write(kHead);
            while (c.writeChunk("data: " + std::string(10'000, 'x') + "\n")) {
            }
        });
        engine.open(stream(server), {}, told.executor, told.handlers());
        REQUIRE(told.waitClosed());
        CHECK(told.failure.error.code == Errc::TooLarge);
        return;
    }
    CHECK(told.opened == 0);
}

TEST_CASE("A stopped stream closes with Cancelled, once", "[stream]")
{
    RawServer server([](RawServer::Connection &c) {
        c.readRequest();
        c.write(kHead);
        c.waitForClose();
    });
    CurlEngine engine({});
    Told told;
    std::stop_source stop;
    engine.open(stream(server), stop.get_token(), told.executor, told.handlers());
    REQUIRE(told.executor.runUntil([&] { return told.opened == 1; }, 10s));
    stop.request_stop();
    REQUIRE(told.waitClosed());
    CHECK(told.failure.error.code == Errc::Cancelled);
    CHECK(told.executor.runPending() == 0);
    CHECK(told.closed == 1);
}
