// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers entered by hand: one page for each kind.
// Thread: the window's.
#pragma once

#include "ui/app/shell.hpp"
#include "ui/numbers/own_numbers.hpp"

#include <QDialog>

class QTabWidget;

namespace vigie::ui {

class NumbersPage;

class NumbersDialog final : public QDialog {
    Q_OBJECT
public:
    /// `first`: the page in front.
    NumbersDialog(Shell &shell, OwnNumbers::Kind first, QWidget *parent);
    [[nodiscard]] NumbersPage *page(OwnNumbers::Kind kind) const;
    [[nodiscard]] QTabWidget *tabs() const { return tabs_; }

Q_SIGNALS:
    /// Figures are to be read again.
    void entered();

private:
    QTabWidget *tabs_;
};

} // namespace vigie::ui
