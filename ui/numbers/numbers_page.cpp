// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/numbers/numbers_page.hpp"

#include "ui/bridge/text.hpp"
#include "ui/dashboard/figure_text.hpp"
#include "ui/widget/flow_layout.hpp"
#include "ui/widget/pieces.hpp"
#include "ui/widget/row_table.hpp"

#include <vigie/connect/connector.hpp>
#include <vigie/insight/estimates.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/tickets.hpp>

#include <QAccessible>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <set>

namespace vigie::ui {

namespace {

constexpr int kNameWidth = 240, kNumberWidth = 150;
enum Column { Name, Number, Origin, Columns };

/// One action for all kinds: what was entered last is what is taken back.
const char *const kAction = "own_numbers";

} // namespace

NumbersPage::NumbersPage(Shell &shell, const OwnNumbers &numbers, QWidget *parent)
    : QWidget(parent), shell_(shell), numbers_(numbers), table_(new QTableWidget(this)), empty_(new EmptyState(this)), error_(new ErrorBar(this)), name_(new QComboBox(this)),
      number_(new QDoubleSpinBox(this)), said_(wrappedLabel(QStringLiteral("small"), {}, this)), keep_(roleButton(QStringLiteral("primary"), this)),
      remove_(roleButton({}, this)), undo_(roleButton({}, this))
{
    build();
    connect(&shell_.bridge, &Bridge::changed, this, [this](const Change &change) {
        if (change.settings || !change.accounts.empty())
            refresh();
    });
    refresh();
}

void NumbersPage::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, kMargin, 0, 0);
    column->setSpacing(kGap);
    column->addWidget(wrappedLabel(QString(), numbers_.purpose(), this));
    QStringList figures;
    for (const auto &key : numbers_.figures)
        figures << FigureText::name(key);
    column->addWidget(wrappedLabel(QStringLiteral("muted"), tr("Used by: %1", "names of figures").arg(figures.join(QStringLiteral(", "))), this));
    table_->setColumnCount(Columns);
    table_->setHorizontalHeaderLabels({numbers_.named(), numbers_.number(), tr("From")});
    table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table_->setAccessibleName(numbers_.title());
    showAsRows(*table_, Name);
    table_->horizontalHeaderItem(Number)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    table_->setColumnHidden(Origin, !numbers_.assumed);
    table_->installEventFilter(this);
    column->addWidget(table_, 1);
    if (const auto words = numbers_.emptyWords(); words.size() == 2)
        empty_->setContent(QStringLiteral("dashboard"), words[0], words[1]);
    empty_->hide();
    column->addWidget(empty_, 1);
    column->addWidget(error_);
    buildFields(column);
    said_->hide();
    column->addWidget(said_);
    connect(table_, &QTableWidget::itemSelectionChanged, this, &NumbersPage::showRow);
    connect(table_, &QTableWidget::cellActivated, this, [this] {
        number_->setFocus(Qt::OtherFocusReason);
        number_->selectAll();
    });
}

void NumbersPage::buildFields(QLayout *into)
{
    auto *fields = new QWidget(this);
    auto *row = new FlowLayout(fields, kGap);
    row->setContentsMargins(0, 0, 0, 0);
    const auto &theme = Theme::of(this);
    name_->setEditable(numbers_.bySite);
    name_->setMinimumWidth(theme.scaled(kNameWidth));
    name_->setAccessibleName(numbers_.named());
    if (numbers_.bySite) {
        name_->setInsertPolicy(QComboBox::NoInsert);
        name_->lineEdit()->setPlaceholderText(tr("journal.example"));
        name_->lineEdit()->setAccessibleName(numbers_.named());
        connect(name_->lineEdit(), &QLineEdit::returnPressed, this, &NumbersPage::keep);
    }
    number_->setRange(numbers_.least, numbers_.most);
    number_->setDecimals(numbers_.decimals);
    number_->setGroupSeparatorShown(true);
    number_->setSuffix(numbers_.suffix());
    number_->setMinimumWidth(theme.scaled(kNumberWidth));
    number_->setAccessibleName(numbers_.number());
    number_->installEventFilter(this);
    keep_->setText(tr("Enter"));
    keep_->setAutoDefault(false);
    remove_->setText(numbers_.assumed ? tr("Back to %1", "a number as delivered").arg(numbers_.written(*numbers_.assumed)) : tr("Remove"));
    undo_->setText(tr("Take back the last"));
    undo_->setToolTip(tr("Takes the last number back that was entered or removed, also from another day"));
    for (auto *button : {remove_, undo_})
        button->setAutoDefault(false);
    for (auto *widget : std::initializer_list<QWidget *>{name_, number_, keep_, remove_, undo_})
        row->addWidget(widget);
    into->addWidget(fields);
    connect(keep_, &QPushButton::clicked, this, &NumbersPage::keep);
    connect(remove_, &QPushButton::clicked, this, &NumbersPage::removeCurrent);
    connect(undo_, &QPushButton::clicked, this, &NumbersPage::takeBack);
    connect(name_, &QComboBox::currentIndexChanged, this, [this](int at) {
        if (!filling_ && at >= 0)
            choose(utf8(numbers_.bySite ? name_->itemText(at) : name_->itemData(at).toString()));
    });
}

