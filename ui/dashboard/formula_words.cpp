// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/formula_words.hpp"

#include "ui/bridge/text.hpp"

#include <vigie/insight/formula_help.hpp>

#include <QDate>
#include <QLocale>

#include <cmath>

namespace vigie::ui {

using insight::FormulaUnit;
using insight::ObjectiveState;
using insight::Unit;

namespace {

constexpr double kMinute = 60, kHour = 3600;

/// Whole numbers whole, small ones with what matters of them.
QString plain(double value)
{
    const double size = std::abs(value);
    const int decimals = value == std::floor(value) || size >= 1000 ? 0 : size >= 10 ? 1 : 2;
    return format::number(value, decimals);
}

} // namespace

std::string FormulaWords::language()
{
    return QLocale().language() == QLocale::French ? "fr" : "en";
}

QString FormulaWords::completion(const insight::FormulaCompletion &one)
{
    switch (one.kind) {
    case insight::FormulaCompletion::Kind::Metric: return tr("figure: %1", "a completion of a formula").arg(qs(insight::metricWords(one.name, language()).name));
    case insight::FormulaCompletion::Kind::Function: return tr("function", "of a formula");
    case insight::FormulaCompletion::Kind::Filter: return tr("filter", "of a formula");
    case insight::FormulaCompletion::Kind::Value: return tr("value of a filter", "of a formula");
    }
    return {};
}

QString FormulaWords::mistake(const insight::FormulaError &error)
{
    auto sentence = qs(insight::formulaSentence(error, language()));
    if (!sentence.isEmpty())
        sentence.front() = sentence.front().toUpper();
    return sentence;
}

QString FormulaWords::unit(const FormulaUnit &unit)
{
    if (unit.percent)
        return QStringLiteral("%");
    switch (unit.nearest()) {
    case Unit::Count: return tr("count", "unit");
    case Unit::People: return tr("people", "unit");
    case Unit::Points: return tr("points", "unit");
    case Unit::Seconds: return tr("time", "unit");
    case Unit::Stars: return tr("stars", "unit");
    case Unit::Score: return tr("score", "unit");
    case Unit::PerPost: return tr("per post", "unit");
    case Unit::PerDay: return tr("per day", "unit");
    case Unit::PerHour: return tr("per hour", "unit");
    case Unit::Currency: return tr("currency", "unit");
    case Unit::Views: return tr("views", "unit");
    case Unit::Percent:
    case Unit::Ratio: break;
    }
    return unit.isPlain() ? tr("number", "unit") : qs(unit.toString());
}

QString FormulaWords::value(double value, const FormulaUnit &unit)
{
    if (unit.percent)
        return tr("%1 %", "a percentage").arg(format::number(value, 1));
    switch (unit.nearest()) {
    case Unit::Seconds: {
        const auto size = format::duration(std::chrono::seconds(std::llround(std::abs(value))));
        return value < 0 ? QChar(0x2212) + size : size;
    }
    case Unit::Points: return tr("%1 pt", "points").arg(format::signedNumber(value, 1));
    case Unit::Count: return plain(value);
    case Unit::PerDay: return tr("%1 per day").arg(plain(value));
    case Unit::PerHour: return tr("%1 per hour").arg(plain(value));
    case Unit::PerPost: return tr("%1 per post").arg(plain(value));
    case Unit::People: return tr("%1 people").arg(plain(value));
    case Unit::Views: return tr("%1 views").arg(plain(value));
    case Unit::Stars: return tr("%1 stars").arg(format::number(value, 2));
    case Unit::Score:
    case Unit::Currency:
    case Unit::Percent:
    case Unit::Ratio: break;
    }
    return unit.isPlain() || unit.nearest() != Unit::Ratio ? plain(value) : plain(value) + QLatin1Char(' ') + qs(unit.toString());
}

QString FormulaWords::value(const std::optional<double> &known, const FormulaUnit &unit)
{
    return known ? value(*known, unit) : tr("no data");
}

QString FormulaWords::interval(const insight::FormulaValue &value)
{
    return value.interval ? tr("between %1 and %2 (95 %)").arg(FormulaWords::value(value.interval->low, value.unit), FormulaWords::value(value.interval->high, value.unit)) : QString();
}

QString FormulaWords::method(insight::IntervalMethod method)
{
    using insight::IntervalMethod;
    switch (method) {
    case IntervalMethod::None: return tr("No interval: no method is sound for this formula.");
    case IntervalMethod::Metric: return tr("Interval of the figure itself.");
    case IntervalMethod::Wilson: return tr("Interval of a share (Wilson).");
    case IntervalMethod::CountRatio: return tr("Exact interval of the quotient of two counts.");
    case IntervalMethod::Recovered: return tr("Interval from those of both figures (Zou and Donner).");
    }
    return {};
}

QString FormulaWords::entered(const std::optional<double> &value, const FormulaUnit &unit)
{
    if (!value)
        return {};
    auto number = *value;
    QString suffix;
    if (unit.percent) {
        suffix = QStringLiteral("%");
    } else if (unit == FormulaUnit::of(Unit::Points)) {
        suffix = QStringLiteral("pt");
    } else if (unit == FormulaUnit::of(Unit::Seconds)) {
        const bool hours = std::fmod(number, kHour) == 0, minutes = std::fmod(number, kMinute) == 0;
        number /= hours ? kHour : minutes ? kMinute : 1;
        suffix = hours ? QStringLiteral("h") : minutes ? QStringLiteral("min") : QStringLiteral("s");
    }
    return QString::number(number, 'g', 12) + suffix;
}

QString FormulaWords::state(ObjectiveState state)
{
    switch (state) {
    case ObjectiveState::NoData: return tr("no data");
    case ObjectiveState::Watched: return tr("watched", "an indicator without a target");
    case ObjectiveState::Reached: return tr("reached", "a target");
    case ObjectiveState::OnTrack: return tr("on track");
    case ObjectiveState::AtRisk: return tr("at risk");
    case ObjectiveState::Late: return tr("late", "behind its path");
    }
    return {};
}

QString FormulaWords::sign(ObjectiveState state)
{
    switch (state) {
    case ObjectiveState::NoData: return QStringLiteral("?");
    case ObjectiveState::Watched: return QString(QChar(0x25CB));
    case ObjectiveState::Reached: return QString(QChar(0x2713));
    case ObjectiveState::OnTrack: return QString(QChar(0x25B2));
    case ObjectiveState::AtRisk: return QString(QChar(0x25C6));
    case ObjectiveState::Late: return QString(QChar(0x25BC));
    }
    return {};
}

QString FormulaWords::day(std::int32_t day)
{
    return QLocale().toString(QDate(1970, 1, 1).addDays(day), tr("d MMM yyyy", "date format"));
}

QString FormulaWords::target(const insight::IndicatorStanding &one)
{
    if (!one.indicator.target)
        return tr("no target");
    const auto number = value(*one.indicator.target, one.value.unit);
    const auto aim = one.indicator.direction == IndicatorDirection::AtLeast ? tr("at least %1").arg(number) : tr("at most %1").arg(number);
    return one.due ? tr("%1 by %2", "a target, its day").arg(aim, day(*one.due)) : aim;
}

QString FormulaWords::distance(const insight::IndicatorStanding &one)
{
    if (!one.indicator.target || !one.value.value)
        return {};
    const double gap = (*one.value.value - *one.indicator.target) * (one.indicator.direction == IndicatorDirection::AtLeast ? 1 : -1);
    auto size = value(std::abs(gap), one.value.unit);
    if (size.startsWith(QLatin1Char('+')))
        size.remove(0, 1);
    if (gap == 0)
        return tr("exactly there");
    return gap > 0 ? tr("%1 better", "distance to a target").arg(size) : tr("%1 to go", "distance to a target").arg(size);
}

QString FormulaWords::rule(const insight::IndicatorStanding &one)
{
    if (one.wrong)
        return tr("The formula no longer reads: %1").arg(mistake(*one.wrong));
    switch (one.answer.state) {
    case ObjectiveState::NoData: return tr("No data: a figure of the formula is unknown, or it would be divided by zero.");
    case ObjectiveState::Watched: return tr("Watched: it has no target.");
    case ObjectiveState::Reached: return tr("Reached: the value is at the target or beyond.");
    default: break;
    }
    const auto expected = value(one.answer.expected, one.value.unit);
    if (one.answer.state == ObjectiveState::OnTrack)
        return tr("On track: the path from the start to the target stands at %1 today.").arg(expected);
    if (one.answer.state == ObjectiveState::AtRisk)
        return one.value.interval ? tr("At risk: short of the path, which stands at %1 today, but within the interval.").arg(expected)
                                  : tr("At risk: short of the path, which stands at %1 today, by less than a tenth of the way.").arg(expected);
    if (one.due && one.path.today > *one.due)
        return tr("Late: the due day is over.");
    return one.value.interval ? tr("Late: even the better end of the interval is short of the path, which stands at %1 today.").arg(expected)
                              : tr("Late: short of the path, which stands at %1 today, by more than a tenth of the way.").arg(expected);
}

QString FormulaWords::span(IndicatorSpan span)
{
    switch (span) {
    case IndicatorSpan::Week: return tr("The seven days before today");
    case IndicatorSpan::Month: return tr("The four weeks before today");
    case IndicatorSpan::Since: return tr("Everything since the start");
    case IndicatorSpan::UntilDue: return tr("From the start to the due day");
    }
    return {};
}

QString FormulaWords::action(IndicatorAction::Kind kind)
{
    switch (kind) {
    case IndicatorAction::Kind::Campaign: return tr("Campaign");
    case IndicatorAction::Kind::Event: return tr("Event");
    case IndicatorAction::Kind::Answer: return tr("Answer");
    case IndicatorAction::Kind::Post: return tr("Post");
    case IndicatorAction::Kind::Note: return tr("Action");
    }
    return {};
}

} // namespace vigie::ui
