// SPDX-License-Identifier: GPL-3.0-or-later
// Every folder of tests/golden/mastodon holds an answer and, written by hand, what must be read from it. What the
// expectation leaves out is not compared.
#include "unit/connect/golden_support.hpp"
#include "unit/connect/mastodon_support.hpp"

#include <catch2/catch.hpp>

#include <filesystem>

using namespace vigie;
using namespace vigie::connect;
using namespace vigie::connect::test;

TEST_CASE("mastodon: recorded answers are read as expected")
{
    const Desk desk;
    int cases = 0;
    for (const auto &folder : std::filesystem::directory_iterator(std::string(VIGIE_TEST_DATA) + "/golden/mastodon")) {
        const auto given = Json::parse(readFile((folder.path() / "response.json").string()));
        const auto expected = Json::parse(readFile((folder.path() / "expected.json").string()));
        net::Response response = answer(given["status"], given.contains("raw") ? given["raw"].get<std::string>() : given["body"].dump());
        if (given.contains("headers"))
            for (const auto &[name, value] : given["headers"].items())
                response.headers.push_back({name, value.get<std::string>()});
        FetchSpec spec;
        spec.stream = given["stream"];
        INFO(folder.path().filename().string());
        CHECK(difference(expected, shown(desk.connector->parseFetch(desk.context(), spec, response))) == "");
        ++cases;
    }
    CHECK(cases >= 20);
}
