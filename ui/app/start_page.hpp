// SPDX-License-Identifier: GPL-3.0-or-later
// What the window shows while no workspace is open: grey rows while it opens, a sentence and what to do when it did not,
// and where secrets shall be kept when this desktop has no keyring.
// Thread: the window's.
#pragma once

#include "ui/bridge/error_text.hpp"

#include <vigie/base/secret.hpp>

#include <QStackedWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace vigie::ui {

class EmptyState;
class ErrorBar;

class StartPage final : public QStackedWidget {
    Q_OBJECT
public:
    explicit StartPage(QWidget *parent = nullptr);
    void showOpening();
    void showError(const vigie::Error &error, const QString &path);
    /// `exists`: the sealed file is there and is to be unlocked; else it can be made.
    void askSecrets(bool exists);
    void wrongPassphrase();

Q_SIGNALS:
    void retryPressed();
    void restorePressed();
    void openAnotherPressed();
    void practicePressed();
    void passphraseGiven(const vigie::Secret &passphrase);
    void memoryChosen();

private:
    void changeEvent(QEvent *event) override;
    void retranslate();
    void buildError();
    void buildSecrets();
    void submit();

    QWidget *error_ = nullptr, *secrets_ = nullptr;
    QLabel *errorTitle_ = nullptr, *errorSentence_ = nullptr, *errorPath_ = nullptr;
    QPushButton *retry_ = nullptr, *restore_ = nullptr, *another_ = nullptr, *practice_ = nullptr;
    QLabel *secretsTitle_ = nullptr, *secretsSentence_ = nullptr;
    QLineEdit *passphrase_ = nullptr, *again_ = nullptr;
    QPushButton *seal_ = nullptr, *memory_ = nullptr;
    ErrorBar *secretsError_ = nullptr;
    Error lastError_;
    bool exists_ = false;
};

} // namespace vigie::ui
