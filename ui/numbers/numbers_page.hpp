// SPDX-License-Identifier: GPL-3.0-or-later
// One kind of number that a person enters, as a table: added, changed, removed, taken back. What is refused says so beside the fields, and
// what was typed stays.
// Thread: the window's.
#pragma once

#include "ui/app/shell.hpp"
#include "ui/bridge/generation.hpp"
#include "ui/numbers/own_numbers.hpp"

#include <QWidget>

#include <vector>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QPushButton;
class QTableWidget;

namespace vigie::ui {

class EmptyState;
class ErrorBar;

class NumbersPage final : public QWidget {
    Q_OBJECT
public:
    NumbersPage(Shell &shell, const OwnNumbers &numbers, QWidget *parent);
    [[nodiscard]] const OwnNumbers &numbers() const { return numbers_; }
    [[nodiscard]] QTableWidget *table() const { return table_; }
    [[nodiscard]] QComboBox *nameBox() const { return name_; }
    [[nodiscard]] QDoubleSpinBox *numberBox() const { return number_; }
    [[nodiscard]] QPushButton *keepButton() const { return keep_; }
    [[nodiscard]] QPushButton *removeButton() const { return remove_; }
    [[nodiscard]] QPushButton *undoButton() const { return undo_; }
    [[nodiscard]] QLabel *said() const { return said_; }
    [[nodiscard]] bool ready() const { return read_; }
    void refresh();
    /// Where keys begin.
    void takeFocus();
    void keep();
    void removeCurrent();
    void takeBack();

Q_SIGNALS:
    /// A number is another one now: figures are to be read again.
    void entered();

private:
    struct Row {
        std::string name;
        double value = 0;
        bool own = true;             ///< somebody entered it; else it is assumed
    };
    struct Found {
        OwnNumbers::Values values;
        std::vector<std::string> networks; ///< of accounts
        bool canUndo = false;
    };
    void build();
    void buildFields(QLayout *into);
    void show(const Found &found);
    void showRow();
    void choose(const std::string &name);
    void write(const std::string &name, std::optional<double> value, const QString &words);
    void say(const QString &words);
    [[nodiscard]] std::string typedName() const;
    [[nodiscard]] const Row *current() const;
    [[nodiscard]] QString nameOf(const std::string &name) const;
    bool eventFilter(QObject *watched, QEvent *event) override;

    Shell &shell_;
    const OwnNumbers &numbers_;
    std::vector<Row> rows_;
    Generation generation_;
    std::string wanted_;             ///< the row to stand on when the table is filled again
    bool read_ = false, filling_ = false;
    QTableWidget *table_;
    EmptyState *empty_;
    ErrorBar *error_;
    QComboBox *name_;
    QDoubleSpinBox *number_;
    QLabel *said_;
    QPushButton *keep_, *remove_, *undo_;
};

} // namespace vigie::ui
