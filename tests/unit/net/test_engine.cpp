// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/raw_server.hpp"

#include <vigie/base/random.hpp>
#include <vigie/net/http.hpp>

#include <catch2/catch.hpp>
#include <zlib.h>

#include <atomic>
#include <filesystem>
#include <fstream>

using namespace vigie;
using namespace vigie::net;
using namespace std::chrono_literals;
using test::Gate;
using test::RawServer;

namespace {

EngineOptions plain()
{
    EngineOptions options;
    options.userAgent = "Vigie-test/1";
    return options;
}

Request get(std::string url)
{
    Request request;
    request.url = std::move(url);
    request.timeout = 20s;
    return request;
}

Request post(std::string url, std::string body)
{
    Request request = get(std::move(url));
    request.method = Method::Post;
    request.headers = {{"Content-Type", "application/json"}};
    request.body = std::move(body);
    return request;
}

Errc codeOf(const Answer &answer)
{
    REQUIRE_FALSE(answer);
    INFO(answer.error().error.detail);
    return answer.error().error.code;
}

bool has(const std::string &text, std::string_view part)
{
    return text.find(part) != std::string::npos;
}

std::string gzip(const std::string &text)
{
    z_stream stream{};
    REQUIRE(deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) == Z_OK);
    std::string out(deflateBound(&stream, static_cast<uLong>(text.size())), '\0');
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(text.data()));
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    REQUIRE(deflate(&stream, Z_FINISH) == Z_STREAM_END);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

/// Answers every request of a connection with the same bytes.
RawServer::Script always(std::string bytes)
{
    return [bytes = std::move(bytes)](RawServer::Connection &connection) {
        while (!connection.readRequest().empty() && connection.write(bytes)) {
        }
    };
}

} // namespace

TEST_CASE("A plain exchange carries what it should", "[engine]")
{
    RawServer server(always("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nX-A: 1\r\nx-a:  2 \r\n\r\nhello"));
    CurlEngine engine(plain());
    Request request = get(server.url("/a?b=c"));
    request.headers = {{"X-Empty", ""}, {"Accept", "application/json"}};
    request.bearer = Secret("tok-1");
    const Answer answer = engine.sendAndWait(request);
    REQUIRE(answer);
    CHECK(answer->status == 200);
    CHECK(answer->ok());
    CHECK(answer->body == "hello");
    CHECK(answer->header("X-a") == "1");
    CHECK(answer->allHeaders("x-A").size() == 2);
    CHECK(answer->allHeaders("x-A")[1] == "2");
    CHECK(answer->header("absent").empty());
    CHECK(answer->finalUrl == request.url);
    const std::string sent = server.requests().at(0);
    CHECK(has(sent, "GET /a?b=c HTTP/1.1\r\n"));
    CHECK(has(sent, "User-Agent: Vigie-test/1\r\n"));
    CHECK(has(sent, "Authorization: Bearer tok-1\r\n"));
    CHECK(has(sent, "X-Empty:"));
    CHECK(has(sent, "gzip"));
}

TEST_CASE("Reads share a connection, writes get their own", "[engine]")
{
    RawServer server(always("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"));
    CurlEngine engine(plain());
    REQUIRE(engine.sendAndWait(get(server.url())));
    REQUIRE(engine.sendAndWait(get(server.url())));
    CHECK(server.connections() == 1);
    REQUIRE(engine.sendAndWait(post(server.url(), "{}")));
    CHECK(server.connections() == 2);
    const auto requests = server.requests();
    CHECK(has(requests.at(2), "POST / HTTP/1.1"));
    CHECK(has(requests.at(2), "\r\n\r\n{}"));
    CHECK_FALSE(has(requests.at(2), "Expect:"));
}

