// SPDX-License-Identifier: GPL-3.0-or-later
// The small questions of the inbox: which tag, who, until when; and ways out of it.
#include "ui/inbox/inbox_panel.hpp"

#include "ui/bridge/text.hpp"
#include "ui/inbox/ask_when.hpp"
#include "ui/inbox/choice_popup.hpp"
#include "ui/inbox/conversation_view.hpp"
#include "ui/inbox/desk_actions.hpp"
#include "ui/inbox/queue_pane.hpp"
#include "ui/inbox/reply_sender.hpp"
#include "ui/widget/toast.hpp"

#include <vigie/store/outbox.hpp>
#include <vigie/store/queries.hpp>
#include <vigie/store/tags.hpp>

#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QMessageBox>
#include <QPushButton>
#include <QUrl>

#include <algorithm>
#include <set>

namespace vigie::ui {

void InboxPanel::askTag()
{
    struct Known {
        std::vector<Tag> tags;
        std::vector<store::TicketRow> rows;
        std::vector<store::TagHint> hints; ///< of the one that is open; nothing is put by itself
    };
    const auto tickets = queue_->selected();
    const auto few = std::vector<TicketId>(tickets.begin(), tickets.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(tickets.size(), 200)));
    bridge().read<Known>(
        this,
        [few](store::Tx &tx) -> Result<Known> {
            Known known;
            VIGIE_TRY(known.tags, store::Queries(tx).tags());
            VIGIE_TRY(known.rows, store::Tickets(tx).rows(few));
            if (known.rows.size() == 1) {
                VIGIE_TRY(known.hints, store::Tags(tx).hints(known.rows.front().ticket.latest, 3));
            }
            return known;
        },
        [this](Result<Known> known) {
            if (!known) {
                shell().toasts.showError(known.error());
                return;
            }
            ChoicePopup::Question question;
            question.title = tr("Tag");
            question.placeholder = tr("Type a tag");
            question.freeText = true;
            for (const auto &hint : known->hints)
                question.choices.append({qs(hint.tag.name), tr("%1 of the %2 tagged messages that say \u201c%3\u201d").arg(hint.with).arg(hint.of).arg(qs(hint.word)), {}, false});
            const auto hinted = [&](const Tag &tag) {
                return std::any_of(known->hints.begin(), known->hints.end(), [&](const store::TagHint &hint) { return hint.tag.id == tag.id; });
            };
            for (const auto &tag : known->tags) {
                if (hinted(tag))
                    continue;
                const bool on = !known->rows.empty() && std::all_of(known->rows.begin(), known->rows.end(), [&](const store::TicketRow &row) {
                    return std::find(row.tags.begin(), row.tags.end(), tag.name) != row.tags.end();
                });
                question.choices.append({qs(tag.name), {}, {}, on});
            }
            question.chosen = [this](const QString &tag, bool on) { actions_->tag(utf8(tag), !on); };
            popup_->ask(question, &queue_->list());
        });
}

void InboxPanel::askOwner()
{
    bridge().read<std::vector<store::TicketRow>>(
        this,
        [](store::Tx &tx) -> Result<std::vector<store::TicketRow>> {
            store::TicketFilter filter;
            filter.withSnoozed = true;
            filter.limit = 1000;
            return store::Tickets(tx).list(filter);
        },
        [this](Result<std::vector<store::TicketRow>> rows) {
            if (!rows) {
                shell().toasts.showError(rows.error());
                return;
            }
            const auto me = personAtDesk(bridge());
            std::set<std::string> others;
            for (const auto &row : *rows)
                if (!row.ticket.owner.empty() && row.ticket.owner != me)
                    others.insert(row.ticket.owner);
            ChoicePopup::Question question;
            question.title = tr("Assign to");
            question.placeholder = tr("Type a name");
            question.freeText = true;
            question.choices.append({qs(me), tr("me"), qs(me), false});
            for (const auto &name : others)
                question.choices.append({qs(name), {}, {}, false});
            question.choices.append({tr("Nobody"), {}, QStringLiteral("\n"), false}); // a name never holds a line break
            question.chosen = [this](const QString &owner, bool) { actions_->assign(owner == QLatin1String("\n") ? std::string{} : utf8(owner)); };
            popup_->ask(question, &queue_->list());
        });
}

void InboxPanel::askSnooze()
{
    askWhen(*popup_, bridge(), &queue_->list(), [this](const WallTime &wall) { actions_->snooze(wall); });
}

void InboxPanel::openOnNetwork()
{
    const auto *item = itemAtHand();
    const QUrl url(item != nullptr ? qs(item->permalink) : QString(), QUrl::StrictMode);
    if (url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http"))
        QDesktopServices::openUrl(url);
    else
        shell().toasts.show(tr("This message has no address on its network."));
}

void InboxPanel::copyLink()
{
    const auto *item = itemAtHand();
    if (item == nullptr || item->permalink.empty()) {
        shell().toasts.show(tr("This message has no address on its network."));
        return;
    }
    QApplication::clipboard()->setText(qs(item->permalink));
    shell().toasts.show(tr("Link copied"), 3000);
}

void InboxPanel::copyText()
{
    const auto *item = itemAtHand();
    if (item == nullptr || item->text.empty())
        return;
    QApplication::clipboard()->setText(qs(item->text));
    shell().toasts.show(tr("Text copied"), 3000);
}

const Item *InboxPanel::itemAtHand() const
{
    if (!open_ || open_->ticket.ticket.id != asked_) // the conversation of before still stands there
        return nullptr;
    const auto *entry = conversation_->current();
    return entry != nullptr && entry->item.item.id ? &entry->item.item : &open_->latest.item;
}

bool InboxPanel::mayClose()
{
    if (mayClose_ || !sender_->holding())
        return true;
    const auto held = sender_->held();
    auto *box = new QMessageBox(QMessageBox::Question, QStringLiteral("Vigie"), tr("An answer is still held and can be taken back."), QMessageBox::NoButton, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(tr("Closing now would leave it in the outbox until Vigie runs again."));
    auto *wait = box->addButton(tr("Close once it is sent"), QMessageBox::AcceptRole);
    auto *back = box->addButton(tr("Take it back and close"), QMessageBox::DestructiveRole);
    box->addButton(tr("Stay"), QMessageBox::RejectRole);
    box->setDefaultButton(wait);
    connect(box, &QMessageBox::buttonClicked, this, [this, wait, back, held](QAbstractButton *pressed) {
        if (pressed == wait) {
            closeWhenSent();
        } else if (pressed == back) {
            connect(sender_, &ReplySender::takenBack, this, [this] {
                mayClose_ = true;
                window()->close();
            });
            sender_->takeBack(held);
        }
    });
    box->open();
    return false;
}

void InboxPanel::closeWhenSent()
{
    bridge().read<OutboundState>(
        this,
        [id = sender_->held()](store::Tx &tx) -> Result<OutboundState> {
            VIGIE_TRY(const auto outbound, store::Outbox(tx).get(id));
            return outbound.state;
        },
        [this](Result<OutboundState> state) {
            if (state && (*state == OutboundState::Planned || *state == OutboundState::Sending)) {
                QTimer::singleShot(300, this, &InboxPanel::closeWhenSent);
                return;
            }
            mayClose_ = true;
            window()->close();
        });
}

} // namespace vigie::ui
