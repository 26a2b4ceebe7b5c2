// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/calendar_panel.hpp"

#include "ui/bridge/text.hpp"
#include "ui/calendar/actions.hpp"
#include "ui/calendar/agenda_delegate.hpp"
#include "ui/calendar/agenda_model.hpp"
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
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QJsonArray>
#include <QLocale>
#include <QMenu>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace vigie::ui {

namespace {

constexpr int kMonthDays = 42, kWeekDays = 7, kSideWidth = 340, kTwoRowsFrom = 140, kAgendaRow = 30, kAllColumnsFrom = 520, kNarrowState = 84;
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
    agenda_ = new AgendaModel(*data_, this);
    table_ = new QTableView(stack_);
    table_->setModel(agenda_);
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setSelectionMode(QAbstractItemView::SingleSelection);
    table_->setShowGrid(false);
    table_->setTabKeyNavigation(false);
    table_->verticalHeader()->hide();
    table_->horizontalHeader()->setHighlightSections(false);
    table_->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table_->setItemDelegate(new AgendaDelegate(table_));
    table_->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table_->horizontalHeader()->setSectionResizeMode(AgendaModel::Text, QHeaderView::Stretch);
    table_->setContextMenuPolicy(Qt::CustomContextMenu);
    agendaEmpty_ = new EmptyState(stack_);
    stack_->addWidget(week_);
    stack_->addWidget(month_);
    stack_->addWidget(table_);
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
    connect(table_, &QTableView::customContextMenuRequested, this, [this](const QPoint &at) { Q_EMIT week_->menuWanted(table_->viewport()->mapToGlobal(at)); });
    connect(month_, &MonthView::dayWanted, this, [this](const QDate &day) {
        setView(View::Week);
        goTo(day);
    });
    connect(table_, &QTableView::doubleClicked, this, [this] { editor_->edit(); });
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &index) {
        if (const auto id = agenda_->idAt(index.row()); id && !inTable_)
            data_->select(id);
    });
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
    inTable_ = true;
    const int row = agenda_->rowOf(data_->selected());
    if (row >= 0)
        table_->setCurrentIndex(agenda_->index(row, 0));
    else
        table_->clearSelection();
    inTable_ = false;
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

void CalendarPanel::refresh()
{
    const bool loaded = data_->loaded(), none = data_->posts().empty();
    const bool hours = view_ == View::Week || view_ == View::Day, inLanes = hours && laneBy_ != calendar::LaneBy::None;
    const int page = inLanes ? kLanePage : hours ? kWeekPage : view_ == View::Month ? kMonthPage : none ? kNothingPage : kAgendaPage;
    stack_->setCurrentIndex(loaded ? page : kSkeletonPage);
    laneChip_->setText(calendar::laneWord(laneBy_));
    laneChip_->setAccessibleName(laneChip_->text());
    laneChip_->setChecked(inLanes);
    emptyLine_->setVisible(loaded && none && view_ != View::Agenda);
    emptyLine_->setText(view_ == View::Day    ? tr("Nothing is planned this day. N makes a post at the hour of the cursor.")
                        : view_ == View::Week ? tr("Nothing is planned this week. N makes a post at the hour of the cursor.")
                                            : tr("Nothing is planned in these weeks. N makes a post on the day of the cursor."));
    // Large text: two rows rather than a wider window.
    const auto &theme = Theme::of(this);
    table_->verticalHeader()->setDefaultSectionSize(theme.scaled(kAgendaRow));
    // Little room: the words of the posts need it more than their networks and reactions do.
    const bool narrow = table_->width() < theme.scaled(kAllColumnsFrom);
    table_->setColumnHidden(AgendaModel::Networks, narrow);
    table_->horizontalHeader()->setSectionResizeMode(AgendaModel::State, narrow ? QHeaderView::Fixed : QHeaderView::ResizeToContents);
    if (narrow)
        table_->horizontalHeader()->resizeSection(AgendaModel::State, theme.scaled(kNarrowState));
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
    return week_->hasFocus() || month_->hasFocus() || lanes_->hasFocus() || table_->hasFocus() || unplanned_->isAncestorOf(focusWidget());
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
    table_->setAccessibleName(tr("Agenda"));
    agendaEmpty_->setContent(QStringLiteral("agenda"), tr("Nothing is planned"), tr("No post has a day in these weeks."), tr("New post"));
    refresh();
}

void CalendarPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        agenda_->retranslate();
        data_->reload(); // "(no text yet)" and the like are words of the data
    }
    Panel::changeEvent(event);
}

} // namespace vigie::ui
