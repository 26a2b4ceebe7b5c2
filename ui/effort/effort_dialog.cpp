// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/effort/effort_dialog.hpp"

#include "ui/bridge/text.hpp"
#include "ui/command/registry.hpp"
#include "ui/effort/effort_meter.hpp"
#include "ui/widget/pieces.hpp"
#include "ui/widget/room.hpp"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace vigie::ui {

namespace {
constexpr int kWidth = 640, kHeight = 520, kLeastClicks = 3, kMostHints = 5;
}

EffortDialog::EffortDialog(EffortMeter &meter, CommandRegistry &commands, QWidget *parent)
    : QDialog(parent), meter_(meter), commands_(commands), on_(new QCheckBox(tr("Count my keys, clicks and time at the inbox"), this)),
      sum_(wrappedLabel(QStringLiteral("strong"), {}, this)), hints_(wrappedLabel({}, {}, this)), table_(new QTableWidget(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("effort"));
    setWindowTitle(tr("Keys and seconds per conversation"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kWideMargin, kWideMargin, kWideMargin, kWideMargin);
    layout->setSpacing(kMargin);
    layout->addWidget(on_);
    layout->addWidget(wrappedLabel(QStringLiteral("small"), tr("For yourself only: the counts stay on this machine, not in the workspace, and nobody else is shown them. What you type is not kept."), this));
    layout->addWidget(sum_);
    layout->addWidget(hints_);
    table_->setColumnCount(4);
    table_->setHorizontalHeaderLabels({tr("Command"), tr("Key"), tr("By key"), tr("By click")});
    for (int column = 0; column < table_->columnCount(); ++column)
        table_->horizontalHeaderItem(column)->setTextAlignment((column < 2 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setTabKeyNavigation(false);
    table_->setShowGrid(false);
    table_->verticalHeader()->hide();
    table_->setAccessibleName(tr("Commands and how they were given"));
    layout->addWidget(table_, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    forget_ = buttons->addButton(tr("Forget all counts"), QDialogButtonBox::ResetRole);
    forget_->setAutoDefault(false); // Enter closes, it does not forget
    buttons->button(QDialogButtonBox::Close)->setDefault(true);
    layout->addWidget(buttons);
    on_->setChecked(meter_.book().isOn());
    connect(on_, &QCheckBox::toggled, &meter_, &EffortMeter::setOn);
    connect(forget_, &QPushButton::clicked, &meter_, &EffortMeter::forget);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&meter_, &EffortMeter::counted, this, &EffortDialog::present);
    resize(sizeInRoom(*this, {Theme::of(this).scaled(kWidth), Theme::of(this).scaled(kHeight)}));
    present();
}

QString EffortDialog::commandName(const QString &id) const
{
    const auto *command = commands_.find(id);
    return command != nullptr ? command->text() : id;
}

QString EffortDialog::words() const
{
    return sum_->text() + QLatin1Char('\n') + hints_->text();
}

void EffortDialog::present()
{
    const auto sum = meter_.book().total();
    const auto each = [&](double value) { return format::number(value / sum.tickets, 1); };
    if (sum.presses + sum.clicks == 0)
        sum_->setText(meter_.book().isOn() ? tr("Nothing is counted yet.") : tr("Nothing is counted."));
    else if (sum.tickets == 0)
        sum_->setText(tr("%Ln key(s)", nullptr, sum.presses) + QStringLiteral("  \u00B7  ") + tr("%Ln click(s)", nullptr, sum.clicks));
    else
        sum_->setText(tr("In the last %1 days, for %Ln conversation(s): %2 keys, %3 clicks and %4 seconds each.", nullptr, sum.tickets)
                          .arg(EffortBook::kKeptDays)
                          .arg(each(sum.presses), each(sum.clicks), each(sum.seconds)));
    QStringList hints;
    for (const auto &[id, times] : meter_.book().clicked(kLeastClicks))
        if (const auto key = commands_.keyText(id); !key.isEmpty() && hints.size() < kMostHints)
            hints << tr("%1: clicked %Ln time(s). The key %2 does it.", nullptr, times).arg(commandName(id), key);
    hints_->setText(hints.join(QLatin1Char('\n')));
    hints_->setVisible(!hints.isEmpty());
    std::vector<std::pair<QString, EffortBook::Use>> rows;
    for (auto use = sum.commands.begin(); use != sum.commands.end(); ++use)
        rows.emplace_back(use.key(), use.value());
    std::sort(rows.begin(), rows.end(), [](const auto &a, const auto &b) {
        const int one = a.second.byKey + a.second.byMouse, other = b.second.byKey + b.second.byMouse;
        return one != other ? one > other : a.first < b.first;
    });
    table_->setRowCount(static_cast<int>(rows.size()));
    for (int at = 0; at < table_->rowCount(); ++at) {
        const auto &[id, use] = rows[static_cast<std::size_t>(at)];
        const QStringList cells{commandName(id), commands_.keyText(id), format::number(use.byKey), format::number(use.byMouse)};
        for (int column = 0; column < 4; ++column) {
            auto *cell = new QTableWidgetItem(cells[column]);
            cell->setTextAlignment((column < 2 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
            table_->setItem(at, column, cell);
        }
    }
    table_->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table_->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    forget_->setEnabled(sum.presses + sum.clicks > 0);
}

} // namespace vigie::ui
