// SPDX-License-Identifier: GPL-3.0-or-later
// The words of the usual buttons of a dialog: Qt's own are English where its translations are not installed.
// Thread: the window's.
#pragma once

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QPushButton>

namespace vigie::ui {

struct DialogButtons {
    Q_DECLARE_TR_FUNCTIONS(DialogButtons)
public:
    static void name(const QDialogButtonBox &box)
    {
        if (auto *close = box.button(QDialogButtonBox::Close))
            close->setText(tr("Close"));
        if (auto *cancel = box.button(QDialogButtonBox::Cancel))
            cancel->setText(tr("Cancel"));
    }
};

} // namespace vigie::ui
