// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/queue_pane.hpp"

#include "ui/bridge/text.hpp"
#include "ui/widget/flow_layout.hpp"
#include "ui/inbox/queue_delegate.hpp"

#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace vigie::ui {

namespace {
constexpr const char *kViewNames[] = {"mine", "unassigned", "all", "snoozed", "done"};
}

void QueueList::keyPressEvent(QKeyEvent *event)
{
    const bool plain = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    if (plain && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space)) {
        Q_EMIT openRequested();
        return;
    }
    QListView::keyPressEvent(event);
}

QueuePane::QueuePane(Bridge &bridge, QWidget *parent)
    : QFrame(parent), model_(new QueueModel(bridge, this)), list_(new QueueList(this)), title_(roleLabel(QStringLiteral("strong"), {}, this)),
      count_(roleLabel(QStringLiteral("muted"), {}, this)), tagChip_(roleButton(QStringLiteral("chip"), this)), savedChip_(roleButton(QStringLiteral("chip"), this)), stack_(new QStackedLayout),
      empty_(new EmptyState(this)), skeleton_(new Skeleton(84, this))
{
    setProperty("role", "pane");
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    buildChips();
    list_->setModel(model_);
    list_->setItemDelegate(new QueueDelegate(list_));
    list_->setUniformItemSizes(true);
    list_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    list_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list_->setMinimumWidth(220);
    stack_->addWidget(skeleton_);
    stack_->addWidget(list_);
    stack_->addWidget(empty_);
    layout->addLayout(stack_, 1);
    connect(list_, &QueueList::openRequested, this, &QueuePane::openRequested);
    connect(list_, &QListView::doubleClicked, this, &QueuePane::openRequested);
    connect(list_->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        const auto ticket = focused();
        if (resetting_ || ticket == announced_)
            return;
        announced_ = ticket;
        model_->pin(ticket);
        Q_EMIT focusedChanged(ticket);
    });
    connect(list_->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        if (!resetting_)
            Q_EMIT selectionSizeChanged(static_cast<int>(list_->selectionModel()->selectedIndexes().size()));
    });
    connect(model_, &QueueModel::stageChanged, this, &QueuePane::onStage);
    connect(model_, &QueueModel::settled, this, &QueuePane::onSettled);
    connect(model_, &QueueModel::modelAboutToBeReset, this, &QueuePane::beforeReset);
    connect(model_, &QueueModel::modelReset, this, &QueuePane::onSettled);
    connect(model_, &QueueModel::countsChanged, this, [this] {
        Q_EMIT openCountChanged(model_->counts().open);
        retranslate();
    });
    connect(empty_, &EmptyState::actionPressed, this, [this] {
        if (model_->stage() == QueueModel::Stage::Failed)
            model_->reload(true);
        else
            ask(QueueView::All, {});
    });
    retranslate();
    ask(QueueView::All, {});
}

void QueuePane::buildChips()
{
    auto *header = new QFrame(this);
    header->setProperty("role", "header");
    auto *flow = new FlowLayout(header, kGrid);
    flow->setContentsMargins(kMargin, 9, kMargin, 9);
    flow->addWidget(title_);
    flow->addWidget(count_);
    for (std::size_t i = 0; i < chips_.size(); ++i) {
        chips_[i] = roleButton(QStringLiteral("chip"), header);
        chips_[i]->setCheckable(true);
        connect(chips_[i], &QPushButton::clicked, this, [this, i] { setView(static_cast<QueueView>(i)); });
        flow->addWidget(chips_[i]);
    }
    tagChip_->setCheckable(true);
    auto *menu = new QMenu(tagChip_);
    connect(menu, &QMenu::aboutToShow, this, &QueuePane::fillTagMenu);
    connect(tagChip_, &QPushButton::clicked, this, [this, menu] {
        tagChip_->setChecked(!model_->question().tag.empty());
        menu->popup(tagChip_->mapToGlobal(QPoint(0, tagChip_->height())));
    });
    flow->addWidget(tagChip_);
    savedChip_->setCheckable(true);
    connect(savedChip_, &QPushButton::clicked, this, [this] {
        savedChip_->setChecked(static_cast<bool>(saved()));
        Q_EMIT viewsRequested();
    });
    flow->addWidget(savedChip_);
    static_cast<QVBoxLayout *>(layout())->addWidget(header);
}

void QueuePane::fillTagMenu()
{
    auto *menu = tagChip_->findChild<QMenu *>();
    menu->clear();
    connect(menu->addAction(tr("Any tag")), &QAction::triggered, this, [this] { setTag({}); });
    for (const auto &[tag, count] : model_->counts().tags) {
        auto *action = menu->addAction(tr("%1 (%2)", "a tag and how many tickets have it").arg(qs(tag).replace(QLatin1Char('&'), QStringLiteral("&&")), format::number(count)));
        action->setCheckable(true);
        action->setChecked(tag == model_->question().tag);
        connect(action, &QAction::triggered, this, [this, tag = tag] { setTag(tag); });
    }
}

