// SPDX-License-Identifier: GPL-3.0-or-later
// Who is on the open ticket and until when. Taken by a key or by beginning an answer, renewed while one types, given back or
// run out; refused with the name of whoever holds it.
// Thread: the window's. Errors: told in a toast.
#pragma once

#include "ui/app/shell.hpp"
#include "ui/bridge/generation.hpp"

#include <vigie/model/scope.hpp>

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

#include <functional>
#include <optional>

class QLabel;
class QPushButton;

namespace vigie::ui {

class ClaimStrip final : public QWidget {
    Q_OBJECT
public:
    explicit ClaimStrip(Shell &shell, QWidget *parent = nullptr);
    void setTicket(TicketId ticket);
    /// By key: takes the ticket, or gives it back.
    void toggle();
    void take();
    /// Somebody begins to answer: who else is on it is looked up again, and told.
    void starting();
    /// One types: the ticket is taken when nobody has it, and held longer once a minute.
    void typing();
    /// The answer was sent, or another ticket is opened: what was taken by typing is given back; what was taken by key stays.
    void leave();
    /// Nothing is in the way; else the name is told.
    [[nodiscard]] bool mayWrite();
    [[nodiscard]] const std::optional<Claim> &claim() const { return claim_; }
    [[nodiscard]] bool isMine() const;

private:
    void ask();
    void present();
    void claimFor(TicketId ticket);
    void giveBack(TicketId ticket);
    void tellHolder(const Claim &claim);
    void changeEvent(QEvent *event) override;

    Shell &shell_;
    TicketId ticket_;
    Generation generation_;
    std::optional<Claim> claim_;
    bool byTyping_ = false; ///< taken without a key: given back without one
    bool asking_ = false;
    QElapsedTimer sinceRenewed_;
    QTimer clock_;
    QLabel *words_;
    QPushButton *give_;
};

} // namespace vigie::ui
