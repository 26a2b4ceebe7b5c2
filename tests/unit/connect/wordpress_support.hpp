// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests of the WordPress connector share: an account of a role, answers, and a site that pages.
#pragma once

#include "connect/common/json.hpp"
#include "connect/wordpress/wordpress.hpp"

#include <vigie/net/url.hpp>

#include <fstream>
#include <map>
#include <sstream>
#include <string>

namespace vigie::connect::wptest {

inline Instant instant(const char *text)
{
    return parseRfc3339(text).value();
}

struct Desk {
    Account account;
    Secret token{"abcd EFGH 1234"};
    Instant now = instant("2026-11-21T18:21:41Z");
    std::unique_ptr<Connector> connector = makeWordPress();

    explicit Desk(const std::string &role = "moderator")
    {
        account.id = AccountId{7};
        account.connector = "wordpress";
        account.instance = "https://blog.example";
        account.nativeId = role.empty() ? "public" : "2";
        account.handle = role.empty() ? "blog.example" : "moderator@blog.example";
        account.settings = {{"url", "https://blog.example"}, {"api", "https://blog.example/wp-json/"}};
        if (role.empty())
            token = Secret();
        else
            account.settings.insert(account.settings.end(), {{"user", "moderator"}, {"role", role}});
    }
    [[nodiscard]] Context context() const { return {account, token, now}; }

    /// Follows the steps of a publish; the answers come from `network`, in the order of the requests.
    template <class Network>
    Result<PublishDone> publish(const Outbound &outbound, Network network, const std::string &inReplyTo = {}) const
    {
        PublishState state;
        const PublishJob job{outbound, 0, inReplyTo, {}};
        for (int number = 0; number < 10; ++number) {
            auto step = connector->nextStep(context(), job, state);
            if (!step)
                return fail(std::move(step.error()));
            auto outcome = connector->absorb(context(), job, state, network(*step));
            if (!outcome)
                return fail(std::move(outcome.error()));
            if (const auto *done = std::get_if<PublishDone>(&*outcome))
                return *done;
            state = std::get<PublishState>(*outcome);
        }
        return fail(Errc::Internal, "no end");
    }
};

inline net::Response answer(int status, std::string body, std::vector<net::Header> headers = {})
{
    net::Response response;
    response.status = status;
    response.body = std::move(body);
    response.headers = std::move(headers);
    response.finalUrl = "https://blog.example/";
    return response;
}

inline net::Response refusal(int status, const std::string &code)
{
    return answer(status, Json{{"code", code}, {"message", "Mots d\xE2\x80\x99une autre langue."}, {"data", {{"status", status}}}}.dump());
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

inline Outbound outboundOf(OutboundKind kind, const std::string &text, const std::string &target = {})
{
    Outbound outbound;
    outbound.kind = kind;
    outbound.parts.resize(1);
    outbound.parts.front().text = text;
    outbound.targetNative = target;
    return outbound;
}

} // namespace vigie::connect::wptest
