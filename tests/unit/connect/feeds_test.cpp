// SPDX-License-Identifier: GPL-3.0-or-later
// What real feeds do, case by case.
#include "connect/feeds/feed.hpp"
#include "connect/feeds/feeds.hpp"

#include <catch2/catch.hpp>
#include <chrono>

using namespace vigie;
using namespace vigie::connect;
using feeds::readDate;
using feeds::readFeed;

namespace {

constexpr const char *kUrl = "https://blog.test/feed/";

feeds::Feed read(const std::string &body, const std::string &type = "application/xml")
{
    auto feed = readFeed(body, type, kUrl);
    REQUIRE(feed);
    return *feed;
}

std::string day(std::string_view text)
{
    const auto date = readDate(text);
    return date ? toRfc3339(date->at) : "none";
}

FetchPage page(const std::string &body, const std::string &cursor = {}, const std::string &type = "application/xml")
{
    const auto connector = makeFeeds();
    Account account;
    account.connector = "feed";
    account.instance = account.nativeId = kUrl;
    const Secret token;
    const Context context{account, token, fromMicros(1'795'255'200'000'000)};
    net::Response response;
    response.status = 200;
    response.body = body;
    response.finalUrl = kUrl;
    response.headers.push_back({"Content-Type", type});
    response.headers.push_back({"ETag", "\"abc\""});
    FetchSpec spec;
    spec.stream = "feed";
    spec.cursor = cursor;
    auto parsed = connector->parseFetch(context, spec, response);
    REQUIRE(parsed);
    return *parsed;
}

} // namespace

TEST_CASE("RSS 0.92 without dates or ids: an entry is its link and title")
{
    const std::string body = "<rss version=\"0.92\"><channel><title>T</title><item><title>One</title><link>https://blog.test/1</link></item>"
                             "<item><title>Two</title><link>https://blog.test/2</link></item></channel></rss>";
    const auto first = page(body), again = page(body, first.cursor);
    REQUIRE(first.items.size() == 2);
    CHECK(first.items[0].nativeId != first.items[1].nativeId);
    CHECK(first.items[0].nativeId == again.items[0].nativeId);
    CHECK(first.items[0].precision == TimePrecision::Unknown);
    CHECK(again.reachedKnown);
}

TEST_CASE("a guid that is no permalink is an identity, not an address")
{
    const auto feed = read("<rss version='2.0'><channel><item><guid isPermaLink=\"false\">abc-1</guid><link>https://blog.test/x</link></item>"
                           "<item><guid>https://blog.test/y</guid></item></channel></rss>");
    REQUIRE(feed.entries.size() == 2);
    CHECK(feed.entries[0].id == "abc-1");
    CHECK(feed.entries[0].link == "https://blog.test/x");
    CHECK(feed.entries[1].link == "https://blog.test/y");
}

TEST_CASE("nested xml:base resolves links")
{
    const auto feed = read("<feed xmlns='http://www.w3.org/2005/Atom' xml:base='https://a.test/x/'><entry xml:base='y/'><id>1</id>"
                           "<link href='z.html'/></entry></feed>");
    REQUIRE(feed.entries.size() == 1);
    CHECK(feed.entries[0].link == "https://a.test/x/y/z.html");
}

TEST_CASE("titles: escaped HTML, type html, type xhtml, type text")
{
    const auto items = page("<feed xmlns='http://www.w3.org/2005/Atom'>"
                            "<entry><id>1</id><title type='html'>&lt;b&gt;Gras&lt;/b&gt; &amp;amp; co</title></entry>"
                            "<entry><id>2</id><title type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><b>Gras</b> &amp; co</div></title></entry>"
                            "<entry><id>3</id><title>1 &lt; 2 &amp; 3</title></entry></feed>")
                           .items;
    REQUIRE(items.size() == 3);
    CHECK(items[0].title == "Gras & co");
    CHECK(items[1].title == "Gras & co");
    CHECK(items[2].title == "1 < 2 & 3");
}

TEST_CASE("windows-1252 labelled UTF-8 is read as what it is")
{
    const auto feed = read("<?xml version='1.0' encoding='utf-8'?><rss><channel><title>Caf\xe9 \x93ouvert\x94</title></channel></rss>");
    CHECK(feed.title == "Caf\u00e9 \u201couvert\u201d");
    CHECK(read("<?xml version='1.0' encoding='ISO-8859-15'?><rss><channel><title>\xa4</title></channel></rss>").title == "\u20ac");
}

TEST_CASE("UTF-16 and UTF-32, with and without a mark")
{
    const std::string text = "<rss><channel><title>\u00e9t\u00e9</title></channel></rss>";
    const auto widen = [&](int size, bool little, bool mark) {
        std::u32string points = mark ? U"\ufeff" : U"";
        points += U"<rss><channel><title>\u00e9t\u00e9</title></channel></rss>";
        std::string out;
        for (const auto c : points)
            for (int i = 0; i < size; ++i)
                out += static_cast<char>((c >> (8 * (little ? i : size - 1 - i))) & 0xFFU);
        return out;
    };
    for (const int size : {2, 4})
        for (const bool little : {true, false})
            for (const bool mark : {true, false}) {
                INFO(size << (little ? " little " : " big ") << mark);
                CHECK(read(widen(size, little, mark)).title == "\u00e9t\u00e9");
            }
}

TEST_CASE("ill-formed but readable: undeclared prefix, bare ampersand, cut-off CDATA, HTML entities")
{
    const auto items = page("<rss version='2.0'><channel><item><title>Tom & Jerry &eacute;t&eacute; &nbsp;!</title><dc:creator>Nina</dc:creator>"
                            "<description><![CDATA[coup\xc3\xa9 ici")
                           .items;
    REQUIRE(items.size() == 1);
    CHECK(items[0].title.find("Tom & Jerry \u00e9t\u00e9") == 0);
    CHECK(items[0].author.name == "Nina");
    CHECK(items[0].text == "coup\u00e9 ici");
}

TEST_CASE("an entity bomb explodes nowhere")
{
    std::string bomb = "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a \"0123456789\">";
    char before = 'a';
    for (char name = 'b'; name <= 'k'; before = name++) {
        bomb += std::string("<!ENTITY ") + name + " \"";
        for (int i = 0; i < 10; ++i)
            bomb += std::string("&") + before + ";";
        bomb += "\">";
    }
    bomb += "]><rss><channel><title>x&k;y</title><item><title>still here</title></item></channel></rss>";
    const auto feed = read(bomb);
    CHECK(feed.title.size() < 100);
    REQUIRE(feed.entries.size() == 1);
}

TEST_CASE("dates in every dress, and none that is guessed")
{
    CHECK(day("Sat, 21 Nov 2026 07:05:48 +0000") == "2026-11-21T07:05:48Z");
    CHECK(day("21 Nov 26 07:05 EST") == "2026-11-21T12:05:00Z");
    CHECK(day("Sat, 21-Nov-98 07:05:48 GMT") == "1998-11-21T07:05:48Z");
    CHECK(day("2026-11-21T07:05:48.5+01:00") == "2026-11-21T06:05:48.5Z");
    CHECK(day("2026-11-21") == "2026-11-21T00:00:00Z");
    CHECK(day("2026-11") == "2026-11-01T00:00:00Z");
    CHECK(day("2026") == "2026-01-01T00:00:00Z");
    CHECK(day("2026-11-20T24:00:00Z") == "2026-11-21T00:00:00Z");
    CHECK(day("Sat Nov 21 07:05:48 2026") == "2026-11-21T07:05:48Z");
    for (const auto *bad : {"21 novembre 2026", "sam. 21 f\u00e9vrier 2026 10:00", "31 Feb 2026 10:00:00 GMT", "2026-13-01", "yesterday", "", "1", "0000-00-00",
                            "Sat, 21 Nov 2026 25:61:00 GMT"}) {
        INFO(bad);
        CHECK_FALSE(readDate(bad));
    }
}

TEST_CASE("the server's charset stands above the document's own")
{
    const std::string body = "<?xml version='1.0' encoding='windows-1251'?><rss><channel><title>\xe9</title></channel></rss>";
    CHECK(read(body, "application/rss+xml; charset=iso-8859-1").title == "\u00e9");
    CHECK(read(body).title == "\u0439");
}

TEST_CASE("RSS 1.0, Atom threading, enclosures, JSON Feed")
{
    const auto rdf = read("<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/' "
                          "xmlns:dc='http://purl.org/dc/elements/1.1/'><channel rdf:about='x'><title>T</title></channel>"
                          "<item rdf:about='https://b.test/1'><title>A</title><link>https://b.test/1</link><dc:date>2026-11-21T07:00:00Z</dc:date></item></rdf:RDF>");
    REQUIRE(rdf.entries.size() == 1);
    CHECK(rdf.entries[0].id == "https://b.test/1");
    CHECK(rdf.entries[0].published == "2026-11-21T07:00:00Z");
    const auto atom = page("<feed xmlns='http://www.w3.org/2005/Atom' xmlns:thr='http://purl.org/syndication/thread/1.0'><entry><id>c</id>"
                           "<title>Par : Nina</title><thr:in-reply-to ref='tag:post,1'/><link rel='enclosure' type='audio/mpeg' href='/a.mp3'/></entry></feed>");
    REQUIRE(atom.items.size() == 1);
    CHECK(atom.items[0].kind == ItemKind::Comment);
    REQUIRE(atom.items[0].media.size() == 1);
    CHECK(atom.items[0].media[0].url == "https://blog.test/a.mp3");
    CHECK(atom.items[0].media[0].kind == MediaRef::Kind::Audio);
    const auto json = page(R"({"version":"https://jsonfeed.org/version/1.1","title":"J","items":[{"id":7,"url":"/p","title":"A < B","content_text":"l1\nl2",
                               "date_published":"2026-11-21T07:00:00Z","authors":[{"name":"Nina"}]},null,{"x":1}]})", {}, "application/feed+json");
    REQUIRE(json.items.size() == 1);
    CHECK(json.items[0].nativeId == "7");
    CHECK(json.items[0].title == "A < B");
    CHECK(json.items[0].text == "l1\nl2");
    CHECK(json.items[0].author.name == "Nina");
}

