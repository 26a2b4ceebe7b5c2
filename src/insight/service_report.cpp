// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/insight/service_report.hpp>

#include <vigie/base/csv.hpp>
#include <vigie/insight/statistics.hpp>
#include <vigie/store/departments.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <unordered_map>
#include <utility>

namespace vigie::insight {

namespace {

constexpr std::array<std::pair<const char *, ServiceSplit>, 8> kSplits{
    {{"none", ServiceSplit::None}, {"account", ServiceSplit::Account}, {"language", ServiceSplit::Language}, {"network", ServiceSplit::Network}, {"policy", ServiceSplit::Policy},
     {"service", ServiceSplit::Department}, {"week", ServiceSplit::Week}, {"month", ServiceSplit::Month}}};
constexpr std::array kMeasures{ServiceMeasure::First, ServiceMeasure::Next, ServiceMeasure::FirstResolution, ServiceMeasure::FullResolution};

using store::SlaResult;

using Departments = std::unordered_map<TicketId, DepartmentId>;

/// Of a day, the Monday of its week, or its month.
std::string periodOf(Instant at, const ServiceQuestion &question)
{
    constexpr int kMondayOfEpoch = 3, kDays = 7; // 1970-01-01 was a Thursday
    const auto day = localDay(at, question.zone);
    if (!day)
        return {};
    const int weekday = ((*day % kDays) + kDays + kMondayOfEpoch) % kDays;
    const bool week = question.split == ServiceSplit::Week;
    const auto text = toRfc3339(Instant{std::chrono::days{week ? *day - weekday : *day}});
    return text.substr(0, week ? 10 : 7);
}

std::string keyOf(const SlaResult &row, const ServiceQuestion &question, const Departments &asked)
{
    switch (question.split) {
    case ServiceSplit::None: break;
    case ServiceSplit::Account: return std::to_string(row.account.value);
    case ServiceSplit::Language: return row.lang.empty() ? "und" : row.lang;
    case ServiceSplit::Network: return row.network;
    case ServiceSplit::Policy: return std::to_string(row.event.policy.value);
    case ServiceSplit::Department: {
        const auto found = asked.find(row.event.ticket);
        return std::to_string(found != asked.end() ? found->second.value : 0);
    }
    case ServiceSplit::Week:
    case ServiceSplit::Month: return periodOf(question.byEnd ? row.event.endedAt.value_or(row.event.startedAt) : row.event.startedAt, question);
    }
    return {};
}

/// The last resolution of a case is the one that counts as its resolution.
bool isLast(const SlaResult &row, const std::map<TicketId, int> &lastResolution)
{
    const auto last = lastResolution.find(row.event.ticket);
    return last == lastResolution.end() || row.event.sequence >= last->second;
}

bool belongs(const SlaResult &row, ServiceMeasure measure, const std::map<TicketId, int> &lastResolution)
{
    const bool resolution = row.event.target == SlaTarget::Resolution;
    switch (measure) {
    case ServiceMeasure::First: return row.event.target == SlaTarget::First;
    case ServiceMeasure::Next: return row.event.target == SlaTarget::Next;
    case ServiceMeasure::FirstResolution: return resolution && row.event.sequence == 0;
    case ServiceMeasure::FullResolution: return resolution && isLast(row, lastResolution);
    }
    return false;
}

Result<Departments> departmentsFor(store::Tx &tx, const ServiceQuestion &question)
{
    return question.split == ServiceSplit::Department ? store::Passings(tx).askedFirst() : Result<Departments>(Departments());
}

Result<std::vector<SlaResult>> material(store::Tx &tx, const ServiceQuestion &question)
{
    store::Sla sla(tx);
    VIGIE_TRY(auto rows, sla.results(question.from, question.to, question.byEnd));
    if (question.byEnd) { // what is still open has no end to be counted by: it is shown beside what ended
        VIGIE_TRY(const auto open, sla.open(question.to));
        rows.insert(rows.end(), open.begin(), open.end());
    }
    return rows;
}

std::map<TicketId, int> lastResolutions(const std::vector<SlaResult> &rows)
{
    std::map<TicketId, int> last;
    for (const auto &row : rows)
        if (row.event.target == SlaTarget::Resolution)
            last[row.event.ticket] = std::max(last[row.event.ticket], row.event.sequence);
    return last;
}

ServiceFigure figureOf(const std::vector<const SlaResult *> &rows, Instant now)
{
    ServiceFigure figure;
    std::vector<double> wall, open;
    for (const auto *row : rows) {
        const auto &event = row->event;
        switch (event.state) {
        case SlaState::Running:
        case SlaState::Stopped:
            ++figure.open;
            figure.late += event.dueAt && *event.dueAt < now;
            figure.oldest = figure.oldest ? std::min(*figure.oldest, event.startedAt) : event.startedAt;
            break;
        case SlaState::Unanswered: ++figure.unanswered; break;
        case SlaState::Cancelled: break;
        case SlaState::Hit:
        case SlaState::Miss:
            ++(event.state == SlaState::Hit ? figure.hits : figure.misses);
            open.push_back(static_cast<double>(event.used));
            [[fallthrough]];
        case SlaState::Nothing:
            wall.push_back(static_cast<double>(std::max<std::int64_t>(0, event.wall)));
            figure.skewed += event.skewed;
            break;
        }
    }
    figure.n = static_cast<std::int64_t>(wall.size());
    figure.median = quantile(wall, 0.5);
    figure.p90 = quantile(wall, 0.9);
    if (!wall.empty())
        figure.mean = std::accumulate(wall.begin(), wall.end(), 0.0) / static_cast<double>(wall.size());
    figure.openMedian = quantile(open, 0.5);
    return figure;
}

} // namespace

std::optional<ServiceSplit> serviceSplitFrom(std::string_view name) noexcept
{
    for (const auto &[word, split] : kSplits)
        if (name == word)
            return split;
    return std::nullopt;
}

const char *toString(ServiceMeasure measure) noexcept
{
    switch (measure) {
    case ServiceMeasure::First: return "first";
    case ServiceMeasure::Next: return "next";
    case ServiceMeasure::FirstResolution: return "first_resolution";
    case ServiceMeasure::FullResolution: return "full_resolution";
    }
    return "";
}

Result<std::vector<ServiceFigure>> serviceFigures(store::Tx &tx, const ServiceQuestion &question)
{
    VIGIE_TRY(const auto rows, material(tx, question));
    VIGIE_TRY(const auto asked, departmentsFor(tx, question));
    const auto last = lastResolutions(rows);
    std::map<std::pair<std::string, ServiceMeasure>, std::vector<const SlaResult *>> groups;
    for (const auto &row : rows)
        for (const auto measure : kMeasures)
            if (belongs(row, measure, last))
                groups[{keyOf(row, question, asked), measure}].push_back(&row);
    std::vector<ServiceFigure> out;
    for (const auto &[group, members] : groups) {
        auto figure = figureOf(members, tx.now());
        figure.key = group.first;
        figure.measure = group.second;
        out.push_back(std::move(figure));
    }
    return out;
}

Result<std::vector<SlaResult>> serviceRows(store::Tx &tx, const ServiceQuestion &question, ServiceMeasure measure, const std::string &key)
{
    VIGIE_TRY(auto rows, material(tx, question));
    VIGIE_TRY(const auto asked, departmentsFor(tx, question));
    const auto last = lastResolutions(rows);
    std::erase_if(rows, [&](const SlaResult &row) { return !belongs(row, measure, last) || keyOf(row, question, asked) != key; });
    return rows;
}

std::string serviceCsv(const std::vector<ServiceFigure> &figures)
{
    std::string out = "key,measure,n,median_s,p90_s,mean_s,open_median_s,open,late,oldest,hits,misses,unanswered\r\n";
    const auto plain = [](const std::optional<double> &value) { return value ? std::to_string(static_cast<long long>(*value)) : std::string(); };
    for (const auto &one : figures)
        out += csvCell(one.key) + "," + toString(one.measure) + "," + std::to_string(one.n) + "," + plain(one.median) + "," + plain(one.p90) + "," + plain(one.mean) + ","
               + plain(one.openMedian) + "," + std::to_string(one.open) + "," + std::to_string(one.late) + "," + (one.oldest ? toRfc3339(*one.oldest) : "") + ","
               + std::to_string(one.hits) + "," + std::to_string(one.misses) + "," + std::to_string(one.unanswered) + "\r\n";
    return out;
}

} // namespace vigie::insight
