// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit/text/query_support.hpp"

#include <vigie/text/fold.hpp>
#include <vigie/text/fts_expression.hpp>

#include <catch2/catch.hpp>
#include <sqlite3.h>

#include <algorithm>
#include <memory>

using namespace vigie;
using namespace vigie::text;
using namespace vigie::text::testing;

namespace {

/// A full-text table as the store makes it.
class Table {
public:
    Table()
    {
        sqlite3 *opened = nullptr;
        REQUIRE(sqlite3_open(":memory:", &opened) == SQLITE_OK);
        db_.reset(opened);
        run("CREATE VIRTUAL TABLE t USING fts5(text, tags, tokenize=\"unicode61 remove_diacritics 0 categories 'L* N* Co S* M*'\")");
    }

    void add(const Sample &sample)
    {
        const auto &item = sample.item;
        auto statement = prepare("INSERT INTO t(rowid, text, tags) VALUES (?, ?, ?)");
        const auto folded = fold(item.title + "\n" + item.warning + "\n" + item.text);
        const auto tokens = filterTokens(item, sample.network);
        sqlite3_bind_int64(statement.get(), 1, ++rows_);
        sqlite3_bind_text(statement.get(), 2, folded.c_str(), -1, SQLITE_TRANSIENT);
        sqlite3_bind_text(statement.get(), 3, tokens.c_str(), -1, SQLITE_TRANSIENT);
        REQUIRE(sqlite3_step(statement.get()) == SQLITE_DONE);
    }

    std::vector<std::int64_t> find(const std::string &expression)
    {
        auto statement = prepare("SELECT rowid FROM t WHERE t MATCH ? ORDER BY rowid");
        sqlite3_bind_text(statement.get(), 1, expression.c_str(), -1, SQLITE_TRANSIENT);
        std::vector<std::int64_t> out;
        int code = 0;
        while ((code = sqlite3_step(statement.get())) == SQLITE_ROW)
            out.push_back(sqlite3_column_int64(statement.get(), 0));
        INFO(expression << ": " << sqlite3_errmsg(db_.get()));
        REQUIRE(code == SQLITE_DONE);
        return out;
    }

private:
    struct Close {
        void operator()(sqlite3 *db) const { sqlite3_close(db); }
        void operator()(sqlite3_stmt *statement) const { sqlite3_finalize(statement); }
    };
    std::unique_ptr<sqlite3_stmt, Close> prepare(const char *sql)
    {
        sqlite3_stmt *statement = nullptr;
        REQUIRE(sqlite3_prepare_v2(db_.get(), sql, -1, &statement, nullptr) == SQLITE_OK);
        return std::unique_ptr<sqlite3_stmt, Close>(statement);
    }
    void run(const char *sql) { REQUIRE(sqlite3_exec(db_.get(), sql, nullptr, nullptr, nullptr) == SQLITE_OK); }

    std::unique_ptr<sqlite3, Close> db_;
    std::int64_t rows_ = 0;
};

std::vector<std::int64_t> byMatcher(const Query &query, const std::vector<Sample> &samples)
{
    std::vector<std::int64_t> out;
    for (std::size_t i = 0; i < samples.size(); ++i)
        if (matches(query, samples[i].subject()))
            out.push_back(static_cast<std::int64_t>(i) + 1);
    return out;
}

std::string expressionOf(std::string_view source)
{
    const auto query = parseQuery(source);
    REQUIRE(query);
    return ftsExpression(query->root).value_or("none");
}

} // namespace

TEST_CASE("full text: how a query is put to the table", "[query][fts]")
{
    CHECK(expressionOf("") == "tags:\"zall\"");
    CHECK(expressionOf("a \"b c\" d*") == "text:\"a\" AND text:\"b c\" AND text:\"d\" *");
    CHECK(expressionOf("-a") == "tags:\"zall\" NOT (text:\"a\")");
    CHECK(expressionOf("a -b -lang:fr") == "text:\"a\" NOT (text:\"b\" OR tags:\"lfr\")");
    CHECK(expressionOf("a b -(c d)") == "(text:\"a\" AND text:\"b\") NOT (text:\"c\" AND text:\"d\")");
    CHECK(expressionOf("a OR -b") == "text:\"a\" OR (tags:\"zall\" NOT (text:\"b\"))");
    CHECK(expressionOf("author:@Camille@Social.test sentiment:neutral") == "tags:\"acamillesocialtest\" AND tags:\"sneu\"");
    // What the table does not know is left out, so that nobody who matches is lost.
    CHECK(expressionOf("a tag:sav") == "text:\"a\"");
    CHECK(expressionOf("a OR tag:sav") == "none");
    CHECK(expressionOf("NOT (a OR status:open)") == "tags:\"zall\" NOT (text:\"a\")");
    CHECK(expressionOf("NOT (a status:open)") == "none");
    CHECK(expressionOf("a NEAR/3 \"b c\"") == "text:NEAR(\"a\" \"b c\", 3)");
    CHECK(expressionOf("(a OR b) NEAR/3 c") == "(text:\"a\" OR text:\"b\") AND text:\"c\"");
    CHECK(expressionOf("NOT a NEAR/3 b") == "none");
    CHECK(expressionOf("repar*on *tion") == "text:\"repar\" *");
    CHECK(expressionOf("title:(a -b)") == "text:\"a\"");
    CHECK(expressionOf("SENT(a b) raw:\"C+\"") == "(text:\"a\" AND text:\"b\") AND text:\"c\"");
    CHECK(expressionOf("count(a)>=2 likes:>3 since:2026") == "text:\"a\"");
    CHECK(expressionOf("count(a)<2") == "none");
    CHECK(expressionOf("@inconnu") == "tags:\"znone\"");
}

