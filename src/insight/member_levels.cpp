// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/member_levels.hpp"

#include <vigie/insight/statistics.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace vigie::insight {

namespace {

constexpr double kHalfLife = 90, kRelayWeight = 0.25, kFirst = 0.1, kSecond = 0.35;
constexpr std::int64_t kFewestActs = 3;
constexpr std::size_t kFewestDays = 2;
constexpr std::array<double, kLevels> kWeights{10, 7, 4, 1};

double weightOf(const MemberAct &act)
{
    return std::exp2(-act.ageDays / kHalfLife) * (act.relay ? kRelayWeight : 1);
}

struct Said {
    double weight = 0;
    std::int64_t mine = 0, toned = 0;
    std::set<std::int32_t> days;
};

} // namespace

LevelCounts levelsOf(std::span<const MemberAct> acts)
{
    std::map<std::uint32_t, std::int64_t> members;
    for (const auto &act : acts)
        ++members[act.member];
    const auto ranked = static_cast<std::int64_t>(std::count_if(members.begin(), members.end(), [](const auto &one) { return one.second > 1; }));
    const auto upTo = [ranked](double share) { return static_cast<std::int64_t>(std::lround(share * static_cast<double>(ranked))); };
    return {upTo(kFirst), upTo(kSecond) - upTo(kFirst), ranked - upTo(kSecond), static_cast<std::int64_t>(members.size()) - ranked};
}

std::optional<double> gravityOf(const LevelCounts &levels)
{
    double sum = 0;
    std::int64_t members = 0;
    for (std::size_t level = 0; level < kLevels; ++level) {
        sum += kWeights[level] * kWeights[level] * static_cast<double>(levels[level]);
        members += levels[level];
    }
    return members > 0 ? std::optional(sum) : std::nullopt;
}

std::vector<MemberScore> scoresOf(std::span<const MemberAct> acts, Side side)
{
    std::map<std::uint32_t, Said> members;
    for (const auto &act : acts) {
        if (act.label == 0)
            continue;
        auto &one = members[act.member];
        ++one.toned;
        if (act.label != static_cast<std::int8_t>(side))
            continue;
        ++one.mine;
        one.weight += weightOf(act) * std::abs(act.tone);
        one.days.insert(act.day);
    }
    std::vector<MemberScore> out;
    for (const auto &[member, said] : members) {
        const auto share = wilson(said.mine, said.toned);
        if (said.mine >= kFewestActs && said.days.size() >= kFewestDays && share && share->first > 0.5)
            out.push_back({member, said.weight * (1 + std::log2(1 + static_cast<double>(said.days.size())))});
    }
    std::sort(out.begin(), out.end(), [](const MemberScore &a, const MemberScore &b) { return a.score != b.score ? a.score > b.score : a.member < b.member; });
    return out;
}

} // namespace vigie::insight
