// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/metrics/metric_def.hpp"

#include <algorithm>

namespace vigie::insight {

namespace {

using Better = Metric::Better;
using Sample = Metric::Sample;

Result<void> perDay(const Reading &reading, const Stretch &stretch, Figure &figure)
{
    const double days = std::chrono::duration<double>(stretch.to - stretch.from).count() / 86400;
    if (days <= 0)
        return {};
    setCount(figure, reading.tally(stretch, Sums::Posts).posts);
    *figure.value /= days;
    figure.interval = Interval{figure.interval->low / days, figure.interval->high / days};
    return {};
}

Result<void> authors(const Reading &reading, const Stretch &stretch, Figure &figure)
{
    setCount(figure, reading.people(stretch));
    return {};
}

/// The largest h with h posts that have at least h reactions each.
Result<void> hIndex(const Reading &reading, const Stretch &stretch, Figure &figure)
{
    std::vector<float> counts;
    std::int64_t unknown = 0;
    reading.scan(stretch, [&](const PostColumns &chunk, std::size_t row) {
        if (chunk.engagements[row] >= 0)
            counts.push_back(chunk.engagements[row]);
        else
            ++unknown;
    });
    figure.n = static_cast<std::int64_t>(counts.size());
    if (unknown > 0)
        note(figure, Note::Kind::NotGiven, unknown);
    if (counts.empty())
        return {};
    std::sort(counts.begin(), counts.end(), std::greater<>());
    std::size_t h = 0;
    while (h < counts.size() && counts[h] >= static_cast<float>(h + 1))
        ++h;
    figure.value = static_cast<double>(h);
    return {};
}

} // namespace

void addMentionMetrics(std::vector<MetricDef> &to)
{
    const auto first = to.size();
    const char *family = "mentions";
    to.push_back({{"mentions", 1, Unit::Count, family, true, Better::Neither, "mentions = distinct posts that match the query; ours, gone, spam and kept aside left out"},
                  Behind::Mentions, [](const Tally &sum, Figure &figure) { setCount(figure, sum.posts); }});
    to.push_back({{"originals", 1, Unit::Count, family, true, Better::Neither, "originals = mentions - relays"}, Behind::Originals,
                  [](const Tally &sum, Figure &figure) { setCount(figure, sum.posts - sum.relays); }});
    to.push_back({{"relays", 1, Unit::Count, family, true, Better::Neither, "relays = mentions that relay or copy another post"}, Behind::Relays,
                  [](const Tally &sum, Figure &figure) { setCount(figure, sum.relays); }});
    to.push_back({{"originals_share", 1, Unit::Percent, family, false, Better::Neither, "originals_share = 100 originals / mentions"}, Behind::Mentions,
                  [](const Tally &sum, Figure &figure) { setShare(figure, sum.posts - sum.relays, sum.posts); }});
    to.push_back({{"mentions_per_day", 1, Unit::PerDay, family, false, Better::Neither, "mentions_per_day = mentions / days that have passed"}, Behind::Mentions, nullptr, perDay});
    to.push_back({{"authors", 1, Unit::People, family, false, Better::Neither, "authors = distinct accounts behind the mentions", Sample::People}, Behind::Authored, nullptr, authors});
    to.push_back({{"mention_engagements", 1, Unit::Count, family, true, Better::Neither, "mention_engagements = sum of (likes + reposts + replies + quotes) of the mentions as last counted"},
                  Behind::Given, [](const Tally &sum, Figure &figure) { setKnown(figure, sum.engagements, sum.given, sum.posts); }});
    to.push_back({{"h_index", 1, Unit::Score, family, false, Better::Up, "h_index = largest h with h mentions of at least h reactions each"}, Behind::Given, nullptr, hIndex});
    needAll(to, first, {.posts = true, .counts = true});
}

} // namespace vigie::insight
