// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/google/business.hpp"

#include "connect/common/newest_first.hpp"
#include "connect/common/strings.hpp"
#include "connect/google/google.hpp"
#include "connect/google/oauth_connector.hpp"

#include <algorithm>
#include <array>

namespace vigie::connect {

namespace business {

using google::addressAt;

namespace {

constexpr std::string_view kStream = "reviews:";
constexpr std::array<std::string_view, 5> kStars{"ONE", "TWO", "THREE", "FOUR", "FIVE"};

/// 0.2 .. 1 of the scale; none for STAR_RATING_UNSPECIFIED, which must not drag a mean down.
std::optional<double> ratingOf(const std::string &word)
{
    const auto found = std::find(kStars.begin(), kStars.end(), word);
    if (found == kStars.end())
        return std::nullopt;
    return static_cast<double>(found - kStars.begin() + 1) / 5.0;
}

/// Google puts its own translation beside what was written; only the latter was said.
std::string asWritten(const std::string &comment)
{
    constexpr std::string_view kTranslated = "(Translated by Google)", kOriginal = "(Original)";
    if (const auto original = comment.find(kOriginal); comment.rfind(kTranslated, 0) == 0 && original != std::string::npos)
        return std::string(trimmed(std::string_view(comment).substr(original + kOriginal.size())));
    const auto translated = comment.find("\n" + std::string(kTranslated));
    return std::string(trimmed(std::string_view(comment).substr(0, translated)));
}

ItemState stateOf(const Json &reply)
{
    auto word = textAt(reply, "reviewReplyState");
    if (word.empty())
        word = textAt(reply, "state");
    return word == "PENDING" ? ItemState::Held : word == "REJECTED" ? ItemState::RemovedByModeration : ItemState::Visible;
}

std::string placeIn(const std::string &review)
{
    constexpr std::string_view kMark = "/locations/";
    const auto begin = review.find(kMark);
    if (begin == std::string::npos)
        return {};
    const auto id = review.substr(begin + kMark.size());
    return id.substr(0, id.find('/'));
}

std::string titleOf(const Account &account, const std::string &place)
{
    for (const auto &one : placesOf(account))
        if (one.id == place)
            return one.title;
    return place;
}

} // namespace

std::vector<Item> toItems(const Context &context, const Json &review)
{
    const auto name = textAt(review, "name");
    const auto place = placeIn(name);
    if (name.rfind("accounts/", 0) != 0 || place.empty() || name.find("/reviews/") == std::string::npos || name.find("..") != std::string::npos)
        return {};
    std::vector<Item> items{reviews::blankReview(context, name)};
    auto &item = items.front();
    item.container = titleOf(context.account, place);
    item.rating = ratingOf(textAt(review, "starRating"));
    reviews::setWords(item, asWritten(cleanAt(review, "comment")));
    // Google tells nobody's identity: the same name under two reviews may be two people.
    const auto &reviewer = at(review, "reviewer");
    item.author.nativeId = name;
    item.author.name = item.author.handle = cleanAt(reviewer, "displayName");
    if (!boolAt(reviewer, "isAnonymous"))
        item.author.avatarUrl = addressAt(reviewer, "profilePhotoUrl");
    const auto created = timeAt(review, "createTime"), updated = timeAt(review, "updateTime");
    if (const auto at = created ? created : updated) {
        item.publishedAt = *at;
        item.precision = TimePrecision::Exact;
    }
    if (created && updated && *updated > *created)
        item.editedAt = updated;
    for (const auto &one : arrayAt(review, "reviewMediaItems"))
        if (auto url = addressAt(one, "googleUrl"); !url.empty()) {
            MediaRef media;
            media.url = media.previewUrl = std::move(url);
            item.media.push_back(std::move(media));
        }
    const auto &reply = at(review, "reviewReply");
    if (reply.is_object() && !textAt(reply, "comment").empty()) {
        auto answer = reviews::blankAnswer(context, item, reviews::answerKey(name));
        reviews::setWords(answer, asWritten(cleanAt(reply, "comment")));
        answer.state = stateOf(reply);
        if (const auto at = timeAt(reply, "updateTime")) {
            answer.publishedAt = *at;
            answer.precision = TimePrecision::Exact;
        }
        items.push_back(std::move(answer));
    }
    return items;
}

Capabilities bestCapabilities()
{
    Capabilities all;
    for (const auto what : {Capability::Inbox, Capability::Reviews, Capability::Edit, Capability::Delete, Capability::Lookup, Capability::AccountCounts})
        all.set(what);
    all.set(Capability::Reply, CapabilityReason::OneReplyOnly);
    for (const auto what : {Capability::Publish, Capability::Insights})
        all.set(what, CapabilityReason::NotImplemented);
    return all;
}

} // namespace business

namespace {

using namespace business;

Descriptor describeBusiness()
{
    Descriptor all;
    all.id = "google-reviews";
    all.name = "Google Business Profile";
    all.badge = "Gb";
    all.family = "reviews";
    all.ways = {google::desktopClient({kScope})};
    all.fields = {{"account", FieldSpec::Kind::Text, false, "accounts/1234567890", {}, "Business account (when you manage several)", "Compte d'\xC3\xA9tablissement (si vous en g\xC3\xA9rez plusieurs)", {}, {}},
                  {"locations", FieldSpec::Kind::List, false, "locations/987", {}, "Only these places", "Seulement ces \xC3\xA9tablissements", {}, {}}};
    all.capabilities = business::bestCapabilities();
    all.rate = {300, std::chrono::seconds{60}, std::chrono::minutes{10}};
    all.length = {text::LengthRule::Bytes, kAnswerBytes, 0};
    all.policy.refreshOrDrop = std::chrono::hours{24 * 30};
    all.notice = Notice::GoogleProject;
    all.verification = Verification::Schema;
    all.docs = "https://developers.google.com/my-business/content/review-data";
    return all;
}

/// A name that is safe to stand in a path: it came from Google, through the store.
Result<std::string> reviewPath(const std::string &nativeId)
{
    const auto name = reviews::reviewIn(nativeId);
    const bool whole = name.rfind("accounts/", 0) == 0 && name.find("/reviews/") != std::string::npos;
    if (!whole || name.find_first_of("?#%\\ ") != std::string::npos || name.find("..") != std::string::npos)
        return fail(Errc::InvalidInput, "this is no review of Google Business Profile");
    return "/v4/" + name;
}

class GoogleReviews final : public google::OAuthConnector {
public:
    GoogleReviews() : OAuthConnector(describeBusiness()) {}

