// SPDX-License-Identifier: GPL-3.0-or-later
// Every folder of tests/golden/meta and tests/golden/x holds an answer, transcribed from the networks' documents, and, written by hand, what must be
// read from it. What the expectation leaves out is not compared.
#include "unit/connect/golden_support.hpp"

using namespace vigie;
using namespace vigie::connect;
using namespace vigie::connect::test;

namespace {

int judge(const char *folder)
{
    const auto catalogue = builtinCatalogue();
    return judgeGolden(folder, [&](const Json &given, net::Response response) {
        Account account;
        account.id = AccountId{7};
        account.connector = given["network"];
        account.nativeId = "100";
        account.handle = "maisondubreuil";
        account.name = "Maison Dubreuil";
        const Secret token("EAAB-s3cr3t");
        const Context context{account, token, parseRfc3339("2026-11-21T12:00:00Z").value()};
        response.finalUrl = "https://api.example/";
        FetchSpec spec;
        spec.stream = given["stream"];
        const auto *connector = catalogue.find(account.connector);
        REQUIRE(connector != nullptr);
        return shown(connector->parseFetch(context, spec, response));
    });
}

} // namespace

TEST_CASE("facebook, instagram, threads: documented answers are read as expected")
{
    CHECK(judge("meta") >= 12);
}

TEST_CASE("x: documented answers are read as expected")
{
    CHECK(judge("x") >= 7);
}
