// SPDX-License-Identifier: GPL-3.0-or-later
// The page of the dashboard as files.
#include "ui/bridge/text.hpp"
#include "ui/bridge/write_file.hpp"
#include "ui/dashboard/dashboard_panel.hpp"
#include "ui/dashboard/export.hpp"
#include "ui/dashboard/tile_words.hpp"
#include "ui/report/report_commands.hpp"
#include "ui/widget/pieces.hpp"
#include "ui/widget/toast.hpp"

#include <vigie/insight/report.hpp>

#include <QFileDialog>
#include <QLocale>

namespace vigie::ui {

bool DashboardPanel::exportReport(const QString &file)
{
    const auto *now = board();
    return reading_ && now != nullptr && writePagePdf(file, TileWords::page(*now), *reading_, view_->cards());
}

bool DashboardPanel::exportFigures(const QString &file)
{
    return reading_ && writeFile(file, figuresCsv(*reading_));
}

void DashboardPanel::makeReport()
{
    const auto *now = board();
    if (!reading_ || now == nullptr)
        return;
    insight::ReportRequest request;
    request.scope = reading_->scope;
    request.period = reading_->period;
    request.page = insight::reportPage(*now);
    request.title = utf8(TileWords::page(*now));
    request.language = QLocale().language() == QLocale::French ? "fr" : "en";
    openReport(shell(), this, request);
}

void DashboardPanel::exportPdf()
{
    if (!reading_)
        return;
    auto *dialog = new QFileDialog(this, tr("Export the page as PDF"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("pdf"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
        if (exportReport(file))
            shell().toasts.show(tr("The page was written to %1").arg(file));
        else
            error_->setMessage(tr("The page could not be written to %1. Nothing was changed; choose another folder.").arg(file));
    });
    dialog->open();
}

void DashboardPanel::exportCsv()
{
    if (!reading_)
        return;
    auto *dialog = new QFileDialog(this, tr("Export figures as CSV"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
        if (exportFigures(file))
            shell().toasts.show(tr("The figures were written to %1").arg(file));
        else
            error_->setMessage(tr("The figures could not be written to %1. Nothing was changed; choose another folder.").arg(file));
    });
    dialog->open();
}

} // namespace vigie::ui
