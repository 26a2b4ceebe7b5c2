// SPDX-License-Identifier: GPL-3.0-or-later
// The calendar: week, month and agenda of the same posts, the editor of the one selected, drafts without a day.
// Thread: the window's.
#pragma once

#include "ui/app/panel.hpp"
#include "ui/calendar/calendar_data.hpp"
#include "ui/calendar/lanes.hpp"

class QBoxLayout;
class QButtonGroup;
class QLabel;
class QPushButton;
class QSplitter;
class QStackedWidget;

namespace vigie::ui {

class AgendaModel;
class AgendaView;
class CalendarActions;
class CalendarPlanning;
class EmptyState;
class ErrorBar;
class LaneView;
class MissedBanner;
class MonthView;
class PostEditor;
class UnplannedList;
class WeekView;

class CalendarPanel final : public Panel {
    Q_OBJECT
public:
    enum class View { Week, Month, Agenda, Day };

    explicit CalendarPanel(Shell &shell, QWidget *parent = nullptr);
    [[nodiscard]] QString id() const override { return QStringLiteral("calendar"); }
    [[nodiscard]] QString title() const override { return tr("Calendar"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("calendar"); }
    void registerCommands(CommandRegistry &commands) override;
    void activated() override;
    void deactivated() override;
    [[nodiscard]] QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;
    [[nodiscard]] bool ready() const override { return data_->loaded(); }

    void setView(View view);
    [[nodiscard]] View view() const { return view_; }
    /// Rows for accounts, campaigns or people, in the week and in the day.
    void setLanes(calendar::LaneBy by);
    void goTo(const QDate &day);
    void showPlan(PlanId id);

    [[nodiscard]] CalendarData &data() const { return *data_; }
    [[nodiscard]] PostEditor *editor() const { return editor_; }
    [[nodiscard]] WeekView *week() const { return week_; }
    [[nodiscard]] MonthView *month() const { return month_; }
    [[nodiscard]] AgendaView *agenda() const { return agenda_; }
    [[nodiscard]] AgendaModel *agendaModel() const;
    [[nodiscard]] LaneView *lanes() const { return lanes_; }
    [[nodiscard]] CalendarPlanning *planning() const { return planning_; }
    [[nodiscard]] MissedBanner *missedBanner() const { return missed_; }

private:
    void changeEvent(QEvent *event) override;
    void build();
    QWidget *buildHead();
    QWidget *buildSide();
    void connectViews();
    void addViewCommands(CommandRegistry &commands);
    void addPostCommands(CommandRegistry &commands);
    void addPlanningCommands(CommandRegistry &commands);
    QWidget *buildChoices(QWidget *head);
    void nextLanes();
    void addPostingCommands(CommandRegistry &commands);
    void retranslate();
    void refresh();
    void followCursor();
    void page(int direction);
    void openCurrent();
    void newPost();
    void newPostAt(const QDate &day, const QTime &time);
    void focusView();
    [[nodiscard]] bool viewHasFocus() const;
    [[nodiscard]] const calendar::Post *movable() const;
    void moveSelected(int key);
    void removeSelected();

    CalendarData *data_;
    CalendarActions *actions_;
    CalendarPlanning *planning_;
    View view_ = View::Week;
    QDate anchor_;
    QBoxLayout *headLayout_, *choices_;
    QLabel *title_, *place_;
    QPushButton *previous_, *today_, *next_, *new_, *laneChip_, *more_, *pause_;
    calendar::LaneBy laneBy_ = calendar::LaneBy::None;
    QButtonGroup *views_;
    MissedBanner *missed_;
    ErrorBar *error_;
    QStackedWidget *stack_;
    WeekView *week_;
    MonthView *month_;
    LaneView *lanes_;
    AgendaView *agenda_;
    EmptyState *agendaEmpty_;
    QLabel *emptyLine_;
    PostEditor *editor_;
    UnplannedList *unplanned_;
    QSplitter *split_;
};

} // namespace vigie::ui
