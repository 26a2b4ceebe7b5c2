// SPDX-License-Identifier: GPL-3.0-or-later
// Brings publishing to a stop: all of it, one account's or one campaign's, with a reason. In force with its answer.
// Thread: the window's. Errors: shown in place.
#pragma once

#include "ui/app/shell.hpp"

#include <vigie/model/pause.hpp>

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;

namespace vigie::ui {

class ErrorBar;

class PauseDialog final : public QDialog {
    Q_OBJECT
public:
    PauseDialog(Shell &shell, QWidget *parent);
    [[nodiscard]] QComboBox &what() const { return *what_; }
    [[nodiscard]] QLineEdit &reason() const { return *reason_; }
    [[nodiscard]] QCheckBox &answers() const { return *answers_; }
    void pause();

private:
    void fill();
    Shell &shell_;
    QComboBox *what_;
    QLineEdit *reason_;
    QCheckBox *answers_;
    QPushButton *pause_;
    ErrorBar *error_;
};

} // namespace vigie::ui
