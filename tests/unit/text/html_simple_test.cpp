// SPDX-License-Identifier: GPL-3.0-or-later
// What the reader of simple markup takes must be what libxml2 makes of it: every pair of tags, then posts drawn at random.
#include "text/html_simple.hpp"

#include <catch2/catch.hpp>

#include <random>

using namespace vigie;
using namespace vigie::text;

namespace {

const HtmlContext kContext{"https://social.example/@a/1", {{"blobcat", "https://social.example/blobcat.png"}}};

std::string told(const RichText &rich)
{
    std::string all = rich.text;
    for (const auto &span : rich.spans)
        all += "\n" + std::to_string(static_cast<int>(span.kind)) + " " + std::to_string(span.begin) + "-" + std::to_string(span.end) + " " + span.target;
    return all;
}

/// True when the simple reader took it; then both must say the same.
bool agree(const std::string &html)
{
    const auto clean = cleanUtf8(html);
    if (html.find_first_of("<&") == std::string::npos || !readSimpleHtml(clean, kContext)) // words alone come to neither reader
        return false;
    const auto simple = told(fromHtml(html, kContext)), any = told(readAnyHtml(clean, kContext));
    if (simple != any) {
        INFO(html);
        CHECK(simple == any);
    }
    return true;
}

constexpr const char *kTags[] = {"a", "span", "p", "b", "i", "em", "strong", "code", "del", "s", "u", "blockquote", "ul", "ol", "li", "pre", "div", "script", "q", "small"};
constexpr const char *kVoids[] = {"<br>", "<br />", "<br/>", "<img src=\"x\" alt=\":)\">", "<img alt='a&amp;b'/>"};

/// Posts as networks write them, mostly.
class Posts {
public:
    std::string post()
    {
        std::string html;
        for (auto parts = below(4) + 1; parts > 0; --parts)
            html += part(0);
        return html;
    }
    std::string damaged(std::string html)
    {
        static constexpr std::string_view kBytes = "<>/=\"'& ;#xpab\n!-";
        for (auto times = below(2) + 1; times > 0 && !html.empty(); --times) {
            const auto at = below(html.size());
            if (below(2) == 0)
                html.erase(at, below(5) + 1);
            else
                html.insert(at, 1, kBytes[below(kBytes.size())]);
        }
        return html;
    }

private:
    std::size_t below(std::size_t limit) { return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random_); }

    std::string words()
    {
        static constexpr const char *kWords[] = {"bonjour", " ", "\n", "  a b ", "caf\xC3\xA9", "&amp;", "&lt;b&gt;", "&nbsp;", "&#39;", "&#x2F;", "&#8217;", "&eacute;", "&#0;", "& co", ":blobcat:", "\xF0\x9F\x9A\xB2", ">", "@ada", "#tag", "https://x.example/a", "&#xFFFE;", "\xEF\xBF\xBF", "&quot;", "&copy;"};
        std::string all;
        for (auto count = below(4); count > 0; --count)
            all += kWords[below(below(8) == 0 ? std::size(kWords) : 11)];
        return all;
    }
    std::string attributes()
    {
        static constexpr const char *kAttributes[] = {" href=\"https://x.example/a?b=1&amp;c=2\"", " href='/tags/velo'", " class=\"mention hashtag\"", " class=\"u-url mention\"", " class=\"quote-inline\"", " rel=\"nofollow noopener\"",
                                                      " target=\"_blank\" ", " translate=\"no\"", " href=\"javascript:alert(1)\"", " href=\"a\" href=\"b\"", " href=https://y.example", " hidden", " alt=\"x\"", " title=\"a > b\"", " data-x=\"1\"", " xml:lang=\"fr\"", " CLASS=\"mention\"", " href=\"x&y=1\"", " href=\"\""};
        std::string all;
        for (auto count = below(3); count > 0; --count)
            all += kAttributes[below(std::size(kAttributes))];
        return all;
    }
    std::string part(int depth)
    {
        if (depth > 4 || below(3) == 0)
            return words();
        if (below(6) == 0)
            return kVoids[below(std::size(kVoids))];
        const std::string tag = kTags[below(below(6) == 0 ? std::size(kTags) : 6)];
        auto html = "<" + tag + (below(2) == 0 ? attributes() : "") + ">";
        for (auto parts = below(4); parts > 0; --parts)
            html += part(depth + 1);
        return below(12) == 0 ? html : html + "</" + tag + ">";
    }

    std::mt19937 random_{20261121};
};

} // namespace

TEST_CASE("simple markup: any tag in and after any other is read as the parser reads it", "[html]")
{
    int taken = 0;
    for (const std::string outer : kTags)
        for (const std::string inner : kTags)
            for (const std::string blank : {"", " ", "\n"}) {
                const auto open = "<" + outer + ">", close = "</" + outer + ">", in = "<" + inner + " href=\"https://x.example\">", out = "</" + inner + ">";
                for (const auto &html : {"x" + open + blank + in + "y" + out + blank + close + blank + "z", "x" + open + "y" + close + blank + in + "z" + out, "x" + open + "y" + blank + in + blank + out + blank + "z" + close + "w",
                                         open + "x" + in + "y", open + "x" + in + "y" + close + "z" + out, "<ul><li>x" + open + blank + in + "y" + out + close + "</li>" + blank + "<li>z</li></ul>",
                                         "<p>x" + open + blank + "<br>" + in + "y" + out + "<img alt=\"i\">" + blank + close + "</p>"})
                    taken += agree(html) ? 1 : 0;
            }
    CHECK(taken > 1000);
}

TEST_CASE("simple markup: posts drawn at random", "[html]")
{
    Posts posts;
    int taken = 0, left = 0;
    for (int i = 0; i < 20'000; ++i) {
        const auto post = posts.post();
        agree(post) ? ++taken : ++left;
        agree(posts.damaged(post)) ? ++taken : ++left;
    }
    CHECK(taken > 5000);
    CHECK(left > 5000);
}

TEST_CASE("simple markup: what networks send is simple", "[html]")
{
    for (const auto *html : {"<p>Bonjour <span class=\"h-card\"><a href=\"https://social.example/@atelier\" class=\"u-url mention\">@<span>atelier</span></a></span>, merci.<br />\xC3\x80 demain</p>",
                             "<p>Merci &lt;vous&gt;</p>\n<p><a href=\"https://atelier.example/a?b=1&#038;c=2\" rel=\"nofollow ugc\">https://atelier.example/a?b=1&#038;c=2</a></p>\n",
                             "I tried it last <i>Sunday</i>.<p>The crust is <a href=\"https:&#x2F;&#x2F;dubreuil.example&#x2F;\" rel=\"nofollow\">here</a> as well"}) {
        INFO(html);
        CHECK(agree(html));
    }
    const auto read = readSimpleHtml("<p>a <a href=\"https://x.example/b\">b</a></p><p>c</p>", kContext);
    REQUIRE(read);
    CHECK(told(*read) == "a b\n\nc\n" + std::to_string(static_cast<int>(TextSpan::Kind::Link)) + " 2-3 https://x.example/b");
    for (const auto *open : {"<p>a", "a<p>b"})
        CHECK(readSimpleHtml(open, kContext));
    for (const auto *odd : {"<b>a", "a</b>", "<!-- c -->", "<P>a</P>", "<p>a & b</p>", "<p>&eacute;</p>", "<a href=x>y</a>", "<p/>", "<", "a <", "<p", "<script>a</script>"}) {
        INFO(odd);
        CHECK_FALSE(readSimpleHtml(odd, kContext));
    }
}
