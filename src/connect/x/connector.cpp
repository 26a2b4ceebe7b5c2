// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/common/profile_address.hpp"
#include "connect/x/account.hpp"
#include "connect/x/publish.hpp"
#include "connect/x/streams.hpp"
#include "connect/x/x.hpp"

#include <vigie/connect/extensions.hpp>

namespace vigie::connect {

namespace {

class X final : public Connector, public ResumesUploads {
public:
    /// Media that no post uses are gone after a day; two hours are left for queues and processing.
    std::chrono::minutes uploadsLast() const override { return std::chrono::hours{22}; }
    const Descriptor &describe() const override { return descriptor_; }

    Result<std::optional<net::Request>> buildWhoAmI(const Context &context, std::span<const net::Response> soFar) const override { return x::whoAmIRequest(context, soFar); }
    Result<WhoAmI> parseWhoAmI(const Context &context, std::span<const net::Response> answers) const override { return x::whoAmI(context, answers); }

    std::vector<StreamSpec> streams(const Account &account) const override { return x::streamsOf(account); }
    Result<net::Request> buildFetch(const Context &context, const FetchSpec &spec) const override { return x::fetchRequest(context, spec); }
    Result<FetchPage> parseFetch(const Context &context, const FetchSpec &spec, const net::Response &response) const override { return x::fetchPage(context, spec, response); }

    Result<net::Request> buildThread(const Context &context, const std::string &id) const override { return x::threadRequest(context, id); }
    Result<ThreadAnswer> parseThread(const Context &context, const std::string &, const net::Response &response) const override { return x::threadAnswer(context, response); }
    int lookupBatch(const Account &) const override { return x::kLookupBatch; }
    Result<net::Request> buildLookup(const Context &context, std::span<const std::string> ids) const override { return x::lookupRequest(context, ids); }
    Result<LookupAnswer> parseLookup(const Context &context, std::span<const std::string> ids, const net::Response &response) const override { return x::lookupAnswer(context, ids, response); }

    std::optional<CapabilityReason> replyRefusal(const Account &account, const Item &item) const override { return x::notCalled(account, item); }
    std::optional<Candidate> guess(std::string_view typed) const override
    {
        const auto name = profileNamed(typed, {"x.com", "twitter.com"});
        return name ? std::optional(Candidate{"x", {}, {}, "@" + *name, 90}) : std::nullopt;
    }
    Result<PublishStep> nextStep(const Context &context, const PublishJob &job, const PublishState &state) const override { return x::publishStep(context, job, state); }
    Result<PublishOutcome> absorb(const Context &context, const PublishJob &job, const PublishState &state, const net::Response &response) const override { return x::publishAbsorb(context, job, state, response); }
    Result<net::Request> buildReadBack(const Context &context, const PublishJob &job) const override { return x::readBackRequest(context, job); }
    Result<std::optional<OwnPost>> parseReadBack(const Context &context, const PublishJob &job, const net::Response &response) const override { return x::readBack(context, job, response); }
    Result<net::Request> buildOwnPosts(const Context &context, const std::string &page) const override { return x::ownPostsRequest(context, page); }
    Result<OwnPage> parseOwnPosts(const Context &context, const net::Response &response) const override { return x::ownPage(context, response); }

    Result<net::Request> buildRefresh(const Context &context) const override { return x::renewRequest(context); }
    Result<Credential> parseRefresh(const Context &context, const net::Response &response) const override { return x::tokenFrom(response, context.now, true); }
    Result<std::string> authorizeUrl(const std::string &instance, const OAuthApp &app, const std::string &redirectUri, const std::string &state, const std::string &challenge) const override { return x::authorizeAddress(instance, app, redirectUri, state, challenge); }
    Result<net::Request> buildToken(const std::string &instance, const OAuthApp &app, const std::string &redirectUri, const std::string &code, const std::string &verifier) const override { return x::tokenRequest(instance, app, redirectUri, code, verifier); }
    Result<Credential> parseToken(const net::Response &response, Instant now) const override { return x::tokenFrom(response, now, false); }
    Result<net::Request> buildRevoke(const std::string &instance, const OAuthApp &app, const Secret &token) const override { return x::revokeRequest(instance, app, token); }

private:
    Descriptor descriptor_ = x::describe();
};

} // namespace

std::unique_ptr<Connector> makeX()
{
    return std::make_unique<X>();
}

} // namespace vigie::connect
