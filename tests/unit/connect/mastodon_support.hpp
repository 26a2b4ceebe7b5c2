// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests of the Mastodon connector share: an account, answers, and a server that pages.
#pragma once

#include "connect/common/json.hpp"
#include "connect/mastodon/mastodon.hpp"

#include <vigie/net/url.hpp>

#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace vigie::connect::test {

inline Instant instant(const char *text)
{
    return parseRfc3339(text).value();
}

struct Desk {
    Account account;
    Secret token{"s3cr3t-token"};
    Instant now = instant("2026-11-21T12:00:00Z");
    std::unique_ptr<Connector> connector = makeMastodon();

    Desk()
    {
        account.id = AccountId{7};
        account.connector = "mastodon";
        account.instance = "https://social.example";
        account.nativeId = "109";
        account.handle = "atelier@social.example";
        account.settings = {{"tags", "velo, #Cafe"}, {"keywords", "Maison Dubreuil"}};
        account.limits.serverVersion = "4.5.7";
        account.limits.streamingUrl = "https://stream.example";
    }
    [[nodiscard]] Context context() const { return {account, token, now}; }
};

inline net::Response answer(int status, std::string body, std::vector<net::Header> headers = {})
{
    net::Response response;
    response.status = status;
    response.body = std::move(body);
    response.headers = std::move(headers);
    response.finalUrl = "https://social.example/";
    return response;
}

inline std::string readFile(const std::string &path)
{
    std::ifstream in(path, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

inline std::map<std::string, std::string> queryOf(const net::Request &request)
{
    std::map<std::string, std::string> found;
    const auto mark = request.url.find('?');
    if (mark != std::string::npos)
        for (const auto &[name, value] : net::parseQuery(std::string_view(request.url).substr(mark + 1)))
            found[name] = value;
    return found;
}

inline std::map<std::string, std::string> formOf(const net::Request &request)
{
    std::map<std::string, std::string> found;
    for (const auto &[name, value] : net::parseQuery(request.body))
        found[name] += (found[name].empty() ? "" : "|") + value;
    return found;
}

inline std::string headerOf(const net::Request &request, std::string_view name)
{
    for (const auto &header : request.headers)
        if (header.name == name)
            return header.value;
    return {};
}

} // namespace vigie::connect::test
