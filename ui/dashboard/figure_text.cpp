// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/figure_text.hpp"

#include "ui/bridge/text.hpp"

#include <vigie/insight/metric_formula.hpp>

#include <QDate>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace vigie::ui {

namespace {

using insight::Unit;

std::string language()
{
    return QLocale().language() == QLocale::French ? "fr" : "en";
}

bool isWhole(Unit unit)
{
    return unit == Unit::Count || unit == Unit::People || unit == Unit::Views;
}

int decimalsOf(double step)
{
    for (int decimals = 0; decimals < 3; ++decimals)
        if (std::abs(step * std::pow(10, decimals) - std::round(step * std::pow(10, decimals))) < 1e-6)
            return decimals;
    return 3;
}

} // namespace

QString FigureText::name(std::string_view key)
{
    return qs(insight::metricWords(key, language()).name);
}

QString FigureText::definition(std::string_view key)
{
    return qs(insight::metricWords(key, language()).definition);
}

QString FigureText::formula(std::string_view key)
{
    return qs(insight::metricFormula(key, language()));
}

QString FigureText::value(const std::optional<double> &value, Unit unit)
{
    if (!value || !std::isfinite(*value))
        return tr("no data");
    switch (unit) {
    case Unit::Count:
    case Unit::People:
    case Unit::Views: return std::abs(*value) >= 100'000 ? format::compact(*value) : format::number(*value);
    case Unit::Percent: return format::percent(*value / 100, 1);
    case Unit::Points: return format::signedNumber(*value, 1);
    case Unit::Seconds: return format::duration(std::chrono::seconds{static_cast<std::int64_t>(*value)});
    case Unit::Stars: return tr("%1 of 5", "stars").arg(format::number(*value, 2));
    case Unit::Score: return format::number(*value, 1);
    case Unit::PerPost: return tr("%1 a post").arg(format::number(*value, *value < 10 ? 1 : 0));
    case Unit::PerDay: return tr("%1 a day").arg(format::number(*value, *value < 10 ? 1 : 0));
    case Unit::PerHour: return tr("%1 an hour").arg(format::number(*value, std::abs(*value) < 10 ? 1 : 0));
    case Unit::Ratio: return format::number(*value, 2);
    case Unit::Currency: return QLocale().toString(*value, 'f', 2);
    }
    return {};
}

QString FigureText::value(const insight::Figure &figure)
{
    const auto words = value(figure.value, figure.unit);
    return figure.value && !figure.currency.empty() ? tr("%1 %2", "an amount and its currency").arg(words, qs(figure.currency)) : words;
}

QString FigureText::axis(double value, Unit unit, double step)
{
    switch (unit) {
    case Unit::Percent: return format::percent(value / 100, decimalsOf(step));
    case Unit::Seconds: return value == 0 ? QStringLiteral("0") : format::duration(std::chrono::seconds{static_cast<std::int64_t>(value)});
    case Unit::Points: return value == 0 ? QStringLiteral("0") : format::signedNumber(value, decimalsOf(step));
    default: return std::abs(value) >= 10'000 ? format::compact(value) : format::number(value, decimalsOf(step));
    }
}

QString FigureText::difference(double value, Unit unit)
{
    switch (unit) {
    case Unit::Percent:
    case Unit::Points: return tr("%1 pt").arg(format::signedNumber(value, 1));
    case Unit::Seconds:
        return (value < 0 ? QStringLiteral("\u2212") : QStringLiteral("+")) + format::duration(std::chrono::seconds{static_cast<std::int64_t>(std::abs(value))});
    default: return format::signedNumber(value, isWhole(unit) ? 0 : 2);
    }
}

QString FigureText::change(const insight::Change &change)
{
    if (change.isNew)
        return tr("new");
    if (!change.absolute || !std::isfinite(*change.absolute))
        return tr("nothing to compare with");
    const bool relative = change.relative && (isWhole(change.now.unit) || change.intervalIsRelative);
    const auto unit = change.now.unit;
    const auto size = relative ? tr("%1 %").arg(format::signedNumber(*change.relative * 100, 0)) : difference(*change.absolute, unit);
    if (!change.interval || !std::isfinite(change.interval->low) || !std::isfinite(change.interval->high))
        return size;
    if (!change.distinguishable)
        return tr("%1, not distinguishable").arg(size);
    const auto bound = [&](double value) {
        return change.intervalIsRelative ? format::signedNumber(value * 100, 0)
               : unit == Unit::Seconds   ? difference(value, unit)
                                         : format::signedNumber(value, isWhole(unit) ? 0 : 1);
    };
    return tr("%1 [%2, %3]").arg(size, bound(change.interval->low), bound(change.interval->high));
}

int FigureText::direction(const insight::Change &change)
{
    if (!change.absolute || !change.distinguishable || *change.absolute == 0)
        return 0; // without bounds nobody can say that it moved
    const auto *metric = insight::metric(change.now.key);
    if (metric == nullptr || metric->better == insight::Metric::Better::Neither)
        return 0;
    return (*change.absolute > 0) == (metric->better == insight::Metric::Better::Up) ? 1 : -1;
}

QString FigureText::basis(const insight::Figure &figure)
{
    const auto *metric = insight::metric(figure.key);
    const auto family = metric == nullptr ? std::string() : metric->family;
    const int n = static_cast<int>(figure.n);
    if (figure.key.starts_with("response_") && figure.unit == Unit::Seconds) // those that are open are said beside it
        return tr("%n answered", "conversations", n);
    if (family == "care")
        return tr("%n conversation(s)", "", n);
    if (family == "engagement")
        return tr("%n post(s)", "", n);
    if (family == "value")
        return tr("%n entry(ies)", "of visits and goals", n);
    if (family == "surveys")
        return tr("%n answer(s)", "to a survey", n);
    if (family == "reviews")
        return tr("%n review(s)", "", n);
    return tr("%n mention(s)", "", n);
}

