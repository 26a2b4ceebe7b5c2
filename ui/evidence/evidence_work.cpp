// SPDX-License-Identifier: GPL-3.0-or-later
// Verifying, exporting and erasing.
#include "ui/evidence/evidence_panel.hpp"

#include "ui/bridge/text.hpp"
#include "ui/command/registry.hpp"
#include "ui/widget/pieces.hpp"
#include "ui/widget/toast.hpp"

#include <QComboBox>
#include <QDate>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLineEdit>
#include <QProgressBar>

namespace vigie::ui {

namespace {

QString reasonWords(ErasureReason reason)
{
    switch (reason) {
    case ErasureReason::RequestOfPerson: return EvidencePanel::tr("The person asked for it");
    case ErasureReason::EndOfTerm: return EvidencePanel::tr("The time of keeping is over");
    case ErasureReason::NetworkTerms: return EvidencePanel::tr("The network's terms ask for it");
    case ErasureReason::Mistake: return EvidencePanel::tr("It was kept by mistake");
    case ErasureReason::Other: return EvidencePanel::tr("Another reason");
    }
    return {};
}

} // namespace

QString flawSentence(const EvidenceFlaw &flaw)
{
    const auto entry = format::number(static_cast<double>(flaw.entry));
    const auto place = qs(flaw.place);
    switch (flaw.kind) {
    case EvidenceFlawKind::Number: return EvidencePanel::tr("Entry %1 is missing.").arg(entry);
    case EvidenceFlawKind::Line: return EvidencePanel::tr("Entry %1: its number, time, kind, item or hash was changed.").arg(entry);
    case EvidenceFlawKind::Previous: return EvidencePanel::tr("Entry %1 does not follow the one before.").arg(entry);
    case EvidenceFlawKind::Content: return EvidencePanel::tr("Entry %1: its content is not what was captured.").arg(entry);
    case EvidenceFlawKind::ContentMissing: return EvidencePanel::tr("Entry %1: its content is gone and nothing says why.").arg(entry);
    case EvidenceFlawKind::Column: return EvidencePanel::tr("Entry %1: the column %2 was changed.").arg(entry, place);
    case EvidenceFlawKind::Erasure: return EvidencePanel::tr("Entry %1: its erasure does not agree with what is there.").arg(entry);
    case EvidenceFlawKind::Media: return EvidencePanel::tr("Entry %1: the bytes of a picture were changed.").arg(entry);
    case EvidenceFlawKind::MediaMissing: return EvidencePanel::tr("Entry %1: a picture is missing.").arg(entry);
    case EvidenceFlawKind::Head: return EvidencePanel::tr("The chain does not hold the hash that was written down.");
    case EvidenceFlawKind::Cut: return EvidencePanel::tr("The chain ends before entry %1, which the journal names.").arg(entry);
    case EvidenceFlawKind::File: return EvidencePanel::tr("The file %1 was changed.").arg(place);
    case EvidenceFlawKind::FileMissing: return EvidencePanel::tr("The file %1 is missing.").arg(place);
    case EvidenceFlawKind::FileUnlisted: return EvidencePanel::tr("The file %1 is in no list.").arg(place);
    }
    return {};
}

std::shared_ptr<EvidencePanel::Work> EvidencePanel::begin(bool exporting)
{
    work_ = std::make_shared<Work>();
    work_->exporting = exporting;
    progress_->setValue(0);
    progress_->setFormat(exporting ? tr("exporting, %p %") : tr("verifying, %p %"));
    progress_->show();
    stopButton_->show();
    answer_->hide();
    workTimer_.start();
    return work_;
}

void EvidencePanel::end()
{
    work_.reset();
    workTimer_.stop();
    progress_->hide();
    stopButton_->hide();
}

void EvidencePanel::stopWork()
{
    if (work_)
        work_->stopped = true;
}

void EvidencePanel::verify()
{
    if (work_)
        return;
    const auto work = begin(false);
    bridge().read<EvidenceReport>(
        this,
        [work](store::Tx &tx) {
            return store::Evidence(tx).verify({}, [&work](double share) {
                work->share = share;
                return !work->stopped;
            });
        },
        [this](Result<EvidenceReport> report) {
            end();
            if (report)
                showReport(*report);
            else if (report.error().code == Errc::Cancelled)
                shell().toasts.show(tr("Stopped; nothing was changed."));
            else
                error_->setError(report.error());
        });
}

void EvidencePanel::showReport(const EvidenceReport &report)
{
    setRole(answer_, report.flaw ? QStringLiteral("warn") : QStringLiteral("strong"));
    if (report.flaw) {
        answer_->setText(tr("Not sound. %1").arg(flawSentence(*report.flaw)));
    } else {
        answer_->setText(tr("Sound: %Ln entry(ies) verified.", nullptr, report.entries) + QLatin1Char(' ')
                         + tr("The chain ends with entry %1, SHA-256 %2. Written down elsewhere, this hash shows that nothing before it was changed since.")
                               .arg(format::number(static_cast<double>(report.head.number)), qs(report.head.hash)));
    }
    answer_->show();
}

void EvidencePanel::chooseFile(const std::vector<ItemId> &items)
{
    const auto folder = QFileInfo(qs(bridge().workspace()->path())).absolutePath();
    auto *dialog = new QFileDialog(this, tr("Export for a lawyer"), folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Archives (*.zip)")});
    dialog->setDefaultSuffix(QStringLiteral("zip"));
    dialog->selectFile(tr("evidence-%1.zip", "name of a file").arg(QDate::currentDate().toString(Qt::ISODate)));
    connect(dialog, &QFileDialog::fileSelected, this, [this, items](const QString &file) { exportTo(file, items); });
    dialog->open();
}

void EvidencePanel::exportTo(const QString &file, const std::vector<ItemId> &items)
{
    if (work_)
        return;
    (void)begin(true);
    bridge().write<insight::EvidenceExport>(
        this, [items, zone = bridge().zone()](store::Tx &tx) { return insight::planEvidenceExport(tx, items, zone); },
        [this, file](Result<insight::EvidenceExport> plan) {
            if (plan)
                return write(std::move(*plan), file);
            end();
            error_->setError(plan.error());
        });
}

void EvidencePanel::write(insight::EvidenceExport plan, const QString &file)
{
    const auto leftOut = static_cast<int>(plan.leftOut.size());
    bridge().read<insight::EvidenceExported>(
        this,
        [work = work_, plan = std::move(plan), path = utf8(file)](store::Tx &tx) {
            return insight::writeEvidenceExport(tx, plan, path, [&work](double share) {
                work->share = share;
                return !work->stopped;
            });
        },
        [this, file, leftOut](Result<insight::EvidenceExported> done) {
            end();
            if (!done && done.error().code == Errc::Cancelled)
                return void(shell().toasts.show(tr("Stopped; no file was written.")));
            if (!done)
                return error_->setError(done.error());
            auto words = tr("%Ln item(s) exported to %1.", nullptr, done->items).arg(QFileInfo(file).fileName());
            if (leftOut > 0)
                words += QLatin1Char(' ') + tr("%Ln item(s) were left out: their network's terms forbid to pass them on.", nullptr, leftOut);
            setRole(answer_, QStringLiteral("strong"));
            answer_->setText(words + QLatin1Char(' ') + tr("The chain ends with entry %1, SHA-256 %2.").arg(format::number(static_cast<double>(done->head.number)), qs(done->head.hash)));
            answer_->show();
        });
}

void EvidencePanel::askErase()
{
    auto *dialog = new QDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Erase what was kept"));
    auto *layout = new QVBoxLayout(dialog);
    layout->setContentsMargins(kWideMargin, kWideMargin, kWideMargin, kWideMargin);
    auto *words = roleLabel({}, tr("Words and pictures of %Ln item(s) are erased for good. That they were kept, when, and the reason stay in the chain, which still verifies.",
                                   nullptr, static_cast<int>(chosen().size())), dialog);
    words->setWordWrap(true);
    layout->addWidget(words);
    auto *form = new QFormLayout;
    auto *reasons = new QComboBox(dialog);
    for (const auto reason : kErasureReasons)
        reasons->addItem(reasonWords(reason), static_cast<int>(reason));
    reasons->setAccessibleName(tr("Reason"));
    auto *note = new QLineEdit(dialog);
    note->setMaxLength(300);
    note->setAccessibleName(tr("Reference"));
    note->setPlaceholderText(tr("Letter of ..."));
    form->addRow(tr("Reason"), reasons);
    form->addRow(tr("Reference"), note);
    layout->addLayout(form);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, dialog);
    buttons->addButton(tr("Erase"), QDialogButtonBox::AcceptRole)->setProperty("role", "danger");
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, dialog, &QDialog::accept);
    connect(dialog, &QDialog::accepted, this, [this, reasons, note] { erase(static_cast<ErasureReason>(reasons->currentData().toInt()), note->text().trimmed()); });
    dialog->setMinimumWidth(Theme::of(this).scaled(420));
    dialog->open();
}

void EvidencePanel::erase(ErasureReason reason, const QString &note)
{
    const auto person = bridge().person();
    bridge().write<int>(
        this,
        [items = chosen(), reason, note = utf8(note), person](store::Tx &tx) {
            return store::Evidence(tx).erase(items, reason, note, person.empty() ? "person" : person);
        },
        [this](Result<int> done) {
            if (!done)
                return error_->setError(done.error());
            shell().toasts.show(tr("%Ln item(s) erased.", nullptr, *done));
            ask();
        });
}

} // namespace vigie::ui
