// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/service_words.hpp"

#include <vigie/base/ascii.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <cstdlib>

namespace vigie::cli {

namespace {

using Json = nlohmann::json;
constexpr std::array<const char *, 7> kDays{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

std::vector<std::string> split(const std::string &text, char at, std::size_t most = std::string::npos)
{
    std::vector<std::string> out;
    std::size_t from = 0;
    while (out.size() + 1 < most) {
        const auto end = text.find(at, from);
        if (end == std::string::npos)
            break;
        if (end > from || at != ' ')
            out.push_back(text.substr(from, end - from));
        from = end + 1;
    }
    out.push_back(text.substr(from));
    return out;
}

tl::unexpected<Error> unread(const std::string &typed, const char *meant)
{
    return fail(Errc::InvalidInput, "\"" + typed.substr(0, 60) + "\" is not " + meant);
}

std::optional<int> number(std::string_view text)
{
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() && value >= 0 ? std::optional(value) : std::nullopt;
}

/// "9", "9:30"; minutes since midnight.
std::optional<int> minutesFrom(const std::string &text)
{
    const auto parts = split(text, ':');
    const auto hours = number(parts[0]), minutes = parts.size() == 2 ? number(parts[1]) : std::optional(0);
    if (parts.size() > 2 || !hours || !minutes || *hours > 24 || *minutes > 59 || *hours * 60 + *minutes > 24 * 60)
        return std::nullopt;
    return *hours * 60 + *minutes;
}

Result<DayHours> hoursFrom(const std::string &typed)
{
    DayHours out;
    if (typed == "closed")
        return out;
    for (const auto &part : split(typed, ',')) {
        const auto ends = split(part, '-');
        const auto from = minutesFrom(ends[0]), to = ends.size() == 2 ? minutesFrom(ends[1]) : std::nullopt;
        if (!from || !to)
            return unread(typed, "hours such as 9:00-12:30,14:00-18:00 or closed");
        const int until = *to <= *from ? *to + 24 * 60 : *to; // over midnight
        out.push_back({static_cast<std::int16_t>(*from), static_cast<std::int16_t>(until)});
    }
    std::sort(out.begin(), out.end());
    return out;
}

std::optional<std::size_t> weekday(const std::string &name)
{
    const auto found = std::find(kDays.begin(), kDays.end(), lowerAscii(name).substr(0, 3));
    return found != kDays.end() ? std::optional(static_cast<std::size_t>(found - kDays.begin())) : std::nullopt;
}

std::string joined(const std::vector<std::string> &words)
{
    std::string out;
    for (const auto &word : words)
        out += (out.empty() ? "" : ",") + word;
    return out;
}

} // namespace

Result<std::optional<std::int64_t>> promiseFrom(const std::string &typed)
{
    if (typed == "none")
        return std::optional<std::int64_t>{};
    std::int64_t seconds = 0;
    std::string digits;
    char last = 0;
    for (const char c : typed) {
        if (c >= '0' && c <= '9') {
            digits += c;
            continue;
        }
        const auto value = number(digits);
        if (!value || *value > 100'000 || (c != 'm' && c != 'h' && c != 'd'))
            return unread(typed, "a duration such as 90m, 4h, 1h30, 2d or none");
        seconds += *value * (c == 'm' ? 60LL : c == 'h' ? 3600LL : 86'400LL);
        digits.clear();
        last = c;
    }
    if (!digits.empty()) {
        const auto value = number(digits);
        if (!value || last != 'h' || *value > 59)
            return unread(typed, "a duration such as 90m, 4h, 1h30, 2d or none");
        seconds += *value * 60LL;
    }
    if (seconds == 0)
        return unread(typed, "a duration such as 90m, 4h, 1h30, 2d or none");
    return std::optional(seconds);
}

std::string durationText(std::int64_t seconds)
{
    char text[48];
    const auto size = std::abs(seconds);
    if (size < 3600)
        std::snprintf(text, sizeof text, "%s%lld min", seconds < 0 ? "-" : "", static_cast<long long>(size / 60));
    else
        std::snprintf(text, sizeof text, "%s%lld h %02lld", seconds < 0 ? "-" : "", static_cast<long long>(size / 3600), static_cast<long long>(size % 3600 / 60));
    return text;
}

std::string promiseText(const std::optional<std::int64_t> &seconds)
{
    return seconds ? durationText(*seconds) : "-";
}

Result<void> setHours(BusinessCalendar &calendar, const std::string &typed)
{
    const auto parts = split(typed, ' ', 2);
    const auto ends = split(parts[0], '-');
    const auto from = weekday(ends[0]), to = ends.size() == 2 ? weekday(ends[1]) : from;
    if (parts.size() != 2 || ends.size() > 2 || !from || !to || *to < *from)
        return unread(typed, "hours of days such as \"mon-fri 9:00-18:00\" or \"sat closed\"");
    VIGIE_TRY(const auto hours, hoursFrom(parts[1]));
    for (auto day = *from; day <= *to; ++day)
        calendar.week[day] = hours;
    return {};
}

Result<void> setDay(BusinessCalendar &calendar, const std::string &typed)
{
    constexpr const char *kMeant = "a day such as \"12-24 9:00-12:00 Christmas Eve\", \"2026-05-15 closed\" or \"07-14 usual\"";
    const auto parts = split(typed, ' ', 3);
    auto date = split(parts[0], '-');
    if (parts.size() < 2 || date.size() < 2 || date.size() > 3)
        return unread(typed, kMeant);
    DayChange change;
    const auto year = date.size() == 3 ? number(date[0]) : std::optional(0), month = number(date[date.size() - 2]), day = number(date.back());
    if (!year || !month || !day || *year > 9000 || *month > 12 || *day > 31)
        return unread(typed, kMeant);
    change.year = static_cast<std::int16_t>(*year);
    change.month = static_cast<std::uint8_t>(*month);
    change.day = static_cast<std::uint8_t>(*day);
    if (parts.size() == 3)
        change.name = parts[2];
    std::erase_if(calendar.changes, [&](const DayChange &one) { return one.year == change.year && one.month == change.month && one.day == change.day; });
    if (parts[1] == "forget")
        return {};
    if (parts[1] == "usual") {
        change.kind = DayChange::Kind::AsUsual;
    } else if (parts[1] != "closed") {
        change.kind = DayChange::Kind::Hours;
        VIGIE_TRY(change.hours, hoursFrom(parts[1]));
    }
    calendar.changes.push_back(std::move(change));
    return {};
}

std::string hoursText(const DayHours &hours)
{
    std::string out;
    for (const auto &interval : hours) {
        char text[32];
        std::snprintf(text, sizeof text, "%02d:%02d-%02d:%02d", interval.from / 60, interval.from % 60, (interval.to > 24 * 60 ? interval.to - 24 * 60 : +interval.to) / 60, interval.to % 60);
        out += (out.empty() ? "" : ",") + std::string(text);
    }
    return out.empty() ? "closed" : out;
}

std::string dayText(std::int32_t day)
{
    return toRfc3339(Instant{std::chrono::days{day}}).substr(0, 10);
}

Result<std::int32_t> dayFrom(const std::string &typed)
{
    const auto at = typed.size() == 10 ? parseRfc3339(typed) : Result<Instant>(fail(Errc::InvalidInput));
    if (!at)
        return unread(typed, "a date such as 2026-07-14");
    return static_cast<std::int32_t>(std::chrono::floor<std::chrono::days>(*at).time_since_epoch().count());
}

Json calendarJson(const BusinessCalendar &calendar)
{
    Json week = Json::object();
    for (std::size_t day = 0; day < kDays.size(); ++day)
        week[kDays[day]] = hoursText(calendar.week[day]);
    auto changes = Json::array();
    for (const auto &change : calendar.changes) {
        char date[24];
        if (change.year == 0)
            std::snprintf(date, sizeof date, "%02d-%02d", change.month, change.day);
        else
            std::snprintf(date, sizeof date, "%04d-%02d-%02d", change.year, change.month, change.day);
        changes.push_back({{"day", date}, {"hours", change.kind == DayChange::Kind::AsUsual ? "usual" : hoursText(change.kind == DayChange::Kind::Hours ? change.hours : DayHours{})},
                           {"name", change.name}});
    }
    return {{"calendar", calendar.id.value}, {"version", calendar.version}, {"name", calendar.name}, {"zone", calendar.zone}, {"holidays", calendar.holidays}, {"week", week}, {"changes", changes}};
}

Json policyJson(const SlaPolicy &policy)
{
    const auto seconds = [](const std::optional<std::int64_t> &value) { return value ? Json(*value) : Json(); };
    auto accounts = Json::array();
    for (const auto account : policy.scope.accounts)
        accounts.push_back(account.value);
    return {{"policy", policy.id.value}, {"version", policy.version}, {"name", policy.name}, {"calendar", policy.calendar.value}, {"first", seconds(policy.first)}, {"next", seconds(policy.next)},
            {"resolution", seconds(policy.resolution)}, {"remind_before", policy.remindBefore}, {"remind_anytime", policy.remindAnytime},
            {"scope", {{"accounts", accounts}, {"networks", policy.scope.networks}, {"languages", policy.scope.languages}, {"tags", policy.scope.tags}, {"kinds", policy.scope.kinds},
                       {"points", policy.scope.points ? Json(*policy.scope.points) : Json()}}}};
}

std::string scopeText(const SlaScope &scope)
{
    std::string out;
    const auto add = [&](const char *name, const std::string &value) {
        if (!value.empty())
            out += (out.empty() ? "" : "; ") + std::string(name) + " " + value;
    };
    std::vector<std::string> accounts;
    for (const auto account : scope.accounts)
        accounts.push_back(std::to_string(account.value));
    add("account", joined(accounts));
    add("network", joined(scope.networks));
    add("language", joined(scope.languages));
    add("tag", joined(scope.tags));
    add("kind", joined(scope.kinds));
    if (scope.points)
        add("points from", std::to_string(static_cast<long long>(*scope.points)));
    return out.empty() ? "everybody" : out;
}

} // namespace vigie::cli
