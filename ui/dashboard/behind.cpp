// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/behind.hpp"

#include "ui/bridge/text.hpp"
#include "ui/dashboard/board_charts.hpp"
#include "ui/dashboard/chart_words.hpp"
#include "ui/dashboard/figure_text.hpp"
#include "ui/dashboard/tile_reading.hpp"
#include "ui/dashboard/tile_words.hpp"

#include <vigie/base/civil_day.hpp>
#include <vigie/store/figures.hpp>

#include <algorithm>

namespace vigie::ui {

namespace {

using insight::Split;

/// Read in slices while fewer than asked for pass.
constexpr int kSlice = 500;

void narrow(Behind &behind, Split split, const ChartLine &line)
{
    auto &scope = behind.scope;
    switch (split) {
    case Split::Network: scope.networks = {line.part}; break;
    case Split::Language: scope.langs = {line.part}; break;
    case Split::Tone: scope.tones = {static_cast<std::int8_t>(line.part == "1" ? 1 : line.part == "-1" ? -1 : 0)}; break;
    case Split::Query: scope.query = QueryId{line.id}; break;
    case Split::Tag: scope.tags = {TagId{line.id}}; break;
    case Split::Author: scope.words = (scope.words.empty() ? std::string() : "(" + scope.words + "\n) AND ") + "author:\"" + line.part + "\""; break;
    case Split::Kind: scope.words = (scope.words.empty() ? std::string() : "(" + scope.words + "\n) AND ") + "kind:" + line.part; break;
    case Split::None: break;
    }
}

/// Half stars are counted up.
void narrowToStars(Behind &behind, std::int64_t stars)
{
    auto words = "rating:<" + std::to_string(stars) + ".5";
    if (stars > 0)
        words += " rating:>=" + std::to_string(stars - 1) + ".5";
    auto &scope = behind.scope.words;
    scope = scope.empty() ? words : "(" + scope + "\n) AND " + words;
}

bool conversations(const BoardTile &tile)
{
    return tile.kind == TileKind::Times || tile.kind == TileKind::Funnel;
}

Result<std::vector<ItemId>> conversationRows(store::Tx &tx, const Behind &behind, const std::string &zone, const store::SearchPage &page)
{
    VIGIE_TRY(const auto stretch, instantsOf(behind.period, zone));
    VIGIE_TRY(const auto samples, store::Figures(tx).responses(stretch.first, stretch.second, behind.scope.networks));
    std::vector<ItemId> ids;
    for (const auto &sample : samples) {
        const double seconds = sample.answered ? std::max(0.0, static_cast<double>((*sample.answered - sample.asked).count()) / 1e6) : -1;
        if (!behind.answeredIn(seconds))
            continue;
        ids.push_back(sample.root);
    }
    std::sort(ids.begin(), ids.end(), [](ItemId a, ItemId b) { return b < a; });
    if (page.before)
        ids.erase(std::remove_if(ids.begin(), ids.end(), [&](ItemId id) { return !(id < page.before); }), ids.end());
    if (ids.size() > static_cast<std::size_t>(page.limit))
        ids.resize(static_cast<std::size_t>(page.limit));
    return ids;
}

Result<std::vector<ItemId>> partRows(store::Tx &tx, const Behind &behind, const store::SearchPage &page)
{
    constexpr int kMost = 20'000;
    const auto &[tile, explanation, at] = *behind.part;
    insight::Explainer explainer(tx);
    VIGIE_TRY(auto ids, explainer.rows(explainRequest(tile, behind.scope, explanation.period, explanation.against), explanation, explanation.parts.at(at), false, kMost));
    if (page.before)
        ids.erase(std::remove_if(ids.begin(), ids.end(), [&](ItemId id) { return !(id < page.before); }), ids.end());
    if (ids.size() > static_cast<std::size_t>(page.limit))
        ids.resize(static_cast<std::size_t>(page.limit));
    return ids;
}

bool passes(const Behind &behind, const std::string &zone, Instant at)
{
    if (behind.stretch && (at < behind.stretch->first || at >= behind.stretch->second))
        return false;
    if (!behind.hourOfWeek)
        return true;
    const auto wall = toWall(at, zone);
    return wall && (isoWeekday(civilDay(*wall)) - 1) * 24 + wall->hour == *behind.hourOfWeek;
}

Result<std::vector<ItemId>> figureRows(store::Tx &tx, insight::Columns &columns, const Behind &behind, const std::string &zone, const store::SearchPage &page)
{
    insight::FigureReader reader(tx, columns);
    if (!behind.stretch && !behind.hourOfWeek)
        return reader.rows(behind.key, behind.scope, behind.period, page);
    std::vector<ItemId> out;
    auto slice = page;
    slice.limit = kSlice;
    for (;;) {
        VIGIE_TRY(const auto ids, reader.rows(behind.key, behind.scope, behind.period, slice));
        VIGIE_TRY(const auto rows, store::Items(tx).rows(ids));
        for (const auto &row : rows)
            if (passes(behind, zone, row.item.publishedAt)) {
                out.push_back(row.item.id);
                if (out.size() == static_cast<std::size_t>(page.limit))
                    return out;
            }
        if (ids.size() < static_cast<std::size_t>(kSlice))
            return out;
        slice.before = ids.back();
    }
}

} // namespace

Behind behindTile(const BoardTile &tile, const TileReading &reading, const BoardReading &page)
{
    Behind behind;
    behind.title = TileWords::title(tile);
    behind.key = tile.metric;
    behind.scope = page.scope;
    behind.period = page.period;
    behind.notes = reading.figure.notes;
    if (conversations(tile)) {
        behind.answeredIn = [](double) { return true; };
        behind.rows = static_cast<std::int64_t>(reading.seconds.size()) + reading.open;
    } else if (tile.kind == TileKind::Stars) {
        behind.key = reading.figure.key;
        behind.rows = reading.figure.n;
        behind.value = FigureText::value(reading.figure);
    } else if (tile.metric.empty() || tile.kind == TileKind::Voice) {
        behind.key = "mentions";
    } else {
        behind.rows = insight::rowsBehind(reading.figure).value_or(-1);
        behind.value = FigureText::value(reading.figure);
    }
    return behind;
}

Behind behindPoint(const BoardTile &tile, const TileReading &reading, const BoardReading &page, const ChartData &chart, const ChartSpot &spot)
{
    auto behind = behindTile(tile, reading, page);
    const auto *point = chart.at(spot.line, spot.place);
    if (point == nullptr)
        return behind;
    const auto &line = chart.lines[static_cast<std::size_t>(spot.line)];
    behind.title = ChartWords::point(chart, spot);
    behind.value.clear();
    behind.notes.clear();
    behind.rows = point->rows;
    if (tile.kind == TileKind::Times) {
        const auto &bins = BoardCharts::timeBins();
        const auto at = static_cast<std::size_t>(spot.place);
        const double low = at == 0 ? -0.5 : bins[at - 1], high = at < bins.size() ? bins[at] : 1e18;
        behind.answeredIn = [low, high](double seconds) { return seconds > low && seconds <= high; };
        return behind;
    }
    if (tile.kind == TileKind::Funnel) {
        const double within = funnelStages().at(static_cast<std::size_t>(spot.place)).second;
        if (within >= 0)
            behind.answeredIn = [within](double seconds) { return seconds >= 0 && seconds <= within; };
        return behind;
    }
    if (tile.kind == TileKind::Hours) {
        behind.hourOfWeek = spot.line * 24 + spot.place;
        return behind;
    }
    if (line.ink == ChartLine::Ink::Before && page.against) {
        // The same place of the other period: as many days later as here.
        const auto begin = localDay(fromMicros(chart.stretches[static_cast<std::size_t>(spot.place)].first), page.zone);
        const auto end = localDay(fromMicros(chart.stretches[static_cast<std::size_t>(spot.place)].second - 1), page.zone);
        if (begin && end && reading.bucket != insight::Bucket::Hour) {
            const auto shift = page.against->fromDay - page.period.fromDay;
            behind.period = {*begin + shift, *end + 1 + shift};
        } else {
            behind.period = *page.against;
            behind.rows = -1;
        }
        return behind;
    }
    if (tile.kind == TileKind::Voice)
        behind.scope.query = QueryId{line.id};
    else if (tile.kind == TileKind::Stars)
        narrowToStars(behind, line.id);
    else
        narrow(behind, splitFrom(tile.split), line);
    if (static_cast<std::size_t>(spot.place) < chart.stretches.size()) {
        const auto [from, to] = chart.stretches[static_cast<std::size_t>(spot.place)];
        const auto first = localDay(fromMicros(from), page.zone), last = localDay(fromMicros(to - 1), page.zone);
        if (first && last)
            behind.period = {std::max(*first, page.period.fromDay), std::min(*last + 1, page.period.toDay)};
        if (reading.bucket == insight::Bucket::Hour)
            behind.stretch = std::pair(fromMicros(from), fromMicros(to));
    }
    return behind;
}

Behind behindLine(const BoardTile &tile, const ListRow &row, const BoardReading &page)
{
    Behind behind;
    behind.title = qs(row.name);
    behind.key = "mentions";
    behind.scope = page.scope;
    behind.period = page.period;
    behind.item = row.item;
    behind.rows = row.rows;
    if (!row.words.empty())
        behind.scope.words = (behind.scope.words.empty() ? std::string() : "(" + behind.scope.words + "\n) AND ") + row.words;
    if (tile.kind == TileKind::Links)
        behind.rows = -1; // people are counted, and posts are listed
    return behind;
}

Shell::RowSource rowsOf(const Behind &behind, const std::string &zone, insight::Columns &columns)
{
    return [behind, zone, &columns](store::Tx &tx, const store::SearchPage &page) -> Result<std::vector<ItemId>> {
        if (behind.item)
            return page.before ? std::vector<ItemId>{} : std::vector<ItemId>{behind.item};
        if (behind.part)
            return partRows(tx, behind, page);
        if (behind.answeredIn)
            return conversationRows(tx, behind, zone, page);
        return figureRows(tx, columns, behind, zone, page);
    };
}

} // namespace vigie::ui
