// SPDX-License-Identifier: GPL-3.0-or-later
// How the page of objectives is put together, and its commands.
#include "ui/app/panel.hpp"
#include "ui/command/registry.hpp"
#include "ui/dashboard/objectives_curve.hpp"
#include "ui/dashboard/objectives_page.hpp"
#include "ui/widget/flow_layout.hpp"
#include "ui/widget/pieces.hpp"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace vigie::ui {

namespace {

constexpr int kNameWidth = 240, kActionRows = 110, kTreeHeight = 170, kCurveHeight = 180;

} // namespace

void ObjectivesPage::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kWideMargin, 0, kWideMargin, kWideMargin);
    layout->setSpacing(kGap);
    error_ = new ErrorBar(this);
    layout->addWidget(error_);
    connect(error_, &ErrorBar::actionPressed, this, [this] { reload(); });
    auto *bar = new QWidget(this);
    auto *row = new FlowLayout(bar, kGap);
    row->setContentsMargins(0, 0, 0, 0);
    const auto button = [&](const QString &text, const QString &name, void (ObjectivesPage::*run)()) {
        auto *one = roleButton(QStringLiteral("quiet"), bar);
        one->setText(text);
        one->setObjectName(name);
        row->addWidget(one);
        connect(one, &QPushButton::clicked, this, run);
    };
    button(tr("New objective"), QStringLiteral("addObjective"), &ObjectivesPage::addObjective);
    button(tr("New indicator"), QStringLiteral("addIndicator"), &ObjectivesPage::addIndicator);
    button(tr("Edit"), QStringLiteral("edit"), &ObjectivesPage::edit);
    button(tr("Link an action"), QStringLiteral("link"), &ObjectivesPage::link);
    button(tr("Remove"), QStringLiteral("remove"), &ObjectivesPage::remove);
    layout->addWidget(bar);
    stack_ = new QStackedWidget(this);
    layout->addWidget(stack_, 1);
    empty_ = new EmptyState(stack_);
    empty_->setContent(QStringLiteral("target"), tr("No objective yet"),
                       tr("Say what is to be reached, then by which figure it shows. An indicator without an objective is a curiosity."), tr("New objective"));
    connect(empty_, &EmptyState::actionPressed, this, &ObjectivesPage::addObjective);
    // Large text needs more room than a small screen has: then the page scrolls, and the window keeps its size.
    auto *scroll = new QScrollArea(stack_);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    split_ = new QSplitter(Qt::Vertical, scroll);
    scroll->setWidget(split_);
    split_->setChildrenCollapsible(false);
    view_ = new QTreeWidget(split_);
    view_->setAccessibleName(tr("Objectives and indicators"));
    view_->setHeaderLabels({tr("Objective"), tr("State"), tr("Value"), tr("Target"), tr("Distance"), tr("Looked after by")});
    view_->header()->setStretchLastSection(true);
    view_->setColumnWidth(0, Theme::of(this).scaled(kNameWidth));
    view_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view_->setUniformRowHeights(true);
    view_->setMinimumHeight(Theme::of(this).scaled(kTreeHeight));
    view_->setAllColumnsShowFocus(true);
    split_->addWidget(view_);
    split_->addWidget(buildDetail());
    split_->setStretchFactor(0, 2);
    split_->setStretchFactor(1, 3);
    stack_->addWidget(scroll);
    stack_->addWidget(empty_);
}

QWidget *ObjectivesPage::buildDetail()
{
    auto *detail = new QWidget(split_);
    auto *column = new QVBoxLayout(detail);
    column->setContentsMargins(0, kGap, 0, 0);
    column->setSpacing(kGrid);
    name_ = new ElidedLabel(detail);
    setRole(name_, QStringLiteral("title"));
    value_ = wrappedLabel(QStringLiteral("strong"), {}, detail);
    column->addWidget(name_);
    column->addWidget(value_);
    target_ = wrappedLabel(QStringLiteral("muted"), {}, detail);
    rule_ = wrappedLabel(QString(), {}, detail);
    formula_ = wrappedLabel(QStringLiteral("muted"), {}, detail);
    formula_->setTextFormat(Qt::PlainText);
    formula_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    notes_ = wrappedLabel(QStringLiteral("muted"), {}, detail);
    for (auto *label : {name_, value_, target_, rule_, notes_})
        label->setTextFormat(Qt::PlainText);
    for (auto *label : {target_, rule_, formula_, notes_})
        column->addWidget(label);
    auto *both = new QHBoxLayout;
    column->addLayout(both, 1);
    figure_ = new QStackedWidget(detail);
    curve_ = new ObjectivesCurve(figure_);
    table_ = new QTableWidget(0, 6, figure_);
    table_->setAccessibleName(tr("The curve as a table"));
    table_->setHorizontalHeaderLabels({tr("Day"), tr("Value"), tr("Low"), tr("High"), tr("Path"), tr("Version")});
    table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table_->setTabKeyNavigation(false);
    table_->verticalHeader()->hide();
    figure_->setMinimumHeight(Theme::of(this).scaled(kCurveHeight));
    figure_->addWidget(curve_);
    figure_->addWidget(table_);
    both->addWidget(figure_, 3);
    actionsBox_ = new QWidget(detail);
    auto *side = new QVBoxLayout(actionsBox_);
    side->setContentsMargins(0, 0, 0, 0);
    side->addWidget(wrappedLabel(QStringLiteral("strong"), tr("What was done to move it"), actionsBox_));
    actions_ = new QListWidget(actionsBox_);
    actions_->setAccessibleName(tr("What was done to move it"));
    actions_->setMinimumHeight(Theme::of(this).scaled(kActionRows));
    noActions_ = wrappedLabel(QStringLiteral("muted"), tr("Nothing is linked yet: a campaign, an event, an answer, a post, or something of your own."), actionsBox_);
    side->addWidget(noActions_);
    side->addWidget(actions_, 1);
    off_ = roleButton(QStringLiteral("quiet"), actionsBox_);
    off_->setText(tr("Take off"));
    off_->setEnabled(false);
    side->addWidget(off_);
    connect(off_, &QPushButton::clicked, this, &ObjectivesPage::unlink);
    connect(actions_, &QListWidget::currentRowChanged, off_, [this](int row) { off_->setEnabled(row >= 0); });
    both->addWidget(actionsBox_, 1);
    return detail;
}

