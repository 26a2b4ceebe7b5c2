// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/insight/report.hpp>

#include "insight/scope_rows.hpp"

#include <vigie/store/boards.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/objectives.hpp>
#include <vigie/store/queries.hpp>
#include <vigie/store/relevance.hpp>
#include <vigie/store/reports.hpp>
#include <vigie/store/sync.hpp>
#include <vigie/store/top_members.hpp>

#include <algorithm>
#include <utility>

namespace vigie::insight {

namespace {

constexpr int kMostAside = 1'000'000;
constexpr std::size_t kTopMembers = 10;

Result<Coverage> coverageOf(store::Tx &tx, const std::vector<std::string> &networks, const Period &period, const std::string &zone)
{
    VIGIE_TRY(const auto accounts, store::Accounts(tx).all());
    std::vector<AccountId> ids;
    for (const auto &account : accounts)
        if (networks.empty() || std::find(networks.begin(), networks.end(), account.connector) != networks.end())
            ids.push_back(account.id);
    VIGIE_TRY(const auto from, dayStart(period.fromDay, zone));
    VIGIE_TRY(const auto to, dayStart(period.toDay, zone));
    return store::Sync(tx).coverage(ids, from, std::min(to, std::max(tx.now(), from + Micros{1}))); // what has not happened yet is not missing
}

/// Every day of the period, also those on which nobody said anything.
Result<std::vector<ReportToneDay>> everyDay(const Series &tones, const Period &period, const std::string &zone)
{
    std::vector<ReportToneDay> out(static_cast<std::size_t>(std::max(period.length(), 0)));
    for (std::size_t i = 0; i < tones.starts.size(); ++i) {
        VIGIE_TRY(const auto day, localDay(tones.starts[i], zone));
        if (day < period.fromDay || day >= period.toDay)
            continue;
        auto &to = out[static_cast<std::size_t>(day - period.fromDay)];
        for (const auto &line : tones.lines)
            (line.name == "1" ? to.positive : line.name == "-1" ? to.negative : to.neutral) += line.points[i].n;
    }
    return out;
}

std::vector<std::string> keysOf(const Board &board)
{
    auto tiles = board.tiles;
    std::stable_sort(tiles.begin(), tiles.end(), [](const BoardTile &a, const BoardTile &b) { return std::pair(a.place.y, a.place.x) < std::pair(b.place.y, b.place.x); });
    std::vector<std::string> keys;
    for (const auto &tile : tiles)
        if (tile.kind == TileKind::Figure && metric(tile.metric) != nullptr && std::find(keys.begin(), keys.end(), tile.metric) == keys.end())
            keys.push_back(tile.metric);
    return keys;
}

class Gatherer {
public:
    Gatherer(store::Tx &tx, Columns &columns, Report &report, std::stop_token stop) : tx_(tx), figures_(tx, columns), report_(report), stop_(std::move(stop)) {}

    Result<void> all()
    {
        VIGIE_CHECK(subject());
        VIGIE_CHECK(page());
        VIGIE_CHECK(readFigures());
        VIGIE_CHECK(targets());
        VIGIE_CHECK(days());
        VIGIE_CHECK(panel());
        VIGIE_CHECK(members());
        return rest();
    }

private:
    Result<void> step() const { return stop_.stop_requested() ? Result<void>(fail(Errc::Cancelled)) : Result<void>(); }

    Result<void> subject()
    {
        VIGIE_TRY(const auto zone, store::Settings(tx_).get("workspace.zone"));
        VIGIE_TRY(const auto name, store::Settings(tx_).get("workspace.name"));
        report_.zone = zone.value_or("UTC");
        report_.workspace = name.value_or("");
        VIGIE_TRY(queries_, store::Queries(tx_).all());
        VIGIE_CHECK(tags());
        auto &scope = report_.request.scope;
        for (const auto &query : queries_)
            if (query.role == QueryRole::Brand && !scope.query)
                scope.query = query.id;
        for (const auto &query : queries_)
            if (query.id == scope.query) {
                report_.brandName = query.name;
                report_.querySource = query.source;
            }
        return {};
    }

    Result<void> tags()
    {
        const auto &wanted = report_.request.scope.tags;
        if (wanted.empty())
            return {};
        VIGIE_TRY(const auto known, store::Queries(tx_).tags());
        for (const auto &tag : known)
            if (std::find(wanted.begin(), wanted.end(), tag.id) != wanted.end())
                report_.tagNames.push_back(tag.name);
        return {};
    }

    /// The figures of the page of the dashboard, row by row as they stand there.
    Result<void> page()
    {
        auto &request = report_.request;
        VIGIE_TRY(const auto boards, store::Boards(tx_).all());
        for (const auto &board : boards) {
            if (reportPage(board) != request.page)
                continue;
            if (request.title.empty())
                request.title = board.name;
            if (request.keys.empty())
                request.keys = keysOf(board);
        }
        if (request.keys.empty())
            request.keys = defaultReportKeys();
        return {};
    }

