// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/calendar_panel.hpp"

#include "ui/bridge/text.hpp"
#include "ui/calendar/actions.hpp"
#include "ui/calendar/agenda_view.hpp"
#include "ui/calendar/calendar_planning.hpp"
#include "ui/calendar/missed_banner.hpp"
#include "ui/calendar/lane_view.hpp"
#include "ui/calendar/month_view.hpp"
#include "ui/calendar/post_editor.hpp"
#include "ui/calendar/unplanned_list.hpp"
#include "ui/calendar/week_view.hpp"
#include "ui/command/registry.hpp"
#include "ui/theme/theme.hpp"
#include "ui/widget/pieces.hpp"

#include <QButtonGroup>
#include <QJsonArray>
#include <QLocale>
#include <QSplitter>
#include <QStackedWidget>
#include <QBoxLayout>

namespace vigie::ui {

namespace {

constexpr int kMonthDays = 42, kWeekDays = 7, kTwoRowsFrom = 140;
constexpr const char *kViewNames[] = {"week", "month", "agenda", "day"};
constexpr const char *kLaneNames[] = {"none", "account", "campaign", "person"};
/// Places of the stack.
constexpr int kWeekPage = 0, kMonthPage = 1, kAgendaPage = 2, kNothingPage = 3, kSkeletonPage = 4, kLanePage = 5;

} // namespace

CalendarPanel::CalendarPanel(Shell &shell, QWidget *parent)
    : Panel(shell, parent), data_(new CalendarData(shell.bridge, this)), actions_(new CalendarActions(shell, *data_, this)),
      planning_(new CalendarPlanning(shell, *data_, *actions_, this)), anchor_(data_->today())
{
    build();
    connectViews();
    retranslate();
    setView(View::Week);
}

void CalendarPanel::nextLanes()
{
    constexpr int kChoices = 4;
    setLanes(static_cast<calendar::LaneBy>((static_cast<int>(laneBy_) + 1) % kChoices));
    focusView();
}

void CalendarPanel::setLanes(calendar::LaneBy by)
{
    laneBy_ = by;
    if (by != calendar::LaneBy::None)
        lanes_->setBy(by);
    if (by != calendar::LaneBy::None && view_ != View::Day)
        setView(View::Week);
    else
        refresh();
}

AgendaModel *CalendarPanel::agendaModel() const
{
    return &agenda_->rows();
}

void CalendarPanel::setView(View view)
{
    view_ = view;
    views_->button(static_cast<int>(view))->setChecked(true);
    for (auto *button : views_->buttons()) // Tab stops once, at the view that is shown; the arrows go on from there
        button->setFocusPolicy(button->isChecked() ? Qt::StrongFocus : Qt::ClickFocus);
    goTo(data_->day());
}

void CalendarPanel::goTo(const QDate &day)
{
    anchor_ = day;
    month_->setMonth(day);
    if (view_ == View::Day)
        data_->setRange(day, day.addDays(1));
    else if (view_ == View::Week)
        data_->setRange(calendar::weekStart(day), calendar::weekStart(day).addDays(kWeekDays));
    else {
        const auto first = calendar::weekStart(QDate(day.year(), day.month(), 1));
        data_->setRange(first, first.addDays(kMonthDays));
    }
    if (data_->day() != day)
        data_->setCursor(day, data_->time());
    refresh();
}

void CalendarPanel::followCursor()
{
    const auto day = data_->day();
    const bool inside = day >= data_->from() && day < data_->to();
    if (!inside || (view_ == View::Month && day.month() != anchor_.month()))
        goTo(day);
    agenda_->follow();
}

void CalendarPanel::showPlan(PlanId id)
{
    bridge().read<PlanItem>(
        this, [id](store::Tx &tx) { return store::Plans(tx).get(id); },
        [this](const Result<PlanItem> &plan) {
            if (!plan || plan->deletedAt) {
                error_->setMessage(tr("This post is no longer in the calendar."));
                return;
            }
            data_->reveal(*plan);
        });
}

void CalendarPanel::page(int direction)
{
    goTo(view_ == View::Day    ? data_->day().addDays(direction)
         : view_ == View::Week ? data_->day().addDays(direction * kWeekDays)
                               : data_->day().addMonths(direction));
}

void CalendarPanel::newPost()
{
    newPostAt(data_->day(), data_->time());
}

void CalendarPanel::newPostAt(const QDate &day, const QTime &time)
{
    actions_->create(day, time, [this](const Result<PlanId> &id) {
        if (!id) {
            error_->setError(id.error());
            return;
        }
        data_->selectWhenThere(*id);
        data_->reload();
        editor_->edit();
    });
}

/// What the cursor is on: a post is edited, an event and a campaign have their dialogs, a free place gets a new post.
void CalendarPanel::openCurrent()
{
    const auto *row = view_ == View::Agenda && agenda_->hasFocus() ? agenda_->besidePosts() : nullptr;
    if (row != nullptr && row->event)
        planning_->editEvent(row->event);
    else if (row != nullptr && row->campaign)
        planning_->campaigns(row->campaign);
    else if (data_->selected())
        editor_->edit();
    else
        newPost();
}

void CalendarPanel::refresh()
{
    const bool loaded = data_->loaded(), none = data_->posts().empty();
    const bool hours = view_ == View::Week || view_ == View::Day, inLanes = hours && laneBy_ != calendar::LaneBy::None;
    const bool nothing = view_ == View::Agenda && agenda_->rows().rowCount() == 0;
    const int page = inLanes ? kLanePage : hours ? kWeekPage : view_ == View::Month ? kMonthPage : nothing ? kNothingPage : kAgendaPage;
    stack_->setCurrentIndex(loaded ? page : kSkeletonPage);
    laneChip_->setText(calendar::laneWord(laneBy_));
    laneChip_->setAccessibleName(laneChip_->text());
    laneChip_->setChecked(inLanes);
    emptyLine_->setVisible(loaded && none && !nothing);
    emptyLine_->setText(view_ == View::Day    ? tr("Nothing is planned this day. N makes a post at the hour of the cursor.")
                        : view_ == View::Week ? tr("Nothing is planned this week. N makes a post at the hour of the cursor.")
                                            : tr("Nothing is planned in these weeks. N makes a post on the day of the cursor."));
    agenda_->fit();
    // Large text: two rows rather than a wider window.
    const auto &theme = Theme::of(this);
    const auto direction = theme.scaled(100) >= kTwoRowsFrom ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight;
    headLayout_->setDirection(direction);
    choices_->setDirection(direction);
    const auto locale = QLocale();
    const auto month = locale.toString(anchor_, tr("MMMM yyyy", "date format: a month"));
    const auto day = locale.toString(anchor_, tr("dddd d MMMM", "date format"));
    title_->setText(view_ == View::Week ? tr("Week %1").arg(data_->from().addDays(3).weekNumber()) : view_ == View::Day ? day : month);
    place_->setText(hours ? tr("%1, %2", "month, time zone").arg(month, qs(data_->zone())) : qs(data_->zone()));
}

void CalendarPanel::activated()
{
    data_->setLive(true);
    data_->reload();
    focusView();
}

void CalendarPanel::deactivated()
{
    data_->setLive(false);
    editor_->flush();
}

void CalendarPanel::focusView()
{
    auto *front = stack_->currentWidget();
    if (front == agendaEmpty_)
        new_->setFocus();
    else
        front->setFocus();
}

bool CalendarPanel::viewHasFocus() const
{
    return week_->hasFocus() || month_->hasFocus() || lanes_->hasFocus() || agenda_->hasFocus() || unplanned_->isAncestorOf(focusWidget());
}

QJsonObject CalendarPanel::saveState() const
{
    QJsonArray left;
    for (const auto id : missed_->left())
        left.append(QString::number(id));
    return {{QStringLiteral("view"), QString::fromLatin1(kViewNames[static_cast<int>(view_)])},
            {QStringLiteral("lanes"), QString::fromLatin1(kLaneNames[static_cast<int>(laneBy_)])},
            {QStringLiteral("left"), left},
            {QStringLiteral("split"), QString::fromLatin1(split_->saveState().toBase64())}};
}

void CalendarPanel::restoreState(const QJsonObject &state)
{
    for (int i = 0; i < 4; ++i)
        if (state[QStringLiteral("lanes")].toString() == QLatin1String(kLaneNames[i]) && i > 0)
            setLanes(static_cast<calendar::LaneBy>(i));
    for (int i = 0; i < 4; ++i)
        if (state[QStringLiteral("view")].toString() == QLatin1String(kViewNames[i]))
            setView(static_cast<View>(i));
    std::vector<qlonglong> left;
    for (const auto &id : state[QStringLiteral("left")].toArray())
        left.push_back(id.toString().toLongLong());
    missed_->setLeft(left);
    const auto split = QByteArray::fromBase64(state[QStringLiteral("split")].toString().toLatin1());
    if (!split.isEmpty())
        split_->restoreState(split);
}

} // namespace vigie::ui