    Result<std::optional<net::Request>> buildWhoAmI(const Context &context, std::span<const net::Response> soFar) const override { return whoAmIRequest(context, soFar); }
    Result<WhoAmI> parseWhoAmI(const Context &context, std::span<const net::Response> answers) const override { return whoAmI(context, answers); }

    std::vector<StreamSpec> streams(const Account &account) const override
    {
        std::vector<StreamSpec> all;
        for (const auto &place : placesOf(account))
            all.push_back({std::string(kStream) + place.id, true, std::chrono::hours{1}, true, true});
        if (all.empty()) // a place is known as soon as the account is
            all.push_back({std::string(kStream) + "-", true, std::chrono::hours{1}, true, false});
        return all;
    }
    Result<net::Request> buildFetch(const Context &context, const FetchSpec &spec) const override
    {
        if (spec.stream.rfind(kStream, 0) != 0)
            return fail(Errc::InvalidInput, "no such stream: " + spec.stream);
        net::QueryPairs query{{"pageSize", std::to_string(kPageSize)}, {"orderBy", "updateTime desc"}};
        if (const auto turn = NewestTurn::of(spec); !turn.token.empty())
            query.emplace_back("pageToken", turn.token);
        const auto place = spec.stream.substr(kStream.size());
        return google::request(context, net::Method::Get, kReviewsHost, "/v4/" + context.account.setting("account") + "/locations/" + net::encodeComponent(place) + "/reviews", query);
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
            auto items = toItems(context, review);
            if (items.empty()) {
                ++page.unreadable;
                continue;
            }
            // The list is sorted by the last change: a changed review is on top again, and new to the mark.
            const auto changed = items.front().editedAt.value_or(items.front().publishedAt);
            found.add(items.front().nativeId + "@" + std::to_string(toMicros(changed)), changed);
            reviews::add(page, std::move(items));
        }
        NewestHabits habits;
        habits.overlap = std::chrono::hours{1};
        habits.kept = 100;
        goOn(page, spec, found, textAt(body, "nextPageToken"), habits);
        return page;
    }

