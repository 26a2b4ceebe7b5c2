// SPDX-License-Identifier: GPL-3.0-or-later
// An objective, an indicator, an action as they are written. Each says what is wrong in place and keeps what was typed.
// Thread: the window's.
#pragma once

#include "ui/app/shell.hpp"

#include <vigie/insight/objectives.hpp>

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;

namespace vigie::ui {

class ErrorBar;
class FormulaEditor;

class ObjectiveDialog final : public QDialog {
    Q_OBJECT
public:
    ObjectiveDialog(Shell &shell, const Objective &objective, std::int32_t today, QWidget *parent);
    void save();

Q_SIGNALS:
    void saved(vigie::ObjectiveId id, vigie::store::ObjectiveStepId step);

private:
    Shell &shell_;
    Objective objective_;
    QLineEdit *name_, *owner_;
    QPlainTextEdit *note_;
    QCheckBox *hasDue_;
    QDateEdit *due_;
    ErrorBar *error_;
};

class IndicatorDialog final : public QDialog {
    Q_OBJECT
public:
    /// `objectives`: it may belong to, by their depth.
    IndicatorDialog(Shell &shell, const Indicator &indicator, const insight::FormulaUnit &unit, const std::vector<std::pair<Objective, int>> &objectives, std::int32_t today,
                    QWidget *parent);
    void save();
    [[nodiscard]] FormulaEditor &formula() const { return *formula_; }

Q_SIGNALS:
    void saved(vigie::IndicatorId id, vigie::store::ObjectiveStepId step);

private:
    void build(const std::vector<std::pair<Objective, int>> &objectives);
    void fill(const insight::FormulaUnit &unit);
    void askQueries();
    [[nodiscard]] Indicator current() const;
    /// False, and said where: a number that is none, or in another unit.
    bool readNumber(QLineEdit *field, std::optional<double> &into);
    [[nodiscard]] std::optional<insight::Period> period() const;
    Shell &shell_;
    Indicator indicator_;
    std::int32_t today_;
    QLineEdit *name_, *owner_, *target_, *startValue_;
    FormulaEditor *formula_;
    QComboBox *objective_, *direction_, *span_, *query_;
    QDateEdit *start_, *due_;
    QCheckBox *hasDue_;
    ErrorBar *error_;
};

class ActionDialog final : public QDialog {
    Q_OBJECT
public:
    ActionDialog(Shell &shell, IndicatorId indicator, std::int32_t today, QWidget *parent);
    void save();
    [[nodiscard]] QListWidget &list() const { return *list_; }

Q_SIGNALS:
    void saved(vigie::store::ObjectiveStepId step);

private:
    void ask();
    Shell &shell_;
    IndicatorId indicator_;
    QListWidget *list_;
    QLineEdit *words_;
    QDateEdit *day_;
    ErrorBar *error_;
};

} // namespace vigie::ui
