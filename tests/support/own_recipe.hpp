// SPDX-License-Identifier: GPL-3.0-or-later
// Networks as a person describes them and puts into their configuration folder, and a file that is none.
#pragma once

#include <string>

namespace vigie::test {

/// "Maison": the least that is accepted; its posts are ten bytes long at most.
inline const std::string kOwnRecipe = R"({
    "recipe": 1, "id": "maison", "name": "Maison", "family": "forum", "version": "1", "docs": "https://maison.example/docs", "verification": "documents",
    "base": "{instance}/api", "instance": {"example": "maison.example", "en": "Address of the house", "fr": "Adresse de la maison"},
    "rate": {"requests": 60, "window_s": 60, "poll_s": 120},
    "length": {"rule": "bytes", "limit": 10},
    "operations": {
        "me": {"author": {"id": "1"}},
        "lookup": {"get": "/p/{id}", "items": ".", "map": {"id": "/id", "published": "/at"}}
    },
    "fixtures": [
        {"name": "me", "operation": "me", "expect": {}},
        {"name": "found", "operation": "lookup", "ids": ["1"], "expect": {"items": [{"id": "1"}]},
         "exchanges": [{"request": {"url": "https://server.example/api/p/1"}, "response": {"status": 200, "json": {"id": 1, "at": "2026-01-01T00:00:00Z"}}}]},
        {"name": "forbidden", "operation": "lookup", "ids": ["1"], "expect": {"error": "forbidden"},
         "exchanges": [{"request": {"url": "https://server.example/api/p/1"}, "response": {"status": 403, "json": {}}}]},
        {"name": "slow down", "operation": "lookup", "ids": ["1"], "expect": {"error": "rate_limited"},
         "exchanges": [{"request": {"url": "https://server.example/api/p/1"}, "response": {"status": 429, "json": {}}}]}
    ]
})";

/// The same with a misspelt member on its fifth line.
inline std::string brokenRecipe()
{
    auto text = kOwnRecipe;
    text.replace(text.find("\"maison\""), 8, "\"atelier\"");
    text.replace(text.find("\"length\""), 8, "\"lenght\"");
    return text;
}

/// "Vitrine": a network whose terms let it be shown and not kept.
inline const std::string kShownOnlyRecipe = R"({
    "recipe": 1, "id": "vitrine", "name": "Vitrine", "family": "reviews", "version": "1", "docs": "https://vitrine.example/docs", "verification": "documents",
    "base": "{instance}/api", "instance": {"example": "vitrine.example", "en": "Address of the window", "fr": "Adresse de la vitrine"},
    "rate": {"requests": 60, "window_s": 60, "poll_s": 120},
    "policy": {"persist": "display_only"},
    "operations": {
        "me": {"author": {"id": "1"}},
        "inbox": {"get": "/posts", "items": "/posts", "map": {"id": "/id", "text": "/text", "permalink": "/url", "published": "/at", "author": {"id": "/user", "name": "/user"}}}
    },
    "fixtures": [
        {"name": "me", "operation": "me", "expect": {}},
        {"name": "posts", "operation": "inbox", "expect": {"items": [{"id": "1"}]},
         "exchanges": [{"request": {"url": "https://server.example/api/posts"}, "response": {"status": 200,
                        "json": {"posts": [{"id": 1, "text": "a", "url": "https://vitrine.example/1", "user": "ada", "at": "2026-01-01T00:00:00Z"}]}}}]},
        {"name": "forbidden", "operation": "inbox", "expect": {"error": "forbidden"},
         "exchanges": [{"request": {"url": "https://server.example/api/posts"}, "response": {"status": 403, "json": {}}}]},
        {"name": "slow down", "operation": "inbox", "expect": {"error": "rate_limited"},
         "exchanges": [{"request": {"url": "https://server.example/api/posts"}, "response": {"status": 429, "json": {}}}]}
    ]
})";

/// "Porte": signs in with a code that is typed on a page of its own.
inline const std::string kDeviceRecipe = R"({
    "recipe": 1, "id": "porte", "name": "Porte", "family": "forum", "version": "1", "docs": "https://porte.example/docs", "verification": "documents",
    "base": "{instance}/api", "instance": {"example": "porte.example", "en": "Address of the door", "fr": "Adresse de la porte"},
    "rate": {"requests": 60, "window_s": 60, "poll_s": 120},
    "sign_in": [{"kind": "device", "scopes": ["read"], "oauth": {"device": "{instance}/device", "token": "{instance}/token"},
              "fields": [{"key": "client_id", "kind": "text", "en": "Client ID", "fr": "Identifiant client"}]}],
    "operations": {
        "me": {"get": "/me", "author": {"id": "/id", "handle": "/login"}}
    },
    "fixtures": [
        {"name": "me", "operation": "me", "secrets": {"access": "k"}, "expect": {"who": {"id": "7"}},
         "exchanges": [{"request": {"url": "https://server.example/api/me"}, "response": {"status": 200, "json": {"id": 7, "login": "ada"}}}]},
        {"name": "forbidden", "operation": "me", "secrets": {"access": "k"}, "expect": {"error": "forbidden"},
         "exchanges": [{"request": {"url": "https://server.example/api/me"}, "response": {"status": 403, "json": {}}}]},
        {"name": "slow down", "operation": "me", "secrets": {"access": "k"}, "expect": {"error": "rate_limited"},
         "exchanges": [{"request": {"url": "https://server.example/api/me"}, "response": {"status": 429, "json": {}}}]}
    ]
})";

} // namespace vigie::test
