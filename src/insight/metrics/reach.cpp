// SPDX-License-Identifier: GPL-3.0-or-later
// People who may have seen: followers of the authors as last counted, an upper bound, since nobody knows who follows two of them.
#include "insight/metrics/metric_def.hpp"

namespace vigie::insight {

namespace {

using Better = Metric::Better;

Result<void> unique(const Reading &reading, const Stretch &stretch, Figure &figure)
{
    double sum = 0;
    std::int64_t unknown = 0;
    for (const auto &author : reading.authors(stretch)) {
        const auto followers = reading.state().followersOf(author.author);
        if (followers == kUnknownFollowers) {
            ++unknown;
            continue;
        }
        ++figure.n;
        sum += followers;
    }
    if (unknown > 0)
        note(figure, Note::Kind::NotGiven, unknown);
    if (figure.n > 0)
        figure.value = sum;
    return {};
}

} // namespace

void addReachMetrics(std::vector<MetricDef> &to)
{
    const char *family = "reach";
    to.push_back({{"reach", 1, Unit::People, family, true, Better::Up, "reach = sum over mentions of the followers of their authors, relays included; potential, people are counted again for each"},
                  Behind::Mentions, [](const Tally &sum, Figure &figure) {
                      figure.n = sum.reached;
                      if (sum.reached > 0)
                          figure.value = sum.reach;
                      if (sum.posts > sum.reached)
                          note(figure, Note::Kind::NotGiven, sum.posts - sum.reached);
                  }});
    to.push_back({{"reach_unique", 1, Unit::People, family, false, Better::Up, "reach_unique = sum over authors of their followers, each author once; potential"}, Behind::Mentions, nullptr, unique});
    to.push_back({{"reach_per_mention", 1, Unit::PerPost, family, false, Better::Up, "reach_per_mention = reach / mentions whose author's followers are known"}, Behind::Mentions,
                  [](const Tally &sum, Figure &figure) {
                      figure.n = sum.reached;
                      if (sum.reached > 0)
                          figure.value = sum.reach / static_cast<double>(sum.reached);
                      if (sum.posts > sum.reached)
                          note(figure, Note::Kind::NotGiven, sum.posts - sum.reached);
                  }});
}

} // namespace vigie::insight
