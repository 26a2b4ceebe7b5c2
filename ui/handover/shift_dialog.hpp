// SPDX-License-Identifier: GPL-3.0-or-later
// The shift sheet on the screen, as PDF and as text, in either language, since a chosen time.
// Thread: the window's. Errors: shown in place.
#pragma once

#include "ui/app/shell.hpp"
#include "ui/bridge/generation.hpp"

#include <vigie/desk/shift_sheet.hpp>

#include <QDialog>

class QComboBox;
class QTextBrowser;

namespace vigie::ui {

class ErrorBar;

class ShiftDialog final : public QDialog {
    Q_OBJECT
public:
    ShiftDialog(Shell &shell, QWidget *parent);
    [[nodiscard]] bool isReady() const { return ready_; }
    [[nodiscard]] QTextBrowser &page() const { return *page_; }
    [[nodiscard]] QComboBox &language() const { return *language_; }
    bool savePdf(const QString &path);
    bool saveText(const QString &path);

private:
    void ask();
    void show();
    void askFile(const QString &suffix);
    [[nodiscard]] std::string text() const;

    Shell &shell_;
    Generation generation_;
    desk::ShiftSheet sheet_;
    bool ready_ = false;
    QComboBox *since_, *language_;
    QTextBrowser *page_;
    ErrorBar *error_;
};

} // namespace vigie::ui
