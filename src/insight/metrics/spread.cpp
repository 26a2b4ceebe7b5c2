// SPDX-License-Identifier: GPL-3.0-or-later
// How far the posts of a period were relayed: a cascade is an original of the scope with all that relays it, whoever says it and whenever.
#include "insight/metrics/metric_def.hpp"

#include "insight/cascade.hpp"

#include <vigie/store/cascades.hpp>

#include <algorithm>
#include <map>

namespace vigie::insight {

namespace {

using Better = Metric::Better;
using Sample = Metric::Sample;

/// The originals that were relayed, each with its shape.
Result<std::vector<CascadeShape>> cascades(const Reading &reading, const Stretch &stretch, Figure &figure, RowsTold &rows)
{
    std::vector<ItemId> originals;
    reading.scan(stretch, [&](const PostColumns &chunk, std::size_t row) {
        if ((chunk.flags[row] & kRelay) == 0)
            originals.push_back(chunk.id(row));
    });
    VIGIE_TRY(const auto edges, store::Cascades(reading.tx()).of(originals));
    std::vector<CascadeShape> out;
    std::int64_t unknown = 0;
    for (std::size_t first = 0; first < edges.size();) {
        auto last = first;
        std::map<ItemId, std::int32_t> places{{edges[first].root, 0}};
        for (; last < edges.size() && edges[last].root == edges[first].root; ++last)
            places.emplace(edges[last].item, static_cast<std::int32_t>(last - first) + 1);
        std::vector<std::int32_t> parents;
        for (auto at = first; at < last; ++at) {
            const auto parent = places.find(edges[at].parent);
            parents.push_back(parent == places.end() ? -1 : parent->second);
        }
        out.push_back(cascadeShape(parents));
        unknown += out.back().unknownDepth;
        rows.take(edges[first].root);
        first = last;
    }
    figure.n = static_cast<std::int64_t>(out.size());
    if (unknown > 0)
        note(figure, Note::Kind::Estimated, unknown);
    return out;
}

Result<void> count(const Reading &reading, const Stretch &stretch, Figure &figure, RowsTold &rows)
{
    VIGIE_TRY(const auto all, cascades(reading, stretch, figure, rows));
    setCount(figure, static_cast<std::int64_t>(all.size()));
    return {};
}

template <class Of>
Result<void> mean(const Reading &reading, const Stretch &stretch, Figure &figure, RowsTold &rows, Of of)
{
    VIGIE_TRY(const auto all, cascades(reading, stretch, figure, rows));
    std::vector<double> values;
    for (const auto &one : all)
        values.push_back(of(one));
    setRatio(figure, meanOf(values), 1, figure.n);
    return {};
}

template <class Of>
Result<void> most(const Reading &reading, const Stretch &stretch, Figure &figure, RowsTold &rows, Of of)
{
    VIGIE_TRY(const auto all, cascades(reading, stretch, figure, rows));
    for (const auto &one : all)
        figure.value = std::max(figure.value.value_or(0), static_cast<double>(of(one)));
    return {};
}

} // namespace

void addSpreadMetrics(std::vector<MetricDef> &to)
{
    const auto first = to.size();
    const auto add = [&](const char *key, Unit unit, bool additive, const char *formula, MetricDef::OfRows read) {
        to.push_back({{key, 1, unit, "spread", additive, Better::Neither, formula, Sample::Rows}, Behind::Told, nullptr, nullptr, read});
    };
    add("cascades", Unit::Count, true, "cascades = originals of the period that anybody relayed", count);
    add("cascade_size", Unit::PerPost, false, "cascade_size = mean over cascades of the posts in them, the original included",
        [](const Reading &reading, const Stretch &stretch, Figure &figure, RowsTold &rows) {
            return mean(reading, stretch, figure, rows, [](const CascadeShape &one) { return static_cast<double>(one.size); });
        });
    add("cascade_largest", Unit::Count, false, "cascade_largest = posts of the largest cascade, the original included",
        [](const Reading &reading, const Stretch &stretch, Figure &figure, RowsTold &rows) { return most(reading, stretch, figure, rows, [](const CascadeShape &one) { return one.size; }); });
    add("cascade_depth", Unit::Count, false, "cascade_depth = most relays in a row from an original on, over the cascades; a relay whose parent is not known hangs from the original",
        [](const Reading &reading, const Stretch &stretch, Figure &figure, RowsTold &rows) { return most(reading, stretch, figure, rows, [](const CascadeShape &one) { return one.depth; }); });
    add("cascade_breadth", Unit::Count, false, "cascade_breadth = most posts at one distance from an original, over the cascades",
        [](const Reading &reading, const Stretch &stretch, Figure &figure, RowsTold &rows) { return most(reading, stretch, figure, rows, [](const CascadeShape &one) { return one.breadth; }); });
    add("structural_virality", Unit::Score, false, "structural_virality = mean over cascades of 2 / (n (n - 1)) x sum over pairs of posts of the relays between them",
        [](const Reading &reading, const Stretch &stretch, Figure &figure, RowsTold &rows) {
            return mean(reading, stretch, figure, rows, [](const CascadeShape &one) { return one.virality.value_or(0); }); // a cascade has two posts at least
        });
    needAll(to, first, {.posts = true, .relays = true});
}

} // namespace vigie::insight
