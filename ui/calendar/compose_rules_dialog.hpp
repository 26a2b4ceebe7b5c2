// SPDX-License-Identifier: GPL-3.0-or-later
// How posts are composed in this workspace: whether pictures must have words, and the convention of campaign links, with an example
// that follows what is typed.
// Thread: the window's.
#pragma once

#include "ui/bridge/bridge.hpp"

#include <vigie/plan/tracking.hpp>

#include <QDialog>

#include <vector>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace vigie::ui {

class ErrorBar;

class ComposeRulesDialog final : public QDialog {
    Q_OBJECT
public:
    ComposeRulesDialog(Bridge &bridge, QWidget *parent);
    [[nodiscard]] plan::ComposeRules rules() const;   ///< as they stand in the fields
    [[nodiscard]] QString exampleText() const;
    [[nodiscard]] bool canKeep() const;
    void keep();

Q_SIGNALS:
    void kept();

private:
    void build();
    void show(const plan::ComposeRules &rules);
    using QDialog::show;
    void retranslate();
    void refresh();
    void changeEvent(QEvent *event) override;

    Bridge &bridge_;
    QCheckBox *alt_, *on_;
    std::vector<QLineEdit *> fields_;      ///< source, medium, campaign, content, sites
    std::vector<QLabel *> labels_;
    QLabel *help_, *example_, *problem_;
    ErrorBar *error_;
    QPushButton *keep_, *close_;
};

} // namespace vigie::ui
