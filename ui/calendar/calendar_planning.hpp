// SPDX-License-Identifier: GPL-3.0-or-later
// What is planned around posts, in dialogs of its own: events, campaigns, queues, files, countries.
// Thread: the window's.
#pragma once

#include "ui/app/shell.hpp"
#include "ui/calendar/calendar_data.hpp"

#include <vigie/plan/calendar_import.hpp>
#include <vigie/plan/calendar_log.hpp>

#include <QObject>

class QWidget;

namespace vigie::ui {

class CalendarActions;

class CalendarPlanning final : public QObject {
    Q_OBJECT
public:
    CalendarPlanning(Shell &shell, CalendarData &data, CalendarActions &actions, QWidget *panel);

    /// At the cursor, for an hour.
    void newEvent();
    void editEvent(EventId id);
    /// This campaign, else that of the post in front.
    void campaigns(CampaignId chosen = {});
    void queues();
    /// The first queue there is, unless the post stands in one.
    void nextSlot(PlanId id);
    void import();
    void importFrom(const QString &path, const plan::ImportOptions &options);
    void exportDays();
    void exportTo(const QString &path);
    void countries();
    /// Of the series that this post belongs to.
    void occurrences(const PlanItem &post);

Q_SIGNALS:
    void failed(const vigie::Error &error);

private:
    void showEvent(const CalendarEvent &event);
    void offerUndo(const QString &words, store::CalendarStepId step);
    Shell &shell_;
    CalendarData &data_;
    CalendarActions &actions_;
    QWidget *panel_;
};

} // namespace vigie::ui
