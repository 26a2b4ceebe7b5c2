// SPDX-License-Identifier: GPL-3.0-or-later
// The third step: waiting for the person's answer in the browser, with the code that is pasted here or typed there.
// Thread: the window's.
#pragma once

#include <vigie/app/workspace.hpp>

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace vigie::ui {

class WaitStep final : public QWidget {
    Q_OBJECT
public:
    explicit WaitStep(QWidget *parent = nullptr);
    void say(const QString &words);
    /// The page could not be opened: its address, to be opened by hand.
    void sayAddress(const QString &words, const QString &url);
    void askCode();
    /// `until`: a time of day.
    void showCode(const app::DeviceCode &code, const QString &until);
    void clear();
    [[nodiscard]] QLineEdit *codeField() const { return code_; }
    [[nodiscard]] QLabel *userCode() const { return userCode_; }
    [[nodiscard]] QString words() const;

Q_SIGNALS:
    void codeGiven(const QString &code);
    void stopped();

private:
    void changeEvent(QEvent *event) override;
    void retranslate();
    void give();

    QLabel *title_, *progress_, *codeHelp_, *userCode_, *deviceHelp_;
    QLineEdit *code_;
    QPushButton *give_, *copy_, *open_, *stop_;
    QString until_, page_;
};

} // namespace vigie::ui
