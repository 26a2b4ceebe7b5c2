// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/address.hpp"

#include <vigie/net/link_header.hpp>
#include <vigie/net/url.hpp>

#include <catch2/catch.hpp>

using namespace vigie;
using namespace vigie::net;

TEST_CASE("Encoding goes there and back", "[url]")
{
    CHECK(encodeComponent("a b/c?d&e=f+\xc3\xa9~-._") == "a%20b%2Fc%3Fd%26e%3Df%2B%C3%A9~-._");
    CHECK(decodeComponent("a%20b%2fc+%C3%A9") == "a b/c+\xc3\xa9");
    CHECK(decodeComponent("a+b%zz%4", true) == "a b%zz%4");
    CHECK(formEncode({{"a b", "c&d"}, {"e", ""}}) == "a+b=c%26d&e=");
    std::string all;
    for (int i = 0; i < 256; ++i)
        all += static_cast<char>(i);
    CHECK(decodeComponent(encodeComponent(all)) == all);
    CHECK(parseQuery(formEncode({{"k", all}})).at(0).second == all);
    CHECK(parseQuery("a=1&&b&c=x=y").size() == 3);
    CHECK(withQuery("https://x/p#f", {{"q", "a b"}}) == "https://x/p?q=a%20b#f");
    CHECK(withQuery("https://x/p?a=1", {{"b", "2"}}) == "https://x/p?a=1&b=2");
    CHECK(withQuery("https://x/p", {}) == "https://x/p");
}

TEST_CASE("Addresses are taken apart", "[url]")
{
    const auto url = parseUrl("HTTPS://Social.Example.:8443/a/b?c=d#e");
    REQUIRE(url);
    CHECK(url->scheme == "https");
    CHECK(url->host == "social.example");
    CHECK(url->port == 8443);
    CHECK(url->path == "/a/b");
    CHECK(url->query == "c=d");
    CHECK(url->fragment == "e");
    CHECK_FALSE(url->credentials);
    CHECK(url->origin() == "https://social.example:8443");
    CHECK(parseUrl("https://x")->origin() == "https://x");
    CHECK(parseUrl("https://x")->path == "/");
    CHECK(parseUrl("http://[::1]:80/")->host == "::1");
    CHECK(parseUrl("http://[::1]/")->origin() == "http://[::1]");
    CHECK(parseUrl("https://a:b@x/")->credentials);
    for (const char *bad : {"", "x", "/path", "mailto:a@b", "javascript:alert(1)", "https://", "http://a b/",
                            "http://x/\n", "http://x:99999/", "file:///etc/passwd"}) {
        INFO(bad);
        const auto parsed = parseUrl(bad);
        REQUIRE_FALSE(parsed);
        CHECK(parsed.error().code == Errc::InvalidInput);
    }
    CHECK(sameHost(*parseUrl("https://A.b/x"), *parseUrl("https://a.B:443/y")));
    CHECK_FALSE(sameHost(*parseUrl("https://a/x"), *parseUrl("https://a:444/x")));
    CHECK_FALSE(sameOrigin(*parseUrl("http://a:443/"), *parseUrl("https://a/")));
    CHECK(urlForLog("https://u:p@h/x?token=1#t") == "https://h/x");
    CHECK(urlForLog("nonsense") == "(unreadable address)");
}

TEST_CASE("References resolve as a browser would", "[url]")
{
    const std::string base = "https://h/a/b?c=d";
    CHECK(*resolveUrl(base, "e") == "https://h/a/e");
    CHECK(*resolveUrl(base, "../f") == "https://h/f");
    CHECK(*resolveUrl(base, "/g?x=1") == "https://h/g?x=1");
    CHECK(*resolveUrl(base, "//o/p") == "https://o/p");
    CHECK(*resolveUrl(base, "?y=2") == "https://h/a/b?y=2");
    CHECK(*resolveUrl(base, "http://z/q") == "http://z/q");
    CHECK(*resolveUrl(base, " r s\xc3\xa9 ") == "https://h/a/r%20s%C3%A9");
    CHECK_FALSE(resolveUrl(base, "javascript:alert(1)"));
    CHECK_FALSE(resolveUrl(base, "a\nb"));
    CHECK_FALSE(resolveUrl("nonsense", "x"));
}

TEST_CASE("Addresses that are not the internet's are known", "[url]")
{
    for (const char *own : {"127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1"})
        CHECK(reachOfLiteral(own) == Reach::Loopback);
    for (const char *own : {"10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.4.4", "169.254.169.254", "100.64.0.1", "0.0.0.0",
                            "224.0.0.1", "255.255.255.255", "198.18.0.1", "::", "fc00::1", "fdff::1", "fe80::1", "ff02::1",
                            "::ffff:10.0.0.1", "64:ff9b::10.0.0.1", "2002:0a00:0001::"}) {
        INFO(own);
        CHECK(reachOfLiteral(own) == Reach::Private);
    }
    for (const char *open : {"1.1.1.1", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8", "a.name"}) {
        INFO(open);
        CHECK(reachOfLiteral(open) == Reach::Public);
    }
    CHECK(isLoopbackHost("LOCALHOST"));
    CHECK(isLoopbackHost("a.localhost"));
    CHECK(isLoopbackHost("[::1]"));
    CHECK_FALSE(isLoopbackHost("localhost.example.org"));
    CHECK_FALSE(isLoopbackHost("127.0.0.1.example.org"));
}

TEST_CASE("Link headers", "[link]")
{
    const auto links = parseLinkHeader("<https://h/a?x=1,2;3>; rel=\"next last\"; title=\"a \\\"b\\\", c; d\", </p>;REL=prev , "
                                       "junk, <q>; rel*=x; hreflang, <unclosed; rel=next");
    REQUIRE(links.size() == 3);
    CHECK(links[0].target == "https://h/a?x=1,2;3");
    CHECK(links[0].hasRel("NEXT"));
    CHECK(links[0].hasRel("last"));
    CHECK_FALSE(links[0].hasRel("nex"));
    CHECK(links[0].param("Title") == "a \"b\", c; d");
    CHECK(links[1].hasRel("prev"));
    CHECK(links[2].target == "q");
    for (const char *odd : {"", ",", "<", "<>", "<a>;", "<a>;=", "<a>; rel=\"", "<a>; rel=\"\\", ";;;", "<a> <b>"})
        CHECK(parseLinkHeader(odd).size() <= 1);

    Response response;
    response.finalUrl = "https://h/api/v1/x?limit=40";
    response.headers = {{"link", "<https://h/other>; rel=\"self\""}, {"Link", "</api/v1/x?max_id=7>; rel=\"next\", <y>; rel=\"prev\""}};
    CHECK(linkOf(response, "next") == "https://h/api/v1/x?max_id=7");
    CHECK(linkOf(response, "prev") == "https://h/api/v1/y");
    CHECK(linkOf(response, "first").empty());
}
