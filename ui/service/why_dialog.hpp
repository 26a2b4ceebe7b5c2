// SPDX-License-Identifier: GPL-3.0-or-later
// Why a conversation is due when it is: what was promised, by which hours, and every stretch that was counted.
// Thread: the window's.
#pragma once

#include "ui/app/shell.hpp"

#include <vigie/desk/sla.hpp>

#include <QDialog>

class QTextBrowser;

namespace vigie::ui {

class ErrorBar;

class WhyDialog final : public QDialog {
    Q_OBJECT
public:
    WhyDialog(Shell &shell, TicketId ticket, QWidget *parent);
    [[nodiscard]] bool ready() const { return ready_; }
    [[nodiscard]] QString text() const;

private:
    void load();
    void show(const std::vector<desk::SlaExplained> &all);

    Shell &shell_;
    TicketId ticket_;
    bool ready_ = false;
    QTextBrowser *words_;
    ErrorBar *error_;
};

/// "Easter Monday", in the language of the window; what is not a holiday is the person's own word.
[[nodiscard]] QString dayReason(const BusinessCalendar &calendar, std::int32_t day, const desk::DayPlan &plan);
/// "09:00 to 12:30, 14:00 to 18:00", or "closed"
[[nodiscard]] QString hoursText(const DayHours &hours);
[[nodiscard]] QString dayText(std::int32_t day); ///< "Tue 14 Jul 2026"

} // namespace vigie::ui
