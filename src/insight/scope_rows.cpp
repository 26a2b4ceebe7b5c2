// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/scope_rows.hpp"

#include <vigie/store/queries.hpp>

#include <algorithm>

namespace vigie::insight {

namespace {

Result<Stretch> wholeDays(const Period &period, const std::string &zone)
{
    if (period.length() <= 0)
        return fail(Errc::InvalidInput, "the period has no day");
    VIGIE_TRY(const auto from, dayStart(period.fromDay, zone));
    VIGIE_TRY(const auto to, dayStart(period.toDay, zone));
    return Stretch{from, to};
}

} // namespace

Result<Stretches> stretchesOf(store::Tx &tx, const Period &period, const Period &against)
{
    VIGIE_TRY(const auto context, store::Queries(tx).context());
    Stretches out;
    VIGIE_TRY(out.now, wholeDays(period, context.zone));
    VIGIE_TRY(out.before, wholeDays(against, context.zone));
    const auto now = tx.now();
    if (now <= out.now.from || now >= out.now.to)
        return out;
    VIGIE_TRY(const auto today, localDay(now, context.zone));
    VIGIE_TRY(const auto began, dayStart(today, context.zone));
    const auto sameDay = against.fromDay + (today - period.fromDay);
    VIGIE_TRY(const auto beganBefore, dayStart(sameDay, context.zone));
    VIGIE_TRY(const auto endedBefore, dayStart(sameDay + 1, context.zone));
    out.now.to = now;
    out.before.to = std::min({out.before.to, endedBefore, beganBefore + (now - began)});
    return out;
}

Result<Stretch> stretchOf(store::Tx &tx, const Period &period)
{
    VIGIE_TRY(const auto both, stretchesOf(tx, period, period));
    return both.now;
}

store::MentionScope storeScope(const FigureScope &scope, const Stretch &stretch)
{
    store::MentionScope out;
    out.query = scope.query;
    out.words = scope.words;
    out.from = stretch.from;
    out.to = stretch.to;
    out.networks = scope.networks;
    out.langs = scope.langs;
    out.tags = scope.tags;
    out.tones = scope.tones;
    out.withoutRelays = scope.withoutRelays;
    return out;
}

} // namespace vigie::insight
