// SPDX-License-Identifier: GPL-3.0-or-later
// A post as the calendar shows it: one state out of those of its variants, its place in the workspace's zone, its words.
// Thread: the window's.
#pragma once

#include "ui/calendar/calendar_reading.hpp"

#include <vigie/model/account.hpp>
#include <vigie/model/plan.hpp>

#include <QColor>
#include <QDate>
#include <QString>
#include <QTime>

#include <vector>

namespace vigie::ui {

class Theme;

namespace calendar {

/// In the order of what asks most for attention.
enum class PostState { Unknown, Failed, Missed, Held, Sending, Accepted, WaitingApproval, Planned, Draft, Sent, Cancelled };

[[nodiscard]] PostState stateOf(const PlanItem &plan);
[[nodiscard]] PostState stateOf(OutboundState state);
[[nodiscard]] QString stateWord(PostState state);
[[nodiscard]] QColor stateColor(const Theme &theme, PostState state);
/// Nothing of it has left and nothing is on its way: its words may still change.
[[nodiscard]] bool editable(const PlanItem &plan);
/// A post of ours that the calendar did not make (written on the network itself, or before Vigie): there is no plan, so its
/// key is made of its item. It is shown, opened and copied, never changed.
[[nodiscard]] constexpr PlanId keyOf(ItemId item) { return PlanId{item.value - (std::int64_t{1} << 62)}; }
[[nodiscard]] constexpr bool fromElsewhere(PlanId id) { return id.value < 0; }
/// A variant of it was taken by its network.
[[nodiscard]] bool published(const PlanItem &plan);

struct Post {
    PlanItem plan;
    PostState state = PostState::Draft;
    QDate day;          ///< in the workspace's zone
    QTime time;
    QString badges;     ///< "Ma Bs"
    QString title;      ///< one line of its text
    QString zone;       ///< only when it is not the workspace's
    Reactions reactions;
    bool second = false; ///< in the second of two hours of the same name
    [[nodiscard]] int minute() const { return time.hour() * 60 + time.minute(); }
};

/// Its state in one line: "sent, 25 reactions".
[[nodiscard]] QString stateLine(const Post &post);
/// What happens when the computer sleeps at its hour; empty for what is not planned.
[[nodiscard]] QString lateLine(const PlanItem &plan);
/// "21 likes, 4 relays, 3 answers"; empty when the network gave no numbers.
[[nodiscard]] QString reactionLine(const Reactions &reactions);
/// "Friday 20 November, 12:15, Mastodon: Guide relayed; planned".
[[nodiscard]] QString spoken(const Post &post);
/// What a change of clocks does to its hour; empty for an ordinary hour.
[[nodiscard]] QString clockNotice(const PlanItem &plan, ZonedInstant::Kind kind, Instant due);

[[nodiscard]] WallTime wallOf(const QDate &day, const QTime &time);
[[nodiscard]] QDate dateOf(const WallTime &wall);
[[nodiscard]] QTime timeOf(const WallTime &wall);
[[nodiscard]] QDate weekStart(const QDate &day);
/// `wall` moved by minutes as a person at a grid means it: an hour that the clocks skip is stepped over.
[[nodiscard]] WallTime stepMinutes(const WallTime &wall, int minutes, const std::string &zone);
/// A place of the grid (workspace's zone) as wall time of `zone`.
[[nodiscard]] WallTime wallIn(const std::string &zone, const QDate &day, const QTime &time, const std::string &workspaceZone);

} // namespace calendar
} // namespace vigie::ui
