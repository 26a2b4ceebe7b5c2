// SPDX-License-Identifier: GPL-3.0-or-later
// One rule as fields: when, if, then. Nothing is written here.
// Thread: the window's.
#pragma once

#include "ui/app/shell.hpp"

#include <vigie/model/rule.hpp>

#include <QWidget>

#include <array>
#include <vector>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QTimeEdit;
class QVBoxLayout;

namespace vigie::ui {

class QueryEditor;

/// One thing to do: which, and what it needs to know.
class RuleActionRow final : public QWidget {
    Q_OBJECT
public:
    RuleActionRow(const RuleAction &action, const std::vector<Department> &services, QWidget *parent = nullptr);
    [[nodiscard]] RuleAction action() const;
    /// They were read, or are called otherwise now.
    void offer(const std::vector<Department> &services);

Q_SIGNALS:
    void changed();
    void removeWanted();

private:
    void showFields();
    QComboBox *kind_, *status_, *service_;
    QLineEdit *text_;
    QSpinBox *number_;
};

class RuleForm final : public QWidget {
    Q_OBJECT
public:
    explicit RuleForm(Shell &shell, QWidget *parent = nullptr);
    void edit(const Rule &rule);
    /// As the fields say now.
    [[nodiscard]] Rule rule() const;
    [[nodiscard]] bool isValid() const;
    [[nodiscard]] QLineEdit &name() const { return *name_; }
    [[nodiscard]] QueryEditor &query() const { return *query_; }
    [[nodiscard]] const std::vector<RuleActionRow *> &actions() const { return rows_; }
    void addAction(const RuleAction &action = {});

Q_SIGNALS:
    void changed();

private:
    void build();
    void showFields();
    void loadServices();
    Shell &shell_;
    Rule rule_;
    std::vector<Department> services_;
    QFormLayout *form_;
    QLineEdit *name_;
    QComboBox *when_;
    QTimeEdit *at_;
    QWidget *days_;
    std::array<QCheckBox *, 7> day_{};
    QueryEditor *query_;
    QSpinBox *waiting_, *messages_;
    QVBoxLayout *then_;
    std::vector<RuleActionRow *> rows_;
    QPushButton *add_;
    QCheckBox *stop_;
};

} // namespace vigie::ui
