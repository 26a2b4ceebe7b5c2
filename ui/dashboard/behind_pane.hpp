// SPDX-License-Identifier: GPL-3.0-or-later
// "Behind this figure": value, interval, definition, formula, query, period, zone, coverage, and the rows, which open.
// Thread: the window's.
#pragma once

#include "ui/bridge/generation.hpp"
#include "ui/dashboard/behind.hpp"

#include <vigie/store/items.hpp>

#include <QFrame>

#include <optional>

class QLabel;
class QListWidget;
class QPushButton;
class QVBoxLayout;

namespace vigie::ui {

class CoverageLine;
class ErrorBar;

class BehindPane final : public QFrame {
    Q_OBJECT
public:
    explicit BehindPane(Shell &shell, QWidget *parent = nullptr);
    void showBehind(const Behind &behind, const BoardReading &page);
    [[nodiscard]] QListWidget *list() const { return list_; }
    [[nodiscard]] const std::optional<Behind> &behind() const { return behind_; }
    [[nodiscard]] bool ready() const { return read_; }

Q_SIGNALS:
    void closed();
    void coverageWanted();
    /// Of the figure that is shown, which rests on numbers that a person enters.
    void numbersWanted(const std::string &figure);

private:
    void build();
    void retranslate();
    void readRows();
    void fillRows(const std::vector<store::ItemRow> &rows);
    void openAll();
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    [[nodiscard]] QString scopeWords() const;

    Shell &shell_;
    QLabel *heading_, *title_, *value_, *definition_, *formula_, *scope_, *notes_, *count_;
    QPushButton *close_, *all_, *numbers_;
    CoverageLine *coverage_;
    ErrorBar *error_;
    QListWidget *list_;
    std::optional<Behind> behind_;
    BoardReading page_;
    Generation generation_;
    bool read_ = false, more_ = false;
};

} // namespace vigie::ui