QString FigureText::interval(const insight::Figure &figure)
{
    if (!figure.interval)
        return {};
    return tr("95 %: %1 to %2").arg(value(figure.interval->low, figure.unit), value(figure.interval->high, figure.unit));
}

QString FigureText::note(const insight::Note &note, const std::string &zone)
{
    using Kind = insight::Note::Kind;
    const int count = static_cast<int>(std::min<std::int64_t>(note.count, 1'000'000'000));
    const auto since = note.since ? format::longDate(*note.since, zone) : QString();
    switch (note.kind) {
    case Kind::NotGiven:
        return note.since ? tr("The network has not given this since %1: %2").arg(since, tr("%n row(s) without", "", count))
                          : tr("The network does not give this for %n row(s)", "", count);
    case Kind::Stale: return tr("%n row(s) judged by the counts of an earlier day", "", count);
    case Kind::Censored:
        return note.since ? tr("%1, the oldest since %2").arg(tr("%n still open", "", count), since) : tr("%n still open", "", count);
    case Kind::SmallSample: return tr("Only %n row(s): read it with care", "", count);
    case Kind::Overdispersed: return tr("Counts vary %1 times as much as chance: the interval is wider for it").arg(format::number(static_cast<double>(note.count) / 100, 1));
    case Kind::PanelChanged: return note.since ? tr("The panel changed on %1: figures before and after are not of the same panel").arg(since) : tr("The panel changed in this period");
    case Kind::Partial: return tr("%1 of the period seen").arg(format::percent(static_cast<double>(note.count) / 1000, 1));
    case Kind::Estimated: return tr("%n row(s) of which only an estimate is known", "", count);
    case Kind::Excluded: return tr("%n row(s) left out: ours, deleted, or kept aside", "", count);
    case Kind::SetApart: return tr("%n person(s) left out: they work for us, are paid by us, or asked not to be ranked", "", count);
    case Kind::Incomparable: return tr("Not comparable: amounts in %n currency(ies) are never added up", "", count);
    }
    return {};
}

QString FigureText::shortNote(const insight::Figure &figure)
{
    using Kind = insight::Note::Kind;
    for (const auto kind : {Kind::Incomparable, Kind::NotGiven, Kind::PanelChanged, Kind::Censored, Kind::SmallSample, Kind::Estimated, Kind::Stale})
        for (const auto &one : figure.notes)
            if (one.kind == kind) {
                const int count = static_cast<int>(one.count);
                switch (kind) {
                case Kind::Incomparable: return tr("not comparable");
                case Kind::NotGiven: return tr("%n not given", "", count);
                case Kind::PanelChanged: return tr("the panel changed");
                case Kind::Censored: return tr("%n open", "", count);
                case Kind::SmallSample: return tr("few rows");
                case Kind::Estimated: return tr("estimated");
                default: return tr("earlier counts");
                }
            }
    return {};
}

QString FigureText::accuracy(const insight::ToneAccuracy &accuracy)
{
    const int labels = static_cast<int>(accuracy.labels);
    if (!accuracy.measured() || !accuracy.accuracy.value || !accuracy.accuracy.bounds)
        return tr("tone: accuracy not measured (%n label(s) by hand, 50 are needed)", "", labels);
    return tr("tone: right in %1 (%2 to %3) of %n label(s) by hand", "", labels)
        .arg(format::percent(*accuracy.accuracy.value), format::percent(accuracy.accuracy.bounds->first), format::percent(accuracy.accuracy.bounds->second));
}

QString FigureText::tones(const insight::ToneAccuracy &accuracy, const store::ToneState &state)
{
    const auto words = FigureText::accuracy(accuracy);
    return state.even ? words : tr("%1; mentions are judged anew, %2 done: until then two judgements are mixed", "accuracy of tones, share").arg(words, format::percent(state.share()));
}

QString FigureText::interval(const insight::Explanation &of, const insight::ExplainedPart &part)
{
    using Kind = insight::Explanation::Kind;
    const auto unit = of.now.unit;
    if (part.interval) {
        const auto bound = [unit](double value) { return unit == Unit::Seconds || unit == Unit::Percent || unit == Unit::Points ? difference(value, unit) : format::signedNumber(value, isWhole(unit) ? 0 : 2); };
        return tr("95 %: %1 to %2").arg(bound(part.interval->low), bound(part.interval->high));
    }
    switch (of.kind) {
    case Kind::Index: return tr("no interval: that of the index is drawn over authors, and stands for the whole alone");
    case Kind::Quantile: return tr("no interval: medians and quantiles are not sums");
    case Kind::Sum:
    case Kind::Ratio: return tr("no interval: too few rows");
    }
    return {};
}

QString FigureText::days(const insight::Period &period)
{
    const QDate first = QDate(1970, 1, 1).addDays(period.fromDay), last = QDate(1970, 1, 1).addDays(period.toDay - 1);
    const QLocale locale;
    const bool sameYear = first.year() == last.year();
    const auto end = locale.toString(last, QStringLiteral("d MMM yyyy"));
    if (first >= last)
        return end;
    return tr("%1 to %2", "days").arg(locale.toString(first, sameYear ? QStringLiteral("d MMM") : QStringLiteral("d MMM yyyy")), end);
}

} // namespace vigie::ui
