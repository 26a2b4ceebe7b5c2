// SPDX-License-Identifier: GPL-3.0-or-later
// A recipe as compiled: what the file said, with every expression ready to be evaluated.
// Thread: immutable once loaded. Errors: none.
#pragma once

#include "connect/recipe/expression.hpp"

#include <vigie/connect/connector.hpp>

namespace vigie::connect::recipe {

// ---- requests --------------------------------------------------------------------------------------------------------

struct Part {
    std::string name;
    Expression value;                      ///< absent: the part is left out; a list: the part is repeated
};
/// JSON with expressions in its leaves; absent ones are left out.
struct BodyNode {
    enum class Kind : std::uint8_t { Leaf, Object, Array } kind = Kind::Leaf;
    Expression leaf;
    std::vector<std::pair<std::string, BodyNode>> members;
};
struct RequestPlan {
    net::Method method = net::Method::Get;
    std::vector<std::pair<std::string, Expression>> let; ///< names for what the rest is made of, in their order
    Expression path;
    std::vector<Part> query, form, headers, multipart;
    std::optional<BodyNode> json;
    std::optional<Expression> bodyText;
    std::string contentType, fileField;    ///< multipart: the name of the part that is the file
    net::Cost cost;
    std::vector<int> expect;               ///< statuses that are answers; empty: 200 to 299
    bool anonymous = false;                ///< without the account's credential
    bool noAnswer = false;                 ///< the body of the answer is of no interest
};

// ---- answers ---------------------------------------------------------------------------------------------------------

struct ErrorRule {
    std::vector<int> statuses;             ///< 4 and 5 stand for 400..499 and 500..599; empty: all
    std::optional<Expression> when;
    Errc as = Errc::Protocol;
    std::optional<Expression> retryAfter, detail;
    bool milliseconds = false;
};

struct MetricField {
    std::string key;
    Expression value;
    ValueStatus missing = ValueStatus::Missing;
    bool estimated = false;
    std::optional<Expression> hiddenWhen;
};
struct AuthorMap {
    std::optional<Expression> id, handle, name, bio, avatar, profile, bot, optOut, created;
    std::vector<MetricField> metrics;
};
struct MediaMap {
    std::vector<Path> each;
    std::optional<Expression> where, url, preview, id, alt, mime, kind, width, height, durationMs;
};
struct SpanMap {
    std::vector<Path> each;
    std::optional<Expression> where, begin, end, length, target, kind;
    enum class Unit : std::uint8_t { Bytes, Utf16, CodePoints } unit = Unit::Bytes;
};
struct TextChoice {
    enum class Kind : std::uint8_t { Plain, Html, Markdown } kind = Kind::Plain;
    Expression value;
};
struct RatingMap {
    Expression value;
    double from = 0, to = 5;
};
struct LinkField {
    Relation relation = Relation::ReplyTo;
    Expression target;
};
struct ItemMap {
    std::optional<Expression> id, uri, permalink, kind, visibility, state, title, warning, sensitive, lang, published, edited, container, reason, goneWhen, skipWhen;
    TimePrecision precision = TimePrecision::Exact;
    std::vector<TextChoice> text;          ///< the first that is not empty
    std::optional<AuthorMap> author;
    std::vector<LinkField> links;
    std::vector<MediaMap> media;
    std::vector<SpanMap> spans;
    std::vector<MetricField> metrics;
    std::optional<RatingMap> rating;
};
/// Which map an entry is read with.
struct MapChoice {
    std::optional<Expression> when;
    std::shared_ptr<const ItemMap> map;
};
struct Selector {
    Path each;
    std::optional<Expression> where;
    std::vector<MapChoice> maps;
    std::vector<Path> children;            ///< of each entry, to `depth` levels
    int depth = 0;
};

// ---- paging ----------------------------------------------------------------------------------------------------------

struct Paging {
    enum class Kind : std::uint8_t { None, Link, Url, Ids, Cursor, Page, Ack } kind = Kind::None;
    std::optional<Expression> next;        ///< Url, Cursor, Ack: what the next page is asked with; Ids: the last one's id
    std::optional<Expression> more;        ///< says whether there is another page
    std::optional<Expression> pages, total;///< Page: how many pages or hits there are
    std::string rel = "next";
    std::vector<std::string> strip;        ///< Url: parameters that are taken out of the address
    int first = 1, size = 0, cap = 0, deepest = 50;
    bool shrinkTime = false;               ///< at `cap` hits, go on with {until} = the oldest one seen
    // Fan-out: a list of ids first, then the things themselves in batches.
    std::vector<Path> idList;
    int batch = 1;
    std::string separator = ",";
    std::optional<RequestPlan> fetch;
};

struct StreamTraits {
    bool inbox = false, ordered = true, backfill = true, firehose = false;
    std::chrono::seconds overlap{600}, every{0};
    std::string each, as;                  ///< a setting that lists values, and the variable that holds one of them
    std::string reason;
};

// ---- writing ---------------------------------------------------------------------------------------------------------

struct StepPlan {
    std::string name;
    RequestPlan request;
    std::optional<Expression> when;        ///< else the step is left out
    bool eachMedia = false;                ///< once for each picture
    StepEffect effect = StepEffect::None;
    std::chrono::seconds keyValidFor{0};
    std::vector<std::pair<std::string, Expression>> outputs;
    std::optional<Expression> until;       ///< asked again until it holds
    std::chrono::seconds every{5};
    int most = 60;
    std::vector<ErrorRule> errors;
};
struct WriteResult {
    std::optional<Expression> id, permalink, held;
};

// ---- the whole -------------------------------------------------------------------------------------------------------

struct Capped {
    Capability capability = Capability::Reply;
    CapabilityReason reason = CapabilityReason::ScopeMissing;
    Expression when;
};
struct WhoPlan {
    std::optional<AuthorMap> author;
    std::vector<MetricField> metrics;
    std::optional<Expression> scopes, version, maxCharacters, maxMedia;
    std::vector<std::pair<std::string, Expression>> settings;
    std::vector<Capped> capabilities;
};

struct Operation {
    std::string name, pointer;
    std::optional<Expression> onlyIf;
    std::vector<ErrorRule> errors;
    std::optional<RequestPlan> request;    ///< of reading operations
    std::vector<Selector> items;
    Paging paging;
    StreamTraits stream;
    int batch = 1;                         ///< lookup
    std::string separator = ",";
    bool absentMeansGone = false;
    std::vector<StepPlan> steps;           ///< of writing ones, and of "me"
    std::optional<Expression> sentText;    ///< the words as they leave, with what the network needs added
    WriteResult result;
    WhoPlan who;
    Verification verification = Verification::DocumentsOnly;
};

struct OAuthPlan {
    std::optional<Expression> authorize, token, revoke, deviceUrl;
    std::vector<std::pair<std::string, Expression>> extra;
    std::string scopeSeparator = " ";
    bool basicClient = false, refresh = true;
    std::optional<Expression> nonce;       ///< of a sealed answer: where it says which sign-in it belongs to
    /// What the browser shows is the access, sealed for a key of ours, and not a code to be exchanged.
    [[nodiscard]] bool sealed() const { return nonce.has_value(); }
    std::optional<Expression> access, refreshToken, expiresIn, scope;
};
struct WayPlan {
    SignInWay way;
    std::string id;                        ///< kept with the credential: which of the ways it is
    std::vector<Part> headers, query;      ///< what every request carries
    std::string bearerPrefix;
    enum class Helper : std::uint8_t { None, Bearer, Basic, Signed } helper = Helper::None;
    std::vector<StepPlan> login;           ///< what was typed is exchanged for an access
    std::optional<Expression> access, refresh, expiresIn;
    std::vector<std::pair<std::string, Expression>> keep; ///< parts of the credential
    std::optional<OAuthPlan> oauth;
    std::vector<std::pair<std::string, Expression>> claims, tokenHeader; ///< Signed: what the program signs itself
    std::chrono::seconds tokenLives{900};
    bool ellipticCurve = true;             ///< ES256, else RS256
    std::string keyField;                  ///< the secret that holds the private key
};

/// What answers tell of the allowance, where it stands.
struct ToldPlan {
    std::optional<Expression> limit, remaining, reset, wait;
    bool inBody = false;                   ///< some of it is not in the headers
    bool daily = false;
    bool ofAccount = false;                ///< calls of every bucket count in what is told
};

struct Discovery {
    std::vector<std::string> hosts;
    std::optional<Expression> probe, recognise, name;
};

struct Recipe {
    Descriptor descriptor;
    bool asksInstance = false;
    std::shared_ptr<const Pattern> instancePattern;
    std::string fixedInstance;             ///< of networks with one address
    Expression base;
    std::vector<std::string> hosts;        ///< further hosts that may be asked
    std::vector<std::pair<std::string, std::shared_ptr<const Pattern>>> settingPatterns;
    std::vector<Part> headers;
    std::vector<WayPlan> ways;
    std::vector<ErrorRule> errors;
    std::optional<ToldPlan> told;
    std::vector<Operation> operations;
    Discovery discovery;
    std::optional<Instant> sunset;
    Json fixtures;

    [[nodiscard]] const Operation *named(std::string_view name) const;
};

/// "reply" for Reply, ...; empty for what no recipe can say.
[[nodiscard]] std::string_view operationFor(OutboundKind kind);

} // namespace vigie::connect::recipe
