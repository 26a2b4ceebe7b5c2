// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/wordpress/paging.hpp"

#include "connect/common/json.hpp"

#include <algorithm>
#include <charconv>
#include <set>

namespace vigie::connect::wordpress {

namespace {

std::vector<std::string> readIds(const Json &object, const char *key)
{
    std::vector<std::string> ids;
    for (const auto &entry : arrayAt(object, key))
        if (entry.is_string() && ids.size() < static_cast<std::size_t>(kDeepest))
            ids.push_back(entry.get<std::string>());
    return ids;
}

int numberAt(const Json &object, const char *key, int most)
{
    return static_cast<int>(std::clamp<std::int64_t>(intAt(object, key).value_or(0), 0, most));
}

int offsetFrom(const std::string &written)
{
    int offset = 0;
    std::from_chars(written.data(), written.data() + written.size(), offset);
    return std::max(offset, 0);
}

/// Is there something below what has been read? Entries that we may not see are counted and left out, so that a short page
/// is not the last one.
bool more(const Turn &turn, const Listing &listing)
{
    return listing.total ? turn.offset + turn.size < *listing.total : listing.entries >= turn.size;
}

int below(const Turn &turn)
{
    return turn.offset + std::max(turn.size - kPagesInto, 1);
}

Step backwards(const Turn &turn, const Listing &listing)
{
    Step step;
    if (more(turn, listing))
        step.cursor = step.nextPage = std::to_string(below(turn));
    return step;
}

/// How many of the remembered ids lie within what was read: up to the deepest that was met again.
std::size_t covered(const Mark &mark, const std::set<std::string> &read, bool toTheEnd)
{
    if (toTheEnd)
        return mark.seen.size();
    for (std::size_t i = mark.seen.size(); i > 0; --i)
        if (read.count(mark.seen[i - 1]) != 0)
            return i;
    return 0;
}

void finish(Step &step, const Mark &before, const Turn &turn, bool toTheEnd, Instant now)
{
    const std::set<std::string> read(turn.top.begin(), turn.top.end());
    const auto within = covered(before, read, toTheEnd);
    Mark mark;
    mark.seen = turn.top;
    for (std::size_t i = 0; i < before.seen.size(); ++i) {
        const auto &id = before.seen[i];
        if (read.count(id) != 0)
            continue;
        if (i < within)
            step.vanished.push_back(id);
        else
            mark.seen.push_back(id);
    }
    if (mark.seen.size() > static_cast<std::size_t>(kRemembered))
        mark.seen.resize(kRemembered);
    const bool whole = turn.full || before.seen.empty() || toTheEnd;
    mark.runs = whole ? 0 : before.runs + 1;
    mark.fullAt = whole ? now : before.fullAt;
    // Without a single entry there is no place to go on from: the next run begins afresh, and history will follow it.
    step.cursor = mark.seen.empty() && before.seen.empty() ? std::string{} : mark.text();
}

} // namespace

std::string Mark::text() const
{
    return dump(Json{{"seen", seen}, {"runs", runs}, {"fullAt", toMicros(fullAt)}});
}

Mark Mark::from(const std::string &cursor)
{
    Mark mark;
    const auto json = parseJson(cursor.empty() ? "{}" : cursor);
    if (!json)
        return mark;
    mark.seen = readIds(*json, "seen");
    mark.runs = numberAt(*json, "runs", 1000);
    mark.fullAt = fromMicros(intAt(*json, "fullAt").value_or(0));
    return mark;
}

std::string Turn::text() const
{
    return dump(Json{{"offset", offset}, {"size", size}, {"number", number}, {"full", full}, {"top", top}});
}

Turn Turn::from(const FetchSpec &spec, Instant now)
{
    Turn turn;
    if (spec.direction == Direction::Backfill) {
        turn.offset = offsetFrom(spec.page.empty() ? spec.cursor : spec.page);
        return turn;
    }
    if (spec.page.empty()) {
        const auto mark = Mark::from(spec.cursor);
        turn.full = !mark.seen.empty() && (mark.runs >= kRunsBetween || now - mark.fullAt >= kRereadAfter);
        turn.size = mark.seen.empty() || turn.full ? kPage : kLight;
        return turn;
    }
    const auto json = parseJson(spec.page);
    if (!json)
        return turn;
    turn.offset = numberAt(*json, "offset", 1'000'000);
    turn.size = std::max(numberAt(*json, "size", kPage), 1);
    turn.number = numberAt(*json, "number", 1000);
    turn.full = boolAt(*json, "full");
    turn.top = readIds(*json, "top");
    return turn;
}

Step stepAfter(const FetchSpec &spec, const Listing &listing, Instant now)
{
    auto turn = Turn::from(spec, now);
    if (spec.direction == Direction::Backfill)
        return backwards(turn, listing);
    const auto mark = Mark::from(spec.cursor);
    const bool first = mark.seen.empty();
    const bool goesOn = more(turn, listing);
    for (const auto &id : listing.ids)
        if (std::find(turn.top.begin(), turn.top.end(), id) == turn.top.end())
            turn.top.push_back(id);
    Step step;
    step.reachedKnown = std::any_of(mark.seen.begin(), mark.seen.end(), [&](const auto &id) { return std::find(turn.top.begin(), turn.top.end(), id) != turn.top.end(); });
    const auto read = turn.offset + turn.size;
    const bool wanted = !first && ((turn.full && read < kReread) || !step.reachedKnown);
    if (goesOn && wanted && read < kDeepest) {
        turn.offset = below(turn);
        turn.size = kPage;
        ++turn.number;
        step.nextPage = turn.text();
        return step;
    }
    step.capped = goesOn && !first && !step.reachedKnown;
    const bool toTheEnd = !goesOn && (listing.total || listing.entries > 0); // an empty answer without a count proves nothing
    finish(step, mark, turn, toTheEnd, now);
    return step;
}

} // namespace vigie::connect::wordpress
