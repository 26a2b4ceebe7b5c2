// SPDX-License-Identifier: GPL-3.0-or-later
// Asks somebody without Vigie to agree to a post: a page that is mailed, or saved as a file.
// Thread: the window's. Errors: shown in place.
#pragma once

#include "ui/bridge/bridge.hpp"

#include <vigie/app/approval_desk.hpp>

#include <QDialog>

#include <functional>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace vigie::ui {

class ErrorBar;

class AskDialog final : public QDialog {
    Q_OBJECT
public:
    AskDialog(Bridge &bridge, PlanId plan, QWidget *parent);
    [[nodiscard]] QLineEdit &name() const { return *name_; }
    [[nodiscard]] QLineEdit &address() const { return *address_; }
    void mail();
    void saveTo(const QString &path);

private:
    void chooseFile();
    void follow();
    void withKey(std::function<void(const app::BundleKey &)> then);
    [[nodiscard]] app::ApprovalAsk ask() const;
    Bridge &bridge_;
    PlanId plan_;
    QLineEdit *name_, *address_;
    QComboBox *lang_;
    QPushButton *mail_, *file_;
    ErrorBar *error_;
};

} // namespace vigie::ui
