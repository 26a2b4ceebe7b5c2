// SPDX-License-Identifier: GPL-3.0-or-later
// Who we are there takes three questions: which account, which places, and what each place is rated.
#include "connect/common/strings.hpp"
#include "connect/google/business.hpp"

#include <algorithm>

namespace vigie::connect::business {

using google::bodyOf;

namespace {

constexpr int kMostPlacePages = 3;             ///< of a hundred
constexpr std::size_t kMostRated = 3;          ///< with more places the mean is left out rather than half told

struct Found {
    std::string account, name;                 ///< "accounts/123"
    std::vector<Place> places;
    std::string nextPage;
    int pages = 0;
    std::size_t rated = 0;                     ///< places whose rating was read
    double stars = 0, reviews = 0;
    bool complete = true;
};

std::string shortId(const std::string &name)
{
    return name.substr(name.rfind('/') == std::string::npos ? 0 : name.rfind('/') + 1);
}

Result<void> readAccount(const Context &context, const net::Response &answer, Found &found)
{
    VIGIE_TRY(const auto body, bodyOf(context, answer));
    const auto wanted = context.account.setting("account");
    for (const auto &entry : arrayAt(body, "accounts")) {
        const auto name = textAt(entry, "name");
        if (name.empty() || (!wanted.empty() && shortId(name) != shortId(wanted)))
            continue;
        found.account = name;
        found.name = cleanAt(entry, "accountName");
        return {};
    }
    return fail(Errc::Forbidden, wanted.empty() ? "this Google account manages no business" : "this Google account does not manage " + wanted);
}

Result<void> readPlaces(const Context &context, const net::Response &answer, Found &found)
{
    VIGIE_TRY(const auto body, bodyOf(context, answer));
    const auto wanted = splitList(context.account.setting("locations"), kBetweenIds);
    for (const auto &entry : arrayAt(body, "locations")) {
        Place place{shortId(textAt(entry, "name")), cleanAt(entry, "title")};
        const bool asked = wanted.empty() || std::any_of(wanted.begin(), wanted.end(), [&](const auto &one) { return shortId(one) == place.id; });
        if (!place.id.empty() && asked)
            found.places.push_back(std::move(place));
    }
    found.nextPage = textAt(body, "nextPageToken");
    ++found.pages;
    return {};
}

/// A place that was never verified has reviews nobody may read through this: the others still count.
void readRating(const net::Response &answer, Found &found)
{
    ++found.rated;
    const auto body = answer.ok() ? parseJson(answer.body) : Result<Json>(fail(Errc::Forbidden));
    const auto total = body ? intAt(*body, "totalReviewCount") : std::nullopt;
    if (!total) {
        found.complete = found.complete && body.has_value(); // no reviews yet: Google leaves both out
        return;
    }
    const auto &mean = at(*body, "averageRating");
    if (!mean.is_number()) {
        found.complete = found.complete && *total == 0;
        return;
    }
    found.reviews += static_cast<double>(*total);
    found.stars += mean.get<double>() * static_cast<double>(*total);
}

Result<Found> foundSoFar(const Context &context, std::span<const net::Response> answers)
{
    Found found;
    for (std::size_t i = 0; i < answers.size(); ++i) {
        if (i == 0)
            VIGIE_CHECK(readAccount(context, answers[i], found));
        else if (found.pages == 0 || (!found.nextPage.empty() && found.pages < kMostPlacePages))
            VIGIE_CHECK(readPlaces(context, answers[i], found));
        else
            readRating(answers[i], found);
    }
    return found;
}

} // namespace

std::vector<Place> placesOf(const Account &account)
{
    std::vector<Place> places;
    const auto json = parseJson(account.setting("places"));
    if (json && json->is_array())
        for (const auto &entry : *json)
            if (auto id = textAt(entry, "id"); !id.empty())
                places.push_back({std::move(id), textAt(entry, "title")});
    return places;
}

Result<std::optional<net::Request>> whoAmIRequest(const Context &context, std::span<const net::Response> soFar)
{
    if (soFar.empty())
        return std::optional(google::request(context, net::Method::Get, kAccountsHost, "/v1/accounts", {{"pageSize", "20"}}));
    VIGIE_TRY(const auto found, foundSoFar(context, soFar));
    if (found.pages == 0 || (!found.nextPage.empty() && found.pages < kMostPlacePages)) {
        net::QueryPairs query{{"readMask", "name,title"}, {"pageSize", "100"}};
        if (!found.nextPage.empty())
            query.emplace_back("pageToken", found.nextPage);
        return std::optional(google::request(context, net::Method::Get, kPlacesHost, "/v1/" + found.account + "/locations", query));
    }
    if (found.places.size() > kMostRated || found.rated >= found.places.size())
        return std::optional<net::Request>{};
    const auto &place = found.places[found.rated];
    return std::optional(google::request(context, net::Method::Get, kReviewsHost, "/v4/" + found.account + "/locations/" + net::encodeComponent(place.id) + "/reviews", {{"pageSize", "1"}}));
}

Result<WhoAmI> whoAmI(const Context &context, std::span<const net::Response> answers)
{
    VIGIE_TRY(const auto found, foundSoFar(context, answers));
    if (found.places.empty())
        return fail(Errc::Forbidden, "no place of this business is known to Google");
    WhoAmI who;
    who.author.nativeId = found.account;
    who.author.name = found.name.empty() ? found.places.front().title : found.name;
    who.author.handle = who.author.name;
    Json places = Json::array();
    for (const auto &place : found.places)
        places.push_back({{"id", place.id}, {"title", place.title}});
    who.settings = {{"account", found.account}, {"places", dump(places)}};
    const bool told = found.complete && found.rated == found.places.size();
    who.metrics = {{"rating", told && found.reviews > 0 ? found.stars / found.reviews : 0, told && found.reviews > 0 ? ValueStatus::Ok : ValueStatus::Missing},
                   {"reviews", told ? found.reviews : 0, told ? ValueStatus::Ok : ValueStatus::Missing}};
    who.limits = reviews::answerLimits(kAnswerBytes);
    who.capabilities = bestCapabilities();
    if (context.credential != nullptr)
        who.scopes = context.credential->scopes;
    return who;
}

} // namespace vigie::connect::business
