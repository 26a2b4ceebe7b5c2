// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/numbers/goals_page.hpp"

#include "ui/bridge/text.hpp"
#include "ui/numbers/own_numbers.hpp"
#include "ui/theme/theme.hpp"
#include "ui/widget/flow_layout.hpp"

#include <vigie/connect/connector.hpp>
#include <vigie/store/tickets.hpp>

#include <QComboBox>
#include <QDateEdit>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableWidget>
#include <QVBoxLayout>

#include <cmath>

namespace vigie::ui {

namespace {

enum Column { Network, Days, Visits, Reached, Worth, Columns };
constexpr double kMost = 1e12;
constexpr int kCurrencyLetters = 3;
const QDate kFirstDay(1970, 1, 1);

QDoubleSpinBox *numberBox(int decimals, QWidget *parent)
{
    auto *box = new QDoubleSpinBox(parent);
    box->setRange(0, kMost);
    box->setDecimals(decimals);
    box->setGroupSeparatorShown(true);
    return box;
}

QString amount(double value, const std::string &currency)
{
    return QLocale().toString(value, 'f', 2) + QChar(0x00a0) + qs(currency);
}

/// What the goals were worth, where that is one currency.
QString worthOf(const store::GoalEntry &entry)
{
    double sum = 0;
    for (const auto &goal : entry.goals) {
        if (goal.currency != entry.goals.front().currency)
            return {};
        sum += goal.completions * goal.value;
    }
    return entry.visits > 0 && !entry.goals.empty() ? amount(sum / entry.visits, entry.goals.front().currency) : QString();
}

} // namespace

GoalsPage::GoalsPage(Shell &shell, QWidget *parent)
    : EnteredPage(shell, "goals", parent), network_(new QComboBox(this)), from_(new QDateEdit(this)), to_(new QDateEdit(this)), visits_(numberBox(0, this)),
      completions_(numberBox(2, this)), value_(numberBox(2, this)), goal_(new QLineEdit(this)), currency_(new QLineEdit(this))
{
    auto *column = begin(tr("What visits from a network were worth: enter the visits of some days as your web analytics says them, then each goal that they reached. The same days again add a goal, or change it."),
                         {tr("Network"), tr("Days"), tr("Visits"), tr("Goals"), tr("A visit")}, Reached, OwnNumbers::of("economic_value")->emptyWords());
    table()->setAccessibleName(tr("Visits and goals"));
    buildFields(*column);
    connect(table(), &QTableWidget::itemSelectionChanged, this, &GoalsPage::showRow);
    refresh();
}

void GoalsPage::buildFields(QVBoxLayout &column)
{
    for (const auto &connector : shell().bridge.networks().all())
        network_->addItem(qs(connector->describe().name), qs(connector->describe().id));
    const auto now = toWall(shell().bridge.now(), shell().bridge.zone());
    const auto today = now ? QDate(now->year, now->month, now->day) : kFirstDay;
    for (auto *day : {from_, to_}) {
        day->setCalendarPopup(true);
        day->setMaximumDate(day == from_ ? today : QDate());
    }
    const auto lastMonth = today.addDays(1 - today.day()).addDays(-1); // analytics is read by months
    from_->setDate(lastMonth.addDays(1 - lastMonth.day()));
    to_->setDate(lastMonth);
    currency_->setMaxLength(kCurrencyLetters);
    currency_->setText(QLocale().currencySymbol(QLocale::CurrencyIsoCode));
    if (currency_->text().isEmpty())
        currency_->setText(QStringLiteral("EUR"));
    goal_->setPlaceholderText(tr("Order, newsletter..."));
    auto *fields = new QWidget(this);
    auto *row = new FlowLayout(fields, kGap);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(named(tr("Network"), network_));
    row->addWidget(named(tr("First day"), from_));
    row->addWidget(named(tr("Last day"), to_));
    row->addWidget(named(tr("Visits"), visits_));
    row->addWidget(named(tr("Goal"), goal_));
    row->addWidget(named(tr("Times"), completions_));
    row->addWidget(named(tr("Worth of one"), value_));
    row->addWidget(named(tr("Currency"), currency_));
    column.addWidget(fields);
    auto *actions = new QWidget(this);
    auto *buttons = new FlowLayout(actions, kGap);
    buttons->setContentsMargins(0, 0, 0, 0);
    column.addWidget(actions);
    finish(column, *buttons, *currency_);
    for (auto *line : {goal_, currency_})
        connect(line, &QLineEdit::returnPressed, this, &GoalsPage::keep);
}

void GoalsPage::refresh()
{
    const auto number = generation_.next();
    shell().bridge.read<Found>(
        this,
        [name = std::string(action())](store::Tx &tx) -> Result<Found> {
            Found found;
            VIGIE_TRY(found.entries, store::Goals(tx).all());
            VIGIE_TRY(const auto last, store::Tickets(tx).lastUndoable());
            found.canUndo = last && last->action == name;
            return found;
        },
        [this, number](Result<Found> found) {
            if (!generation_.is(number))
                return;
            if (!found)
                return fail(found.error());
            show(*found);
        });
}

QString GoalsPage::daysOf(const store::GoalEntry &entry) const
{
    const QLocale locale;
    const auto written = [&](std::int32_t day) { return locale.toString(kFirstDay.addDays(day), QLocale::ShortFormat); };
    return entry.toDay == entry.fromDay + 1 ? written(entry.fromDay) : tr("%1 to %2", "days").arg(written(entry.fromDay), written(entry.toDay - 1));
}

void GoalsPage::show(const Found &found)
{
    const int before = chosen();
    entries_ = found.entries;
    const QSignalBlocker quiet(table());
    table()->setRowCount(static_cast<int>(entries_.size()));
    for (int at = 0; at < table()->rowCount(); ++at) {
        const auto &entry = entries_[static_cast<std::size_t>(at)];
        QStringList goals;
        for (const auto &goal : entry.goals)
            goals << tr("%1: %2 x %3", "goal, times, worth of one").arg(qs(goal.name), format::number(goal.completions, goal.completions == std::floor(goal.completions) ? 0 : 2), amount(goal.value, goal.currency));
        const auto put = [&](int place, const QString &text, bool number = false) {
            auto *item = new QTableWidgetItem(text);
            item->setToolTip(place == Reached ? text : QString());
            if (number)
                item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            table()->setItem(at, place, item);
        };
        put(Network, shell().bridge.networkName(entry.network));
        put(Days, daysOf(entry));
        put(Visits, format::number(entry.visits), true);
        put(Reached, goals.join(QStringLiteral("; ")));
        put(Worth, worthOf(entry), true);
    }
    if (before >= 0 && before < table()->rowCount())
        table()->selectRow(before);
    shown(table()->rowCount(), found.canUndo);
}

/// Its fields, so that a goal can be added to it, or changed.
void GoalsPage::showRow()
{
    const int row = chosen();
    if (row < 0 || row >= static_cast<int>(entries_.size()))
        return;
    const auto &entry = entries_[static_cast<std::size_t>(row)];
    network_->setCurrentIndex(network_->findData(qs(entry.network)));
    from_->setDate(kFirstDay.addDays(entry.fromDay));
    to_->setDate(kFirstDay.addDays(entry.toDay - 1));
    visits_->setValue(entry.visits);
    if (entry.goals.empty())
        return;
    const auto &goal = entry.goals.back();
    goal_->setText(qs(goal.name));
    completions_->setValue(goal.completions);
    value_->setValue(goal.value);
    currency_->setText(qs(goal.currency));
}

void GoalsPage::takeFocus()
{
    network_->setFocus(Qt::OtherFocusReason);
}

void GoalsPage::keep()
{
    for (auto *box : {visits_, completions_, value_})
        box->interpretText();
    store::GoalEntry entry;
    entry.network = utf8(network_->currentData().toString());
    entry.fromDay = static_cast<std::int32_t>(kFirstDay.daysTo(from_->date()));
    entry.toDay = static_cast<std::int32_t>(kFirstDay.daysTo(to_->date())) + 1;
    entry.visits = visits_->value();
    if (entry.network.empty())
        return refuse(tr("Nothing was entered: choose a network."));
    if (entry.toDay <= entry.fromDay) {
        to_->setFocus(Qt::OtherFocusReason);
        return refuse(tr("Nothing was entered: the last day is before the first."));
    }
    for (const auto &one : entries_)
        if (one.network == entry.network && one.fromDay < entry.toDay && entry.fromDay < one.toDay && (one.fromDay != entry.fromDay || one.toDay != entry.toDay)) {
            from_->setFocus(Qt::OtherFocusReason);
            return refuse(tr("Nothing was entered: %1 has an entry for %2 already, and its visits would count twice.").arg(shell().bridge.networkName(one.network), daysOf(one)));
        }
    if (const auto goal = goal_->text().trimmed(); !goal.isEmpty()) {
        const auto currency = currency_->text().trimmed().toUpper();
        if (currency.size() != kCurrencyLetters) {
            currency_->setFocus(Qt::OtherFocusReason);
            return refuse(tr("Nothing was entered: a currency has three letters, as EUR."));
        }
        entry.goals.push_back({utf8(goal), completions_->value(), value_->value(), utf8(currency)});
    }
    const auto words = tr("%1, %2: entered", "network, days").arg(shell().bridge.networkName(entry.network), daysOf(entry));
    write(
        [entry](store::Tx &tx) -> Result<bool> {
            VIGIE_CHECK(store::Goals(tx).enter(entry));
            return true;
        },
        words);
}

void GoalsPage::removeCurrent()
{
    const int row = chosen();
    if (row < 0 || row >= static_cast<int>(entries_.size()))
        return;
    const auto &entry = entries_[static_cast<std::size_t>(row)];
    write(
        [id = entry.id](store::Tx &tx) -> Result<bool> {
            VIGIE_CHECK(store::Goals(tx).remove(id));
            return true;
        },
        tr("%1, %2: removed", "network, days").arg(shell().bridge.networkName(entry.network), daysOf(entry)));
}

} // namespace vigie::ui
