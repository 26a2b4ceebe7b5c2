// SPDX-License-Identifier: GPL-3.0-or-later
// How the calendar is put together: its parts, what they tell one another, its words.
#include "ui/calendar/calendar_panel.hpp"

#include "ui/calendar/actions.hpp"
#include "ui/calendar/agenda_view.hpp"
#include "ui/calendar/calendar_planning.hpp"
#include "ui/calendar/lane_view.hpp"
#include "ui/calendar/missed_banner.hpp"
#include "ui/calendar/month_view.hpp"
#include "ui/calendar/post_editor.hpp"
#include "ui/calendar/unplanned_list.hpp"
#include "ui/calendar/week_view.hpp"
#include "ui/command/registry.hpp"
#include "ui/theme/theme.hpp"
#include "ui/widget/pieces.hpp"

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace vigie::ui {

namespace {
constexpr int kSideWidth = 340;
}

void CalendarPanel::build()
{
    setProperty("role", "page");
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    split_ = new QSplitter(Qt::Horizontal, this);
    split_->setChildrenCollapsible(false);
    layout->addWidget(split_);
    auto *main = new QWidget(this);
    auto *mainLayout = new QVBoxLayout(main);
    mainLayout->setContentsMargins(0, 0, 0, 0);
    mainLayout->setSpacing(0);
    mainLayout->addWidget(buildHead());
    missed_ = new MissedBanner(*data_, main);
    mainLayout->addWidget(missed_);
    error_ = new ErrorBar(main);
    mainLayout->addWidget(error_);
    emptyLine_ = roleLabel(QStringLiteral("muted"), {}, main);
    emptyLine_->setContentsMargins(kMargin, 6, kMargin, 6);
    emptyLine_->setWordWrap(true);
    mainLayout->addWidget(emptyLine_);
    stack_ = new QStackedWidget(main);
    week_ = new WeekView(*data_, stack_);
    month_ = new MonthView(*data_, stack_);
    agenda_ = new AgendaView(*data_, stack_);
    agendaEmpty_ = new EmptyState(stack_);
    stack_->addWidget(week_);
    stack_->addWidget(month_);
    stack_->addWidget(agenda_);
    stack_->addWidget(agendaEmpty_);
    stack_->addWidget(new Skeleton(60, stack_));
    lanes_ = new LaneView(*data_, stack_);
    stack_->addWidget(lanes_);
    mainLayout->addWidget(stack_, 1);
    split_->addWidget(main);
    split_->addWidget(buildSide());
    split_->setStretchFactor(0, 1);
    split_->setStretchFactor(1, 0);
    split_->setSizes({1000, Theme::of(this).scaled(kSideWidth)});
}

QWidget *CalendarPanel::buildHead()
{
    auto *head = new QFrame(this);
    head->setProperty("role", "header");
    headLayout_ = new QBoxLayout(QBoxLayout::LeftToRight, head);
    headLayout_->setContentsMargins(kMargin, kGap, kMargin, kGap);
    headLayout_->setSpacing(kGap);
    auto *layout = new QHBoxLayout;
    headLayout_->addLayout(layout, 1);
    title_ = new ElidedLabel(head);
    title_->setProperty("role", "strong");
    place_ = new ElidedLabel(head);
    place_->setProperty("role", "muted");
    layout->addWidget(title_);
    layout->addWidget(place_, 1);
    previous_ = roleButton(QStringLiteral("quiet"), head);
    today_ = roleButton(QStringLiteral("quiet"), head);
    next_ = roleButton(QStringLiteral("quiet"), head);
    previous_->setIcon(Theme::of(this).icon(QStringLiteral("chevron-left")));
    next_->setIcon(Theme::of(this).icon(QStringLiteral("chevron-right")));
    for (auto *button : {previous_, today_, next_})
        layout->addWidget(button);
    headLayout_->addWidget(buildChoices(head));
    return head;
}

/// Views, lanes, the new post and what else can be done.
QWidget *CalendarPanel::buildChoices(QWidget *head)
{
    auto *choices = new QWidget(head);
    choices_ = new QBoxLayout(QBoxLayout::LeftToRight, choices);
    choices_->setContentsMargins(0, 0, 0, 0);
    choices_->setSpacing(kGap);
    auto *first = new QHBoxLayout, *second = new QHBoxLayout;
    choices_->addLayout(first);
    choices_->addLayout(second, 1);
    views_ = new QButtonGroup(this);
    views_->setExclusive(true);
    for (const auto view : {View::Day, View::Week, View::Month, View::Agenda}) {
        auto *button = roleButton(QStringLiteral("chip"), choices);
        button->setCheckable(true);
        views_->addButton(button, static_cast<int>(view));
        first->addWidget(button);
    }
    laneChip_ = roleButton(QStringLiteral("chip"), choices);
    laneChip_->setCheckable(true);
    first->addWidget(laneChip_);
    first->addStretch(1);
    second->addStretch(1);
    pause_ = roleButton(QStringLiteral("quiet"), choices);
    pause_->setIcon(Theme::of(this).icon(QStringLiteral("pause"), &Colors::warn));
    second->addWidget(pause_);
    more_ = roleButton(QStringLiteral("quiet"), choices);
    more_->setIcon(Theme::of(this).icon(QStringLiteral("more")));
    second->addWidget(more_);
    new_ = roleButton(QStringLiteral("primary"), choices);
    second->addWidget(new_);
    connect(pause_, &QPushButton::clicked, this, [this] { shell().commands.run(QStringLiteral("publishing.pause")); });
    connect(laneChip_, &QPushButton::clicked, this, &CalendarPanel::nextLanes);
    connect(more_, &QPushButton::clicked, this, [this] {
        auto *menu = shell().commands.menu({QStringLiteral("calendar.newEvent"), QStringLiteral("calendar.campaigns"), QStringLiteral("calendar.queues"), {},
                                            QStringLiteral("calendar.import"), QStringLiteral("calendar.export"), {}, QStringLiteral("calendar.countries"),
                                            QStringLiteral("calendar.lanes"), QStringLiteral("calendar.undo")}, this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->popup(more_->mapToGlobal(QPoint(0, more_->height())));
    });
    return choices;
}

QWidget *CalendarPanel::buildSide()
{
    auto *side = new QSplitter(Qt::Vertical, this);
    side->setChildrenCollapsible(false);
    side->setProperty("role", "pane");
    editor_ = new PostEditor(*data_, *actions_, side);
    unplanned_ = new UnplannedList(*data_, side);
    side->addWidget(editor_);
    side->addWidget(unplanned_);
    side->setStretchFactor(0, 3);
    side->setStretchFactor(1, 1);
    side->setSizes({560, 180});
    return side;
}

void CalendarPanel::connectViews()
{
    for (GridView *view : {static_cast<GridView *>(week_), static_cast<GridView *>(month_), static_cast<GridView *>(lanes_)}) {
        connect(view, &GridView::moveWanted, actions_, &CalendarActions::moveTo);
        connect(view, &GridView::laneWanted, actions_, &CalendarActions::assign);
        connect(view, &GridView::eventWanted, this, [this](EventId id) { planning_->editEvent(id); });
        connect(view, &GridView::newWanted, this, &CalendarPanel::newPostAt);
        connect(view, &GridView::editWanted, this, [this] { editor_->edit(); });
        connect(view, &GridView::menuWanted, this, [this](const QPoint &at) {
            auto *menu = shell().commands.menu({QStringLiteral("calendar.edit"), QStringLiteral("calendar.new"), {}, QStringLiteral("calendar.duplicate"),
                                                QStringLiteral("calendar.delete")}, this);
            menu->setAttribute(Qt::WA_DeleteOnClose);
            menu->popup(at);
        });
    }
    connect(agenda_, &QWidget::customContextMenuRequested, this, [this](const QPoint &at) { Q_EMIT week_->menuWanted(agenda_->viewport()->mapToGlobal(at)); });
    connect(month_, &MonthView::dayWanted, this, [this](const QDate &day) {
        setView(View::Week);
        goTo(day);
    });
    connect(agenda_, &QTableView::doubleClicked, this, &CalendarPanel::openCurrent);
    connect(agendaEmpty_, &EmptyState::actionPressed, this, &CalendarPanel::newPost);
    connect(views_, &QButtonGroup::idClicked, this, [this](int id) {
        setView(static_cast<View>(id));
        focusView();
    });
    connect(previous_, &QPushButton::clicked, this, [this] { page(-1); });
    connect(next_, &QPushButton::clicked, this, [this] { page(1); });
    connect(data_, &CalendarData::cursorChanged, this, &CalendarPanel::followCursor);
    connect(data_, &CalendarData::loadedChanged, this, [this] {
        error_->clear();
        refresh();
        Q_EMIT badgeChanged(static_cast<int>(data_->missed().size()));
    });
    connect(data_, &CalendarData::failed, error_, &ErrorBar::setError);
    connect(error_, &ErrorBar::actionPressed, data_, &CalendarData::reload);
    connect(actions_, &CalendarActions::failed, this, [this](const Error &error) {
        if (error.code == Errc::InvalidInput)
            error_->setMessage(tr("The post was not moved: that time has already passed. Choose a later one."));
        else if (error.code == Errc::PolicyRefused && error.detail.find("embargo") != std::string::npos)
            error_->setMessage(tr("Nothing was changed: the post is under embargo until then. Choose a later hour, or change the embargo."));
        else if (error.code == Errc::Conflict)
            error_->setMessage(tr("Nothing was changed: the post was already sent, or is being sent now."));
        else
            error_->setError(error);
    });
    connect(editor_, &PostEditor::newWanted, this, &CalendarPanel::newPost);
    connect(editor_, &PostEditor::left, this, &CalendarPanel::focusView);
    connect(editor_, &PostEditor::deleteWanted, actions_, &CalendarActions::remove);
    connect(unplanned_, &UnplannedList::editWanted, this, [this] { editor_->edit(); });
    connect(planning_, &CalendarPlanning::failed, error_, &ErrorBar::setError);
    connect(missed_, &MissedBanner::publishWanted, actions_, &CalendarActions::publishMissed);
    connect(missed_, &MissedBanner::moveWanted, this, &CalendarPanel::showPlan);
    connect(&shell(), &Shell::openPlan, this, &CalendarPanel::showPlan);
    connect(&shell().theme, &Theme::changed, this, &CalendarPanel::refresh);
    connect(&bridge(), &Bridge::opened, this, [this] { goTo(data_->today()); });
}

void CalendarPanel::retranslate()
{
    const QString names[] = {tr("Week"), tr("Month"), tr("Agenda"), tr("Day")};
    for (int i = 0; i < 4; ++i) {
        views_->button(i)->setText(names[i]);
        views_->button(i)->setAccessibleName(names[i]);
    }
    pause_->setAccessibleName(tr("Pause publishing"));
    pause_->setToolTip(tr("Pause publishing: nothing leaves until you resume."));
    more_->setAccessibleName(tr("More of the calendar"));
    more_->setToolTip(more_->accessibleName());
    previous_->setAccessibleName(tr("Earlier"));
    next_->setAccessibleName(tr("Later"));
    previous_->setToolTip(tr("Earlier"));
    next_->setToolTip(tr("Later"));
    agenda_->retranslate();
    agendaEmpty_->setContent(QStringLiteral("agenda"), tr("Nothing is planned"), tr("No post has a day in these weeks."), tr("New post"));
    refresh();
}

void CalendarPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        data_->reload(); // "(no text yet)" and the like are words of the data
    }
    Panel::changeEvent(event);
}

} // namespace vigie::ui
