// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/handover/conflicts_dialog.hpp"

#include "ui/bridge/text.hpp"
#include "ui/widget/pieces.hpp"
#include "ui/widget/room.hpp"

#include <vigie/app/handover.hpp>

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QTableWidget>
#include <QVBoxLayout>

namespace vigie::ui {

ConflictsDialog::ConflictsDialog(Shell &shell, QWidget *parent)
    : QDialog(parent), shell_(shell), words_(wrappedLabel(QStringLiteral("muted"), {}, this)), table_(new QTableWidget(this)), error_(new ErrorBar(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("What both sides changed"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kWideMargin, kWideMargin, kWideMargin, kWideMargin);
    layout->setSpacing(kMargin);
    layout->addWidget(words_);
    table_->setColumnCount(6);
    table_->setHorizontalHeaderLabels({tr("Ticket"), tr("Field"), tr("Here"), tr("by"), tr("There"), tr("by")});
    table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setAccessibleName(windowTitle());
    table_->verticalHeader()->hide();
    layout->addWidget(table_, 1);
    layout->addWidget(error_);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    ours_ = buttons->addButton(tr("Keep what is here"), QDialogButtonBox::ActionRole);
    theirs_ = buttons->addButton(tr("Take what came"), QDialogButtonBox::ActionRole);
    open_ = buttons->addButton(tr("Show the ticket"), QDialogButtonBox::ActionRole);
    layout->addWidget(buttons);
    connect(ours_, &QPushButton::clicked, this, [this] { decide(false); });
    connect(theirs_, &QPushButton::clicked, this, [this] { decide(true); });
    connect(open_, &QPushButton::clicked, this, [this] {
        const int row = table_->currentRow();
        if (row >= 0 && row < static_cast<int>(all_.size()) && all_[static_cast<std::size_t>(row)].ticket)
            Q_EMIT shell_.openTicket(all_[static_cast<std::size_t>(row)].ticket);
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(sizeInRoom(*this, {Theme::of(this).scaled(780), Theme::of(this).scaled(400)}));
    ask();
}

void ConflictsDialog::ask()
{
    shell_.bridge.read<std::vector<store::ExchangeConflict>>(this, [](store::Tx &tx) { return desk::bundleConflicts(tx); },
                                                             [this](Result<std::vector<store::ExchangeConflict>> all) {
                                                                 if (!all)
                                                                     return error_->setError(all.error());
                                                                 show(*all);
                                                             });
}

void ConflictsDialog::show(const std::vector<store::ExchangeConflict> &all)
{
    all_ = all;
    words_->setText(all.empty() ? tr("No conflict waits: all that came in bundles is merged.")
                                : tr("Two people changed these without knowing of one another. What is here stays until you decide; the other machine learns it with the next bundle."));
    table_->setRowCount(static_cast<int>(all.size()));
    for (int row = 0; row < static_cast<int>(all.size()); ++row) {
        const auto &one = all[static_cast<std::size_t>(row)];
        const QStringList cells{one.ticket ? QString::number(one.ticket.value) : tr("not here yet"), qs(one.theirs.field), qs(one.ours), qs(one.oursBy), qs(one.theirs.value),
                                qs(one.theirs.author)};
        for (int column = 0; column < static_cast<int>(cells.size()); ++column)
            table_->setItem(row, column, new QTableWidgetItem(cells[column].simplified().left(200)));
    }
    table_->resizeColumnsToContents();
    if (!all.empty())
        table_->setCurrentCell(0, 0, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    for (auto *button : {ours_, theirs_, open_})
        button->setEnabled(!all.empty());
}

void ConflictsDialog::decide(bool takeTheirs)
{
    std::vector<store::ExchangeField> chosen;
    for (const auto &index : table_->selectionModel()->selectedRows())
        chosen.push_back(all_[static_cast<std::size_t>(index.row())].theirs);
    if (chosen.empty() || shell_.bridge.workspace() == nullptr)
        return;
    shell_.bridge.write<bool>(
        this,
        [chosen, takeTheirs, here = app::exchangerOf(*shell_.bridge.workspace())](store::Tx &tx) -> Result<bool> {
            for (const auto &one : chosen)
                VIGIE_CHECK(desk::resolveConflict(tx, one.ticket, one.field, takeTheirs, here));
            return true;
        },
        [this](Result<bool> done) {
            if (!done)
                error_->setError(done.error());
            ask();
        });
}

} // namespace vigie::ui
