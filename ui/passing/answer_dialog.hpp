// SPDX-License-Identifier: GPL-3.0-or-later
// What a colleague said by telephone or in another program is written down as the answer to a question.
// Thread: the window's. Errors: shown in place.
#pragma once

#include "ui/app/shell.hpp"
#include "ui/passing/passing_words.hpp"

#include <QDialog>

#include <vector>

class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace vigie::ui {

class ErrorBar;

class AnswerDialog final : public QDialog {
    Q_OBJECT
public:
    AnswerDialog(Shell &shell, const std::vector<PassedRow> &rows, QWidget *parent);

private:
    void keep();

    Shell &shell_;
    QComboBox *question_;
    QLineEdit *who_;
    QPlainTextEdit *text_;
    ErrorBar *error_;
    QPushButton *keep_;
};

} // namespace vigie::ui
