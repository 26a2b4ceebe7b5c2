// SPDX-License-Identifier: GPL-3.0-or-later
// What a network is to Vigie: a descriptor that is data, and pairs of pure functions - build the request, parse the
// answer. Engines (intake, plan, app's account service) own loops, paging, retries, budgets and the clock; a connector
// never sends, never sleeps and never sees the store.
// Thread: a Connector is immutable and may be shared. Errors: build: InvalidInput, Unsupported. parse: any Errc that the
// answer means (AuthRevoked, RateLimited with retryAfter, Protocol, ...), so that nobody above reads status codes.
#pragma once

#include <vigie/base/result.hpp>
#include <vigie/base/secret.hpp>
#include <vigie/model/account.hpp>
#include <vigie/model/item.hpp>
#include <vigie/model/outbound.hpp>
#include <vigie/net/http.hpp>
#include <vigie/text/length.hpp>

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace vigie::connect {

enum class AuthKind : std::uint8_t { None, OAuthCode, Token, Basic };
/// How honestly this connector was tried; shown to the person.
enum class Verification : std::uint8_t { RealServer, ThirdPartyClient, Schema, DocumentsOnly };

/// A thing to ask when an account is added. Words are the window's: `key` names them.
struct FieldSpec {
    std::string key;                       ///< "instance", "url", "tags", "keywords", "file"
    enum class Kind : std::uint8_t { Url, Text, List, File, Secret } kind = Kind::Text;
    bool required = true;
    std::string example;
};

struct RatePolicy {
    int requests = 300;                    ///< assumed until the server says otherwise
    std::chrono::seconds window{300};
    std::chrono::seconds pollEvery{60};    ///< usual distance between two runs of a stream
};

struct Descriptor {
    std::string id;                        ///< "mastodon", "feed", "file"
    std::string name;                      ///< proper name, not translated
    std::string badge;                     ///< two letters on cards
    std::string family;                    ///< social, feed, file, forum, reviews ...
    AuthKind auth = AuthKind::None;
    std::vector<FieldSpec> fields;
    Capabilities capabilities;             ///< what it may offer at best; the account holds what it does offer
    RatePolicy rate;
    text::LengthProfile length;
    bool exportAllowed = true, persist = true;
    Verification verification = Verification::DocumentsOnly;
};

/// The account as a connector may know it. Views must outlive the call.
struct Context {
    const Account &account;
    const Secret &token;                   ///< empty for networks without sign-in
    Instant now;
};

// ---- reading ---------------------------------------------------------------------------------------------------------

struct StreamSpec {
    std::string name;                      ///< "notifications", "tag:velo", "own", "feed"
    bool inbox = false;                    ///< items of it are addressed to us
    std::chrono::seconds overlap{600};     ///< how far behind the newest seen a forward run reads again
    bool ordered = true;                   ///< native order is trustworthy for stopping; overlap applies all the same
    bool backfill = true;
};

enum class Direction : std::uint8_t { Forward, Backfill };

struct FetchSpec {
    std::string stream;
    Direction direction = Direction::Forward;
    std::string cursor;                    ///< as last returned for this stream and direction; empty at the start
    std::string page;                      ///< next page within this run; empty for the first
};

/// Something that happened to an item already known (or not yet).
struct ItemSignal {
    enum class Kind : std::uint8_t { Deleted, Gone } kind = Kind::Deleted;
    std::string nativeId;
};

struct FetchPage {
    std::vector<Item> items;               ///< newest first or not: the engine does not care
    std::vector<std::string> reasons;      ///< parallel to items: "mention", "reply", "direct", "quote", "review", ""; "" is not for the inbox
    std::vector<ItemSignal> signals;
    std::string nextPage;                  ///< empty: the run ends here
    std::string cursor;                    ///< where the next run of this direction starts; committed with this page's items; empty: unchanged
    bool reachedKnown = false;             ///< the page holds the place where the last run started
    bool capped = false;                   ///< the server will not go further back than this page
    bool notModified = false;
    int unreadable = 0;                    ///< entries that could not be read; the others are kept
    std::string movedTo;                   ///< the source lives there for good now; the engine keeps it as setting "url"
};

/// Details of one item and what surrounds it.
struct ThreadAnswer {
    std::vector<Item> items;               ///< ancestors, itself when given, descendants
};

/// The account as the network knows it, and what its server offers.
struct WhoAmI {
    Author author;
    Capabilities capabilities;
    Limits limits;
    std::vector<MetricValue> metrics;
};

// ---- writing ---------------------------------------------------------------------------------------------------------

/// Progress of a publish, kept by the engine between steps and across restarts (JSON text of the connector's own).
struct PublishState {
    std::string data;
};

enum class StepEffect : std::uint8_t {
    None,        ///< nothing lasting (an upload that is not attached is nothing)
    Once,        ///< makes something visible: never repeated when the outcome is unknown
    Idempotent   ///< repeating it with the same key is safe while `keyValidFor` lasts
};
struct PublishStep {
    std::string phase;                     ///< "prepare", "send", "confirm"
    net::Request request;
    StepEffect effect = StepEffect::None;
    std::chrono::seconds keyValidFor{0};
    std::chrono::seconds notBefore{0};     ///< wait this long first (media being processed)
};

struct PublishDone {
    std::string nativeId, permalink;
    bool held = false;                     ///< accepted, waiting for the network's moderation or for its own clock
};
/// What an answer means: another step to come, the end, or an error. Pending: ask again after retryAfter.
using PublishOutcome = std::variant<PublishState, PublishDone>;

/// What is to be sent: one part of an outbound, with the native ids it depends on.
struct PublishJob {
    const Outbound &outbound;
    std::size_t part = 0;
    std::string inReplyTo;                 ///< native id; the target for the first part, the part before for the others
    std::string targetHandle;              ///< of the author who is answered; empty when there is none
};

struct OwnPost {
    std::string nativeId, permalink, text, inReplyTo;
    Instant at;
    int mediaCount = 0;
};
struct OwnPage {
    std::vector<OwnPost> posts;            ///< newest first
    std::string nextPage;                  ///< for buildOwnPosts; empty: there are no older ones
    std::optional<Instant> reaches;        ///< time of the last entry of the page, whatever it was
};

class Connector {
public:
    virtual ~Connector() = default;
    [[nodiscard]] virtual const Descriptor &describe() const = 0;

    /// Who this token is and what the server offers; several exchanges in a row: call with the answers so far until it
    /// returns no request. A public read that answers 200 is not proof of being signed in.
    [[nodiscard]] virtual Result<std::optional<net::Request>> buildWhoAmI(const Context &context, std::span<const net::Response> soFar) const = 0;
    [[nodiscard]] virtual Result<WhoAmI> parseWhoAmI(const Context &context, std::span<const net::Response> answers) const = 0;

    [[nodiscard]] virtual std::vector<StreamSpec> streams(const Account &account) const = 0;
    [[nodiscard]] virtual Result<net::Request> buildFetch(const Context &context, const FetchSpec &spec) const = 0;
    [[nodiscard]] virtual Result<FetchPage> parseFetch(const Context &context, const FetchSpec &spec, const net::Response &response) const = 0;

    [[nodiscard]] virtual Result<net::Request> buildThread(const Context &, const std::string & /*nativeId*/) const { return fail(Errc::Unsupported); }
    [[nodiscard]] virtual Result<ThreadAnswer> parseThread(const Context &, const std::string & /*nativeId*/, const net::Response &) const { return fail(Errc::Unsupported); }
    /// Fresh state and counts of known items; ids that the answer lacks are gone.
    [[nodiscard]] virtual Result<net::Request> buildLookup(const Context &, const std::string & /*nativeId*/) const { return fail(Errc::Unsupported); }
    [[nodiscard]] virtual Result<Item> parseLookup(const Context &, const std::string & /*nativeId*/, const net::Response &) const { return fail(Errc::Unsupported); }

    /// Live events, when the account's capabilities say Stream. Events come back through parseStreamEvent.
    [[nodiscard]] virtual Result<net::Request> buildStream(const Context &, const std::string & /*stream*/) const { return fail(Errc::Unsupported); }
    [[nodiscard]] virtual Result<FetchPage> parseStreamEvent(const Context &, const std::string & /*stream*/, const net::StreamEvent &) const { return fail(Errc::Unsupported); }

    /// The text of the part as it will leave, with what the network needs added (the @handle of who is answered): what the
    /// composer counts and shows.
    [[nodiscard]] virtual std::string sentText(const Context &, const PublishJob &job) const { return job.part < job.outbound.parts.size() ? job.outbound.parts[job.part].text : std::string{}; }
    /// First call with an empty state, then with what absorb() returned.
    [[nodiscard]] virtual Result<PublishStep> nextStep(const Context &, const PublishJob &, const PublishState &) const { return fail(Errc::Unsupported); }
    [[nodiscard]] virtual Result<PublishOutcome> absorb(const Context &, const PublishJob &, const PublishState &, const net::Response &) const { return fail(Errc::Unsupported); }
    /// Our own recent posts, a page at a time, for settling unknown outcomes by reading back.
    [[nodiscard]] virtual Result<net::Request> buildOwnPosts(const Context &, const std::string & /*page*/) const { return fail(Errc::Unsupported); }
    [[nodiscard]] virtual Result<OwnPage> parseOwnPosts(const Context &, const net::Response &) const { return fail(Errc::Unsupported); }

    // OAuth with a code (AuthKind::OAuthCode): register once per server, send the person to authorizeUrl, exchange.
    struct OAuthApp {
        std::string clientId;
        Secret clientSecret;
    };
    [[nodiscard]] virtual Result<net::Request> buildRegister(const std::string & /*instance*/, const std::string & /*redirectUri*/) const { return fail(Errc::Unsupported); }
    [[nodiscard]] virtual Result<OAuthApp> parseRegister(const net::Response &) const { return fail(Errc::Unsupported); }
    [[nodiscard]] virtual Result<std::string> authorizeUrl(const std::string & /*instance*/, const OAuthApp &, const std::string & /*redirectUri*/, const std::string & /*state*/, const std::string & /*pkceChallenge*/) const { return fail(Errc::Unsupported); }
    [[nodiscard]] virtual Result<net::Request> buildToken(const std::string & /*instance*/, const OAuthApp &, const std::string & /*redirectUri*/, const std::string & /*code*/, const std::string & /*pkceVerifier*/) const { return fail(Errc::Unsupported); }
    [[nodiscard]] virtual Result<Secret> parseToken(const net::Response &) const { return fail(Errc::Unsupported); }
    [[nodiscard]] virtual Result<net::Request> buildRevoke(const std::string & /*instance*/, const OAuthApp &, const Secret & /*token*/) const { return fail(Errc::Unsupported); }
};

/// Every network Vigie speaks, in the order the account dialog shows them.
class Catalogue {
public:
    Catalogue() = default;
    void add(std::unique_ptr<Connector> connector) { connectors_.push_back(std::move(connector)); }
    [[nodiscard]] const Connector *find(std::string_view id) const;
    [[nodiscard]] const std::vector<std::unique_ptr<Connector>> &all() const { return connectors_; }

private:
    std::vector<std::unique_ptr<Connector>> connectors_;
};
/// builtin.cpp: one line per network.
[[nodiscard]] Catalogue builtinCatalogue();

/// Turns "social.example", "https://social.example/@me" into "https://social.example". http is kept for loopback, and
/// where it was typed for a server of a private network that the person allowed ("http://192.168.1.20").
Result<std::string> normaliseInstance(std::string_view typed, bool privateNetwork = false);

/// The person's permission, kept with the account's settings: its own server may be at an address of a private network.
[[nodiscard]] bool allowsPrivateNetwork(const Account &account);
void allowPrivateNetwork(std::vector<AccountSetting> &settings, bool allowed);
/// Marks a request to the account's own server accordingly; one to any other host stays as it is.
[[nodiscard]] net::Request withPermission(net::Request request, const Account &account);

} // namespace vigie::connect
