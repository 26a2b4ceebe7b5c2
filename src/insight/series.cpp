// SPDX-License-Identifier: GPL-3.0-or-later
// Curves, bars and heat maps: figures by stretches of time and by parts. What is made of sums is one pass over the columns, however
// many stretches and parts there are.
#include "insight/measuring.hpp"
#include "insight/series_parts.hpp"

#include <algorithm>

namespace vigie::insight {

namespace {

constexpr int kWeek = 7, kThursday = 3, kDayHours = 24;

/// Where a bucket begins: at each of these days, or hours.
Result<std::vector<Instant>> startsOf(const Period &period, const Stretch &stretch, Bucket bucket, const std::string &zone)
{
    std::vector<Instant> out;
    if (bucket == Bucket::Hour || bucket == Bucket::HourOfWeekday) {
        VIGIE_TRY(const auto end, dayStart(period.toDay, zone));
        for (auto at = stretch.from; at < end; at += std::chrono::hours{1})
            out.push_back(at);
        return out;
    }
    for (auto day = period.fromDay; day < period.toDay; ++day) {
        VIGIE_TRY(const auto start, dayStart(day, zone));
        const bool monday = (day + kThursday) % kWeek == 0;
        VIGIE_TRY(const auto wall, toWall(start + std::chrono::hours{12}, zone)); // at noon, so that a missing midnight is of its day
        const bool begins = day == period.fromDay || bucket == Bucket::Day || (bucket == Bucket::Week && monday) || (bucket == Bucket::Month && wall.day == 1);
        if (begins)
            out.push_back(start);
        if (bucket == Bucket::Whole)
            break;
    }
    return out;
}

/// Cell of each hour of the period in a week of 168, Monday 0 h first; the hour that comes twice in autumn is one cell.
Result<std::vector<std::size_t>> cellsOfWeek(const std::vector<Instant> &hours, const std::string &zone)
{
    std::vector<std::size_t> out;
    for (const auto hour : hours) {
        VIGIE_TRY(const auto wall, toWall(hour, zone));
        VIGIE_TRY(const auto day, localDay(hour, zone));
        out.push_back(static_cast<std::size_t>(((day + kThursday) % kWeek) * kDayHours + wall.hour));
    }
    return out;
}

struct Cells {
    std::vector<std::int32_t> edges;     ///< seconds of the columns, one more than there are buckets
    std::size_t lines = 1;
    std::vector<Tally> sums;             ///< line by line
    [[nodiscard]] std::size_t buckets() const { return edges.size() - 1; }
};

/// One pass. `lineOf` gives the line of a post, or a number beyond the last for none.
template <class LineOf>
void sumUp(const Reading &reading, const Stretch &stretch, Cells &cells, Sums sums, LineOf &&lineOf)
{
    cells.sums.assign(cells.lines * cells.buckets(), {});
    std::size_t bucket = 0; // posts come nearly in the order of time
    const auto &edges = cells.edges;
    reading.scan(stretch, [&](const PostColumns &chunk, std::size_t row) {
        const auto second = chunk.second[row];
        while (second < edges[bucket] && bucket > 0)
            --bucket;
        while (second >= edges[bucket + 1] && bucket + 1 < cells.buckets())
            ++bucket;
        if (const std::size_t line = lineOf(chunk, row); line < cells.lines)
            cells.sums[line * cells.buckets() + bucket].add(reading.state(), chunk, row, sums);
    });
}

class SeriesMaker {
public:
    SeriesMaker(const MetricDef &def, const Stretch &stretch, Bucket bucket) : def_(def), stretch_(stretch), bucket_(bucket) {}

