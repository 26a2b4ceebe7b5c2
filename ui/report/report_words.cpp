// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/report_words.hpp"

#include "ui/bridge/text.hpp"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QStandardPaths>
#include <QTime>

namespace vigie::ui::reports {

namespace {
struct Words {
    Q_DECLARE_TR_FUNCTIONS(ReportWords)
};
} // namespace

QString depthName(ReportDepth depth)
{
    switch (depth) {
    case ReportDepth::Line: return Words::tr("One line");
    case ReportDepth::Page: return Words::tr("One page");
    case ReportDepth::Annex: return Words::tr("A page and its annex");
    }
    return {};
}

QString formatName(ReportFormat format)
{
    switch (format) {
    case ReportFormat::Text: return Words::tr("Text");
    case ReportFormat::Html: return QStringLiteral("HTML");
    case ReportFormat::Pdf: return QStringLiteral("PDF");
    case ReportFormat::Csv: return QStringLiteral("CSV");
    case ReportFormat::Xlsx: return QStringLiteral("Excel (XLSX)");
    case ReportFormat::Ods: return QStringLiteral("LibreOffice (ODS)");
    }
    return {};
}

QString pageName(const Board &page)
{
    if (!page.name.empty())
        return qs(page.name);
    if (page.key == "overview")
        return Words::tr("Overview");
    if (page.key == "care")
        return Words::tr("Care");
    if (page.key == "content")
        return Words::tr("Content");
    return qs(page.key);
}

QString whenWords(const ReportPlan &plan)
{
    const auto hour = QLocale().toString(QTime(plan.minute / 60, plan.minute % 60), QLocale::ShortFormat);
    if (plan.every == ReportPlan::Every::Week)
        return Words::tr("Each %1 at %2").arg(QLocale().dayName(plan.day), hour);
    return Words::tr("Day %1 of each month at %2").arg(QString::number(plan.day), hour);
}

QString usualFolder()
{
    const auto documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QFileInfo(documents).isDir() ? documents : QDir::homePath();
}

} // namespace vigie::ui::reports
