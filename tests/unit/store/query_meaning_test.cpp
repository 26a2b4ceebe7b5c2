// SPDX-License-Identifier: GPL-3.0-or-later
// One meaning everywhere: on a French and English corpus, random queries of every kind give the same answer from
// text::matches, from a search, from a column filled over history, and from a column that mentions arrive in.
#include "support/builders.hpp"
#include "support/temp_store.hpp"

#include "store/session.hpp"

#include <vigie/base/random.hpp>
#include <vigie/store/queries.hpp>
#include <vigie/text/fold.hpp>
#include <vigie/text/fts_expression.hpp>
#include <vigie/text/query_library.hpp>
#include <vigie/text/query_set.hpp>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <map>
#include <sstream>

using namespace vigie;
using namespace vigie::store;
using namespace vigie::test;

namespace {

std::vector<std::string> fields(const std::string &line)
{
    std::vector<std::string> out;
    for (std::size_t at = 0; at <= line.size();) {
        const auto end = std::min(line.find('\t', at), line.size());
        out.push_back(line.substr(at, end - at));
        at = end + 1;
    }
    return out;
}

std::vector<Item> corpus()
{
    std::ifstream file(std::string(VIGIE_TEST_DATA) + "/data/query/corpus.tsv");
    std::vector<Item> out;
    for (std::string line; std::getline(file, line);) {
        if (line.rfind("# ", 0) == 0)
            continue;
        const auto column = fields(line);
        REQUIRE(column.size() == 7);
        const auto number = std::to_string(out.size());
        auto one = byAuthor(item("n" + number, column[6], kNoon - std::chrono::hours(out.size())), column[2], column[2]);
        one.lang = column[0];
        one.title = column[1];
        one.permalink = "https://" + std::string(out.size() % 3 == 0 ? "www.blog.test/p/" : "social.test/@x/") + number;
        if (!column[3].empty())
            one.spans.push_back({TextSpan::Kind::Link, 0, 0, column[3]});
        if (!column[4].empty())
            one.metrics.push_back({"likes", std::stod(column[4]), ValueStatus::Ok});
        if (column[5] == "review")
            one.kind = ItemKind::Review;
        else if (column[5] != "post" && !out.empty())
            one.refs.push_back({column[5] == "reply" ? Relation::ReplyTo : column[5] == "quote" ? Relation::QuoteOf : Relation::RepostOf, "n" + std::to_string(out.size() - 1), {}});
        out.push_back(std::move(one));
    }
    REQUIRE(out.size() > 300);
    return out;
}

/// Queries made of the words that are there, so that they find something.
class Asker {
public:
    Asker(Sequence &random, const std::vector<Item> &items) : random_(random)
    {
        for (const auto &one : items)
            for (auto &token : text::tokenize(one.text)) {
                texts_.push_back(one.text.substr(token.begin, token.end - token.begin));
                words_.push_back(std::move(token.word));
            }
    }

    std::string query(int depth)
    {
        if (depth == 0 || random_.below(4) == 0)
            return leaf();
        std::string out;
        const bool any = random_.below(3) == 0;
        for (auto left = 2 + random_.below(2); left > 0; --left) {
            if (!out.empty())
                out += any ? random_.below(2) == 0 ? " OR " : " ou " : random_.below(2) == 0 ? " " : " AND ";
            out += (random_.below(4) == 0 ? "NOT (" : "(") + query(depth - 1) + ")";
        }
        return out;
    }

private:
    std::string pick(const std::vector<std::string> &from) { return from[random_.below(from.size())]; }
    std::string word() { return '"' + pick(words_) + '"'; }
    std::string phrase()
    {
        const auto at = random_.below(words_.size() - 3);
        return '"' + words_[at] + ' ' + words_[at + 1] + (random_.below(2) == 0 ? ' ' + words_[at + 2] : "") + '"';
    }
    std::string pattern()
    {
        auto one = pick(words_);
        if (static_cast<unsigned char>(one.front()) >= 0x80 || one.size() < 3)
            return one + "*";
        const auto cut = 1 + random_.below(one.size() - 1);
        switch (random_.below(4)) {
        case 0: return one.substr(0, cut) + "*";
        case 1: return "\"*" + one.substr(cut) + '"';
        case 2: return '"' + one.substr(0, 1) + "*" + one.substr(one.size() - 1) + '"';
        default: one[cut] = '?'; return std::all_of(one.begin(), one.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; }) ? '"' + one + '"' : std::string("\"c??ur\"");
        }
    }
    std::string operand() { return random_.below(4) == 0 ? "(" + word() + " OR " + word() + ")" : random_.below(4) == 0 ? phrase() : random_.below(4) == 0 ? pattern() : word(); }
    std::string near() { return operand() + (random_.below(3) == 0 ? " ONEAR/" : " NEAR/") + std::to_string(random_.below(6)) + ' ' + operand(); }
    std::string inText() { return random_.below(3) == 0 ? near() : random_.below(3) == 0 ? word() + " NOT " + word() : word() + (random_.below(2) == 0 ? " OR " : " ") + operand(); }

