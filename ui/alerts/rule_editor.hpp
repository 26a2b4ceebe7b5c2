// SPDX-License-Identifier: GPL-3.0-or-later
// One alert rule: what it watches, how keenly, and how often it would have rung in the last four weeks.
// Thread: the window's.
#pragma once

#include "ui/app/shell.hpp"

#include <vigie/model/alert.hpp>
#include <vigie/model/saved_query.hpp>

#include <QDialog>
#include <QTimer>

#include <vector>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace vigie::ui {

class RuleEditor final : public QDialog {
    Q_OBJECT
public:
    RuleEditor(Shell &shell, const AlertRule &rule, QWidget *parent = nullptr);
    /// As the fields say now.
    [[nodiscard]] AlertRule rule() const;

Q_SIGNALS:
    void saveWanted(const vigie::AlertRule &rule);
    void removeWanted(const vigie::AlertRule &rule);

private:
    void fill();
    void retranslate();
    void changeEvent(QEvent *event) override;
    void showFields();
    void tryOut();
    void nameQueries(const std::vector<SavedQuery> &queries);

    Shell &shell_;
    AlertRule rule_;
    Generation tries_;
    QTimer wait_;
    QFormLayout *form_;
    QLineEdit *name_, *people_;
    QComboBox *kind_, *query_, *sensitivity_;
    QSpinBox *followers_;
    QCheckBox *on_, *breaksThrough_;
    QLabel *tried_;
    QPushButton *save_, *cancel_, *remove_;
};

} // namespace vigie::ui
