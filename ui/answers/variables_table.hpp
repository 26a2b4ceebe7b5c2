// SPDX-License-Identifier: GPL-3.0-or-later
// The variables that stand in the texts of an answer: where each comes from, and what it means.
// Thread: the window's.
#pragma once

#include "ui/bridge/bridge.hpp"

#include <vigie/model/answer.hpp>

#include <QTableWidget>

namespace vigie::ui {

class VariablesTable final : public QTableWidget {
    Q_OBJECT
public:
    explicit VariablesTable(QWidget *parent);
    void setVariables(const std::vector<AnswerVariable> &variables);
    /// Rows for exactly the names that stand in these texts; what was said of a name stays.
    void follow(const std::string &french, const std::string &english);
    [[nodiscard]] std::vector<AnswerVariable> variables() const;
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void edited();

private:
    void addVariable(const AnswerVariable &variable);
    void changeEvent(QEvent *event) override;
    void retranslate();
    std::vector<AnswerVariable> known_;
};

} // namespace vigie::ui
