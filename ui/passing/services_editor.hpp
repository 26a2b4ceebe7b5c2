// SPDX-License-Identifier: GPL-3.0-or-later
// The services of the house, to be edited: who they are, how to reach them, how long they have, and the text of their slip.
// Thread: the window's. Errors: shown in place.
#pragma once

#include "ui/app/shell.hpp"

#include <vigie/model/department.hpp>

#include <QStringList>
#include <QWidget>

#include <vector>

class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace vigie::ui {

class ErrorBar;

class ServicesEditor final : public QWidget {
    Q_OBJECT
public:
    explicit ServicesEditor(Shell &shell, QWidget *parent = nullptr);
    void load();

private:
    struct Loaded {
        std::vector<Department> services;
        QStringList calendars;
    };
    void build();
    void offerCalendars(const QString &chosen);
    void show(std::vector<Department> all);
    void choose(int row);
    void keep();
    void remove();
    void addExamples();
    void look();
    [[nodiscard]] Result<Department> entered() const;
    void changeEvent(QEvent *event) override;
    void retranslate();

    Shell &shell_;
    std::vector<Department> all_;
    QStringList calendars_; ///< names
    DepartmentId open_;
    bool filling_ = false, dirty_ = false;
    QListWidget *list_;
    QWidget *fields_;
    QFormLayout *form_;
    QLineEdit *nameFr_, *nameEn_, *tags_;
    QPlainTextEdit *colleagues_, *slip_;
    QDoubleSpinBox *hours_;
    QComboBox *lang_, *calendar_;
    QPushButton *add_, *examples_, *keep_, *remove_;
    ErrorBar *error_;
};

} // namespace vigie::ui
