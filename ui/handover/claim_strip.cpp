// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/handover/claim_strip.hpp"

#include "ui/bridge/text.hpp"
#include "ui/widget/flow_layout.hpp"
#include "ui/widget/pieces.hpp"
#include "ui/widget/toast.hpp"

#include <vigie/desk/scopes.hpp>
#include <vigie/store/scopes.hpp>

#include <QEvent>

#include <algorithm>

namespace vigie::ui {

namespace {
constexpr int kClockMs = 10'000, kRenewAfterMs = 60'000;
}

ClaimStrip::ClaimStrip(Shell &shell, QWidget *parent)
    : QWidget(parent), shell_(shell), words_(roleLabel(QStringLiteral("strong"), {}, this)), give_(roleButton(QStringLiteral("link"), this))
{
    auto *flow = new FlowLayout(this, kMargin);
    flow->setContentsMargins(kWideMargin, kGap, kWideMargin, kGap);
    words_->setTextFormat(Qt::PlainText);
    flow->addWidget(words_);
    flow->addWidget(give_);
    clock_.setInterval(kClockMs);
    connect(&clock_, &QTimer::timeout, this, &ClaimStrip::present);
    connect(give_, &QPushButton::clicked, this, &ClaimStrip::toggle);
    connect(&shell_.bridge, &Bridge::changed, this, [this](const Change &change) {
        if (ticket_ && std::find(change.tickets.begin(), change.tickets.end(), ticket_) != change.tickets.end())
            ask();
    });
    hide();
}

void ClaimStrip::setTicket(TicketId ticket)
{
    if (ticket == ticket_)
        return;
    leave();
    ticket_ = ticket;
    claim_.reset();
    sinceRenewed_.invalidate();
    present();
    ask();
}

bool ClaimStrip::isMine() const
{
    return claim_ && claim_->until > shell_.bridge.now() && claim_->person == shell_.bridge.person();
}

void ClaimStrip::ask()
{
    const auto number = generation_.next();
    if (!ticket_)
        return;
    shell_.bridge.read<std::optional<Claim>>(this, [ticket = ticket_](store::Tx &tx) { return store::Claims(tx).get(ticket); }, [this, number](Result<std::optional<Claim>> claim) {
        if (!generation_.is(number) || !claim)
            return;
        claim_ = std::move(*claim);
        present();
    });
}

void ClaimStrip::present()
{
    if (claim_ && claim_->until <= shell_.bridge.now())
        claim_.reset(); // it ran out
    setVisible(claim_.has_value());
    if (!claim_)
        return clock_.stop();
    clock_.start();
    const auto until = format::time(claim_->until, shell_.bridge.zone());
    setRole(words_, isMine() ? QStringLiteral("strong") : QStringLiteral("warn"));
    words_->setText(isMine() ? tr("You are on it until %1").arg(until) : tr("%1 is on it until %2").arg(qs(claim_->person), until));
    give_->setText(tr("Give back"));
    give_->setAccessibleName(give_->text());
    give_->setVisible(isMine());
}

void ClaimStrip::tellHolder(const Claim &claim)
{
    shell_.toasts.show(tr("%1 is on it until %2. Write a note, or wait.").arg(qs(claim.person), format::time(claim.until, shell_.bridge.zone())));
}

bool ClaimStrip::mayWrite()
{
    if (!claim_ || claim_->until <= shell_.bridge.now() || isMine())
        return true;
    tellHolder(*claim_);
    return false;
}

void ClaimStrip::take()
{
    if (!ticket_)
        return;
    if (shell_.bridge.person().empty()) {
        shell_.toasts.show(tr("Enter your name in the settings: a claim says who is on it."));
        return;
    }
    byTyping_ = false;
    claimFor(ticket_);
}

void ClaimStrip::claimFor(TicketId ticket)
{
    sinceRenewed_.start();
    asking_ = true;
    shell_.bridge.write<desk::Taken>(
        this, [ticket, person = shell_.bridge.person()](store::Tx &tx) { return desk::claim(tx, ticket, person); },
        [this, ticket](Result<desk::Taken> taken) {
            asking_ = false;
            if (!taken) {
                shell_.toasts.showError(taken.error());
                return;
            }
            if (ticket != ticket_) {
                if (taken->granted)
                    giveBack(ticket); // another one is open by now
                return;
            }
            claim_ = taken->claim;
            present();
            if (!taken->granted) {
                byTyping_ = false;
                tellHolder(taken->claim);
            }
        },
        store::Durability::Normal);
}

void ClaimStrip::giveBack(TicketId ticket)
{
    shell_.bridge.write<bool>(
        this,
        [ticket, person = shell_.bridge.person()](store::Tx &tx) -> Result<bool> {
            VIGIE_CHECK(desk::release(tx, ticket, person));
            return true;
        },
        [this, ticket](const Result<bool> &done) {
            if (!done)
                shell_.toasts.showError(done.error());
            if (ticket != ticket_)
                return;
            claim_.reset();
            present();
        },
        store::Durability::Normal);
}

void ClaimStrip::toggle()
{
    if (!isMine())
        return take();
    byTyping_ = false;
    giveBack(ticket_);
}

void ClaimStrip::starting()
{
    ask();
    (void)mayWrite();
}

void ClaimStrip::typing()
{
    if (!ticket_ || asking_ || shell_.bridge.person().empty())
        return;
    const bool held = claim_ && claim_->until > shell_.bridge.now();
    if (held && !isMine())
        return; // it was told when one began, and is told again when one sends
    if (!held)
        byTyping_ = true;
    else if (sinceRenewed_.isValid() && sinceRenewed_.elapsed() < kRenewAfterMs)
        return;
    claimFor(ticket_);
}

void ClaimStrip::leave()
{
    if (ticket_ && byTyping_ && isMine())
        giveBack(ticket_);
    byTyping_ = false;
}

void ClaimStrip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        present();
    QWidget::changeEvent(event);
}

} // namespace vigie::ui
