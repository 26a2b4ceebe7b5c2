// SPDX-License-Identifier: GPL-3.0-or-later
// One call to the API as values, and the table of what answers it.
// Thread: the handlers run under the server's mutex. Errors: as HTTP answers.
#pragma once

#include "practice/json_views.hpp"

#include <vigie/base/random.hpp>
#include <vigie/net/http.hpp>
#include <vigie/net/url.hpp>

#include <functional>

namespace vigie::practice {

struct Upload {
    std::string name, fileName, mime, bytes;
};

struct Call {
    std::string method, path, query, body, contentType, bearer, userAgent, idempotencyKey;
    net::QueryPairs params;      ///< of the query and of the body, whichever way it was encoded; lists as "types[]"
    std::vector<Upload> files;
    std::vector<std::string> captured; ///< what ":name" matched
    bool ignoreKey = false;
    Key viewer = 0;              ///< account of the token
    std::string scopes;

    [[nodiscard]] std::string param(std::string_view name) const;
    [[nodiscard]] bool has(std::string_view name) const;
    [[nodiscard]] bool flag(std::string_view name) const;
    /// "name" and "name[]"
    [[nodiscard]] std::vector<std::string> list(std::string_view name) const;
    [[nodiscard]] Key id(std::size_t index = 0) const { return index < captured.size() ? idFrom(captured[index]) : 0; }
};

struct Reply {
    int status = 200;
    std::vector<net::Header> headers;
    std::string type = "application/json; charset=utf-8";
    std::string body;
    std::string channel; ///< not empty: an event stream follows
};

[[nodiscard]] Reply json(const Json &body, int status = 200);
[[nodiscard]] Reply problem(int status, std::string_view error, std::string_view description = {});
[[nodiscard]] Reply notFound();

/// Takes the ids that fit max_id, since_id, min_id and limit, newest first, and writes the Link header.
struct PageRule {
    std::size_t usual = 20, most = 40;
};
[[nodiscard]] std::vector<Key> page(const Call &call, std::vector<Key> ascending, PageRule rule);
void addLinks(Reply &reply, const Network &network, const Call &call, const std::vector<Key> &ids);

class Api {
public:
    using Handler = std::function<Reply(Call &)>;
    enum class Auth { None, App, User };

    Api(Network &network, StreamHub &hub, bool streams);
    /// Everything but the wire: finds the route, checks the token and its scopes, answers.
    Reply answer(Call &call);
    [[nodiscard]] std::string issueToken(const std::string &app, const std::string &scopes, Key account);

    Network &network;
    StreamHub &hub;
    const bool streams;
    std::int64_t windowStart = 0, windowCalls = 0; ///< of the rate limit

    void route(const char *method, const char *pattern, Auth auth, const char *scope, Handler handler);

private:
    struct Route {
        std::string method;
        std::vector<std::string> segments;
        Auth auth;
        std::string scope;
        Handler handler;
    };
    bool authorise(Call &call, const Route &route, Reply *refusal) const;
    std::vector<Route> routes_;
};

void addOauthRoutes(Api &api);
void addInstanceRoutes(Api &api);
void addAccountRoutes(Api &api);
void addTimelineRoutes(Api &api);
void addStatusRoutes(Api &api);
void addStatusActions(Api &api);
void addMediaRoutes(Api &api);
void addStreamRoutes(Api &api);

} // namespace vigie::practice
