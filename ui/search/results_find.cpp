// SPDX-License-Identifier: GPL-3.0-or-later
// The global search: a chip for each kind with its count, the order, what is said about the answer, and where each thing leads.
#include "ui/search/results_panel.hpp"

#include "ui/app/member_door.hpp"
#include "ui/app/relay_count.hpp"
#include "ui/bridge/text.hpp"
#include "ui/command/registry.hpp"
#include "ui/coverage/coverage_foot.hpp"
#include "ui/search/find_delegate.hpp"
#include "ui/widget/flow_layout.hpp"
#include "ui/widget/pieces.hpp"

#include <vigie/store/items.hpp>
#include <vigie/text/query_library.hpp>

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QStackedWidget>

#include <algorithm>

namespace vigie::ui {

namespace {

constexpr std::chrono::hours kSearchSpan{24 * 7};

std::optional<store::FindScope> scopeOfChip(std::size_t number)
{
    if (number == 0)
        return std::nullopt;
    return store::kFindScopes[number - 1];
}

QKeySequence keyOfChip(std::size_t number)
{
    return QKeySequence(static_cast<int>(Qt::ALT) | (static_cast<int>(Qt::Key_1) + static_cast<int>(number)));
}

/// With a plus while, or where, there may be more.
QString countWord(const store::FindCount &count)
{
    const bool more = count.stoppedAt || count.count > FindModel::kCountAtMost;
    return format::number(std::min(count.count, FindModel::kCountAtMost)) + (more ? QStringLiteral("+") : QString());
}

} // namespace

void ResultsPanel::buildFind()
{
    auto *flow = new FlowLayout(findRow_, kGap);
    flow->setContentsMargins(0, kGrid, 0, 0);
    for (std::size_t number = 0; number < kChips; ++number) {
        auto *chip = roleButton(QStringLiteral("chip"), findRow_);
        chip->setCheckable(true);
        chip->setFocusPolicy(Qt::TabFocus);
        connect(chip, &QPushButton::clicked, this, [this, number] { setScope(scopeOfChip(number)); });
        flow->addWidget(chip);
        chips_[number] = chip;
    }
    header_->addRight(order_);
    order_->hide();
    connect(order_, &QComboBox::activated, this, &ResultsPanel::ask);
    // The same question, whose answer is another one now; the focus stays where it is.
    const auto again = [this] {
        if (!isVisible() || !asked_ || !searching())
            return;
        found_->count(query_);
        ask();
    };
    connect(&RelayCount::of(shell()), &RelayCount::changed, this, again);
    connect(&bridge(), &Bridge::changed, this, [this, again](const Change &change) {
        if (change.queries && text::needsBinding(query_.root)) // what it asks for by name may mean something else
            again();
    });
    findRow_->hide();
    note_->hide();
    stop_->hide();
    stop_->setObjectName(QStringLiteral("searchStop"));
    connect(stop_, &QPushButton::clicked, this, &ResultsPanel::stopLooking);
    foundList_->setModel(found_);
    foundList_->setItemDelegate(new FindDelegate(bridge(), foundList_));
    foundList_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    stack_->addWidget(foundList_);
    connect(foundList_, &QListView::activated, this, &ResultsPanel::openFound);
    connect(foundList_, &QListView::clicked, this, &ResultsPanel::openFound);
    connect(found_, &FindModel::arrived, this, &ResultsPanel::foundArrived);
    connect(found_, &FindModel::counted, this, &ResultsPanel::showCounts);
    connect(found_, &FindModel::failed, this, [this](const Error &error) {
        error_->setError(error);
        stack_->setCurrentIndex(0);
    });
}

void ResultsPanel::registerFind(CommandRegistry &commands)
{
    const auto found = [this] { return searching() && asked_; };
    commands.add({QStringLiteral("search.order"), [] { return tr("Newest first, or best match first"); }, QStringLiteral("sort"), {Qt::Key_S}, this, [this] { turnOrder(); }, found});
    commands.add({QStringLiteral("search.stop"), [] { return tr("Stop looking for older mentions"); }, QStringLiteral("pause"), {}, this, [this] { stopLooking(); },
                  [this] { return searching() && found_->goesOn(); }});
    for (std::size_t number = 0; number < kChips; ++number) {
        const auto name = number == 0 ? QLatin1String("all") : QLatin1String(store::toString(store::kFindScopes[number - 1]));
        const auto icon = number == 0 ? QStringLiteral("search") : scopeIcon(store::kFindScopes[number - 1]);
        commands.add({QStringLiteral("search.scope.") + name, [number] { return tr("Search in: %1").arg(scopeWord(scopeOfChip(number))); }, icon, {keyOfChip(number)}, this,
                      [this, number] { setScope(scopeOfChip(number)); }, found});
    }
}

void ResultsPanel::ask()
{
    if (!asked_ || !searching())
        return;
    findRow_->show();
    order_->show();
    retranslate();
    if (found_->rowCount() == 0)
        stack_->setCurrentIndex(1);
    found_->ask(query_, scope_, static_cast<store::FindOrder>(order_->currentData().toInt()));
}

void ResultsPanel::setScope(std::optional<store::FindScope> scope)
{
    scope_ = scope;
    for (std::size_t number = 0; number < kChips; ++number)
        chips_[number]->setChecked(scopeOfChip(number) == scope);
    if (!asked_)
        return;
    ask();
    foundList_->setFocus();
}

void ResultsPanel::turnOrder()
{
    order_->setCurrentIndex(1 - order_->currentIndex());
    ask();
}

void ResultsPanel::foundArrived()
{
    int first = 0;
    while (first < found_->rowCount() && !found_->at(first)->thing)
        ++first;
    const bool any = first < found_->rowCount();
    if (!any && found_->lookedBackTo() && found_->goesOn())
        stack_->setCurrentIndex(1); // not "nothing" before all was looked through
    else
        stack_->setCurrentWidget(any ? static_cast<QWidget *>(foundList_) : empty_);
    // A list that gets the focus makes a row current without choosing it.
    if (any && !foundList_->selectionModel()->hasSelection())
        foundList_->setCurrentIndex(found_->index(first));
    showNote();
    // Keys of the list ask anew whether there is something to open.
    if (shell().commands.activeContext() == this)
        shell().commands.setActiveContext(this);
}

void ResultsPanel::showCounts(const FindModel::Scopes &counts)
{
    counts_ = counts;
    retranslateFind();
}

/// The days a person searches for most; what is older stands behind the line, too.
void ResultsPanel::tellCoverage()
{
    const auto now = bridge().now();
    coverage_->tellOf(tr("Search, last 7 days"), {app::networksAsked(query_.root), now - kSearchSpan, now});
}

/// How far back was looked, and the way to end it, where that is not the end.
void ResultsPanel::showLooked(QStringList &notes)
{
    if (const auto back = found_->lookedBackTo()) {
        const auto when = format::dateTime(*back, bridge().zone());
        notes << (found_->goesOn() ? tr("Looked back to %1 so far; still looking.", "when").arg(when) : tr("Stopped; looked back to %1.", "when").arg(when));
    }
    stop_->setText(tr("Stop"));
    stop_->setAccessibleName(tr("Stop looking for older mentions"));
    stop_->setVisible(searching() && asked_ && found_->goesOn());
}

void ResultsPanel::stopLooking()
{
    if (stop_->hasFocus())
        foundList_->setFocus();
    found_->stop();
    foundArrived();
    retranslateFind();
}

void ResultsPanel::showNote()
{
    QStringList notes;
    for (std::size_t i = 0; counts_ && i < counts_->size(); ++i) {
        const auto scope = store::kFindScopes[i];
        if ((*counts_)[i].senseless.empty() || (scope_ && *scope_ != scope))
            continue;
        QStringList fields;
        for (const auto &field : (*counts_)[i].senseless)
            fields << qs(field) + QLatin1Char(':');
        notes << tr("%1: not searched, %2 means nothing there.", "kind, fields of the query").arg(scopeWord(scope), fields.join(QStringLiteral(", ")));
    }
    showLooked(notes);
    if (found_->among())
        notes << tr("The best of the newest %1 mentions that match.").arg(format::number(store::kRelevanceAmong));
    if (found_->unread() > 0)
        notes << tr("%n text(s) are still being indexed and were not looked at.", nullptr, found_->unread());
    note_->setText(notes.join(QLatin1Char('\n')));
    note_->setVisible(searching() && asked_ && !notes.isEmpty());
}

void ResultsPanel::retranslateFind()
{
    const int before = std::max(0, order_->currentIndex());
    order_->clear();
    order_->addItem(tr("Newest first"), static_cast<int>(store::FindOrder::Date));
    order_->addItem(tr("Best match first"), static_cast<int>(store::FindOrder::Relevance));
    order_->setCurrentIndex(before);
    order_->setAccessibleName(tr("Order of what was found"));
    for (std::size_t number = 0; number < kChips; ++number) {
        auto text = scopeWord(scopeOfChip(number));
        QString tip = text;
        if (counts_ && number > 0) {
            const auto &count = (*counts_)[number - 1];
            text += QLatin1Char(' ') + (count.senseless.empty() ? countWord(count) : QStringLiteral("\u2013"));
            tip = count.senseless.empty() ? tr("%1: %2 found").arg(tip, countWord(count)) : tr("%1: not searched").arg(tip);
        }
        const auto key = keyOfChip(number).toString(QKeySequence::NativeText);
        chips_[number]->setText(text);
        chips_[number]->setToolTip(tip + QStringLiteral(" (") + key + QLatin1Char(')'));
        chips_[number]->setAccessibleName(tip);
        chips_[number]->setChecked(scopeOfChip(number) == scope_);
    }
    if (searching())
        header_->setCount({});
    showNote();
}

void ResultsPanel::openFound()
{
    const auto *row = found_->at(foundList_->currentIndex().row());
    if (row == nullptr || !row->thing)
        return;
    const auto thing = *row->thing;
    switch (thing.scope) {
    case store::FindScope::Items:
    case store::FindScope::Revisions: Q_EMIT shell().openItem(thing.item); return;
    case store::FindScope::Notes: Q_EMIT shell().openTicket(thing.ticket); return;
    case store::FindScope::Members: openMember(thing); return;
    case store::FindScope::Answers:
        if (thing.ticket)
            Q_EMIT shell().openTicket(thing.ticket);
        else if (thing.item)
            Q_EMIT shell().openItem(thing.item);
        else
            Q_EMIT shell().openPanel(QStringLiteral("calendar"));
        return;
    case store::FindScope::Plans: Q_EMIT shell().openPlan(thing.plan); return;
    }
}

/// Without a panel for members: their card stands beside a conversation; who has none is shown by what they wrote.
void ResultsPanel::openMember(const store::FoundThing &thing)
{
    if (MemberDoor::of(shell()).open(thing.member))
        return;
    if (thing.ticket) {
        Q_EMIT shell().openTicket(thing.ticket);
        return;
    }
    auto query = text::parseQuery("member:" + std::to_string(thing.member.value));
    if (!query)
        return;
    Q_EMIT shell().openRows(whoseWords(thing), [query = std::move(*query)](store::Tx &tx, const store::SearchPage &page) { return store::Items(tx).search(query, page); });
    fromSearch_ = true;
}

void ResultsPanel::goBack()
{
    if (!fromSearch_ || searching()) {
        found_->stop();
        Q_EMIT backWanted();
        return;
    }
    fromSearch_ = false;
    rowsTitle_.clear();
    field_->show();
    ask();
    foundList_->setFocus();
}

} // namespace vigie::ui
