// SPDX-License-Identifier: GPL-3.0-or-later
// Reports that are made by themselves: the list with what became of each, and the few choices of one.
// Thread: the window's.
#pragma once

#include "ui/app/shell.hpp"
#include "ui/report/scope_fields.hpp"

#include <vigie/insight/report.hpp>

#include <QDialog>

#include <functional>
#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableWidget;
class QTimeEdit;

namespace vigie::ui {

class EmptyState;
class ErrorBar;

class PlansDialog final : public QDialog {
    Q_OBJECT
public:
    /// What a new one begins with: the report in view.
    PlansDialog(Shell &shell, const insight::ReportRequest &request, std::vector<ReportFormat> formats, const QString &folder, QWidget *parent);

    [[nodiscard]] QTableWidget *table() const { return table_; }
    [[nodiscard]] QLineEdit *nameEdit() const { return name_; }
    [[nodiscard]] QComboBox *everyBox() const { return every_; }
    [[nodiscard]] QLineEdit *folderEdit() const { return folder_; }
    [[nodiscard]] const std::vector<ReportPlan> &plans() const { return plans_; }
    void add();
    void removeCurrent();
    void switchCurrent();
    /// Whose mentions the chosen one tells of.
    void filterCurrent();
    /// Of what was done since the dialog is open, the last.
    void takeBack();

private:
    void build();
    QWidget *buildEditor();
    void read();
    void show(std::vector<ReportPlan> plans);
    void look();
    void fillDays();
    void readChoices();
    /// `undo`: the write that takes it back.
    using Job = std::function<Result<bool>(store::Tx &)>;
    void write(Job job, const QString &words, Job undo = {});
    [[nodiscard]] ReportPlan wanted() const;
    [[nodiscard]] const ReportPlan *current() const;

    Shell &shell_;
    insight::ReportRequest request_;
    std::vector<ReportFormat> formats_;
    std::vector<ReportPlan> plans_;
    ScopeChoices choices_;
    Job undo_;
    QTableWidget *table_;
    EmptyState *empty_;
    ErrorBar *error_;
    QLabel *words_, *new_ = nullptr;
    QLineEdit *name_, *folder_;
    QComboBox *every_, *day_;
    QTimeEdit *at_;
    QPushButton *add_, *remove_ = nullptr, *switch_ = nullptr, *filter_ = nullptr, *back_ = nullptr;
};

} // namespace vigie::ui