void QueuePane::ask(QueueView view, const std::string &tag, DeskViewId saved)
{
    announced_ = {};
    model_->pin({});
    model_->setQuestion({view, tag, personAtDesk(model_->bridge()), saved});
    retranslate();
}

void QueuePane::setView(QueueView view)
{
    ask(view, model_->question().tag);
}

void QueuePane::setTag(const std::string &tag)
{
    ask(view(), tag, saved());
}

void QueuePane::setSaved(DeskViewId saved)
{
    ask(view(), {}, saved);
}

void QueuePane::selectAll()
{
    list_->selectAll();
}

TicketId QueuePane::focused() const
{
    return model_->ticketAt(list_->currentIndex().row());
}

std::vector<TicketId> QueuePane::selected() const
{
    auto rows = list_->selectionModel()->selectedIndexes();
    std::sort(rows.begin(), rows.end());
    std::vector<TicketId> tickets;
    for (const auto &row : std::as_const(rows))
        tickets.push_back(model_->ticketAt(row.row()));
    if (tickets.empty() && focused())
        tickets.push_back(focused());
    return tickets;
}

bool QueuePane::multiple() const
{
    return list_->selectionModel()->selectedIndexes().size() > 1;
}

void QueuePane::focusRow(int row)
{
    const auto index = model_->index(row);
    if (!index.isValid())
        return;
    list_->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    list_->scrollTo(index);
}

void QueuePane::move(int by)
{
    const int last = model_->rowCount() - 1;
    if (last >= 0)
        focusRow(std::clamp(list_->currentIndex().row() + by, 0, last));
}

void QueuePane::showTicket(TicketId ticket, QueueView viewIfMissing)
{
    if (const int row = model_->rowOf(ticket); row >= 0) {
        focusRow(row);
        return;
    }
    wanted_ = ticket;
    ask(viewIfMissing, {});
}

void QueuePane::takeAway(const std::vector<TicketId> &tickets)
{
    std::vector<int> rows;
    for (const auto ticket : tickets)
        if (const int row = model_->rowOf(ticket); row >= 0)
            rows.push_back(row);
    if (rows.empty())
        return;
    std::sort(rows.begin(), rows.end());
    int next = rows.back() + 1;
    if (next >= model_->rowCount())
        next = rows.front() - 1;
    wanted_ = model_->ticketAt(next);
    if (wanted_)
        focusRow(next); // before they leave: the view would choose another one
    model_->takeAway(tickets);
    if (!focused() && announced_) {
        announced_ = {};
        Q_EMIT focusedChanged({});
    }
    wanted_ = {};
}

void QueuePane::refresh()
{
    model_->reload(true);
}

void QueuePane::beforeReset()
{
    resetting_ = true;
    selectedBefore_.clear();
    if (multiple())
        selectedBefore_ = selected();
    rowBefore_ = list_->currentIndex().row();
    if (!wanted_)
        wanted_ = announced_;
}

void QueuePane::onSettled()
{
    const bool replaced = resetting_;
    resetting_ = false;
    if (!replaced && focused() && !wanted_)
        return;
    if (model_->rowCount() > 0) {
        int row = model_->rowOf(wanted_);
        if (row < 0)
            row = std::clamp(rowBefore_, 0, model_->rowCount() - 1);
        if (!announced_ && !wanted_)
            row = 0;
        focusRow(row);
        for (const auto ticket : selectedBefore_)
            if (const int at = model_->rowOf(ticket); at >= 0)
                list_->selectionModel()->select(model_->index(at), QItemSelectionModel::Select);
    } else if (announced_) {
        announced_ = {};
        Q_EMIT focusedChanged({});
    }
    selectedBefore_.clear();
    if (model_->stage() == QueueModel::Stage::Ready)
        wanted_ = {};
}

void QueuePane::onStage()
{
    switch (model_->stage()) {
    case QueueModel::Stage::Loading: stack_->setCurrentWidget(skeleton_); break;
    case QueueModel::Stage::Failed:
        if (saved() && model_->error().code == Errc::NotFound) // the view was removed, be it by another window
            return ask(QueueView::All, {});
        stack_->setCurrentWidget(empty_);
        break;
    case QueueModel::Stage::Ready: stack_->setCurrentWidget(model_->rowCount() > 0 ? static_cast<QWidget *>(list_) : empty_); break;
    }
    retranslate();
}

