// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/rule_words.hpp"

#include "cli/passing_words.hpp"

#include <array>
#include <charconv>
#include <cstdio>
#include <sstream>

namespace vigie::cli {

namespace {

using Json = nlohmann::json;

constexpr std::array<const char *, 7> kDays{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

std::optional<double> number(const std::string &text)
{
    double value = 0;
    const auto end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, value);
    return read.ec == std::errc{} && read.ptr == end ? std::optional(value) : std::nullopt;
}

std::string clock(int minute)
{
    char text[16];
    std::snprintf(text, sizeof text, "%02d:%02d", minute / 60 % 24, minute % 60);
    return text;
}

Json describe(const RuleAction &action)
{
    using Kind = RuleAction::Kind;
    Json out{{"do", toString(action.kind)}};
    switch (action.kind) {
    case Kind::Status: out["value"] = toString(action.status); break;
    case Kind::Snooze:
    case Kind::Bump: out["value"] = action.number; break;
    case Kind::ToInbox: out["value"] = true; break;
    case Kind::PassOn: out["service"] = action.department.value; [[fallthrough]];
    case Kind::Answer:
        out["value"] = action.text;
        out["minutes"] = action.number;
        break;
    default: out["value"] = action.text; break;
    }
    return out;
}

} // namespace

Result<RuleAction> actionFrom(store::Tx &tx, const std::string &typed)
{
    using Kind = RuleAction::Kind;
    const auto equals = typed.find('=');
    const auto name = typed.substr(0, equals);
    const auto value = equals == std::string::npos ? std::string() : typed.substr(equals + 1);
    const auto kind = ruleActionFrom(name);
    if (!kind)
        return fail(Errc::InvalidInput, "\"" + name + "\" is no action");
    RuleAction out{*kind, value, TicketStatus::Open, 0, {}};
    const auto wants = [&](bool fine, const char *what) -> Result<RuleAction> {
        if (!fine)
            return fail(Errc::InvalidInput, name + "= wants " + what);
        return out;
    };
    if (*kind == Kind::Status) {
        const auto status = ticketStatusFrom(value);
        out.status = status.value_or(TicketStatus::Open);
        out.text.clear();
        return wants(status.has_value(), "new, open, waiting_inside, waiting_member, done or ignored");
    }
    if (*kind == Kind::Snooze || *kind == Kind::Bump) {
        const auto read = number(value);
        out.number = read.value_or(0);
        out.text.clear();
        return wants(read.has_value(), "a number");
    }
    if (*kind == Kind::PassOn) {
        const auto first = value.find(':'), second = first == std::string::npos ? first : value.find(':', first + 1);
        const auto minutes = second == std::string::npos ? std::nullopt : number(value.substr(0, first));
        if (!minutes)
            return wants(false, "minutes, a service and a question, with colons between");
        VIGIE_TRY(const auto department, serviceNamed(tx, value.substr(first + 1, second - first - 1)));
        out.number = *minutes;
        out.department = department.id;
        out.text = value.substr(second + 1);
        return out;
    }
    if (*kind == Kind::Answer) {
        const auto colon = value.find(':');
        const auto minutes = colon == std::string::npos ? std::nullopt : number(value.substr(0, colon));
        out.number = minutes.value_or(0);
        out.text = colon == std::string::npos ? value : value.substr(colon + 1);
        return wants(minutes.has_value(), "minutes, a colon and a text");
    }
    return out;
}

Result<int> minuteFrom(const std::string &typed)
{
    int hour = -1, minute = -1;
    char more = 0;
    if (std::sscanf(typed.c_str(), "%2d:%2d%c", &hour, &minute, &more) != 2 || hour < 0 || hour > 23 || minute < 0 || minute > 59)
        return fail(Errc::InvalidInput, "a time of the day is written 09:30");
    return hour * 60 + minute;
}

Result<int> weekdaysFrom(const std::string &typed)
{
    if (typed == "every")
        return kEveryDay;
    int out = 0;
    std::istringstream words(typed);
    for (std::string word; std::getline(words, word, ',');) {
        int day = 0;
        while (day < 7 && word != kDays[static_cast<std::size_t>(day)])
            ++day;
        if (day == 7)
            return fail(Errc::InvalidInput, "days are written mon,tue,wed,thu,fri,sat,sun");
        out |= 1 << day;
    }
    return out;
}

Json describe(const Rule &rule)
{
    auto actions = Json::array(), days = Json::array();
    for (const auto &action : rule.actions)
        actions.push_back(describe(action));
    for (std::size_t day = 0; day < kDays.size(); ++day)
        if ((rule.weekdays & (1 << day)) != 0)
            days.push_back(kDays[day]);
    const bool daily = rule.moment == RuleMoment::Daily;
    return {{"rule", rule.id.value}, {"name", rule.name}, {"when", toString(rule.moment)}, {"at", daily ? Json(clock(rule.atMinute)) : Json()},
            {"days", daily ? days : Json::array()}, {"query", rule.source}, {"account", rule.account.value}, {"waiting_hours", rule.waitingHours},
            {"messages", rule.messages}, {"actions", actions}, {"stop_after", rule.stopAfter}, {"on", rule.on}, {"version", rule.version}};
}

Json describe(const std::vector<RuleStep> &steps)
{
    auto out = Json::array();
    for (const auto &step : steps)
        out.push_back({{"what", step.what}, {"before", step.from}, {"after", step.to}});
    return out;
}

std::string inShort(const Rule &rule)
{
    std::string out;
    for (const auto &action : rule.actions) {
        const auto one = describe(action);
        const auto value = one["value"].is_string() ? one["value"].get<std::string>() : one["value"].dump();
        out += (out.empty() ? "" : ", ") + std::string(toString(action.kind)) + (action.kind == RuleAction::Kind::ToInbox ? "" : " " + value);
    }
    return out;
}

} // namespace vigie::cli
