// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/post.hpp"

#include "ui/bridge/text.hpp"
#include "ui/theme/theme.hpp"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace vigie::ui::calendar {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Calendar)
};

} // namespace

PostState stateOf(OutboundState state)
{
    switch (state) {
    case OutboundState::Draft: return PostState::Draft;
    case OutboundState::WaitingApproval: return PostState::WaitingApproval;
    case OutboundState::Planned: return PostState::Planned;
    case OutboundState::Held: return PostState::Held;
    case OutboundState::Sending: return PostState::Sending;
    case OutboundState::Accepted: return PostState::Accepted;
    case OutboundState::Sent: return PostState::Sent;
    case OutboundState::Unknown: return PostState::Unknown;
    case OutboundState::Failed: return PostState::Failed;
    case OutboundState::Missed: return PostState::Missed;
    case OutboundState::Cancelled: return PostState::Cancelled;
    }
    return PostState::Draft;
}

PostState stateOf(const PlanItem &plan)
{
    if (plan.variants.empty())
        return PostState::Draft;
    auto most = PostState::Cancelled;
    for (const auto &variant : plan.variants)
        most = std::min(most, stateOf(variant.state));
    return most;
}

QString stateWord(PostState state)
{
    switch (state) {
    case PostState::Unknown: return Words::tr("outcome unknown, checking");
    case PostState::Failed: return Words::tr("failed");
    case PostState::Missed: return Words::tr("missed: decide");
    case PostState::Held: return Words::tr("kept back by a pause");
    case PostState::Sending: return Words::tr("being sent");
    case PostState::Accepted: return Words::tr("held by the network");
    case PostState::WaitingApproval: return Words::tr("waits for approval");
    case PostState::Planned: return Words::tr("planned");
    case PostState::Draft: return Words::tr("draft");
    case PostState::Sent: return Words::tr("sent");
    case PostState::Cancelled: return Words::tr("cancelled");
    }
    return {};
}

QColor stateColor(const Theme &theme, PostState state)
{
    const auto &c = theme.colors();
    switch (state) {
    case PostState::Unknown:
    case PostState::Held: return c.warn;
    case PostState::Failed:
    case PostState::Missed: return c.neg;
    case PostState::Sending:
    case PostState::Accepted:
    case PostState::WaitingApproval:
    case PostState::Planned: return c.accent;
    case PostState::Sent: return c.pos;
    case PostState::Draft:
    case PostState::Cancelled: return c.muted;
    }
    return c.muted;
}

bool editable(const PlanItem &plan)
{
    return std::none_of(plan.variants.begin(), plan.variants.end(), [&plan](const PlanVariant &variant) {
        return variant.state == OutboundState::Sending || variant.state == OutboundState::Unknown || variant.state == OutboundState::Sent
               || (variant.state == OutboundState::Accepted && !plan.handOver); // what its network keeps for it can be asked back
    });
}

bool published(const PlanItem &plan)
{
    return std::any_of(plan.variants.begin(), plan.variants.end(), [&plan](const PlanVariant &variant) {
        return variant.state == OutboundState::Sent || (variant.state == OutboundState::Accepted && !plan.handOver);
    });
}

QString stateLine(const Post &post)
{
    const auto word = stateWord(post.state);
    if (!post.reactions.counted || !published(post.plan))
        return word;
    const auto count = static_cast<int>(post.reactions.sum());
    return Words::tr("%1, %n reaction(s)", "state of a post", count).arg(word);
}

QString lateLine(const PlanItem &plan)
{
    if (stateOf(plan) != PostState::Planned)
        return {};
    return plan.lateBy.count() == 0 ? Words::tr("Leaves on time or asks.")
                                    : Words::tr("Leaves if it is late by no more than %1, else asks.").arg(format::duration(plan.lateBy));
}

QString reactionLine(const Reactions &reactions)
{
    if (!reactions.counted)
        return {};
    const QString parts[] = {Words::tr("%n like(s)", nullptr, static_cast<int>(reactions.likes)), Words::tr("%n relay(s)", nullptr, static_cast<int>(reactions.relays)),
                             Words::tr("%n answer(s)", nullptr, static_cast<int>(reactions.answers))};
    return Words::tr("%1, %2, %3", "likes, relays, answers").arg(parts[0], parts[1], parts[2]);
}

QString spoken(const Post &post)
{
    const auto day = post.day.isValid() ? QLocale().toString(post.day, Words::tr("dddd d MMMM", "date format")) : Words::tr("no day yet");
    const auto time = post.time.isValid() ? QLocale().toString(post.time, QStringLiteral("HH:mm")) : QString();
    const auto where = post.badges.isEmpty() ? Words::tr("no account") : post.badges;
    if (time.isEmpty())
        return Words::tr("%1, %2: %3; %4", "day, networks: text; state").arg(day, where, post.title, stateLine(post));
    return Words::tr("%1 %2, %3: %4; %5", "day time, networks: text; state").arg(day, time, where, post.title, stateLine(post));
}

QString clockNotice(const PlanItem &plan, ZonedInstant::Kind kind, Instant due)
{
    if (!plan.wall || kind == ZonedInstant::Kind::Unique)
        return {};
    const auto wanted = QLocale().toString(timeOf(*plan.wall), QStringLiteral("HH:mm"));
    if (kind == ZonedInstant::Kind::Gap)
        return Words::tr("%1 does not exist that night: the clocks go forward. It leaves at %2.").arg(wanted, format::time(due, plan.zone));
    return Words::tr("%1 comes twice that night: the clocks go back. It leaves the first time.").arg(wanted);
}

WallTime wallOf(const QDate &day, const QTime &time)
{
    WallTime wall;
    wall.year = day.year();
    wall.month = static_cast<std::uint8_t>(day.month());
    wall.day = static_cast<std::uint8_t>(day.day());
    wall.hour = static_cast<std::uint8_t>(time.hour());
    wall.minute = static_cast<std::uint8_t>(time.minute());
    return wall;
}

QDate dateOf(const WallTime &wall)
{
    return {wall.year, wall.month, wall.day};
}

QTime timeOf(const WallTime &wall)
{
    return {wall.hour, wall.minute};
}

QDate weekStart(const QDate &day)
{
    const int first = QLocale().firstDayOfWeek();
    return day.addDays(-((day.dayOfWeek() - first + 7) % 7));
}

WallTime stepMinutes(const WallTime &wall, int minutes, const std::string &zone)
{
    auto next = plusMinutes(wall, minutes);
    const auto at = toInstant(next, zone);
    if (!at || at->kind != ZonedInstant::Kind::Gap)
        return next;
    const auto after = toWall(at->at, zone);
    if (!after)
        return next;
    if (minutes > 0)
        return *after;
    while (true) { // backwards: the last step before the clocks go forward
        next = plusMinutes(next, minutes);
        const auto before = toInstant(next, zone);
        if (!before || before->kind != ZonedInstant::Kind::Gap)
            return next;
    }
}

WallTime wallIn(const std::string &zone, const QDate &day, const QTime &time, const std::string &workspaceZone)
{
    const auto wall = wallOf(day, time);
    if (zone.empty() || zone == workspaceZone)
        return wall;
    const auto at = toInstant(wall, workspaceZone);
    if (!at)
        return wall;
    return toWall(at->at, zone).value_or(wall);
}

} // namespace vigie::ui::calendar
