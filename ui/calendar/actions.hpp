// SPDX-License-Identifier: GPL-3.0-or-later
// What the person can do to a post, carried out on the store's threads; each says in a toast what was done and how to
// take it back. Errors go to the one who asked.
// Thread: the window's.
#pragma once

#include "ui/app/shell.hpp"
#include "ui/calendar/calendar_data.hpp"
#include "ui/widget/toast.hpp"

#include <vigie/store/calendar_steps.hpp>

#include <QObject>
#include <QPointer>

namespace vigie::ui {

class CalendarActions final : public QObject {
    Q_OBJECT
public:
    CalendarActions(Shell &shell, CalendarData &data, QObject *parent);

    [[nodiscard]] Shell &shell() const { return shell_; }

    using Done = std::function<void(const Result<PlanId> &)>;
    void moveMinutes(PlanId id, int minutes);
    void moveDays(PlanId id, int days);
    void moveTo(PlanId id, const QDate &day, const QTime &time);
    void remove(PlanId id);
    /// The newest action at the calendar, or this one.
    void undo(std::optional<store::CalendarStepId> step = {});
    /// Into another lane: "campaign:3", "person:Nora".
    void assign(PlanId id, const QString &lane);
    /// Back to the drafts without a day.
    void takeDay(PlanId id);
    void duplicate(PlanId id);
    void create(const QDate &day, const QTime &time, Done done);
    void saveDraft(const PlanItem &plan, Done done);
    /// Saves the words and binds them to their hour.
    void plan(const PlanItem &plan, Done done);
    void keepAsDraft(const PlanItem &plan, Done done);
    void publishNow(const PlanItem &plan, Done done);
    void retry(OutboundId id);
    void checkNow(OutboundId id);
    void cancel(OutboundId id);
    void publishMissed(const std::vector<PlanId> &plans);

Q_SIGNALS:
    void failed(const vigie::Error &error);

private:
    struct Moved {
        PlanItem before, after;
        store::CalendarStepId step;
    };
    void move(PlanId id, std::function<WallTime(const PlanItem &)> where);
    void settle(const Result<Moved> &moved);
    void moveBack(PlanId id);
    void perform(std::function<Result<int>(store::Tx &)> job);
    void wake();
    Shell &shell_;
    CalendarData &data_;
    QPointer<Toast> moveToast_;
    PlanId movedLast_;
    std::vector<store::CalendarStepId> moveSteps_; ///< of the toast on the screen
};

} // namespace vigie::ui
