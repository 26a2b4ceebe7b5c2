// SPDX-License-Identifier: GPL-3.0-or-later
// Accounts: how each one is, what it may do, connecting, testing, pausing and removing; and mentions from files.
// Thread: the window's.
#pragma once

#include "ui/app/panel.hpp"

class QPushButton;
class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace vigie::ui {

class AccountCard;
class AccountDetails;
class AddAccountForm;
class EmptyState;
class ErrorBar;
class ImportForm;
class MailForm;
class PaneHeader;

class AccountsPanel final : public Panel {
    Q_OBJECT
public:
    explicit AccountsPanel(Shell &shell, QWidget *parent = nullptr);
    [[nodiscard]] QString id() const override { return QStringLiteral("accounts"); }
    [[nodiscard]] QString title() const override { return tr("Accounts"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("accounts"); }
    [[nodiscard]] Place place() const override { return Place::Foot; }
    void registerCommands(CommandRegistry &commands) override;
    void activated() override;
    [[nodiscard]] bool ready() const override { return told_; }

    [[nodiscard]] const std::vector<AccountCard *> &cards() const { return cards_; }
    [[nodiscard]] AddAccountForm *addForm() const { return add_; }
    [[nodiscard]] ImportForm *importForm() const { return import_; }
    [[nodiscard]] MailForm *mailForm() const { return mail_; }
    void select(int index);

private:
    void changeEvent(QEvent *event) override;
    void retranslate();
    void show(const app::Status &status);
    void showNotices(const app::Status &status);
    [[nodiscard]] AccountCard *current() const;
    void openAdd();
    void openImport();
    void openMail();
    void showDetails();
    void showAccount(AccountId account);
    void move(int by);
    void pauseOrResume();
    void test();
    void syncNow();
    void fill();
    void remove();
    void removeNow(AccountId account, const QString &name);
    void lay();
    void resizeEvent(QResizeEvent *event) override;
    void tellStillValid(const QString &instance);

    PaneHeader *header_;
    QStackedWidget *left_, *right_;
    QScrollArea *list_;
    QVBoxLayout *rows_;
    EmptyState *empty_;
    ErrorBar *shared_;
    AccountDetails *details_;
    AddAccountForm *add_;
    ImportForm *import_;
    MailForm *mail_;
    QWidget *blank_;
    QPushButton *addButton_, *importButton_, *mailButton_;
    std::vector<AccountCard *> cards_;
    int selected_ = -1;
    bool told_ = false;
};

} // namespace vigie::ui
