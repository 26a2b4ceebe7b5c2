// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/inbox_panel.hpp"

#include "ui/answers/answer_helper.hpp"
#include "ui/bridge/text.hpp"
#include "ui/evidence/kept_box.hpp"
#include "ui/handover/claim_strip.hpp"
#include "ui/handover/handover_desk.hpp"
#include "ui/inbox/choice_popup.hpp"
#include "ui/inbox/conversation_view.hpp"
#include "ui/inbox/desk_actions.hpp"
#include "ui/inbox/inbox_keys.hpp"
#include "ui/inbox/note_box.hpp"
#include "ui/inbox/person_pane.hpp"
#include "ui/inbox/queue_pane.hpp"
#include "ui/inbox/reply_box.hpp"
#include "ui/inbox/reply_sender.hpp"
#include "ui/inbox/writing_split.hpp"
#include "ui/members/member_desk.hpp"
#include "ui/members/promise_keeper.hpp"
#include "ui/passing/passing_desk.hpp"
#include "ui/passing/passing_strip.hpp"
#include "ui/passing/slip_box.hpp"

#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace vigie::ui {

namespace {
constexpr int kReloadAfterMs = 80;
constexpr int kPassingMs = 120, kStandsStillMs = 70; // a key that is held comes again every 30 ms or so
}

InboxPanel::InboxPanel(Shell &shell, QWidget *parent)
    : Panel(shell, parent), toneSource_(std::make_shared<ToneSource>()), splitter_(new QSplitter(this)), queue_(new QueuePane(shell.bridge, splitter_)),
      conversation_(nullptr), kept_(nullptr), composer_(nullptr), reply_(nullptr), note_(nullptr), footer_(nullptr), person_(nullptr), popup_(new ChoicePopup(this)),
      actions_(new DeskActions(shell, *queue_, this)), sender_(nullptr), answers_(nullptr), passing_(new PassingDesk(shell, *popup_, this)),
      handover_(new HandoverDesk(shell, this)), members_(new MemberDesk(shell, this)), promises_(nullptr)
{
    auto *middle = new QFrame(splitter_);
    middle->setProperty("role", "pane");
    auto *column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    writing_ = new WritingSplit(middle);
    conversation_ = new ConversationView(shell.bridge, writing_);
    composer_ = new ComposerStack(writing_);
    reply_ = new ReplyBox(shell.bridge, composer_);
    note_ = new NoteBox(shell.bridge, composer_);
    composer_->addWidget(reply_);
    composer_->addWidget(note_);
    composer_->addWidget(&passing_->slip());
    writing_->addWidget(conversation_);
    writing_->addWidget(composer_);
    writing_->setStretchFactor(0, 1);
    footer_ = new KeyFooter(shell.commands, inboxKeys(), middle);
    kept_ = new KeptBox(shell, middle);
    kept_->setBrief(true);
    column->addWidget(kept_);
    column->addWidget(&handover_->claim());
    column->addWidget(&passing_->strip());
    column->addWidget(writing_, 1);
    column->addWidget(footer_);
    person_ = new PersonPane(*members_, splitter_);
    sender_ = new ReplySender(shell, *reply_, this);
    answers_ = new AnswerHelper(shell, *reply_, this);
    promises_ = new PromiseKeeper(shell, *reply_, this);
    splitter_->addWidget(queue_);
    splitter_->addWidget(middle);
    splitter_->addWidget(person_);
    splitter_->setStretchFactor(1, 1);
    splitter_->setChildrenCollapsible(false);
    splitter_->setSizes({400, 690, 290});
    splitter_->setHandleWidth(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter_);
    composer_->hide();
    reloadTimer_.setSingleShot(true);
    reloadTimer_.setInterval(kReloadAfterMs);
    loadTimer_.setSingleShot(true);
    loadTimer_.setInterval(kStandsStillMs);
    shell.toasts.keepClear(composer_);
    wire();
    wireComposer();
}

InboxPanel::~InboxPanel()
{
    reply_->flush();
    note_->flush();
}

QString InboxPanel::title() const
{
    return tr("Inbox");
}

void InboxPanel::activated()
{
    queue_->list().setFocus(Qt::OtherFocusReason);
}

void InboxPanel::deactivated()
{
    popup_->dismiss();
    answers_->dismiss();
    reply_->flush();
    note_->flush();
}

bool InboxPanel::ready() const
{
    if (!queue_->hasAnswer())
        return false;
    return !queue_->focused() || (answered_ && person_->isReady());
}

QJsonObject InboxPanel::saveState() const
{
    reply_->flush();
    note_->flush();
    QJsonObject state = queue_->saveState();
    state.insert(QStringLiteral("splitter"), QString::fromLatin1(splitter_->saveState().toBase64()));
    state.insert(QStringLiteral("writing"), QString::fromLatin1(writing_->keep().toBase64()));
    return state;
}

void InboxPanel::restoreState(const QJsonObject &state)
{
    splitter_->restoreState(QByteArray::fromBase64(state[QLatin1String("splitter")].toString().toLatin1()));
    writing_->restore(QByteArray::fromBase64(state[QLatin1String("writing")].toString().toLatin1()));
    queue_->restoreState(state);
}

