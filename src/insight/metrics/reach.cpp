// SPDX-License-Identifier: GPL-3.0-or-later
// People who may have seen: followers of the authors as last counted, an upper bound, since nobody knows who follows two of them.
#include "insight/metrics/metric_def.hpp"

#include <algorithm>

namespace vigie::insight {

namespace {

using Better = Metric::Better;
using Sample = Metric::Sample;

Result<void> unique(const Reading &reading, const Stretch &stretch, Figure &figure)
{
    double sum = 0;
    std::int64_t known = 0;
    const auto authors = reading.authors(stretch);
    for (const auto &author : authors)
        if (const auto followers = reading.state().followersOf(author.author); followers != kUnknownFollowers) {
            ++known;
            sum += followers;
        }
    setKnown(figure, sum, known, static_cast<std::int64_t>(authors.size()));
    return {};
}

} // namespace

void addReachMetrics(std::vector<MetricDef> &to)
{
    const auto first = to.size();
    const char *family = "reach";
    to.push_back({{"reach", 1, Unit::People, family, true, Better::Up, "reach = sum over mentions of the followers of their authors, relays included; potential, people are counted again for each"},
                  Behind::Reached, [](const Tally &sum, Figure &figure) { setKnown(figure, sum.reach, sum.reached, sum.posts); }});
    to.push_back({{"reach_unique", 1, Unit::People, family, false, Better::Up, "reach_unique = sum over authors of their followers, each author once; potential", Sample::People}, Behind::Reached, nullptr, unique});
    to.push_back({{"reach_per_mention", 1, Unit::PerPost, family, false, Better::Up, "reach_per_mention = reach / mentions whose author's followers are known"}, Behind::Reached,
                  [](const Tally &sum, Figure &figure) { setKnown(figure, sum.reach / static_cast<double>(std::max<std::int64_t>(sum.reached, 1)), sum.reached, sum.posts); }});
    needAll(to, first, {.posts = true, .people = true});
}

} // namespace vigie::insight
