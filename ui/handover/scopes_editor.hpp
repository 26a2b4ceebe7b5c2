// SPDX-License-Identifier: GPL-3.0-or-later
// Who looks after what, and who is away, to be edited.
// Thread: the window's. Errors: shown in place.
#pragma once

#include "ui/app/shell.hpp"

#include <vigie/model/scope.hpp>

#include <QWidget>

#include <functional>
#include <vector>

class QDateEdit;
class QFormLayout;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace vigie::ui {

class ErrorBar;

class ScopesEditor final : public QWidget {
    Q_OBJECT
public:
    explicit ScopesEditor(Shell &shell, QWidget *parent = nullptr);
    void load();

private:
    struct Known {
        std::vector<Scope> scopes;
        std::vector<Absence> absences;
    };
    void build();
    void show(Known known);
    void choose(int row);
    void keep();
    void remove();
    void addAbsence();
    void removeAbsence();
    void write(std::function<Result<bool>(store::Tx &)> job);
    [[nodiscard]] QString lineOf(const Scope &scope) const;
    void changeEvent(QEvent *event) override;
    void retranslate();

    Shell &shell_;
    Known known_;
    ScopeId open_;
    QListWidget *list_, *away_;
    QFormLayout *form_, *awayForm_;
    QLineEdit *name_, *owner_, *countries_, *languages_, *segments_, *brands_, *who_, *by_;
    QDateEdit *from_, *until_;
    QPushButton *keep_, *fresh_, *remove_, *addAway_, *endAway_;
    ErrorBar *error_;
};

} // namespace vigie::ui
