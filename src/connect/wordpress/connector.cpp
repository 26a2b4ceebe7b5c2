// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/wordpress/wordpress.hpp"

#include "connect/common/field.hpp"
#include "connect/wordpress/account.hpp"
#include "connect/wordpress/hosting.hpp"
#include "connect/wordpress/publish.hpp"
#include "connect/wordpress/site.hpp"
#include "connect/wordpress/streams.hpp"
#include "connect/wordpress/wire.hpp"

namespace vigie::connect {

namespace {

using namespace wordpress;

Descriptor describeWordPress()
{
    using Kind = FieldSpec::Kind;
    Descriptor all;
    all.id = "wordpress";
    all.name = "WordPress";
    all.badge = "Wp";
    all.family = "blog";
    all.ways = {{AuthKind::Basic,
                 {wordedField(kUser, Kind::Text, "marie", "User name", "Identifiant"),
                  wordedField("password", Kind::Secret, "abcd EFGH 1234 ijkl MNOP 6789", "Application password", "Mot de passe d\xE2\x80\x99" "application",
                        "Made on the site under Users, Profile, Application Passwords. Not the password you sign in with.",
                        "\xC3\x80 cr\xC3\xA9" "er sur le site, dans Comptes, Profil, Mots de passe d\xE2\x80\x99" "application. Ce n\xE2\x80\x99" "est pas votre mot de passe habituel.")},
                 {}},
                {AuthKind::None, {}, {}}};
    all.fields = {wordedField(kSite, Kind::Url, "https://blog.example", "Address of the site", "Adresse du site")};
    all.capabilities = bestCapabilities();
    all.rate = {120, std::chrono::seconds{60}, std::chrono::seconds{120}}; // WordPress sets no limit; its host may
    all.length = {text::LengthRule::Graphemes, 65'000, 0};
    all.verification = Verification::RealServer;
    all.docs = "https://developer.wordpress.org/rest-api/";
    return all;
}

class WordPress final : public Connector, public HostsFiles {
public:
    const Descriptor &describe() const override { return descriptor_; }

    Result<std::optional<net::Request>> buildWhoAmI(const Context &context, std::span<const net::Response> soFar) const override { return whoAmIRequest(context, soFar); }
    Result<WhoAmI> parseWhoAmI(const Context &context, std::span<const net::Response> answers) const override { return whoAmI(context, answers); }

    std::vector<StreamSpec> streams(const Account &account) const override { return streamsOf(account); }
    Result<net::Request> buildFetch(const Context &context, const FetchSpec &spec) const override { return fetchRequest(context, spec); }
    Result<FetchPage> parseFetch(const Context &context, const FetchSpec &spec, const net::Response &response) const override { return fetchPage(context, spec, response); }

    Result<net::Request> buildThread(const Context &context, const std::string &id) const override { return threadRequest(context, id); }
    Result<ThreadAnswer> parseThread(const Context &context, const std::string &, const net::Response &response) const override { return thread(context, response); }
    int lookupBatch(const Account &) const override { return kLookupBatch; }
    Result<net::Request> buildLookup(const Context &context, std::span<const std::string> ids) const override { return lookupRequest(context, ids); }
    Result<LookupAnswer> parseLookup(const Context &context, std::span<const std::string> ids, const net::Response &response) const override { return lookup(context, ids, response); }

    Result<PublishStep> nextStep(const Context &context, const PublishJob &job, const PublishState &state) const override { return publishStep(context, job, state); }
    Result<PublishOutcome> absorb(const Context &context, const PublishJob &job, const PublishState &state, const net::Response &response) const override { return publishAbsorb(context, job, state, response); }
    Result<net::Request> buildReadBack(const Context &context, const PublishJob &job) const override { return readBackRequest(context, job); }
    Result<std::optional<OwnPost>> parseReadBack(const Context &context, const PublishJob &job, const net::Response &response) const override { return readBack(context, job, response); }
    Result<net::Request> buildOwnPosts(const Context &context, const std::string &page) const override { return ownPostsRequest(context, page); }
    Result<OwnPage> parseOwnPosts(const Context &context, const net::Response &response) const override { return ownPage(context, response); }

    Result<net::Request> buildHost(const Context &context, const OutboundMedia &media, const std::string &name) const override { return hostRequest(context, media, name); }
    Result<Hosted> parseHost(const Context &context, const std::string &, const net::Response &response) const override { return hosted(context, response); }
    Result<net::Request> buildUnhost(const Context &context, const std::string &handle) const override { return unhostRequest(context, handle); }
    Result<void> parseUnhost(const Context &context, const net::Response &response) const override { return unhosted(context, response); }

    std::optional<Candidate> guess(std::string_view typed) const override { return guessSite(typed); }
    std::optional<net::Request> probe(std::string_view typed) const override { return probeSite(typed); }
    std::optional<Candidate> recognise(std::string_view, const net::Response &response) const override { return recogniseSite(response); }
    Result<SignInProgress> signIn(const SignInForm &form, std::span<const net::Response> soFar) const override { return signInSite(form, soFar); }

private:
    Descriptor descriptor_ = describeWordPress();
};

} // namespace

std::unique_ptr<Connector> makeWordPress()
{
    return std::make_unique<WordPress>();
}

} // namespace vigie::connect
