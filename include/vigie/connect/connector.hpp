// SPDX-License-Identifier: GPL-3.0-or-later
// What a network is to Vigie: a descriptor that is data, and pairs of pure functions - build the request, parse the
// answer. Engines (intake, plan, app's account service) own loops, paging, retries, budgets and the clock; a connector
// never sends, never sleeps and never sees the store.
// Thread: a Connector is immutable and may be shared. Errors: build: InvalidInput, Unsupported. parse: any Errc that the
// answer means (AuthRevoked, RateLimited with retryAfter, Protocol, ...), so that nobody above reads status codes.
#pragma once

#include <vigie/base/result.hpp>
#include <vigie/base/secret.hpp>
#include <vigie/connect/credential.hpp>
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

enum class AuthKind : std::uint8_t {
    None,
    OAuthCode,   ///< in the person's browser; the code comes back by loopback or is pasted
    DeviceCode,  ///< a short code is typed on a page of the network (RFC 8628)
    Token,       ///< made by the person on the network's own page
    AppPassword, ///< a password for this program alone, turned into a session
    Basic,       ///< user and (application) password with each request
    ApiKey,      ///< a key in a header
    SignedKey    ///< short-lived tokens that the program signs itself with the person's private key
};
/// How honestly this connector was tried; shown to the person.
enum class Verification : std::uint8_t { RealServer, ThirdPartyClient, Schema, DocumentsOnly };

/// A thing to ask when an account is added. Words are the window's: `key` names them.
struct FieldSpec {
    std::string key;                       ///< "instance", "url", "tags", "keywords", "file", "user", "password", "client_id"
    enum class Kind : std::uint8_t { Url, Text, List, File, Secret, Choice, Money } kind = Kind::Text;
    bool required = true;
    std::string example = {};
    std::vector<std::string> choices = {}; ///< Choice: the values, the first is the default
    std::string en = {}, fr = {}, helpEn = {}, helpFr = {}; ///< words of a recipe; empty: the window has its own for `key`
};

/// One way to sign in. What it asks for besides the descriptor's own fields.
struct SignInWay {
    AuthKind kind = AuthKind::None;
    std::vector<FieldSpec> fields = {};    ///< secrets and what files hold go to the secret store, the others to the account's settings
    std::vector<std::string> scopes = {};  ///< asked for
    std::uint16_t redirectPort = 0;        ///< OAuthCode: the network takes one loopback address only, with this port; 0: any
};

struct RatePolicy {
    int requests = 300;                    ///< assumed until the server says otherwise
    std::chrono::seconds window{300};
    std::chrono::seconds pollEvery{60};    ///< usual distance between two runs of a stream
};
/// An allowance beside the general one, counted in units of its own (net::Cost names it).
struct RateBucket {
    std::string name;                      ///< "search", "writes", "units"
    int units = 0;
    std::chrono::seconds window{0};
    bool daily = false;                    ///< a day's allowance; kept across restarts
    std::string zone = "UTC";              ///< daily: where midnight is
};

/// What the person must know before connecting; the window has the words (docs/networks.md lists them).
enum class Notice : std::uint8_t { None, XTerms, MetaApp, GoogleProject, RedditApproval, BotOnly, PaidApi };

struct Descriptor {
    std::string id;                        ///< "mastodon", "feed", "file"
    std::string name;                      ///< proper name, not translated
    std::string badge;                     ///< two letters on cards
    std::string family;                    ///< social, feed, file, forum, reviews ...
    std::vector<SignInWay> ways;           ///< empty: no sign-in; the first is proposed
    std::vector<FieldSpec> fields;
    Capabilities capabilities;             ///< what it may offer at best; the account holds what it does offer
    RatePolicy rate;
    text::LengthProfile length;
    std::vector<RateBucket> buckets;
    Policy policy;
    Notice notice = Notice::None;
    bool offByDefault = false;             ///< an account of it starts paused until the person switches it on
    Verification verification = Verification::DocumentsOnly; ///< of whatever `verified` does not name
    std::vector<std::pair<Capability, Verification>> verified;
    std::string docs;                      ///< where the network documents its interface

