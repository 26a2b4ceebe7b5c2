// SPDX-License-Identifier: GPL-3.0-or-later
// What the dashboard reads: its pages, what may be chosen in the head, and what the page in front asks.
#include "ui/app/relay_count.hpp"
#include "ui/bridge/text.hpp"
#include "ui/dashboard/board_head.hpp"
#include "ui/dashboard/dashboard_panel.hpp"
#include "ui/dashboard/figure_text.hpp"
#include "ui/dashboard/page_body.hpp"
#include "ui/dashboard/tile_reading.hpp"
#include "ui/widget/pieces.hpp"

#include <vigie/insight/board_pages.hpp>
#include <vigie/store/boards.hpp>
#include <vigie/store/campaigns.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/queries.hpp>
#include <vigie/store/tags.hpp>

#include <QDate>
#include <QStackedWidget>

#include <algorithm>

namespace vigie::ui {

namespace {

const QDate kEpoch(1970, 1, 1);

/// Those of the core, with the tiles that can be shown.
std::vector<Board> firstPages()
{
    auto pages = insight::firstBoards();
    for (auto &page : pages) {
        page.tiles.erase(std::remove_if(page.tiles.begin(), page.tiles.end(), [](const BoardTile &tile) { return !canRead(tile); }), page.tiles.end());
        page.tiles = insight::settled(std::move(page.tiles));
    }
    return pages;
}

} // namespace

std::int32_t DashboardPanel::today() const
{
    const auto day = localDay(bridge().now(), bridge().zone());
    return day ? *day : static_cast<std::int32_t>(kEpoch.daysTo(QDate::currentDate()));
}

void DashboardPanel::loadBoards()
{
    const auto number = boardsGeneration_.next();
    loading_ = true;
    outdated_ = false;
    bridge().write<std::vector<Board>>(
        this,
        [first = firstPages()](store::Tx &tx) -> Result<std::vector<Board>> {
            store::Boards boards(tx);
            VIGIE_TRY(auto all, boards.all());
            if (!all.empty())
                return all;
            VIGIE_CHECK(boards.begin(first));
            return boards.all();
        },
        [this, number](Result<std::vector<Board>> boards) {
            if (!boardsGeneration_.is(number))
                return;
            loading_ = false;
            if (!boards) {
                failed_ = true;
                error_->setError(boards.error());
                return;
            }
            takeBoards(std::move(*boards));
        });
}

void DashboardPanel::takeBoards(std::vector<Board> boards)
{
    // A page of a kind that has no body here is not offered.
    for (const auto &one : boards)
        if (one.kind != BoardKind::Tiles && !bodies_.contains(static_cast<int>(one.kind)))
            if (auto *made = makePageBody(one.kind, shell(), this)) {
                bodies_.insert(static_cast<int>(one.kind), made);
                stack_->addWidget(made);
                connect(made, &PageBody::behindWanted, this, [this](const QString &title, const std::string &key, const insight::FigureScope &scope, const insight::Period &period) {
                    Behind behind;
                    behind.title = title;
                    behind.key = key;
                    behind.scope = scope;
                    behind.period = period;
                    showBehind(behind);
                });
            }
    boards.erase(std::remove_if(boards.begin(), boards.end(), [this](const Board &one) { return one.kind != BoardKind::Tiles && !bodies_.contains(static_cast<int>(one.kind)); }),
                 boards.end());
    if (boards == boards_)
        return;
    boards_ = std::move(boards);
    const auto has = [this](BoardId id) { return std::any_of(boards_.begin(), boards_.end(), [id](const Board &one) { return one.id == id; }); };
    if (!boards_.empty() && !has(current_))
        current_ = has(wanted_) ? wanted_ : boards_.front().id;
    head_->setBoards(boards_, current_);
    showPage(current_);
}

void DashboardPanel::loadChoices()
{
    struct Found {
        std::vector<SavedQuery> queries;
        std::vector<Campaign> campaigns;
        std::vector<Account> accounts;
        std::vector<Tag> tags;
    };
    bridge().read<Found>(
        this,
        [](store::Tx &tx) -> Result<Found> {
            Found found;
            VIGIE_TRY(found.queries, store::Queries(tx).all());
            VIGIE_TRY(found.campaigns, store::Campaigns(tx).all());
            VIGIE_TRY(found.accounts, store::Accounts(tx).all());
            VIGIE_TRY(found.tags, store::Queries(tx).tags());
            return found;
        },
        [this](Result<Found> found) {
            if (!found)
                return;
            BoardChoices choices;
            choices.queries = std::move(found->queries);
            for (auto &campaign : found->campaigns)
                if (campaign.day)
                    choices.campaigns.push_back(std::move(campaign));
            for (const auto &account : found->accounts) {
                const auto known = [&](const auto &entry) { return entry.first == account.connector; };
                if (std::none_of(choices.networks.begin(), choices.networks.end(), known))
                    choices.networks.emplace_back(account.connector, bridge().networkName(account.connector));
            }
            choices.langs = {{"fr", tr("French")}, {"en", tr("English")}};
            for (const auto &tag : found->tags)
                choices.tags.emplace_back(std::to_string(tag.id.value), qs(tag.name));
            head_->setChoices(std::move(choices));
        });
}

void DashboardPanel::reload()
{
    const auto *now = board();
    if (now == nullptr)
        return;
    dirty_ = true;
    const auto number = generation_.next();
    BoardQuestion question{now->choice, now->kind == BoardKind::Tiles ? now->tiles : std::vector<BoardTile>{}, today(), !relaysCounted(bridge())};
    if (!dim_.isActive())
        dim_.start();
    asking_ = true;
    bridge().whenOpen(this, [this, number, question = std::move(question)] {
        auto *columns = &bridge().workspace()->columns();
        bridge().read<BoardReading>(
            this, [columns, question](store::Tx &tx) { return readBoard(tx, *columns, question); },
            [this, number](Result<BoardReading> reading) {
                if (!generation_.is(number))
                    return; // the head asks for something else by now
                dim_.stop();
                asking_ = dirty_ = false;
                failed_ = !reading;
                if (!reading) {
                    error_->setError(reading.error());
                    return;
                }
                error_->clear();
                show(*reading);
            });
    });
}

bool DashboardPanel::isEmpty() const
{
    if (!reading_)
        return view_->tiles().empty() && !boards_.empty();
    if (const auto &cards = view_->cards(); std::any_of(cards.begin(), cards.end(), [](const TileCard *one) { return one->asksForNumbers(); }))
        return false; // there is something to do on it
    const auto figureHas = [](const insight::Figure &figure) { return figure.n != 0 || figure.value.value_or(0) != 0; };
    return std::none_of(reading_->tiles.begin(), reading_->tiles.end(), [&](const TileReading &tile) {
        return tile.error || figureHas(tile.figure) || !tile.rows.empty() || !tile.seconds.empty() || tile.open > 0;
    });
}

void DashboardPanel::show(const BoardReading &reading)
{
    reading_ = reading;
    head_->setPeriods(reading.period, reading.against);
    view_->setReading(reading);
    if (auto *own = body())
        own->ask({reading.scope, reading.period, reading.against, reading.zone});
    const bool none = view_->tiles().empty();
    const auto days = FigureText::days(reading.period);
    empty_->setContent(QStringLiteral("dashboard"), none ? tr("This page is empty") : tr("Nothing was said in this period"),
                       none ? tr("Put figures and charts on it; they can be moved and taken off again.")
                            : reading.period.length() >= 90 ? tr("Nothing from %1. Choose another brand or network, or connect an account.").arg(days)
                                                            : tr("Nothing from %1. Choose a longer period, another brand or another network.").arg(days),
                       none ? tr("Add to the page") : reading.period.length() >= 90 ? QString() : tr("Last 90 days"));
    showKind();
}

} // namespace vigie::ui
