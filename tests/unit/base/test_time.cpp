// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/base/time.hpp>

#include <catch2/catch.hpp>

#include <limits>
#include <vector>

using namespace vigie;
using namespace std::chrono_literals;
using Kind = ZonedInstant::Kind;

namespace {

Instant at(const char *text)
{
    const auto parsed = parseRfc3339(text);
    REQUIRE(parsed);
    return *parsed;
}

} // namespace

TEST_CASE("RFC 3339 is written with a fraction only where there is one", "[time]")
{
    CHECK(toRfc3339(Instant{}) == "1970-01-01T00:00:00Z");
    CHECK(toRfc3339(fromMicros(1)) == "1970-01-01T00:00:00.000001Z");
    CHECK(toRfc3339(fromMicros(1'500'000)) == "1970-01-01T00:00:01.5Z");
    CHECK(toRfc3339(fromMicros(-1)) == "1969-12-31T23:59:59.999999Z");
    CHECK_FALSE(toRfc3339(fromMicros(std::numeric_limits<std::int64_t>::max())).empty());
    CHECK_FALSE(toRfc3339(fromMicros(std::numeric_limits<std::int64_t>::min())).empty());
}

TEST_CASE("RFC 3339 is read in the forms that networks send", "[time]")
{
    const Instant expected = fromMicros(1'795'257'720'000'000);
    for (const char *text : {"2026-11-21T10:42:00Z", "2026-11-21t10:42:00z", "2026-11-21 10:42:00Z",
                             "2026-11-21T11:42:00+01:00", "2026-11-21T11:42:00+0100", "2026-11-21T05:42:00-05:00",
                             "2026-11-21T11:42:00.000+01", "2026-11-21T10:42Z"}) {
        INFO(text);
        CHECK(at(text) == expected);
    }
    CHECK(at("2026-11-21T10:42:00.123456789Z") == expected + 123'456us);
    CHECK(at("2026-11-21T10:42:00.1Z") == expected + 100ms);
    CHECK(at("2026-11-21") == fromMicros(1'795'219'200'000'000));
    CHECK(at("2016-12-31T23:59:60Z") == at("2017-01-01T00:00:00Z"));
    CHECK(toRfc3339(at("2024-02-29T00:00:00Z")) == "2024-02-29T00:00:00Z");
}

TEST_CASE("What is not RFC 3339 is refused, with a place", "[time]")
{
    for (const char *text :
         {"", "x", "2026", "2026-13-01", "2026-00-10", "2026-02-30", "2025-02-29", "2026-11-21T", "2026-11-21T24:00:00Z",
          "2026-11-21T10:60:00Z", "2026-11-21T10:42:61Z", "2026-11-21T10:42:00", "2026-11-21T10:42:00.Z",
          "2026-11-21T10:42:00+1", "2026-11-21T10:42:00+24:00", "2026-11-21T10:42:00+01:", "2026-11-21T10:42:00Zx",
          "2026-11-21T10:42:00 UTC", " 2026-11-21T10:42:00Z", "-026-11-21T10:42:00Z", "2026-11-2\xc3\xa9",
          "+2026-11-21T10:42:00Z", "20261121T104200Z"}) {
        INFO(text);
        const auto parsed = parseRfc3339(text);
        REQUIRE_FALSE(parsed);
        CHECK(parsed.error().code == Errc::InvalidInput);
        CHECK(parsed.error().position.has_value());
    }
    CHECK_FALSE(parseRfc3339(std::string_view("2026-11-21T10:42:00Z\0", 21)));
}

TEST_CASE("Wall times read back as written", "[time]")
{
    const auto wall = parseWallTime("2026-11-21T10:42");
    REQUIRE(wall);
    CHECK(*wall == WallTime{2026, 11, 21, 10, 42, 0});
    CHECK(toString(*wall) == "2026-11-21T10:42:00");
    CHECK(*parseWallTime(toString(*wall)) == *wall);
    CHECK_FALSE(parseWallTime("2026-11-21"));
    CHECK_FALSE(parseWallTime("2026-11-21T10:42:00Z"));
    CHECK_FALSE(parseWallTime("2026-11-31T10:42:00"));
}

TEST_CASE("A wall time in the hour that does not exist is the first instant after it", "[time][zone]")
{
    const auto paris = toInstant({2026, 3, 29, 2, 30, 0}, "Europe/Paris");
    REQUIRE(paris);
    CHECK(paris->kind == Kind::Gap);
    CHECK(paris->at == at("2026-03-29T01:00:00Z"));
    CHECK(toString(*toWall(paris->at, "Europe/Paris")) == "2026-03-29T03:00:00");

    const auto montreal = toInstant({2026, 3, 8, 2, 15, 0}, "America/Montreal");
    REQUIRE(montreal);
    CHECK(montreal->kind == Kind::Gap);
    CHECK(montreal->at == at("2026-03-08T07:00:00Z"));
}

TEST_CASE("A wall time that exists twice is the first of the two", "[time][zone]")
{
    const auto paris = toInstant({2026, 10, 25, 2, 30, 0}, "Europe/Paris");
    REQUIRE(paris);
    CHECK(paris->kind == Kind::Double);
    CHECK(paris->at == at("2026-10-25T00:30:00Z"));
    CHECK(*toWall(paris->at, "Europe/Paris") == *toWall(paris->at + 1h, "Europe/Paris"));

    const auto montreal = toInstant({2026, 11, 1, 1, 59, 59}, "America/Montreal");
    REQUIRE(montreal);
    CHECK(montreal->kind == Kind::Double);
    CHECK(montreal->at == at("2026-11-01T05:59:59Z"));

    CHECK(toInstant({2026, 10, 25, 1, 59, 59}, "Europe/Paris")->kind == Kind::Unique);
    CHECK(toInstant({2026, 10, 25, 3, 0, 0}, "Europe/Paris")->kind == Kind::Unique);
    CHECK(toInstant({2026, 3, 29, 3, 0, 0}, "Europe/Paris")->kind == Kind::Unique);
}

TEST_CASE("Days last 23, 24 or 25 hours", "[time][zone]")
{
    const auto lengthOf = [](const char *inside, const char *zone) {
        const auto day = localDay(at(inside), zone);
        REQUIRE(day);
        const auto begin = dayStart(*day, zone), end = dayStart(*day + 1, zone);
        REQUIRE(begin);
        REQUIRE(end);
        CHECK(*startOfDay(at(inside), zone) == *begin);
        CHECK(*startOfDay(*begin, zone) == *begin);
        CHECK(*startOfDay(*end - 1us, zone) == *begin);
        return std::chrono::duration_cast<std::chrono::hours>(*end - *begin);
    };
    CHECK(lengthOf("2026-03-29T12:00:00Z", "Europe/Paris") == 23h);
    CHECK(lengthOf("2026-10-25T12:00:00Z", "Europe/Paris") == 25h);
    CHECK(lengthOf("2026-06-01T12:00:00Z", "Europe/Paris") == 24h);
    CHECK(lengthOf("2026-03-08T15:00:00Z", "America/Montreal") == 23h);
    CHECK(lengthOf("2026-11-01T15:00:00Z", "America/Montreal") == 25h);
    CHECK(*startOfDay(at("2026-10-25T00:30:00Z"), "Europe/Paris") == at("2026-10-24T22:00:00Z"));
    // Clocks that go forward at midnight: the day begins at one o'clock.
    CHECK(lengthOf("2018-11-04T15:00:00Z", "America/Sao_Paulo") == 23h);
    CHECK(*startOfDay(at("2018-11-04T15:00:00Z"), "America/Sao_Paulo") == at("2018-11-04T03:00:00Z"));
    CHECK(lengthOf("2020-11-01T15:00:00Z", "America/Havana") == 25h);
    CHECK(*localDay(at("1969-12-31T23:59:59Z"), "UTC") == -1);
    CHECK(*localDay(at("1969-12-31T23:59:59Z"), "Europe/Paris") == 0);
}

TEST_CASE("Calendar arithmetic keeps the hour on the wall", "[time]")
{
    CHECK(plusDays({2026, 3, 28, 9, 0, 0}, 1) == WallTime{2026, 3, 29, 9, 0, 0});
    CHECK(plusDays({2026, 3, 1, 9, 0, 0}, -1) == WallTime{2026, 2, 28, 9, 0, 0});
    CHECK(plusDays({2024, 2, 28, 9, 0, 0}, 1) == WallTime{2024, 2, 29, 9, 0, 0});
    CHECK(plusMinutes({2026, 12, 31, 23, 45, 7}, 30) == WallTime{2027, 1, 1, 0, 15, 7});
    CHECK(plusMinutes({2026, 1, 1, 0, 0, 0}, -1) == WallTime{2025, 12, 31, 23, 59, 0});
}

TEST_CASE("An unknown zone and an impossible time are InvalidInput", "[time][zone]")
{
    for (const char *zone : {"", "Mars/Olympus", "Europe/Pariss", "../../etc/passwd", "europe/paris "}) {
        INFO(zone);
        const auto instant = toInstant({2026, 1, 1, 0, 0, 0}, zone);
        REQUIRE_FALSE(instant);
        CHECK(instant.error().code == Errc::InvalidInput);
        CHECK(toWall(Instant{}, zone).error().code == Errc::InvalidInput);
        CHECK(startOfDay(Instant{}, zone).error().code == Errc::InvalidInput);
        CHECK_FALSE(zoneExists(zone));
    }
    for (const WallTime wall : {WallTime{2026, 2, 30, 0, 0, 0}, WallTime{2026, 13, 1, 0, 0, 0}, WallTime{2026, 1, 1, 24, 0, 0},
                                WallTime{2026, 1, 1, 0, 60, 0}, WallTime{2026, 0, 0, 0, 0, 0}, WallTime{70000, 1, 1, 0, 0, 0}})
        CHECK(toInstant(wall, "Europe/Paris").error().code == Errc::InvalidInput);
    CHECK(toWall(fromMicros(std::numeric_limits<std::int64_t>::max()), "Europe/Paris").error().code == Errc::InvalidInput);
    CHECK(dayStart(std::numeric_limits<std::int32_t>::max(), "UTC").error().code == Errc::InvalidInput);
    CHECK(zoneExists("UTC"));
    CHECK(zoneExists("Asia/Kolkata"));
    CHECK(zoneExists(systemZone()));
}
