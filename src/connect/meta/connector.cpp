// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/common/profile_address.hpp"
#include "connect/meta/account.hpp"
#include "connect/meta/actions.hpp"
#include "connect/meta/meta.hpp"
#include "connect/meta/metrics.hpp"
#include "connect/meta/sign_in.hpp"
#include "connect/meta/streams.hpp"

#include <vigie/connect/declared_counts.hpp>

#include <algorithm>
#include <string_view>

namespace vigie::connect {

namespace {

using namespace meta;

/// The names that are asked for are the declaration: one that died says what is given instead.
std::vector<DeclaredCount> countsOf(Network network)
{
    std::vector<DeclaredCount> all;
    for (const auto &name : metricNames()) {
        if (name.network != network || name.ofAccount)
            continue;
        const auto next = std::find_if(metricNames().begin(), metricNames().end(),
                                       [&](const MetricName &one) { return one.network == network && !one.ofAccount && std::string_view(one.name) == name.replacedBy; });
        all.push_back({name.key, name.name, name.from, name.until, next != metricNames().end() ? next->key : "", {}, {}, {}, name.unique});
    }
    return all;
}

class Graph final : public Connector, public DeclaresCounts {
public:
    explicit Graph(Network network) : network_(network), descriptor_(meta::describe(network)) {}
    const Descriptor &describe() const override { return descriptor_; }
    std::vector<DeclaredCount> postCounts() const override { return countsOf(network_); }

    Result<std::optional<net::Request>> buildWhoAmI(const Context &context, std::span<const net::Response> soFar) const override { return whoAmIRequest(context, soFar); }
    Result<WhoAmI> parseWhoAmI(const Context &context, std::span<const net::Response> answers) const override { return meta::whoAmI(context, answers); }

    std::vector<StreamSpec> streams(const Account &account) const override { return streamsOf(account); }
    Result<net::Request> buildFetch(const Context &context, const FetchSpec &spec) const override { return fetchRequest(context, spec); }
    Result<FetchPage> parseFetch(const Context &context, const FetchSpec &spec, const net::Response &response) const override { return fetchPage(context, spec, response); }

    Result<net::Request> buildThread(const Context &context, const std::string &id) const override { return threadRequest(context, id); }
    Result<ThreadAnswer> parseThread(const Context &context, const std::string &id, const net::Response &response) const override { return threadAnswer(context, id, response); }
    Result<net::Request> buildLookup(const Context &context, std::span<const std::string> ids) const override { return lookupRequest(context, ids.empty() ? std::string{} : ids.front()); }
    Result<LookupAnswer> parseLookup(const Context &context, std::span<const std::string> ids, const net::Response &response) const override { return lookupAnswer(context, ids, response); }
    Result<net::Request> buildInsights(const Context &context, const InsightSpec &spec) const override { return insightsRequest(context, spec); }
    Result<InsightAnswer> parseInsights(const Context &context, const InsightSpec &spec, const net::Response &response) const override { return insightsAnswer(context, spec, response); }

    Result<PublishStep> nextStep(const Context &context, const PublishJob &job, const PublishState &state) const override { return actionStep(context, job, state); }
    Result<PublishOutcome> absorb(const Context &context, const PublishJob &job, const PublishState &state, const net::Response &response) const override { return actionAbsorb(context, job, state, response); }
    Result<net::Request> buildReadBack(const Context &context, const PublishJob &job) const override { return readBackRequest(context, job); }
    Result<std::optional<OwnPost>> parseReadBack(const Context &context, const PublishJob &job, const net::Response &response) const override { return readBack(context, job, response); }
    Result<net::Request> buildOwnPosts(const Context &context, const std::string &page) const override { return ownPostsRequest(context, page); }
    Result<OwnPage> parseOwnPosts(const Context &context, const net::Response &response) const override { return ownPage(context, response); }

    std::optional<Candidate> guess(std::string_view typed) const override
    {
        const auto name = network_ == Network::Facebook ? profileNamed(typed, {"facebook.com", "fb.com"}) : network_ == Network::Instagram ? profileNamed(typed, {"instagram.com"}) : profileNamed(typed, {"threads.net", "threads.com"});
        if (!name)
            return std::nullopt;
        Candidate candidate{descriptor_.id, {}, {}, *name, 90};
        if (network_ == Network::Facebook)
            candidate.settings.push_back({"page", *name});
        return candidate;
    }

    Result<SignInProgress> signIn(const SignInForm &form, std::span<const net::Response>) const override
    {
        VIGIE_TRY(auto done, typedToken(form));
        return SignInProgress(std::move(done));
    }
    Result<net::Request> buildRefresh(const Context &context) const override { return renewRequest(context); }
    Result<Credential> parseRefresh(const Context &context, const net::Response &response) const override { return renewed(context, response); }
    Result<std::string> authorizeUrl(const std::string &instance, const OAuthApp &app, const std::string &redirectUri, const std::string &state, const std::string &) const override
    {
        return authorizeAddress(network_, instance, app, redirectUri, state); // a program with a secret of its own; no proof key is asked for
    }
    Result<net::Request> buildToken(const std::string &instance, const OAuthApp &app, const std::string &redirectUri, const std::string &code, const std::string &) const override
    {
        return tokenRequest(network_, instance, app, redirectUri, code);
    }
    Result<Credential> parseToken(const net::Response &response, Instant now) const override { return tokenFrom(response, now); }

private:
    Network network_;
    Descriptor descriptor_;
};

} // namespace

std::unique_ptr<Connector> makeFacebook()
{
    return std::make_unique<Graph>(Network::Facebook);
}

std::unique_ptr<Connector> makeInstagram()
{
    return std::make_unique<Graph>(Network::Instagram);
}

std::unique_ptr<Connector> makeThreads()
{
    return std::make_unique<Graph>(Network::Threads);
}

} // namespace vigie::connect