TEST_CASE("a script is text nowhere, and an address that is no address is dropped")
{
    const auto items = page("<rss><channel><item><guid isPermaLink='false'>1</guid><link>javascript:alert(1)</link><title>&lt;script&gt;x()&lt;/script&gt;Hi</title>"
                            "<description>&lt;p onclick='x()'&gt;Bonjour&lt;/p&gt;&lt;script&gt;y()&lt;/script&gt;</description></item></channel></rss>")
                           .items;
    REQUIRE(items.size() == 1);
    CHECK(items[0].permalink.empty());
    CHECK(items[0].title == "Hi");
    CHECK(items[0].text == "Bonjour");
}

TEST_CASE("when nothing of the last reading is in sight any more, what stood between is said to be lost")
{
    const auto body = [](int from) {
        std::string out = "<rss><channel>";
        for (int i = from; i < from + 10; ++i)
            out += "<item><guid>https://blog.test/" + std::to_string(i) + "</guid></item>";
        return out + "</channel></rss>";
    };
    const auto first = page(body(0));
    CHECK_FALSE(first.capped);
    CHECK_FALSE(page(body(5), first.cursor).capped);
    CHECK(page(body(50), first.cursor).capped);
}

TEST_CASE("a page names its feeds; what is no feed says so")
{
    const auto found = feeds::discover("<html><head><base href='https://b.test/'><link rel='alternate' type='application/rss+xml' href='feed/'>"
                                       "<link rel='alternate' type='application/atom+xml' href='/atom'></head></html>", kUrl);
    CHECK(found == std::vector<std::string>{"https://b.test/feed/", "https://b.test/atom"});
    CHECK_FALSE(readFeed("<html><body>Not found</body></html>", "text/html", kUrl));
    CHECK_FALSE(readFeed("", "", kUrl));
    CHECK_FALSE(readFeed("{\"a\":1}", "application/json", kUrl));
}

