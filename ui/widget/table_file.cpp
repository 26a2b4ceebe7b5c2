// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widget/table_file.hpp"

#include "ui/bridge/write_file.hpp"
#include "ui/widget/pieces.hpp"

#include <QCoreApplication>
#include <QFileDialog>
#include <QPointer>

namespace vigie::ui {

void askTableFile(Bridge &bridge, ErrorBar &error, QWidget *parent, std::string bytes)
{
    auto *dialog = new QFileDialog(parent, QCoreApplication::translate("TableFile", "Save as a table"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, [&bridge, bar = QPointer<ErrorBar>(&error), parent, bytes = std::move(bytes)](const QString &path) {
        bridge.work<bool>(
            parent,
            [path, bytes] { return writeFile(path, bytes); },
            [bar](Result<bool> done) {
                if (!done && bar)
                    bar->setError(done.error());
            });
    });
    dialog->open();
}

} // namespace vigie::ui
