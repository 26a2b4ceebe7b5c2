// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/board_reading.hpp"

#include "ui/dashboard/tile_reading.hpp"

#include <vigie/insight/board_pages.hpp>
#include <vigie/store/alerts.hpp>
#include <vigie/store/calendar_events.hpp>
#include <vigie/store/campaigns.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/queries.hpp>
#include <vigie/store/sync.hpp>

#include <algorithm>

namespace vigie::ui {

namespace {

constexpr int kAlertsRead = 500;
constexpr std::size_t kMostEvents = 12, kMostSpikes = 6;

Result<std::vector<AccountId>> accountsOf(store::Tx &tx, const std::vector<std::string> &networks)
{
    VIGIE_TRY(const auto accounts, store::Accounts(tx).all());
    std::vector<AccountId> ids;
    for (const auto &account : accounts)
        if (networks.empty() || std::find(networks.begin(), networks.end(), account.connector) != networks.end())
            ids.push_back(account.id);
    return ids;
}

Result<void> readScope(store::Tx &tx, BoardReading &reading)
{
    VIGIE_TRY(const auto queries, store::Queries(tx).all());
    for (const auto &query : queries)
        if (!reading.scope.query && query.role == QueryRole::Brand)
            reading.scope.query = query.id; // nothing chosen: what is said of us
    for (const auto &query : queries)
        if (query.id == reading.scope.query)
            reading.scopeName = query.name;
    return {};
}

Result<void> readEvents(store::Tx &tx, Instant from, Instant to, BoardReading &reading)
{
    VIGIE_TRY(const auto events, store::CalendarEvents(tx).between(from, to));
    for (const auto &event : events)
        reading.events.push_back({event.name, event.startsAt, event.endsAt, false});
    VIGIE_TRY(const auto campaigns, store::Campaigns(tx).all());
    for (const auto &campaign : campaigns) {
        if (!campaign.day)
            continue;
        VIGIE_TRY(const auto begin, dayStart(*campaign.day, reading.zone));
        int last = 0;
        for (const auto &phase : campaign.phases)
            last = std::max(last, phase.toDay);
        VIGIE_TRY(const auto end, dayStart(*campaign.day + last + 1, reading.zone));
        if (begin < to && end > from)
            reading.events.push_back({campaign.name, begin, end, true});
    }
    if (reading.events.size() > kMostEvents)
        reading.events.resize(kMostEvents);
    return {};
}

Result<void> readSpikes(store::Tx &tx, Instant from, Instant to, BoardReading &reading)
{
    VIGIE_TRY(auto alerts, store::Alerts(tx).list(true, kAlertsRead));
    std::sort(alerts.begin(), alerts.end(), [](const Alert &a, const Alert &b) { return a.peak > b.peak; });
    for (const auto &alert : alerts)
        if ((alert.found.kind == AlertKind::Volume || alert.found.kind == AlertKind::Crisis) && alert.firstAt >= from && alert.firstAt < to
            && (!alert.found.query || alert.found.query == reading.scope.query) && reading.spikes.size() < kMostSpikes)
            reading.spikes.push_back({alert.firstAt, alert.peak, alert.found.low, alert.found.high});
    return {};
}

std::optional<std::int32_t> campaignDay(store::Tx &tx, CampaignId id)
{
    if (!id)
        return std::nullopt;
    const auto campaign = store::Campaigns(tx).get(id);
    return campaign ? campaign->day : std::nullopt;
}

} // namespace

Result<std::pair<Instant, Instant>> instantsOf(const insight::Period &period, const std::string &zone)
{
    VIGIE_TRY(const auto from, dayStart(period.fromDay, zone));
    VIGIE_TRY(const auto to, dayStart(period.toDay, zone));
    return std::pair(from, to);
}

bool tellsTone(const BoardTile &tile)
{
    const auto *metric = insight::metric(tile.metric);
    return tile.split == "tone" || (metric != nullptr && (metric->family == "tone" || metric->family == "index"));
}

Result<BoardReading> readBoard(store::Tx &tx, insight::Columns &columns, const BoardQuestion &question)
{
    BoardReading reading;
    VIGIE_TRY(const auto zone, store::Settings(tx).get("workspace.zone"));
    reading.zone = zone.value_or("UTC");
    const auto day = campaignDay(tx, question.choice.campaign);
    reading.period = insight::periodOf(question.choice, question.today, day);
    reading.against = insight::comparedWith(question.choice, reading.period, day);
    reading.scope = insight::scopeOf(question.choice, question.withoutRelays);
    VIGIE_CHECK(readScope(tx, reading));
    VIGIE_TRY(const auto stretch, instantsOf(reading.period, reading.zone));
    const auto from = stretch.first, to = stretch.second;
    VIGIE_TRY(const auto accounts, accountsOf(tx, reading.scope.networks));
    const auto until = std::min(to, std::max(tx.now(), from + Micros{1}));
    VIGIE_TRY(reading.coverage, store::Sync(tx).coverage(accounts, from, until)); // what has not happened yet is not missing
    VIGIE_CHECK(readEvents(tx, from, to, reading));
    VIGIE_CHECK(readSpikes(tx, from, to, reading));
    if (std::any_of(question.tiles.begin(), question.tiles.end(), tellsTone)) {
        VIGIE_TRY(reading.accuracy, insight::toneAccuracy(tx));
        VIGIE_TRY(reading.tones, store::Tones(tx).state());
    }
    TileReader reader(tx, columns, reading);
    for (const auto &tile : question.tiles) {
        auto read = reader.read(tile);
        if (!read && read.error().code == Errc::Cancelled)
            return fail(std::move(read.error()));
        if (read) {
            reading.tiles.push_back(std::move(*read));
        } else {
            TileReading failed; // one that fails does not take the others with it
            failed.id = tile.id;
            failed.error = std::move(read.error());
            reading.tiles.push_back(std::move(failed));
        }
    }
    return reading;
}

} // namespace vigie::ui