    Result<void> place(const Period &period, const std::string &zone)
    {
        VIGIE_TRY(starts_, startsOf(period, stretch_, bucket_, zone));
        VIGIE_TRY(end_, dayStart(period.toDay, zone));
        if (bucket_ == Bucket::HourOfWeekday) {
            VIGIE_TRY(week_, cellsOfWeek(starts_, zone));
        }
        return {};
    }
    [[nodiscard]] std::vector<Instant> starts() const
    {
        if (bucket_ != Bucket::HourOfWeekday)
            return starts_;
        std::vector<Instant> out(kWeek * kDayHours, Instant::max());
        for (std::size_t i = 0; i < week_.size(); ++i)
            out[week_[i]] = std::min(out[week_[i]], starts_[i]);
        return out;
    }
    /// Lines of sums, one for each of `lines`.
    template <class LineOf>
    std::vector<std::vector<Figure>> sums(const Reading &reading, std::size_t lines, LineOf &&lineOf) const
    {
        Cells cells;
        cells.lines = lines;
        for (const auto start : starts_)
            cells.edges.push_back(columnSecond(start));
        cells.edges.push_back(columnSecond(end_));
        sumUp(reading, stretch_, cells, sumsFor(def_.behind), lineOf);
        std::vector<std::vector<Figure>> out;
        for (std::size_t line = 0; line < lines; ++line)
            out.push_back(points(cells, line));
        return out;
    }
    /// One line, bucket by bucket.
    Result<std::vector<Figure>> each(const Reading &reading) const
    {
        if (bucket_ == Bucket::HourOfWeekday)
            return fail(Errc::InvalidInput, def_.metric.key + " is not made of sums: it has no hours of the week");
        std::vector<Figure> out;
        for (std::size_t i = 0; i < starts_.size(); ++i) {
            const Stretch one{starts_[i], std::min(i + 1 < starts_.size() ? starts_[i + 1] : end_, stretch_.to)};
            if (one.from >= stretch_.to) {
                out.push_back(emptyFigure(def_.metric));
                continue;
            }
            VIGIE_TRY(auto figure, measure(def_, reading, one));
            out.push_back(std::move(figure));
        }
        return out;
    }

private:
    std::vector<Figure> points(const Cells &cells, std::size_t line) const
    {
        std::vector<Figure> out;
        const auto *sums = &cells.sums[line * cells.buckets()];
        if (bucket_ == Bucket::HourOfWeekday) {
            std::vector<Tally> week(kWeek * kDayHours);
            for (std::size_t hour = 0; hour < cells.buckets(); ++hour)
                week[week_[hour]] += sums[hour];
            for (const auto &sum : week)
                out.push_back(measure(def_, sum));
            return out;
        }
        for (std::size_t i = 0; i < cells.buckets(); ++i) // what has not begun has no figure
            out.push_back(starts_[i] < stretch_.to ? measure(def_, sums[i]) : emptyFigure(def_.metric));
        return out;
    }

    const MetricDef &def_;
    Stretch stretch_;
    Bucket bucket_;
    std::vector<Instant> starts_;
    std::vector<std::size_t> week_;
    Instant end_;
};

std::int64_t sizeOf(const Series::Line &line)
{
    std::int64_t sum = 0;
    for (const auto &point : line.points)
        sum += point.n;
    return sum;
}

} // namespace

Result<Series> FigureReader::series(std::string_view key, const FigureScope &scope, const Period &period, Bucket bucket, Split split)
{
    VIGIE_TRY(const auto *def, knownMetric(key));
    VIGIE_TRY(const auto stretch, elapsedOf(tx_, period));
    if (!ofMentions(*def) && split != Split::None && split != Split::Network)
        return fail(Errc::InvalidInput, def->metric.key + " is not made of mentions: it is split by network alone");
    VIGIE_TRY(const auto reading, Reading::over(tx_, columns_, scope, stretch, lookBackOf(*def, stretch)));
    SeriesMaker maker(*def, stretch, bucket);
    VIGIE_CHECK(maker.place(period, reading.zone()));
    VIGIE_TRY(const auto parts, def->behind == Behind::Entered && split == Split::Network ? enteredParts(reading, stretch) : partsOf(reading, stretch, split));
    Series out;
    out.starts = maker.starts();
    for (const auto &part : parts.list)
        out.lines.push_back({part.name, part.id, {}});
    if (def->ofTally && parts.inOnePass) {
        auto lines = maker.sums(reading, parts.list.size(), [&](const PostColumns &chunk, std::size_t row) { return parts.lineOf(chunk, row); });
        for (std::size_t i = 0; i < lines.size(); ++i)
            out.lines[i].points = std::move(lines[i]);
    } else {
        for (std::size_t i = 0; i < parts.list.size(); ++i) {
            VIGIE_TRY(const auto part, reading.with(parts.list[i].scope));
            auto narrowed = part;
            narrowed.filter().author = parts.list[i].author;
            narrowed.filter().kind = parts.list[i].kind;
            if (def->ofTally) {
                out.lines[i].points = std::move(maker.sums(narrowed, 1, [](const PostColumns &, std::size_t) { return std::size_t{0}; }).front());
                continue;
            }
            VIGIE_TRY(out.lines[i].points, maker.each(narrowed));
        }
    }
    std::stable_sort(out.lines.begin(), out.lines.end(), [](const Series::Line &a, const Series::Line &b) { return sizeOf(a) > sizeOf(b); });
    if (ofMentions(*def)) {
        VIGIE_TRY(const auto seen, seenShare(tx_, scope.networks, stretch));
        notePartial(out.notes, std::min(seen, reading.judged()));
    }
    return out;
}

} // namespace vigie::insight
