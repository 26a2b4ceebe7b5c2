// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done in the inbox, and by which key.
#include "ui/inbox/inbox_panel.hpp"

#include "ui/answers/answer_helper.hpp"
#include "ui/charter/moderate.hpp"
#include "ui/command/registry.hpp"
#include "ui/evidence/keep.hpp"
#include "ui/inbox/conversation_view.hpp"
#include "ui/inbox/desk_actions.hpp"
#include "ui/handover/handover_desk.hpp"
#include "ui/inbox/inbox_keys.hpp"
#include "ui/inbox/note_box.hpp"
#include "ui/inbox/person_pane.hpp"
#include "ui/inbox/queue_pane.hpp"
#include "ui/inbox/reply_box.hpp"
#include "ui/inbox/reply_sender.hpp"
#include "ui/members/member_desk.hpp"
#include "ui/members/promise_keeper.hpp"
#include "ui/passing/passing_desk.hpp"
#include "ui/passing/slip_box.hpp"
#include "ui/inbox/writing_strip.hpp"
#include "ui/service/figures_dialog.hpp"
#include "ui/service/service_dialog.hpp"
#include "ui/service/why_dialog.hpp"

#include <QApplication>

namespace vigie::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(InboxKeys)
};

QString command(const char *verb)
{
    return QStringLiteral("inbox.") + QLatin1String(verb);
}

} // namespace

QList<KeyFooter::Key> inboxKeys()
{
    return {{command("reply"), [] { return Words::tr("reply", "key at the foot of the inbox"); }},
            {command("note"), [] { return Words::tr("note", "key at the foot of the inbox"); }},
            {command("passOn"), [] { return Words::tr("pass on", "key at the foot of the inbox"); }},
            {command("tag"), [] { return Words::tr("tag", "key at the foot of the inbox"); }},
            {command("assign"), [] { return Words::tr("assign", "key at the foot of the inbox"); }},
            {command("snooze"), [] { return Words::tr("snooze", "key at the foot of the inbox"); }},
            {command("markDone"), [] { return Words::tr("done", "key at the foot of the inbox"); }},
            {command("ignore"), [] { return Words::tr("ignore", "key at the foot of the inbox"); }},
            {command("waitInside"), [] { return Words::tr("wait", "key at the foot of the inbox"); }},
            {command("undo"), [] { return Words::tr("undo", "key at the foot of the inbox"); }},
            {QStringLiteral("window.keyHelp"), [] { return Words::tr("all keys", "key at the foot of the inbox"); }}};
}

void InboxPanel::registerCommands(CommandRegistry &commands)
{
    addWriting(commands);
    addAnswers(commands);
    addPerson(commands);
    addModeration(commands);
    addDecisions(commands);
    addTriage(commands);
    addMoves(commands);
    handover_->registerCommands(commands, [this] { return hasOne(); });
    passing_->registerCommands(commands, [this] { return hasOne(); }, [this] { startSlip(); });
}

void InboxPanel::addWriting(CommandRegistry &commands)
{
    const auto one = [this] { return hasOne(); };
    commands.add({command("reply"), [] { return tr("Write an answer"); }, QStringLiteral("reply"), {Qt::Key_R}, this, [this] { startReply(); }, one});
    commands.add({command("note"), [] { return tr("Write an internal note"); }, QStringLiteral("note"),
                  {Qt::Key_N, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N)}, this, [this] { startNote(); }, one});
    commands.add({command("send"), [] { return tr("Send the answer, or keep the note"); }, QStringLiteral("send"),
                  {QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)}, this, [this] { submit(); }, one});
    commands.add({command("frenchSpaces"), [] { return tr("Put French no-break spaces"); }, QStringLiteral("language"),
                  {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F)}, this, [this] { reply_->applyFrenchSpaces(); }, one});
    addMarks(commands);
    commands.add({command("favourite"), [] { return tr("Favourite the message"); }, QStringLiteral("like"), {Qt::Key_F}, this,
                  [this] { actions_->act(OutboundKind::Favourite, OutboundKind::Unfavourite, tr("Marked as favourite")); }, one});
    commands.add({command("boost"), [] { return tr("Boost the message"); }, QStringLiteral("boost"), {Qt::Key_B}, this,
                  [this] { actions_->act(OutboundKind::Boost, OutboundKind::Unboost, tr("Boosted")); }, one});
    commands.add({command("openOnNetwork"), [] { return tr("Open on the network"); }, QStringLiteral("open"), {Qt::Key_O}, this,
                  [this] { openOnNetwork(); }, one});
    commands.add({command("copyLink"), [] { return tr("Copy the link"); }, QStringLiteral("link"), {Qt::Key_Y}, this, [this] { copyLink(); }, one});
    commands.add({command("copyText"), [] { return tr("Copy the text"); }, QStringLiteral("copy"), {QKeySequence(Qt::SHIFT | Qt::Key_Y)}, this, [this] { copyText(); }, one});
    commands.add({command("keep"), [] { return tr("Keep the message as evidence"); }, QStringLiteral("lock"), {Qt::Key_P}, this,
                  [this] { keepAsEvidence(shell(), this, itemAtHand() != nullptr ? itemAtHand()->id : ItemId{}); }, one});
}

