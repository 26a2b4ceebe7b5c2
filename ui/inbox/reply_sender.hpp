// SPDX-License-Identifier: GPL-3.0-or-later
// From the reply box to the outbox and back: one press makes one row, which is held for the undo window; taken back, its
// text returns to the composer.
// Thread: the window's.
#pragma once

#include "ui/app/shell.hpp"
#include "ui/inbox/reply_box.hpp"
#include "ui/widget/toast.hpp"

#include <QElapsedTimer>
#include <QPointer>

namespace vigie::ui {

class ReplySender final : public QObject {
    Q_OBJECT
public:
    ReplySender(Shell &shell, ReplyBox &box, QObject *parent);

    /// A press of Send.
    void send() { send(false); }
    void takeBack(OutboundId outbound);
    void retry(OutboundId outbound);
    void checkNow(OutboundId outbound);
    /// An answer may still be taken back.
    [[nodiscard]] bool holding() const { return held_ && heldFor_.isValid() && heldFor_.elapsed() < windowMs_; }
    [[nodiscard]] OutboundId held() const { return held_; }
    /// A new reply was begun: the next press is another one.
    void renew();

    /// Cancels inside a job and gives the text back as the ticket's draft.
    static Result<Outbound> cancelIntoDraft(store::Tx &tx, const connect::Catalogue &networks, OutboundId outbound);

Q_SIGNALS:
    void sent(vigie::TicketId ticket);
    void takenBack(vigie::TicketId ticket, const QString &text);
    /// Somebody wrote meanwhile: the conversation is older than the workspace.
    void outdated();

private:
    /// What the job found besides its result.
    struct Found {
        std::vector<desk::Meanwhile> meanwhile;
        store::AnswerKnown now;
        QString refused;                ///< by the rules of a review's site
    };
    void send(bool anyway);
    void answered(const Result<OutboundId> &result, const plan::ReplyDraft &draft, const Found &found, const QString &typed);
    void lookForColleagues(ItemId target);
    void hold(OutboundId outbound, const QString &name);
    void tick();

    Shell &shell_;
    ReplyBox &box_;
    std::string token_;
    OutboundId held_;
    QString heldName_;
    QElapsedTimer heldFor_;
    qint64 windowMs_ = 0;
    QPointer<Toast> toast_;
    QTimer ticker_;
};

} // namespace vigie::ui
