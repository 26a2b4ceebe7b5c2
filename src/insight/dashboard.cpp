// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/insight/dashboard.hpp>

#include "insight/indicators.hpp"

#include <vigie/store/members.hpp>
#include <vigie/store/queries.hpp>
#include <vigie/store/relevance.hpp>
#include <vigie/store/sync.hpp>
#include <vigie/store/tickets.hpp>

#include <algorithm>

namespace vigie::insight {

namespace {

constexpr int kTopMembers = 10, kMostAside = 1'000'000;

/// Every day of the period, also those on which nobody said anything.
std::vector<store::DayCell> everyDay(std::vector<store::DayCell> found, const Period &period)
{
    std::vector<store::DayCell> days(static_cast<std::size_t>(period.length()));
    for (std::size_t i = 0; i < days.size(); ++i)
        days[i].day = period.fromDay + static_cast<std::int32_t>(i);
    for (auto &cell : found)
        if (cell.day >= period.fromDay && cell.day < period.toDay)
            days[static_cast<std::size_t>(cell.day - period.fromDay)] = cell;
    return days;
}

class Gatherer {
public:
    Gatherer(store::Tx &tx, const DashboardFilter &filter, std::string zone, std::vector<SavedQuery> panel)
        : tx_(tx), filter_(filter), zone_(std::move(zone)), panel_(std::move(panel))
    {
    }

    Result<Material> gather(const Period &period)
    {
        store::Figures figures(tx_);
        Material material;
        for (auto day = period.fromDay; day <= period.toDay; ++day) {
            VIGIE_TRY(const auto start, dayStart(day, zone_));
            material.dayStarts.push_back(start);
        }
        VIGIE_TRY(auto days, figures.days(figureFilter(period, filter_.brand)));
        material.days = everyDay(std::move(days), period);
        VIGIE_TRY(material.responses, figures.responses(material.dayStarts.front(), material.dayStarts.back(), filter_.networks));
        VIGIE_TRY(material.ownPosts, figures.ownPosts(material.dayStarts.front(), material.dayStarts.back(), filter_.networks));
        for (const auto &query : panel_) {
            VIGIE_TRY(auto cells, figures.days(figureFilter(period, query.id)));
            material.panel.emplace_back(query.id, everyDay(std::move(cells), period));
        }
        return material;
    }

