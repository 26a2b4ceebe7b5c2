// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/mastodon/account.hpp"
#include "connect/mastodon/discover.hpp"
#include "connect/mastodon/mapping.hpp"
#include "connect/mastodon/mastodon.hpp"
#include "connect/mastodon/own_posts.hpp"
#include "connect/mastodon/publish.hpp"
#include "connect/mastodon/sign_in.hpp"
#include "connect/mastodon/streams.hpp"

namespace vigie::connect {

namespace {

using namespace mastodon;

Descriptor describeMastodon()
{
    Descriptor all;
    all.id = "mastodon";
    all.name = "Mastodon";
    all.badge = "Ma";
    all.family = "social";
    const std::vector<std::string> scopes{"read", "write", "follow"};
    all.ways = {{AuthKind::OAuthCode, {}, scopes}, {AuthKind::Token, {{"token", FieldSpec::Kind::Secret, true, {}}}, scopes}};
    all.fields = {{"instance", FieldSpec::Kind::Url, true, "social.example"},
                  {"tags", FieldSpec::Kind::List, false, "velo, cyclisme"},
                  {"keywords", FieldSpec::Kind::List, false, "Maison Dubreuil"}};
    all.capabilities = bestCapabilities();
    all.rate = {300, std::chrono::seconds{300}, std::chrono::seconds{60}};
    all.length = {text::LengthRule::Mastodon, 500, 23};
    all.verification = Verification::RealServer;
    // What the tests' server does not have, or was not asked there (docs/networks.md).
    using C = Capability;
    for (const auto what : {C::DirectMessages, C::Threads, C::Video, C::ContentWarning, C::Delete, C::Mute, C::Block, C::Report, C::Stream, C::Lookup})
        all.verified.emplace_back(what, Verification::DocumentsOnly);
    return all;
}

class Mastodon final : public Connector {
public:
    const Descriptor &describe() const override { return descriptor_; }

    Result<std::optional<net::Request>> buildWhoAmI(const Context &context, std::span<const net::Response> soFar) const override { return whoAmIRequest(context, soFar); }
    Result<WhoAmI> parseWhoAmI(const Context &context, std::span<const net::Response> answers) const override { return whoAmI(context, answers); }

    std::vector<StreamSpec> streams(const Account &account) const override { return streamsOf(account); }
    Result<net::Request> buildFetch(const Context &context, const FetchSpec &spec) const override { return fetchRequest(context, spec); }
    Result<FetchPage> parseFetch(const Context &context, const FetchSpec &spec, const net::Response &response) const override { return fetchPage(context, spec, response); }

    Result<net::Request> buildThread(const Context &context, const std::string &id) const override { return statusRequest(context, id, "/context"); }
    Result<ThreadAnswer> parseThread(const Context &context, const std::string &, const net::Response &response) const override
    {
        VIGIE_TRY(const auto body, bodyOf(context, response));
        if (!body.is_object())
            return fail(Errc::Protocol, "the thread is no object");
        ThreadAnswer answer;
        const auto here = reading(context, &response);
        for (const auto *side : {"ancestors", "descendants"})
            for (const auto &status : arrayAt(body, side))
                if (auto item = toItem(status, here))
                    answer.items.push_back(std::move(*item));
        return answer;
    }
    Result<net::Request> buildLookup(const Context &context, std::span<const std::string> ids) const override
    {
        return statusRequest(context, ids.empty() ? std::string{} : ids.front(), "");
    }
    Result<LookupAnswer> parseLookup(const Context &context, std::span<const std::string> ids, const net::Response &response) const override
    {
        LookupAnswer answer;
        const auto body = bodyOf(context, response);
        if (!body && (body.error().code == Errc::NotFound || body.error().code == Errc::Gone)) {
            answer.gone.assign(ids.begin(), ids.end());
            return answer;
        }
        VIGIE_CHECK(body);
        auto item = toItem(*body, reading(context, &response));
        if (!item)
            return fail(Errc::Protocol, "the answer is no post");
        answer.items.push_back(std::move(*item));
        return answer;
    }

    Result<net::Request> buildStream(const Context &context, const std::string &stream, const std::string &) const override { return liveRequest(context, stream); }
    Result<FetchPage> parseStreamEvent(const Context &context, const std::string &stream, const net::StreamEvent &event) const override { return liveEvent(context, stream, event); }

    std::string sentText(const Context &context, const PublishJob &job) const override { return outgoingText(context, job); }
    Result<PublishStep> nextStep(const Context &context, const PublishJob &job, const PublishState &state) const override { return publishStep(context, job, state); }
    Result<PublishOutcome> absorb(const Context &context, const PublishJob &job, const PublishState &state, const net::Response &response) const override { return publishAbsorb(context, job, state, response); }

    Result<net::Request> buildOwnPosts(const Context &context, const std::string &page) const override { return ownPostsRequest(context, page); }
    Result<OwnPage> parseOwnPosts(const Context &context, const net::Response &response) const override { return ownPage(context, response); }

    std::optional<Candidate> guess(std::string_view typed) const override { return guessServer(typed); }
    std::optional<net::Request> probe(std::string_view typed) const override { return probeServer(typed); }
    std::optional<net::Request> probeFurther(std::string_view typed, std::span<const net::Response> soFar) const override { return probeServerFurther(typed, soFar); }
    std::optional<Candidate> recognise(std::string_view typed, const net::Response &response) const override { return recogniseServer(typed, response); }

    Result<net::Request> buildRegister(const std::string &instance, const std::string &redirectUri) const override { return registerRequest(instance, redirectUri); }
    Result<OAuthApp> parseRegister(const net::Response &response) const override { return registered(response); }
    Result<std::string> authorizeUrl(const std::string &instance, const OAuthApp &app, const std::string &redirectUri, const std::string &state, const std::string &challenge) const override { return authorizeAddress(instance, app, redirectUri, state, challenge); }
    Result<net::Request> buildToken(const std::string &instance, const OAuthApp &app, const std::string &redirectUri, const std::string &code, const std::string &verifier) const override { return tokenRequest(instance, app, redirectUri, code, verifier); }
    Result<Credential> parseToken(const net::Response &response, Instant) const override
    {
        Credential credential; // no end and no refresh: Mastodon's tokens live until they are revoked
        VIGIE_TRY(credential.access, tokenFrom(response));
        return credential;
    }
    Result<net::Request> buildRevoke(const std::string &instance, const OAuthApp &app, const Secret &token) const override { return revokeRequest(instance, app, token); }

private:
    static Result<net::Request> statusRequest(const Context &context, const std::string &id, const char *action)
    {
        if (id.empty())
            return fail(Errc::InvalidInput, "no post named");
        return request(context, net::Method::Get, "/api/v1/statuses/" + net::encodeComponent(id) + action);
    }

    Descriptor descriptor_ = describeMastodon();
};

} // namespace

std::unique_ptr<Connector> makeMastodon()
{
    return std::make_unique<Mastodon>();
}

} // namespace vigie::connect
