// SPDX-License-Identifier: GPL-3.0-or-later
// What the composer counts is what the network counts: sixty texts, each brought to the limit and to one beyond it, and posted.
// The practice network counts with code of its own, which nothing of the composer's goes into.
#include "unit/practice/practice_support.hpp"

#include <vigie/text/length.hpp>

#include <catch2/catch.hpp>

#include <set>

using namespace vigie;

namespace {

constexpr int kLimit = 500;
const text::LengthProfile kMastodon{text::LengthRule::Mastodon, kLimit, 23};

/// Each counts by a rule of its own; nothing is here twice.
const std::vector<std::string> kTexts{
    // words
    "Bonjour", "Merci beaucoup !", "\u0153uvre d\u2019art", "\u00ab prix : 12 \u20ac \u00bb", "\u00ab prix\u202f: 12\u202f\u20ac \u00bb", "Fin\u2026", "\u00e9t\u00e9", "e\u0301te\u0301",
    "n\u0303", "a\u0323\u0302", "\u1eb7", "A\ufb2c", "\u65e5\u672c\u8a9e", "\uac00\ub098\ub2e4", "\u0645\u0631\u062d\u0628\u0627", "\u05e9\u05dc\u05d5\u05dd", "\u0437\u0434\u0440\u0430\u0432\u0441\u0442\u0432\u0443\u0439", "\u03ba\u03b1\u03bb\u03b7\u03bc\u03ad\u03c1\u03b1",
    // lines and spaces
    "a\nb", "a\r\nb", "a\r\n\r\nb", "a\tb", "a  b", "12\u00a0\u20ac", "12\u2009345",
    // pictures
    "\U0001F44D", "\U0001F44D\U0001F3FD", "\U0001F468\u200D\U0001F469\u200D\U0001F467\u200D\U0001F466", "\U0001F1EB\U0001F1F7", "\U0001F1EB\U0001F1F7\U0001F1E9\U0001F1EA", "1\ufe0f\u20e3",
    "\u2764\ufe0f", "\u2764\ufe0f\u200D\U0001F525", "\U0001F3F3\ufe0f\u200D\U0001F308", "\U0001F3F3\ufe0f\u200D\u26a7\ufe0f", "\U0001F9D1\U0001F3FE\u200D\U0001F4BB", "\u2728",
    "\U0001F3F4\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F", "\U0001F600\U0001F600\U0001F600",
    // links
    "https://example.com", "http://example.com/", "voir https://example.com/a/very/long/path?x=1 merci", "https://example.com/valid?a=1&b=2#part", "(https://example.com/page)", "https://example.com/page.",
    "https://sub.domain.example.com/a-b_c/d", "https://a.fr/x https://b.fr/y", "voir example.com merci", "voir exemple.paris merci", "ftp.example.com", "https://example.com:8080/a",
    // names and tags
    "merci @alice@mastodon.example !", "@bob", "@bob@e.example @zoe@f.example", "ecris a bob@example.com", "#\u00e9t\u00e92026", "#Vigie #girouette", ":cheval:",
    "@alice@mastodon.example https://example.com/a", "\u00ab @alice@mastodon.example \u00bb \U0001F44D\U0001F3FD"};

} // namespace

TEST_CASE("sixty texts: the composer's count is the network's verdict", "[length]")
{
    REQUIRE(std::set<std::string>(kTexts.begin(), kTexts.end()).size() == 60);
    FakeClock clock{test::someNoon()};
    const auto server = test::startServer(clock, test::quiet());
    REQUIRE(server);
    const test::Client client(*server);
    for (const auto &text : kTexts) {
        INFO(text);
        const int used = text::measure(text, kMastodon).used;
        REQUIRE(used > 0);
        REQUIRE(used < kLimit);
        const std::string filler(static_cast<std::size_t>(kLimit - used - 1), 'z');
        const auto full = filler + ' ' + text, over = 'z' + full;
        CHECK(text::measure(full, kMastodon).used == kLimit);
        CHECK(client.post(full).contains("id"));
        clock.advance(std::chrono::minutes(10)); // nobody writes a hundred posts a minute, and the network would not let them
        const auto refused = client.post(over);
        CHECK_FALSE(refused.contains("id"));
        CHECK(refused.value("error", "").find("character limit") != std::string::npos);
        clock.advance(std::chrono::minutes(10));
    }
}
