// SPDX-License-Identifier: GPL-3.0-or-later
// HTML and plain text to text with ranges; the cases in tests/golden/text are written by hand.
#include <vigie/base/random.hpp>
#include <vigie/text/rich_text.hpp>

#include <catch2/catch.hpp>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

using namespace vigie;
using namespace vigie::text;

namespace {

std::string contents(const std::filesystem::path &path)
{
    std::ifstream file(path, std::ios::binary);
    REQUIRE(file.is_open());
    std::ostringstream all;
    all << file.rdbuf();
    return all.str();
}

const char *kindName(TextSpan::Kind kind)
{
    switch (kind) {
    case TextSpan::Kind::Link: return "link";
    case TextSpan::Kind::Mention: return "mention";
    case TextSpan::Kind::Tag: return "tag";
    case TextSpan::Kind::Emoji: return "emoji";
    }
    return "";
}

void requireSound(const RichText &rich)
{
    std::uint32_t last = 0;
    for (const auto &span : rich.spans) {
        REQUIRE(span.begin >= last);
        REQUIRE(span.begin < span.end);
        REQUIRE(span.end <= rich.text.size());
        REQUIRE((static_cast<unsigned char>(rich.text[span.begin]) & 0xC0U) != 0x80U);
        if (span.end < rich.text.size())
            REQUIRE((static_cast<unsigned char>(rich.text[span.end]) & 0xC0U) != 0x80U);
        last = span.end;
    }
    REQUIRE(rich.text == cleanUtf8(rich.text));
}

std::vector<std::string> shown(const RichText &rich)
{
    std::vector<std::string> all;
    for (const auto &span : rich.spans)
        all.push_back(std::string(kindName(span.kind)) + ' ' + rich.text.substr(span.begin, span.end - span.begin) + " -> " + span.target);
    return all;
}

} // namespace

TEST_CASE("what servers send reads as its author meant it")
{
    const auto folder = std::filesystem::path(VIGIE_TEST_DATA) / "golden" / "text";
    std::size_t cases = 0;
    for (const auto &entry : std::filesystem::directory_iterator(folder)) {
        ++cases;
        INFO(entry.path().filename().string());
        const auto expected = nlohmann::json::parse(contents(entry.path() / "expected.json"));
        HtmlContext context;
        if (expected.contains("context")) {
            context.baseUrl = expected["context"].value("baseUrl", "");
            if (expected["context"].contains("emojis"))
                for (const auto &[code, url] : expected["context"]["emojis"].items())
                    context.emojis.push_back(CustomEmoji{code, url.get<std::string>()});
        }
        const auto rich = fromHtml(contents(entry.path() / "input.html"), context);
        CHECK(rich.text == expected["text"].get<std::string>());
        std::vector<std::string> wanted;
        for (const auto &span : expected["spans"])
            wanted.push_back(span["kind"].get<std::string>() + ' ' + span["shown"].get<std::string>() + " -> " + span["target"].get<std::string>());
        CHECK(shown(rich) == wanted);
        requireSound(rich);
    }
    CHECK(cases >= 11);
}

TEST_CASE("markup that is broken still gives its words")
{
    for (const std::string html : {"<p>un <b>deux <i>trois</b> quatre</i><div>cinq</p></div>six", "<a href=\"https://e.example/x\">un deux trois quatre cinq six",
                                   "un<br/>deux</p></p></div>trois <unknown>quatre</unknown> cinq < six", "<ul><li>un<li>deux<li>trois quatre cinq six"}) {
        const auto rich = fromHtml(html);
        INFO(rich.text);
        for (const auto *word : {"un", "deux", "trois", "quatre", "cinq", "six"})
            if (html.find(word) != std::string::npos)
                CHECK(rich.text.find(word) != std::string::npos);
        requireSound(rich);
    }
    CHECK(fromHtml("").text.empty());
    CHECK(fromHtml("<p></p>").text.empty());
    CHECK(fromHtml("<!-- -->").text.empty());
    CHECK(fromHtml("  un \n\n\n\n  deux \n").text == "un\n\ndeux");
    CHECK(fromHtml("a <b").text.rfind("a", 0) == 0);
}

