// SPDX-License-Identifier: GPL-3.0-or-later
// Whose mentions a report that is made by itself tells of, looked at and changed.
// Thread: the window's.
#pragma once

#include "ui/app/shell.hpp"
#include "ui/report/scope_fields.hpp"

#include <QDialog>

namespace vigie::ui {

class ErrorBar;

class PlanFilterDialog final : public QDialog {
    Q_OBJECT
public:
    PlanFilterDialog(Shell &shell, const QString &plan, const insight::FigureScope &scope, const ScopeChoices &choices, QWidget *parent);
    [[nodiscard]] ScopeFields &fields() const { return *fields_; }
    void save();

Q_SIGNALS:
    void chosen(const vigie::insight::FigureScope &scope);

private:
    ScopeFields *fields_;
    ErrorBar *error_;
};

} // namespace vigie::ui
