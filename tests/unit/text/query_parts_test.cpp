// SPDX-License-Identifier: GPL-3.0-or-later
// Which part keeps a mention out, and what is near a query.
#include "unit/text/query_support.hpp"

#include <vigie/text/query_parts.hpp>

#include <catch2/catch.hpp>

using namespace vigie;
using namespace vigie::text;
using namespace vigie::text::testing;

namespace {

/// "velora+ bon-": the parts of the source, held or lacking.
std::string said(std::string_view source, const std::string &line)
{
    const auto query = parseQuery(source);
    REQUIRE(query);
    const auto sample = readSample(line);
    const auto judged = judge(*query, sample.subject());
    std::string out = judged.matches ? "in:" : "out:";
    for (const auto &part : judged.parts)
        out += " " + std::string(source.substr(part.begin, part.end - part.begin)) + (part.held ? "+" : "-");
    return out;
}

/// What is near, as far as samples tell: the number of each looser query that lets the line in.
std::vector<std::string> near(std::string_view source, const std::string &line)
{
    const auto query = parseQuery(source);
    REQUIRE(query);
    const auto sample = readSample(line);
    std::vector<std::string> out;
    for (const auto &one : looserQueries(*query))
        if (matches(one.near, sample.subject()))
            out.emplace_back(source.substr(one.part.begin, one.part.end - one.part.begin));
    return out;
}

} // namespace

TEST_CASE("what lets a mention in or keeps it out is named by its place in the query", "[query]")
{
    CHECK(said("velora table", "velora et chaise") == "out: table-");
    CHECK(said("velora NOT solde", "velora en solde") == "out: solde+");
    CHECK(said("velora -(solde OR promo)", "velora en promo") == "out: promo+");
    CHECK(said("velora table chaise", "rien") == "out: velora- table- chaise-");
    CHECK(said("(velora OR marque) table", "table") == "out: (velora OR marque)-");
    CHECK(said("\"maison velora\" lang:fr", "[lang=en] maison velora") == "out: lang:fr-");
    CHECK(said("velora OR table", "la table") == "in: table+");
    CHECK(said("velora NOT solde", "la velora") == "in: velora+ solde-");
    CHECK(said("@marque velora", "velora") == "out: @marque-");
}

TEST_CASE("near a query is what one part alone keeps out", "[query]")
{
    CHECK(near("velora table", "velora") == std::vector<std::string>{"table"});
    CHECK(near("velora table chaise", "velora").empty());
    CHECK(near("velora NOT solde", "velora en solde") == std::vector<std::string>{"solde"});
    CHECK(near("velora -(solde OR promo)", "velora en promo") == std::vector<std::string>{"(solde OR promo)", "promo"});
    CHECK(near("\"service client\"", "le client du service") == std::vector<std::string>{"\"service client\""});
    CHECK(near("service NEAR/1 client", "service un deux trois quatre client") == std::vector<std::string>{"service NEAR/1 client"});
    CHECK(near("title:velora", "velora") == std::vector<std::string>{"title:velora"});
    CHECK(near("count(velora)>=2", "velora") == std::vector<std::string>{"count(velora)>=2"});
    CHECK(near("case:Velora", "la velora") == std::vector<std::string>{"case:Velora"});
    CHECK(near("velora lang:fr", "[lang=en] velora") == std::vector<std::string>{"lang:fr"});
    // Without its only word, a query would be near everything.
    CHECK(looserQueries(*parseQuery("velora")).empty());
    CHECK(near("velora lang:fr", "[lang=fr] table").empty());
    CHECK(looserQueries(*parseQuery("")).empty());
}

TEST_CASE("near misses and reasons agree with the matcher, whatever the query", "[query][property]")
{
    Sequence random(41);
    std::vector<Sample> samples;
    for (int i = 0; i < 60; ++i)
        samples.push_back(randomSample(random));
    int nearMisses = 0, judged = 0;
    for (int round = 0; round < 300; ++round) {
        const auto query = asQuery(randomNode(random, 3, Reach::Desk));
        const auto looser = looserQueries(query);
        CHECK(looser.size() <= 12);
        for (const auto &sample : samples) {
            const bool in = matches(query, sample.subject());
            const auto why = judge(query, sample.subject());
            CHECK(why.matches == in);
            CHECK(why.parts.size() <= kMostParts);
            if (!in) {
                CHECK_FALSE(why.parts.empty());
                ++judged;
            }
            for (const auto &one : looser)
                if (matches(one.near, sample.subject())) {
                    CHECK_FALSE(in);
                    ++nearMisses;
                }
        }
    }
    CHECK(judged > 1000);
    CHECK(nearMisses > 100);
}

TEST_CASE("five hundred terms make no more near misses than a person can look at", "[query]")
{
    std::string source = "debut";
    for (int i = 0; i < 500; ++i)
        source += " mot" + std::to_string(i);
    CHECK(looserQueries(*parseQuery(source)).size() == 12);
    CHECK(judge(*parseQuery(source), readSample("rien").subject()).parts.size() == kMostParts);
}
