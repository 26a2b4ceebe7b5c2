// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests of recipes share: a small recipe to change, and a desk to use it from.
#pragma once

#include "connect/common/json.hpp"

#include <vigie/connect/recipe.hpp>
#include <vigie/net/url.hpp>

#include <fstream>
#include <sstream>
#include <string>

namespace vigie::connect::test {

inline Instant at(const char *text)
{
    return parseRfc3339(text).value();
}

inline std::string fileText(const std::string &path)
{
    std::ifstream in(path, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

/// A network with one stream; tests change what they are about.
inline Json smallRecipe()
{
    return Json::parse(R"({
        "recipe": 1, "id": "forum", "name": "Forum", "family": "forum", "version": "1", "docs": "https://forum.example/docs", "verification": "documents",
        "base": "{instance}/api", "instance": {"example": "forum.example", "en": "Address of the forum", "fr": "Adresse du forum"},
        "rate": {"requests": 60, "window_s": 60, "poll_s": 120},
        "fields": [{"key": "tags", "kind": "list", "required": false, "en": "Tags", "fr": "Mots-cles"}],
        "operations": {
            "me": {"get": "/me", "author": {"id": "/id", "handle": "/login", "name": "/name"}},
            "inbox": {"get": "/posts", "items": "/posts", "map": {"id": "/id", "text": "/text", "published": "/at", "author": {"id": "/user"}}}
        }
    })");
}

/// Adds what every recipe must carry, for tests that are about something else.
inline std::string withFixtures(Json recipe)
{
    auto &fixtures = recipe["fixtures"] = Json::array();
    for (const auto &[name, operation] : recipe["operations"].items())
        fixtures.push_back({{"name", "it works"}, {"operation", name}, {"expect", Json::object()}});
    for (const auto *error : {"not_found", "rate_limited"})
        fixtures.push_back({{"name", "it fails"}, {"operation", "me"}, {"expect", {{"error", error}}}});
    return recipe.dump(1);
}

struct RecipeDesk {
    Account account;
    Credential credential;
    Instant now = at("2026-11-21T12:00:00Z");
    std::unique_ptr<Connector> connector;
    std::string why;

    explicit RecipeDesk(const Json &recipe)
    {
        auto loaded = recipe::load(withFixtures(recipe));
        for (const auto &problem : loaded.problems)
            why += problem.text() + "\n";
        connector = std::move(loaded.connector);
        account.id = AccountId{3};
        account.connector = "forum";
        account.instance = "https://forum.example";
        account.nativeId = "7";
    }
    [[nodiscard]] Context context() const { return {account, credential.access, now, &credential}; }
    [[nodiscard]] FetchPage read(const std::string &body, const FetchSpec &spec) const
    {
        auto page = connector->parseFetch(context(), spec, reply(200, body));
        return page ? std::move(*page) : FetchPage{};
    }
    static net::Response reply(int status, std::string body, std::vector<net::Header> headers = {})
    {
        net::Response response;
        response.status = status;
        response.body = std::move(body);
        response.headers = std::move(headers);
        response.finalUrl = "https://forum.example/api/posts";
        return response;
    }
};

inline std::string queryOf(const net::Request &request, const std::string &name)
{
    const auto question = request.url.find('?');
    if (question != std::string::npos)
        for (const auto &[key, value] : net::parseQuery(std::string_view(request.url).substr(question + 1)))
            if (key == name)
                return value;
    return {};
}

} // namespace vigie::connect::test