void InboxPanel::addMarks(CommandRegistry &commands)
{
    const auto any = [this] { return hasOne() && !reply_->marks().marks().isEmpty(); };
    const auto go = [this](bool forward) {
        startReply();
        reply_->marks().go(forward);
    };
    commands.add({command("nextMark"), [] { return tr("Go to the next mark in the answer"); }, QStringLiteral("arrow-down"), {Qt::Key_F8}, this, [go] { go(true); }, any});
    commands.add({command("previousMark"), [] { return tr("Go to the previous mark in the answer"); }, QStringLiteral("arrow-up"),
                  {QKeySequence(Qt::SHIFT | Qt::Key_F8)}, this, [go] { go(false); }, any});
    const auto one = [this] { return hasOne(); };
    commands.add({command("nextLanguage"), [] { return tr("Answer in the other language"); }, QStringLiteral("language"), {QKeySequence(Qt::CTRL | Qt::Key_L)}, this,
                  [this] { reply_->nextLanguage(); }, one});
    commands.add({command("explainLength"), [] { return tr("Why the answer is as long as that"); }, QStringLiteral("info"), {QKeySequence(Qt::CTRL | Qt::Key_I)}, this,
                  [this] { reply_->explainLength(); }, one});
    commands.add({command("splitAnswer"), [] { return tr("Split the answer into parts"); }, QStringLiteral("column"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D)}, this,
                  [this] { reply_->split(false); }, one});
    commands.add({command("splitNumbered"), [] { return tr("Split the answer into numbered parts"); }, QStringLiteral("column"), {}, this, [this] { reply_->split(true); }, one});
    commands.add({command("fixMark"), [] { return tr("What can be done about the mark"); }, QStringLiteral("edit"), {QKeySequence(Qt::CTRL | Qt::Key_Period)}, this,
                  [this] { reply_->strip().openMenu(); }, any});
}

void InboxPanel::addAnswers(CommandRegistry &commands)
{
    const auto one = [this] { return hasOne(); };
    commands.add({command("answers"), [] { return tr("Answer from the library, or as we did before"); }, QStringLiteral("question"),
                  {QKeySequence(QStringLiteral(";")), QKeySequence(QStringLiteral("Ctrl+;"))}, this, [this] { openAnswers(); }, one});
    commands.add({command("keepAnswer"), [] { return tr("Keep our last reply as an answer"); }, QStringLiteral("save"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_K)}, this,
                  [this] { answers_->keepReply(asked_); }, one});
}