TEST_CASE("a hostile page is read in bounded time and without deep stacks")
{
    const auto begin = std::clock(); // processor time: other programs must not fail it
    std::string deep;
    for (int i = 0; i < 200000; ++i)
        deep += "<blockquote><b>";
    CHECK_NOTHROW(fromHtml(deep + "fond"));
    for (const int depth : {50, 250, 300, 5000}) { // nothing can be hidden below or behind deep nesting
        std::string nested = "<p>avant &amp; </p>";
        for (int i = 0; i < depth; ++i)
            nested += "<b><i>";
        const auto rich = fromHtml(nested + "fond</p><script>rien()</script><p>apr&egrave;s");
        CHECK(rich.text == "avant &\n\nfond\n\napr\xC3\xA8s");
    }
    std::string spans;
    for (int i = 0; i < 100000; ++i)
        spans += "<span><a href=x>";
    requireSound(fromHtml(spans + "fond"));
    std::string large;
    while (large.size() < (10U << 20U))
        large += "<p>Bonjour <a href=\"https://e.example/?a=1&b=2\">lien</a> &amp; :code: &#128578; texte</p>\n";
    const auto rich = fromHtml(large);
    requireSound(rich);
    CHECK(rich.text.find("lien") != std::string::npos);
    std::string colons(1U << 20U, ':');
    HtmlContext context;
    context.emojis = {{"a", "https://e.example/a.png"}};
    CHECK(fromHtml("<p>" + colons + "</p>", context).text.size() == colons.size());
    CHECK(std::clock() - begin < 60 * CLOCKS_PER_SEC);
}

TEST_CASE("random markup never breaks the ranges")
{
    Sequence random(20261121);
    const std::vector<std::string> pieces{"<p>", "</p>", "<br>", "<a href=\"https://e.example/", "\">", "</a>", "<ul>", "<li>", "</ul>", "<blockquote>", "</blockquote>",
                                          "<pre>", "</pre>", " ", "\n", "mot", "\xC3\xA9t\xC3\xA9", "\xC3", "\xFF", "&amp;", "&", "&#x1F642;", ":x:", "<img alt=\"",
                                          "<script>", "</script>", "<", ">", "@bob", "#tag", "<span class=\"mention\">", std::string(1, '\0'), "<a class=\"u-url mention\">"};
    HtmlContext context;
    context.emojis = {{"x", "https://e.example/x.png"}};
    for (int round = 0; round < 3000; ++round) {
        std::string html;
        for (auto count = random.below(30); count > 0; --count)
            html += pieces[random.below(pieces.size())];
        INFO(html);
        const auto rich = fromHtml(html, context);
        requireSound(rich);
        REQUIRE(rich.text.find("\n\n\n") == std::string::npos);
        requireSound(fromPlain(html));
    }
}

TEST_CASE("plain text finds links, names and tags")
{
    using Spans = std::vector<std::string>;
    CHECK(shown(fromPlain("Voir https://example.org/a?b=1, merci.")) == Spans{"link https://example.org/a?b=1 -> https://example.org/a?b=1"});
    CHECK(shown(fromPlain("(https://fr.wikipedia.org/wiki/Nice_(ville))")) == Spans{"link https://fr.wikipedia.org/wiki/Nice_(ville) -> https://fr.wikipedia.org/wiki/Nice_(ville)"});
    CHECK(shown(fromPlain("\xC2\xABhttps://e.example/x\xC2\xBB !")) == Spans{"link https://e.example/x -> https://e.example/x"});
    CHECK(shown(fromPlain("@alice@mastodon.example. et @bob: salut")) == Spans{"mention @alice@mastodon.example -> alice@mastodon.example", "mention @bob -> bob"});
    CHECK(shown(fromPlain("#\xC3\xA9t\xC3\xA9_2026 #1 #C++ a#b")) == Spans{"tag #\xC3\xA9t\xC3\xA9_2026 -> \xC3\xA9t\xC3\xA9_2026", "tag #C -> C"});
    CHECK(shown(fromPlain("a@b.example http:// @ #")).empty());
}

TEST_CASE("broken bytes become replacement characters and controls vanish")
{
    CHECK(cleanUtf8("caf\xC3\xA9\n\tx") == "caf\xC3\xA9\n\tx");
    CHECK(cleanUtf8(std::string_view("a\0b\x07" "c\x7F", 6)) == "abc");
    CHECK(cleanUtf8("a\xFF" "b") == "a\xEF\xBF\xBD" "b");
    CHECK(cleanUtf8("\xED\xA0\x80") != "\xED\xA0\x80"); // half a surrogate pair
    CHECK(cleanUtf8("\xC0\xAF").find('/') == std::string::npos);
    CHECK(cleanUtf8("\xF0\x9F\x99") != "\xF0\x9F\x99");
}

TEST_CASE("the address of a quoted post is left out where the quote itself is known")
{
    const std::string html = "<p class=\"quote-inline\">RE: <a href=\"https://a.test/@b/1\">a.test/@b/1</a></p><p>Well said</p>";
    vigie::text::HtmlContext context;
    CHECK(vigie::text::fromHtml(html, context).text == "RE: a.test/@b/1\n\nWell said");
    context.quotes = true;
    CHECK(vigie::text::fromHtml(html, context).text == "Well said");
    CHECK(vigie::text::fromHtml(html, context).spans.empty());
}
