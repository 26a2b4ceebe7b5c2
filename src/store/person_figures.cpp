// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/person_rows.hpp"

#include <vigie/store/items.hpp>

#include <cmath>
#include <limits>

namespace vigie::store {

namespace {

constexpr int kMonths = 12;

/// First instant of the month that lies `back` months before the one of `now`, in UTC.
Instant monthStart(Instant now, int back)
{
    const std::chrono::year_month_day today{std::chrono::floor<std::chrono::days>(now)};
    const auto month = std::chrono::year_month{today.year(), today.month()} - std::chrono::months{back};
    return Instant{std::chrono::sys_days{month / std::chrono::day{1}}};
}

void addTone(Session &session, std::span<const MemberId> members, Instant now, SpokenFigures &out)
{
    // The last twelve months only: the row id is the time, so this reads no more than it shows.
    out.toneByMonth.assign(kMonths, std::numeric_limits<float>::quiet_NaN());
    std::vector<double> sums(kMonths, 0);
    std::vector<int> counts(kMonths, 0);
    double sum = 0;
    int count = 0;
    std::vector<Instant> starts;
    for (int back = kMonths - 1; back >= -1; --back)
        starts.push_back(monthStart(now, back));
    for (const auto member : members)
        session.each<Instant, double>("SELECT published_at, tone FROM item WHERE author_id=? AND id>=?", binds(member, firstItemIdAt(starts.front())), [&](Instant at, double tone) {
            sum += tone;
            ++count;
            for (std::size_t month = 0; month + 1 < starts.size(); ++month)
                if (at >= starts[month] && at < starts[month + 1]) {
                    sums[month] += tone;
                    ++counts[month];
                }
        });
    out.meanTone = count > 0 ? static_cast<float>(sum / count) : 0;
    for (std::size_t month = 0; month < static_cast<std::size_t>(kMonths); ++month)
        if (counts[month] > 0)
            out.toneByMonth[month] = static_cast<float>(sums[month] / counts[month]);
}

} // namespace

SpokenFigures spokenFigures(Session &session, std::span<const MemberId> members, Instant now)
{
    SpokenFigures out;
    const auto ids = idList(members);
    for (const auto member : members) {
        out.mentions += session.one<int>("SELECT count(*) FROM item WHERE author_id=?", member).value_or(0);
        out.exchanges += session.one<int>("SELECT coalesce(sum(outbound), 0) FROM ticket WHERE member_id=?", member).value_or(0);
    }
    if (out.exchanges > 0)
        out.lastExchangeAt = session.one<std::optional<Instant>>("SELECT max(i.published_at) FROM ticket t JOIN ticket_item ti ON ti.ticket_id=t.id JOIN item i ON i.id=ti.item_id"
                                                                 " WHERE t.member_id IN (SELECT value FROM json_each(?)) AND t.outbound>0 AND i.ours IS NOT NULL", ids)
                                 .value_or(std::nullopt);
    addTone(session, members, now, out);
    out.tags = session.column<std::string>("SELECT DISTINCT t.name FROM item_tag it JOIN tag t ON t.id=it.tag_id JOIN item i ON i.id=it.item_id"
                                           " WHERE i.author_id IN (SELECT value FROM json_each(?)) ORDER BY t.name", ids);
    return out;
}

} // namespace vigie::store
