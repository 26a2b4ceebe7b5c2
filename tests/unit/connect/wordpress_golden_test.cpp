// SPDX-License-Identifier: GPL-3.0-or-later
// Every folder of tests/golden/wordpress holds an answer - most were recorded from WordPress 6.1.9 - and, written by hand,
// what must be read from it. What the expectation leaves out is not compared.
#include "unit/connect/golden_support.hpp"
#include "unit/connect/wordpress_support.hpp"

using namespace vigie;
using namespace vigie::connect;
using namespace vigie::connect::test;

TEST_CASE("wordpress: recorded answers are read as expected")
{
    const auto read = [](const Json &given, const net::Response &response) {
        const wptest::Desk desk(given["role"].get<std::string>());
        FetchSpec spec;
        spec.stream = given["stream"];
        return shown(desk.connector->parseFetch(desk.context(), spec, response));
    };
    CHECK(judgeGolden("wordpress", read) >= 11);
}
