// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/review_words.hpp"

#include "ui/bridge/bridge.hpp"
#include "ui/bridge/text.hpp"
#include "ui/inbox/reason_text.hpp"

#include <cmath>

namespace vigie::ui {

namespace {

using insight::ReviewSignal;
using insight::ReviewSplit;

QString lasting(double seconds)
{
    return format::duration(std::chrono::seconds(static_cast<std::int64_t>(seconds)));
}

int whole(std::int64_t value)
{
    return static_cast<int>(value);
}

} // namespace

QString ReviewWords::stars(const std::optional<double> &value)
{
    return value ? format::number(*value, 2) : tr("no data");
}

QString ReviewWords::trend(const insight::ReviewFigures &figures)
{
    if (!figures.trend)
        return tr("too few reviews");
    const auto &trend = *figures.trend;
    return format::signedNumber(trend.now - trend.before, 2);
}

std::vector<ReviewTile> ReviewWords::tiles(const insight::ReviewFigures &figures)
{
    std::vector<ReviewTile> out;
    const auto reviews = [](std::int64_t n) { return tr("%n review(s)", "", whole(n)); };
    out.push_back({QStringLiteral("mean"), tr("Mean rating"), stars(figures.mean), reviews(figures.rated), tr("Sum of stars \303\267 reviews that have stars. A thumb counts as 0 or 5."), 0});
    out.push_back({QStringLiteral("recent"), tr("Without reviews over two years"), stars(figures.recentMean), reviews(figures.recent),
                   tr("The same, of reviews published within two years to the day (ISO 20488, NF Z74-501). Reviews without a date are left out."), 0});
    out.push_back({QStringLiteral("bayesian"), tr("Weighted mean"), stars(figures.bayesian), figures.priorMean ? tr("towards %1 of all").arg(stars(figures.priorMean)) : QString(),
                   tr("(n R + m C) \303\267 (n + m): the mean R of n reviews, held towards the mean C of all by m = 25 reviews, so that three reviews do not lead a list."), 0});
    out.push_back({QStringLiteral("good"), tr("Four stars or more"), figures.goodShare ? tr("at least %1").arg(format::percent(figures.goodShare->first)) : tr("no data"),
                   figures.goodShare ? tr("at most %1 (95 %)").arg(format::percent(figures.goodShare->second)) : QString(), tr("Bounds of Wilson's interval of the share, 95 %."), 0});
    ReviewTile trendTile{QStringLiteral("trend"), tr("Trend"), trend(figures), {}, tr("Mean of the last reviews less the mean of as many before them, with the 95 % interval of Welch. Where it holds zero, no difference can be told."), 0};
    if (const auto &trend = figures.trend) {
        trendTile.note = (trend->distinguishable() ? tr("last %1 against %1 before: between %2 and %3") : tr("not distinguishable, last %1 against %1 before: between %2 and %3")).arg(QString::number(trend->k), format::signedNumber(trend->difference.low, 2), format::signedNumber(trend->difference.high, 2));
        trendTile.direction = !trend->distinguishable() ? 0 : trend->now > trend->before ? 1 : -1;
    }
    out.push_back(std::move(trendTile));
    out.push_back({QStringLiteral("answered"), tr("Answered"), figures.responseRate ? format::percent(*figures.responseRate / 100) : tr("no data"),
                   figures.responseMedian ? tr("after %1, 9 of 10 within %2").arg(lasting(*figures.responseMedian), lasting(*figures.responseP90)) : QString(),
                   tr("Answered \303\267 reviews that are answered or older than 24 hours. The time is the median to the first answer of those answered. %n answer(s) came after more than 7 days.", "",
                      whole(figures.late)), 0});
    return out;
}

QString ReviewWords::split(ReviewSplit split)
{
    switch (split) {
    case ReviewSplit::Place: return tr("By place");
    case ReviewSplit::Stars: return tr("By stars");
    case ReviewSplit::Language: return tr("By language");
    case ReviewSplit::Network: return tr("By network");
    case ReviewSplit::Age: return tr("By age");
    case ReviewSplit::Answered: return tr("Answered or not");
    }
    return {};
}

QString ReviewWords::group(ReviewSplit split, const std::string &key, const Bridge &bridge)
{
    switch (split) {
    case ReviewSplit::Place: return key.empty() ? tr("no place given") : qs(key);
    case ReviewSplit::Stars: return key.empty() ? tr("no stars given") : tr("%n star(s)", "", QString::fromStdString(key).toInt());
    case ReviewSplit::Language: return key.empty() || key == "und" ? tr("language not known") : languageText(key);
    case ReviewSplit::Network: return bridge.networkName(key);
    case ReviewSplit::Age:
        if (key == "week")
            return tr("less than a week");
        if (key == "month")
            return tr("less than a month");
        if (key == "year")
            return tr("less than a year");
        if (key == "two_years")
            return tr("less than two years");
        return key == "older" ? tr("older") : tr("without a date");
    case ReviewSplit::Answered: return key == "answered" ? tr("answered") : tr("not answered");
    }
    return qs(key);
}

QString ReviewWords::reason(const insight::ReviewReason &reason)
{
    const auto count = static_cast<int>(std::lround(reason.value));
    switch (reason.signal) {
    case ReviewSignal::SameText: return tr("%1 of its text stands in the review of another account").arg(format::percent(reason.value));
    case ReviewSignal::Burst: return tr("%n review(s) of this place in 24 hours; usually %1 a day", "", count).arg(format::number(reason.usual, reason.usual < 1 ? 2 : 1));
    case ReviewSignal::OnlyReview: return tr("the only review known of this account");
    case ReviewSignal::FarFromMean: return tr("%1 stars from the mean of the others, %2").arg(format::number(reason.value, 1), format::number(reason.usual, 1));
    case ReviewSignal::ManyADay: return tr("%n review(s) by this account in 24 hours", "", count);
    case ReviewSignal::AlwaysExtreme: return tr("all %n review(s) of this account are at an end of the scale", "", count);
    case ReviewSignal::YoungAccount: return tr("the account was made %n day(s) before", "", count);
    }
    return {};
}

QString ReviewWords::look(const store::ReviewRow &row, const std::string &zone)
{
    if (row.state != ItemState::Visible)
        return row.stateAt ? tr("gone since %1").arg(format::date(*row.stateAt, zone)) : tr("gone");
    return tr("changed on %1, after our answer").arg(format::date(row.editedAt.value_or(row.publishedAt), zone));
}

QString ReviewWords::head(const store::ReviewRow &row, const std::string &zone)
{
    QStringList parts;
    if (row.rating)
        parts << tr("%1 of 5 stars").arg(format::number(*row.rating * insight::kStars, std::fmod(*row.rating * 10, 2) < 0.01 ? 0 : 1));
    if (!row.place.empty())
        parts << qs(row.place);
    if (row.dated)
        parts << format::date(row.publishedAt, zone);
    return parts.join(QStringLiteral(", "));
}

} // namespace vigie::ui
