// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/goals.hpp>

#include "store/row_image.hpp"
#include "store/session.hpp"

#include <vigie/base/civil_day.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <set>

namespace vigie::store {

namespace {

using Json = nlohmann::json;
constexpr double kMost = 1e12;
constexpr std::size_t kLongestName = 200;

Error refused(const std::string &why)
{
    return Error{Errc::InvalidInput, why, 0, {}, {}};
}

bool isAmount(double number) { return std::isfinite(number) && number >= 0 && number <= kMost; }

bool isNetwork(const std::string &text)
{
    return !text.empty() && text.size() <= 64
           && std::all_of(text.begin(), text.end(), [](char one) { return (one >= 'a' && one <= 'z') || (one >= '0' && one <= '9') || one == '.' || one == '-' || one == '_'; });
}

bool isCurrency(const std::string &text)
{
    return text.size() == 3 && std::all_of(text.begin(), text.end(), [](char one) { return one >= 'A' && one <= 'Z'; });
}

Result<void> check(const GoalEntry &entry)
{
    if (!isNetwork(entry.network))
        return fail(refused("a network is named as in bluesky"));
    if (entry.toDay <= entry.fromDay)
        return fail(refused("the last day is before the first"));
    if (!isAmount(entry.visits))
        return fail(refused("visits are a number from 0 on"));
    std::set<std::string> names;
    for (const auto &goal : entry.goals) {
        if (goal.name.empty() || goal.name.size() > kLongestName)
            return fail(refused("a goal needs a name of at most 200 letters"));
        if (!names.insert(goal.name).second)
            return fail(refused("\"" + goal.name + "\" is there twice"));
        if (!isAmount(goal.completions) || !isAmount(goal.value))
            return fail(refused("completions and what one is worth are numbers from 0 on"));
        if (!isCurrency(goal.currency))
            return fail(refused("a currency has three letters, as EUR"));
    }
    return {};
}

std::string toJson(const std::vector<Goal> &goals)
{
    auto out = Json::array();
    for (const auto &goal : goals)
        out.push_back({{"name", goal.name}, {"completions", goal.completions}, {"value", goal.value}, {"currency", goal.currency}});
    return out.dump();
}

std::vector<Goal> fromJson(const std::string &text)
{
    std::vector<Goal> out;
    const auto list = Json::parse(text, nullptr, false);
    if (list.is_array())
        for (const auto &one : list)
            out.push_back({one.value("name", ""), one.value("completions", 0.0), one.value("value", 0.0), one.value("currency", "")});
    return out;
}

} // namespace

Result<std::vector<GoalEntry>> Goals::all()
{
    auto &session = tx_.session();
    return session.guard([&] {
        std::vector<GoalEntry> out;
        session.each<std::int64_t, std::string, std::int32_t, std::int32_t, double, std::string>(
            "SELECT id, network, from_day, to_day, visits, goals FROM goal_entry ORDER BY network, from_day", {},
            [&](std::int64_t id, std::string network, std::int32_t from, std::int32_t to, double visits, const std::string &goals) {
                out.push_back({id, std::move(network), from, to, visits, fromJson(goals)});
            });
        return out;
    });
}

Result<std::int64_t> Goals::save(const GoalEntry &entry)
{
    VIGIE_CHECK(check(entry));
    VIGIE_TRY(const auto known, all());
    for (const auto &other : known)
        if (other.id != entry.id && other.network == entry.network && other.fromDay < entry.toDay && entry.fromDay < other.toDay)
            return fail(Errc::Conflict, entry.network + " has an entry from " + toIsoDay(other.fromDay) + " to " + toIsoDay(other.toDay - 1) + " already (number "
                                            + std::to_string(other.id) + "): its visits would count twice; nothing was changed");
    auto &session = tx_.session();
    return session.guard([&]() -> Result<std::int64_t> {
        tx_.change().settings = true;
        const auto goals = toJson(entry.goals);
        if (entry.id == 0) {
            const auto id = session.insert("INSERT INTO goal_entry(network, from_day, to_day, visits, goals) VALUES(?,?,?,?,?)", entry.network, entry.fromDay, entry.toDay, entry.visits, goals);
            RowRecord::made(tx_, Imaged::GoalEntry, id).done();
            return id;
        }
        RowRecord record(tx_, Imaged::GoalEntry, entry.id);
        session.exec("INSERT INTO goal_entry(id, network, from_day, to_day, visits, goals) VALUES(?,?,?,?,?,?) ON CONFLICT(id) DO UPDATE SET network=excluded.network,"
                     " from_day=excluded.from_day, to_day=excluded.to_day, visits=excluded.visits, goals=excluded.goals",
                     entry.id, entry.network, entry.fromDay, entry.toDay, entry.visits, goals);
        record.done();
        return entry.id;
    });
}

Result<std::int64_t> Goals::enter(GoalEntry said)
{
    VIGIE_TRY(auto known, all());
    const auto found = std::find_if(known.begin(), known.end(), [&](const GoalEntry &one) { return one.network == said.network && one.fromDay == said.fromDay && one.toDay == said.toDay; });
    if (found == known.end()) {
        said.id = 0;
        return save(said);
    }
    found->visits = said.visits;
    for (auto &goal : said.goals) {
        std::erase_if(found->goals, [&](const Goal &one) { return one.name == goal.name; });
        found->goals.push_back(std::move(goal));
    }
    return save(*found);
}

Result<GoalEntry> Goals::remove(std::int64_t id)
{
    VIGIE_TRY(const auto known, all());
    const auto found = std::find_if(known.begin(), known.end(), [id](const GoalEntry &one) { return one.id == id; });
    if (found == known.end())
        return fail(Errc::NotFound, "there is no entry " + std::to_string(id));
    auto &session = tx_.session();
    return session.guard([&]() -> Result<GoalEntry> {
        tx_.change().settings = true;
        removeRow(tx_, Imaged::GoalEntry, id);
        return *found;
    });
}

} // namespace vigie::store
