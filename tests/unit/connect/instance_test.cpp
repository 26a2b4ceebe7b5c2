// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/connect/connector.hpp>

#include <catch2/catch.hpp>

using namespace vigie;
using namespace vigie::connect;

TEST_CASE("instance: what people type becomes an origin")
{
    const auto [typed, origin] = GENERATE(table<std::string, std::string>({
        {"social.example", "https://social.example"},
        {"  Social.EXAMPLE/ ", "https://social.example"},
        {"https://social.example/@me", "https://social.example"},
        {"https://social.example/@me@far.example", "https://social.example"},
        {"HTTPS://social.example/web/home?x=1#y", "https://social.example"},
        {"http://social.example", "https://social.example"},
        {"social.example:8443", "https://social.example:8443"},
        {"https://social.example:443", "https://social.example"},
        {"@me@social.example", "https://social.example"},
        {"me@social.example", "https://social.example"},
        {"acct:me@social.example", "https://social.example"},
        {"social.example.", "https://social.example"},
        {"http://127.0.0.1:8001/x", "http://127.0.0.1:8001"},
        {"http://localhost:8001", "http://localhost:8001"},
        {"localhost:8001", "http://localhost:8001"},
        {"https://localhost:8001", "https://localhost:8001"},
        {"b\xc3\xbc" "cher.example", "https://xn--bcher-kva.example"},
        {"https://xn--bcher-kva.example", "https://xn--bcher-kva.example"},
    }));
    INFO(typed);
    const auto found = normaliseInstance(typed);
    REQUIRE(found);
    CHECK(*found == origin);
}

TEST_CASE("instance: what cannot be a server is refused")
{
    const std::string typed = GENERATE("", "   ", "@", "ftp://social.example", "javascript://x", "https://me:secret@social.example", "social example", "social.example:99999", "https://", "alice", "a<b>.example");
    INFO(typed);
    const auto found = normaliseInstance(typed);
    REQUIRE_FALSE(found);
    CHECK(found.error().code == Errc::InvalidInput);
}
