// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/answers/import_dialog.hpp"

#include "ui/answers/answer_words.hpp"
#include "ui/bridge/text.hpp"
#include "ui/theme/theme.hpp"
#include "ui/widget/pieces.hpp"
#include "ui/widget/toast.hpp"

#include <vigie/store/answers.hpp>
#include <vigie/store/tickets.hpp>

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QPointer>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace vigie::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(AnswerImport)
};
using What = desk::ImportStep::What;

QString summary(const desk::ImportPlan &plan, const connect::AnswerFile &file)
{
    QStringList parts{Words::tr("%Ln to add", nullptr, plan.count(What::Add)), Words::tr("%Ln to change", nullptr, plan.count(What::Change)),
                      Words::tr("%Ln the same already", nullptr, plan.count(What::Same)), Words::tr("%Ln left out", nullptr, plan.count(What::Skip))};
    auto words = Words::tr("Nothing is written yet. %1.").arg(parts.join(QStringLiteral(", ")));
    QStringList unknown;
    for (const auto &one : file.unknown)
        unknown << qs(one);
    if (!unknown.isEmpty())
        words += QLatin1Char('\n') + Words::tr("Columns that are not read: %1").arg(unknown.join(QStringLiteral(", ")));
    return words;
}

QTableWidget *addTable(QDialog *dialog, const desk::ImportPlan &plan)
{
    auto *table = new QTableWidget(static_cast<int>(plan.steps.size()), 3, dialog);
    table->setHorizontalHeaderLabels({Words::tr("Line"), Words::tr("Keyword"), Words::tr("What happens")});
    table->setAccessibleName(Words::tr("What the import would do"));
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setTabKeyNavigation(false);
    table->setShowGrid(false);
    table->verticalHeader()->hide();
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->horizontalHeader()->setStretchLastSection(true);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    int row = 0;
    for (const auto &step : plan.steps) {
        const QStringList cells{format::number(static_cast<double>(step.line)), qs(step.keyword), stepText(step)};
        for (int column = 0; column < cells.size(); ++column) {
            auto *cell = new QTableWidgetItem(cells[column]);
            if (step.what == What::Skip)
                cell->setForeground(Theme::of(dialog).colors().warn);
            table->setItem(row, column, cell);
        }
        ++row;
    }
    return table;
}

void apply(Shell &shell, QDialog *dialog, const connect::AnswerFile &file)
{
    shell.bridge.write<desk::ImportPlan>(
        dialog, [rows = file.rows, person = shell.bridge.person()](store::Tx &tx) { return desk::applyImport(tx, rows, person); },
        [&shell, dialog](Result<desk::ImportPlan> done) {
            if (!done) {
                shell.toasts.showError(done.error());
                return;
            }
            dialog->accept();
            const int count = done->count(What::Add) + done->count(What::Change);
            shell.toasts.showUndo(Words::tr("%Ln answer(s) taken in", nullptr, count), [&shell] {
                shell.bridge.write<store::ChangeSet>(
                    &shell, [](store::Tx &tx) { return store::Tickets(tx).undoLast(); },
                    [&shell](Result<store::ChangeSet> undone) {
                        if (!undone)
                            shell.toasts.showError(undone.error());
                    });
            });
        });
}

void showPlan(Shell &shell, QWidget *parent, const desk::ImportPlan &plan, const connect::AnswerFile &file)
{
    auto *dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("answerImport"));
    dialog->setWindowTitle(Words::tr("Import answers"));
    auto *layout = new QVBoxLayout(dialog);
    layout->setContentsMargins(kWideMargin, kWideMargin, kWideMargin, kWideMargin);
    layout->setSpacing(kMargin);
    layout->addWidget(wrappedLabel(QStringLiteral("strong"), summary(plan, file), dialog));
    layout->addWidget(addTable(dialog, plan), 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, dialog);
    auto *go = buttons->addButton(Words::tr("Take in"), QDialogButtonBox::AcceptRole);
    go->setProperty("role", "primary");
    go->setEnabled(plan.count(What::Add) + plan.count(What::Change) > 0);
    layout->addWidget(buttons);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    QObject::connect(buttons, &QDialogButtonBox::accepted, dialog, [&shell, dialog, file] { apply(shell, dialog, file); });
    const auto room = parent->window()->size() * 0.9;
    dialog->resize(std::min(Theme::of(parent).scaled(680), room.width()), std::min(Theme::of(parent).scaled(460), room.height()));
    dialog->open();
}

} // namespace

void askImport(Shell &shell, QWidget *parent, connect::AnswerFile file)
{
    shell.bridge.read<std::vector<Answer>>(
        parent, [](store::Tx &tx) { return store::Answers(tx).all(); },
        [&shell, guard = QPointer<QWidget>(parent), file = std::move(file)](Result<std::vector<Answer>> library) {
            if (!library)
                shell.toasts.showError(library.error());
            else if (guard)
                showPlan(shell, guard, desk::planImport(*library, file.rows), file);
        });
}

} // namespace vigie::ui