void InboxPanel::addPerson(CommandRegistry &commands)
{
    const auto one = [this] { return hasOne(); };
    commands.add({command("person"), [] { return tr("Go to the card of the person"); }, QStringLiteral("person"), {Qt::Key_M}, this, [this] { person_->focusCard(); }, one});
    commands.add({command("promise"), [] { return tr("Note what the answer promises"); }, QStringLiteral("clock"), {Qt::Key_I, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_I)}, this,
                  [this] { promises_->note(queue_->focused()); }, one});
    const auto about = [&](const char *verb, std::function<QString()> text, const char *icon, void (MemberDesk::*job)(MemberId)) {
        commands.add({command(verb), std::move(text), QLatin1String(icon), {}, this, [this, job] { (members_->*job)(person_->member()); },
                      [this] { return hasOne() && static_cast<bool>(person_->member()); }});
    };
    about("personNote", [] { return tr("Write a note about the person..."); }, "note", &MemberDesk::writeNote);
    about("personStep", [] { return tr("Note the next step with the person..."); }, "clock", &MemberDesk::writeStep);
    about("personIdentities", [] { return tr("Identities of the person..."); }, "link", &MemberDesk::showIdentities);
    about("personRecord", [] { return tr("What is held of the person, and export..."); }, "export", &MemberDesk::showRecord);
    about("personErase", [] { return tr("Forget the person..."); }, "delete", &MemberDesk::askErasure);
}

void InboxPanel::addModeration(CommandRegistry &commands)
{
    const auto one = [this] { return hasOne(); };
    const auto turn = [&](const char *verb, std::function<QString()> text, const char *icon, const QList<QKeySequence> &keys, OutboundKind kind,
                          std::optional<OutboundKind> opposite, std::function<QString()> done) {
        commands.add({command(verb), std::move(text), QLatin1String(icon), keys, this,
                      [this, kind, opposite, done = std::move(done)] { actions_->act(kind, opposite, done()); }, one});
    };
    const auto moderate = [&](const char *verb, std::function<QString()> text, const char *icon, const QList<QKeySequence> &keys, OutboundKind kind) {
        commands.add({command(verb), std::move(text), QLatin1String(icon), keys, this,
                      [this, kind] { askModeration({&shell(), this, popup_, &queue_->list(), queue_->focused(), kind}); }, one});
    };
    moderate("hideReply", [] { return tr("Hide the message under our post"); }, "ignore", {QKeySequence(Qt::SHIFT | Qt::Key_H)}, OutboundKind::HideReply);
    turn("unhideReply", [] { return tr("Show the hidden message again"); }, "redo", {}, OutboundKind::UnhideReply, std::nullopt, // hiding it again asks for an article
         [] { return tr("Shown again"); });
    turn("approve", [] { return tr("Approve what waits for moderation"); }, "done", {QKeySequence(Qt::SHIFT | Qt::Key_P)}, OutboundKind::ApproveItem,
         OutboundKind::HoldItem, [] { return tr("Approved"); });
    turn("hold", [] { return tr("Hold back for moderation"); }, "clock", {}, OutboundKind::HoldItem, OutboundKind::ApproveItem, [] { return tr("Held back"); });
    moderate("spam", [] { return tr("Mark as spam"); }, "filter", {}, OutboundKind::MarkSpam);
    moderate("removeMessage", [] { return tr("Remove the message under our post"); }, "ignore", {}, OutboundKind::RemoveItem);
    moderate("banMember", [] { return tr("Ban its author"); }, "person", {}, OutboundKind::BanMember);
    moderate("reportMessage", [] { return tr("Report the message to moderators"); }, "filter", {}, OutboundKind::Report);
    moderate("muteMember", [] { return tr("Mute its author"); }, "person", {}, OutboundKind::MuteMember);
    moderate("blockMember", [] { return tr("Block its author"); }, "person", {}, OutboundKind::BlockMember);
}