TEST_CASE("full text: the table and the matcher agree on every query and item", "[query][fts]")
{
    Sequence random(4242);
    Table table;
    std::vector<Sample> samples;
    for (int i = 0; i < 300; ++i) {
        samples.push_back(randomSample(random));
        table.add(samples.back());
    }
    std::size_t found = 0, asked = 0;
    for (int i = 0; i < 3000; ++i) {
        const auto query = asQuery(randomNode(random, 4, Reach::Table));
        const auto expression = ftsExpression(query.root);
        INFO(query.source);
        REQUIRE(expression);
        const auto expected = byMatcher(query, samples);
        REQUIRE(table.find(*expression) == expected);
        found += expected.size();
        asked += samples.size();
    }
    CHECK(found > asked / 20);
    CHECK(found < asked - asked / 20);
}

TEST_CASE("full text: the table never leaves out what matches, whatever the query asks for", "[query][fts]")
{
    Sequence random(515);
    Table table;
    std::vector<Sample> samples;
    for (int i = 0; i < 300; ++i) {
        samples.push_back(randomSample(random));
        table.add(samples.back());
    }
    std::size_t found = 0, passed = 0, narrowed = 0;
    for (int i = 0; i < 3000; ++i) {
        const auto query = asQuery(randomNode(random, 4, Reach::Desk));
        const auto filter = ftsFilter(query.root);
        if (!filter)
            continue;
        INFO(query.source << " as " << filter->expression);
        const auto expected = byMatcher(query, samples), candidates = table.find(filter->expression);
        REQUIRE(std::includes(candidates.begin(), candidates.end(), expected.begin(), expected.end()));
        if (filter->exact)
            REQUIRE(candidates == expected);
        ++narrowed;
        found += expected.size();
        passed += candidates.size();
    }
    CHECK(narrowed > 1500);
    CHECK(found > 0);
    CHECK(passed < narrowed * samples.size() / 2);
}

TEST_CASE("full text: emoji and other scripts are words of the table", "[query][fts]")
{
    Table table;
    std::vector<Sample> samples;
    for (const auto *text : {"ma chaise \xF0\x9F\xAA\x91!", "\xF0\x9F\x98\xA1\xF0\x9F\x98\xA1 en retard", "merci \xE2\x9D\xA4\xEF\xB8\x8F beaucoup",
                             "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x92\xBB au travail", "larme \xF0\x9F\xA5\xB2", "drapeau \xF0\x9F\x87\xAB\xF0\x9F\x87\xB7",
                             "\xF0\x9F\x91\x8D\xF0\x9F\x8F\xBD top", "\xE6\x97\xA5\xE6\x9C\xAC\xE8\xAA\x9E", "\xD0\x9C\xD0\xB5\xD0\xB1\xD0\xB5\xD0\xBB\xD1\x8C",
                             "1\xEF\xB8\x8F\xE2\x83\xA3 premier", "prix 30 \xE2\x82\xAC", "C++ et R&D"}) {
        samples.push_back(readSample(text));
        table.add(samples.back());
    }
    std::size_t found = 0;
    for (const auto &sample : samples) {
        for (const auto &word : sample.words) {
            QueryNode node;
            node.kind = QueryNode::Kind::Word;
            node.words = {word};
            const auto query = asQuery(node);
            const auto expected = byMatcher(query, samples);
            INFO(word);
            CHECK(table.find(*ftsExpression(node)) == expected);
            CHECK_FALSE(expected.empty());
            found += expected.size();
        }
    }
    CHECK(found > samples.size());
    CHECK(table.find(expressionOf("\xF0\x9F\xAA\x91")) == std::vector<std::int64_t>{1});
    CHECK(table.find(expressionOf("\xF0\x9F\xA5\xB2")) == std::vector<std::int64_t>{5});
}

TEST_CASE("full text: the deepest expressions are still read, deeper ones are not made", "[query][fts]")
{
    Table table;
    table.add(readSample("a b"));
    int made = 0;
    for (const auto *step : {"(a AND ", "(b OR (a AND ", "NOT (b AND ", "(a NOT (z OR ", "(z -(a b "}) {
        std::string open, close;
        for (;;) {
            open += step;
            for (const char *c = step; *c != '\0'; ++c)
                close += *c == '(' ? ")" : "";
            const auto query = parseQuery(open + "b" + close);
            if (!query) {
                CHECK(query.error().fault == QueryFault::TooDeep);
                break;
            }
            if (const auto filter = ftsFilter(query->root)) {
                const auto candidates = table.find(filter->expression), expected = byMatcher(*query, {readSample("a b")});
                CHECK((filter->exact ? candidates == expected : candidates.size() >= expected.size()));
                made += filter->exact ? 1 : 0;
            }
        }
    }
    CHECK(made > 60);
    std::string many = "w0";
    for (int i = 1; many.size() < kMaxQueryBytes - 10; ++i)
        many += " OR w" + std::to_string(i);
    CHECK(table.find(expressionOf(many)).empty());
}
