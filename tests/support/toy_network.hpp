// SPDX-License-Identifier: GPL-3.0-or-later
// A network of the tests' own: its addresses are words, its answers name native ids, and whatever it declares is the test's
// to choose. What the engines do with a connector is seen through it without the habits of a real one.
// Thread: immutable once built. Errors: as the fake answers say (401 expired, 403 revoked, 404 gone).
#pragma once

#include "connect/common/json.hpp"

#include <vigie/connect/connector.hpp>

#include <string>
#include <vector>

namespace vigie::test {

class ToyNetwork final : public connect::Connector {
public:
    ToyNetwork()
    {
        descriptor.id = "toy";
        descriptor.name = "Toy";
        descriptor.family = "social";
        descriptor.ways = {{connect::AuthKind::AppPassword, {{"password", connect::FieldSpec::Kind::Secret, true}}}};
        for (std::size_t i = 0; i < kCapabilityCount; ++i)
            descriptor.capabilities.set(static_cast<Capability>(i));
        descriptor.rate = {1000, std::chrono::seconds{300}, std::chrono::seconds{60}};
    }

    [[nodiscard]] const connect::Descriptor &describe() const override { return descriptor; }

    [[nodiscard]] Result<std::optional<net::Request>> buildWhoAmI(const connect::Context &context, std::span<const net::Response> soFar) const override
    {
        return soFar.empty() ? std::optional(get(context, "me")) : std::nullopt;
    }
    [[nodiscard]] Result<connect::WhoAmI> parseWhoAmI(const connect::Context &, std::span<const net::Response> answers) const override
    {
        VIGIE_CHECK(judged(answers.back()));
        connect::WhoAmI who;
        who.author.nativeId = "me";
        who.author.handle = "toy";
        who.capabilities = descriptor.capabilities;
        return who;
    }
    [[nodiscard]] std::vector<connect::StreamSpec> streams(const Account &) const override { return specs; }
    [[nodiscard]] Result<net::Request> buildFetch(const connect::Context &context, const connect::FetchSpec &spec) const override
    {
        return get(context, "stream/" + spec.stream);
    }
    [[nodiscard]] Result<connect::FetchPage> parseFetch(const connect::Context &context, const connect::FetchSpec &, const net::Response &response) const override
    {
        VIGIE_CHECK(judged(response));
        connect::FetchPage page;
        page.items = itemsOf(context, response);
        page.cursor = "read";
        return page;
    }
    [[nodiscard]] int lookupBatch(const Account &) const override { return 10; }
    [[nodiscard]] Result<net::Request> buildLookup(const connect::Context &context, std::span<const std::string> ids) const override
    {
        std::string list;
        for (const auto &id : ids)
            list += id + "+";
        return get(context, "lookup/" + list);
    }
    [[nodiscard]] Result<connect::LookupAnswer> parseLookup(const connect::Context &context, std::span<const std::string>, const net::Response &response) const override
    {
        VIGIE_CHECK(judged(response));
        VIGIE_TRY(const auto body, connect::parseJson(response.body));
        connect::LookupAnswer answer;
        answer.items = itemsOf(context, response);
        for (const auto &id : connect::arrayAt(body, "gone"))
            answer.gone.push_back(id.get<std::string>());
        return answer;
    }
    [[nodiscard]] Result<net::Request> buildInsights(const connect::Context &context, const connect::InsightSpec &spec) const override
    {
        std::string without;
        for (const auto &name : spec.without)
            without += "-" + name;
        return get(context, (spec.posts.empty() ? "insights/account" : "insights/" + spec.posts.front()) + without);
    }
    [[nodiscard]] Result<connect::InsightAnswer> parseInsights(const connect::Context &, const connect::InsightSpec &spec, const net::Response &response) const override
    {
        connect::InsightAnswer answer;
        if (response.status == 400) {
            answer.unknown.push_back(response.body);
            return answer;
        }
        answer.lines.push_back({spec.posts.empty() ? std::string{} : spec.posts.front(), {{"views", std::stod(response.body), ValueStatus::Ok}}});
        return answer;
    }

    [[nodiscard]] Result<net::Request> buildRefresh(const connect::Context &context) const override
    {
        if (context.credential == nullptr || context.credential->refresh.empty())
            return fail(Errc::Unsupported);
        auto request = get(context, "refresh");
        request.method = net::Method::Post;
        request.bearer = context.credential->refresh;
        return request;
    }
    [[nodiscard]] Result<connect::Credential> parseRefresh(const connect::Context &context, const net::Response &response) const override
    {
        if (response.status == 403)
            return fail(Errc::AuthRevoked);
        VIGIE_CHECK(judged(response));
        VIGIE_TRY(const auto body, connect::parseJson(response.body));
        connect::Credential fresh;
        fresh.access = Secret(connect::textAt(body, "access"));
        fresh.refresh = Secret(connect::textAt(body, "refresh"));
        if (const auto lives = connect::intAt(body, "lives"))
            fresh.expiresAt = context.now + std::chrono::seconds{*lives};
        return fresh;
    }

    connect::Descriptor descriptor;
    std::vector<connect::StreamSpec> specs{{"home", true, std::chrono::seconds{600}, true, false}};
    net::Cost cost;

private:
    [[nodiscard]] net::Request get(const connect::Context &context, const std::string &path) const
    {
        net::Request request;
        request.url = "https://toy.example/" + path;
        request.bearer = context.token;
        request.cost = cost;
        return request;
    }
    static Result<void> judged(const net::Response &response)
    {
        switch (response.status) {
        case 200: return {};
        case 401: return fail(Errc::AuthExpired);
        case 403: return fail(Errc::AuthRevoked);
        default: return fail(Error{Errc::Server, "toy", response.status, {}, {}});
        }
    }
    /// {"items":[["id","author","text"], ...]}, all of them said a minute ago.
    static std::vector<Item> itemsOf(const connect::Context &context, const net::Response &response)
    {
        std::vector<Item> items;
        const auto body = connect::parseJson(response.body);
        if (!body)
            return items;
        for (const auto &entry : connect::arrayAt(*body, "items")) {
            Item item;
            item.connector = "toy";
            item.instance = context.account.instance;
            item.nativeId = entry[0].get<std::string>();
            item.author.nativeId = entry[1].get<std::string>();
            item.author.handle = item.author.name = item.author.nativeId;
            item.text = entry[2].get<std::string>();
            item.visibility = Visibility::Public;
            item.publishedAt = context.now - std::chrono::minutes{1};
            items.push_back(std::move(item));
        }
        return items;
    }
};

} // namespace vigie::test