void QueuePane::retranslate()
{
    const auto &counts = model_->counts();
    const bool ready = model_->stage() == QueueModel::Stage::Ready;
    title_->setText(tr("Next"));
    count_->setText(ready ? format::number(model_->rowCount()) : QString());
    count_->setAccessibleName(tr("%n ticket(s) in this view", nullptr, model_->rowCount()));
    const auto withCount = [](const QString &word, int count) { return count > 0 ? QStringLiteral("%1 %2").arg(word, format::number(count)) : word; };
    const QString names[] = {withCount(tr("mine", "view of the queue"), counts.mine), tr("unassigned", "view of the queue"),
                             tr("all", "view of the queue"), withCount(tr("snoozed", "view of the queue"), counts.snoozed),
                             tr("done", "view of the queue")};
    for (std::size_t i = 0; i < chips_.size(); ++i) {
        chips_[i]->setText(names[i]);
        chips_[i]->setAccessibleName(names[i]);
        chips_[i]->setChecked(!saved() && static_cast<std::size_t>(view()) == i);
    }
    const auto &tag = model_->question().tag;
    tagChip_->setText(tag.empty() ? tr("tag", "filter of the queue") : qs(tag));
    tagChip_->setAccessibleName(tag.empty() ? tr("Filter by tag") : tr("Filter by tag: %1").arg(qs(tag)));
    tagChip_->setChecked(!tag.empty());
    list_->setAccessibleName(tr("Queue"));
    showSavedChip();
    showEmpty();
}

void QueuePane::showSavedChip()
{
    QString name, count;
    for (const auto &[view, tickets] : model_->counts().saved)
        if (view.id == saved()) {
            name = qs(view.name);
            count = tickets < 0 ? QStringLiteral("?") : format::number(tickets);
        }
    savedChip_->setText(name.isEmpty() ? tr("views", "the list of the person's own views of the queue") : name + QLatin1Char(' ') + count);
    savedChip_->setAccessibleName(name.isEmpty() ? tr("Saved views") : tr("Saved view: %1, %2 ticket(s)").arg(name, count));
    savedChip_->setChecked(static_cast<bool>(saved()));
    const auto &pins = model_->counts().pins;
    count_->setToolTip(pins.measured() ? tr("Of the 20 that stood first when you pinned a ticket, %1 were pinned by you.").arg(format::percent(pins.precision)) : QString());
}

void QueuePane::showEmpty()
{
    const auto &tag = model_->question().tag;
    if (model_->stage() == QueueModel::Stage::Failed)
        empty_->setContent(QStringLiteral("error"), tr("The queue could not be read"), errorSentence(model_->error()), tr("Try again"));
    else if (!tag.empty())
        empty_->setContent(QStringLiteral("filter"), tr("No ticket has this tag here"), tr("The view shows only what is tagged %1.").arg(qs(tag)), tr("Show all"));
    else if (saved())
        empty_->setContent(QStringLiteral("filter"), tr("Nothing is in this view"), tr("What its filter lets through appears here by itself."), tr("Show all"));
    else if (view() == QueueView::All)
        empty_->setContent(QStringLiteral("inbox"), tr("Nobody waits for an answer"), tr("New mentions that ask for one appear here by themselves."));
    else if (view() == QueueView::Mine)
        empty_->setContent(QStringLiteral("inbox"), tr("Nothing is assigned to you"), tr("Assign a ticket to yourself with A."), tr("Show all"));
    else if (view() == QueueView::Unassigned)
        empty_->setContent(QStringLiteral("inbox"), tr("Every ticket has an owner"), tr("What nobody has taken yet appears here."), tr("Show all"));
    else if (view() == QueueView::Snoozed)
        empty_->setContent(QStringLiteral("snooze"), tr("Nothing is snoozed"), tr("A snoozed ticket comes back at the time you chose."), tr("Show all"));
    else
        empty_->setContent(QStringLiteral("done"), tr("Nothing is done yet"), tr("What you close or ignore is kept here."), tr("Show all"));
}

void QueuePane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

QJsonObject QueuePane::saveState() const
{
    return {{QStringLiteral("view"), QLatin1String(kViewNames[static_cast<std::size_t>(view())])},
            {QStringLiteral("tag"), qs(model_->question().tag)},
            {QStringLiteral("saved"), QString::number(saved().value)},
            {QStringLiteral("ticket"), QString::number(announced_.value)}};
}

void QueuePane::restoreState(const QJsonObject &state)
{
    auto view = QueueView::All;
    for (std::size_t i = 0; i < chips_.size(); ++i)
        if (state[QLatin1String("view")].toString() == QLatin1String(kViewNames[i]))
            view = static_cast<QueueView>(i);
    wanted_ = TicketId{state[QLatin1String("ticket")].toString().toLongLong()};
    ask(view, utf8(state[QLatin1String("tag")].toString()), DeskViewId{state[QLatin1String("saved")].toString().toLongLong()});
}

} // namespace vigie::ui