void ObjectivesPage::showTable(bool on)
{
    auto *wanted = on ? static_cast<QWidget *>(table_) : curve_;
    const bool focus = figure_->currentWidget()->hasFocus();
    figure_->setCurrentWidget(wanted);
    if (focus)
        wanted->setFocus(Qt::OtherFocusReason);
}

void ObjectivesPage::showEvent(QShowEvent *event)
{
    PageBody::showEvent(event);
    if (!registered_)
        registerCommands();
}

/// Commands belong to the panel the page stands on, and act on whichever page of this kind is seen there.
void ObjectivesPage::registerCommands()
{
    QWidget *panel = parentWidget();
    while (panel != nullptr && qobject_cast<Panel *>(panel) == nullptr)
        panel = panel->parentWidget();
    registered_ = true;
    if (panel == nullptr || shell().commands.find(QStringLiteral("dashboard.objectiveAdd")) != nullptr)
        return;
    const auto seen = [panel]() -> ObjectivesPage * {
        for (auto *page : panel->findChildren<ObjectivesPage *>())
            if (page->isVisible())
                return page;
        return nullptr;
    };
    const auto add = [&](const char *id, std::function<QString()> text, const char *icon, QKeySequence key, std::function<void(ObjectivesPage &)> run) {
        Command command;
        command.id = QString::fromLatin1(id);
        command.text = std::move(text);
        command.icon = QString::fromLatin1(icon);
        command.keys = {key};
        command.context = panel;
        command.enabledWhen = [seen] { return seen() != nullptr; };
        command.run = [seen, run = std::move(run)] {
            if (auto *page = seen())
                run(*page);
        };
        if (!shell().commands.add(command)) { // the key is another command's: the palette has it all the same
            command.keys.clear();
            shell().commands.add(std::move(command));
        }
    };
    using Page = ObjectivesPage;
    add("dashboard.objectiveAdd", [] { return tr("New objective"); }, "target", QKeySequence(Qt::SHIFT | Qt::Key_O), [](Page &page) { page.addObjective(); });
    add("dashboard.indicatorAdd", [] { return tr("New indicator"); }, "add", QKeySequence(Qt::SHIFT | Qt::Key_I), [](Page &page) { page.addIndicator(); });
    add("dashboard.objectiveEdit", [] { return tr("Edit the objective or indicator"); }, "edit", QKeySequence(Qt::SHIFT | Qt::Key_E), [](Page &page) { page.edit(); });
    add("dashboard.objectiveRemove", [] { return tr("Remove the objective or indicator"); }, "delete", QKeySequence(Qt::SHIFT | Qt::Key_Delete), [](Page &page) { page.remove(); });
    add("dashboard.objectiveUp", [] { return tr("Move the objective or indicator up"); }, "arrow-up", QKeySequence(Qt::ALT | Qt::Key_Up), [](Page &page) { page.moveBy(-1); });
    add("dashboard.objectiveDown", [] { return tr("Move the objective or indicator down"); }, "arrow-down", QKeySequence(Qt::ALT | Qt::Key_Down), [](Page &page) { page.moveBy(1); });
    add("dashboard.objectiveIn", [] { return tr("Put it under the objective above"); }, "chevron-right", QKeySequence(Qt::ALT | Qt::Key_Right), [](Page &page) { page.moveInOut(true); });
    add("dashboard.objectiveOut", [] { return tr("Take it out from under its objective"); }, "chevron-left", QKeySequence(Qt::ALT | Qt::Key_Left), [](Page &page) { page.moveInOut(false); });
    add("dashboard.objectiveLink", [] { return tr("Link an action to the indicator"); }, "link", QKeySequence(Qt::SHIFT | Qt::Key_L), [](Page &page) { page.link(); });
    add("dashboard.objectiveTable", [] { return tr("Curve of the indicator, or its table"); }, "chart-line", QKeySequence(Qt::SHIFT | Qt::Key_T),
        [](Page &page) { page.showTable(page.figure_->currentWidget() == page.curve_); });
    add("dashboard.objectiveUndo", [] { return tr("Take back the last change of objectives"); }, "undo", QKeySequence(Qt::SHIFT | Qt::Key_Z), [](Page &page) { page.undo(); });
}

} // namespace vigie::ui
