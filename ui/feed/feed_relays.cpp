// SPDX-License-Identifier: GPL-3.0-or-later
// What the person decides about originals and relays.
#include "ui/feed/card.hpp"
#include "ui/feed/column.hpp"
#include "ui/feed/feed_panel.hpp"
#include "ui/feed/reading_pane.hpp"
#include "ui/widget/toast.hpp"

#include <vigie/store/relays.hpp>
#include <vigie/store/tickets.hpp>

#include <utility>

namespace vigie::ui {

void FeedPanel::gather()
{
    if (active_ == nullptr)
        return;
    active_->setGathered(!active_->model().gathered());
    refreshCommands();
}

void FeedPanel::notARelay()
{
    const auto *shown = card();
    if (shown == nullptr)
        return;
    perform(
        [id = shown->row.item.id](store::Tx &tx) -> Result<void> {
            VIGIE_CHECK(store::Tickets(tx).beginChangeSet("relay.split"));
            return store::Relays(tx).split(id);
        },
        tr("It counts as an original from now on."));
}

void FeedPanel::join()
{
    const auto *shown = card();
    if (shown == nullptr)
        return;
    const auto id = shown->row.item.id;
    if (!joining_) {
        joining_ = id;
        joiningName_ = shown->name;
        shell().toasts.show(tr("Choose the original and give the same command again; on the same mention it is dropped."));
        refreshCommands();
        return;
    }
    const auto relay = std::exchange(joining_, ItemId{});
    refreshCommands();
    if (relay == id) {
        shell().toasts.show(tr("Nothing was joined."));
        return;
    }
    perform(
        [relay, id](store::Tx &tx) -> Result<void> {
            VIGIE_CHECK(store::Tickets(tx).beginChangeSet("relay.join"));
            return store::Relays(tx).join(relay, id);
        },
        tr("%1 relays this mention from now on.").arg(joiningName_));
}

void FeedPanel::openOriginal()
{
    const auto *reading = pane_->reading();
    if (reading != nullptr && reading->cluster)
        pane_->showItem(reading->cluster->root, active_ != nullptr ? active_->id() : QueryId{});
}

} // namespace vigie::ui
