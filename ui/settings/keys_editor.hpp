// SPDX-License-Identifier: GPL-3.0-or-later
// Every command with its key; keys can be changed, conflicts are refused and named.
// Thread: the window's.
#pragma once

#include <QWidget>

class QKeySequenceEdit;
class QLineEdit;
class QPushButton;
class QTableWidget;

namespace vigie::ui {

class CommandRegistry;
class ErrorBar;

class KeysEditor final : public QWidget {
    Q_OBJECT
public:
    explicit KeysEditor(CommandRegistry &commands, QWidget *parent = nullptr);
    void refill();

private:
    void changeEvent(QEvent *event) override;
    void retranslate();
    void apply();
    [[nodiscard]] QString currentId() const;

    CommandRegistry &commands_;
    QLineEdit *filter_;
    QTableWidget *table_;
    QKeySequenceEdit *edit_;
    QPushButton *apply_, *clear_, *reset_;
    ErrorBar *error_;
};

} // namespace vigie::ui