TEST_CASE("Every method goes out as itself", "[engine]")
{
    RawServer server([](RawServer::Connection &c) {
        while (true) {
            const std::string request = c.readRequest();
            if (request.empty() || !c.write("HTTP/1.1 204 No\r\n\r\n"))
                return;
        }
    });
    CurlEngine engine(plain());
    for (const Method method : {Method::Get, Method::Head, Method::Post, Method::Put, Method::Patch, Method::Delete}) {
        Request request = get(server.url());
        request.method = method;
        REQUIRE(engine.sendAndWait(request));
        const std::string sent = server.requests().back();
        CHECK(sent.rfind(methodName(method) + std::string(" / HTTP/1.1"), 0) == 0);
        CHECK_FALSE(has(sent, "urlencoded"));
    }
}

TEST_CASE("A connection that is refused leaves nothing sent", "[engine]")
{
    int port = 0;
    {
        RawServer gone([](RawServer::Connection &) {});
        port = gone.port();
    }
    CurlEngine engine(plain());
    const Answer answer = engine.sendAndWait(post("http://127.0.0.1:" + std::to_string(port) + "/", "x"));
    CHECK(codeOf(answer) == Errc::Network);
    CHECK(answer.error().sent == Sent::Nothing);
}

TEST_CASE("A cut after the request is sent once and may have taken effect", "[engine]")
{
    RawServer server([](RawServer::Connection &c) {
        if (c.index() == 0) {
            c.readRequest();
            c.reply(200, "", "warm");
        }
        c.readRequest(); // and no answer
        c.reset();
    });
    CurlEngine engine(plain());
    REQUIRE(engine.sendAndWait(get(server.url())));
    const Answer answer = engine.sendAndWait(post(server.url(), "once"));
    CHECK(codeOf(answer) == Errc::Network);
    CHECK(answer.error().sent == Sent::Maybe);
    std::size_t posts = 0;
    for (const std::string &request : server.requests())
        posts += has(request, "once") ? 1U : 0U;
    CHECK(posts == 1);
}

TEST_CASE("A cut before anything is read is a network error", "[engine]")
{
    RawServer server([](RawServer::Connection &c) { c.reset(); });
    CurlEngine engine(plain());
    CHECK(codeOf(engine.sendAndWait(get(server.url()))) == Errc::Network);
}

