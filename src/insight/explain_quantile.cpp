// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/explain_quantile.hpp"

#include "insight/waits.hpp"

#include <algorithm>
#include <cmath>

namespace vigie::insight {

namespace {

constexpr std::size_t kMostTried = 200; ///< groups, those with most conversations: what has one or two of thousands moves no median

} // namespace

void QuantileSplit::add(std::int64_t group, const Lasting &wait, bool now)
{
    (now ? now_ : before_).push_back({group, wait});
    ++(now ? rows_[group].now : rows_[group].before);
}

std::int64_t QuantileSplit::answered(bool now) const
{
    const auto &waits = now ? now_ : before_;
    return std::count_if(waits.begin(), waits.end(), [](const Wait &wait) { return wait.time.ended; });
}

std::optional<double> QuantileSplit::value(const Groups &groups, bool now, bool only) const
{
    std::vector<Lasting> times;
    for (const auto &wait : now ? now_ : before_)
        if (std::binary_search(groups.begin(), groups.end(), wait.group) == only)
            times.push_back(wait.time);
    return waitQuantile(times, q_);
}

ExplainedPart QuantileSplit::partOf(const Groups &groups) const
{
    ExplainedPart part;
    part.id = groups.front();
    for (const auto group : groups) {
        const auto &rows = rows_.at(group);
        part.rowsBefore += rows.before;
        part.rowsNow += rows.now;
    }
    part.before = value(groups, false, true);
    part.now = value(groups, true, true);
    const auto change = *whole(true) - *whole(false);
    const auto before = value(groups, false), now = value(groups, true);
    part.change = before && now ? change - (*now - *before) : change; // without it there would be no figure
    return part;
}

Result<std::vector<ExplainedPart>> QuantileSplit::parts(int limit, const std::function<bool(double)> &progress) const
{
    std::vector<std::int64_t> groups;
    for (const auto &[group, rows] : rows_)
        groups.push_back(group);
    const auto size = [this](std::int64_t group) { return rows_.at(group).before + rows_.at(group).now; };
    std::stable_sort(groups.begin(), groups.end(), [&](std::int64_t a, std::int64_t b) { return size(a) > size(b); });
    const auto tried = std::min(groups.size(), kMostTried);
    std::vector<ExplainedPart> out;
    for (std::size_t i = 0; i < tried; ++i) {
        if (progress && !progress(static_cast<double>(i) / static_cast<double>(tried)))
            return fail(Errc::Cancelled);
        out.push_back(partOf({groups[i]}));
    }
    std::stable_sort(out.begin(), out.end(), [](const ExplainedPart &a, const ExplainedPart &b) { return std::abs(a.change) > std::abs(b.change); });
    const auto wanted = static_cast<std::size_t>(std::max(limit, 1));
    if (groups.size() <= wanted + 1) // one part alone is never "others"
        return out;
    out.resize(std::min(wanted, out.size()));
    Groups rest;
    for (const auto group : groups)
        if (std::none_of(out.begin(), out.end(), [group](const ExplainedPart &part) { return part.id == group; }))
            rest.push_back(group);
    std::sort(rest.begin(), rest.end());
    auto others = partOf(rest);
    others.what = ExplainedPart::What::Others;
    others.groups = static_cast<std::int64_t>(rest.size());
    out.push_back(std::move(others));
    return out;
}

} // namespace vigie::insight