TEST_CASE("a document nested without end and one of megabytes are read in bounded time")
{
    std::string deep = "<rss><channel>";
    for (int i = 0; i < 100'000; ++i)
        deep += "<a>";
    const auto begin = std::chrono::steady_clock::now();
    (void)readFeed(deep, "application/xml", kUrl);
    std::string many = "<rss><channel>";
    for (int i = 0; i < 20'000; ++i)
        many += "<item><title>t" + std::to_string(i) + "</title><description>x & y</description></item>";
    const auto feed = read(many + "</channel></rss>");
    CHECK(feed.entries.size() == 5000);
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds{20});
}

TEST_CASE("a feed is read whole every tenth time and after an hour, whichever program does it")
{
    const auto connector = makeFeeds();
    Account account;
    account.connector = "feed";
    account.instance = account.nativeId = kUrl;
    const Secret token;
    const auto start = fromMicros(1'795'255'200'000'000);
    const auto conditional = [&](const std::string &cursor, std::chrono::minutes after) {
        FetchSpec spec;
        spec.stream = "feed";
        spec.cursor = cursor;
        const auto request = connector->buildFetch({account, token, start + after}, spec);
        REQUIRE(request);
        for (const auto &header : request->headers)
            if (header.name == "If-None-Match")
                return true;
        return false;
    };
    using std::chrono::minutes;
    CHECK_FALSE(conditional("", minutes{0}));
    // Nothing but the stored cursor tells: a program that starts anew asks for changes as the one before it did.
    const auto cursor = page("<rss version='2.0'><channel><item><guid>1</guid></item></channel></rss>").cursor;
    CHECK(conditional(cursor, minutes{0}));
    CHECK(conditional(cursor, minutes{59}));
    CHECK_FALSE(conditional(cursor, minutes{60}));
    CHECK_FALSE(conditional(cursor, minutes{600}));
    CHECK_FALSE(conditional(cursor, minutes{-5})); // the clock was set back
    // A server that says "nothing changed" is believed nine times; the cursor counts, not the program.
    auto later = cursor;
    for (int asked = 0; asked < 9; ++asked) {
        CHECK(conditional(later, minutes{1}));
        net::Response unchanged;
        unchanged.status = 304;
        FetchSpec spec;
        spec.stream = "feed";
        spec.cursor = later;
        const auto answer = connector->parseFetch({account, token, start}, spec, unchanged);
        REQUIRE(answer);
        CHECK(answer->notModified);
        REQUIRE_FALSE(answer->cursor.empty());
        later = answer->cursor;
    }
    CHECK_FALSE(conditional(later, minutes{1}));
    CHECK(conditional(page("<rss version='2.0'><channel><item><guid>1</guid></item></channel></rss>", later).cursor, minutes{1})); // and from the beginning
    CHECK_FALSE(conditional(R"({"etag":"\"abc\"","modified":"","newest":["1"]})", minutes{1})); // written by an older version
}
