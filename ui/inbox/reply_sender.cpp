// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/reply_sender.hpp"

#include "ui/answers/open_variables.hpp"
#include "ui/bridge/text.hpp"
#include "ui/charter/review_site_check.hpp"
#include "ui/settings/preferences.hpp"

#include <vigie/base/random.hpp>
#include <vigie/desk/answers.hpp>
#include <vigie/plan/answer_parts.hpp>
#include <vigie/store/tickets.hpp>

#include <algorithm>

namespace vigie::ui {

namespace {

std::string joinedText(const Outbound &outbound)
{
    std::vector<std::string> parts;
    for (const auto &part : outbound.parts)
        if (part.state != OutboundPart::State::Sent) // what has left is not written again
            parts.push_back(part.text);
    return plan::joinParts(parts);
}

} // namespace

ReplySender::ReplySender(Shell &shell, ReplyBox &box, QObject *parent) : QObject(parent), shell_(shell), box_(box), token_(randomKey())
{
    ticker_.setInterval(250);
    connect(&ticker_, &QTimer::timeout, this, &ReplySender::tick);
}

void ReplySender::renew()
{
    token_ = randomKey();
}

void ReplySender::send(bool anyway)
{
    const auto typed = box_.reply().text;
    if (!box_.ticket() || typed.trimmed().isEmpty() || !box_.fits())
        return;
    if (stopAtOpenVariable(box_.editor(), shell_.toasts))
        return;
    auto draft = box_.draft();
    draft.clientToken = token_;
    auto *workspace = shell_.bridge.workspace();
    // The window is in seconds of the person; the practice clock may run faster.
    const int speed = workspace != nullptr && workspace->isPractice() ? std::max(1, workspace->practiceSpeed()) : 1;
    draft.undoWindow = std::chrono::seconds(std::clamp(shell_.preferences.number(kUndoSeconds), 0, 60) * speed);
    auto found = std::make_shared<Found>();
    shell_.bridge.write<OutboundId>(
        this,
        [draft, found, anyway, person = shell_.bridge.person(), known = box_.known(), &networks = shell_.bridge.networks()](store::Tx &tx) -> Result<OutboundId> {
            // Asked where nobody can come between: another window writes before this or after it.
            VIGIE_TRY(found->meanwhile, desk::meanwhile(tx, draft.ticket, known));
            if (!found->meanwhile.empty()) {
                VIGIE_TRY(const auto ticket, store::Tickets(tx).get(draft.ticket));
                VIGIE_TRY(found->now, store::Drafts(tx).knownNow(draft.ticket, std::max(ticket.latest, draft.target)));
                return fail(Errc::Conflict, "something happened to the conversation meanwhile");
            }
            if (!anyway) {
                VIGIE_TRY(found->refused, refusalOfSite(tx, draft.target, draft.text, draft.lang));
                if (!found->refused.isEmpty())
                    return fail(Errc::PolicyRefused, "the site of the review refuses such an answer");
            }
            VIGIE_TRY(const auto outbound, plan::Planner(tx, networks).reply(draft));
            VIGIE_CHECK(desk::AnswerDesk(tx).given(draft.ticket, outbound, person));
            store::AnswerDraft sent;
            sent.ticket = draft.ticket;
            sent.account = draft.account;
            VIGIE_CHECK(store::Drafts(tx).save(sent)); // its draft goes with the intent or not at all
            return outbound;
        },
        [this, draft, found, typed](Result<OutboundId> result) { answered(result, draft, *found, typed); });
}

void ReplySender::answered(const Result<OutboundId> &result, const plan::ReplyDraft &draft, const Found &found, const QString &typed)
{
    if (!result) {
        if (result.error().code == Errc::Duplicate)
            return; // the same press twice
        if (!found.meanwhile.empty()) {
            if (box_.ticket() == draft.ticket)
                box_.refuse(found.meanwhile, found.now);
            Q_EMIT outdated();
            return;
        }
        if (!found.refused.isEmpty()) {
            shell_.toasts.showAction(found.refused, tr("Send anyway"), [this] { send(true); });
            return;
        }
        shell_.toasts.showError(result.error(), [this] { send(); });
        return;
    }
    renew();
    if (box_.ticket() == draft.ticket && box_.reply().text == typed)
        box_.discardText();
    if (box_.ticket() == draft.ticket)
        box_.noteOwn(*result);
    hold(*result, qs(draft.text).section(QLatin1Char('\n'), 0, 0));
    lookForColleagues(draft.target);
    Q_EMIT sent(draft.ticket);
}

/// While the answer is held: what a colleague wrote on the network itself holds it back, if it is found in time.
void ReplySender::lookForColleagues(ItemId target)
{
    auto *workspace = shell_.bridge.workspace();
    const bool paid = box_.account().capabilities.why(Capability::Lookup) == CapabilityReason::PaidCall;
    if (workspace == nullptr || windowMs_ == 0 || paid)
        return;
    workspace->fetchThread(target, shell_.bridge.stopFor(this), shell_.bridge.executor(), shell_.bridge.guarded<Result<int>>(this, [](const Result<int> &) {}));
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
    if (!outbound.ticket)
        return outbound;
    store::Drafts drafts(tx);
    VIGIE_TRY(const auto begun, drafts.get(outbound.ticket, outbound.account));
    store::AnswerDraft draft{outbound.ticket, outbound.account, joinedText(outbound), outbound.lang, outbound.visibility, {}, {}};
    if (begun)
        draft.text += "\n" + begun->text;
    VIGIE_TRY(draft.known, drafts.knownNow(outbound.ticket, outbound.target));
    VIGIE_CHECK(drafts.save(draft));
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
            Q_EMIT takenBack(result->ticket, qs(joinedText(*result)));
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
