// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/base/civil_day.hpp>
#include <vigie/insight/board_layout.hpp>
#include <vigie/insight/board_pages.hpp>

#include <catch2/catch.hpp>

#include <set>

using namespace vigie;
using namespace vigie::insight;

namespace {

std::int32_t day(const char *iso)
{
    return parseIsoDay(iso).value();
}

BoardChoice choice(BoardSpan span, BoardCompare compare = BoardCompare::Weekdays)
{
    BoardChoice out;
    out.span = span;
    out.compare = compare;
    return out;
}

} // namespace

TEST_CASE("the spans of a page in days, seen from a Sunday in November", "[insight][board]")
{
    const auto today = day("2026-11-22");
    const auto is = [&](BoardSpan span, const char *from, const char *last) {
        INFO(toString(span));
        CHECK(periodOf(choice(span), today) == Period{day(from), day(last) + 1});
    };
    is(BoardSpan::Today, "2026-11-22", "2026-11-22");
    is(BoardSpan::Days7, "2026-11-16", "2026-11-22");
    is(BoardSpan::Days30, "2026-10-24", "2026-11-22");
    is(BoardSpan::Days90, "2026-08-25", "2026-11-22");
    is(BoardSpan::Month, "2026-11-01", "2026-11-22");
    is(BoardSpan::LastMonth, "2026-10-01", "2026-10-31");
    is(BoardSpan::Quarter, "2026-10-01", "2026-11-22");
    is(BoardSpan::Year, "2026-01-01", "2026-11-22");
    CHECK(periodOf(choice(BoardSpan::LastMonth), day("2027-01-05")) == Period{day("2026-12-01"), day("2027-01-01")});
    CHECK(periodOf(choice(BoardSpan::Campaign), today, day("2026-11-10")) == Period{day("2026-11-10"), today + 1});
    CHECK(periodOf(choice(BoardSpan::Campaign), today) == periodOf(choice(BoardSpan::Days30), today)); // it has no day yet
    CHECK(periodOf(choice(BoardSpan::Campaign), today, today + 3) == periodOf(choice(BoardSpan::Days30), today));
    auto own = choice(BoardSpan::Own);
    own.fromDay = today - 3;
    own.toDay = today;
    CHECK(periodOf(own, today) == Period{today - 3, today});
    own.toDay = own.fromDay;
    CHECK(periodOf(own, today).length() == 30);
}

TEST_CASE("what a period is compared with begins on the same weekday", "[insight][board]")
{
    const Period week{day("2026-11-16"), day("2026-11-23")}, month{day("2026-10-24"), day("2026-11-23")};
    CHECK(comparedWith(choice(BoardSpan::Days7), week) == Period{week.fromDay - 7, week.toDay - 7});
    const auto lastYear = comparedWith(choice(BoardSpan::Days7, BoardCompare::LastYear), week);
    REQUIRE(lastYear);
    CHECK(isoWeekday(lastYear->fromDay) == isoWeekday(week.fromDay));
    CHECK(lastYear->length() == 7);
    CHECK(comparedWith(choice(BoardSpan::Campaign, BoardCompare::Campaign), month, day("2026-10-24")) == Period{month.fromDay - 30, month.fromDay});
    CHECK_FALSE(comparedWith(choice(BoardSpan::Days7, BoardCompare::None), week));
}

TEST_CASE("a curve has neither three points nor a thousand", "[insight][board]")
{
    CHECK(bucketFor({0, 1}) == Bucket::Hour);
    CHECK(bucketFor({0, 30}) == Bucket::Day);
    CHECK(bucketFor({0, 92}) == Bucket::Day);
    CHECK(bucketFor({0, 365}) == Bucket::Week);
    CHECK(bucketFor({0, 3650}) == Bucket::Month);
}

TEST_CASE("the first pages are settled, and every tile has an id of its own", "[insight][board]")
{
    const auto boards = firstBoards();
    REQUIRE(boards.size() == 5);
    for (const auto &board : boards) {
        INFO(board.key);
        CHECK(settled(board.tiles) == board.tiles);
        CHECK((board.kind == BoardKind::Tiles) == !board.tiles.empty());
        std::set<int> ids;
        for (const auto &tile : board.tiles)
            CHECK(ids.insert(tile.id).second);
    }
}
