// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers entered by hand: one page for each kind.
// Thread: the window's.
#pragma once

#include "ui/app/shell.hpp"
#include "ui/numbers/own_numbers.hpp"

#include <QDialog>

class QTabWidget;

namespace vigie::ui {

class GoalsPage;
class NumbersPage;
class SurveysPage;

class NumbersDialog final : public QDialog {
    Q_OBJECT
public:
    /// `first`: the page in front.
    NumbersDialog(Shell &shell, OwnNumbers::Kind first, QWidget *parent);
    /// Of numbers by name; none: that kind has a page of its own.
    [[nodiscard]] NumbersPage *page(OwnNumbers::Kind kind) const;
    [[nodiscard]] GoalsPage *goals() const { return goals_; }
    [[nodiscard]] SurveysPage *surveys() const { return surveys_; }
    [[nodiscard]] QTabWidget *tabs() const { return tabs_; }

Q_SIGNALS:
    /// Figures are to be read again.
    void entered();

private:
    QWidget *addNumbers(Shell &shell, const OwnNumbers &kind);
    QWidget *addEntered(Shell &shell, const OwnNumbers &kind);

    QTabWidget *tabs_;
    GoalsPage *goals_ = nullptr;
    SurveysPage *surveys_ = nullptr;
};

} // namespace vigie::ui