    Result<net::Request> buildLookup(const Context &context, std::span<const std::string> ids) const override
    {
        VIGIE_TRY(const auto path, reviewPath(ids.empty() ? std::string{} : ids.front()));
        return google::request(context, net::Method::Get, kReviewsHost, path);
    }
    Result<LookupAnswer> parseLookup(const Context &context, std::span<const std::string> ids, const net::Response &response) const override
    {
        auto body = google::bodyOf(context, response);
        if (!body && body.error().code == Errc::NotFound)
            return LookupAnswer{{}, {ids.begin(), ids.end()}, {}};
        if (!body)
            return fail(std::move(body.error()));
        return reviews::lookedUp(toItems(context, *body), ids);
    }

    Result<PublishStep> nextStep(const Context &context, const PublishJob &job, const PublishState &) const override
    {
        const auto kind = job.outbound.kind;
        if (kind != OutboundKind::Reply && kind != OutboundKind::Edit && kind != OutboundKind::Delete)
            return fail(Errc::Unsupported);
        VIGIE_TRY(const auto path, reviewPath(reviews::targetOf(job)));
        if (kind == OutboundKind::Delete)
            return reviews::overwriting(google::request(context, net::Method::Delete, kReviewsHost, path + "/reply"));
        VIGIE_TRY(const auto text, reviews::checkedText(job, describe().length, "Google"));
        return reviews::overwriting(google::jsonRequest(context, net::Method::Put, kReviewsHost, path + "/reply", {}, {{"comment", text}}));
    }
    Result<PublishOutcome> absorb(const Context &context, const PublishJob &job, const PublishState &, const net::Response &response) const override
    {
        PublishDone done{reviews::answerKey(reviews::reviewIn(reviews::targetOf(job))), {}};
        const bool deleting = job.outbound.kind == OutboundKind::Delete;
        if (!response.ok()) {
            if (deleting && response.status == 404)
                return PublishOutcome(std::move(done));
            return fail(google::writeRefusal(context, response));
        }
        if (const auto body = parseJson(response.body); body && !deleting)
            done.held = stateOf(*body) == ItemState::Held;
        return PublishOutcome(std::move(done));
    }
    Result<net::Request> buildReadBack(const Context &context, const PublishJob &job) const override
    {
        if (job.outbound.kind != OutboundKind::Reply)
            return fail(Errc::Unsupported);
        VIGIE_TRY(const auto path, reviewPath(job.inReplyTo));
        return google::request(context, net::Method::Get, kReviewsHost, path);
    }
    Result<std::optional<OwnPost>> parseReadBack(const Context &context, const PublishJob &job, const net::Response &response) const override
    {
        VIGIE_TRY(const auto body, google::bodyOf(context, response));
        return reviews::sentAnswer(toItems(context, body), job);
    }

    std::optional<Candidate> guess(std::string_view typed) const override
    {
        for (const auto *name : {"business.google.com", "google.com/maps", "maps.app.goo.gl", "g.page"})
            if (typed.find(name) != std::string_view::npos)
                return Candidate{"google-reviews", {}, {}, "Google Business Profile", 80};
        return std::nullopt;
    }
};

} // namespace

std::unique_ptr<Connector> makeGoogleReviews()
{
    return std::make_unique<GoogleReviews>();
}

} // namespace vigie::connect
