// SPDX-License-Identifier: GPL-3.0-or-later
// A formula as it is written: coloured, with completions, the mistake underlined and said, what stands at the cursor, and what
// it is worth, while it is typed. Nothing of it is worked out on the window's thread.
// Thread: the window's.
#pragma once

#include "ui/app/shell.hpp"
#include "ui/bridge/generation.hpp"
#include "ui/dashboard/formula_analysis.hpp"

#include <vigie/insight/formula_value.hpp>

#include <QTimer>
#include <QWidget>

#include <functional>

class QLabel;

namespace vigie::ui {

class QueryEdit;

class FormulaEditor final : public QWidget {
    Q_OBJECT
public:
    /// The days that its value is shown for.
    using PeriodOf = std::function<std::optional<insight::Period>()>;
    FormulaEditor(Shell &shell, PeriodOf period, QWidget *parent = nullptr);

    void setSource(const QString &source);
    [[nodiscard]] QString source() const;
    void setScope(const insight::FigureScope &scope);
    /// The days are others: worth something else.
    void refresh();
    /// What is shown is of the present text.
    [[nodiscard]] bool isSettled() const { return settled_; }
    [[nodiscard]] bool isValid() const { return settled_ && analysis_.formula.has_value(); }
    [[nodiscard]] const FormulaAnalysis &analysis() const { return analysis_; }
    [[nodiscard]] QueryEdit &field() const { return *edit_; }
    [[nodiscard]] QString saying() const; ///< the mistake, or the value

Q_SIGNALS:
    void changed();
    void settled();
    void submitted();

private:
    void analyse(bool typing);
    void show(const FormulaAnalysis &analysis);
    void askValue();
    Shell &shell_;
    PeriodOf period_;
    insight::FigureScope scope_;
    insight::FormulaNames names_;
    QueryEdit *edit_;
    QLabel *saying_, *about_;
    FormulaAnalysis analysis_;
    Generation texts_, values_;
    QTimer soon_;
    bool settled_ = false;
};

} // namespace vigie::ui
