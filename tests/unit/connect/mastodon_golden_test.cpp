// SPDX-License-Identifier: GPL-3.0-or-later
// Every folder of tests/golden/mastodon holds an answer and, written by hand, what must be read from it. What the
// expectation leaves out is not compared.
#include "unit/connect/golden_support.hpp"
#include "unit/connect/mastodon_support.hpp"

using namespace vigie;
using namespace vigie::connect;
using namespace vigie::connect::test;

TEST_CASE("mastodon: recorded answers are read as expected")
{
    const Desk desk;
    const auto read = [&](const Json &given, net::Response response) {
        response.finalUrl = "https://social.example/";
        FetchSpec spec;
        spec.stream = given["stream"];
        return shown(desk.connector->parseFetch(desk.context(), spec, response));
    };
    CHECK(judgeGolden("mastodon", read) >= 20);
}
