// SPDX-License-Identifier: GPL-3.0-or-later
// An answer written or changed in a window of its own: a reply of ours that is kept, or a new one.
// Thread: the window's.
#pragma once

#include "ui/app/shell.hpp"

#include <vigie/model/answer.hpp>

class QDialog;

namespace vigie::ui {

/// Opens over `parent` and keeps the answer when the person says so; `id` none: a new one.
QDialog *askAnswer(Shell &shell, QWidget *parent, AnswerId id, const AnswerText &text);
/// Writes it as one undoable action; `done` hears the id, or the error.
void keepAnswer(Shell &shell, QObject *context, AnswerId id, const AnswerText &text, std::function<void(Result<AnswerId>)> done);
/// The sentence for what refused it.
[[nodiscard]] QString keepFault(const Error &error);

} // namespace vigie::ui
