// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/actions.hpp"

#include "ui/bridge/text.hpp"
#include "ui/widget/toast.hpp"

#include <vigie/plan/calendar_log.hpp>
#include <vigie/plan/planner.hpp>
#include <vigie/store/outbox.hpp>

#include <QLocale>

#include <utility>

namespace vigie::ui {

namespace {

/// A plan without what became of it: nothing of the old intents is carried over.
PlanItem asNew(PlanItem plan)
{
    plan.id = {};
    plan.approved = false;
    plan.deletedAt.reset();
    for (auto &variant : plan.variants) {
        variant.outbound = {};
        variant.state = OutboundState::Draft;
        variant.permalink.clear();
        variant.error.reset();
    }
    return plan;
}

/// Takes the stored intents back before new words are saved: an account that was taken out of the post must not keep its
/// own, and nothing is to leave twice.
Result<PlanItem> withdrawn(plan::Planner &planner, PlanItem plan)
{
    if (!plan.id || !plan.approved)
        return plan;
    VIGIE_CHECK(planner.unapprove(plan.id));
    plan.approved = false;
    for (auto &variant : plan.variants)
        variant.outbound = {};
    return plan;
}

} // namespace

CalendarActions::CalendarActions(Shell &shell, CalendarData &data, QObject *parent) : QObject(parent), shell_(shell), data_(data) {}

void CalendarActions::wake()
{
    // The publisher sleeps until the next due row it knew of.
    auto *workspace = shell_.bridge.workspace();
    if (workspace == nullptr || !shell_.bridge.options().engines)
        return;
    workspace->publishNow(shell_.bridge.stopFor(this), shell_.bridge.executor(),
                          shell_.bridge.guarded<Result<plan::PublishReport>>(this, [this](const Result<plan::PublishReport> &report) {
                              if (!report && report.error().code != Errc::Cancelled && report.error().code != Errc::Busy)
                                  Q_EMIT failed(report.error());
                          }));
}

void CalendarActions::move(PlanId id, std::function<WallTime(const PlanItem &)> where)
{
    // The new place is found from what is stored: four quick presses move by an hour, however slow the disk is.
    shell_.bridge.write<Moved>(
        this,
        [id, where = std::move(where), zone = data_.zone(), &networks = shell_.bridge.networks()](store::Tx &tx) -> Result<Moved> {
            Moved moved;
            VIGIE_TRY(moved.before, store::Plans(tx).get(id));
            if (moved.before.zone.empty())
                moved.before.zone = zone;
            VIGIE_CHECK(plan::Planner(tx, networks).move(id, where(moved.before), moved.before.zone));
            VIGIE_TRY(moved.after, store::Plans(tx).get(id));
            plan::CalendarLog log(tx, "move");
            VIGIE_CHECK(log.changed(moved.before));
            moved.step = log.id();
            return moved;
        },
        [this](const Result<Moved> &moved) { settle(moved); });
}

void CalendarActions::settle(const Result<Moved> &moved)
{
    if (!moved) {
        Q_EMIT failed(moved.error());
        return;
    }
    data_.reveal(moved->after);
    const auto &before = moved->before;
    if (before.wall && moveToast_ && movedLast_ == before.id) {
        moveSteps_.push_back(moved->step);
        return; // the toast on the screen leads back to where the first of these steps began
    }
    moveSteps_ = {moved->step};
    movedLast_ = before.id;
    const auto words = before.wall ? tr("Moved from %1.").arg(format::dateTime(before.due, data_.zone())) : tr("The draft has its day and hour.");
    moveToast_ = shell_.toasts.showUndo(words, [this, id = before.id] { moveBack(id); });
}

void CalendarActions::moveBack(PlanId id)
{
    moveToast_ = nullptr;
    shell_.bridge.write<PlanItem>(
        this,
        [id, steps = std::exchange(moveSteps_, {}), &networks = shell_.bridge.networks()](store::Tx &tx) -> Result<PlanItem> {
            for (auto step = steps.rbegin(); step != steps.rend(); ++step)
                VIGIE_CHECK(plan::undoStep(tx, networks, *step));
            return store::Plans(tx).get(id);
        },
        [this](const Result<PlanItem> &plan) {
            if (plan)
                data_.reveal(*plan);
            else
                Q_EMIT failed(plan.error());
        });
}

void CalendarActions::moveMinutes(PlanId id, int minutes)
{
    move(id, [minutes](const PlanItem &plan) {
        const auto wall = plan.wall.value_or(WallTime{});
        // What is in a gap already stands, for the person, at the hour after it.
        const auto from = plan.dueKind == ZonedInstant::Kind::Gap ? toWall(plan.due, plan.zone).value_or(wall) : wall;
        return calendar::stepMinutes(from, minutes, plan.zone);
    });
}

void CalendarActions::moveDays(PlanId id, int days)
{
    move(id, [days](const PlanItem &plan) { return plusDays(plan.wall.value_or(WallTime{}), days); });
}

void CalendarActions::moveTo(PlanId id, const QDate &day, const QTime &time)
{
    move(id, [day, time, zone = data_.zone()](const PlanItem &plan) { return calendar::wallIn(plan.zone, day, time, zone); });
}

void CalendarActions::remove(PlanId id)
{
    const auto *post = data_.find(id);
    if (post != nullptr && calendar::published(post->plan)) {
        shell_.toasts.show(tr("This post was already published; it stays in the calendar. To take it off a network, delete it there."));
        return;
    }
    shell_.bridge.write<store::CalendarStepId>(
        this,
        [id, &networks = shell_.bridge.networks()](store::Tx &tx) -> Result<store::CalendarStepId> {
            VIGIE_TRY(const auto before, store::Plans(tx).get(id));
            VIGIE_CHECK(plan::Planner(tx, networks).remove(id));
            plan::CalendarLog log(tx, "delete");
            VIGIE_CHECK(log.removed(before));
            return log.id();
        },
        [this](const Result<store::CalendarStepId> &done) {
            if (!done) {
                Q_EMIT failed(done.error());
                return;
            }
            data_.reload();
            shell_.toasts.showUndo(tr("Post deleted."), [this, step = *done] { undo(step); });
        });
}

void CalendarActions::undo(std::optional<store::CalendarStepId> step)
{
    shell_.bridge.write<plan::UndoReport>(
        this, [step, &networks = shell_.bridge.networks()](store::Tx &tx) { return plan::undoStep(tx, networks, step); },
        [this](const Result<plan::UndoReport> &report) {
            if (!report) {
                Q_EMIT failed(report.error());
                return;
            }
            data_.reload();
            wake();
            if (report->action.empty())
                shell_.toasts.show(tr("There is nothing to take back at the calendar."));
            else if (report->left > 0)
                shell_.toasts.show(tr("Taken back, but for %n thing(s) that changed since or left already.", nullptr, report->left));
            else
                shell_.toasts.show(tr("Taken back."));
        });
}

void CalendarActions::assign(PlanId id, const QString &lane)
{
    shell_.bridge.write<bool>(
        this,
        [id, lane, &networks = shell_.bridge.networks()](store::Tx &tx) -> Result<bool> {
            VIGIE_TRY(const auto before, store::Plans(tx).get(id));
            auto after = before;
            if (lane.startsWith(QLatin1String("campaign:")))
                after.campaign = CampaignId{lane.section(QLatin1Char(':'), 1).toLongLong()};
            else if (lane.startsWith(QLatin1String("person:")))
                after.owner = utf8(lane.section(QLatin1Char(':'), 1));
            if (after.campaign == before.campaign && after.owner == before.owner)
                return false;
            if (after.campaign != before.campaign) {
                after.phase = {};
                after.event = {};
            }
            VIGIE_CHECK(plan::Planner(tx, networks).save(after));
            plan::CalendarLog log(tx, "assign");
            VIGIE_CHECK(log.changed(before));
            return true;
        },
        [this](const Result<bool> &changed) {
            if (!changed)
                Q_EMIT failed(changed.error());
            else if (*changed)
                data_.reload();
        });
}

void CalendarActions::takeDay(PlanId id)
{
    shell_.bridge.write<store::CalendarStepId>(
        this,
        [id, &networks = shell_.bridge.networks()](store::Tx &tx) -> Result<store::CalendarStepId> {
            plan::Planner planner(tx, networks);
            VIGIE_TRY(const auto before, store::Plans(tx).get(id));
            if (before.approved)
                VIGIE_CHECK(planner.unapprove(id));
            VIGIE_TRY(auto after, store::Plans(tx).get(id));
            after.wall.reset();
            VIGIE_CHECK(planner.save(after));
            plan::CalendarLog log(tx, "move");
            VIGIE_CHECK(log.changed(before));
            return log.id();
        },
        [this, id](const Result<store::CalendarStepId> &done) {
            if (!done) {
                Q_EMIT failed(done.error());
                return;
            }
            data_.selectWhenThere(id);
            data_.reload();
            shell_.toasts.showUndo(tr("The post waits without a day."), [this, step = *done] { undo(step); });
        });
}

void CalendarActions::duplicate(PlanId id)
{
    // What came from elsewhere has no plan in the store: its words are copied from what is shown. Its pictures are not here.
    std::optional<PlanItem> shown;
    if (const auto *post = data_.find(id); post != nullptr && calendar::fromElsewhere(id)) {
        shown = post->plan;
        shown->media.clear();
    }
    shell_.bridge.write<PlanId>(
        this,
        [id, shown, &networks = shell_.bridge.networks()](store::Tx &tx) -> Result<PlanId> {
            auto plan = shown.value_or(PlanItem{});
            if (!shown) {
                VIGIE_TRY(plan, store::Plans(tx).get(id));
            }
            auto copy = asNew(std::move(plan));
            copy.series = {};
            copy.seriesDay.clear();
            copy.queue = {};
            copy.dayOffset.reset();
            copy.wall.reset(); // a copy at the same hour would be sent twice
            return plan::Planner(tx, networks).save(copy);
        },
        [this](const Result<PlanId> &copy) {
            if (!copy) {
                Q_EMIT failed(copy.error());
                return;
            }
            data_.selectWhenThere(*copy);
            data_.reload();
            shell_.toasts.show(tr("Copied to the drafts without a day."));
        });
}

void CalendarActions::create(const QDate &day, const QTime &time, Done done)
{
    PlanItem plan;
    plan.zone = data_.zone();
    if (day.isValid())
        plan.wall = calendar::wallOf(day, time);
    plan.lang = utf8(QLocale().name().section(QLatin1Char('_'), 0, 0));
    for (const auto &account : data_.accounts())
        if (account.state == AccountState::Active && account.capabilities.has(Capability::Publish)) {
            PlanVariant variant;
            variant.account = account.id;
            plan.variants.push_back(std::move(variant));
        }
    saveDraft(plan, std::move(done));
}

void CalendarActions::saveDraft(const PlanItem &plan, Done done)
{
    shell_.bridge.write<PlanId>(this, [plan, &networks = shell_.bridge.networks()](store::Tx &tx) { return plan::Planner(tx, networks).save(plan); }, [done = std::move(done)](const Result<PlanId> &id) { done(id); });
}

void CalendarActions::plan(const PlanItem &plan, Done done)
{
    shell_.bridge.write<PlanId>(
        this,
        [plan, &networks = shell_.bridge.networks()](store::Tx &tx) -> Result<PlanId> {
            plan::Planner planner(tx, networks);
            VIGIE_TRY(const auto draft, withdrawn(planner, plan));
            VIGIE_TRY(const auto id, planner.save(draft));
            VIGIE_CHECK(planner.approve(id));
            return id;
        },
        [this, done = std::move(done)](const Result<PlanId> &id) {
            done(id);
            if (id)
                wake();
        });
}

void CalendarActions::keepAsDraft(const PlanItem &plan, Done done)
{
    shell_.bridge.write<PlanId>(
        this,
        [plan, &networks = shell_.bridge.networks()](store::Tx &tx) -> Result<PlanId> {
            plan::Planner planner(tx, networks);
            VIGIE_TRY(const auto draft, withdrawn(planner, plan));
            return planner.save(draft);
        },
        [done = std::move(done)](const Result<PlanId> &id) { done(id); });
}

void CalendarActions::publishNow(const PlanItem &plan, Done done)
{
    shell_.bridge.write<PlanId>(
        this,
        [plan, &networks = shell_.bridge.networks()](store::Tx &tx) -> Result<PlanId> {
            plan::Planner planner(tx, networks);
            VIGIE_TRY(const auto now, withdrawn(planner, plan));
            return planner.publishNow(now);
        },
        [this, done = std::move(done)](const Result<PlanId> &id) {
            done(id);
            if (id)
                wake();
        });
}

void CalendarActions::perform(std::function<Result<int>(store::Tx &)> job)
{
    shell_.bridge.write<int>(this, std::move(job), [this](const Result<int> &done) {
        if (!done) {
            Q_EMIT failed(done.error());
            return;
        }
        data_.reload();
        wake();
    });
}

void CalendarActions::retry(OutboundId id)
{
    perform([id, &networks = shell_.bridge.networks()](store::Tx &tx) -> Result<int> {
        VIGIE_CHECK(plan::Planner(tx, networks).retry(id));
        return 1;
    });
}

void CalendarActions::checkNow(OutboundId id)
{
    perform([id, &networks = shell_.bridge.networks()](store::Tx &tx) -> Result<int> {
        VIGIE_CHECK(plan::Planner(tx, networks).checkNow(id));
        return 1;
    });
}

void CalendarActions::cancel(OutboundId id)
{
    perform([id, &networks = shell_.bridge.networks()](store::Tx &tx) -> Result<int> {
        VIGIE_CHECK(plan::Planner(tx, networks).cancel(id));
        return 1;
    });
}

void CalendarActions::publishMissed(const std::vector<PlanId> &plans)
{
    perform([plans, &networks = shell_.bridge.networks()](store::Tx &tx) -> Result<int> {
        int count = 0;
        for (const auto id : plans) {
            VIGIE_TRY(const auto plan, store::Plans(tx).get(id));
            for (const auto &variant : plan.variants)
                if (variant.state == OutboundState::Missed) {
                    VIGIE_CHECK(plan::Planner(tx, networks).retry(variant.outbound));
                    ++count;
                }
        }
        return count;
    });
}

} // namespace vigie::ui
