// SPDX-License-Identifier: GPL-3.0-or-later
// Connecting an account as a short conversation: who or where (find), what the network asks for (sign in), waiting for the
// person's answer in the browser (wait), and what Vigie can and cannot do there (done). Also signs in again and edits what is
// listened to.
// Thread: the window's.
#pragma once

#include "ui/accounts/sign_in_step.hpp"
#include "ui/app/shell.hpp"
#include "ui/bridge/generation.hpp"

#include <QWidget>

#include <memory>
#include <stop_token>

class QCheckBox;

namespace vigie::ui {

class DoneStep;
class FindStep;
class WaitStep;

class AddAccountForm final : public QWidget {
    Q_OBJECT
public:
    enum class Step { Find, SignIn, Wait, Done };

    explicit AddAccountForm(Shell &shell, QWidget *parent = nullptr);
    ~AddAccountForm() override;
    void begin();
    /// Prefilled with what is known of an account; ends by replacing its sign-in.
    void beginReconnect(const Account &account);
    /// What is listened to, without signing in again.
    void beginEdit(const Account &account);
    /// As if it had been chosen from the list.
    void choose(const QString &network);

    [[nodiscard]] Step step() const { return step_; }
    [[nodiscard]] bool busy() const;
    /// The page the person is to open, while a sign-in waits for it.
    [[nodiscard]] QString signInUrl() const { return signIn_ ? signInUrl_ : QString(); }
    /// What is said of a refusal; empty while there is none.
    [[nodiscard]] QString problem() const;
    [[nodiscard]] QCheckBox *privateBox() const;
    [[nodiscard]] FindStep &find() { return *find_; }
    [[nodiscard]] SignInStep &signInStep() { return *ask_; }
    [[nodiscard]] WaitStep &wait() { return *wait_; }
    [[nodiscard]] DoneStep &doneStep() { return *done_; }

Q_SIGNALS:
    /// It is there; the conversation may still show what can be done.
    void connected(vigie::AccountId account);
    void finished(vigie::AccountId account);
    void cancelled();

private:
    void keyPressEvent(QKeyEvent *event) override;
    void show(Step step);
    void back();
    void openCandidate(const connect::Candidate &candidate);
    void openNetwork(const QString &id, const connect::Candidate &known, const QString &found);
    void submit();
    void readKeys(app::AddAccount account, bool paste);
    void goOn(app::AddAccount account, bool paste);
    void addTyped(app::AddAccount account);
    void signIn(app::AddAccount account, bool paste);
    void signInByDevice(app::AddAccount account);
    void saveEdit(const app::AddAccount &wanted);
    void answered(Result<AccountId> account);
    void showDone(AccountId account);
    void refuse(const Error &error);
    void stop();

    Shell &shell_;
    Step step_ = Step::Find;
    Account account_;
    FindStep *find_;
    SignInStep *ask_;
    WaitStep *wait_;
    DoneStep *done_;
    QString signInUrl_;
    std::shared_ptr<app::SignIn> signIn_;
    std::stop_source stop_;
    Generation generation_;
};

} // namespace vigie::ui
