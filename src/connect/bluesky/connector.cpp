// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/bluesky/account.hpp"
#include "connect/bluesky/bluesky.hpp"
#include "connect/bluesky/jetstream.hpp"
#include "connect/bluesky/publish.hpp"
#include "connect/bluesky/streams.hpp"
#include "connect/bluesky/thread.hpp"

namespace vigie::connect {

namespace {

using namespace bluesky;

FieldSpec choiceOfStream()
{
    FieldSpec live{"live", FieldSpec::Kind::Choice, false, {}, {"off", "v1", "v2"}};
    live.en = "Live reading (Jetstream)";
    live.fr = "Lecture en direct (Jetstream)";
    live.helpEn = "Reads all that is posted on the network and keeps what matches a saved search. Uses a steady connection.";
    live.helpFr = "Lit tout ce qui se publie sur le r\xC3\xA9seau et garde ce qui correspond \xC3\xA0 une recherche enregistr\xC3\xA9""e. Utilise une connexion permanente.";
    return live;
}

Descriptor describeBluesky()
{
    Descriptor all;
    all.id = "bluesky";
    all.name = "Bluesky";
    all.badge = "Bs";
    all.family = "social";
    FieldSpec user{"user", FieldSpec::Kind::Text, true, "maison.bsky.social"};
    user.en = "Handle or e-mail address";
    user.fr = "Identifiant ou adresse e-mail";
    FieldSpec password{"password", FieldSpec::Kind::Secret, true, "xxxx-xxxx-xxxx-xxxx"};
    password.en = "App password";
    password.fr = "Mot de passe d\xE2\x80\x99""application";
    password.helpEn = "Made in Bluesky under Settings, Privacy and security, App passwords.";
    password.helpFr = "Se cr\xC3\xA9""e dans Bluesky : Param\xC3\xA8tres, Confidentialit\xC3\xA9 et s\xC3\xA9""curit\xC3\xA9, Mots de passe d\xE2\x80\x99""application.";
    all.ways = {{AuthKind::AppPassword, {user, password}, {}}};
    FieldSpec server{"instance", FieldSpec::Kind::Url, false, "https://pds.example"};
    server.en = "Data server, if it is one of your own";
    server.fr = "Serveur de donn\xC3\xA9""es, si c\xE2\x80\x99""est le v\xC3\xB4tre";
    FieldSpec address{"live_address", FieldSpec::Kind::Url, false, "wss://jetstream.example"};
    address.en = "Address of the Jetstream";
    address.fr = "Adresse du Jetstream";
    all.fields = {server, {"tags", FieldSpec::Kind::List, false, "velo, cyclisme"}, {"keywords", FieldSpec::Kind::List, false, "Maison Dubreuil"}, choiceOfStream(), address};
    all.capabilities = bestCapabilities();
    all.rate = {3000, std::chrono::seconds{300}, std::chrono::seconds{60}};
    all.buckets = {{"writes", 5000, std::chrono::hours{1}, false, "UTC"}};
    all.length = lengthProfile();
    all.verification = Verification::RealServer;
    // The network of the tests ignores the filters of a search, and its live stream comes over a bridge of the tests' own.
    all.verified = {{Capability::ListenTag, Verification::Schema}, {Capability::ListenKeyword, Verification::Schema}, {Capability::Stream, Verification::Schema}};
    all.docs = "https://docs.bsky.app/";
    return all;
}

class Bluesky final : public Connector {
public:
    const Descriptor &describe() const override { return descriptor_; }

    Result<SignInProgress> signIn(const SignInForm &form, std::span<const net::Response> soFar) const override { return signInStep(form, soFar); }
    Result<net::Request> buildRefresh(const Context &context) const override { return refreshRequest(context); }
    Result<Credential> parseRefresh(const Context &context, const net::Response &response) const override { return refreshed(context, response); }
    Result<std::optional<net::Request>> buildWhoAmI(const Context &context, std::span<const net::Response> soFar) const override { return whoAmIRequest(context, soFar); }
    Result<WhoAmI> parseWhoAmI(const Context &context, std::span<const net::Response> answers) const override { return whoAmI(context, answers); }
    std::optional<Candidate> guess(std::string_view typed) const override { return guessFrom(typed); }
    std::optional<net::Request> probe(std::string_view typed) const override { return probeFor(typed); }
    std::optional<Candidate> recognise(std::string_view typed, const net::Response &response) const override { return recognised(typed, response); }

    std::vector<StreamSpec> streams(const Account &account) const override { return streamsOf(account); }
    Result<net::Request> buildFetch(const Context &context, const FetchSpec &spec) const override { return fetchRequest(context, spec); }
    Result<FetchPage> parseFetch(const Context &context, const FetchSpec &spec, const net::Response &response) const override { return fetchPage(context, spec, response); }
    Result<net::Request> buildThread(const Context &context, const std::string &id) const override { return threadRequest(context, id); }
    Result<ThreadAnswer> parseThread(const Context &context, const std::string &, const net::Response &response) const override { return threadAnswer(context, response); }
    int lookupBatch(const Account &) const override { return kLookupBatch; }
    Result<net::Request> buildLookup(const Context &context, std::span<const std::string> ids) const override { return lookupRequest(context, ids); }
    Result<LookupAnswer> parseLookup(const Context &context, std::span<const std::string>, const net::Response &response) const override { return lookupAnswer(context, response); }
    Result<net::Request> buildStream(const Context &context, const std::string &stream, const std::string &cursor) const override
    {
        return stream == kJetstream ? liveRequest(context, cursor) : Result<net::Request>(fail(Errc::Unsupported, "this stream is polled"));
    }
    Result<FetchPage> parseStreamEvent(const Context &context, const std::string &, const net::StreamEvent &event) const override { return liveEvent(context, event); }

    std::string sentText(const Context &, const PublishJob &job) const override { return outgoingText(job); }
    Result<PublishStep> nextStep(const Context &context, const PublishJob &job, const PublishState &state) const override { return publishStep(context, job, state); }
    Result<PublishOutcome> absorb(const Context &context, const PublishJob &job, const PublishState &state, const net::Response &response) const override { return publishAbsorb(context, job, state, response); }
    Result<net::Request> buildReadBack(const Context &context, const PublishJob &job) const override { return readBackRequest(context, job); }
    Result<std::optional<OwnPost>> parseReadBack(const Context &context, const PublishJob &job, const net::Response &response) const override { return readBack(context, job, response); }
    Result<net::Request> buildOwnPosts(const Context &context, const std::string &page) const override { return ownPostsRequest(context, page); }
    Result<OwnPage> parseOwnPosts(const Context &context, const net::Response &response) const override { return ownPage(context, response); }

private:
    Descriptor descriptor_ = describeBluesky();
};

} // namespace

std::unique_ptr<Connector> makeBluesky()
{
    return std::make_unique<Bluesky>();
}

} // namespace vigie::connect
