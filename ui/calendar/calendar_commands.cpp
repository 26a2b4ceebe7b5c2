// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done in the calendar by a key, from the palette, or from a menu.
#include "ui/calendar/actions.hpp"
#include "ui/calendar/calendar_panel.hpp"
#include "ui/calendar/calendar_planning.hpp"
#include "ui/calendar/lane_view.hpp"
#include "ui/calendar/month_view.hpp"
#include "ui/calendar/post_editor.hpp"
#include "ui/calendar/unplanned_list.hpp"
#include "ui/calendar/week_view.hpp"
#include "ui/command/registry.hpp"

#include <QPushButton>

namespace vigie::ui {

namespace {
constexpr int kStepMinutes = 15, kWeekDays = 7;
}

void CalendarPanel::registerCommands(CommandRegistry &commands)
{
    addViewCommands(commands);
    addPostCommands(commands);
    addPlanningCommands(commands);
    addPostingCommands(commands);
    editor_->registerCommands(commands, this);
    commands.bind(today_, QStringLiteral("calendar.today"));
    commands.bind(new_, QStringLiteral("calendar.new"));
}

void CalendarPanel::addViewCommands(CommandRegistry &commands)
{
    const auto show = [this](View view) {
        return [this, view] {
            setView(view);
            focusView();
        };
    };
    commands.add({QStringLiteral("calendar.week"), [] { return tr("Show the week"); }, QStringLiteral("calendar"), {Qt::Key_1, Qt::Key_W}, this, show(View::Week), {}});
    commands.add({QStringLiteral("calendar.month"), [] { return tr("Show the month"); }, QStringLiteral("calendar"), {Qt::Key_2, Qt::Key_M}, this, show(View::Month), {}});
    commands.add({QStringLiteral("calendar.agenda"), [] { return tr("Show the agenda"); }, QStringLiteral("agenda"), {Qt::Key_3, Qt::Key_A}, this, show(View::Agenda), {}});
    commands.add({QStringLiteral("calendar.day"), [] { return tr("Show the day"); }, QStringLiteral("today"), {Qt::Key_4}, this, show(View::Day), {}});
    commands.add({QStringLiteral("calendar.lanes"), [] { return tr("Other lanes: account, campaign, person, none"); }, QStringLiteral("column"), {Qt::Key_L}, this, [this] { nextLanes(); }, {}});
    commands.add({QStringLiteral("calendar.earlier"), [] { return tr("Earlier day, week or month"); }, QStringLiteral("chevron-left"), {Qt::Key_PageUp}, this, [this] { page(-1); }, {}});
    commands.add({QStringLiteral("calendar.later"), [] { return tr("Later day, week or month"); }, QStringLiteral("chevron-right"), {Qt::Key_PageDown}, this, [this] { page(1); }, {}});
    commands.add({QStringLiteral("calendar.today"), [] { return tr("Today"); }, QStringLiteral("today"), {Qt::Key_T}, this,
                  [this] {
                      const auto now = data_->nowTime();
                      goTo(data_->today());
                      data_->setCursor(data_->today(), QTime(now.hour(), now.minute() / kStepMinutes * kStepMinutes));
                      focusView();
                  }, {}});
    commands.add({QStringLiteral("calendar.next"), [] { return tr("Next post"); }, QStringLiteral("arrow-down"), {Qt::Key_J}, this, [this] { data_->selectNext(1); }, {}});
    commands.add({QStringLiteral("calendar.previous"), [] { return tr("Previous post"); }, QStringLiteral("arrow-up"), {Qt::Key_K}, this, [this] { data_->selectNext(-1); }, {}});
}

void CalendarPanel::addPostCommands(CommandRegistry &commands)
{
    const auto chosen = [this] { return static_cast<bool>(data_->selected()); };
    const auto inView = [this] { return data_->selected() && viewHasFocus(); };
    const auto canChange = [this] { return editor_->canPlan(); };
    commands.add({QStringLiteral("calendar.new"), [] { return tr("New post"); }, QStringLiteral("add"), {Qt::Key_N}, this, [this] { newPost(); }, {}});
    commands.add({QStringLiteral("calendar.edit"), [] { return tr("Edit the post"); }, QStringLiteral("edit"), {Qt::Key_Return, Qt::Key_Enter, Qt::Key_E}, this,
                  [this] { openCurrent(); }, [this] { return viewHasFocus(); }});
    commands.add({QStringLiteral("calendar.delete"), [] { return tr("Delete the post"); }, QStringLiteral("delete"), {Qt::Key_Delete}, this,
                  [this] { removeSelected(); }, inView});
    commands.add({QStringLiteral("calendar.duplicate"), [] { return tr("Duplicate the post"); }, QStringLiteral("copy"), {Qt::Key_D}, this,
                  [this] { editor_->duplicate(); }, chosen});
    commands.add({QStringLiteral("calendar.plan"), [] { return tr("Plan the post"); }, QStringLiteral("done"), {QKeySequence(QStringLiteral("Ctrl+Return"))}, this,
                  [this] { editor_->plan(); }, canChange});
    commands.add({QStringLiteral("calendar.draft"), [] { return tr("Keep the post as a draft"); }, QStringLiteral("note"), {}, this, [this] { editor_->keepAsDraft(); },
                  canChange});
    commands.add({QStringLiteral("calendar.publishNow"), [] { return tr("Publish the post now"); }, QStringLiteral("send"), {}, this, [this] { editor_->publishNow(); },
                  canChange});
    commands.add({QStringLiteral("calendar.addMedia"), [] { return tr("Add pictures or films to the post"); }, QStringLiteral("image"), {}, this,
                  [this] { editor_->addMedia(); }, canChange});
    const auto move = [this, &commands](const char *name, std::function<QString()> text, int key) {
        commands.add({QString::fromLatin1(name), std::move(text), QStringLiteral("forward"), {QKeySequence(static_cast<int>(Qt::ALT) | key)}, this,
                      [this, key] { moveSelected(key); }, [this] { return movable() != nullptr; }});
    };
    move("calendar.moveEarlier", [] { return tr("Move earlier: 15 minutes, or a week in the month"); }, Qt::Key_Up);
    move("calendar.moveLater", [] { return tr("Move later: 15 minutes, or a week in the month"); }, Qt::Key_Down);
    move("calendar.moveDayBack", [] { return tr("Move to the day before"); }, Qt::Key_Left);
    move("calendar.moveDayOn", [] { return tr("Move to the day after"); }, Qt::Key_Right);
}

void CalendarPanel::addPlanningCommands(CommandRegistry &commands)
{
    const auto add = [this, &commands](const char *name, std::function<QString()> text, const char *icon, QList<QKeySequence> keys, std::function<void()> run,
                                       std::function<bool()> enabled = {}) {
        commands.add({QString::fromLatin1(name), std::move(text), QString::fromLatin1(icon), std::move(keys), this, std::move(run), std::move(enabled)});
    };
    add("calendar.newEvent", [] { return tr("New event: a fair, a launch, a live"); }, "star", {QKeySequence(Qt::SHIFT | Qt::Key_N)}, [this] { planning_->newEvent(); });
    add("calendar.editEvent", [] { return tr("Edit the event at the cursor"); }, "edit", {QKeySequence(Qt::SHIFT | Qt::Key_E)},
        [this] {
            if (const auto *event = data_->eventAt(data_->day(), data_->time()))
                planning_->editEvent(event->event.id);
        },
        [this] { return data_->eventAt(data_->day(), data_->time()) != nullptr; });
    add("calendar.campaigns", [] { return tr("Campaigns: phases, day D, coverage, the page"); }, "target", {Qt::Key_C}, [this] { planning_->campaigns(); });
    add("calendar.queues", [] { return tr("Queues and their slots"); }, "sort", {Qt::Key_Q}, [this] { planning_->queues(); });
    add("calendar.nextSlot", [] { return tr("Give the post the next free slot"); }, "clock", {Qt::Key_S}, [this] { planning_->nextSlot(data_->selected()); },
        [this] {
            const auto *post = data_->selectedPost();
            return post != nullptr && !data_->queues().empty() && viewHasFocus() && calendar::editable(post->plan);
        });
    add("calendar.occurrences", [] { return tr("Days of the repeating post: leave one out, bring it back..."); }, "redo", {Qt::Key_R},
        [this] { planning_->occurrences(data_->selectedPost()->plan); },
        [this] { return data_->selectedPost() != nullptr && data_->selectedPost()->plan.series; });
    add("calendar.import", [] { return tr("Take in a calendar or a table..."); }, "import", {}, [this] { planning_->import(); });
    add("calendar.export", [] { return tr("Save these days as a calendar file..."); }, "export", {}, [this] { planning_->exportDays(); });
    add("calendar.countries", [] { return tr("Countries and the second time zone..."); }, "language", {}, [this] { planning_->countries(); });
    add("calendar.takeDay", [] { return tr("Take the day from the post"); }, "remove", {Qt::Key_U}, [this] { actions_->takeDay(data_->selected()); },
        [this] { return movable() != nullptr; });
    add("calendar.undo", [] { return tr("Take back the last action at the calendar"); }, "undo", {Qt::Key_Z, QKeySequence(Qt::CTRL | Qt::Key_Z)}, [this] { actions_->undo(); });
}

const calendar::Post *CalendarPanel::movable() const
{
    const auto *post = data_->selectedPost();
    return post != nullptr && post->plan.wall && viewHasFocus() && calendar::editable(post->plan) ? post : nullptr;
}

void CalendarPanel::moveSelected(int key)
{
    const auto *post = movable();
    if (post == nullptr)
        return;
    const int sign = key == Qt::Key_Up || key == Qt::Key_Left ? -1 : 1;
    const bool vertical = key == Qt::Key_Up || key == Qt::Key_Down;
    if (vertical && view_ != View::Month)
        actions_->moveMinutes(post->plan.id, sign * kStepMinutes);
    else
        actions_->moveDays(post->plan.id, vertical ? sign * kWeekDays : sign);
}

void CalendarPanel::removeSelected()
{
    if (data_->selected())
        actions_->remove(data_->selected());
}

} // namespace vigie::ui