    [[nodiscard]] store::FigureFilter figureFilter(const Period &period, QueryId query) const
    {
        return store::FigureFilter{query, period.fromDay, period.toDay, filter_.networks, {}, filter_.withoutRelays};
    }

private:
    store::Tx &tx_;
    const DashboardFilter &filter_;
    std::string zone_;
    std::vector<SavedQuery> panel_;
};

Result<std::string> zoneOf(store::Tx &tx)
{
    VIGIE_TRY(const auto zone, store::Settings(tx).get("workspace.zone"));
    return zone.value_or("UTC");
}

/// The accounts of the chosen networks: what the coverage under the figures is told of.
Result<std::vector<AccountId>> accountsOf(store::Tx &tx, const std::vector<std::string> &networks)
{
    VIGIE_TRY(const auto accounts, store::Accounts(tx).all());
    std::vector<AccountId> ids;
    for (const auto &account : accounts)
        if (networks.empty() || std::find(networks.begin(), networks.end(), account.connector) != networks.end())
            ids.push_back(account.id);
    return ids;
}

std::vector<ShareRow> shares(const std::vector<SavedQuery> &panel, const Material &material)
{
    std::vector<ShareRow> rows;
    std::int64_t all = 0;
    for (std::size_t i = 0; i < panel.size(); ++i) {
        ShareRow row{panel[i].id, panel[i].name, 0, 0};
        for (const auto &day : material.panel[i].second)
            row.mentions += day.total();
        all += row.mentions;
        rows.push_back(std::move(row));
    }
    for (auto &row : rows)
        row.share = all > 0 ? static_cast<double>(row.mentions) / static_cast<double>(all) : 0;
    return rows;
}

} // namespace

Result<DashboardPage> Dashboard::page(const DashboardFilter &asked)
{
    if (asked.period.length() <= 0)
        return fail(Errc::InvalidInput, "the period is empty");
    DashboardPage page;
    page.filter = asked;
    VIGIE_TRY(page.zone, zoneOf(tx_));
    VIGIE_TRY(const auto queries, store::Queries(tx_).all());
    std::vector<SavedQuery> panel;
    for (const auto &query : queries) {
        if (query.role == QueryRole::Brand && !page.filter.brand)
            page.filter.brand = query.id;
        if (query.role == QueryRole::Brand || query.role == QueryRole::Competitor)
            panel.push_back(query);
    }
    for (const auto &query : queries)
        if (query.id == page.filter.brand)
            page.brandName = query.name;
    const auto brandInPanel = std::any_of(panel.begin(), panel.end(), [&](const SavedQuery &one) { return one.id == page.filter.brand; });
    if (!brandInPanel && page.filter.brand)
        for (const auto &query : queries)
            if (query.id == page.filter.brand)
                panel.insert(panel.begin(), query);

    const auto before = previous(page.filter.period);
    Gatherer gatherer(tx_, page.filter, page.zone, panel);
    VIGIE_TRY(const auto now, gatherer.gather(page.filter.period));
    VIGIE_TRY(const auto earlier, gatherer.gather(before));
    page.indicators = {mentions(now, earlier), netSentimentOf(now, earlier), engagementRate(now, earlier), responseTime(now, earlier, 0.5),
                       responseTime(now, earlier, 0.9), shareOfVoice(now, earlier, page.filter.brand)};
    if (page.filter.withoutRelays)
        for (auto &figure : page.indicators)
            if (figure.key == "mentions" || figure.key == "net_sentiment" || figure.key == "share_of_voice")
                figure.formula += "; relays are not counted";
    store::SearchPage period;
    period.from = now.dayStarts.front();
    period.to = now.dayStarts.back();
    VIGIE_TRY(page.aside, store::Relevance(tx_).asideCount(page.filter.brand, period, kMostAside));
    if (page.aside > 0)
        for (auto &figure : page.indicators)
            if (figure.key == "mentions" || figure.key == "net_sentiment" || figure.key == "share_of_voice")
                figure.formula += "; " + std::to_string(page.aside) + " kept aside as not about it are not counted";
    page.days = now.days;
    page.daysBefore = earlier.days;
    page.panel = shares(panel, now);
    VIGIE_TRY(page.members, store::Figures(tx_).topMembers(gatherer.figureFilter(page.filter.period, page.filter.brand), kTopMembers));
    VIGIE_TRY(const auto accounts, accountsOf(tx_, page.filter.networks));
    store::Sync sync(tx_);
    const auto until = std::min(now.dayStarts.back(), std::max(tx_.now(), now.dayStarts.front() + Micros{1}));
    VIGIE_TRY(page.coverage, sync.coverage(accounts, now.dayStarts.front(), until)); // what has not happened yet is not missing
    VIGIE_TRY(page.coverageBefore, sync.coverage(accounts, earlier.dayStarts.front(), earlier.dayStarts.back()));
    return page;
}

Result<std::vector<ItemId>> Dashboard::rows(const DashboardFilter &filter, const std::string &key, const store::SearchPage &page)
{
    store::FigureFilter figures{filter.brand, filter.period.fromDay, filter.period.toDay, filter.networks, {}, filter.withoutRelays};
    if (key == "engagement_rate" || key == "response_median" || key == "response_p90") {
        VIGIE_TRY(const auto zone, zoneOf(tx_));
        VIGIE_TRY(const auto from, dayStart(filter.period.fromDay, zone));
        VIGIE_TRY(const auto to, dayStart(filter.period.toDay, zone));
        std::vector<ItemId> ids;
        if (key == "engagement_rate") {
            VIGIE_TRY(const auto posts, store::Figures(tx_).ownPosts(from, to, filter.networks));
            for (const auto &post : posts)
                ids.push_back(post.item);
        } else {
            VIGIE_TRY(const auto samples, store::Figures(tx_).responses(from, to, filter.networks));
            for (const auto &sample : samples) {
                VIGIE_TRY(const auto ticket, store::Tickets(tx_).get(sample.ticket));
                ids.push_back(ticket.root);
            }
        }
        std::sort(ids.begin(), ids.end(), [](ItemId a, ItemId b) { return b < a; });
        if (page.before)
            ids.erase(std::remove_if(ids.begin(), ids.end(), [&](ItemId id) { return !(id < page.before); }), ids.end());
        if (ids.size() > static_cast<std::size_t>(page.limit))
            ids.resize(static_cast<std::size_t>(page.limit));
        return ids;
    }
    return store::Figures(tx_).rows(figures, std::nullopt, page);
}

} // namespace vigie::insight
