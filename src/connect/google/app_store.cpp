// SPDX-License-Identifier: GPL-3.0-or-later
// App Store Connect: reviews of our apps, and our one response to each. The access is a token of a quarter of an hour that
// is signed here, with the person's own key; nobody is asked for it.
#include "connect/common/http_error.hpp"
#include "connect/common/jwt.hpp"
#include "connect/common/newest_first.hpp"
#include "connect/common/strings.hpp"
#include "connect/google/google.hpp"
#include "connect/google/reviews.hpp"

#include <vigie/net/rate.hpp>

#include <algorithm>
#include <map>

namespace vigie::connect {

namespace {

constexpr std::string_view kHost = "https://api.appstoreconnect.apple.com";
constexpr std::string_view kStream = "reviews:", kResponse = "/response/";
constexpr int kPageSize = 200, kAnswerLength = 5970;
constexpr std::chrono::minutes kTokenLives{15}; ///< Apple takes twenty at most

Capabilities bestCapabilities()
{
    Capabilities all;
    for (const auto what : {Capability::Inbox, Capability::Reviews, Capability::Edit, Capability::Delete, Capability::Lookup})
        all.set(what);
    all.set(Capability::Reply, CapabilityReason::OneReplyOnly);
    return all;
}

Descriptor describeAppStore()
{
    Descriptor all;
    all.id = "app-store";
    all.name = "App Store";
    all.badge = "As";
    all.family = "reviews";
    std::vector<FieldSpec> fields{
        {"private_key", FieldSpec::Kind::File, true, {}, {}, "Private key (.p8 file)", "Cl\xC3\xA9 priv\xC3\xA9" "e (fichier .p8)",
         "App Store Connect, Users and Access, Integrations: make a key with the role Customer Support, and choose its file here.",
         "App Store Connect, Utilisateurs et acc\xC3\xA8s, Int\xC3\xA9grations : cr\xC3\xA9" "ez une cl\xC3\xA9 de r\xC3\xB4le Assistance client et choisissez son fichier ici."},
        {"key_id", FieldSpec::Kind::Text, true, "2X9R4HXF34", {}, "Key ID", "Identifiant de la cl\xC3\xA9", {}, {}},
        {"issuer_id", FieldSpec::Kind::Text, false, "57246542-96fe-1a63-e053-0824d011072a", {}, "Issuer ID (none for a key of your own person)", "Identifiant de l'\xC3\xA9metteur (aucun pour une cl\xC3\xA9 personnelle)", {}, {}}};
    all.ways = {{AuthKind::SignedKey, std::move(fields), {}}};
    all.fields = {{"apps", FieldSpec::Kind::List, false, "1234567890", {}, "Only these apps (Apple ID)", "Seulement ces apps (identifiant Apple)", {}, {}}};
    all.capabilities = bestCapabilities();
    all.rate = {3500, std::chrono::hours{1}, std::chrono::minutes{15}};
    all.length = {text::LengthRule::CodePoints, kAnswerLength, 0};
    all.verification = Verification::DocumentsOnly;
    all.docs = "https://developer.apple.com/documentation/appstoreconnectapi";
    return all;
}

Result<Credential> minted(const Account &account, const Secret &key, Instant now)
{
    const auto keyId = account.setting("key_id"), issuer = account.setting("issuer_id");
    if (key.empty() || keyId.empty())
        return fail(Errc::InvalidInput, key.empty() ? "missing: private_key" : "missing: key_id");
    const auto issued = std::chrono::floor<std::chrono::seconds>(now.time_since_epoch()).count();
    Json claims{{"iat", issued}, {"exp", issued + std::chrono::seconds(kTokenLives).count()}, {"aud", "appstoreconnect-v1"}};
    if (issuer.empty())
        claims["sub"] = "user"; // a key of one person
    else
        claims["iss"] = issuer;
    Credential credential;
    VIGIE_TRY(credential.access, signJwt(JwtAlgorithm::Es256, {{"kid", keyId}}, claims, key));
    credential.expiresAt = now + kTokenLives;
    return credential;
}

net::Request request(const Context &context, net::Method method, const std::string &path, const net::QueryPairs &query = {})
{
    return google::request(context, method, kHost, path, query); // the neighbour's shape, with Apple's token
}

Error refusal(const Context &context, const net::Response &response)
{
    auto error = httpError(response, context.token, context.now);
    if (response.status == 401)
        error.code = Errc::AuthExpired; // a fresh token is signed; whether the key is gone shows then
    else if (response.status == 409 || response.status == 400)
        error.code = Errc::ContentRefused;
    else if (response.status == 429 && !error.retryAfter)
        error.retryAfter = std::chrono::minutes{10};
    return error;
}

Result<Json> bodyOf(const Context &context, const net::Response &response)
{
    if (!response.ok())
        return fail(refusal(context, response));
    return objectOf(response);
}

const Json &related(const Json &entry, std::string_view name)
{
    return at(at(at(entry, "relationships"), name), "data");
}

/// Responses that came along, by the review they answer.
std::map<std::string, Json> responsesIn(const Json &body)
{
    std::map<std::string, Json> byId, byReview;
    for (const auto &entry : arrayAt(body, "included")) {
        if (textAt(entry, "type") != "customerReviewResponses")
            continue;
        byId[idAt(entry, "id")] = entry;
        if (const auto review = idAt(related(entry, "review"), "id"); !review.empty())
            byReview[review] = entry;
    }
    const auto link = [&](const Json &review) {
        const auto found = byId.find(idAt(related(review, "response"), "id"));
        if (found != byId.end())
            byReview[idAt(review, "id")] = found->second;
    };
    if (at(body, "data").is_object())
        link(at(body, "data"));
    for (const auto &review : arrayAt(body, "data"))
        link(review);
    return byReview;
}

std::string appName(const Account &account, const std::string &app)
{
    const auto names = parseJson(account.setting("app_names"));
    const auto name = names ? textAt(*names, app) : std::string{};
    return name.empty() ? app : name;
}

std::vector<Item> toItems(const Context &context, const std::string &app, const Json &review, const std::map<std::string, Json> &responses)
{
    const auto id = idAt(review, "id");
    const auto &said = at(review, "attributes");
    if (id.empty() || !said.is_object())
        return {};
    std::vector<Item> items{reviews::blankReview(context, id)};
    auto &item = items.front();
    const auto territory = cleanAt(said, "territory");
    item.container = appName(context.account, app);
    if (!territory.empty() && !item.container.empty())
        item.container += " (" + territory + ")";
    item.title = cleanAt(said, "title");
    reviews::setWords(item, cleanAt(said, "body"));
    if (const auto stars = intAt(said, "rating"); stars && *stars >= 1 && *stars <= 5)
        item.rating = static_cast<double>(*stars) / 5.0;
    item.author.nativeId = id; // Apple tells nobody's identity: nicknames are not unique
    item.author.name = item.author.handle = cleanAt(said, "reviewerNickname");
    if (const auto at = timeAt(said, "createdDate")) {
        item.publishedAt = *at;
        item.precision = TimePrecision::Exact;
    }
    const auto found = responses.find(id);
    if (found == responses.end())
        return items;
    const auto &answered = at(found->second, "attributes");
    auto answer = reviews::blankAnswer(context, item, id + std::string(kResponse) + idAt(found->second, "id"));
    reviews::setWords(answer, cleanAt(answered, "responseBody"));
    answer.state = textAt(answered, "state") == "PENDING_PUBLISH" ? ItemState::Held : ItemState::Visible;
    if (const auto at = timeAt(answered, "lastModifiedDate")) {
        answer.publishedAt = *at;
        answer.precision = TimePrecision::Exact;
    }
    items.push_back(std::move(answer));
    return items;
}

/// The review and the response that a native id names.
struct Target {
    std::string review, response;
};
Target targetIn(const std::string &nativeId)
{
    const auto mark = nativeId.find(kResponse);
    if (mark == std::string::npos)
        return {nativeId, {}};
    return {nativeId.substr(0, mark), nativeId.substr(mark + kResponse.size())};
}

/// Of the link to the next page only the cursor is taken: the request stays ours.
std::string cursorIn(const Json &body)
{
    const auto url = net::parseUrl(textAt(at(body, "links"), "next"));
    if (url)
        for (const auto &[name, value] : net::parseQuery(url->query))
            if (name == "cursor")
                return value;
    return {};
}

class AppStore final : public Connector {
public:
    const Descriptor &describe() const override { return descriptor_; }

