// SPDX-License-Identifier: GPL-3.0-or-later
// Counts keys, clicks and time at the inbox, for whoever sits at it and for nobody else: off until it is switched on, kept on this
// machine, never in the workspace, a bundle or a report. What is typed is not kept, only that a key was pressed.
// Thread: the window's.
#pragma once

#include "ui/app/shell.hpp"
#include "ui/effort/effort_book.hpp"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace vigie::ui {

class EffortMeter final : public QObject {
    Q_OBJECT
public:
    EffortMeter(Shell &shell, QWidget *window);
    ~EffortMeter() override;
    [[nodiscard]] const EffortBook &book() const { return book_; }
    void setOn(bool on);
    void forget();

Q_SIGNALS:
    void counted();

private:
    bool eventFilter(QObject *watched, QEvent *event) override;
    [[nodiscard]] bool atInbox() const;
    void acted(bool byKey);
    void ran(const QString &id);
    void save();
    void showSheet();

    Shell &shell_;
    QWidget *window_;
    EffortBook book_;
    bool byKey_ = true;       ///< how the last thing was done
    bool watching_ = false;
    QElapsedTimer sinceLast_;
    QTimer saveTimer_;
};

} // namespace vigie::ui
