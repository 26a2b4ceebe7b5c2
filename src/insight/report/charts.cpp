// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/report/charts.hpp"

#include <algorithm>
#include <cmath>

namespace vigie::insight {

namespace {

constexpr double kLegend = 16, kAxis = 16, kLabel = 7.5, kLeft = 34, kShareRow = 15;

struct Field {
    double left = kLeft, top = kLegend, right = 0, bottom = kChartHeight - kAxis, most = 1;
    [[nodiscard]] double y(double value) const { return bottom - (bottom - top) * value / most; }
    /// The middle of day `index` of `count`.
    [[nodiscard]] double x(std::size_t index, std::size_t count) const
    {
        return left + (right - left) * (static_cast<double>(index) + 0.5) / static_cast<double>(std::max<std::size_t>(count, 1));
    }
};

Field drawField(Canvas &canvas, const Report &report, const ReportWords &words, double width, double most)
{
    const auto steps = axisSteps(most);
    Field field;
    field.right = width;
    field.most = steps.back();
    for (const auto step : steps) {
        canvas.stroke({{field.left, field.y(step)}, {field.right, field.y(step)}}, step == 0 ? kQuiet : kRule, step == 0 ? 0.7 : 0.4, false);
        canvas.text(field.left - 5, field.y(step) + 2.6, words.number(step), kLabel, kQuiet, Anchor::End);
    }
    const auto count = report.days.size();
    const auto every = std::max<std::size_t>((count + 6) / 7, 1); // seven dates have room beside one another
    for (std::size_t i = 0; i < count; i += every)
        canvas.text(field.x(i, count), field.bottom + 11, words.shortDay(report.request.period.fromDay + static_cast<std::int32_t>(i)), kLabel, kQuiet,
                    count == 1 ? Anchor::Middle : i == 0 ? Anchor::Start : i + every >= count && field.x(i, count) + 14 > field.right ? Anchor::End : Anchor::Middle);
    return field;
}

double legendEntry(Canvas &canvas, double x, const std::string &words, Rgb color, bool line, bool dashed)
{
    if (line)
        canvas.stroke({{x, 5}, {x + 14, 5}}, color, dashed ? 1.1 : 1.6, dashed);
    else
        canvas.rect(x, 1, 8, 8, color);
    const double start = x + (line ? 18 : 12);
    canvas.text(start, 8, words, kLabel, kQuiet, Anchor::Start);
    return start + canvas.width(words, kLabel) + 14;
}

/// A line for each stretch with data: a day without data is a hole, not a nought.
void curve(Canvas &canvas, const Field &field, const std::vector<double> &values, Rgb color, double width, bool dashed)
{
    std::vector<Spot> part;
    const auto flush = [&] {
        if (part.size() == 1)
            canvas.rect(part[0].x - 1, part[0].y - 1, 2, 2, color);
        else if (part.size() > 1)
            canvas.stroke(part, color, width, dashed);
        part.clear();
    };
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (std::isfinite(values[i]))
            part.push_back({field.x(i, values.size()), field.y(std::min(values[i], field.most))});
        else
            flush();
    }
    flush();
}

double largest(const std::vector<double> &values)
{
    double most = 0;
    for (const auto value : values)
        if (std::isfinite(value))
            most = std::max(most, value);
    return most;
}

} // namespace

std::vector<double> axisSteps(double most)
{
    if (!std::isfinite(most) || most < 1)
        return {0, 1};
    double step = 1;
    for (double power = 1;; power *= 10) {
        const double fits[] = {power, 2 * power, 5 * power};
        const auto *found = std::find_if(std::begin(fits), std::end(fits), [most](double one) { return most / one <= 4; });
        if (found != std::end(fits)) {
            step = *found;
            break;
        }
    }
    std::vector<double> steps;
    for (double at = 0; steps.empty() || steps.back() < most; at += step)
        steps.push_back(at);
    return steps;
}

void drawMentions(Canvas &canvas, const Report &report, const ReportWords &words, double width)
{
    std::vector<double> now;
    for (const auto &day : report.days)
        now.push_back(static_cast<double>(day.total()));
    auto before = report.mentionsBefore;
    before.resize(now.size(), std::nan("")); // a period before of whole weeks may be longer
    const auto field = drawField(canvas, report, words, width, std::max(largest(now), largest(before)));
    curve(canvas, field, before, kEarlier, 1.1, true);
    curve(canvas, field, now, kAccent, 1.6, false);
    const double next = legendEntry(canvas, field.left, words.word("this_period"), kAccent, true, false);
    legendEntry(canvas, next, words.word("period_before"), kEarlier, true, true);
}

void drawTones(Canvas &canvas, const Report &report, const ReportWords &words, double width)
{
    double most = 0;
    for (const auto &day : report.days)
        most = std::max(most, static_cast<double>(day.total()));
    const auto field = drawField(canvas, report, words, width, most);
    const auto count = report.days.size();
    const double wide = (field.right - field.left) / static_cast<double>(std::max<std::size_t>(count, 1)) * (count > 120 ? 1 : 0.72);
    for (std::size_t i = 0; i < count; ++i) {
        double below = 0;
        const auto part = [&](std::int64_t value, Rgb color) {
            const double above = below + static_cast<double>(value);
            if (value > 0)
                canvas.rect(field.x(i, count) - wide / 2, field.y(above), wide, field.y(below) - field.y(above), color);
            below = above;
        };
        part(report.days[i].negative, kNegative);
        part(report.days[i].neutral, kNeutral);
        part(report.days[i].positive, kPositive);
    }
    double next = legendEntry(canvas, field.left, words.word("negative"), kNegative, false, false);
    next = legendEntry(canvas, next, words.word("neutral"), kNeutral, false, false);
    legendEntry(canvas, next, words.word("positive"), kPositive, false, false);
}

double shareHeight(const Report &report) { return kShareRow * static_cast<double>(report.panel.size()) + 4; }

void drawShares(Canvas &canvas, const Report &report, const ReportWords &words, double width)
{
    const double nameRoom = width * 0.28, barRoom = width * 0.42 - 20;
    double most = 0;
    for (const auto &one : report.panel)
        most = std::max(most, one.share);
    double y = 0;
    for (const auto &one : report.panel) {
        const bool ours = one.name == report.brandName;
        canvas.text(0, y + 10, one.name, 8.5, kInk, Anchor::Start, nameRoom - 8);
        canvas.rect(nameRoom, y + 2, std::max(barRoom * (most > 0 ? one.share / most : 0), 0.5), 9, ours ? kAccent : kEarlier);
        canvas.text(width, y + 10, words.percent(one.share, 1) + " (" + words.plural("n_mentions", one.mentions) + ")", 8.5, kInk, Anchor::End);
        y += kShareRow;
    }
}

} // namespace vigie::insight
