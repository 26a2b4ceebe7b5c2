// SPDX-License-Identifier: GPL-3.0-or-later
// Queries in plain words and their mistakes, in the language of the person.
#include "gui/support/gui_harness.hpp"

#include "ui/bridge/text.hpp"
#include "ui/feed/query_error_text.hpp"
#include "ui/feed/query_sentence.hpp"

#include <QApplication>

#include <catch2/catch.hpp>

#include <cstdlib>

using namespace vigie;
using namespace vigie::ui;

namespace {

bool french() { return std::string_view(std::getenv("VIGIE_LANG") ? std::getenv("VIGIE_LANG") : "en") == "fr"; }

/// Puts the program into the language under test.
struct Spoken {
    Spoken() : language(*qApp) { language.set(qEnvironmentVariable("VIGIE_LANG", QStringLiteral("en"))); }
    ui::Language language;
};

/// No-break spaces as plain ones: where they stand is not what is asked here.
std::string plain(QString text)
{
    return utf8(text.replace(QChar(0xA0), QLatin1Char(' ')).replace(QChar(0x202F), QLatin1Char(' ')));
}

std::string said(std::string_view source)
{
    const auto query = text::parseQuery(source);
    INFO(source);
    REQUIRE(query);
    return plain(querySentence(*query));
}

} // namespace

TEST_CASE("A query is told in plain words", "[query]")
{
    const Spoken spoken;
    if (french()) {
        CHECK(said("") == "Toutes les mentions.");
        CHECK(said("rupture NEAR/5 stock lang:fr -is:ours") == "Mentions qui disent « rupture » près de « stock » (5 mots d’écart au plus), en français, mais pas celles de nous-mêmes.");
        CHECK(said("likes:>10") == "Mentions avec plus de 10 mentions « j’aime ».");
        CHECK(said("since:7d") == "Mentions des 7 derniers jours.");
        CHECK(said("count(retard)>=3") == "Mentions qui disent « retard » au moins 3 fois.");
    } else {
        CHECK(said("") == "All mentions.");
        CHECK(said("rupture NEAR/5 stock lang:fr -is:ours") == "Mentions that say \"rupture\" near \"stock\" (at most 5 words between), in French, but not those by ourselves.");
        CHECK(said("a OR \"b c\"") == "Mentions that say \"a\" or \"b c\".");
        CHECK(said("likes:>10 rating:1..2") == "Mentions with more than 10 likes, with from 1 to 2 stars of 5.");
        CHECK(said("since:7d") == "Mentions of the last 7 days.");
        CHECK(said("title:rep* @marque") == "Mentions with a title that say a word in \"rep...\", that the saved query \"marque\" finds.");
        CHECK(said("a tag:x OR b") == "Mentions (that say \"a\", that were given the tag \"x\", or that say \"b\").");
    }
}

TEST_CASE("Every kind of query has words, and every mistake a sentence and a fix", "[query]")
{
    const Spoken spoken;
    for (const char *source : {"a b", "\"a b\"", "a*", "*a", "a NEAR/0 b", "a ONEAR/1 b", "SENT(a b)", "title:a", "body:a", "quote:a", "raw:a", "case:a", "accent:a", "count(a)<2", "@x", "site:a.b", "url:a",
                               "link:a", "network:x", "connector:x", "author:a", "member:a", "list:a", "known:yes", "known:no", "lang:de", "lang:und", "country:fr", "sentiment:neutral", "has:media", "is:edited",
                               "tag:a", "status:waiting", "assignee:none", "assignee:a", "sla:soon", "answered:no", "followers:<5", "likes:1", "replies:<=1", "reposts:>=1", "reach:1..2", "rating:<3",
                               "since:2026", "until:2026-11", "date:2026-11-21", "date:..2026", "date:2026..", "date:2025..2026", "since:2026-11-21T10:30", "until:3mo", "date:2w", "since:yesterday"}) {
        const auto words = said(source);
        INFO(source << ": " << words);
        CHECK(words.size() > 12);
        CHECK(words.find("%") == std::string::npos);
        CHECK(words.find("  ") == std::string::npos);
    }
    for (const char *source : {"\"a", "(a", "a)", "a OR", "lnag:fr", "zzz:fr", "is:replly", "tag:", "a *", "a NEAR/500 b", "(a b) NEAR c", "SENT(lang:fr)", "likes:x", "since:x", "likes:3..1", "count(a)"}) {
        const auto query = text::parseQuery(source);
        INFO(source);
        REQUIRE_FALSE(query);
        const auto words = queryErrorText(query.error(), qs(source));
        CHECK(words.sentence.size() > 10);
        CHECK_FALSE(words.sentence.contains(QLatin1Char('%')));
        CHECK_FALSE(words.fixLabel.isEmpty());
        CHECK(words.fixBegin + words.fixLength <= static_cast<int>(qs(source).size()));
    }
    const auto query = *text::parseQuery("*a country:fr x NEAR y");
    const auto cost = text::costOf(query);
    CHECK(queryCostReasons(cost, query).size() == static_cast<qsizetype>(cost.reasons.size()));
    CHECK_FALSE(queryCostMark(cost).isEmpty());
    CHECK(translationNotes(text::translateQuery("a AND city:x", text::QueryDialect::Brandwatch)).size() == 1);
}