    Result<SignInProgress> signIn(const SignInForm &form, std::span<const net::Response>) const override
    {
        SignedIn done;
        const auto &key = form.typed.field("private_key");
        VIGIE_TRY(done.credential, minted(form.account, key, form.now));
        done.credential.set("private_key", key);
        return SignInProgress{std::move(done)};
    }
    Result<Credential> mint(const Context &context) const override { return minted(context.account, context.secret("private_key"), context.now); }

    Result<std::optional<net::Request>> buildWhoAmI(const Context &context, std::span<const net::Response> soFar) const override
    {
        if (!soFar.empty())
            return std::optional<net::Request>{};
        return std::optional(request(context, net::Method::Get, "/v1/apps", {{"fields[apps]", "name,bundleId"}, {"limit", "200"}}));
    }
    Result<WhoAmI> parseWhoAmI(const Context &context, std::span<const net::Response> answers) const override
    {
        VIGIE_TRY(const auto body, bodyOf(context, answers.front()));
        const auto wanted = splitList(context.account.setting("apps"), kBetweenIds);
        Json names = Json::object();
        WhoAmI who;
        for (const auto &app : arrayAt(body, "data")) {
            const auto id = idAt(app, "id");
            if (id.empty() || (!wanted.empty() && std::find(wanted.begin(), wanted.end(), id) == wanted.end()))
                continue;
            if (names.empty())
                who.author.name = cleanAt(at(app, "attributes"), "name");
            names[id] = cleanAt(at(app, "attributes"), "name");
        }
        if (names.empty())
            return fail(Errc::Forbidden, wanted.empty() ? "this key sees no app" : "this key sees none of these apps");
        const auto issuer = context.account.setting("issuer_id");
        who.author.nativeId = issuer.empty() ? context.account.setting("key_id") : issuer;
        who.author.handle = who.author.name;
        who.settings = {{"app_names", dump(names)}};
        who.capabilities = bestCapabilities();
        who.limits = reviews::answerLimits(kAnswerLength);
        return who;
    }

