// SPDX-License-Identifier: GPL-3.0-or-later
// What would be taken of a file of answers, and why the other lines would not.
// Thread: the window's.
#pragma once

#include <vigie/intake/survey_import.hpp>

#include <QDialog>

class QPushButton;

namespace vigie::ui {

class SurveyTrialDialog final : public QDialog {
    Q_OBJECT
public:
    SurveyTrialDialog(const intake::SurveyTrial &trial, const QString &name, QWidget *parent);
    [[nodiscard]] QPushButton *takeButton() const { return take_; }

private:
    QPushButton *take_;
};

} // namespace vigie::ui