void NumbersPage::refresh()
{
    const auto number = generation_.next();
    shell_.bridge.read<Found>(
        this,
        [read = numbers_.read](store::Tx &tx) -> Result<Found> {
            Found found;
            VIGIE_TRY(found.values, read(tx));
            VIGIE_TRY(const auto accounts, store::Accounts(tx).all(true)); // what was read for an account that is gone is still here
            for (const auto &account : accounts)
                found.networks.push_back(account.connector);
            VIGIE_TRY(const auto last, store::Tickets(tx).lastUndoable());
            found.canUndo = last && last->action == kAction;
            return found;
        },
        [this, number](Result<Found> found) {
            if (!generation_.is(number))
                return;
            read_ = true;
            if (!found)
                return error_->setError(found.error());
            show(*found);
        });
}

QString NumbersPage::nameOf(const std::string &name) const
{
    return numbers_.bySite ? qs(name) : shell_.bridge.networkName(name);
}

void NumbersPage::show(const Found &found)
{
    std::set<std::string> names;
    if (numbers_.assumed)
        names.insert(found.networks.begin(), found.networks.end());
    for (const auto &[name, value] : found.values)
        names.insert(name);
    rows_.clear();
    for (const auto &name : names) {
        const auto own = found.values.find(name);
        rows_.push_back({name, own != found.values.end() ? own->second : numbers_.assumed.value_or(0), own != found.values.end()});
    }
    std::sort(rows_.begin(), rows_.end(), [this](const Row &a, const Row &b) { return QString::localeAwareCompare(nameOf(a.name), nameOf(b.name)) < 0; });
    const auto *before = current();
    const auto stand = !wanted_.empty() ? wanted_ : before != nullptr ? before->name : std::string();
    wanted_.clear();
    filling_ = true;
    table_->setRowCount(static_cast<int>(rows_.size()));
    for (int at = 0; at < table_->rowCount(); ++at) {
        const auto &row = rows_[static_cast<std::size_t>(at)];
        auto *number = new QTableWidgetItem(numbers_.written(row.value));
        number->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        table_->setItem(at, Name, new QTableWidgetItem(nameOf(row.name)));
        table_->setItem(at, Number, number);
        table_->setItem(at, Origin, new QTableWidgetItem(row.own ? tr("entered") : tr("as delivered")));
    }
    if (numbers_.bySite) {
        const auto typed = name_->currentText();
        name_->clear();
        for (const auto &row : rows_)
            name_->addItem(qs(row.name));
        name_->setEditText(typed);
    } else if (name_->count() == 0) {
        for (const auto &connector : shell_.bridge.networks().all())
            name_->addItem(qs(connector->describe().name), qs(connector->describe().id));
    }
    filling_ = false;
    table_->setVisible(!rows_.empty());
    empty_->setVisible(rows_.empty());
    undo_->setEnabled(found.canUndo);
    if (!stand.empty())
        choose(stand);
    else if (!rows_.empty())
        table_->selectRow(0);
    showRow();
}

