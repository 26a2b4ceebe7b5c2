// SPDX-License-Identifier: GPL-3.0-or-later
// Promises and opening hours: policies in the order in which they are tried, calendars, and a form for the one that is chosen.
// Nothing is kept before its effect was shown.
// Thread: the window's.
#pragma once

#include "ui/app/shell.hpp"

#include <vigie/desk/sla.hpp>
#include <vigie/model/account.hpp>

#include <QDialog>

class QListWidget;
class QPushButton;
class QStackedWidget;

namespace vigie::ui {

class CalendarForm;
class EffectDialog;
class EmptyState;
class ErrorBar;
class PolicyForm;

class ServiceDialog final : public QDialog {
    Q_OBJECT
public:
    explicit ServiceDialog(Shell &shell, QWidget *parent);
    [[nodiscard]] bool ready() const { return ready_; }
    [[nodiscard]] const desk::SlaSetup &setup() const { return edited_; }
    [[nodiscard]] QListWidget &list() const { return *list_; }
    [[nodiscard]] QPushButton &addPolicyButton() const { return *addPolicy_; }
    [[nodiscard]] QPushButton &effectButton() const { return *effect_; }
    [[nodiscard]] PolicyForm &policyForm() const { return *policy_; }
    [[nodiscard]] CalendarForm &calendarForm() const { return *calendar_; }
    void reject() override;

private:
    void build();
    void load();
    void fill(int row);
    void choose(int row);
    void take();
    void addPolicy();
    void addCalendar();
    void removeChosen();
    void moveChosen(int by);
    void showEffect();
    void refresh();
    void applied();
    [[nodiscard]] int policies() const { return static_cast<int>(edited_.policies.size()); }
    [[nodiscard]] int calendars() const { return static_cast<int>(edited_.calendars.size()); }

    Shell &shell_;
    desk::SlaSetup stored_, edited_;
    bool ready_ = false, filling_ = false, warned_ = false;
    std::int64_t nextId_ = -1;
    QListWidget *list_;
    QStackedWidget *stack_;
    EmptyState *empty_;
    PolicyForm *policy_;
    CalendarForm *calendar_;
    QPushButton *addPolicy_, *addCalendar_, *remove_, *up_, *down_, *effect_;
    ErrorBar *error_;
};

} // namespace vigie::ui
