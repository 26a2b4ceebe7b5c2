// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/write_file.hpp"

#include "ui/bridge/text.hpp"

#include <QPageLayout>
#include <QPageSize>
#include <QPdfWriter>
#include <QSaveFile>
#include <QTextDocument>

namespace vigie::ui {

namespace {

constexpr int kResolution = 300;
constexpr double kSideMm = 20, kTopMm = 18;

Result<bool> refused(const QSaveFile &file)
{
    return fail(Errc::Storage, utf8(file.errorString()));
}

} // namespace

Result<bool> writeFile(const QString &path, std::string_view bytes)
{
    QSaveFile file(path);
    const auto size = static_cast<qint64>(bytes.size());
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes.data(), size) != size || !file.commit())
        return refused(file);
    return true;
}

Result<bool> writePdf(const QString &path, const QString &title, QTextDocument &document)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return refused(file);
    {
        QPdfWriter writer(&file);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins(QMarginsF(kSideMm, kTopMm, kSideMm, kTopMm), QPageLayout::Millimeter);
        writer.setResolution(kResolution);
        writer.setTitle(title);
        writer.setCreator(QStringLiteral("Vigie"));
        document.print(&writer);
    }
    if (!file.commit())
        return refused(file);
    return true;
}

} // namespace vigie::ui
