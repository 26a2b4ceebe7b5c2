// SPDX-License-Identifier: GPL-3.0-or-later
// Levels of members, gravity, and who speaks for or against the brand. An act is a post that counts as a mention of the scope; our own
// accounts are left out, and the figures are those of the year that ends with the period, whatever its length.
#include "insight/metrics/metric_def.hpp"

#include "insight/member_levels.hpp"

#include <vigie/store/unranked.hpp>

#include <algorithm>
#include <set>

namespace vigie::insight {

namespace {

using Better = Metric::Better;
using Sample = Metric::Sample;
constexpr auto kYear = std::chrono::hours{24 * 365};

Result<std::vector<MemberAct>> actsOf(const Reading &reading, const Stretch &stretch, RowsTold *rows)
{
    const Stretch year{stretch.to - kYear, stretch.to};
    VIGIE_TRY(const auto firstDay, localDay(year.from, reading.zone()));
    VIGIE_TRY(const auto lastDay, localDay(year.to - Micros{1}, reading.zone()));
    std::vector<std::int32_t> starts; // of its days, in seconds of the columns
    for (auto day = firstDay; day <= lastDay; ++day) {
        VIGIE_TRY(const auto start, dayStart(day, reading.zone()));
        starts.push_back(columnSecond(start));
    }
    const auto end = endSecond(year.to);
    std::vector<MemberAct> out;
    reading.scan(year, [&](const PostColumns &chunk, std::size_t row) {
        if (chunk.author[row] == 0)
            return;
        const auto day = std::upper_bound(starts.begin(), starts.end(), chunk.second[row]) - starts.begin();
        out.push_back({chunk.author[row], static_cast<std::int32_t>(day), (end - chunk.second[row]) / 86400.0, chunk.toneMilli[row] / 1000.0, chunk.tone(row), (chunk.flags[row] & kRelay) != 0});
        if (rows != nullptr)
            rows->take(chunk.id(row));
    });
    return out;
}

template <std::size_t Level>
Result<void> level(const Reading &reading, const Stretch &stretch, Figure &figure, RowsTold &rows)
{
    VIGIE_TRY(const auto acts, actsOf(reading, stretch, &rows));
    const auto levels = levelsOf(acts);
    for (const auto one : levels)
        figure.n += one;
    if (figure.n > 0)
        figure.value = static_cast<double>(levels[Level]);
    return {};
}

Result<void> gravity(const Reading &reading, const Stretch &stretch, Figure &figure, RowsTold &rows)
{
    VIGIE_TRY(const auto acts, actsOf(reading, stretch, &rows));
    const auto levels = levelsOf(acts);
    for (const auto one : levels)
        figure.n += one;
    figure.value = gravityOf(levels);
    return {};
}

/// Whoever speaks for that side, but for those who are not to be ranked; how many these are is said.
Result<std::set<std::uint32_t>> speakersOf(const Reading &reading, const std::vector<MemberAct> &acts, Side side, Figure &figure)
{
    std::vector<MemberId> members;
    for (const auto &one : scoresOf(acts, side))
        members.push_back(MemberId{one.member});
    VIGIE_TRY(const auto unranked, store::unrankedOf(reading.tx(), members));
    std::set<std::uint32_t> out;
    for (const auto member : members)
        if (unranked.count(member) == 0)
            out.insert(static_cast<std::uint32_t>(member.value));
    if (!unranked.empty())
        note(figure, Note::Kind::SetApart, static_cast<std::int64_t>(unranked.size()));
    return out;
}

/// How many there are; the rows are their posts of that tone, since nobody is named without them.
template <Side Which>
Result<void> speakers(const Reading &reading, const Stretch &stretch, Figure &figure, RowsTold &rows)
{
    VIGIE_TRY(const auto acts, actsOf(reading, stretch, nullptr));
    VIGIE_TRY(const auto members, speakersOf(reading, acts, Which, figure));
    setCount(figure, static_cast<std::int64_t>(members.size()));
    if (rows.asked)
        reading.scan({stretch.to - kYear, stretch.to}, [&](const PostColumns &chunk, std::size_t row) {
            if (chunk.tone(row) == static_cast<std::int8_t>(Which) && members.count(chunk.author[row]) > 0)
                rows.take(chunk.id(row));
        });
    return {};
}

} // namespace

void addMemberMetrics(std::vector<MetricDef> &to)
{
    const auto first = to.size();
    const auto add = [&](const char *key, Unit unit, Better better, const char *formula, MetricDef::OfRows read) {
        to.push_back({{key, 1, unit, "community", false, better, formula, Sample::People}, Behind::Told, nullptr, nullptr, read, kYear});
    };
    add("members_core", Unit::People, Better::Up, "members_core = first tenth, by acts, of the people with two acts or more in the year that ends with the period", level<0>);
    add("members_close", Unit::People, Better::Up, "members_close = next quarter, by acts, of the people with two acts or more in the year that ends with the period", level<1>);
    add("members_around", Unit::People, Better::Neither, "members_around = other people with two acts or more in the year that ends with the period", level<2>);
    add("members_once", Unit::People, Better::Neither, "members_once = people with one act in the year that ends with the period", level<3>);
    add("community_gravity", Unit::Score, Better::Up, "community_gravity = 100 members_core + 49 members_close + 16 members_around + members_once", gravity);
    add("ambassadors", Unit::People, Better::Up,
        "ambassadors = people of the year that ends with the period with at least 3 positive acts on 2 days, and more positive than negative ones by Wilson's lower bound; without who works for us, is paid by us or asked not to be ranked", speakers<Side::Ambassador>);
    add("detractors", Unit::People, Better::Down,
        "detractors = people of the year that ends with the period with at least 3 negative acts on 2 days, and more negative than positive ones by Wilson's lower bound; without who works for us, is paid by us or asked not to be ranked", speakers<Side::Detractor>);
    needAll(to, first, {.posts = true, .answers = true});
    for (auto *one : {&to[to.size() - 2], &to.back()}) { // for and against
        one->metric.version = 2; // 1 counted those who are not ranked
        one->needs.apart = true;
    }
}

} // namespace vigie::insight
