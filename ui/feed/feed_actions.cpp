// SPDX-License-Identifier: GPL-3.0-or-later
// What is done with the mention in the reading pane.
#include "ui/feed/feed_panel.hpp"

#include "ui/bridge/text.hpp"
#include "ui/feed/reading_pane.hpp"
#include "ui/feed/shelf_column.hpp"
#include "ui/feed/text_block.hpp"
#include "ui/widget/toast.hpp"

#include <vigie/desk/desk.hpp>
#include <vigie/store/items.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/relays.hpp>

#include <QClipboard>
#include <QGuiApplication>
#include <QPointer>

#include <algorithm>

namespace vigie::ui {

namespace {

/// The account of ours that can answer there: of the same server, else of the same network.
Result<AccountId> accountFor(store::Tx &tx, const std::string &connector, const std::string &instance)
{
    VIGIE_TRY(const auto accounts, store::Accounts(tx).all());
    AccountId near;
    for (const auto &account : accounts) {
        if (account.state != AccountState::Active || account.connector != connector)
            continue;
        if (account.instance == instance)
            return account.id;
        if (!near)
            near = account.id;
    }
    return near;
}

} // namespace

const Card *FeedPanel::card() const
{
    const auto *reading = pane_->reading();
    return reading != nullptr && !isEditing() && !onShelf_ ? reading->card.get() : nullptr;
}

const Card *FeedPanel::shownCard() const
{
    return onShelf_ && !isEditing() ? shelf_->current().get() : card();
}

void FeedPanel::perform(std::function<Result<void>(store::Tx &)> job, const QString &done)
{
    bridge().write<std::int64_t>(
        this,
        [job = std::move(job)](store::Tx &tx) -> Result<std::int64_t> {
            VIGIE_CHECK(job(tx));
            VIGIE_TRY(const auto last, store::Tickets(tx).lastUndoable());
            return last ? last->id.value : 0;
        },
        [this, done](Result<std::int64_t> changeSet) {
            if (!changeSet) {
                shell().toasts.showError(changeSet.error());
                return;
            }
            shell().toasts.showUndo(done, [guard = QPointer<FeedPanel>(this), id = *changeSet] {
                if (guard)
                    guard->undoIf(id);
            });
        });
}

void FeedPanel::undoIf(std::int64_t changeSet)
{
    bridge().write<bool>(
        this,
        [changeSet](store::Tx &tx) -> Result<bool> {
            VIGIE_TRY(const auto last, store::Tickets(tx).lastUndoable());
            if (!last || (changeSet != 0 && last->id.value != changeSet))
                return false;
            VIGIE_CHECK(desk::Desk(tx).undo());
            return true;
        },
        [this](Result<bool> done) {
            if (!done)
                shell().toasts.showError(done.error());
            else
                shell().toasts.show(*done ? tr("Taken back.") : tr("There is nothing to take back, or something else was done since."));
        });
}

void FeedPanel::undo()
{
    undoIf(0);
}

void FeedPanel::toInbox(bool itself)
{
    const auto *shown = card();
    if (shown == nullptr)
        return;
    const auto &item = shown->row.item;
    if (item.ours) {
        shell().toasts.show(tr("This is a post of ours: there is nothing to answer."));
        return;
    }
    perform(
        [id = item.id, toOriginal = shown->row.relay && !itself](store::Tx &tx) -> Result<void> {
            VIGIE_TRY(auto asked, store::Items(tx).get(id));
            if (toOriginal) {
                VIGIE_TRY(const auto original, store::Relays(tx).original(id));
                VIGIE_TRY(auto first, store::Items(tx).get(original));
                if (first && !first->ours && first->state == ItemState::Visible)
                    asked = std::move(first);
            }
            if (!asked)
                return fail(Errc::NotFound, "the mention is gone");
            VIGIE_TRY(const auto account, accountFor(tx, asked->connector, asked->instance));
            VIGIE_CHECK(desk::Desk(tx).toInbox(asked->id, account));
            return {};
        },
        shown->row.relay && !itself ? tr("The original of this relay was sent to the inbox") : tr("%1: sent to the inbox", "author of a mention").arg(shown->name));
}

void FeedPanel::tag(const QString &name, bool on)
{
    if (card() == nullptr)
        return;
    perform(
        [id = pane_->item(), tag = utf8(name), on](store::Tx &tx) -> Result<void> {
            const std::vector<ItemId> ids{id};
            VIGIE_CHECK(desk::Desk(tx).tagItems(ids, tag, on));
            return {};
        },
        on ? tr("Tagged %1").arg(name) : tr("Tag %1 taken off").arg(name));
}

void FeedPanel::setTone(int label)
{
    if (card() == nullptr)
        return;
    perform(
        [id = pane_->item(), label](store::Tx &tx) -> Result<void> {
            VIGIE_CHECK(desk::Desk(tx).setTone(id, label));
            return {};
        },
        label > 0 ? tr("Tone set to positive") : label < 0 ? tr("Tone set to negative") : tr("Tone set to neutral"));
}

void FeedPanel::openOnNetwork()
{
    if (const auto *shown = shownCard(); shown != nullptr && !openPage(qs(shown->row.item.permalink)))
        shell().toasts.show(tr("This mention has no page that can be opened."));
}

void FeedPanel::copyLink()
{
    const auto *shown = shownCard();
    if (shown == nullptr)
        return;
    const auto &item = shown->row.item;
    QGuiApplication::clipboard()->setText(qs(item.permalink.empty() ? item.uri : item.permalink));
    shell().toasts.show(tr("Link copied"));
}

void FeedPanel::copyText()
{
    if (card() == nullptr)
        return;
    QGuiApplication::clipboard()->setText(pane_->reading()->text);
    shell().toasts.show(tr("Text copied"));
}

} // namespace vigie::ui
