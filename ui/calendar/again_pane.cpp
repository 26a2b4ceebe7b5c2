// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/again_pane.hpp"

#include "ui/bridge/text.hpp"
#include "ui/widget/pieces.hpp"

#include <QHeaderView>
#include <QTableWidget>
#include <QVBoxLayout>

namespace vigie::ui {

AgainPane::AgainPane(CalendarData &source, QWidget *parent)
    : QWidget(parent), data_(source),
      words_(wrappedLabel({}, tr("These texts brought clearly more than is usual for their account, name no day, hour or price, and were not said or planned for %n day(s). "
                                 "Enter makes a draft of the chosen one.", nullptr, insight::kEvergreenDays), this)),
      table_(new QTableWidget(this)), empty_(new EmptyState(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, kMargin, 0, 0);
    layout->setSpacing(kMargin);
    layout->addWidget(words_);
    table_->setColumnCount(4);
    table_->setHorizontalHeaderLabels({tr("Text"), tr("Account"), tr("Said last"), tr("Why")});
    table_->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setSelectionMode(QAbstractItemView::SingleSelection);
    table_->setTabKeyNavigation(false);
    table_->setShowGrid(false);
    table_->verticalHeader()->hide();
    table_->setAccessibleName(tr("Texts that could be said again"));
    layout->addWidget(table_, 1);
    empty_->setContent(QStringLiteral("redo"), tr("Nothing to say again yet"), tr("It takes twenty posts of an account with counts of a week, one of them well above the others and a month old."));
    layout->addWidget(empty_, 1);
    connect(table_, &QTableWidget::cellActivated, this, [this] { Q_EMIT draftWanted(); });
}

void AgainPane::setSuggestions(std::vector<insight::Evergreen> suggestions)
{
    suggestions_ = std::move(suggestions);
    words_->setVisible(!suggestions_.empty());
    table_->setVisible(!suggestions_.empty());
    empty_->setVisible(suggestions_.empty());
    table_->setRowCount(static_cast<int>(suggestions_.size()));
    for (int row = 0; row < table_->rowCount(); ++row) {
        const auto &one = suggestions_[static_cast<std::size_t>(row)];
        const auto *account = data_.account(one.post.account);
        const QStringList cells{qs(one.post.text).simplified(), account != nullptr ? qs(account->handle) : QString(), tr("%n day(s) ago", nullptr, one.days),
                                tr("%1 reactions, %2 times the usual %3 (of %n post(s)); names no day", nullptr, one.others)
                                    .arg(format::number(one.post.engagements.value_or(0)), format::number(one.times, 1), format::number(one.usual, one.usual < 10 ? 1 : 0))};
        for (int column = 0; column < static_cast<int>(cells.size()); ++column) {
            auto *cell = new QTableWidgetItem(cells[column]);
            cell->setToolTip(cells[column].toHtmlEscaped());
            table_->setItem(row, column, cell);
        }
    }
    table_->resizeColumnsToContents();
    table_->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    table_->resizeRowsToContents();
    if (table_->rowCount() > 0)
        table_->setCurrentCell(0, 0);
}

const insight::Evergreen *AgainPane::chosen() const
{
    const auto row = table_->currentRow();
    return table_->isHidden() || row < 0 || static_cast<std::size_t>(row) >= suggestions_.size() ? nullptr : &suggestions_[static_cast<std::size_t>(row)];
}

} // namespace vigie::ui