    std::string leaf()
    {
        switch (random_.below(15)) {
        case 0:
        case 1:
        case 2: return word();
        case 3: return phrase();
        case 4: return pattern();
        case 5:
        case 6: return near();
        case 7: return "SENT(" + inText() + ")";
        case 8: return (random_.below(2) == 0 ? "title:(" : "body:(") + inText() + ")";
        case 9: return "count(" + operand() + ")" + (random_.below(2) == 0 ? ">=2" : "<2");
        case 10: return (random_.below(2) == 0 ? "case:\"" : "accent:\"") + pick(texts_) + '"';
        case 11: return "raw:\"" + pick(texts_) + '"';
        case 12: return pickOf({"lang:fr", "lang:en", "is:review", "is:reply", "has:link", "has:question", "author:camille", "author:jo_martin", "network:mastodon"});
        case 13: return pickOf({"likes:>10", "likes:0", "likes:<5", "link:dubreuil.test", "link:lemonde.test/sport", "site:blog.test", "site:social.test", "link:flix.test"});
        default: return pickOf({"since:2026-02-25", "until:2026-02-25", "date:2026-02-20..2026-02-27", "quote:retard", "quote:(table OR the)", "since:72h", "answered:no", "@fr", "@\"Nos mots\""});
        }
    }
    std::string pickOf(const std::vector<std::string> &from) { return pick(from); }

    Sequence &random_;
    std::vector<std::string> words_, texts_;
};

std::vector<ItemId> judged(const std::vector<ItemRow> &rows, const text::Query &query, const std::map<ItemId, std::string> &quoted)
{
    std::vector<ItemId> out;
    for (const auto &row : rows) {
        std::vector<std::string> words;
        // Cut at the blanks: folded twice, a composed emoji would fall apart.
        std::istringstream folded(text::foldedText(row.item));
        for (std::string word; folded >> word;)
            words.push_back(word);
        text::SubjectDesk desk;
        if (const auto it = quoted.find(row.item.id); it != quoted.end())
            desk.quoted = it->second;
        const text::Subject subject{&row.item, words, row.item.connector, row.item.author.handle, row.item.author.name, row.tags, row.status, &desk};
        if (text::matches(query, subject))
            out.push_back(row.item.id);
    }
    std::sort(out.begin(), out.end(), [](ItemId a, ItemId b) { return a > b; });
    return out;
}

QueryId keep(TempStore &store, const std::string &name, const std::string &source)
{
    SavedQuery query;
    query.name = name;
    query.source = source;
    return store.write([&](Tx &tx) { return Queries(tx).save(query); });
}

std::vector<ItemId> column(TempStore &store, QueryId id)
{
    SearchPage page;
    page.limit = 100'000;
    return store.read([&](Tx &tx) { return Queries(tx).spine(id, page); });
}

} // namespace

