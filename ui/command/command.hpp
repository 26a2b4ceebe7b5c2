// SPDX-License-Identifier: GPL-3.0-or-later
// One thing the person can do. Declared once, by the panel that can do it; menus, the palette, shortcuts, buttons and
// the key help are made from it.
// Thread: the window's.
#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>

#include <functional>

class QWidget;

namespace vigie::ui {

struct Command {
    QString id;                            ///< "inbox.markDone": panel, then verb
    std::function<QString()> text;         ///< asked again when the language changes: [] { return tr("Mark as done"); }
    QString icon;                          ///< of resources/icons; may be empty
    QList<QKeySequence> keys;              ///< default keys; single letters work while no text editor has the focus
    QWidget *context = nullptr;            ///< the panel whose command it is; null: everywhere
    std::function<void()> run;
    std::function<bool()> enabledWhen;     ///< none: always (while its panel is shown)
    bool inPalette = true;
    bool inHelp = true;
};

} // namespace vigie::ui
