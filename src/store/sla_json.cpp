// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sla_parts.hpp"

#include <nlohmann/json.hpp>

namespace vigie::store {

namespace {

using Json = nlohmann::json;

Json hoursJson(const DayHours &hours)
{
    auto out = Json::array();
    for (const auto &interval : hours)
        out.push_back({interval.from, interval.to});
    return out;
}

DayHours hoursFrom(const Json &json)
{
    DayHours out;
    for (const auto &interval : json)
        out.push_back({interval.at(0).get<std::int16_t>(), interval.at(1).get<std::int16_t>()});
    return out;
}

const char *kindName(DayChange::Kind kind)
{
    switch (kind) {
    case DayChange::Kind::Closed: return "closed";
    case DayChange::Kind::Hours: return "hours";
    case DayChange::Kind::AsUsual: return "usual";
    }
    return "";
}

DayChange::Kind kindFrom(const std::string &name)
{
    return name == "hours" ? DayChange::Kind::Hours : name == "usual" ? DayChange::Kind::AsUsual : DayChange::Kind::Closed;
}

std::string dumped(const Json &json)
{
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json number(const std::optional<std::int64_t> &value)
{
    return value ? Json(*value) : Json();
}

std::optional<std::int64_t> numberFrom(const Json &json, const char *key)
{
    const auto found = json.find(key);
    return found != json.end() && found->is_number_integer() ? std::optional(found->get<std::int64_t>()) : std::nullopt;
}

} // namespace

std::string slaJson(const BusinessCalendar &calendar)
{
    auto week = Json::array();
    for (const auto &day : calendar.week)
        week.push_back(hoursJson(day));
    auto changes = Json::array();
    for (const auto &change : calendar.changes)
        changes.push_back({{"year", change.year}, {"month", change.month}, {"day", change.day}, {"kind", kindName(change.kind)}, {"hours", hoursJson(change.hours)}, {"name", change.name}});
    return dumped({{"name", calendar.name}, {"zone", calendar.zone}, {"week", week}, {"holidays", calendar.holidays}, {"changes", changes}});
}

/// Written by slaJson(): what throws here is a damaged base, caught by guard().
BusinessCalendar slaCalendarFrom(const std::string &text)
{
    const auto json = Json::parse(text);
    BusinessCalendar out;
    out.name = json.at("name").get<std::string>();
    out.zone = json.at("zone").get<std::string>();
    out.holidays = json.at("holidays").get<std::string>();
    for (std::size_t day = 0; day < out.week.size(); ++day)
        out.week[day] = hoursFrom(json.at("week").at(day));
    for (const auto &change : json.at("changes"))
        out.changes.push_back({change.at("year").get<std::int16_t>(), change.at("month").get<std::uint8_t>(), change.at("day").get<std::uint8_t>(),
                               kindFrom(change.at("kind").get<std::string>()), hoursFrom(change.at("hours")), change.at("name").get<std::string>()});
    return out;
}

std::string slaJson(const SlaPolicy &policy)
{
    auto accounts = Json::array();
    for (const auto account : policy.scope.accounts)
        accounts.push_back(account.value);
    const Json scope{{"accounts", accounts}, {"networks", policy.scope.networks}, {"languages", policy.scope.languages}, {"tags", policy.scope.tags},
                     {"kinds", policy.scope.kinds}, {"points", policy.scope.points ? Json(*policy.scope.points) : Json()}};
    return dumped({{"name", policy.name}, {"calendar", policy.calendar.value}, {"scope", scope}, {"first", number(policy.first)}, {"next", number(policy.next)},
                   {"resolution", number(policy.resolution)}, {"remind_before", policy.remindBefore}, {"remind_anytime", policy.remindAnytime}});
}

SlaPolicy slaPolicyFrom(const std::string &text)
{
    const auto json = Json::parse(text);
    const auto &scope = json.at("scope");
    SlaPolicy out;
    out.name = json.at("name").get<std::string>();
    out.calendar = CalendarId{json.at("calendar").get<std::int64_t>()};
    for (const auto &account : scope.at("accounts"))
        out.scope.accounts.push_back(AccountId{account.get<std::int64_t>()});
    out.scope.networks = scope.at("networks").get<std::vector<std::string>>();
    out.scope.languages = scope.at("languages").get<std::vector<std::string>>();
    out.scope.tags = scope.at("tags").get<std::vector<std::string>>();
    out.scope.kinds = scope.at("kinds").get<std::vector<std::string>>();
    if (scope.at("points").is_number())
        out.scope.points = scope.at("points").get<double>();
    out.first = numberFrom(json, "first");
    out.next = numberFrom(json, "next");
    out.resolution = numberFrom(json, "resolution");
    out.remindBefore = json.at("remind_before").get<std::int64_t>();
    out.remindAnytime = json.at("remind_anytime").get<bool>();
    return out;
}

} // namespace vigie::store