    std::vector<StreamSpec> streams(const Account &account) const override
    {
        std::vector<StreamSpec> all;
        auto apps = splitList(account.setting("apps"), kBetweenIds);
        const auto names = parseJson(account.setting("app_names"));
        if (names && names->is_object()) {
            apps.clear();
            for (const auto &[id, name] : names->items())
                apps.push_back(id);
        }
        for (const auto &app : apps)
            all.push_back({std::string(kStream) + app, true, std::chrono::hours{24}, true, true});
        return all;
    }
    Result<net::Request> buildFetch(const Context &context, const FetchSpec &spec) const override
    {
        if (spec.stream.rfind(kStream, 0) != 0 || spec.stream.size() == kStream.size())
            return fail(Errc::InvalidInput, "no such stream: " + spec.stream);
        net::QueryPairs query{{"sort", "-createdDate"}, {"include", "response"}, {"limit", std::to_string(kPageSize)}};
        if (const auto turn = NewestTurn::of(spec); !turn.token.empty())
            query.emplace_back("cursor", turn.token);
        return request(context, net::Method::Get, "/v1/apps/" + net::encodeComponent(spec.stream.substr(kStream.size())) + "/customerReviews", query);
    }
    Result<FetchPage> parseFetch(const Context &context, const FetchSpec &spec, const net::Response &response) const override
    {
        FetchPage page;
        if (tokenForgotten(spec, response)) {
            startOver(page, spec);
            return page;
        }
        VIGIE_TRY(const auto body, bodyOf(context, response));
        const auto responses = responsesIn(body);
        NewestPage found;
        for (const auto &review : arrayAt(body, "data")) {
            auto items = toItems(context, spec.stream.substr(kStream.size()), review, responses);
            if (items.empty()) {
                ++page.unreadable;
                continue;
            }
            found.add(items.front().nativeId, items.front().publishedAt);
            reviews::add(page, std::move(items));
        }
        NewestHabits habits;
        habits.overlap = std::chrono::hours{24};
        goOn(page, spec, found, cursorIn(body), habits);
        return page;
    }

