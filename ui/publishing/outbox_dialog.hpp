// SPDX-License-Identifier: GPL-3.0-or-later
// What will leave, when, and what left: one list, in groups, that keeps itself current. What waits for a person stands first.
// Thread: the window's. Errors: shown in place.
#pragma once

#include "ui/app/shell.hpp"
#include "ui/bridge/generation.hpp"

#include <vigie/plan/outbox_now.hpp>

#include <QDialog>
#include <QTimer>

#include <map>
#include <optional>

class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace vigie::ui {

class ErrorBar;

class OutboxDialog final : public QDialog {
    Q_OBJECT
public:
    OutboxDialog(Shell &shell, QWidget *parent);
    [[nodiscard]] QTreeWidget &list() const { return *list_; }
    [[nodiscard]] QString summary() const;

    enum class Deed { Check, Retry, TakeBack };
    void perform(Deed deed);
    /// Where it was written, or on the network.
    void openChosen();

private:
    struct Seen {
        plan::OutboxNow now;
        std::map<AccountId, QString> accounts;
    };
    void build();
    void ask();
    void present();
    void addGroup(const QString &name, const std::vector<Outbound> &rows, const QString &help);
    void fill(QTreeWidgetItem &item, const Outbound &row) const;
    void follow();
    [[nodiscard]] const Outbound *chosen() const;
    [[nodiscard]] QString when(const Outbound &row) const;
    [[nodiscard]] QString what(const Outbound &row) const;
    [[nodiscard]] QString state(const Outbound &row) const;

    Shell &shell_;
    Generation asks_;
    Seen seen_;
    QTimer beat_;
    QLabel *summary_;
    QTreeWidget *list_;
    QPushButton *open_, *check_, *retry_, *takeBack_, *decide_;
    ErrorBar *error_;

Q_SIGNALS:
    void decideWanted();
};

} // namespace vigie::ui
