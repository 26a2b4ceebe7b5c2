// SPDX-License-Identifier: GPL-3.0-or-later
// Reading, keeping, and the way in and out as a file.
#include "ui/answers/answer_dialog.hpp"
#include "ui/answers/answer_editor.hpp"
#include "ui/answers/answer_words.hpp"
#include "ui/answers/answers_model.hpp"
#include "ui/answers/answers_panel.hpp"
#include "ui/answers/import_dialog.hpp"
#include "ui/bridge/text.hpp"
#include "ui/bridge/write_file.hpp"
#include "ui/feed/text_block.hpp"
#include "ui/widget/pieces.hpp"
#include "ui/widget/toast.hpp"

#include <vigie/store/tickets.hpp>

#include <QCheckBox>
#include <QDate>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QStackedWidget>
#include <QTableView>

#include <algorithm>

namespace vigie::ui {

namespace {
constexpr int kMostUses = 200;
constexpr int kTicketRole = Qt::UserRole, kLinkRole = Qt::UserRole + 1;
} // namespace

void AnswersPanel::wire()
{
    connect(&filterTimer_, &QTimer::timeout, this, &AnswersPanel::read);
    const auto filter = [this] {
        model_->setFilter(utf8(words_->text()), stale_->isChecked());
        showChosen();
    };
    connect(words_, &QLineEdit::textChanged, this, filter);
    connect(stale_, &QCheckBox::toggled, this, filter);
    connect(words_, &QLineEdit::returnPressed, table_, qOverload<>(&QWidget::setFocus));
    connect(error_, &ErrorBar::actionPressed, this, &AnswersPanel::read);
    connect(empty_, &EmptyState::actionPressed, this, [this] { takeUp({}); });
    connect(&bridge(), &Bridge::changed, this, [this](const Change &change) {
        if (isVisible() && (change.settings || !change.outbounds.empty() || !change.tickets.empty()) && !filterTimer_.isActive())
            filterTimer_.start();
    });
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &AnswersPanel::showChosen);
    connect(table_, &QTableView::activated, this, [this] { editor_->french().setFocus(); });
    connect(editor_, &AnswerEditor::edited, this, &AnswersPanel::look);
    connect(uses_, &QListWidget::itemActivated, this, [this](QListWidgetItem *item) {
        if (!openPage(item->data(kLinkRole).toString()))
            Q_EMIT shell().openTicket(TicketId{item->data(kTicketRole).toLongLong()});
    });
    connect(versions_, &QListWidget::itemActivated, this, [this](QListWidgetItem *item) {
        const auto row = static_cast<std::size_t>(versions_->row(item));
        if (row >= history_.size())
            return;
        editor_->french().setPlainText(qs(history_[row].text.french));
        editor_->english().setPlainText(qs(history_[row].text.english));
    });
}

void AnswersPanel::read()
{
    const auto number = readings_.next();
    using Rows = std::vector<AnswersModel::Row>;
    bridge().read<Rows>(
        this,
        [zone = bridge().zone()](store::Tx &tx) -> Result<Rows> {
            store::Answers answers(tx);
            VIGIE_TRY(auto all, answers.all());
            VIGIE_TRY(auto rates, answers.allRates());
            Rows rows;
            for (auto &answer : all) {
                const auto used = rates[answer.id];
                const auto stale = desk::stalenessOf(answer, used, tx.now(), zone);
                rows.push_back({std::move(answer), used, stale});
            }
            return rows;
        },
        [this, number](Result<Rows> rows) {
            if (!readings_.is(number))
                return;
            if (!rows)
                return error_->setError(rows.error());
            error_->clear();
            header_->setCount(rows->empty() ? QString() : tr("%Ln answer(s)", nullptr, static_cast<int>(rows->size())));
            model_->setRows(std::move(*rows), bridge().zone());
            read_ = true;
            showChosen();
        });
}

void AnswersPanel::showChosen()
{
    if (model_->rowCount() > 0 && !table_->currentIndex().isValid()) {
        const QSignalBlocker quiet(table_->selectionModel());
        table_->selectRow(std::max(0, model_->rowOf(open_)));
    }
    const bool any = model_->rowCount() > 0;
    stack_->setCurrentIndex(any ? 1 : 0);
    retranslate();
    const auto *row = model_->row(table_->currentIndex().row());
    if (row == nullptr) {
        open_ = {};
        return;
    }
    // What is being written here is not overwritten because something else changed.
    if (open_ != row->answer.id || !editor_->isChanged())
        editor_->setText(row->answer.text);
    open_ = row->answer.id;
    const auto stale = stalenessText(row->answer, row->staleness);
    facts_->setText(ratesText(row->rates, bridge().zone()) + (stale.isEmpty() ? QString() : QLatin1Char('\n') + stale));
    look();
    const auto number = details_.next();
    bridge().read<Details>(
        this,
        [id = open_](store::Tx &tx) -> Result<Details> {
            Details out;
            VIGIE_TRY(out.uses, store::Answers(tx).uses(id, kMostUses));
            VIGIE_TRY(out.versions, store::Answers(tx).versions(id));
            return out;
        },
        [this, number](Result<Details> details) {
            if (details_.is(number) && details)
                showDetails(*details);
        });
}