    [[nodiscard]] bool needsSignIn() const { return !ways.empty(); }
    [[nodiscard]] const SignInWay *way(AuthKind kind) const
    {
        for (const auto &candidate : ways)
            if (candidate.kind == kind)
                return &candidate;
        return nullptr;
    }
    [[nodiscard]] Verification verificationOf(Capability what) const
    {
        for (const auto &[capability, level] : verified)
            if (capability == what)
                return level;
        return verification;
    }
};

/// The account as a connector may know it. Views must outlive the call.
struct Context {
    const Account &account;
    const Secret &token;                   ///< the credential's access; empty for networks without sign-in
    Instant now;
    const Credential *credential = nullptr;

    /// Another part of the credential ("user", "client_id"); empty when there is none.
    [[nodiscard]] const Secret &secret(std::string_view name) const
    {
        static const Secret kNone;
        return credential == nullptr ? kNone : credential->field(name);
    }
};

// ---- reading ---------------------------------------------------------------------------------------------------------

struct StreamSpec {
    std::string name;                      ///< "notifications", "tag:velo", "own", "feed"
    bool inbox = false;                    ///< items of it are addressed to us
    std::chrono::seconds overlap{600};     ///< how far behind the newest seen a forward run reads again
    bool ordered = true;                   ///< native order is trustworthy for stopping; overlap applies all the same
    bool backfill = true;
    bool firehose = false;                 ///< all that is said there: only what a saved query matches, or what speaks to us, is stored
    std::chrono::seconds every{0};         ///< not oftener than this; 0: the account's rhythm
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
    enum class Kind : std::uint8_t {
        Deleted,
        Gone,
        AccountGone  ///< `nativeId` is a member's: everything of theirs is gone
    } kind = Kind::Deleted;
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
    std::int64_t microDollars = -1;        ///< what this answer really cost; -1: as the request said
    std::string movedTo;                   ///< the source lives there for good now; the engine keeps it as setting "url"
};

/// Details of one item and what surrounds it.
struct ThreadAnswer {
    std::vector<Item> items;               ///< ancestors, itself when given, descendants
};

struct LookupAnswer {
    std::vector<Item> items;
    std::vector<std::string> gone;         ///< asked for and said to be gone; what is in no list was left out without a word
    std::vector<std::string> notAsked;     ///< of another kind than one request can ask for: to be asked for again
};

/// Figures that only the network knows.
struct InsightSpec {
    std::vector<std::string> posts;        ///< native ids; empty: of the account itself
    Instant from, to;                      ///< of the account; posts have lifetime figures
    std::vector<std::string> without;      ///< names of the network's own that it refused before
};
struct InsightAnswer {
    struct Line {
        std::string nativeId;              ///< of the post; empty: the account
        std::vector<MetricValue> metrics;
    };
    std::vector<Line> lines;
    std::vector<std::string> unknown;      ///< names the network no longer knows: ask again without them, and say so
};

/// The account as the network knows it, and what its server offers.
struct WhoAmI {
    Author author;
    Capabilities capabilities;
    Limits limits;
    std::vector<MetricValue> metrics;
    std::vector<std::string> scopes;       ///< as granted, where the network tells; else empty
    std::optional<Instant> apiSunset;
    std::vector<AccountSetting> settings;  ///< to be kept with the account ("pds", "page_id"); others stay
};

// ---- adding an account -----------------------------------------------------------------------------------------------

/// What a typed address turned out to be.
struct Candidate {
    std::string connector;
    std::string instance;                  ///< as AddAccount takes it
    std::vector<AccountSetting> settings;
    std::string name;                      ///< what was found there, for the person to recognise
    int certainty = 0;                     ///< 0..100
};

/// Sign-in with what the person typed (everything but OAuthCode and DeviceCode).
struct SignInForm {
    const Account &account;                ///< instance and settings as typed
    const Credential &typed;               ///< Secret fields by their key in `more`
    AuthKind way = AuthKind::Token;
    Instant now;
};
struct SignedIn {
    Credential credential = {};
    std::string instance = {};             ///< empty: as typed
    std::vector<AccountSetting> settings = {};
};
using SignInProgress = std::variant<net::Request, SignedIn>;

struct DeviceGrant {
    std::string userCode, verifyUrl;
    Secret deviceCode;
    std::chrono::seconds every{5}, lives{900};
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
    bool mayFail = false;                  ///< not worth a failure (the page a link leads to): no answer is told to absorb() as status 0
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
    std::string targetItem = {};           ///< native id of the item that is acted on, also where `outbound` names its author
};

