// SPDX-License-Identifier: GPL-3.0-or-later
// About us or not: one key each teaches the filter of the column, one shows what it keeps aside, one what it learned.
#include "ui/feed/card.hpp"
#include "ui/feed/column.hpp"
#include "ui/feed/feed_panel.hpp"
#include "ui/feed/reading_pane.hpp"
#include "ui/feed/relevance_dialog.hpp"
#include "ui/widget/toast.hpp"

#include <vigie/store/relevance.hpp>
#include <vigie/store/tickets.hpp>

#include <algorithm>

namespace vigie::ui {

void FeedPanel::markRelevance(bool about)
{
    if (card() == nullptr || active_ == nullptr)
        return;
    const auto &query = active_->model().query();
    if (query.deskDependent) // it is searched for anew each time and learns nothing: a tag is what is left
        return tag(tr("off-topic", "name of a tag: not about us"), true);
    perform(
        [id = pane_->item(), query = query.id, about, who = bridge().person()](store::Tx &tx) -> Result<void> {
            VIGIE_CHECK(store::Tickets(tx).beginChangeSet("relevance"));
            return store::Relevance(tx).mark(query, id, about, who);
        },
        about ? tr("About us: this column learns from it.") : tr("Not about us: kept aside, and this column learns from it."));
}

void FeedPanel::showAside()
{
    if (active_ == nullptr)
        return;
    active_->setAside(!active_->model().aside());
    active_->takeFocus();
    refreshCommands();
}

void FeedPanel::askFilter()
{
    if (active_ == nullptr)
        return;
    auto *dialog = new RelevanceDialog(shell(), active_->model().query(), this);
    connect(dialog, &RelevanceDialog::resetWanted, this, [this](QueryId query) {
        perform(
            [query](store::Tx &tx) -> Result<void> {
                VIGIE_CHECK(store::Tickets(tx).beginChangeSet("relevance.reset"));
                VIGIE_CHECK(store::Relevance(tx).reset(query));
                return {};
            },
            tr("All marks of this column are forgotten; nothing is kept aside."));
    });
    connect(dialog, &RelevanceDialog::settingWanted, this, [this](QueryId query, bool on, int percent) {
        perform(
            [query, on, percent](store::Tx &tx) -> Result<void> {
                VIGIE_CHECK(store::Tickets(tx).beginChangeSet("relevance"));
                return store::Relevance(tx).set(query, on, percent / 100.0);
            },
            on ? tr("The filter of this column acts from %1 % on.").arg(percent) : tr("The filter of this column is off: only what was marked stays aside."));
    });
    dialog->open();
}

void FeedPanel::readAsides()
{
    using Asides = std::vector<std::pair<QueryId, int>>;
    bridge().read<Asides>(
        this, [](store::Tx &tx) { return store::Relevance(tx).asides(); },
        [this](Result<Asides> asides) {
            if (!asides)
                return; // the next change asks again
            for (auto *column : columns_) {
                const auto found = std::find_if(asides->begin(), asides->end(), [column](const auto &one) { return one.first == column->id(); });
                column->setAsideCount(found != asides->end() ? found->second : 0);
            }
        });
}

} // namespace vigie::ui