bool InboxPanel::noteMode() const
{
    return composer_->currentWidget() == note_;
}

bool InboxPanel::hasTicket() const
{
    return static_cast<bool>(queue_->focused());
}

bool InboxPanel::hasOne() const
{
    return hasTicket() && !queue_->multiple();
}

void InboxPanel::onFocused(TicketId ticket)
{
    if (ticket == asked_)
        return;
    reply_->flush();
    note_->flush();
    popup_->dismiss();
    answers_->dismiss();
    asked_ = ticket;
    answered_ = false;
    wanted_ = Writing::None;
    sender_->renew();
    passing_->setTicket(ticket);
    handover_->setTicket(ticket);
    if (!ticket) {
        generation_.next();
        loadTimer_.stop();
        open_.reset();
        kept_->showItem({});
        conversation_->setNothing();
        reply_->clearConversation();
        composer_->hide();
        person_->setMember({});
        return;
    }
    composer_->setCurrentWidget(reply_);
    loadSoon(ticket);
}

/// Who holds the key down passes tickets by: only the one they stop at is read and drawn.
void InboxPanel::loadSoon(TicketId ticket)
{
    const bool passing = sinceMove_.isValid() && sinceMove_.elapsed() < kPassingMs;
    sinceMove_.start();
    if (passing) {
        generation_.next(); // the answer for the one before must not be shown as this one's
        return loadTimer_.start();
    }
    loadTimer_.stop();
    load(ticket);
}

void InboxPanel::onSelection(int count)
{
    conversation_->setMany(count);
    composer_->setVisible(count < 2 && open_ != nullptr && open_->ticket.ticket.id == asked_);
}

void InboxPanel::load(TicketId ticket)
{
    const auto number = generation_.next();
    bridge().read<Conversation>(
        this, [ticket, tone = toneSource_](store::Tx &tx) { return loadConversation(tx, ticket, *tone); },
        [this, number, ticket](Result<Conversation> result) {
            if (generation_.is(number))
                loaded(ticket, std::move(result));
        });
}

void InboxPanel::loaded(TicketId ticket, Result<Conversation> result)
{
    answered_ = true;
    if (!result) {
        if (result.error().code == Errc::Cancelled)
            return;
        open_.reset();
        conversation_->setError(result.error());
        composer_->hide();
        return;
    }
    open_ = std::make_shared<const Conversation>(std::move(*result));
    conversation_->setConversation(open_);
    kept_->showItem(open_->latest.item.id);
    reply_->setConversation(open_);
    note_->setTicket(ticket, open_->note);
    person_->setMember(open_->ticket.ticket.member);
    composer_->setVisible(!queue_->multiple());
    if (const auto wanted = std::exchange(wanted_, Writing::None); wanted == Writing::Reply)
        startReply();
    else if (wanted == Writing::Note)
        startNote();
    else if (wanted == Writing::Slip)
        startSlip();
    fetchMissing(false);
}

void InboxPanel::fetchMissing(bool again)
{
    if (!open_ || !open_->incomplete || bridge().workspace() == nullptr)
        return;
    const auto ticket = open_->ticket.ticket.id;
    if (!again && fetched_.contains(ticket.value))
        return;
    fetched_.insert(ticket.value);
    conversation_->setFetching(EntryWidget::Fetch::Running);
    bridge().workspace()->fetchThread(open_->latest.item.id, bridge().stopFor(this), bridge().executor(),
                                      bridge().guarded<Result<int>>(this, [this, ticket](Result<int> found) {
                                          if (ticket != asked_)
                                              return;
                                          conversation_->setFetching(found ? EntryWidget::Fetch::NotThere : EntryWidget::Fetch::Failed,
                                                                     found ? QString() : errorSentence(found.error()));
                                          if (found && *found > 0)
                                              load(ticket);
                                      }));
}

void InboxPanel::onChange(const Change &change)
{
    if (!asked_ || reloadTimer_.isActive())
        return;
    bool ours = std::find(change.tickets.begin(), change.tickets.end(), asked_) != change.tickets.end() || !change.outbounds.empty() || change.tags
                || !change.accounts.empty();
    if (!ours && open_)
        for (const auto &entry : open_->entries)
            ours = ours || std::find(change.itemsChanged.begin(), change.itemsChanged.end(), entry.item.item.id) != change.itemsChanged.end();
    if (ours)
        reloadTimer_.start();
}

void InboxPanel::openFromElsewhere(TicketId ticket)
{
    Q_EMIT shell().openPanel(id());
    bridge().read<store::TicketRow>(
        this,
        [ticket](store::Tx &tx) -> Result<store::TicketRow> {
            VIGIE_TRY(auto rows, store::Tickets(tx).rows({&ticket, 1}));
            if (rows.empty())
                return fail(Errc::NotFound, "the ticket is no longer here");
            return std::move(rows.front());
        },
        [this, ticket](Result<store::TicketRow> row) {
            if (!row) {
                shell().toasts.showError(row.error());
                return;
            }
            const auto status = row->ticket.status;
            const bool closed = status == TicketStatus::Done || status == TicketStatus::Ignored;
            queue_->showTicket(ticket, closed ? QueueView::Done : row->ticket.snooze ? QueueView::Snoozed : QueueView::All);
        });
}

} // namespace vigie::ui
