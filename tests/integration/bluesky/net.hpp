// SPDX-License-Identifier: GPL-3.0-or-later
// The Bluesky network on loopback as its other people see it: accounts that post, like, block and leave, and what the
// network's own switches do. Vigie is not involved here.
// Thread: one at a time. Errors: REQUIRE.
#pragma once

#include "connect/common/json.hpp"
#include "support/must.hpp"

#include <vigie/base/random.hpp>
#include <vigie/base/time.hpp>
#include <vigie/net/http.hpp>
#include <vigie/net/url.hpp>

#include <catch2/catch.hpp>

#include <chrono>
#include <cstdlib>
#include <functional>
#include <string>

namespace vigie::bsky {

using connect::at;
using connect::arrayAt;
using connect::idAt;
using connect::intAt;
using connect::Json;
using connect::textAt;
using test::until;

inline int basePort()
{
    const char *base = std::getenv("VIGIE_BSKY_BASE");
    return base != nullptr ? std::atoi(base) : 2580;
}
inline std::string port(int offset)
{
    return "localhost:" + std::to_string(basePort() + offset);
}
inline std::string controlUrl() { return "http://" + port(0); }
inline std::string plcUrl() { return "http://" + port(2); }
inline std::string pdsUrl() { return "http://" + port(3); }
inline std::string ozoneUrl() { return "http://" + port(7); }
inline std::string jetUrl() { return "ws://" + port(8); }
inline std::string limitedUrl() { return "http://" + port(9); }

inline net::CurlEngine &people()
{
    static net::CurlEngine engine([] {
        net::EngineOptions options;
        options.userAgent = "people";
        return options;
    }());
    return engine;
}

struct Reply {
    int status = 0;
    Json body;
    std::string raw;
};

inline Reply ask(net::Request request)
{
    auto answer = people().sendAndWait(std::move(request));
    REQUIRE(answer.has_value());
    auto json = connect::parseJson(answer->body, 400);
    return {answer->status, json ? std::move(*json) : Json(nullptr), answer->body};
}

inline std::string get(const std::string &url)
{
    net::Request request;
    request.url = url;
    request.timeout = std::chrono::seconds{60};
    const auto reply = ask(std::move(request));
    REQUIRE(reply.status == 200);
    auto text = reply.raw;
    while (!text.empty() && text.back() == '\n')
        text.pop_back();
    return text;
}
/// Everything that was written is indexed, everywhere.
inline void settled() { get(controlUrl() + "/sync"); }

inline Reply call(const std::string &base, const std::string &method, const std::string &token, const net::QueryPairs &pairs)
{
    net::Request request;
    request.url = base + "/xrpc/" + method;
    if (!pairs.empty())
        request.url = net::withQuery(request.url, pairs);
    request.bearer = Secret(token);
    return ask(std::move(request));
}
inline Reply post(const std::string &base, const std::string &method, const std::string &token, const Json &body)
{
    net::Request request;
    request.method = net::Method::Post;
    request.url = base + "/xrpc/" + method;
    request.bearer = Secret(token);
    if (!body.is_null()) {
        request.headers.push_back({"Content-Type", "application/json"});
        request.body = connect::dump(body);
    }
    return ask(std::move(request));
}
inline Reply admin(const std::string &base, const std::string &method, const Json &body, const net::QueryPairs &pairs = {})
{
    net::Request request;
    request.method = body.is_null() ? net::Method::Get : net::Method::Post;
    request.url = net::withQuery(base + "/xrpc/" + method, pairs);
    request.secretHeaders.push_back({"Authorization", Secret("Basic YWRtaW46YWRtaW4tcGFzcw==")});
    if (!body.is_null()) {
        request.headers.push_back({"Content-Type", "application/json"});
        request.body = connect::dump(body);
    }
    return ask(std::move(request));
}

/// "2026-11-21T10:00:00.123Z", so many milliseconds from now.
inline std::string stamp(std::int64_t milliseconds = 0)
{
    const auto now = std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()) + std::chrono::milliseconds{milliseconds};
    const auto whole = std::chrono::floor<std::chrono::seconds>(now);
    const auto text = toRfc3339(std::chrono::time_point_cast<Micros>(whole));
    return text.substr(0, 19) + "." + std::to_string(1000 + (now - whole).count()).substr(1) + "Z";
}

struct Ref {
    std::string uri, cid;
    [[nodiscard]] Json json() const { return {{"uri", uri}, {"cid", cid}}; }
    [[nodiscard]] std::string rkey() const { return uri.substr(uri.rfind('/') + 1); }
};

/// An account of its own. Names are three letters and six random digits: every test makes its own people.
class Person {
public:
    explicit Person(const std::string &name, const std::string &base = pdsUrl()) : base_(base), password("pw-" + name + randomKey())
    {
        const auto made = bsky::post(base_, "com.atproto.server.createAccount", {}, {{"handle", name.substr(0, 3) + randomKey().substr(0, 6) + ".test"}, {"email", name + randomKey().substr(0, 10) + "@mail.test"}, {"password", password}});
        INFO(made.raw);
        REQUIRE(made.status == 200);
        did = textAt(made.body, "did");
        handle = textAt(made.body, "handle");
        token = textAt(made.body, "accessJwt");
    }

    Reply get(const std::string &method, const net::QueryPairs &pairs = {}) const { return call(base_, method, token, pairs); }
    Reply post(const std::string &method, const Json &body) const { return bsky::post(base_, method, token, body); }
    Ref create(const std::string &collection, Json record) const
    {
        record["$type"] = collection;
        if (!record.contains("createdAt"))
            record["createdAt"] = stamp();
        const auto reply = post("com.atproto.repo.createRecord", {{"repo", did}, {"collection", collection}, {"record", record}});
        INFO(reply.raw);
        REQUIRE(reply.status == 200);
        return {textAt(reply.body, "uri"), textAt(reply.body, "cid")};
    }
    Ref say(const std::string &text, Json extra = Json::object()) const
    {
        extra["text"] = text;
        return create("app.bsky.feed.post", std::move(extra));
    }
    Ref answer(const Ref &root, const Ref &parent, const std::string &text) const { return say(text, {{"reply", {{"root", root.json()}, {"parent", parent.json()}}}}); }
    void erase(const std::string &uri) const
    {
        const auto reply = post("com.atproto.repo.deleteRecord", {{"repo", did}, {"collection", collectionOf(uri)}, {"rkey", uri.substr(uri.rfind('/') + 1)}});
        REQUIRE(reply.status == 200);
    }
    /// The record as its repository holds it.
    Reply record(const std::string &uri) const
    {
        return get("com.atproto.repo.getRecord", {{"repo", uri.substr(5, uri.find('/', 5) - 5)}, {"collection", collectionOf(uri)}, {"rkey", uri.substr(uri.rfind('/') + 1)}});
    }
    /// All posts in our repository, newest key first.
    Json posts() const { return arrayAt(get("com.atproto.repo.listRecords", {{"repo", did}, {"collection", "app.bsky.feed.post"}, {"limit", "100"}}).body, "records"); }
    static std::string collectionOf(const std::string &uri)
    {
        const auto begin = uri.find('/', 5) + 1;
        return uri.substr(begin, uri.rfind('/') - begin);
    }

private:
    std::string base_;

public:
    std::string did, handle, token, password;
};

} // namespace vigie::bsky
