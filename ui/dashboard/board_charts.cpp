// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/board_charts.hpp"

#include "ui/bridge/text.hpp"
#include "ui/dashboard/figure_text.hpp"
#include "ui/dashboard/tile_reading.hpp"

#include <vigie/insight/statistics.hpp>

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace vigie::ui {

namespace {

using insight::Bucket;
using insight::Split;

constexpr int kDaysOfWeek = 7, kHours = 24;

ChartLine lineOf(const insight::Series::Line &line, const QString &name)
{
    ChartLine out;
    out.name = name;
    out.id = line.id;
    out.part = line.name;
    for (const auto &figure : line.points) {
        ChartPoint point{figure.value, {}, figure.n};
        if (figure.interval)
            point.band = std::pair(figure.interval->low, figure.interval->high);
        out.points.push_back(point);
    }
    return out;
}

/// What has an order is told apart by how dark it is.
void shadeOf(ChartLine &line)
{
    constexpr int kLightest = 10, kStep = 18;
    line.ink = ChartLine::Ink::Shade;
    line.colour = kLightest + kStep * static_cast<int>(line.id);
}

void inkOf(ChartLine &line, Split split, int index)
{
    line.colour = index;
    if (split == Split::Tone)
        line.ink = line.part == "1" ? ChartLine::Ink::Positive : line.part == "-1" ? ChartLine::Ink::Negative : ChartLine::Ink::Neutral;
}

std::size_t placeOf(const std::vector<Instant> &starts, Instant at)
{
    const auto after = std::upper_bound(starts.begin(), starts.end(), at);
    return after == starts.begin() ? 0 : static_cast<std::size_t>(after - starts.begin() - 1);
}

} // namespace

QString BoardCharts::lineName(const BoardTile &tile, const insight::Series::Line &line, const Namer &networkName)
{
    switch (splitFrom(tile.split)) {
    case Split::Network: return networkName(line.name);
    case Split::Tone: return line.name == "1" ? tr("▲ positive") : line.name == "-1" ? tr("▼ negative") : tr("● neutral");
    case Split::Language: {
        const QLocale language(qs(line.name));
        return language.language() == QLocale::C ? tr("language not told") : language.nativeLanguageName();
    }
    case Split::Query: return format::queryName(line.name);
    case Split::None: return tr("This period");
    default: return line.name.empty() ? tr("others") : qs(line.name);
    }
}

void BoardCharts::placesOf(ChartData &data, const TileReading &reading, const BoardReading &page)
{
    const QLocale locale;
    const auto &starts = reading.series.starts;
    Instant last = page.coverage.to;
    if (const auto stretch = instantsOf(page.period, page.zone))
        last = stretch->second;
    for (std::size_t i = 0; i < starts.size(); ++i) {
        const auto local = format::local(starts[i], page.zone);
        switch (reading.bucket) {
        case Bucket::Hour:
            data.places << locale.toString(local, QStringLiteral("ddd d MMM HH:mm"));
            data.axis << locale.toString(local, QStringLiteral("HH:mm"));
            break;
        case Bucket::Week:
            data.places << tr("week from %1").arg(locale.toString(local.date(), QStringLiteral("d MMM yyyy")));
            data.axis << locale.toString(local.date(), QStringLiteral("d MMM"));
            break;
        case Bucket::Month:
            data.places << locale.toString(local.date(), QStringLiteral("MMMM yyyy"));
            data.axis << locale.toString(local.date(), QStringLiteral("MMM yyyy"));
            break;
        default:
            data.places << locale.toString(local.date(), QStringLiteral("ddd d MMM"));
            data.axis << locale.toString(local.date(), QStringLiteral("d MMM"));
        }
        data.stretches.emplace_back(toMicros(starts[i]), toMicros(i + 1 < starts.size() ? starts[i + 1] : last));
    }
}

void BoardCharts::marksOf(ChartData &data, const TileReading &reading, const BoardReading &page)
{
    const auto &starts = reading.series.starts;
    if (starts.empty())
        return;
    for (const auto &event : page.events) {
        ChartMark mark;
        mark.kind = event.campaign ? ChartMark::Kind::Campaign : ChartMark::Kind::Event;
        mark.from = static_cast<double>(placeOf(starts, event.from));
        mark.to = static_cast<double>(placeOf(starts, event.to - Micros{1}));
        mark.words = event.campaign ? tr("campaign: %1").arg(qs(event.name)) : qs(event.name);
        data.marks.push_back(std::move(mark));
    }
    if (reading.figure.key != "mentions" || data.lines.empty())
        return;
    for (const auto &spike : page.spikes) {
        ChartMark mark;
        mark.kind = ChartMark::Kind::Spike;
        mark.from = mark.to = static_cast<double>(placeOf(starts, spike.at));
        mark.words = spike.low && spike.high
                         ? tr("%1 in an hour, usual %2 to %3").arg(format::number(spike.value), format::number(std::floor(*spike.low)), format::number(std::ceil(*spike.high)))
                         : tr("%1 in an hour, out of the ordinary").arg(format::number(spike.value));
        data.marks.push_back(std::move(mark));
    }
}

ChartData BoardCharts::hours(const TileReading &reading)
{
    ChartData data;
    data.shape = ChartData::Shape::Heat;
    data.unit = reading.figure.unit;
    const QLocale locale;
    for (int hour = 0; hour < kHours; ++hour) {
        data.places << tr("%1 h", "hour of the day").arg(hour);
        data.axis << tr("%1h", "hour of the day, short").arg(hour);
    }
    if (reading.series.lines.empty())
        return data;
    const auto &points = reading.series.lines.front().points;
    for (int day = 0; day < kDaysOfWeek; ++day) {
        ChartLine line;
        line.name = locale.standaloneDayName(day + 1, QLocale::LongFormat);
        line.id = day;
        for (int hour = 0; hour < kHours; ++hour) {
            const auto at = static_cast<std::size_t>(day * kHours + hour);
            line.points.push_back(at < points.size() ? ChartPoint{points[at].value, {}, points[at].n} : ChartPoint{});
        }
        data.lines.push_back(std::move(line));
    }
    return data;
}

const std::vector<double> &BoardCharts::timeBins()
{
    static const std::vector<double> kBins{300, 600, 900, 1800, 3600, 7200, 14400, 28800, 43200, 86400, 172800};
    return kBins;
}

ChartData BoardCharts::times(const TileReading &reading)
{
    ChartData data;
    data.shape = ChartData::Shape::Columns;
    const auto &bins = timeBins();
    ChartLine line;
    line.name = tr("answers");
    line.points.resize(bins.size() + 1);
    for (std::size_t i = 0; i <= bins.size(); ++i) {
        const auto words = [](double seconds) { return format::duration(std::chrono::seconds{static_cast<std::int64_t>(seconds)}); };
        data.places << (i == bins.size() ? tr("more than %1").arg(words(bins.back())) : i == 0 ? tr("up to %1").arg(words(bins[0])) : tr("%1 to %2", "durations").arg(words(bins[i - 1]), words(bins[i])));
        data.axis << (i == bins.size() ? QStringLiteral("+") : words(bins[i]));
        line.points[i].value = 0;
    }
    const auto binOf = [&](double seconds) { return static_cast<std::size_t>(std::lower_bound(bins.begin(), bins.end(), seconds) - bins.begin()); };
    for (const double seconds : reading.seconds) {
        auto &point = line.points[binOf(seconds)];
        point.value = *point.value + 1;
        ++point.rows;
    }
    data.lines.push_back(std::move(line));
    for (const auto &[share, words] : {std::pair(0.5, tr("median of the answers %1")), std::pair(0.9, tr("9 of 10 answers within %1"))})
        if (const auto value = insight::quantile(reading.seconds, share)) {
            ChartMark mark;
            mark.kind = ChartMark::Kind::Value;
            const auto bin = binOf(*value);
            const double low = bin == 0 ? 0 : bins[bin - 1], high = bin < bins.size() ? bins[bin] : low * 2;
            mark.from = mark.to = static_cast<double>(bin) - 0.5 + std::clamp((*value - low) / (high - low), 0.0, 1.0);
            mark.words = words.arg(format::duration(std::chrono::seconds{static_cast<std::int64_t>(*value)}));
            data.marks.push_back(std::move(mark));
        }
    if (reading.seconds.empty())
        data.lines.clear();
    return data;
}

QString BoardCharts::stageName(const std::string &stage)
{
    return stage == "asked" ? tr("Conversations to answer") : stage == "answered" ? tr("answered") : stage == "hours" ? tr("within 4 hours") : tr("within an hour");
}

ChartData BoardCharts::funnel(const TileReading &reading)
{
    ChartData data;
    data.shape = ChartData::Shape::Funnel;
    ChartLine line;
    line.name = tr("conversations");
    for (const auto &stage : reading.rows) {
        data.places << stageName(stage.name);
        data.axis << stageName(stage.name);
        line.points.push_back({stage.value, {}, stage.rows});
    }
    if (!reading.rows.empty() && reading.rows.front().value.value_or(0) > 0)
        data.lines.push_back(std::move(line));
    return data;
}

ChartData BoardCharts::chart(const BoardTile &tile, const TileReading &reading, const BoardReading &page, const Namer &networkName)
{
    if (tile.kind == TileKind::Hours)
        return hours(reading);
    if (tile.kind == TileKind::Times)
        return times(reading);
    if (tile.kind == TileKind::Funnel)
        return funnel(reading);
    ChartData data;
    data.unit = reading.figure.unit;
    data.shape = tile.kind == TileKind::Lines ? ChartData::Shape::Lines : tile.kind == TileKind::Voice ? ChartData::Shape::Shares : ChartData::Shape::Stacked;
    placesOf(data, reading, page);
    const auto split = splitFrom(tile.split);
    int index = 0;
    for (const auto &line : reading.series.lines) {
        auto one = lineOf(line, tile.kind == TileKind::Voice   ? format::queryName(line.name)
                                : tile.kind == TileKind::Stars ? tr("%n star(s)", "", static_cast<int>(line.id))
                                                               : lineName(tile, line, networkName));
        tile.kind == TileKind::Stars ? shadeOf(one) : inkOf(one, split, index++);
        data.lines.push_back(std::move(one));
    }
    if (!reading.before.lines.empty()) {
        auto before = lineOf(reading.before.lines.front(), tr("Compared with"));
        before.ink = ChartLine::Ink::Before;
        before.points.resize(static_cast<std::size_t>(data.size())); // as many places as this period has
        for (auto &point : before.points)
            point.band.reset();
        data.lines.push_back(std::move(before));
    }
    if (tile.kind == TileKind::Lines)
        marksOf(data, reading, page);
    return data;
}

} // namespace vigie::ui