struct OwnPost {
    std::string nativeId, permalink, text, inReplyTo;
    Instant at;
    int mediaCount = 0;
    bool held = false;                     ///< there, but not shown to others yet
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
    /// How many ids one look-up may ask this account's server for.
    [[nodiscard]] virtual int lookupBatch(const Account &) const { return 1; }
    [[nodiscard]] virtual Result<net::Request> buildLookup(const Context &, std::span<const std::string> /*nativeIds*/) const { return fail(Errc::Unsupported); }
    [[nodiscard]] virtual Result<LookupAnswer> parseLookup(const Context &, std::span<const std::string> /*nativeIds*/, const net::Response &) const { return fail(Errc::Unsupported); }
    [[nodiscard]] virtual Result<net::Request> buildInsights(const Context &, const InsightSpec &) const { return fail(Errc::Unsupported); }
    [[nodiscard]] virtual Result<InsightAnswer> parseInsights(const Context &, const InsightSpec &, const net::Response &) const { return fail(Errc::Unsupported); }

    /// Live events, when the account's capabilities say Stream; an address of ws: or wss: is a WebSocket. `cursor`: as the last
    /// page of this stream had it. Events come back through parseStreamEvent.
    [[nodiscard]] virtual Result<net::Request> buildStream(const Context &, const std::string & /*stream*/, const std::string & /*cursor*/) const { return fail(Errc::Unsupported); }
    [[nodiscard]] virtual Result<FetchPage> parseStreamEvent(const Context &, const std::string & /*stream*/, const net::StreamEvent &) const { return fail(Errc::Unsupported); }

    /// A rule of the network by which this very item may not be answered by this account, where it can be told beforehand;
    /// none: it may. What is sent all the same is answered with PolicyRefused.
    [[nodiscard]] virtual std::optional<CapabilityReason> replyRefusal(const Account &, const Item &) const { return std::nullopt; }
    /// The text of the part as it will leave, with what the network needs added (the @handle of who is answered): what the
    /// composer counts and shows.
    [[nodiscard]] virtual std::string sentText(const Context &, const PublishJob &job) const { return job.part < job.outbound.parts.size() ? job.outbound.parts[job.part].text : std::string{}; }
    /// First call with an empty state, then with what absorb() returned.
    [[nodiscard]] virtual Result<PublishStep> nextStep(const Context &, const PublishJob &, const PublishState &) const { return fail(Errc::Unsupported); }
    [[nodiscard]] virtual Result<PublishOutcome> absorb(const Context &, const PublishJob &, const PublishState &, const net::Response &) const { return fail(Errc::Unsupported); }
    /// Where a part can be looked up by a key that was chosen before it was sent: what is there under it, if anything. Surer and
    /// cheaper than reading our own posts back.
    [[nodiscard]] virtual Result<net::Request> buildReadBack(const Context &, const PublishJob &) const { return fail(Errc::Unsupported); }
    [[nodiscard]] virtual Result<std::optional<OwnPost>> parseReadBack(const Context &, const PublishJob &, const net::Response &) const { return fail(Errc::Unsupported); }
    /// Our own recent posts, a page at a time, for settling unknown outcomes by reading back.
    [[nodiscard]] virtual Result<net::Request> buildOwnPosts(const Context &, const std::string & /*page*/) const { return fail(Errc::Unsupported); }
    [[nodiscard]] virtual Result<OwnPage> parseOwnPosts(const Context &, const net::Response &) const { return fail(Errc::Unsupported); }

    // Finding out what a typed address is. `guess` needs no network; `probe` asks one address, `recognise` reads the answer.
    [[nodiscard]] virtual std::optional<Candidate> guess(std::string_view /*typed*/) const { return std::nullopt; }
    [[nodiscard]] virtual std::optional<net::Request> probe(std::string_view /*typed*/) const { return std::nullopt; }
    /// After an answer that names another place to look (the server of a handle, the feed of a page); recognise() reads the last.
    [[nodiscard]] virtual std::optional<net::Request> probeFurther(std::string_view /*typed*/, std::span<const net::Response> /*soFar*/) const { return std::nullopt; }
    [[nodiscard]] virtual std::optional<Candidate> recognise(std::string_view /*typed*/, const net::Response &) const { return std::nullopt; }