    Result<net::Request> buildLookup(const Context &context, std::span<const std::string> ids) const override
    {
        if (ids.empty())
            return fail(Errc::InvalidInput, "nothing named");
        return request(context, net::Method::Get, "/v1/customerReviews/" + net::encodeComponent(targetIn(ids.front()).review), {{"include", "response"}});
    }
    Result<LookupAnswer> parseLookup(const Context &context, std::span<const std::string> ids, const net::Response &response) const override
    {
        if (response.status == 404)
            return LookupAnswer{{}, {ids.begin(), ids.end()}, {}};
        VIGIE_TRY(const auto body, bodyOf(context, response));
        return reviews::lookedUp(toItems(context, {}, at(body, "data"), responsesIn(body)), ids);
    }

    Result<PublishStep> nextStep(const Context &context, const PublishJob &job, const PublishState &) const override
    {
        const auto kind = job.outbound.kind;
        if (kind != OutboundKind::Reply && kind != OutboundKind::Edit && kind != OutboundKind::Delete)
            return fail(Errc::Unsupported);
        const auto target = targetIn(reviews::targetOf(job));
        if (kind == OutboundKind::Delete) {
            if (target.response.empty())
                return fail(Errc::InvalidInput, "only our own response can be taken away");
            return reviews::overwriting(request(context, net::Method::Delete, "/v1/customerReviewResponses/" + net::encodeComponent(target.response)));
        }
        if (target.review.empty())
            return fail(Errc::InvalidInput, "no review to answer");
        VIGIE_TRY(const auto text, reviews::checkedText(job, descriptor_.length, "Apple"));
        const Json body{{"data", {{"type", "customerReviewResponses"},
                                  {"attributes", {{"responseBody", text}}},
                                  {"relationships", {{"review", {{"data", {{"type", "customerReviews"}, {"id", target.review}}}}}}}}}};
        return reviews::overwriting(google::jsonRequest(context, net::Method::Post, kHost, "/v1/customerReviewResponses", {}, body));
    }
    Result<PublishOutcome> absorb(const Context &context, const PublishJob &job, const PublishState &, const net::Response &response) const override
    {
        const auto target = targetIn(reviews::targetOf(job));
        if (job.outbound.kind == OutboundKind::Delete && (response.ok() || response.status == 404))
            return PublishOutcome(PublishDone{job.outbound.targetNative, {}});
        if (!response.ok())
            return fail(refusal(context, response));
        const auto body = parseJson(response.body);
        const auto id = body ? idAt(at(*body, "data"), "id") : std::string{};
        if (id.empty())
            return fail(Errc::UnknownOutcome, "Apple took it, but names no id");
        return PublishOutcome(PublishDone{target.review + std::string(kResponse) + id, {}, textAt(at(at(*body, "data"), "attributes"), "state") == "PENDING_PUBLISH"});
    }
    Result<net::Request> buildReadBack(const Context &context, const PublishJob &job) const override
    {
        if (job.outbound.kind != OutboundKind::Reply || job.inReplyTo.empty())
            return fail(Errc::Unsupported);
        return request(context, net::Method::Get, "/v1/customerReviews/" + net::encodeComponent(targetIn(job.inReplyTo).review), {{"include", "response"}});
    }
    Result<std::optional<OwnPost>> parseReadBack(const Context &context, const PublishJob &job, const net::Response &response) const override
    {
        VIGIE_TRY(const auto body, bodyOf(context, response));
        return reviews::sentAnswer(toItems(context, {}, at(body, "data"), responsesIn(body)), job);
    }

    std::optional<Candidate> guess(std::string_view typed) const override
    {
        if (typed.find("apps.apple.com") == std::string_view::npos && typed.find("appstoreconnect.apple.com") == std::string_view::npos)
            return std::nullopt;
        Candidate found{"app-store", {}, {}, "App Store", 90};
        std::string id;
        for (auto from = typed.rfind("/id"); from != std::string_view::npos && from + 3 + id.size() < typed.size() && typed[from + 3 + id.size()] >= '0' && typed[from + 3 + id.size()] <= '9';)
            id += typed[from + 3 + id.size()];
        if (!id.empty())
            found.settings.push_back({"apps", std::move(id)});
        return found;
    }

private:
    Descriptor descriptor_ = describeAppStore();
};

} // namespace

std::unique_ptr<Connector> makeAppStore()
{
    return std::make_unique<AppStore>();
}

} // namespace vigie::connect
