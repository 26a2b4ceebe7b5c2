// SPDX-License-Identifier: GPL-3.0-or-later
// Every key on paper: by panel, then those of the whole window, as they are set now.
// Thread: the window's.
#pragma once

#include <QString>

class QPagedPaintDevice;
class QTextDocument;
class QWidget;

namespace vigie::ui {

class CommandRegistry;

void fillKeySheet(QTextDocument &sheet, const CommandRegistry &commands);
/// False: the file could not be written.
bool saveKeySheet(const QString &file, const CommandRegistry &commands);
/// Asks for a printer, or a file to print to.
void printKeySheet(const CommandRegistry &commands, QWidget *parent);

} // namespace vigie::ui
