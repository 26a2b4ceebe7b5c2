// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/item_id.hpp"

#include "store/hot_statement.hpp"
#include "store/meta.hpp"
#include "store/writer_caches.hpp"

#include <algorithm>
#include <limits>

namespace vigie::store {

namespace {

constexpr std::int64_t kSlots = std::int64_t{1} << kItemIdBits;
/// A list of full seconds longer than this is begun anew; it only saves look-ups.
constexpr std::size_t kMaxFullSeconds = 10'000;
constexpr const char *kMaxSpill = "max_spill";

std::int64_t secondOf(Instant t)
{
    return firstItemIdAt(t).value / kSlots - (firstItemIdAt(t).value % kSlots < 0 ? 1 : 0);
}

std::int64_t storedSpill(Session &session)
{
    const auto stored = meta(session, kMaxSpill);
    return stored ? std::stoll(*stored) : 0;
}

/// First free id of a second; nothing when it is full.
std::optional<std::int64_t> freeIn(Session &session, std::int64_t second)
{
    auto &caches = session.caches();
    const std::int64_t base = second * kSlots;
    // Id 0 means "none".
    const std::int64_t first = base == 0 ? 1 : base;
    if (!caches.newestItem)
        caches.newestItem = session.one<std::optional<std::int64_t>>("SELECT max(id) FROM item").value_or(std::nullopt)
                                .value_or(std::numeric_limits<std::int64_t>::min());
    if (*caches.newestItem < first)
        return first;
    auto &newest = session.hot("SELECT max(id) FROM item WHERE id >= ? AND id < ?");
    newest.bind(base, base + kSlots);
    newest.next();
    const auto next = newest.isNull(0) ? first : newest.integer(0) + 1;
    newest.reset();
    if (next < base + kSlots)
        return next;
    return std::nullopt;
}

void noteSpill(Session &session, std::int64_t seconds)
{
    if (seconds <= maxSpillSeconds(session))
        return;
    session.caches().maxSpill = seconds;
    setMeta(session, kMaxSpill, std::to_string(seconds));
}

} // namespace

ItemId allocateItemId(Session &session, Instant published)
{
    auto &full = session.caches().fullSeconds;
    const std::int64_t wanted = secondOf(published);
    std::int64_t second = wanted;
    if (const auto it = full.find(wanted); it != full.end())
        second = it->second;
    auto id = freeIn(session, second);
    while (!id)
        id = freeIn(session, ++second);
    if (second != wanted) {
        if (full.size() > kMaxFullSeconds)
            full.clear();
        full[wanted] = second;
        noteSpill(session, second - wanted);
    }
    auto &newest = session.caches().newestItem;
    newest = std::max(newest.value_or(*id), *id);
    return ItemId{*id};
}

std::int64_t maxSpillSeconds(Session &session)
{
    auto &known = session.caches().maxSpill;
    if (!known)
        known = storedSpill(session);
    return *known;
}

IdRange idRange(Session &session, std::optional<Instant> from, std::optional<Instant> to)
{
    constexpr auto kLowest = std::numeric_limits<std::int64_t>::min() / 2, kHighest = std::numeric_limits<std::int64_t>::max() / 2;
    // The writer keeps the value; a reader asks each time, since another connection may have raised it.
    const std::int64_t spill = storedSpill(session);
    IdRange range{ItemId{kLowest}, ItemId{kHighest}, ItemId{kLowest}, ItemId{kHighest}};
    // The second of an edge is itself in doubt only when the edge lies inside of it, as that of a local day never does.
    const auto doubt = [spill](Instant edge) { return (spill + (toMicros(edge) % 1'000'000 == 0 ? 0 : 1)) * kSlots; };
    if (from) {
        range.first = firstItemIdAt(*from);
        range.safeFirst = ItemId{range.first.value + doubt(*from)};
    }
    if (to) {
        range.safeLast = firstItemIdAt(*to);
        range.last = ItemId{range.safeLast.value + doubt(*to)};
    }
    return range;
}

} // namespace vigie::store
