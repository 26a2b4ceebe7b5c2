// SPDX-License-Identifier: GPL-3.0-or-later
// Answers that come as files: dropped anywhere on the window, or chosen. A mail finds its question by itself; where it names
// none, the person says which.
// Thread: the window's; files are read on a worker. Errors: told in a toast.
#pragma once

#include "ui/app/shell.hpp"

#include <vigie/app/passing.hpp>

#include <QObject>

#include <memory>

class QMimeData;

namespace vigie::ui {

class ChoicePopup;

class AnswerFiles final : public QObject {
    Q_OBJECT
public:
    /// Watches what is dropped on the window of `place`.
    AnswerFiles(Shell &shell, ChoicePopup &popup, QWidget *place);
    void choose();
    void attach(const QString &path);

Q_SIGNALS:
    void attached(vigie::TicketId ticket);

private:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void bring(const std::shared_ptr<const net::IncomingMail> &mail, std::optional<QuestionId> said);
    void askWhich(const std::shared_ptr<const net::IncomingMail> &mail);
    void tell(const app::Attached &attached, const net::IncomingMail &mail);

    Shell &shell_;
    ChoicePopup &popup_;
    QWidget *place_;
};

} // namespace vigie::ui
