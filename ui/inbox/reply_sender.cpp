// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/reply_sender.hpp"

#include "ui/answers/open_variables.hpp"
#include "ui/bridge/text.hpp"
#include "ui/settings/preferences.hpp"

#include <vigie/base/random.hpp>
#include <vigie/desk/answers.hpp>

#include <algorithm>

namespace vigie::ui {

ReplySender::ReplySender(Shell &shell, ReplyBox &box, QObject *parent) : QObject(parent), shell_(shell), box_(box), token_(randomKey())
{
    ticker_.setInterval(250);
    connect(&ticker_, &QTimer::timeout, this, &ReplySender::tick);
}

void ReplySender::renew()
{
    token_ = randomKey();
    warnedFor_ = {};
}

void ReplySender::send()
{
    const auto typed = box_.reply().text;
    if (!box_.ticket() || typed.trimmed().isEmpty() || !box_.fits())
        return;
    if (stopAtOpenVariable(box_.editor(), shell_.toasts))
        return;
    if (const auto newest = box_.newest(); newest > box_.known()) {
        if (warnedFor_ != newest) {
            warnedFor_ = newest;
            box_.showNewer();
            return;
        }
        box_.acceptNewer(newest);
    } else if (warnedFor_ && warnedFor_ > box_.known()) {
        box_.acceptNewer(warnedFor_); // the workspace knew of it before this window did
    }
    auto draft = box_.draft();
    draft.clientToken = token_;
    auto *workspace = shell_.bridge.workspace();
    // The window is in seconds of the person; the practice clock may run faster.
    const int speed = workspace != nullptr && workspace->isPractice() ? std::max(1, workspace->practiceSpeed()) : 1;
    draft.undoWindow = std::chrono::seconds(std::clamp(shell_.preferences.number(kUndoSeconds), 0, 60) * speed);
    auto newest = std::make_shared<ItemId>();
    shell_.bridge.write<OutboundId>(
        this,
        [draft, newest, person = shell_.bridge.person(), &networks = shell_.bridge.networks()](store::Tx &tx) -> Result<OutboundId> {
            store::Tickets tickets(tx);
            VIGIE_TRY(const auto ticket, tickets.get(draft.ticket));
            if (ticket.latest > draft.target) {
                *newest = ticket.latest;
                return fail(Errc::Conflict, "a newer message of the member has arrived");
            }
            VIGIE_TRY(const auto outbound, plan::Planner(tx, networks).reply(draft));
            VIGIE_CHECK(desk::AnswerDesk(tx).given(draft.ticket, outbound, person));
            VIGIE_CHECK(tickets.saveDraft(draft.ticket, {})); // with the intent or not at all
            return outbound;
        },
        [this, draft, newest, typed](Result<OutboundId> result) { answered(result, draft, *newest, typed); });
}

void ReplySender::answered(const Result<OutboundId> &result, const plan::ReplyDraft &draft, ItemId newest, const QString &typed)
{
    if (!result) {
        if (result.error().code == Errc::Duplicate)
            return; // the same press twice
        if (result.error().code == Errc::Conflict && newest) {
            warnedFor_ = newest;
            box_.showNewer();
            Q_EMIT outdated();
            return;
        }
        shell_.toasts.showError(result.error(), [this] { send(); });
        return;
    }
    renew();
    if (box_.ticket() == draft.ticket && box_.reply().text == typed)
        box_.discardText();
    hold(*result, qs(draft.text).section(QLatin1Char('\n'), 0, 0));
    Q_EMIT sent(draft.ticket);
}

void ReplySender::hold(OutboundId outbound, const QString &name)
{
    held_ = outbound;
    heldName_ = name.size() > 40 ? name.left(40) + QChar(0x2026) : name;
    windowMs_ = std::clamp(shell_.preferences.number(kUndoSeconds), 0, 60) * 1000;
    heldFor_.start();
    if (windowMs_ == 0)
        return;
    toast_ = shell_.toasts.showUndo(tr("Answer held"), [this, outbound] { takeBack(outbound); }, static_cast<int>(windowMs_));
    tick();
    ticker_.start();
}

void ReplySender::tick()
{
    const auto left = std::chrono::seconds((windowMs_ - heldFor_.elapsed() + 999) / 1000);
    if (left.count() <= 0 || !toast_) {
        ticker_.stop();
        return;
    }
    toast_->setText(tr("\"%1\" leaves in %2", "the beginning of an answer, then how long it is still held").arg(heldName_, format::duration(left)));
}

Result<Outbound> ReplySender::cancelIntoDraft(store::Tx &tx, const connect::Catalogue &networks, OutboundId id)
{
    VIGIE_CHECK(plan::Planner(tx, networks).cancel(id));
    VIGIE_TRY(auto outbound, store::Outbox(tx).get(id));
    std::string text;
    for (const auto &part : outbound.parts)
        text += (text.empty() ? "" : "\n---\n") + part.text;
    store::Tickets tickets(tx);
    if (outbound.ticket) {
        VIGIE_TRY(const auto begun, tickets.draft(outbound.ticket));
        VIGIE_CHECK(tickets.saveDraft(outbound.ticket, begun.empty() ? text : text + "\n" + begun));
    }
    return outbound;
}

void ReplySender::takeBack(OutboundId id)
{
    shell_.bridge.write<Outbound>(
        this, [id, &networks = shell_.bridge.networks()](store::Tx &tx) { return cancelIntoDraft(tx, networks, id); },
        [this, id](Result<Outbound> result) {
            if (!result) {
                if (result.error().code == Errc::Conflict)
                    shell_.toasts.show(tr("Too late to take it back: the answer is on its way or has been sent."));
                else
                    shell_.toasts.showError(result.error());
                return;
            }
            if (held_ == id)
                held_ = {};
            if (toast_)
                Q_EMIT toast_->ended();
            QString text;
            for (const auto &part : result->parts)
                text += (text.isEmpty() ? QString() : QStringLiteral("\n---\n")) + qs(part.text);
            Q_EMIT takenBack(result->ticket, text);
        });
}

void ReplySender::retry(OutboundId id)
{
    shell_.bridge.write<bool>(
        this,
        [id, &networks = shell_.bridge.networks()](store::Tx &tx) -> Result<bool> {
            VIGIE_CHECK(plan::Planner(tx, networks).retry(id));
            return true;
        },
        [this](Result<bool> result) {
            if (!result)
                shell_.toasts.showError(result.error());
        });
}

void ReplySender::checkNow(OutboundId id)
{
    shell_.bridge.write<bool>(
        this,
        [id, &networks = shell_.bridge.networks()](store::Tx &tx) -> Result<bool> {
            VIGIE_CHECK(plan::Planner(tx, networks).checkNow(id));
            return true;
        },
        [this](Result<bool> result) {
            if (!result) {
                shell_.toasts.showError(result.error());
                return;
            }
            auto *workspace = shell_.bridge.workspace();
            if (workspace != nullptr)
                workspace->publishNow(shell_.bridge.stopFor(this), shell_.bridge.executor(),
                                      shell_.bridge.guarded<Result<plan::PublishReport>>(this, [this](Result<plan::PublishReport> report) {
                                          if (!report)
                                              shell_.toasts.showError(report.error());
                                      }));
        });
}

} // namespace vigie::ui
