// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/table_import.hpp"

#include <vigie/base/ascii.hpp>
#include <vigie/base/civil_day.hpp>
#include <vigie/connect/table_file.hpp>
#include <vigie/text/fold.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <unordered_map>

namespace vigie::plan {

namespace {

enum class Column : std::uint8_t { Date, Time, Zone, Text, Accounts, Campaign, Lang, Warning, Owner };
using Columns = std::vector<std::optional<Column>>;

std::optional<Column> columnOf(const std::string &heading)
{
    static const std::unordered_map<std::string, Column> kHeadings = {
        {"date", Column::Date}, {"day", Column::Date}, {"jour", Column::Date}, {"date et heure", Column::Date}, {"date and time", Column::Date}, {"datetime", Column::Date},
        {"scheduled at", Column::Date}, {"time", Column::Time}, {"hour", Column::Time}, {"heure", Column::Time}, {"horaire", Column::Time}, {"zone", Column::Zone},
        {"time zone", Column::Zone}, {"timezone", Column::Zone}, {"fuseau", Column::Zone}, {"fuseau horaire", Column::Zone}, {"text", Column::Text}, {"texte", Column::Text},
        {"message", Column::Text}, {"post", Column::Text}, {"publication", Column::Text}, {"content", Column::Text}, {"contenu", Column::Text},
        {"accounts", Column::Accounts}, {"account", Column::Accounts}, {"comptes", Column::Accounts}, {"compte", Column::Accounts}, {"networks", Column::Accounts},
        {"reseaux", Column::Accounts}, {"campaign", Column::Campaign}, {"campagne", Column::Campaign}, {"language", Column::Lang}, {"lang", Column::Lang},
        {"langue", Column::Lang}, {"warning", Column::Warning}, {"content warning", Column::Warning}, {"avertissement", Column::Warning}, {"owner", Column::Owner},
        {"responsable", Column::Owner}, {"person", Column::Owner}};
    auto words = text::fold(heading);
    std::replace(words.begin(), words.end(), '_', ' ');
    const auto found = kHeadings.find(words);
    return found == kHeadings.end() ? std::nullopt : std::optional(found->second);
}

struct Numbers {
    std::array<int, 3> value{};
    std::array<std::size_t, 3> digits{};
    std::size_t count = 0;
};

/// Up to three numbers parted by one of `marks`; none when anything else stands there.
std::optional<Numbers> numbersIn(std::string_view cell, std::string_view marks)
{
    Numbers out;
    while (!cell.empty()) {
        if (out.count == out.value.size())
            return std::nullopt;
        auto &value = out.value[out.count];
        const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
        if (error != std::errc{} || value < 0)
            return std::nullopt;
        out.digits[out.count++] = static_cast<std::size_t>(end - cell.data());
        cell.remove_prefix(static_cast<std::size_t>(end - cell.data()));
        if (cell.empty())
            break;
        if (marks.find(cell.front()) == std::string_view::npos || cell.size() == 1)
            return std::nullopt;
        cell.remove_prefix(1);
    }
    return out;
}

std::optional<std::int32_t> civil(int year, int month, int day)
{
    if (year < 1970 || year > 2400 || month < 1 || month > 12 || day < 1 || day > 31)
        return std::nullopt;
    WallTime wall;
    wall.year = year;
    wall.month = static_cast<std::uint8_t>(month);
    wall.day = static_cast<std::uint8_t>(day);
    return toInstant(wall, "UTC") ? std::optional(civilDay(wall)) : std::nullopt;
}

/// "27/11/2026 18:30": the day, and what stands after it.
std::pair<std::string, std::string> partedDate(const std::string &cell)
{
    const auto gap = cell.find_first_of(" T");
    return gap == std::string::npos ? std::pair(cell, std::string()) : std::pair(cell.substr(0, gap), std::string(trimmed(cell.substr(gap + 1))));
}

/// "2026-11-27T18:30:00+01:00" names its instant; it is shown on the wall of the zone.
std::optional<Instant> instantIn(const std::string &cell)
{
    if (cell.size() < 17 || (cell.find('Z') == std::string::npos && cell.find('+') == std::string::npos && cell.rfind('-') < 10))
        return std::nullopt;
    const auto at = parseRfc3339(cell);
    return at ? std::optional(*at) : std::nullopt;
}

using Cells = std::unordered_map<int, std::string>;

std::string cellOf(const Cells &cells, Column column)
{
    const auto found = cells.find(static_cast<int>(column));
    return found == cells.end() ? std::string() : found->second;
}

/// A reason when the day or hour cannot be read.
std::string putHour(PlanItem &post, const Cells &cells, const CalendarImport &import, const ImportOptions &options)
{
    const auto date = cellOf(cells, Column::Date);
    if (date.empty())
        return cellOf(cells, Column::Time).empty() ? "" : "no-date"; // neither: a draft without a day
    if (const auto at = instantIn(date)) {
        const auto wall = toWall(*at, post.zone);
        if (!wall)
            return "date";
        post.wall = *wall;
        return {};
    }
    auto [dayCell, rest] = partedDate(date);
    const auto day = dayFromCell(dayCell, import.monthFirst);
    if (!day)
        return "date";
    if (const auto time = cellOf(cells, Column::Time); !time.empty())
        rest = time;
    const auto minute = rest.empty() ? std::optional(options.minute) : minuteFromCell(rest);
    if (!minute)
        return "time";
    post.wall = wallAt(*day, *minute);
    return {};
}

ImportEntry entryOf(const connect::TableRow &row, const Columns &columns, const CalendarImport &import, const ImportOptions &options)
{
    ImportEntry entry;
    entry.line = row.line;
    entry.reason = row.fault;
    if (entry.reason.empty() && row.cells.size() > columns.size())
        entry.reason = "columns";
    if (!entry.reason.empty())
        return entry;
    Cells cells;
    for (std::size_t i = 0; i < row.cells.size(); ++i)
        if (columns[i])
            cells[static_cast<int>(*columns[i])] = row.cells[i];
    auto &post = entry.post;
    post.text = cellOf(cells, Column::Text);
    post.warning = cellOf(cells, Column::Warning);
    post.lang = lowerAscii(cellOf(cells, Column::Lang));
    post.owner = cellOf(cells, Column::Owner);
    post.zone = cellOf(cells, Column::Zone).empty() ? options.zone : cellOf(cells, Column::Zone);
    entry.campaign = cellOf(cells, Column::Campaign);
    std::string name;
    for (const char c : cellOf(cells, Column::Accounts) + ",")
        if (c == ',' || c == ';') {
            if (!trimmed(name).empty())
                entry.accounts.emplace_back(trimmed(name));
            name.clear();
        } else {
            name += c;
        }
    if (post.text.empty())
        entry.reason = "no-text";
    else if (!zoneExists(post.zone)) {
        entry.reason = "zone";
        entry.detail = post.zone;
    } else {
        entry.reason = putHour(post, cells, import, options);
        if (!entry.reason.empty())
            entry.detail = cellOf(cells, Column::Date) + " " + cellOf(cells, Column::Time);
    }
    entry.what = entry.reason.empty() ? ImportEntry::What::AddPost : ImportEntry::What::Skip;
    return entry;
}

} // namespace

std::optional<std::int32_t> dayFromCell(std::string_view cell, bool monthFirst)
{
    const auto numbers = numbersIn(trimmed(cell), "-/.");
    if (!numbers || numbers->count != 3)
        return std::nullopt;
    const auto &[a, b, c] = numbers->value;
    if (numbers->digits[0] == 4)
        return civil(a, b, c);
    const int year = numbers->digits[2] == 2 ? 2000 + c : c;
    return monthFirst ? civil(year, a, b) : civil(year, b, a);
}

std::optional<int> minuteFromCell(std::string_view given)
{
    auto cell = lowerAscii(trimmed(given));
    bool half = false, afternoon = false;
    if (cell.size() > 2 && (cell.ends_with("am") || cell.ends_with("pm"))) {
        half = true;
        afternoon = cell.ends_with("pm");
        cell = trimmed(std::string_view(cell).substr(0, cell.size() - 2));
    }
    if (!cell.empty() && cell.back() == 'h')
        cell.pop_back();
    const auto numbers = numbersIn(cell, ":h.");
    if (!numbers || numbers->count == 0)
        return std::nullopt;
    int hour = numbers->value[0];
    const int minute = numbers->count > 1 ? numbers->value[1] : 0;
    if (half && (hour < 1 || hour > 12))
        return std::nullopt;
    if (half)
        hour = hour % 12 + (afternoon ? 12 : 0);
    return hour <= 23 && minute <= 59 ? std::optional(hour * 60 + minute) : std::nullopt;
}

std::optional<bool> monthFirstIn(const std::vector<std::string> &cells)
{
    std::optional<bool> told;
    for (const auto &cell : cells) {
        const auto numbers = numbersIn(trimmed(partedDate(cell).first), "-/.");
        if (!numbers || numbers->count != 3 || numbers->digits[0] == 4)
            continue;
        if (numbers->value[0] > 12)
            return false; // a single one tells; what contradicts it is a fault of its line
        if (numbers->value[1] > 12)
            told = true;
    }
    return told;
}

Result<CalendarImport> readTable(const std::string &path, const ImportOptions &options)
{
    VIGIE_TRY(const auto table, connect::readTableFile(path));
    CalendarImport import;
    import.encoding = table.encoding;
    import.zone = options.zone;
    Columns columns;
    for (const auto &heading : table.headings) {
        const auto column = columnOf(heading);
        const bool again = column && std::find(columns.begin(), columns.end(), column) != columns.end();
        columns.push_back(again ? std::nullopt : column);
        if ((!column || again) && !heading.empty())
            import.unknown.push_back(heading);
    }
    if (std::find(columns.begin(), columns.end(), Column::Text) == columns.end())
        return fail(Errc::InvalidInput, "the table has no column of texts (\"text\" or \"texte\")");
    std::vector<std::string> dates;
    const auto dateColumn = static_cast<std::size_t>(std::find(columns.begin(), columns.end(), Column::Date) - columns.begin());
    for (const auto &row : table.rows)
        if (dateColumn < row.cells.size() && row.cells[dateColumn].find_first_of("/.") != std::string::npos)
            dates.push_back(row.cells[dateColumn]);
    const auto told = monthFirstIn(dates);
    import.ambiguousDates = !told && !dates.empty();
    import.monthFirst = told.value_or(options.monthFirst);
    for (const auto &row : table.rows)
        import.entries.push_back(entryOf(row, columns, import, options));
    return import;
}

} // namespace vigie::plan
