// SPDX-License-Identifier: GPL-3.0-or-later
// Google Play: last week's reviews of our apps, and our one answer to each. Older ones come from the monthly reports, as files.
#include "connect/common/newest_first.hpp"
#include "connect/common/strings.hpp"
#include "connect/google/google.hpp"
#include "connect/google/oauth_connector.hpp"
#include "connect/google/reviews.hpp"

#include <algorithm>

namespace vigie::connect {

namespace {

constexpr std::string_view kHost = "https://androidpublisher.googleapis.com";
constexpr const char *kScope = "https://www.googleapis.com/auth/androidpublisher";
constexpr std::string_view kStream = "reviews:", kApps = "/androidpublisher/v3/applications/", kReviews = "/reviews/";
constexpr int kPageSize = 100, kAnswerLength = 350;
constexpr std::size_t kMostAsked = 6; ///< apps whose access is tried when the account is added

Capabilities bestCapabilities()
{
    Capabilities all;
    for (const auto what : {Capability::Inbox, Capability::Reviews})
        all.set(what, CapabilityReason::LastWeekOnly);
    all.set(Capability::Reply, CapabilityReason::OneReplyOnly).set(Capability::Edit).set(Capability::PostCounts);
    return all;
}

Descriptor describePlay()
{
    Descriptor all;
    all.id = "google-play";
    all.name = "Google Play";
    all.badge = "Gp";
    all.family = "reviews";
    FieldSpec key{"service_key", FieldSpec::Kind::File, true, {}, {}, "Key file of a service account (JSON)", "Fichier de cl\xC3\xA9 d'un compte de service (JSON)",
                  "In the Play Console, give the service account the permission to reply to reviews.",
                  "Dans la Play Console, accordez au compte de service le droit de r\xC3\xA9pondre aux avis."};
    all.ways = {{AuthKind::SignedKey, {std::move(key)}, {kScope}}, google::desktopClient({kScope})};
    all.fields = {{"packages", FieldSpec::Kind::List, true, "fr.dubreuil.atelier", {}, "Packages of your apps", "Paquets de vos applications", {}, {}}};
    all.capabilities = bestCapabilities();
    all.rate = {200, std::chrono::hours{1}, std::chrono::minutes{15}};
    all.length = {text::LengthRule::CodePoints, kAnswerLength, 0};
    all.buckets = {{"replies", 2000, std::chrono::hours{24}, true, google::kQuotaZone}};
    all.notice = Notice::GoogleProject;
    all.verification = Verification::Schema;
    all.docs = "https://developers.google.com/android-publisher/reply-to-reviews";
    return all;
}

/// "seconds" is written as text, "nanos" as a number.
std::optional<Instant> momentAt(const Json &object, std::string_view key)
{
    const auto &moment = at(object, key);
    const auto seconds = intAt(moment, "seconds");
    if (!seconds || *seconds <= 0 || *seconds > 32'503'680'000)
        return std::nullopt;
    return Instant{std::chrono::seconds{*seconds}} + Micros{std::clamp<std::int64_t>(intAt(moment, "nanos").value_or(0), 0, 999'999'999) / 1000};
}

/// "title<TAB>body"; without a tab all of it is the body. What was written, not a translation of it.
void setWords(Item &item, const Json &said)
{
    auto words = cleanAt(said, "originalText");
    if (words.empty())
        words = cleanAt(said, "text");
    if (const auto tab = words.find('\t'); tab != std::string::npos) {
        item.title = words.substr(0, tab);
        words.erase(0, tab + 1);
    }
    reviews::setWords(item, words);
}

std::string languageOf(const Json &said)
{
    auto code = textAt(said, "reviewerLanguage");
    code.resize(std::min({code.size(), code.find('-'), code.find('_')}));
    const bool letters = std::all_of(code.begin(), code.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    return code.size() == 2 && letters ? code : "und";
}

/// The review, and after it our answer. A review that was changed after we answered says so.
std::vector<Item> toItems(const Context &context, const std::string &package, const Json &review)
{
    const auto id = textAt(review, "reviewId");
    Json said, answered;
    for (const auto &comment : arrayAt(review, "comments")) {
        if (at(comment, "userComment").is_object())
            said = at(comment, "userComment");
        if (at(comment, "developerComment").is_object())
            answered = at(comment, "developerComment");
    }
    if (id.empty() || !said.is_object())
        return {};
    std::vector<Item> items{reviews::blankReview(context, package + std::string(kReviews) + id)};
    auto &item = items.front();
    item.container = package;
    item.lang = languageOf(said);
    setWords(item, said);
    if (const auto stars = intAt(said, "starRating"); stars && *stars >= 1 && *stars <= 5)
        item.rating = static_cast<double>(*stars) / 5.0;
    item.author.nativeId = item.nativeId; // Google tells nobody's identity
    item.author.name = item.author.handle = cleanAt(review, "authorName");
    const auto changed = momentAt(said, "lastModified");
    if (changed) {
        item.publishedAt = *changed;
        item.precision = TimePrecision::Exact;
    }
    item.metrics = {metricAt("likes", said, "thumbsUpCount"), metricAt("dislikes", said, "thumbsDownCount")};
    if (textAt(answered, "text").empty())
        return items;
    auto answer = reviews::blankAnswer(context, item, reviews::answerKey(item.nativeId));
    reviews::setWords(answer, cleanAt(answered, "text"));
    if (const auto at = momentAt(answered, "lastModified")) {
        answer.publishedAt = *at;
        answer.precision = TimePrecision::Exact;
        if (changed && *changed > *at)
            item.editedAt = changed;
    }
    items.push_back(std::move(answer));
    return items;
}

std::string packagePath(const std::string &package)
{
    return std::string(kApps) + net::encodeComponent(package) + "/reviews";
}

struct Target {
    std::string package, id;
};
Result<Target> targetIn(const std::string &nativeId)
{
    const auto name = reviews::reviewIn(nativeId);
    const auto mark = name.find(kReviews);
    if (mark == std::string::npos || mark == 0 || mark + kReviews.size() >= name.size())
        return fail(Errc::InvalidInput, "this is no review of Google Play");
    return Target{name.substr(0, mark), name.substr(mark + kReviews.size())};
}

class GooglePlay final : public google::OAuthConnector {
public:
    GooglePlay() : OAuthConnector(describePlay()) {}

    Result<SignInProgress> signIn(const SignInForm &form, std::span<const net::Response> soFar) const override
    {
        if (form.way != AuthKind::SignedKey)
            return OAuthConnector::signIn(form, soFar);
        const auto &file = form.typed.field("service_key");
        VIGIE_TRY(const auto key, google::serviceKey(file));
        if (soFar.empty()) {
            VIGIE_TRY(auto request, google::serviceTokenRequest(form.account.instance, key, scopes(), form.now));
            return SignInProgress{std::move(request)};
        }
        SignedIn done;
        VIGIE_TRY(done.credential, google::tokenFrom(soFar.front(), form.now));
        done.credential.set("service_key", file);
        return SignInProgress{std::move(done)};
    }

    /// There is no "who am I": that the reviews of each app may be read is what the account is.
    Result<std::optional<net::Request>> buildWhoAmI(const Context &context, std::span<const net::Response> soFar) const override
    {
        const auto packages = splitList(context.account.setting("packages"), kBetweenIds);
        if (packages.empty())
            return fail(Errc::InvalidInput, "missing: packages");
        if (soFar.size() >= std::min(packages.size(), kMostAsked))
            return std::optional<net::Request>{};
        return std::optional(google::request(context, net::Method::Get, kHost, packagePath(packages[soFar.size()]), {{"maxResults", "1"}}));
    }
    Result<WhoAmI> parseWhoAmI(const Context &context, std::span<const net::Response> answers) const override
    {
        const auto packages = splitList(context.account.setting("packages"), kBetweenIds);
        for (std::size_t i = 0; i < answers.size() && i < packages.size(); ++i)
            if (auto body = google::bodyOf(context, answers[i]); !body) {
                body.error().detail = packages[i] + ": " + body.error().detail;
                return fail(std::move(body.error()));
            }
        WhoAmI who;
        who.author.nativeId = packages.front();
        who.author.name = who.author.handle = packages.front();
        who.author.profileUrl = "https://play.google.com/store/apps/details?id=" + net::encodeComponent(packages.front());
        who.capabilities = bestCapabilities();
        who.limits = reviews::answerLimits(kAnswerLength);
        return who;
    }

    std::vector<StreamSpec> streams(const Account &account) const override
    {
        std::vector<StreamSpec> all;
        for (const auto &package : splitList(account.setting("packages"), kBetweenIds))
            all.push_back({std::string(kStream) + package, true, std::chrono::hours{6}, true, true});
        return all;
    }
    Result<net::Request> buildFetch(const Context &context, const FetchSpec &spec) const override
    {
        if (spec.stream.rfind(kStream, 0) != 0 || spec.stream.size() == kStream.size())
            return fail(Errc::InvalidInput, "no such stream: " + spec.stream);
        net::QueryPairs query{{"maxResults", std::to_string(kPageSize)}};
        if (const auto turn = NewestTurn::of(spec); !turn.token.empty())
            query.emplace_back("token", turn.token);
        return google::request(context, net::Method::Get, kHost, packagePath(spec.stream.substr(kStream.size())), query);
    }
    Result<FetchPage> parseFetch(const Context &context, const FetchSpec &spec, const net::Response &response) const override
    {
        FetchPage page;
        if (tokenForgotten(spec, response)) {
            startOver(page, spec);
            return page;
        }
        VIGIE_TRY(const auto body, google::bodyOf(context, response));
        NewestPage found;
        for (const auto &review : arrayAt(body, "reviews")) {
            auto items = toItems(context, spec.stream.substr(kStream.size()), review);
            if (items.empty()) {
                ++page.unreadable;
                continue;
            }
            const auto changed = items.front().publishedAt;
            found.add(items.front().nativeId + "@" + std::to_string(toMicros(changed)), changed);
            reviews::add(page, std::move(items));
        }
        NewestHabits habits;
        habits.overlap = std::chrono::hours{6};
        goOn(page, spec, found, textAt(at(body, "tokenPagination"), "nextPageToken"), habits);
        // What is older than a week cannot be had: when no known ground was met, some of it may be gone for good.
        if (spec.direction == Direction::Forward && page.nextPage.empty() && !spec.cursor.empty() && !page.reachedKnown)
            page.capped = true;
        return page;
    }

    Result<PublishStep> nextStep(const Context &context, const PublishJob &job, const PublishState &) const override
    {
        if (job.outbound.kind != OutboundKind::Reply && job.outbound.kind != OutboundKind::Edit)
            return fail(Errc::Unsupported);
        VIGIE_TRY(const auto target, targetIn(reviews::targetOf(job)));
        VIGIE_TRY(const auto text, reviews::checkedText(job, describe().length, "Google Play"));
        auto request = google::jsonRequest(context, net::Method::Post, kHost, packagePath(target.package) + "/" + net::encodeComponent(target.id) + ":reply", {}, {{"replyText", text}});
        request.cost = {"replies", 1};
        return reviews::overwriting(std::move(request));
    }
    Result<PublishOutcome> absorb(const Context &context, const PublishJob &job, const PublishState &, const net::Response &response) const override
    {
        if (!response.ok())
            return fail(google::writeRefusal(context, response));
        return PublishOutcome(PublishDone{reviews::answerKey(reviews::reviewIn(reviews::targetOf(job))), {}});
    }
    Result<net::Request> buildReadBack(const Context &context, const PublishJob &job) const override
    {
        if (job.outbound.kind != OutboundKind::Reply)
            return fail(Errc::Unsupported);
        VIGIE_TRY(const auto target, targetIn(job.inReplyTo));
        return google::request(context, net::Method::Get, kHost, packagePath(target.package) + "/" + net::encodeComponent(target.id));
    }
    Result<std::optional<OwnPost>> parseReadBack(const Context &context, const PublishJob &job, const net::Response &response) const override
    {
        VIGIE_TRY(const auto body, google::bodyOf(context, response));
        VIGIE_TRY(const auto target, targetIn(job.inReplyTo));
        return reviews::sentAnswer(toItems(context, target.package, body), job);
    }

    std::optional<Candidate> guess(std::string_view typed) const override
    {
        if (typed.find("play.google.com") == std::string_view::npos)
            return std::nullopt;
        Candidate found{"google-play", {}, {}, "Google Play", 90};
        if (const auto url = net::parseUrl(typed.find("://") == std::string_view::npos ? "https://" + std::string(typed) : std::string(typed)))
            for (const auto &[name, value] : net::parseQuery(url->query))
                if (name == "id") {
                    found.settings.push_back({"packages", value});
                    found.name = value;
                }
        return found;
    }
};

} // namespace

std::unique_ptr<Connector> makeGooglePlay()
{
    return std::make_unique<GooglePlay>();
}

} // namespace vigie::connect
