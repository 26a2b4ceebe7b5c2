// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/indicator_text.hpp"

#include "ui/bridge/text.hpp"
#include "ui/coverage/coverage_words.hpp"

#include <QLocale>

#include <cmath>

namespace vigie::ui {

QString IndicatorText::name(const std::string &key)
{
    if (key == "mentions")
        return tr("Mentions");
    if (key == "net_sentiment")
        return tr("Net tone");
    if (key == "engagement_rate")
        return tr("Engagement rate");
    if (key == "response_median")
        return tr("First answer, median");
    if (key == "response_p90")
        return tr("First answer, 9 of 10");
    if (key == "share_of_voice")
        return tr("Share of voice");
    return qs(key);
}

QString IndicatorText::value(const std::optional<double> &value, insight::Unit unit)
{
    if (!value || !std::isfinite(*value))
        return tr("no data");
    switch (unit) {
    case insight::Unit::Count:
    case insight::Unit::People:
    case insight::Unit::Views: return format::number(*value);
    case insight::Unit::Points: return format::signedNumber(*value, 1);
    case insight::Unit::Percent: return format::percent(*value / 100, 1);
    case insight::Unit::Seconds: return format::duration(std::chrono::seconds{static_cast<std::int64_t>(*value)});
    case insight::Unit::Stars:
    case insight::Unit::Score:
    case insight::Unit::PerPost:
    case insight::Unit::PerDay:
    case insight::Unit::Ratio:
    case insight::Unit::Currency: return QLocale().toString(*value, 'f', 2);
    }
    return {};
}

QString IndicatorText::change(const insight::Indicator &indicator)
{
    if (!indicator.change || !std::isfinite(*indicator.change)) {
        const bool fresh = indicator.before && *indicator.before == 0 && indicator.value && *indicator.value > 0;
        if (fresh)
            return tr("new");
        return indicator.value ? tr("no figure before") : QString();
    }
    const bool relative = indicator.unit == insight::Unit::Count || indicator.unit == insight::Unit::Seconds;
    const double scale = relative ? 100 : 1;
    const QString size = relative ? tr("%1 %").arg(format::signedNumber(*indicator.change * scale, 0)) : tr("%1 pt").arg(format::signedNumber(*indicator.change, 1));
    if (!indicator.changeInterval || !std::isfinite(indicator.changeInterval->low) || !std::isfinite(indicator.changeInterval->high))
        return size;
    if (!indicator.distinguishable)
        return tr("%1, not distinguishable").arg(size);
    return tr("%1 [%2, %3]").arg(size, format::signedNumber(indicator.changeInterval->low * scale, 0), format::signedNumber(indicator.changeInterval->high * scale, 0));
}

QString IndicatorText::basis(const insight::Indicator &indicator)
{
    const int n = static_cast<int>(indicator.n);
    if (indicator.key == "engagement_rate")
        return tr("by followers, %n post(s)", "", n);
    if (indicator.key == "response_median" || indicator.key == "response_p90") {
        const QString answers = tr("%n answer(s)", "", n);
        return indicator.open > 0 ? tr("%1, %2").arg(answers, tr("%n open", "", static_cast<int>(indicator.open))) : answers;
    }
    if (indicator.key == "share_of_voice")
        return tr("of %n mention(s) of the panel", "", n);
    if (indicator.key == "mentions")
        return indicator.before ? tr("before: %1").arg(format::number(*indicator.before)) : QString();
    return tr("over %n mention(s)", "", n);
}

QString IndicatorText::definition(const std::string &key)
{
    if (key == "mentions")
        return tr("Distinct mentions that match the brand's query in the period. Our own posts and deleted ones are left out. "
                  "The change is against the period before; its bounds are exact at 95 %.");
    if (key == "net_sentiment")
        return tr("100 × (positive − negative) ÷ all mentions, in points from −100 to +100.");
    if (key == "engagement_rate")
        return tr("Likes, relays, replies and quotes of our posts, divided by the followers of the day of each post. "
                  "Posts without counts are left out.");
    if (key == "response_median")
        return tr("Half of the first answers came within this time after the first message. Conversations still open are counted apart.");
    if (key == "response_p90")
        return tr("Nine first answers out of ten came within this time after the first message.");
    if (key == "share_of_voice")
        return tr("Mentions of the brand, divided by those of the brand and its competitors. A mention that names two counts for both.");
    return {};
}

int IndicatorText::direction(const insight::Indicator &indicator)
{
    if (!indicator.change || !indicator.changeInterval || !indicator.distinguishable)
        return 0; // without bounds nobody can say that it moved
    if (indicator.key == "mentions")
        return 0; // more talk is neither good nor bad by itself
    const bool up = *indicator.change > 0;
    const bool lowerIsBetter = indicator.unit == insight::Unit::Seconds;
    return up != lowerIsBetter ? 1 : -1;
}

QString IndicatorText::coverage(const insight::DashboardPage &page)
{
    const auto seen = CoverageWords::sentence(page.coverage);
    return page.aside == 0 ? seen : tr("%1; %2", "coverage, mentions kept aside").arg(seen, tr("%n kept aside as not about it, not counted", nullptr, page.aside));
}

} // namespace vigie::ui