TEST_CASE("An answer that is cut short is no success", "[engine]")
{
    std::string bytes;
    SECTION("Content-Length lies") { bytes = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort"; }
    SECTION("chunks end early") { bytes = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nshort\r\n"; }
    SECTION("not HTTP at all") { bytes = "SSH-2.0-OpenSSH_9.2\r\n\r\n\r\n"; }
    SECTION("damaged compression") { bytes = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 5\r\n\r\nabcde"; }
    RawServer server([bytes](RawServer::Connection &c) {
        c.readRequest();
        c.write(bytes);
    });
    CurlEngine engine(plain());
    CHECK(codeOf(engine.sendAndWait(get(server.url()))) == Errc::Protocol);
}

TEST_CASE("A body beyond the cap is TooLarge", "[engine]")
{
    Request request;
    SECTION("endless")
    {
        RawServer server([](RawServer::Connection &c) {
            c.readRequest();
            c.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            while (c.writeChunk(std::string(10'000, 'x'))) {
            }
        });
        CurlEngine engine(plain());
        request = get(server.url());
        request.maxBody = 100'000;
        CHECK(codeOf(engine.sendAndWait(request)) == Errc::TooLarge);
    }
    SECTION("a compression bomb")
    {
        const std::string bomb = gzip(std::string(8U << 20, 'a'));
        REQUIRE(bomb.size() < 20'000);
        RawServer server(always("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + std::to_string(bomb.size())
                                + "\r\n\r\n" + bomb));
        CurlEngine engine(plain());
        request = get(server.url());
        request.maxBody = 1U << 20;
        CHECK(codeOf(engine.sendAndWait(request)) == Errc::TooLarge);
        request.maxBody = 8U << 20;
        const Answer whole = engine.sendAndWait(request);
        REQUIRE(whole);
        CHECK(whole->body.size() == 8U << 20);
    }
    SECTION("endless headers")
    {
        RawServer server([](RawServer::Connection &c) {
            c.readRequest();
            c.write("HTTP/1.1 200 OK\r\n");
            while (c.write("X-More: " + std::string(1000, 'h') + "\r\n")) {
            }
        });
        CurlEngine engine(plain());
        CHECK(codeOf(engine.sendAndWait(get(server.url()))) == Errc::TooLarge);
    }
}

TEST_CASE("Silence ends in Timeout", "[engine]")
{
    RawServer server([](RawServer::Connection &c) {
        c.readRequest();
        c.waitForClose();
    });
    CurlEngine engine(plain());
    Request request = post(server.url(), "x");
    request.timeout = 150ms;
    const auto begin = std::chrono::steady_clock::now();
    const Answer answer = engine.sendAndWait(request);
    CHECK(codeOf(answer) == Errc::Timeout);
    CHECK(answer.error().sent == Sent::Maybe);
    CHECK(std::chrono::steady_clock::now() - begin < 5s);
}

TEST_CASE("A body that stalls ends in Timeout before the whole time is over", "[engine]")
{
    RawServer server([](RawServer::Connection &c) {
        c.readRequest();
        c.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nsome");
        c.waitForClose();
    });
    EngineOptions options = plain();
    options.stall = 1s;
    CurlEngine engine(options);
    Request request = get(server.url());
    request.timeout = 60s;
    const auto begin = std::chrono::steady_clock::now();
    CHECK(codeOf(engine.sendAndWait(request)) == Errc::Timeout);
    CHECK(std::chrono::steady_clock::now() - begin < 20s);
}

TEST_CASE("A file is streamed as the body, and one that is not there is said before anything leaves", "[engine]")
{
    CurlEngine engine(plain());
    RawServer server(always("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"));
    const auto film = std::filesystem::temp_directory_path() / ("vigie-film-" + randomKey());
    const std::string bytes(300'000, 'v');
    std::ofstream(film, std::ios::binary) << bytes;
    Request request;
    request.method = Method::Post;
    request.url = server.url("/blob");
    request.headers = {{"Content-Type", "video/mp4"}};
    request.bodyFile = film.string();
    REQUIRE(engine.sendAndWait(request));
    const auto seen = server.requests().at(0);
    CHECK(has(seen, "POST /blob "));
    CHECK(has(seen, "Content-Length: 300000"));
    CHECK(has(seen, "Content-Type: video/mp4"));
    CHECK(has(seen, bytes));
    CHECK_FALSE(has(seen, "vigie-film")); // the name it has here is nobody's business
    for (const auto &missing : {film.string() + "-nowhere", film.parent_path().string()}) {
        request.bodyFile = missing;
        CHECK(codeOf(engine.sendAndWait(request)) == Errc::InvalidInput);
    }
    CHECK(server.requests().size() == 1);
    std::filesystem::remove(film);
}

TEST_CASE("Redirects are followed for reading only, five times", "[engine][redirect]")
{
    CurlEngine engine(plain());
    SECTION("a loop ends")
    {
        RawServer server(always("HTTP/1.1 302 F\r\nLocation: /again\r\nContent-Length: 0\r\n\r\n"));
        CHECK(codeOf(engine.sendAndWait(get(server.url()))) == Errc::Protocol);
        CHECK(server.requests().size() == 6);
    }
    SECTION("permanent hops are told from temporary ones")
    {
        RawServer server([](RawServer::Connection &c) {
            for (std::string request = c.readRequest(); !request.empty(); request = c.readRequest()) {
                if (has(request, "GET /1 "))
                    c.reply(301, "Location: 2?x=1\r\n", "moved");
                else if (has(request, "GET /t "))
                    c.reply(307, "Location: /1\r\n", "");
                else
                    c.reply(200, "", "there");
            }
        });
        const Answer permanent = engine.sendAndWait(get(server.url("/1")));
        REQUIRE(permanent);
        CHECK(permanent->body == "there");
        CHECK(permanent->finalUrl == server.url("/2?x=1"));
        CHECK(permanent->permanentRedirect);
        const Answer temporary = engine.sendAndWait(get(server.url("/t")));
        REQUIRE(temporary);
        CHECK_FALSE(temporary->permanentRedirect);
        Request still = get(server.url("/1"));
        still.followRedirects = false;
        const Answer first = engine.sendAndWait(still);
        REQUIRE(first);
        CHECK(first->status == 301);
        CHECK(first->body == "moved");
    }
    SECTION("a write is not sent elsewhere")
    {
        RawServer server(always("HTTP/1.1 307 F\r\nLocation: /again\r\nContent-Length: 0\r\n\r\n"));
        const Answer answer = engine.sendAndWait(post(server.url(), "x"));
        REQUIRE(answer);
        CHECK(answer->status == 307);
        CHECK(server.requests().size() == 1);
    }
    SECTION("no token on another host")
    {
        RawServer other(always("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"));
        RawServer server(always("HTTP/1.1 302 F\r\nLocation: " + other.url("/x") + "\r\nContent-Length: 0\r\n\r\n"));
        Request request = get(server.url());
        request.bearer = Secret("tok-9");
        request.headers = {{"X-Api-Key", "key-9"}, {"Accept", "text/plain"}};
        request.secretHeaders = {{"Api-Key", Secret("hush-9")}};
        REQUIRE(engine.sendAndWait(request));
        CHECK(has(server.requests().at(0), "tok-9"));
        CHECK(has(server.requests().at(0), "Api-Key: hush-9"));
        CHECK_FALSE(has(other.requests().at(0), "hush-9"));
        const std::string second = other.requests().at(0);
        CHECK_FALSE(has(second, "tok-9"));
        CHECK_FALSE(has(second, "key-9"));
        CHECK(has(second, "Accept: text/plain"));
    }
    SECTION("not to another protocol")
    {
        RawServer server(always("HTTP/1.1 302 F\r\nLocation: file:///etc/passwd\r\nContent-Length: 0\r\n\r\n"));
        CHECK(codeOf(engine.sendAndWait(get(server.url()))) == Errc::Protocol);
    }
    SECTION("not into a private network")
    {
        RawServer server(always("HTTP/1.1 302 F\r\nLocation: http://192.168.0.1/\r\nContent-Length: 0\r\n\r\n"));
        CHECK(codeOf(engine.sendAndWait(get(server.url()))) == Errc::PolicyRefused);
    }
}

TEST_CASE("Private addresses are refused unless they are wanted", "[engine]")
{
    CurlEngine engine(plain());
    for (const char *url : {"http://10.1.2.3/", "http://192.168.1.1/", "http://172.16.0.1/", "http://169.254.169.254/",
                            "http://[fd00::1]/", "http://[::ffff:10.0.0.1]/", "http://0.0.0.0/", "http://0x0a000001/",
                            "http://100.64.0.1/"}) {
        INFO(url);
        const Answer answer = engine.sendAndWait(get(url));
        CHECK(codeOf(answer) == Errc::PolicyRefused);
        CHECK(answer.error().sent == Sent::Nothing);
    }
    // 0.0.0.0 is no address of the internet, and Linux takes it for this machine.
    RawServer server(always("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"));
    CHECK(codeOf(engine.sendAndWait(get(server.url("/", "0.0.0.0")))) == Errc::PolicyRefused);
    ::setenv("no_proxy", "0.0.0.0", 1);
    EngineOptions open = plain();
    open.allowPrivateNetworks = true;
    CurlEngine intranet(open);
    CHECK(intranet.sendAndWait(get(server.url("/", "0.0.0.0"))));
}

TEST_CASE("A compressed answer that was cut is an error, although its length is as announced", "[engine]")
{
    std::string json = "[";
    for (int i = 0; i < 5000; ++i)
        json += (i == 0 ? "" : ",") + std::to_string(i * 7919 % 1000003);
    json += "]";
    const std::string whole = gzip(json);
    const auto answerWith = [](const std::string &bytes) {
        RawServer server(always("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + std::to_string(bytes.size()) + "\r\n\r\n" + bytes));
        CurlEngine engine(plain());
        return engine.sendAndWait(get(server.url()));
    };
    const Answer good = answerWith(whole);
    REQUIRE(good);
    CHECK(good->body == json);
    for (const std::size_t cut : {whole.size() / 2, std::size_t{8}, std::size_t{1}}) {
        INFO("without its last " << cut << " bytes");
        CHECK(codeOf(answerWith(whole.substr(0, whole.size() - cut))) == Errc::Protocol);
    }
    CHECK(codeOf(answerWith(whole.substr(0, 5))) == Errc::Protocol); // within the head
    CHECK(answerWith("")->body.empty()); // nothing at all is an empty answer: 204 and HEAD look so
    std::string wrong = whole;
    wrong[wrong.size() - 6] = static_cast<char>(wrong[wrong.size() - 6] ^ 1); // the checksum
    CHECK(codeOf(answerWith(wrong)) == Errc::Protocol);
    const Answer two = answerWith(whole + whole); // a file of two members is one text
    REQUIRE(two);
    CHECK(two->body == json + json);
    CHECK(codeOf(answerWith(whole + whole.substr(0, whole.size() / 2))) == Errc::Protocol);
}

TEST_CASE("A permission opens one host of a private network, and no redirect carries it on", "[engine]")
{
    RawServer server([](RawServer::Connection &c) {
        for (std::string request = c.readRequest(); !request.empty(); request = c.readRequest()) {
            const auto to = request.find("GET /to?") == 0 ? request.substr(8, request.find(' ', 8) - 8) : std::string();
            c.write(to.empty() ? std::string("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")
                               : "HTTP/1.1 302 F\r\nLocation: " + to + "\r\nContent-Length: 0\r\n\r\n");
        }
    });
    const std::string port = std::to_string(server.port());
    EngineOptions options = plain();
    options.connectTo = {"public.example:80:127.0.0.1:" + port}; // a name of the internet that leads to a private address
    CurlEngine engine(options);
    const auto ask = [&](const std::string &url, bool allowed) {
        Request request = get(url);
        request.privateNetwork = allowed;
        return engine.sendAndWait(request);
    };
    const std::string own = server.url("/", "0.0.0.0"); // private, and this machine answers
    const Answer refused = ask(own, false);
    CHECK(codeOf(refused) == Errc::PolicyRefused);
    CHECK(refused.error().error.detail == kPrivateAddressRefused);
    CHECK(has(refused.error().error.detail, "--allow-private")); // says what to do
    CHECK(ask(own, true));
    CHECK(ask(server.url("/to?/again", "0.0.0.0"), true)); // at home
    CHECK(codeOf(ask("http://public.example/", false)) == Errc::PolicyRefused);
    CHECK(ask("http://public.example/", true));
    for (const std::string &target : {own, std::string("http://192.168.0.1/"), std::string("http://[fd00::1]/"), server.url("/", "127.0.0.1")}) {
        INFO(target);
        CHECK(codeOf(ask("http://public.example/to?" + target, true)) == Errc::PolicyRefused);
        CHECK(codeOf(ask("http://public.example/to?" + target, false)) == Errc::PolicyRefused);
    }
    CHECK(codeOf(ask(server.url("/to?http://192.168.0.1/", "0.0.0.0"), true)) == Errc::PolicyRefused);
    // The permission goes with one request, not with the engine or its connections.
    CHECK(codeOf(ask(server.url("/other", "0.0.0.0"), false)) == Errc::PolicyRefused);
}

TEST_CASE("What is no request is refused before anything is sent", "[engine]")
{
    RawServer server(always("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"));
    CurlEngine engine(plain());
    for (const std::string &url : {std::string("ftp://127.0.0.1/"), std::string("file:///etc/passwd"), std::string(""),
                                  std::string("no address"), "http://u:p@127.0.0.1:" + std::to_string(server.port()) + "/"}) {
        INFO(url);
        CHECK(codeOf(engine.sendAndWait(get(url))) == Errc::InvalidInput);
    }
    Request smuggled = get(server.url());
    smuggled.headers = {{"X", "a\r\nHost: evil"}};
    CHECK(codeOf(engine.sendAndWait(smuggled)) == Errc::InvalidInput);
    Request token = get(server.url());
    token.bearer = Secret("a\nb");
    CHECK(codeOf(engine.sendAndWait(token)) == Errc::InvalidInput);
    CHECK(server.requests().empty());
}

TEST_CASE("A stop answers Cancelled, once", "[engine][cancel]")
{
    RawServer server([](RawServer::Connection &c) {
        c.readRequest();
        c.waitForClose();
    });
    CurlEngine engine(plain());
    ManualExecutor here;
    std::stop_source stop;
    int answers = 0;
    Errc code = Errc::Internal;
    engine.send(get(server.url()), stop.get_token(), here, [&](Answer answer) {
        ++answers;
        code = codeOf(answer);
    });
    REQUIRE(server.waitForRequests(1));
    stop.request_stop();
    REQUIRE(here.runUntil([&] { return answers > 0; }, 10s));
    CHECK(code == Errc::Cancelled);

    engine.send(get(server.url()), stop.get_token(), here, [&](Answer answer) {
        ++answers;
        code = codeOf(answer);
        CHECK(answer.error().sent == Sent::Nothing);
    });
    REQUIRE(here.runUntil([&] { return answers == 2; }, 10s));
    CHECK(code == Errc::Cancelled);
    CHECK(here.runPending() == 0);
}

TEST_CASE("Stops that race with answers still answer once", "[engine][cancel]")
{
    RawServer server(always("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"));
    CurlEngine engine(plain());
    std::atomic<int> answers{0};
    InlineExecutor inlined;
    constexpr int kCalls = 60;
    for (int i = 0; i < kCalls; ++i) {
        std::stop_source stop;
        engine.send(get(server.url()), stop.get_token(), inlined, [&answers](Answer) { ++answers; });
        if (i % 3 != 0)
            std::this_thread::yield();
        stop.request_stop();
    }
    ManualExecutor waiter;
    CHECK(waiter.runUntil([&] { return answers == kCalls; }, 20s));
}

TEST_CASE("The end of the engine answers all that waits", "[engine][cancel]")
{
    RawServer server([](RawServer::Connection &c) {
        c.readRequest();
        c.waitForClose();
    });
    ManualExecutor here;
    int cancelled = 0;
    {
        CurlEngine engine(plain());
        for (int i = 0; i < 12; ++i)
            engine.send(get(server.url()), {}, here, [&](Answer answer) { cancelled += codeOf(answer) == Errc::Cancelled ? 1 : 0; });
        StreamHandlers handlers;
        handlers.closed = [&](Failure failure) { cancelled += failure.error.code == Errc::Cancelled ? 1 : 0; };
        engine.open(get(server.url()), {}, here, handlers);
        REQUIRE(server.waitForRequests(1));
    }
    CHECK(here.runPending() == 13);
    CHECK(cancelled == 13);
    CHECK(server.connections() <= 4);
}

TEST_CASE("Requests beyond the connections of a host wait, and time out if they must", "[engine]")
{
    Gate gate;
    RawServer server([&gate](RawServer::Connection &c) {
        while (!c.readRequest().empty()) {
            if (!c.waitFor(gate))
                return;
            c.reply(200, "", "ok");
        }
    });
    EngineOptions options = plain();
    options.maxConnectionsPerHost = 1;
    CurlEngine engine(options);
    ManualExecutor here;
    int good = 0;
    Sent sent = Sent::Maybe;
    Errc code = Errc::Internal;
    for (int i = 0; i < 2; ++i)
        engine.send(get(server.url()), {}, here, [&](Answer answer) { good += answer ? 1 : 0; });
    REQUIRE(server.waitForRequests(1));
    Request hasty = post(server.url(), "x");
    hasty.timeout = 100ms;
    engine.send(hasty, {}, here, [&](Answer answer) {
        code = codeOf(answer);
        sent = answer.error().sent;
    });
    REQUIRE(here.runUntil([&] { return code != Errc::Internal; }, 10s));
    CHECK(code == Errc::Timeout);
    CHECK(sent == Sent::Nothing);
    CHECK(server.connections() == 1);
    gate.open();
    CHECK(here.runUntil([&] { return good == 2; }, 10s));
}

TEST_CASE("A form streams its files", "[engine][form]")
{
    const auto path = std::filesystem::temp_directory_path() / ("vigie-form-" + randomKey());
    {
        std::ofstream out(path, std::ios::binary);
        const std::string block(1U << 16, 'F');
        for (int i = 0; i < 48; ++i)
            out << block;
    }
    RawServer server(always("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"));
    CurlEngine engine(plain());
    Request request = get(server.url("/media"));
    request.method = Method::Post;
    request.form = {{"description", "une vigie \"haute\"", "", "", ""}, {"file", "", path.string(), "photo.jpg", "image/jpeg"}};
    REQUIRE(engine.sendAndWait(request));
    const std::string sent = server.requests().at(0);
    CHECK(sent.size() > 48U * (1U << 16));
    CHECK(has(sent, "multipart/form-data; boundary="));
    CHECK(has(sent, "name=\"file\"; filename=\"photo.jpg\""));
    CHECK(has(sent, "Content-Type: image/jpeg"));
    CHECK(has(sent, "une vigie"));
    CHECK_FALSE(has(sent, path.filename().string()));
    CHECK(static_cast<std::size_t>(std::count(sent.begin(), sent.end(), 'F')) >= 48U * (1U << 16));

    // A piece of it: the bytes from one place to another, and no others.
    std::ofstream(path, std::ios::binary) << "before-PIECE-after";
    request.form = {{"segment_index", "1", "", "", ""}, {"media", "", path.string(), "part", "", 7, 5}};
    REQUIRE(engine.sendAndWait(request));
    const std::string piece = server.requests().at(1);
    CHECK(has(piece, "\r\n\r\nPIECE\r\n--"));
    CHECK_FALSE(has(piece, "before"));
    CHECK_FALSE(has(piece, "after"));
    request.form.back().fileBytes = 50;
    CHECK(codeOf(engine.sendAndWait(request)) == Errc::InvalidInput); // beyond its end
    request.form.back().fileBytes = 5;

    std::filesystem::remove(path);
    const Answer missing = engine.sendAndWait(request);
    CHECK(codeOf(missing) == Errc::InvalidInput);
    CHECK(missing.error().sent == Sent::Nothing);
}

TEST_CASE("A handshake that fails is Tls, and nothing was sent", "[engine]")
{
    RawServer server([](RawServer::Connection &c) { c.write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"); });
    CurlEngine engine(plain());
    Request request = post("https://127.0.0.1:" + std::to_string(server.port()) + "/", "secret");
    request.bearer = Secret("tok");
    const Answer answer = engine.sendAndWait(request);
    CHECK(codeOf(answer) == Errc::Tls);
    CHECK(answer.error().sent == Sent::Nothing);
}