TEST_CASE("one meaning everywhere: matcher, search, history and arrivals agree on the corpus", "[store][query][property]")
{
    const auto items = corpus();
    Sequence random(414243);
    Asker asker(random, items);
    TempStore store;
    keep(store, "fr", "lang:fr");
    keep(store, "Nos mots", "dubreuil OR (table NEAR/4 \"ch\xC3\xAAne\")");
    std::vector<std::string> sources;
    while (sources.size() < 240)
        if (auto source = asker.query(static_cast<int>(random.below(3))); text::parseQuery(source))
            sources.push_back(std::move(source));

    // The first columns wait for what arrives, the others look back.
    std::vector<QueryId> columns;
    const auto half = sources.size() / 2;
    for (std::size_t i = 0; i < half; ++i)
        columns.push_back(keep(store, "c" + std::to_string(i), sources[i]));
    for (std::size_t at = 0; at < items.size(); at += 40)
        store.write([&](Tx &tx) {
            std::vector<AnalysedItem> batch;
            for (auto i = at; i < std::min(at + 40, items.size()); ++i)
                batch.push_back(AnalysedItem(items[i]));
            return Items(tx).store(batch);
        });
    for (auto i = half; i < sources.size(); ++i) {
        columns.push_back(keep(store, "c" + std::to_string(i), sources[i]));
        for (Rematch step{0, false}; !step.done;)
            step = store.write([&](Tx &tx) { return Queries(tx).rematch(columns.back(), 77); });
    }

    const auto ids = store.read([](Tx &tx) { return tx.session().guard([&] { return tx.session().column<ItemId>("SELECT id FROM item"); }); });
    const auto rows = store.read([&](Tx &tx) { return Items(tx).rows(ids); });
    std::map<ItemId, std::string> quoted;
    for (const auto &row : rows)
        if (const auto *ref = row.item.ref(Relation::QuoteOf))
            for (const auto &other : rows)
                if (other.item.nativeId == ref->targetNative)
                    quoted[row.item.id] = other.item.title + "\n" + other.item.text;
    text::QueryContext context;
    context.now = store.clock.now();
    context.library.saved = {{"fr", "lang:fr"}, {"Nos mots", "dubreuil OR (table NEAR/4 \"ch\xC3\xAAne\")"}};
    std::size_t found = 0;
    for (std::size_t i = 0; i < sources.size(); ++i) {
        INFO(sources[i]);
        const auto query = text::parseAndBind(sources[i], context);
        REQUIRE(query);
        const auto again = text::parseAndBind(text::toSource(query->root), context);
        REQUIRE(again);
        CHECK(text::toSource(again->root) == text::toSource(query->root));
        const auto expected = judged(rows, *query, quoted);
        CHECK(judged(rows, *again, quoted) == expected);
        SearchPage page;
        page.limit = 100'000;
        CHECK(store.read([&](Tx &tx) { return Items(tx).search(*query, page); }) == expected);
        CHECK(store.read([&](Tx &tx) { return Items(tx).count(*query, 100'000); }) == static_cast<int>(expected.size()));
        CHECK(column(store, columns[i]) == expected);
        found += expected.size();
    }
    CHECK(found > sources.size() * 5);
    CHECK(found < sources.size() * rows.size() / 2);
}

TEST_CASE("hostile queries are answered in time", "[store][query]")
{
    TempStore store;
    const auto items = corpus();
    store.write([&](Tx &tx) {
        std::vector<AnalysedItem> batch;
        for (const auto &one : items)
            batch.push_back(AnalysedItem(one));
        return Items(tx).store(batch);
    });
    std::string many = "mot0", near = "a", alternatives = "(mot0";
    for (int i = 1; i < 500; ++i) {
        many += " OR mot" + std::to_string(i);
        alternatives += " OR mot" + std::to_string(i) + "*";
    }
    for (int i = 1; i < 25; ++i)
        near += " NEAR/100 a";
    const std::string deep = std::string(30, '(') + "table" + std::string(30, ')');
    for (const auto &source : {many, near, alternatives + ") NEAR/100 (table OR a*)", deep, std::string("\"*a*\""), std::string("\"* * *\" a"), "count(" + many + ")>=1",
                               "SENT(" + many + ")", "\"" + std::string(9000, 'x') + "\"", std::string("\"*?*?*?*?*?*?*?*?*?z\"")}) {
        INFO(source.substr(0, 80));
        const auto query = text::parseQuery(source);
        if (!query) {
            CHECK(query.error().position <= source.size());
            continue;
        }
        const auto start = std::chrono::steady_clock::now();
        const auto ids = store->readNow<std::vector<ItemId>>([&](Tx &tx) { return Items(tx).search(*query, {}); });
        CHECK(ids);
        CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(20)); // under sanitizers and load; some milliseconds else
    }
}
