// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/measuring.hpp"

#include <vigie/store/members.hpp>
#include <vigie/store/sync.hpp>

#include <algorithm>

namespace vigie::insight {

namespace {
constexpr double kAllSeen = 0.9995; ///< less is said, in tenths of a percent
}

Result<const MetricDef *> knownMetric(std::string_view key)
{
    const auto *found = metricDef(key);
    if (!found)
        return fail(Errc::InvalidInput, "no such figure: " + std::string(key));
    return found;
}

Stretch withNow(const store::Tx &tx, Stretch stretch)
{
    if (stretch.to == tx.now())
        stretch.to += Micros{1};
    return stretch;
}

Result<Stretch> elapsedOf(store::Tx &tx, const Period &period)
{
    VIGIE_TRY(const auto stretch, stretchOf(tx, period));
    return withNow(tx, stretch);
}

Figure emptyFigure(const Metric &metric)
{
    Figure out;
    out.key = metric.key;
    out.version = metric.version;
    out.unit = metric.unit;
    return out;
}

std::chrono::hours lookBackOf(const MetricDef &def, const Stretch &stretch)
{
    return def.lookBack == kAsLong ? std::chrono::ceil<std::chrono::hours>(stretch.to - stretch.from) : def.lookBack;
}

Figure measure(const MetricDef &def, const Tally &sum)
{
    auto out = emptyFigure(def.metric);
    def.ofTally(sum, out);
    out.n = sum.count(def.behind);
    return out;
}

Result<Figure> measure(const MetricDef &def, const Reading &reading, const Stretch &stretch, RowsTold &rows)
{
    if (def.ofTally)
        return measure(def, reading.tally(stretch, sumsFor(def.behind)));
    auto out = emptyFigure(def.metric);
    VIGIE_CHECK(def.ofPosts ? def.ofPosts(reading, stretch, out) : def.ofRows(reading, stretch, out, rows));
    return out;
}

Result<Figure> measure(const MetricDef &def, const Reading &reading, const Stretch &stretch)
{
    RowsTold untold;
    return measure(def, reading, stretch, untold);
}

bool ofMentions(const MetricDef &def)
{
    return def.behind != Behind::OwnPosts && def.behind != Behind::Conversations && def.behind != Behind::Entered;
}

Result<double> seenShare(store::Tx &tx, const std::vector<std::string> &networks, const Stretch &stretch)
{
    VIGIE_TRY(const auto accounts, store::Accounts(tx).all());
    std::vector<AccountId> ids;
    for (const auto &account : accounts)
        if (networks.empty() || std::find(networks.begin(), networks.end(), account.connector) != networks.end())
            ids.push_back(account.id);
    if (ids.empty() || stretch.to <= stretch.from)
        return 1;
    VIGIE_TRY(const auto coverage, store::Sync(tx).coverage(ids, stretch.from, stretch.to));
    return std::clamp(coverage.seenShare, 0.0, 1.0);
}

void notePartial(std::vector<Note> &notes, double share)
{
    if (share < kAllSeen)
        notes.push_back({Note::Kind::Partial, static_cast<std::int64_t>(share * 1000), {}});
}

} // namespace vigie::insight
