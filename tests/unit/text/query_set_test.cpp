// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit/text/query_support.hpp"

#include <vigie/text/fts_expression.hpp>
#include <vigie/text/query_set.hpp>

#include <catch2/catch.hpp>
#include <fmt/core.h>

#include <chrono>

using namespace vigie;
using namespace vigie::text;
using namespace vigie::text::testing;

namespace {

std::vector<QueryId> oneByOne(const std::vector<std::pair<QueryId, Query>> &queries, const Subject &subject)
{
    std::vector<QueryId> out;
    for (const auto &[id, query] : queries)
        if (matches(query, subject))
            out.push_back(id);
    return out;
}

/// What people save: brands, people, places and subjects, each with its own words.
std::vector<std::pair<QueryId, Query>> savedQueries(int count)
{
    std::vector<std::pair<QueryId, Query>> queries;
    for (int i = 0; i < count; ++i) {
        std::string source;
        switch (i % 5) {
        case 0: source = fmt::format("marque{} OR \"maison marque{}\"", i, i); break;
        case 1: source = fmt::format("(chaise OR table) ville{} -solde lang:fr", i); break;
        case 2: source = fmt::format("produit{}* has:question", i); break;
        case 3: source = fmt::format("author:personne{} OR sujet{}", i, i); break;
        default: source = fmt::format("\"service client\" marque{} sentiment:negative", i); break;
        }
        auto query = parseQuery(source);
        REQUIRE(query);
        queries.emplace_back(QueryId{i + 1}, std::move(*query));
    }
    return queries;
}

std::vector<Sample> posts(int count)
{
    Sequence random(11);
    std::vector<Sample> out;
    for (int i = 0; i < count; ++i) {
        auto sample = randomSample(random);
        for (int more = 0; more < 3; ++more)
            sample.item.text += fmt::format(" {}{} ", more == 0 ? "marque" : more == 1 ? "produit" : "mot", random.below(5000));
        sample.indexWords();
        out.push_back(std::move(sample));
    }
    return out;
}

} // namespace

TEST_CASE("query set: finds what matching one by one finds", "[query][set]")
{
    Sequence random(99);
    std::size_t found = 0, tried = 0;
    for (int round = 0; round < 20; ++round) {
        std::vector<std::pair<QueryId, Query>> queries;
        for (int i = 0; i < 150; ++i)
            queries.emplace_back(QueryId{i + 1}, asQuery(randomNode(random, 3, Reach::Desk)));
        const QuerySet set{queries};
        REQUIRE(set.size() == queries.size());
        std::vector<QueryId> out{QueryId{77}};
        for (int i = 0; i < 40; ++i) {
            const auto sample = randomSample(random);
            const auto subject = sample.subject();
            set.match(subject, out);
            INFO(sample.item.text);
            REQUIRE(out == oneByOne(queries, subject));
            auto withoutWords = subject;
            withoutWords.words = {};
            std::vector<std::string> words{"left", "over"};
            std::vector<QueryId> fromLine;
            set.match(withoutWords, foldedText(sample.item), words, fromLine);
            REQUIRE(fromLine == out);
            found += out.size();
            tried += queries.size();
        }
    }
    CHECK(found > tried / 20);
    CHECK(found < tried - tried / 20);
}

TEST_CASE("query set: saved queries of the usual kind", "[query][set]")
{
    const auto queries = savedQueries(300);
    const QuerySet set{queries};
    std::vector<QueryId> out;
    std::size_t found = 0;
    for (const auto &sample : posts(300)) {
        set.match(sample.subject(), out);
        REQUIRE(out == oneByOne(queries, sample.subject()));
        found += out.size();
    }
    CHECK(found > 0);
}

TEST_CASE("query set: words and phrases alone, wherever they stand", "[query][set]")
{
    const char *sources[] = {"bon", "\"bon bon\"", "\"tres bon bon\"", "\"bon jour\"", "\"jour bon\"", "jour", "\"bon jour bon\"", "bo*", "\"bon jo*\""};
    std::vector<std::pair<QueryId, Query>> queries;
    for (const auto *source : sources)
        queries.emplace_back(QueryId{static_cast<std::int64_t>(queries.size() + 1)}, *parseQuery(source));
    const QuerySet set{queries};
    const auto found = [&](const char *text) {
        Item item;
        item.text = text;
        std::vector<std::string> words;
        std::vector<QueryId> out;
        set.match(subjectOf(item, {}), foldedText(item), words, out);
        std::vector<std::int64_t> numbers;
        for (const auto id : out)
            numbers.push_back(id.value);
        return numbers;
    };
    using Numbers = std::vector<std::int64_t>;
    CHECK(found("") == Numbers{});
    CHECK(found("bon") == Numbers{1, 8});
    CHECK(found("Bon, bon") == Numbers{1, 2, 8});
    CHECK(found("jour tr\xC3\xA8s bon bon") == Numbers{1, 2, 3, 6, 8});
    CHECK(found("bon jour") == Numbers{1, 4, 6, 8, 9});
    CHECK(found("jour bon jour bon") == Numbers{1, 4, 5, 6, 7, 8, 9});
    CHECK(found("bonjour jourbon") == Numbers{8});
}

TEST_CASE("query set: empty sets, empty subjects, empty queries", "[query][set]")
{
    std::vector<QueryId> out{QueryId{1}};
    QuerySet().match(Subject{}, out);
    CHECK(out.empty());
    QuerySet set({{QueryId{5}, *parseQuery("")}, {QueryId{6}, *parseQuery("a")}, {QueryId{7}, *parseQuery("-a")}});
    const auto moved = std::move(set);
    moved.match(Subject{}, out);
    CHECK(out == std::vector<QueryId>{QueryId{5}, QueryId{7}});
}

TEST_CASE("query set: posts per second against 1,000 saved queries", "[.bench]")
{
    const auto queries = savedQueries(1000);
    const QuerySet set{queries};
    const auto samples = posts(2000);
    std::vector<Subject> subjects;
    for (const auto &sample : samples)
        subjects.push_back(sample.subject());
    std::vector<QueryId> out;
    std::size_t found = 0, judged = 0;
    const auto start = std::chrono::steady_clock::now();
    std::chrono::duration<double> took{};
    while (took.count() < 1.0) {
        for (const auto &subject : subjects) {
            set.match(subject, out);
            found += out.size();
        }
        judged += subjects.size();
        took = std::chrono::steady_clock::now() - start;
    }
    fmt::print("1,000 queries: {:.0f} posts/s, {:.2f} us a post, {:.2f} matches a post\n", static_cast<double>(judged) / took.count(),
               took.count() * 1e6 / static_cast<double>(judged), static_cast<double>(found) / static_cast<double>(judged));
    CHECK(found > 0);
}
