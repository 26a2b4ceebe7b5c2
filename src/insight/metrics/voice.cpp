// SPDX-License-Identifier: GPL-3.0-or-later
// The panel: the query of the scope, the brand and its competitors. A post that names two counts for both.
#include "insight/metrics/metric_def.hpp"

#include <vigie/store/query_changes.hpp>

#include <algorithm>

namespace vigie::insight {

namespace {

using Better = Metric::Better;
using Sample = Metric::Sample;

struct Voice {
    Tally mine;
    std::vector<Tally> all; ///< mine first
};

/// Nobody to compare with: no panel.
Result<std::optional<Voice>> voices(const Reading &reading, const Stretch &stretch, Behind behind, Sums sums, Figure &figure, RowsTold &rows)
{
    VIGIE_TRY(const auto panel, reading.panel());
    Voice out;
    double judged = 1;
    for (const auto &query : panel) {
        auto scope = reading.scope();
        scope.query = query.id;
        VIGIE_TRY(const auto other, reading.with(scope));
        out.all.push_back(other.tally(stretch, sums));
        judged = std::min(judged, other.judged());
    }
    std::vector<QueryId> ids;
    for (const auto &query : panel)
        ids.push_back(query.id);
    VIGIE_TRY(const auto changed, store::QueryChanges(reading.tx()).last(ids, stretch.from, stretch.to));
    if (changed) // before and after are shares of something else
        note(figure, Note::Kind::PanelChanged, 1, changed);
    if (judged < 1)
        note(figure, Note::Kind::Partial, static_cast<std::int64_t>(judged * 1000));
    if (panel.size() < 2 || panel.front().id != reading.scope().query)
        return std::optional<Voice>();
    out.mine = out.all.front();
    if (rows.asked)
        reading.scan(stretch, [&](const PostColumns &chunk, std::size_t row) {
            if (standsBehind(behind, reading.state(), chunk, row))
                rows.take(chunk.id(row));
        });
    return std::optional(std::move(out));
}

Result<void> byMentions(const Reading &reading, const Stretch &stretch, Figure &figure, RowsTold &rows)
{
    VIGIE_TRY(const auto voice, voices(reading, stretch, Behind::Mentions, Sums::Posts, figure, rows));
    if (!voice)
        return {};
    std::int64_t all = 0;
    for (const auto &one : voice->all)
        all += one.posts;
    setShare(figure, voice->mine.posts, all);
    return {};
}

Result<void> bySum(const Reading &reading, const Stretch &stretch, Figure &figure, RowsTold &rows, Behind behind, double Tally::*sum, std::int64_t Tally::*known)
{
    VIGIE_TRY(const auto voice, voices(reading, stretch, behind, sumsFor(behind), figure, rows));
    if (!voice)
        return {};
    double all = 0;
    std::int64_t without = 0;
    for (const auto &one : voice->all) {
        all += one.*sum;
        figure.n += one.*known;
        without += one.posts - one.*known;
    }
    if (without > 0)
        note(figure, Note::Kind::NotGiven, without);
    if (all > 0)
        figure.value = 100 * (voice->mine.*sum) / all;
    return {};
}

/// 3 reach / max + 2 mentions / max + 2 brand health / max + reactions a mention / max, over the panel; a term without a largest one is 0.
Result<void> ranking(const Reading &reading, const Stretch &stretch, Figure &figure, RowsTold &rows)
{
    VIGIE_TRY(const auto voice, voices(reading, stretch, Behind::Mentions, Sums::All, figure, rows));
    if (!voice)
        return {};
    const auto term = [&](auto of) {
        double most = 0;
        for (const auto &one : voice->all)
            most = std::max(most, of(one));
        return most > 0 ? of(voice->mine) / most : 0;
    };
    figure.n = voice->mine.posts;
    figure.value = 3 * term([](const Tally &one) { return one.reach; }) + 2 * term([](const Tally &one) { return static_cast<double>(one.posts); })
                   + 2 * term([](const Tally &one) {
                         const auto polar = one.positive + one.negative;
                         return polar > 0 ? static_cast<double>(one.positive) / static_cast<double>(polar) : 0;
                     })
                   + term([](const Tally &one) { return one.given > 0 ? one.engagements / static_cast<double>(one.given) : 0; });
    return {};
}

} // namespace

void addVoiceMetrics(std::vector<MetricDef> &to)
{
    const auto first = to.size();
    const char *family = "voice";
    to.push_back({{"share_of_voice", 1, Unit::Percent, family, false, Better::Up, "share_of_voice = 100 mentions / sum of mentions of the brand and its competitors", Sample::Panel},
                  Behind::Told, nullptr, nullptr, byMentions});
    to.push_back({{"share_of_voice_reach", 1, Unit::Percent, family, false, Better::Up, "share_of_voice_reach = 100 reach / sum of reach of the brand and its competitors", Sample::Panel}, Behind::Told, nullptr, nullptr,
                  [](const Reading &reading, const Stretch &stretch, Figure &figure, RowsTold &rows) { return bySum(reading, stretch, figure, rows, Behind::Reached, &Tally::reach, &Tally::reached); }});
    to.push_back({{"share_of_voice_engagement", 1, Unit::Percent, family, false, Better::Up,
                   "share_of_voice_engagement = 100 reactions to mentions / sum of these of the brand and its competitors", Sample::Panel}, Behind::Told, nullptr, nullptr,
                  [](const Reading &reading, const Stretch &stretch, Figure &figure, RowsTold &rows) { return bySum(reading, stretch, figure, rows, Behind::Given, &Tally::engagements, &Tally::given); }});
    to.push_back({{"brand_ranking", 1, Unit::Score, family, false, Better::Up,
                   "brand_ranking = 3 reach / max + 2 mentions / max + 2 brand health / max + reactions a mention / max, over the brand and its competitors"},
                  Behind::Told, nullptr, nullptr, ranking});
    needAll(to, first, {.posts = true, .panel = true, .counts = true, .people = true});
}

} // namespace vigie::insight