    /// From what was typed to a credential: called with the answers so far until it is SignedIn. As it stands: the first
    /// Secret field is the access, the others stay beside it.
    [[nodiscard]] virtual Result<SignInProgress> signIn(const SignInForm &form, std::span<const net::Response> soFar) const;
    /// A new access from the refresh token. Unsupported: only the person can renew it.
    [[nodiscard]] virtual Result<net::Request> buildRefresh(const Context &) const { return fail(Errc::Unsupported); }
    /// AuthRevoked: the network says that the sign-in is over. Any other error changes nothing.
    [[nodiscard]] virtual Result<Credential> parseRefresh(const Context &, const net::Response &) const { return fail(Errc::Unsupported); }
    /// A new access without asking anybody (AuthKind::SignedKey).
    [[nodiscard]] virtual Result<Credential> mint(const Context &) const { return fail(Errc::Unsupported); }

    [[nodiscard]] virtual Result<net::Request> buildDeviceGrant(const Account &, const Credential & /*typed*/) const { return fail(Errc::Unsupported); }
    [[nodiscard]] virtual Result<DeviceGrant> parseDeviceGrant(const net::Response &) const { return fail(Errc::Unsupported); }
    /// Pending (with retryAfter when the network wants more patience) until the person has answered.
    [[nodiscard]] virtual Result<net::Request> buildDevicePoll(const Account &, const Credential & /*typed*/, const DeviceGrant &) const { return fail(Errc::Unsupported); }
    [[nodiscard]] virtual Result<Credential> parseDevicePoll(const net::Response &, Instant /*now*/) const { return fail(Errc::Unsupported); }

    // OAuth with a code (AuthKind::OAuthCode): register once per server, send the person to authorizeUrl, exchange. A network
    // where programs cannot register themselves answers Unsupported to buildRegister: the person's own "client_id" and
    // "client_secret" are asked for instead (fields of the SignInWay).
    struct OAuthApp {
        std::string clientId;
        Secret clientSecret;
    };
    [[nodiscard]] virtual Result<net::Request> buildRegister(const std::string & /*instance*/, const std::string & /*redirectUri*/) const { return fail(Errc::Unsupported); }
    [[nodiscard]] virtual Result<OAuthApp> parseRegister(const net::Response &) const { return fail(Errc::Unsupported); }
    [[nodiscard]] virtual Result<std::string> authorizeUrl(const std::string & /*instance*/, const OAuthApp &, const std::string & /*redirectUri*/, const std::string & /*state*/, const std::string & /*pkceChallenge*/) const { return fail(Errc::Unsupported); }
    [[nodiscard]] virtual Result<net::Request> buildToken(const std::string & /*instance*/, const OAuthApp &, const std::string & /*redirectUri*/, const std::string & /*code*/, const std::string & /*pkceVerifier*/) const { return fail(Errc::Unsupported); }
    [[nodiscard]] virtual Result<Credential> parseToken(const net::Response &, Instant /*now*/) const { return fail(Errc::Unsupported); }
    [[nodiscard]] virtual Result<net::Request> buildRevoke(const std::string & /*instance*/, const OAuthApp &, const Secret & /*token*/) const { return fail(Errc::Unsupported); }
};

/// A recipe of the person's that cannot be used: what is wrong, and where (docs/recipes.md).
struct BrokenRecipe {
    std::string path, id;                  ///< id: empty when not even that can be read
    int line = 0, column = 0;
    std::string place, message;            ///< "operations.reply.path", "unknown variable {x}"
};

/// Every network Vigie speaks, in the order the account dialog shows them.
class Catalogue {
public:
    Catalogue() = default;
    void add(std::unique_ptr<Connector> connector) { connectors_.push_back(std::move(connector)); }
    void addBroken(BrokenRecipe one) { broken_.push_back(std::move(one)); }
    [[nodiscard]] const std::vector<BrokenRecipe> &broken() const { return broken_; }
    [[nodiscard]] const Connector *find(std::string_view id) const;
    [[nodiscard]] const std::vector<std::unique_ptr<Connector>> &all() const { return connectors_; }

private:
    std::vector<std::unique_ptr<Connector>> connectors_;
    std::vector<BrokenRecipe> broken_;
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
