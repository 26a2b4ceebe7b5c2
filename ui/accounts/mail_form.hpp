// SPDX-License-Identifier: GPL-3.0-or-later
// The mailbox through which questions are passed to colleagues: its two servers, its user, and a test that signs in at both.
// Thread: the window's.
#pragma once

#include "ui/app/shell.hpp"
#include "ui/bridge/generation.hpp"

#include <vigie/app/mail.hpp>

#include <QWidget>

#include <stop_token>
#include <vector>

class QLabel;
class QPushButton;

namespace vigie::ui {

class ErrorBar;
class FieldEditor;

class MailForm final : public QWidget {
    Q_OBJECT
public:
    explicit MailForm(Shell &shell, QWidget *parent = nullptr);
    ~MailForm() override;
    void begin();
    [[nodiscard]] FieldEditor *editor(const std::string &key) const;
    [[nodiscard]] bool busy() const { return busy_; }
    [[nodiscard]] QString words() const;
    void test();
    void save();

Q_SIGNALS:
    void closed();

private:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void retranslate();
    void fill(const std::optional<app::MailSettings> &settings);
    [[nodiscard]] std::optional<app::MailSettings> read();
    void tell(const QString &sentence);
    void setBusy(bool busy, const QString &words = {});
    void leave();

    Shell &shell_;
    QLabel *title_, *help_, *state_;
    std::vector<FieldEditor *> editors_;
    ErrorBar *error_;
    QPushButton *test_, *save_, *remove_, *close_;
    app::MailSettings kept_; ///< what the form does not ask for
    std::stop_source stop_;
    Generation generation_;
    bool busy_ = false, known_ = false;
};

} // namespace vigie::ui