void NumbersPage::choose(const std::string &name)
{
    const auto found = std::find_if(rows_.begin(), rows_.end(), [&](const Row &row) { return row.name == name; });
    if (found != rows_.end())
        return table_->selectRow(static_cast<int>(found - rows_.begin()));
    table_->clearSelection();
    table_->setCurrentItem(nullptr);
    if (numbers_.assumed)
        number_->setValue(*numbers_.assumed * numbers_.shownTimes);
    showRow();
}

const NumbersPage::Row *NumbersPage::current() const
{
    const auto chosen = table_->selectedItems();
    const int row = chosen.isEmpty() ? -1 : chosen.front()->row();
    return row >= 0 && row < static_cast<int>(rows_.size()) ? &rows_[static_cast<std::size_t>(row)] : nullptr;
}

void NumbersPage::showRow()
{
    if (filling_)
        return;
    const auto *row = current();
    remove_->setEnabled(row != nullptr && row->own);
    if (row == nullptr)
        return;
    filling_ = true;
    if (numbers_.bySite)
        name_->setEditText(qs(row->name));
    else
        name_->setCurrentIndex(name_->findData(qs(row->name)));
    number_->setValue(row->value * numbers_.shownTimes);
    filling_ = false;
}

void NumbersPage::takeFocus()
{
    name_->setFocus(Qt::OtherFocusReason);
}

std::string NumbersPage::typedName() const
{
    return numbers_.bySite ? insight::siteNamed(utf8(name_->currentText())) : utf8(name_->currentData().toString());
}

void NumbersPage::keep()
{
    const auto name = typedName();
    if (name.empty()) {
        error_->setMessage(numbers_.bySite ? tr("Nothing was entered: this is not the name of a site. Write it as in its address, for example journal.example.")
                                           : tr("Nothing was entered: choose a network."));
        name_->setFocus(Qt::OtherFocusReason);
        return;
    }
    number_->interpretText();
    const double value = number_->value() / numbers_.shownTimes;
    write(name, value, tr("%1: %2 now counts", "a network or site, its number").arg(nameOf(name), numbers_.written(value)));
}

void NumbersPage::removeCurrent()
{
    const auto *row = current();
    if (row == nullptr || !row->own)
        return;
    const auto words = numbers_.assumed ? tr("%1: %2 again, as delivered").arg(nameOf(row->name), numbers_.written(*numbers_.assumed)) : tr("%1 was removed").arg(nameOf(row->name));
    write(row->name, {}, words);
}

void NumbersPage::write(const std::string &name, std::optional<double> value, const QString &words)
{
    wanted_ = value || numbers_.assumed ? name : std::string();
    shell_.bridge.write<bool>(
        this,
        [keep = numbers_.keep, name, value](store::Tx &tx) -> Result<bool> {
            VIGIE_CHECK(store::Tickets(tx).beginChangeSet(kAction));
            VIGIE_CHECK(keep(tx, name, value));
            return true;
        },
        [this, words](Result<bool> done) {
            if (!done)
                return error_->setError(done.error());
            error_->clear();
            say(words);
            refresh();
            Q_EMIT entered();
        });
}

void NumbersPage::takeBack()
{
    shell_.bridge.write<bool>(
        this,
        [](store::Tx &tx) -> Result<bool> {
            VIGIE_TRY(const auto last, store::Tickets(tx).lastUndoable());
            if (!last || last->action != kAction)
                return false;
            VIGIE_CHECK(store::Tickets(tx).undoLast());
            return true;
        },
        [this](Result<bool> done) {
            if (!done)
                return error_->setError(done.error());
            error_->clear();
            say(*done ? tr("Taken back.") : tr("Something else was done since: take that back first."));
            refresh();
            Q_EMIT entered();
        });
}

void NumbersPage::say(const QString &words)
{
    showText(said_, words);
    said_->setAccessibleName(words);
    QAccessibleEvent said(said_, QAccessible::Alert);
    QAccessible::updateAccessibility(&said);
}

bool NumbersPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (watched == table_ && key->key() == Qt::Key_Delete) {
            removeCurrent();
            return true;
        }
        if (watched == table_ && key->matches(QKeySequence::Undo)) {
            takeBack();
            return true;
        }
        if (watched == number_ && (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)) {
            keep();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace vigie::ui