void AnswersPanel::showDetails(const Details &details)
{
    uses_->clear();
    for (const auto &use : details.uses) {
        auto *item = new QListWidgetItem(
            QStringLiteral("%1  \u00B7  %2  \u00B7  %3\n%4").arg(format::dateTime(use.at, bridge().zone()), qs(use.who), outcomeText(use.outcome), qs(use.text).simplified()), uses_);
        item->setData(kTicketRole, QVariant::fromValue<qlonglong>(use.ticket.value));
        item->setData(kLinkRole, qs(use.permalink));
    }
    if (details.uses.empty()) {
        auto *none = new QListWidgetItem(tr("It has not been given yet."), uses_);
        none->setFlags(Qt::ItemIsEnabled);
    }
    history_ = details.versions;
    versions_->clear();
    for (const auto &version : history_) {
        const auto said = version.text.french.empty() ? version.text.english : version.text.french;
        versions_->addItem(QStringLiteral("%1  \u00B7  %2  \u00B7  %3\n%4").arg(version.number).arg(format::dateTime(version.at, bridge().zone()), qs(version.who), qs(said).simplified()));
    }
}

void AnswersPanel::look()
{
    const auto words = open_ && editor_->isChanged() ? editor_->fault() : QString();
    fault_->setText(words);
    fault_->setVisible(!words.isEmpty());
    keepButton_->setEnabled(open_ && editor_->isChanged() && words.isEmpty());
}

void AnswersPanel::keep()
{
    keepAnswer(shell(), this, open_, editor_->text(), [this, id = open_](Result<AnswerId> kept) {
        if (!kept) {
            const auto words = keepFault(kept.error());
            if (words.isEmpty())
                return error_->setError(kept.error());
            fault_->setText(words);
            fault_->show();
            return;
        }
        if (open_ == id)
            editor_->setText(editor_->text());
        look();
        shell().toasts.show(tr("Kept as a new version."));
    });
}

void AnswersPanel::remove()
{
    bridge().write<bool>(
        this,
        [id = open_](store::Tx &tx) -> Result<bool> {
            VIGIE_CHECK(store::Tickets(tx).beginChangeSet("answer_remove"));
            VIGIE_CHECK(store::Answers(tx).remove(id));
            return true;
        },
        [this, id = open_](Result<bool> gone) {
            if (!gone)
                return error_->setError(gone.error());
            shell().toasts.showUndo(tr("Taken out of the library"), [this, id] {
                bridge().write<bool>(
                    this,
                    [id](store::Tx &tx) -> Result<bool> {
                        VIGIE_CHECK(store::Answers(tx).restore(id));
                        return true;
                    },
                    [this](Result<bool> back) {
                        if (!back)
                            error_->setError(back.error());
                    });
            });
        });
}

void AnswersPanel::takeUp(const AnswerVersion &version)
{
    askAnswer(shell(), this, {}, version.text);
}

void AnswersPanel::chooseImport()
{
    auto *dialog = new QFileDialog(this, tr("Import answers"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Tables (*.csv *.tsv *.txt)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &AnswersPanel::importFrom);
    dialog->open();
}

void AnswersPanel::importFrom(const QString &file)
{
    bridge().work<connect::AnswerFile>(
        this, [path = utf8(file)] { return connect::readAnswerFile(path); },
        [this](Result<connect::AnswerFile> answers) {
            if (!answers)
                return error_->setError(answers.error());
            error_->clear();
            askImport(shell(), this, std::move(*answers));
        });
}

void AnswersPanel::chooseExport()
{
    const auto folder = QFileInfo(qs(bridge().workspace()->path())).absolutePath();
    auto *dialog = new QFileDialog(this, tr("Export the library"), folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Tables (*.csv)")});
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->selectFile(tr("answers-%1.csv", "name of a file").arg(QDate::currentDate().toString(Qt::ISODate)));
    connect(dialog, &QFileDialog::fileSelected, this, &AnswersPanel::exportTo);
    dialog->open();
}

void AnswersPanel::exportTo(const QString &file)
{
    bridge().read<std::vector<Answer>>(
        this, [](store::Tx &tx) { return store::Answers(tx).all(); },
        [this, file](Result<std::vector<Answer>> answers) {
            if (!answers)
                return error_->setError(answers.error());
            const auto csv = connect::answersToCsv(*answers);
            if (!csv || !writeFile(file, *csv))
                return error_->setMessage(tr("%1 could not be written.").arg(file));
            shell().toasts.show(tr("%Ln answer(s) in %1", nullptr, static_cast<int>(answers->size())).arg(QFileInfo(file).fileName()));
        });
}

} // namespace vigie::ui
