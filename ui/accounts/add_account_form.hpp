// SPDX-License-Identifier: GPL-3.0-or-later
// Connecting an account: which network, what it asks for (from its descriptor), and the sign-in: in the browser with a
// way back to Vigie, with a code to paste, or with a token one has already. Also signs in again and edits what is
// listened to.
// Thread: the window's.
#pragma once

#include "ui/app/shell.hpp"
#include "ui/bridge/generation.hpp"

#include <QWidget>

#include <memory>
#include <stop_token>

class QButtonGroup;
class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace vigie::ui {

class ErrorBar;

class AddAccountForm final : public QWidget {
    Q_OBJECT
public:
    explicit AddAccountForm(Shell &shell, QWidget *parent = nullptr);
    ~AddAccountForm() override;
    void begin();
    /// Prefilled with what is known of an account; ends by replacing its sign-in.
    void beginReconnect(const Account &account);
    /// What is listened to, without signing in again.
    void beginEdit(const Account &account);
    [[nodiscard]] bool busy() const { return busy_; }
    /// The page the person is to open, while a sign-in waits for it.
    [[nodiscard]] QString signInUrl() const { return signIn_ ? signInUrl_ : QString(); }
    /// What is said of a refusal; empty while there is none.
    [[nodiscard]] QString problem() const;
    [[nodiscard]] QCheckBox *privateBox() const { return private_; }

Q_SIGNALS:
    void finished(vigie::AccountId account);
    void cancelled();

private:
    enum class Mode { Add, Reconnect, Edit };
    enum class Way { Browser, Paste, Token };
    struct Field {
        std::string key;
        bool required;
        QLineEdit *edit;
    };
    void changeEvent(QEvent *event) override;
    void retranslate();
    void fillNetworks();
    void buildFields();
    void orderTabs();
    void connectNow();
    void signIn(app::AddAccount account, bool paste);
    void saveEdit();
    void setBusy(bool busy, const QString &words = {});
    void done(Result<AccountId> account);
    void tell(const QString &sentence, QWidget *field = nullptr);
    void stop();
    [[nodiscard]] const connect::Descriptor *network() const;
    [[nodiscard]] Way way() const;
    [[nodiscard]] std::optional<app::AddAccount> read();
    void updateWays();

    Shell &shell_;
    Mode mode_ = Mode::Add;
    Account account_;
    QLabel *title_, *networkLabel_, *verified_, *wayLabel_, *progress_, *codeHelp_, *tokenHelp_;
    QComboBox *networks_;
    QWidget *fieldsBox_ = nullptr;
    QVBoxLayout *layout_;
    QWidget *wayBox_;
    QButtonGroup *ways_;
    QLineEdit *token_, *code_;
    QCheckBox *private_;
    QLabel *privateHelp_;
    QString signInUrl_, problem_;
    QPushButton *connect_, *cancel_, *giveCode_;
    ErrorBar *error_;
    std::vector<Field> fields_;
    std::shared_ptr<app::SignIn> signIn_;
    std::stop_source stop_;
    Generation generation_;
    bool busy_ = false;
};

} // namespace vigie::ui
