// SPDX-License-Identifier: GPL-3.0-or-later
// What a file of answers would do, line by line; nothing is written before the person says so, and then as one action.
// Thread: the window's.
#pragma once

#include "ui/app/shell.hpp"

#include <vigie/connect/answer_file.hpp>
#include <vigie/desk/answer_import.hpp>

class QDialog;

namespace vigie::ui {

void askImport(Shell &shell, QWidget *parent, connect::AnswerFile file);

} // namespace vigie::ui
