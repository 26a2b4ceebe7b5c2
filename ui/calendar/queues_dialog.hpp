// SPDX-License-Identifier: GPL-3.0-or-later
// Queues of slots: hours of the week at which posts leave one after the other, what waits for them, and the next free ones.
// Thread: the window's. Errors: shown in place.
#pragma once

#include "ui/app/shell.hpp"
#include "ui/calendar/calendar_data.hpp"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QTimeEdit;

namespace vigie::ui {

class ErrorBar;

class QueuesDialog final : public QDialog {
    Q_OBJECT
public:
    QueuesDialog(Shell &shell, CalendarData &data, QWidget *parent);
    [[nodiscard]] QListWidget &slotList() const { return *slotList_; }
    [[nodiscard]] PostQueue current() const;
    void addQueue();
    void addSlot(int weekday, const QTime &time);
    void save();
    void fillUp();

private:
    void build();
    QWidget *buildForm();
    void ask(PostQueueId chosen);
    void show(int row);
    void showSlots();
    void askState();
    void closeUp();
    void remove();
    void runOn(std::function<Result<int>(store::Tx &)> job, std::function<QString(int)> words);
    Shell &shell_;
    CalendarData &data_;
    std::vector<PostQueue> queues_;
    PostQueue shown_;
    QListWidget *list_, *slotList_, *accounts_;
    QLineEdit *name_;
    QComboBox *zone_, *weekday_;
    QTimeEdit *time_;
    QCheckBox *planned_;
    QLabel *state_;
    QPushButton *fill_, *close_, *remove_;
    QWidget *form_;
    ErrorBar *error_;
};

} // namespace vigie::ui