void InboxPanel::addDecisions(CommandRegistry &commands)
{
    const auto any = [this] { return hasTicket(); };
    const auto status = [&](const char *verb, std::function<QString()> text, const char *icon, const QKeySequence &key, TicketStatus to) {
        commands.add({command(verb), std::move(text), QLatin1String(icon), {key}, this, [this, to] { actions_->setStatus(to); },
                      [this] { return hasTicket(); }});
    };
    status("markDone", [] { return tr("Mark as done"); }, "done", Qt::Key_E, TicketStatus::Done);
    status("ignore", [] { return tr("Ignore"); }, "ignore", Qt::Key_X, TicketStatus::Ignored);
    status("waitInside", [] { return tr("Waits for a colleague"); }, "clock", Qt::Key_W, TicketStatus::WaitingInside);
    status("waitMember", [] { return tr("Waits for the member"); }, "person", QKeySequence(Qt::SHIFT | Qt::Key_W), TicketStatus::WaitingMember);
    status("reopen", [] { return tr("Open again"); }, "redo", QKeySequence(Qt::SHIFT | Qt::Key_E), TicketStatus::Open);
    commands.add({command("tag"), [] { return tr("Tag"); }, QStringLiteral("tag"), {Qt::Key_T}, this, [this] { askTag(); }, any});
    commands.add({command("assign"), [] { return tr("Assign"); }, QStringLiteral("assign"), {Qt::Key_A}, this, [this] { askOwner(); }, any});
    commands.add({command("snooze"), [] { return tr("Snooze"); }, QStringLiteral("snooze"), {Qt::Key_S}, this, [this] { askSnooze(); }, any});
    commands.add({command("undo"), [] { return tr("Take back the last decision"); }, QStringLiteral("undo"), {Qt::Key_Z, Qt::Key_U}, this,
                  [this] { actions_->undo(); }, {}});
}

void InboxPanel::addMoves(CommandRegistry &commands)
{
    commands.add({command("next"), [] { return tr("Next ticket"); }, QStringLiteral("arrow-down"), {Qt::Key_J}, this, [this] { queue_->move(1); }, {}});
    commands.add({command("previous"), [] { return tr("Previous ticket"); }, QStringLiteral("arrow-up"), {Qt::Key_K}, this, [this] { queue_->move(-1); }, {}});
    commands.add({command("read"), [] { return tr("Go to the conversation"); }, QStringLiteral("inbox"), {Qt::Key_C}, this,
                  [this] { conversation_->scroll().setFocus(Qt::ShortcutFocusReason); }, [this] { return hasOne(); }});
    commands.add({command("queue"), [] { return tr("Go to the queue"); }, QStringLiteral("menu"), {Qt::Key_Q}, this,
                  [this] { queue_->list().setFocus(Qt::ShortcutFocusReason); }, {}});
    commands.add({command("rank"), [] { return tr("Rank the queue again"); }, QStringLiteral("sort"), {QKeySequence(Qt::SHIFT | Qt::Key_R)}, this,
                  [this] { queue_->refresh(); }, {}});
    commands.add({command("whyDue"), [] { return tr("Say why it is due then"); }, QStringLiteral("clock"), {Qt::Key_D}, this,
                  [this] { (new WhyDialog(shell(), queue_->focused(), this))->open(); }, [this] { return hasOne(); }});
    commands.add({command("serviceLevels"), [] { return tr("Service levels and opening hours..."); }, QStringLiteral("clock"), {}, this,
                  [this] { (new ServiceDialog(shell(), this))->open(); }, {}});
    commands.add({command("serviceFigures"), [] { return tr("How promises were kept"); }, QStringLiteral("report"), {QKeySequence(Qt::ALT | Qt::Key_D)}, this,
                  [this] { (new ServiceFiguresDialog(shell(), this))->open(); }, {}});
    const auto view = [&](const char *verb, std::function<QString()> text, Qt::Key key, QueueView to) {
        commands.add({command(verb), std::move(text), QStringLiteral("filter"), {QKeySequence(Qt::SHIFT | key)}, this,
                      [this, to] { queue_->setView(to); }, {}});
    };
    view("viewMine", [] { return tr("Show my tickets"); }, Qt::Key_M, QueueView::Mine);
    view("viewUnassigned", [] { return tr("Show what nobody has taken"); }, Qt::Key_U, QueueView::Unassigned);
    view("viewAll", [] { return tr("Show all open tickets"); }, Qt::Key_A, QueueView::All);
    view("viewSnoozed", [] { return tr("Show what is snoozed"); }, Qt::Key_S, QueueView::Snoozed);
    view("viewDone", [] { return tr("Show what is done"); }, Qt::Key_D, QueueView::Done);
}

void InboxPanel::submit()
{
    // Which editor the person is in decides; the two never share a path.
    if (note_->editor().hasFocus())
        keepNote();
    else if (reply_->editor().hasFocus())
        sendReply();
    else if (passing_->slip().isAncestorOf(QApplication::focusWidget()))
        passing_->slip().pass();
}

} // namespace vigie::ui