    /// Of objectives whose formula is the figure alone.
    Result<void> targets()
    {
        VIGIE_TRY(const auto indicators, store::Objectives(tx_).indicators());
        const auto brand = report_.request.scope.query;
        for (auto &figure : report_.figures)
            for (const auto &indicator : indicators)
                if (indicator.target && indicator.formula == figure.now().key && (!indicator.query || indicator.query == brand))
                    figure.target = indicator.target;
        return {};
    }

    Result<void> readFigures()
    {
        const auto &request = report_.request;
        for (const auto &key : request.keys) {
            VIGIE_CHECK(step());
            ReportFigure figure;
            VIGIE_TRY(figure.change, figures_.compare(key, request.scope, request.period));
            VIGIE_TRY(figure.lastYear, figures_.read(key, request.scope, lastYear(request.period)));
            report_.figures.push_back(std::move(figure));
        }
        return {};
    }

    Result<void> days()
    {
        VIGIE_CHECK(step());
        const auto &request = report_.request;
        VIGIE_TRY(const auto now, figures_.series("mentions", request.scope, request.period, Bucket::Day, Split::Tone));
        VIGIE_TRY(report_.days, everyDay(now, request.period, report_.zone));
        const auto against = previous(request.period);
        VIGIE_TRY(const auto earlier, figures_.series("mentions", request.scope, against, Bucket::Day, Split::Tone));
        VIGIE_TRY(const auto before, everyDay(earlier, against, report_.zone));
        for (const auto &day : before)
            report_.mentionsBefore.push_back(static_cast<double>(day.total()));
        return {};
    }

    Result<void> panel()
    {
        std::int64_t all = 0;
        for (const auto &query : queries_) {
            if (query.id != report_.request.scope.query && query.role != QueryRole::Brand && query.role != QueryRole::Competitor)
                continue;
            VIGIE_CHECK(step());
            auto scope = report_.request.scope;
            scope.query = query.id;
            VIGIE_TRY(const auto count, figures_.read("mentions", scope, report_.request.period));
            report_.panel.push_back({query.name, count.n, 0});
            all += count.n;
        }
        if (report_.panel.size() < 2)
            report_.panel.clear(); // alone on the panel, a share says nothing
        for (auto &one : report_.panel)
            one.share = all > 0 ? static_cast<double>(one.mentions) / static_cast<double>(all) : 0;
        std::stable_sort(report_.panel.begin(), report_.panel.end(), [](const auto &a, const auto &b) { return a.mentions > b.mentions; });
        return {};
    }

    Result<void> members()
    {
        VIGIE_CHECK(step());
        const auto &request = report_.request;
        Stretch days;
        VIGIE_TRY(days.from, dayStart(request.period.fromDay, report_.zone));
        VIGIE_TRY(days.to, dayStart(request.period.toDay, report_.zone));
        VIGIE_TRY(const auto found, store::topMembers(tx_, storeScope(request.scope, days), kTopMembers));
        for (const auto &member : found)
            if (member.exportable)
                report_.members.push_back(member);
        report_.membersLeftOut = static_cast<int>(found.size() - report_.members.size());
        return {};
    }

    Result<void> rest()
    {
        const auto &request = report_.request;
        VIGIE_TRY(report_.coverage, coverageOf(tx_, request.scope.networks, request.period, report_.zone));
        VIGIE_TRY(report_.coverageBefore, coverageOf(tx_, request.scope.networks, previous(request.period), report_.zone));
        store::SearchPage period;
        VIGIE_TRY(period.from, dayStart(request.period.fromDay, report_.zone));
        VIGIE_TRY(period.to, dayStart(request.period.toDay, report_.zone));
        VIGIE_TRY(report_.aside, store::Relevance(tx_).asideCount(request.scope.query, period, kMostAside));
        if (request.comment) {
            report_.comment = *request.comment;
            return {};
        }
        VIGIE_TRY(const auto kept, store::Reports(tx_).comment(request.page, request.period.fromDay, request.period.toDay));
        if (kept) {
            report_.comment = kept->text;
            report_.commentBy = kept->person;
        }
        return {};
    }

    store::Tx &tx_;
    FigureReader figures_;
    Report &report_;
    std::stop_token stop_;
    std::vector<SavedQuery> queries_;
};

} // namespace

std::string reportPage(const Board &board) { return board.key.empty() ? "page-" + std::to_string(board.id.value) : board.key; }

std::vector<std::string> defaultReportKeys()
{
    std::vector<std::string> keys;
    for (const char *key : {"mentions", "net_sentiment", "reputation", "share_of_voice", "engagement_rate", "response_median", "response_p90"})
        if (metric(key) != nullptr)
            keys.emplace_back(key);
    return keys;
}

Result<Report> gatherReport(store::Tx &tx, Columns &columns, const ReportRequest &request, std::stop_token stop)
{
    if (request.period.length() <= 0)
        return fail(Errc::InvalidInput, "the period is empty");
    if (request.language != "en" && request.language != "fr")
        return fail(Errc::InvalidInput, "reports are written in en or fr, not in " + request.language);
    Report report;
    report.request = request;
    report.madeAt = tx.now();
    VIGIE_CHECK(Gatherer(tx, columns, report, std::move(stop)).all());
    return report;
}

} // namespace vigie::insight
