// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/base/csv.hpp>
#include <vigie/insight/dashboard.hpp>

#include <fmt/format.h>

#include <algorithm>

namespace vigie::insight {

namespace {

std::string number(const std::optional<double> &value)
{
    return value ? fmt::format("{:.6g}", *value) : std::string();
}

std::string date(std::int32_t day)
{
    return toRfc3339(fromMicros(std::int64_t{day} * 86'400'000'000)).substr(0, 10);
}

} // namespace

std::string toCsv(const DashboardPage &page)
{
    const auto from = date(page.filter.period.fromDay), to = date(page.filter.period.toDay - 1);
    const auto coverage = fmt::format("{:.4f}", page.coverage.seenShare);
    std::string out = "figure,value,unit,n,before,change,change_low,change_high,open,coverage,from,to,zone,formula\r\n";
    const auto tail = [&] { return fmt::format("{},{},{},{}", coverage, from, to, csvCell(page.zone)); };
    for (const auto &tile : page.indicators) {
        const auto low = tile.changeInterval ? std::optional(tile.changeInterval->low) : std::nullopt;
        const auto high = tile.changeInterval ? std::optional(tile.changeInterval->high) : std::nullopt;
        out += fmt::format("{},{},{},{},{},{},{},{},{},{},{}\r\n", tile.key, number(tile.value), toString(tile.unit), tile.n, number(tile.before),
                           number(tile.change), number(low), number(high), tile.open, tail(), csvCell(tile.formula));
    }
    for (const auto &row : page.panel)
        out += fmt::format("{},{},count,,,,,,,{},\r\n", csvCell("share of voice: " + row.name), row.mentions, tail());
    for (const auto &day : page.days)
        out += fmt::format("mentions {},{},count,,,,,,,{},\r\n", date(day.day), day.total(), tail());
    for (const auto &member : page.members) {
        if (!member.exportable)
            continue; // the terms of the member's network
        out += fmt::format("{},{},count,,,,,,,{},\r\n", csvCell("member: @" + member.handle), member.mentions, tail());
    }
    const auto kept = std::count_if(page.members.begin(), page.members.end(), [](const auto &member) { return !member.exportable; });
    if (kept > 0)
        out += fmt::format("{},{},count,,,,,,,{},\r\n", csvCell("members left out by the terms of their network"), kept, tail());
    return out;
}

} // namespace vigie::insight
