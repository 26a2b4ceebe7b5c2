// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/insight/explain.hpp>

#include "insight/explain_material.hpp"

#include <array>
#include <utility>

namespace vigie::insight {

namespace {

constexpr std::array<std::pair<const char *, Dimension>, 6> kDimensions{{{"network", Dimension::Network}, {"topic", Dimension::Topic}, {"author", Dimension::Author},
                                                                         {"tone", Dimension::Tone}, {"language", Dimension::Language}, {"cluster", Dimension::Cluster}}};

} // namespace

const char *toString(Dimension dimension) noexcept
{
    for (const auto &[name, value] : kDimensions)
        if (value == dimension)
            return name;
    return "network";
}

std::optional<Dimension> dimensionFrom(std::string_view name) noexcept
{
    for (const auto &[known, value] : kDimensions)
        if (name == known)
            return value;
    return std::nullopt;
}

bool explains(std::string_view key)
{
    return explainedMeasure(key) != nullptr;
}

bool explains(std::string_view key, Dimension by)
{
    using From = ExplainedMeasure::From;
    const auto *measure = explainedMeasure(key);
    if (measure == nullptr)
        return false;
    const bool conversations = measure->from == From::Conversations || measure->from == From::Waits;
    return !(by == Dimension::Topic && measure->from == From::OwnPosts) && !(by == Dimension::Cluster && conversations);
}

std::vector<std::string> explainedFigures()
{
    std::vector<std::string> out;
    for (const auto &measure : explainedMeasures())
        out.emplace_back(measure.key);
    return out;
}

std::optional<std::vector<PartChange>> decompose(std::span<const PartSums> parts, bool ratio)
{
    PartSums all;
    for (const auto &part : parts) {
        all.overBefore += part.overBefore;
        all.overNow += part.overNow;
        all.underBefore += part.underBefore;
        all.underNow += part.underNow;
    }
    std::vector<PartChange> out;
    if (!ratio) {
        for (const auto &part : parts)
            out.push_back({part.overNow - part.overBefore, 0, 0});
        return out;
    }
    if (all.underBefore == 0 || all.underNow == 0)
        return std::nullopt;
    const double whole = (all.overBefore / all.underBefore + all.overNow / all.underNow) / 2;
    for (const auto &part : parts) {
        const double weightBefore = part.underBefore / all.underBefore, weightNow = part.underNow / all.underNow;
        // A part that had nothing in one period changes the whole by being there, not by how it is.
        const double before = part.underBefore != 0 ? part.overBefore / part.underBefore : part.underNow != 0 ? part.overNow / part.underNow : 0;
        const double now = part.underNow != 0 ? part.overNow / part.underNow : before;
        PartChange change;
        change.mix = (weightNow - weightBefore) * ((before + now) / 2 - whole);
        change.rate = (weightBefore + weightNow) / 2 * (now - before);
        change.change = change.mix + change.rate;
        out.push_back(change);
    }
    return out;
}

} // namespace vigie::insight
