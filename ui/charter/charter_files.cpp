// SPDX-License-Identifier: GPL-3.0-or-later
// The charter to and from files: its own form, and the sheet for those who write to us.
#include "ui/charter/charter_pane.hpp"

#include "ui/bridge/text.hpp"
#include "ui/bridge/write_file.hpp"
#include "ui/charter/charter_words.hpp"
#include "ui/widget/pieces.hpp"
#include "ui/widget/toast.hpp"

#include <vigie/app/settings_table.hpp>
#include <vigie/store/members.hpp>

#include <QDir>
#include <QFileDialog>
#include <QTextDocument>

namespace vigie::ui {

namespace {

constexpr qint64 kLargestFile = 4 << 20;

Result<bool> printSheet(const QString &path, const QString &title, const std::string &html)
{
    QTextDocument page;
    page.setHtml(qs(html)); // made here, every word of it escaped
    return writePdf(path, title, page);
}

} // namespace

void CharterPane::chooseFile(const QString &title, bool saving, const QStringList &filters, const QString &suggestion, std::function<void(const QString &)> chosen)
{
    auto *dialog = new QFileDialog(this, title, QDir::homePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(saving ? QFileDialog::AcceptSave : QFileDialog::AcceptOpen);
    dialog->setFileMode(saving ? QFileDialog::AnyFile : QFileDialog::ExistingFile);
    dialog->setNameFilters(filters);
    if (saving)
        dialog->selectFile(suggestion);
    connect(dialog, &QFileDialog::fileSelected, this, [chosen = std::move(chosen)](const QString &file) { chosen(file); });
    dialog->open();
}

void CharterPane::wrote(const QString &file, const Result<bool> &done)
{
    if (done)
        shell_.toasts.show(tr("Written to %1").arg(QDir::toNativeSeparators(file)));
    else
        error_->setMessage(tr("%1 could not be written: %2").arg(QDir::toNativeSeparators(file), qs(done.error().detail)));
}

void CharterPane::chooseExport()
{
    chooseFile(tr("Export the charter"), true, {tr("Charter (*.json)")}, tr("charter") + QStringLiteral(".json"), [this](const QString &file) { exportTo(file); });
}

void CharterPane::exportTo(const QString &file)
{
    shell_.bridge.work<bool>(
        this, [file, json = desk::charterJson(inForce_.charter)] { return writeFile(file, json); },
        [this, file](Result<bool> done) { wrote(file, done); });
}

void CharterPane::chooseImport()
{
    chooseFile(tr("Import a charter"), false, {tr("Charter (*.json)"), tr("All files (*)")}, {}, [this](const QString &file) { importFrom(file); });
}

void CharterPane::importFrom(const QString &file)
{
    shell_.bridge.work<Charter>(
        this,
        [file]() -> Result<Charter> {
            QFile from(file);
            if (!from.open(QIODevice::ReadOnly))
                return fail(Errc::NotFound, utf8(from.errorString()));
            if (from.size() > kLargestFile)
                return fail(Errc::InvalidInput, "larger than 4 MiB");
            return desk::charterFrom(from.readAll().toStdString());
        },
        [this, file](Result<Charter> charter) {
            if (!charter)
                return error_->setMessage(tr("%1 cannot be taken in: %2").arg(QDir::toNativeSeparators(file), qs(charter.error().detail)));
            error_->clear();
            charter_ = std::move(*charter); // to be read and put in force by the person
            setDirty(charter_ != inForce_.charter);
            fillList(0);
        });
}

void CharterPane::chooseSheet()
{
    chooseFile(tr("Information for those who write to us"), true, {tr("PDF (*.pdf)"), tr("Web page (*.html)"), tr("Markdown (*.md)")}, tr("charter") + QStringLiteral(".pdf"),
               [this](const QString &file) { writeSheet(file); });
}

void CharterPane::writeSheet(const QString &file)
{
    shell_.bridge.read<desk::SheetFacts>(
        this,
        [](store::Tx &tx) -> Result<desk::SheetFacts> {
            desk::SheetFacts facts;
            VIGIE_TRY(const auto name, store::Settings(tx).get(app::kWorkspaceName.key));
            VIGIE_TRY(const auto term, app::evidenceTerm(tx));
            facts.house = name.value_or("");
            facts.evidenceYears = term ? term->years : 0;
            return facts;
        },
        [this, file](Result<desk::SheetFacts> facts) {
            if (!facts)
                return error_->setError(facts.error());
            facts->version = inForce_.version.version;
            facts->date = utf8(format::date(inForce_.version.version > 0 ? inForce_.version.at : shell_.bridge.now(), shell_.bridge.zone()));
            const bool pdf = file.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive), html = pdf || file.endsWith(QLatin1String(".html"), Qt::CaseInsensitive);
            const auto sheet = desk::informationSheet(inForce_.charter, *facts, charterLanguage(), html ? desk::SheetForm::Html : desk::SheetForm::Markdown);
            shell_.bridge.work<bool>(
                this, [file, sheet, pdf, title = qs(facts->house)] { return pdf ? printSheet(file, title, sheet) : writeFile(file, sheet); },
                [this, file](Result<bool> done) { wrote(file, done); });
        });
}

} // namespace vigie::ui
