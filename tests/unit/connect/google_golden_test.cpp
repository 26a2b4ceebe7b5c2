// SPDX-License-Identifier: GPL-3.0-or-later
// Every folder of tests/golden/google holds an answer as the vendor documents it and, written by hand, what must be read
// from it. What the expectation leaves out is not compared.
#include "connect/google/google.hpp"
#include "unit/connect/golden_support.hpp"

using namespace vigie;
using namespace vigie::connect;
using namespace vigie::connect::test;

namespace {

std::unique_ptr<Connector> connectorFor(const std::string &id)
{
    return id == "youtube" ? makeYouTube() : id == "google-reviews" ? makeGoogleReviews() : id == "google-play" ? makeGooglePlay() : makeAppStore();
}

Json readAs(const Json &given, const net::Response &response)
{
    Account account;
    account.id = AccountId{7};
    account.connector = given["connector"];
    account.nativeId = given.value("nativeId", "UCours");
    account.handle = "@dubreuil";
    if (given.contains("settings"))
        for (const auto &[key, value] : given["settings"].items())
            account.set(key, value.get<std::string>());
    const Secret token("t");
    FetchSpec spec;
    spec.stream = given["stream"];
    return shown(connectorFor(account.connector)->parseFetch({account, token, parseRfc3339("2026-11-21T12:00:00Z").value()}, spec, response));
}

} // namespace

TEST_CASE("google: documented answers are read as expected", "[google]")
{
    CHECK(judgeGolden("google", readAs) >= 17);
}
