// SPDX-License-Identifier: GPL-3.0-or-later
// The remaining time of a conversation in words, colour and shape: "2 h 10 left", "late by 35 min", "clock stopped".
// Thread: loadDeadlines() runs inside a store job; the rest is the window's. Errors: Storage...
#pragma once

#include "ui/bridge/bridge.hpp"
#include "ui/theme/theme.hpp"

#include <vigie/desk/sla.hpp>

#include <QString>
#include <QWidget>

#include <memory>
#include <optional>
#include <unordered_map>

namespace vigie::ui {

struct Deadline {
    SlaClock clock;
    std::shared_ptr<desk::BusinessTime> time; ///< of the window alone once it is here

    /// Open seconds, negative when late.
    [[nodiscard]] std::int64_t left(Instant now) const { return desk::secondsLeft(clock, *time, now); }
};

enum class Urgency { Calm, Soon, Late, Stopped };
[[nodiscard]] Urgency urgencyOf(const Deadline &deadline, Instant now);
[[nodiscard]] QString deadlineText(const Deadline &deadline, Instant now);
/// "first answer", "next answer", "resolution"
[[nodiscard]] QString targetText(SlaTarget target);
/// Shape and words from the left of `rect`; returns the width used.
int drawDeadline(QPainter &painter, const Theme &theme, const QRect &rect, const Deadline &deadline, Instant now);

[[nodiscard]] Result<std::unordered_map<TicketId, Deadline>> loadDeadlines(store::Tx &tx, std::span<const TicketId> ids);

/// The same as a widget, for the head of a conversation. It goes on with the time.
class DeadlineMark final : public QWidget {
    Q_OBJECT
public:
    explicit DeadlineMark(QWidget *parent = nullptr);
    /// Asks for it; the one before stays until the answer is here, if it is of the same ticket.
    void setTicket(Bridge &bridge, TicketId ticket);
    void setDeadline(const std::optional<Deadline> &deadline, Instant now);
    void goOn(Instant now);
    [[nodiscard]] QString text() const;
    [[nodiscard]] QSize sizeHint() const override;

private:
    void paintEvent(QPaintEvent *event) override;
    std::optional<Deadline> deadline_;
    Instant now_;
    TicketId ticket_;
    Generation generation_;
};

} // namespace vigie::ui
