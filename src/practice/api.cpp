// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/api.hpp"

#include <algorithm>
#include <charconv>

namespace vigie::practice {

std::string Call::param(std::string_view name) const
{
    for (const auto &[key, value] : params)
        if (key == name)
            return value;
    return {};
}

bool Call::has(std::string_view name) const
{
    return std::any_of(params.begin(), params.end(), [&](const auto &pair) { return pair.first == name; });
}

bool Call::flag(std::string_view name) const
{
    const std::string value = param(name);
    return value == "true" || value == "1" || value == "on";
}

std::vector<std::string> Call::list(std::string_view name) const
{
    std::vector<std::string> out;
    const std::string brackets = std::string(name) + "[]";
    for (const auto &[key, value] : params)
        if (key == name || key == brackets)
            out.push_back(value);
    return out;
}

Reply json(const Json &body, int status)
{
    Reply reply;
    reply.status = status;
    reply.body = dump(body);
    return reply;
}

Reply problem(int status, std::string_view error, std::string_view description)
{
    Json body = {{"error", error}};
    if (!description.empty())
        body["error_description"] = description;
    return json(body, status);
}

Reply notFound() { return problem(404, "Record not found"); }

std::vector<Key> page(const Call &call, std::vector<Key> ascending, PageRule rule)
{
    std::size_t limit = rule.usual;
    int wished = 0;
    const std::string text = call.param("limit");
    std::from_chars(text.data(), text.data() + text.size(), wished);
    if (wished > 0)
        limit = std::min<std::size_t>(static_cast<std::size_t>(wished), rule.most);
    const Key max = idFrom(call.param("max_id")), since = idFrom(call.param("since_id")), min = idFrom(call.param("min_id"));
    const Key floor = std::max(since, min);
    std::vector<Key> fit;
    for (const Key id : ascending)
        if ((max == 0 || id < max) && id > floor)
            fit.push_back(id);
    // min_id pages forward: the entries right above it. Everything else looks from the newest.
    if (fit.size() > limit) {
        if (call.has("min_id"))
            fit.resize(limit);
        else
            fit.erase(fit.begin(), fit.end() - static_cast<std::ptrdiff_t>(limit));
    }
    std::reverse(fit.begin(), fit.end());
    return fit;
}

void addLinks(Reply &reply, const Network &network, const Call &call, const std::vector<Key> &ids)
{
    if (ids.empty())
        return;
    net::QueryPairs kept;
    for (const auto &pair : net::parseQuery(call.query))
        if (pair.first != "max_id" && pair.first != "min_id" && pair.first != "since_id")
            kept.push_back(pair);
    const auto address = [&](const char *name, Key id) {
        net::QueryPairs pairs = kept;
        pairs.emplace_back(name, idText(id));
        return net::withQuery(network.base + call.path, pairs);
    };
    reply.headers.push_back({"Link", '<' + address("max_id", ids.back()) + ">; rel=\"next\", <"
                                         + address("min_id", ids.front()) + ">; rel=\"prev\""});
}

Api::Api(Network &net, StreamHub &streamHub, bool withStreams) : network(net), hub(streamHub), streams(withStreams)
{
    addOauthRoutes(*this);
    addInstanceRoutes(*this);
    addAccountRoutes(*this);
    addTimelineRoutes(*this);
    addStatusRoutes(*this);
    addStatusActions(*this);
    addMediaRoutes(*this);
    addStreamRoutes(*this);
}

namespace {

std::vector<std::string> split(std::string_view path)
{
    std::vector<std::string> out;
    for (std::size_t i = 0; i < path.size();) {
        const std::size_t end = std::min(path.find('/', i), path.size());
        if (end > i)
            out.push_back(net::decodeComponent(path.substr(i, end - i)));
        i = end + 1;
    }
    return out;
}

bool matches(const std::vector<std::string> &pattern, const std::vector<std::string> &path, std::vector<std::string> *captured)
{
    if (pattern.size() != path.size())
        return false;
    captured->clear();
    for (std::size_t i = 0; i < path.size(); ++i) {
        if (pattern[i].front() == ':')
            captured->push_back(path[i]);
        else if (pattern[i] != path[i])
            return false;
    }
    return true;
}

/// "read:statuses" is covered by itself, by "read", and what concerns relations by the old "follow".
bool covers(const std::string &scopes, const std::string &needed)
{
    const std::string wide = needed.substr(0, needed.find(':'));
    std::size_t begin = 0;
    while (begin < scopes.size()) {
        const std::size_t end = std::min(scopes.find_first_of(" +", begin), scopes.size());
        const std::string_view one = std::string_view(scopes).substr(begin, end - begin);
        if (one == needed || one == wide
            || (one == "follow" && (needed == "write:blocks" || needed == "write:mutes" || needed == "write:follows")))
            return true;
        begin = end + 1;
    }
    return false;
}

} // namespace

void Api::route(const char *method, const char *pattern, Auth auth, const char *scope, Handler handler)
{
    Route added;
    added.method = method;
    added.segments = split(pattern);
    added.auth = auth;
    added.scope = scope;
    added.handler = std::move(handler);
    routes_.push_back(std::move(added));
}

bool Api::authorise(Call &call, const Route &route, Reply *refusal) const
{
    const auto it = network.tokens.find(call.bearer);
    const bool known = it != network.tokens.end() && !it->second.revoked;
    if (known) {
        call.viewer = it->second.account;
        call.scopes = it->second.scopes;
    }
    if (!call.bearer.empty() && !known && (route.auth != Auth::None || call.path.rfind("/api/", 0) == 0)) {
        *refusal = problem(401, "The access token is invalid");
        return false;
    }
    if (route.auth == Auth::None)
        return true;
    if (!known || (route.auth == Auth::User && call.viewer == 0)) {
        *refusal = problem(401, known ? "This method requires an authenticated user" : "The access token is invalid");
        return false;
    }
    if (!route.scope.empty() && !covers(call.scopes, route.scope)) {
        *refusal = problem(403, "This action is outside the authorized scopes");
        return false;
    }
    return true;
}

Reply Api::answer(Call &call)
{
    const std::vector<std::string> path = split(call.path);
    bool otherMethod = false;
    for (const Route &route : routes_) {
        if (!matches(route.segments, path, &call.captured))
            continue;
        if (route.method != call.method) {
            otherMethod = true;
            continue;
        }
        Reply refusal;
        if (!authorise(call, route, &refusal))
            return refusal;
        return route.handler(call);
    }
    if (otherMethod)
        return problem(405, "Method not allowed");
    if (call.path.rfind("/api/v1/streaming", 0) == 0)
        return problem(404, "Unknown channel requested");
    return notFound();
}

std::string Api::issueToken(const std::string &app, const std::string &scopes, Key account)
{
    std::string text = randomKey();
    network.tokens[text] = {app, scopes, account, network.now(), false};
    ++network.changes;
    return text;
}

} // namespace vigie::practice
