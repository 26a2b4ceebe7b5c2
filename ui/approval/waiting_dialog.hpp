// SPDX-License-Identifier: GPL-3.0-or-later
// Posts that wait for somebody's agreement, those that wait for me first; their words, and what changed since they were last agreed
// to. How many people must agree is decided here, too.
// Thread: the window's. Errors: shown in place.
#pragma once

#include "ui/app/shell.hpp"

#include <vigie/plan/approval.hpp>

#include <QDialog>

#include <functional>

#include <vector>

class QComboBox;
class QLineEdit;
class QPushButton;
class QTableWidget;
class QTextBrowser;

namespace vigie::ui {

class ErrorBar;

class WaitingDialog final : public QDialog {
    Q_OBJECT
public:
    WaitingDialog(Shell &shell, QWidget *parent);
    [[nodiscard]] QTableWidget &table() const { return *table_; }
    [[nodiscard]] QComboBox &steps() const { return *steps_; }
    [[nodiscard]] QLineEdit &words() const { return *words_; }
    [[nodiscard]] QTextBrowser &text() const { return *text_; }
    void agree();
    void askForChange();
    /// An answer of somebody without Vigie, saved as a mail or a text.
    void takeIn(const QString &path);

private:
    struct Seen {
        std::vector<plan::WaitingPost> posts;
        std::vector<QString> since;    ///< of each: what differs from the words last agreed to
        int steps = 0;
    };
    void build();
    void buildButtons();
    void ask();
    void show(Seen seen);
    void follow();
    void perform(std::function<Result<bool>(store::Tx &)> job);
    [[nodiscard]] const plan::WaitingPost *chosen() const;
    Shell &shell_;
    Seen seen_;
    QComboBox *steps_;
    QTableWidget *table_;
    QTextBrowser *text_;
    QLineEdit *words_;
    QPushButton *agree_, *change_, *open_, *take_;
    ErrorBar *error_;
};

} // namespace vigie::ui
