// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alerts/alert_text.hpp"

#include "ui/bridge/text.hpp"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <functional>

namespace vigie::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(AlertWords)
};

QString seconds(double value)
{
    return format::duration(std::chrono::seconds(static_cast<std::int64_t>(value)));
}

QString range(double low, double high, const std::function<QString(double)> &shown)
{
    const auto from = shown(low), to = shown(high);
    return from == to ? to : Words::tr("%1 to %2").arg(from, to);
}

QString whole(double value)
{
    return format::number(std::round(value));
}

QString share(double value)
{
    return format::percent(value);
}

/// When the stretch that rang ends, as a place in the week.
QString placeInWeek(const AlertFinding &found, const std::string &zone)
{
    const auto local = format::local(found.to, zone);
    const auto time = format::time(found.to, zone);
    if (found.sameWeekday)
        return Words::tr("%1 %2", "weekday, time of day").arg(QLocale().standaloneDayName(local.date().dayOfWeek()), time);
    return local.date().dayOfWeek() >= 6 ? Words::tr("weekend day at %1").arg(time) : Words::tr("working day at %1").arg(time);
}

} // namespace

QString alertKindName(AlertKind kind)
{
    switch (kind) {
    case AlertKind::Volume: return Words::tr("More is said than usual");
    case AlertKind::Tone: return Words::tr("The tone turns");
    case AlertKind::Crisis: return Words::tr("Crisis: much is said, and unkindly");
    case AlertKind::Vip: return Words::tr("Somebody with an audience speaks");
    case AlertKind::Keyword: return Words::tr("First words after a silence");
    case AlertKind::Unread: return Words::tr("More wait for an answer than usual");
    case AlertKind::Silence: return Words::tr("A source has fallen silent");
    case AlertKind::Deadline: return Words::tr("A promised answer is due");
    }
    return {};
}

QString alertRuleName(const AlertRule &rule)
{
    return rule.name.empty() ? alertKindName(rule.kind) : qs(rule.name);
}

QString sensitivityName(AlertSensitivity sensitivity)
{
    switch (sensitivity) {
    case AlertSensitivity::Calm: return Words::tr("Calm: only what nobody can miss");
    case AlertSensitivity::Usual: return Words::tr("Usual: what is out of the ordinary");
    case AlertSensitivity::Keen: return Words::tr("Keen: rather once too often");
    }
    return {};
}

QString alertHeadline(const AlertView &view)
{
    const auto &found = view.alert.found;
    const auto query = view.query.isEmpty() ? Words::tr("Everything") : view.query;
    switch (found.kind) {
    case AlertKind::Volume: {
        const auto length = std::chrono::duration_cast<std::chrono::seconds>(found.to - found.from);
        return Words::tr("%1: %2 in %3", "query, count, duration").arg(query, whole(found.value), format::duration(length));
    }
    case AlertKind::Tone: return Words::tr("%1: %2 of %Ln are negative", nullptr, static_cast<int>(found.n)).arg(query, share(found.value));
    case AlertKind::Crisis: return Words::tr("%1: many at once, %2 of %Ln negative", nullptr, static_cast<int>(found.n)).arg(query, share(found.value));
    case AlertKind::Vip:
        return found.value >= 0 ? Words::tr("%1, followed by %2, speaks of %3").arg(qs(found.subject), format::compact(found.value), query)
                                : Words::tr("%1 speaks of %2").arg(qs(found.subject), query);
    case AlertKind::Keyword: return Words::tr("%1: %Ln hit(s)", nullptr, static_cast<int>(found.value)).arg(query);
    case AlertKind::Unread: return Words::tr("%Ln conversation(s) wait for a first answer", nullptr, static_cast<int>(found.value));
    case AlertKind::Silence: return Words::tr("%1: nothing for %2").arg(qs(found.subject), seconds(found.value));
    case AlertKind::Deadline: return Words::tr("%1: %Ln conversation(s) due soon or late", "%1 is the name of a service level", static_cast<int>(found.value)).arg(qs(found.subject));
    }
    return {};
}

QString alertUsual(const AlertView &view, const std::string &zone)
{
    const auto &found = view.alert.found;
    const double low = found.low.value_or(0), high = found.high.value_or(0);
    switch (found.kind) {
    case AlertKind::Volume:
    case AlertKind::Unread:
        if (!found.high)
            return Words::tr("what is usual is not known yet");
        return Words::tr("a usual %1 has %2").arg(placeInWeek(found, zone), range(low, high, whole));
    case AlertKind::Tone:
    case AlertKind::Crisis: return Words::tr("usual: %1").arg(range(low, high, share));
    case AlertKind::Vip: return found.low ? Words::tr("told from %1 followers on").arg(format::compact(low)) : Words::tr("on the list of this rule");
    case AlertKind::Keyword: return Words::tr("silent for %1 before").arg(seconds(high));
    case AlertKind::Silence: return Words::tr("its longest pause is usually %1").arg(seconds(high));
    case AlertKind::Deadline: return Words::tr("told in its opening hours, unless the service level says otherwise");
    }
    return {};
}

QString alertGrowth(const AlertView &view)
{
    const auto &alert = view.alert;
    const bool counts = alert.found.kind == AlertKind::Volume || alert.found.kind == AlertKind::Unread || alert.found.kind == AlertKind::Keyword;
    return counts && alert.peak > alert.first ? Words::tr("began with %1, at most %2").arg(whole(alert.first), whole(alert.peak)) : QString();
}

QString alertGaps(const AlertView &view, const std::string &zone)
{
    constexpr std::size_t kMostNamed = 3;
    if (view.gaps.empty())
        return {};
    QStringList named;
    for (std::size_t i = 0; i < std::min(view.gaps.size(), kMostNamed); ++i) {
        const auto &gap = view.gaps[i];
        const bool oneDay = format::local(gap.from, zone).date() == format::local(gap.to, zone).date();
        named << Words::tr("%1 from %2 to %3", "account, time, time").arg(gap.account, oneDay ? format::time(gap.from, zone) : format::dateTime(gap.from, zone),
                                                                          oneDay ? format::time(gap.to, zone) : format::dateTime(gap.to, zone));
    }
    if (view.gaps.size() > kMostNamed)
        named << Words::tr("%Ln more", "stretches of time", static_cast<int>(view.gaps.size() - kMostNamed));
    return Words::tr("Not read in this time: %1. There may be more.").arg(named.join(QStringLiteral("; ")));
}

QString alertRole(AlertKind kind)
{
    return kind == AlertKind::Crisis ? QStringLiteral("neg") : kind == AlertKind::Vip || kind == AlertKind::Keyword ? QStringLiteral("strong") : QStringLiteral("warn");
}

} // namespace vigie::ui
