// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/service/deadline.hpp"

#include "ui/bridge/text.hpp"
#include "ui/widget/paint.hpp"

#include <QCoreApplication>
#include <QPainter>

namespace vigie::ui {

namespace {

constexpr std::int64_t kSoon = 3600; ///< open seconds
constexpr int kIcon = 12;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Deadline)
};

QString iconOf(Urgency urgency)
{
    switch (urgency) {
    case Urgency::Late: return QStringLiteral("warning");
    case Urgency::Stopped: return QStringLiteral("pause");
    case Urgency::Calm:
    case Urgency::Soon: break;
    }
    return QStringLiteral("clock");
}

QColor colorOf(const Theme &theme, Urgency urgency)
{
    switch (urgency) {
    case Urgency::Late: return theme.colors().neg;
    case Urgency::Soon: return theme.colors().warn;
    case Urgency::Calm: return theme.colors().fg;
    case Urgency::Stopped: break;
    }
    return theme.colors().muted;
}

} // namespace

Urgency urgencyOf(const Deadline &deadline, Instant now)
{
    if (!deadline.clock.dueAt)
        return Urgency::Stopped;
    if (*deadline.clock.dueAt < now)
        return Urgency::Late;
    return deadline.left(now) < kSoon ? Urgency::Soon : Urgency::Calm;
}

QString deadlineText(const Deadline &deadline, Instant now)
{
    const auto span = [](std::int64_t seconds) { return format::duration(std::chrono::seconds(seconds / 60 * 60)); };
    switch (urgencyOf(deadline, now)) {
    case Urgency::Stopped: return Words::tr("clock stopped", "of a promised answer: the member has the word, or it is snoozed");
    case Urgency::Late: {
        const auto late = -deadline.left(now);
        return late < 60 ? Words::tr("late", "of a promised answer") : Words::tr("late by %1", "of a promised answer; %1 is a duration").arg(span(late));
    }
    case Urgency::Calm:
    case Urgency::Soon: break;
    }
    const auto left = deadline.left(now);
    return left < 60 ? Words::tr("due now", "of a promised answer") : Words::tr("%1 left", "%1 is a duration: 2 h 10 left").arg(span(left));
}

QString targetText(SlaTarget target)
{
    switch (target) {
    case SlaTarget::First: return Words::tr("first answer", "what is promised");
    case SlaTarget::Next: return Words::tr("next answer", "what is promised");
    case SlaTarget::Resolution: return Words::tr("resolution", "what is promised: the case is done");
    }
    return {};
}

int drawDeadline(QPainter &painter, const Theme &theme, const QRect &rect, const Deadline &deadline, Instant now)
{
    const auto urgency = urgencyOf(deadline, now);
    const auto color = colorOf(theme, urgency);
    const int side = theme.scaled(kIcon);
    theme.paintIcon(painter, QRect(rect.left(), rect.center().y() - side / 2, side, side), iconOf(urgency), color);
    painter.setFont(theme.font(TextSize::Small, urgency == Urgency::Late || urgency == Urgency::Soon ? QFont::DemiBold : QFont::Normal));
    painter.setPen(color);
    return side + kGrid + paint::elided(painter, rect.adjusted(side + kGrid, 0, 0, 0), deadlineText(deadline, now));
}

Result<std::unordered_map<TicketId, Deadline>> loadDeadlines(store::Tx &tx, std::span<const TicketId> ids)
{
    desk::SlaDesk levels(tx);
    VIGIE_TRY(const auto clocks, levels.clocks(ids));
    std::unordered_map<TicketId, Deadline> out;
    for (const auto &[ticket, clock] : clocks) {
        VIGIE_TRY(auto time, levels.shelf().get(clock.calendar, clock.calendarVersion));
        out.emplace(ticket, Deadline{clock, std::move(time)});
    }
    return out;
}

DeadlineMark::DeadlineMark(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    hide();
}

void DeadlineMark::setTicket(Bridge &bridge, TicketId ticket)
{
    if (ticket_ != ticket)
        setDeadline(std::nullopt, bridge.now());
    ticket_ = ticket;
    using Deadlines = std::unordered_map<TicketId, Deadline>;
    const auto number = generation_.next();
    bridge.read<Deadlines>(
        this, [ticket](store::Tx &tx) { return loadDeadlines(tx, {&ticket, 1}); },
        [this, number, ticket, &bridge](Result<Deadlines> found) {
            if (!found || !generation_.is(number))
                return;
            const auto due = found->find(ticket);
            setDeadline(due != found->end() ? std::optional(due->second) : std::nullopt, bridge.now());
        });
}

void DeadlineMark::setDeadline(const std::optional<Deadline> &deadline, Instant now)
{
    deadline_ = deadline;
    now_ = now;
    setVisible(deadline.has_value());
    setAccessibleName(deadline ? Words::tr("%1: %2", "%1: first answer, %2: 2 h 10 left").arg(targetText(deadline->clock.target), text()) : QString());
    setToolTip(accessibleName());
    updateGeometry();
    update();
}

void DeadlineMark::goOn(Instant now)
{
    if (deadline_ && deadlineText(*deadline_, now) != text())
        setDeadline(deadline_, now);
}

QString DeadlineMark::text() const
{
    return deadline_ ? deadlineText(*deadline_, now_) : QString();
}

QSize DeadlineMark::sizeHint() const
{
    const auto &theme = Theme::of(this);
    const QFontMetrics metrics(theme.font(TextSize::Small, QFont::DemiBold));
    return {theme.scaled(kIcon) + kGrid + metrics.horizontalAdvance(text()) + 2, metrics.height() + kGrid};
}

void DeadlineMark::paintEvent(QPaintEvent * /*event*/)
{
    if (!deadline_)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    drawDeadline(painter, Theme::of(this), rect(), *deadline_, now_);
}

} // namespace vigie::ui
