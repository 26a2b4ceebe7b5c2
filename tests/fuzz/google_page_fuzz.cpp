// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as an answer about comments or reviews of YouTube, Google and Apple: never a crash, never a next page without end.
#include "connect/google/google.hpp"
#include "fuzz/connector_soundness.hpp"

#include <iterator>

using namespace vigie;
using namespace vigie::connect;

namespace {

struct Place {
    std::unique_ptr<Connector> connector;
    const char *stream;
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const Place places[] = {{makeYouTube(), "comments"}, {makeYouTube(), "search:velo"}, {makeGoogleReviews(), "reviews:21"}, {makeGooglePlay(), "reviews:a.b"},
                                   {makeAppStore(), "reviews:77"}, {makeYouTube(), "held"}, {makeGoogleReviews(), "reviews:22"}, {makeAppStore(), "reviews:78"}};
    // The first byte chooses what is read.
    const auto [choice, body] = fuzz::Input::of(data, size);
    const auto &place = places[choice % std::size(places)];
    Account account;
    account.connector = place.connector->describe().id;
    account.nativeId = "UCours";
    account.settings = {{"account", "accounts/11"}, {"places", R"([{"id":"21","title":"Paris"}])"}, {"packages", "a.b"}, {"app_names", R"({"77":"Atelier"})"}};
    const Secret token("t");
    const Context context{account, token, fuzz::kNow};
    net::Response response;
    response.status = (choice & 64U) != 0 ? 403 : 200;
    response.body = body;
    FetchSpec spec;
    spec.stream = place.stream;
    spec.direction = (choice & 8U) != 0 ? Direction::Backfill : Direction::Forward;
    if ((choice & 16U) != 0)
        spec.cursor = R"({"seen":["Ugz1#1"],"at":1795262000000000})";
    if ((choice & 32U) != 0) // what was kept is not trusted either
        spec.page = response.body;
    fuzz::readPages(*place.connector, context, spec, response, 20'000);
    (void)place.connector->parseThread(context, "1", response);
    const std::string ids[] = {"a.b/reviews/1", "accounts/11/locations/21/reviews/a/reply"};
    (void)place.connector->parseLookup(context, ids, response);
    const net::Response answers[] = {response, response, response};
    (void)place.connector->parseWhoAmI(context, answers);
    (void)place.connector->parseToken(response, context.now);
    return 0;
}
