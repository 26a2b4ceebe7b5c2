// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/mastodon/paging.hpp"

#include "connect/common/cursor.hpp"

#include <vigie/net/link_header.hpp>

#include <algorithm>

namespace vigie::connect::mastodon {

namespace {

bool contains(const std::vector<std::string> &ids, const std::string &id)
{
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

/// The token travels to the host of the request: a link elsewhere would carry it away.
Result<std::string> linkOnOurHost(const Context &context, const net::Response &response, std::string_view rel)
{
    auto link = net::linkOf(response, rel);
    if (link.empty())
        return link;
    const auto ours = net::parseUrl(baseOf(context.account));
    const auto theirs = net::parseUrl(link);
    if (!ours || !theirs || !net::sameOrigin(*ours, *theirs))
        return fail(Errc::PolicyRefused, "the server names a next page on another host");
    return link;
}

/// One page further down; none when this was the last.
Result<std::optional<Turn>> below(const Context &context, const net::Response &response, const Turn &turn, const Found &found)
{
    const bool linked = !response.header("Link").empty();
    VIGIE_TRY(auto link, linkOnOurHost(context, response, "next"));
    if (found.ids.empty() || (link.empty() && (linked || turn.linked)))
        return std::optional<Turn>{};
    Turn next = turn;
    next.linked = linked;
    next.url = std::move(link);
    next.id = next.url.empty() ? found.ids.back() : std::string{};
    next.last = found.ids;
    next.number = turn.number + 1;
    const bool repeats = std::all_of(found.ids.begin(), found.ids.end(), [&](const auto &id) { return contains(turn.last, id); });
    if (repeats)
        return std::optional<Turn>{};
    return std::optional(std::move(next));
}

Mark markAtTop(const Turn &turn, const Mark &before)
{
    Mark mark;
    mark.seen = turn.top;
    mark.at = turn.topAt ? turn.topAt : before.at;
    // Part of the old ones stay known: a deleted post or two must not make the whole page look new.
    for (std::size_t i = 0; i < before.seen.size() && mark.seen.size() < kPageSize; ++i)
        if (!contains(mark.seen, before.seen[i]))
            mark.seen.push_back(before.seen[i]);
    if (mark.seen.size() > kPageSize)
        mark.seen.resize(kPageSize);
    return mark;
}

bool anyKnown(const Mark &mark, const Found &found)
{
    return std::any_of(found.ids.begin(), found.ids.end(), [&](const auto &id) { return mark.knows(id); });
}

Result<Step> afterTop(const Context &context, const net::Response &response, const Mark &mark, Turn turn, const Found &found)
{
    Step step;
    turn.top = found.anchors;
    turn.topAt = found.newest;
    if (found.ids.empty())
        return step;
    const bool first = mark.seen.empty();
    step.reachedKnown = !first && anyKnown(mark, found);
    if (!first && !step.reachedKnown) {
        Turn up;
        up.way = Turn::Way::Up;
        up.id = mark.seen.front();
        up.top = turn.top;
        up.topAt = turn.topAt;
        up.last = mark.seen;
        up.number = 1;
        step.leaveItems = true;
        step.nextPage = up.text();
        return step;
    }
    step.cursor = markAtTop(turn, mark).text();
    const bool busy = mark.at && found.oldest && *found.oldest > *mark.at - kOverlap;
    if (step.reachedKnown && busy) {
        VIGIE_TRY(auto next, below(context, response, turn, found));
        if (next) {
            next->way = Turn::Way::Overlap;
            step.nextPage = next->text();
        }
    }
    return step;
}

Result<Step> afterOverlap(const Context &context, const net::Response &response, const Mark &mark, const Turn &turn, const Found &found)
{
    Step step;
    step.reachedKnown = true;
    const bool busy = mark.at && found.oldest && *found.oldest > *mark.at - kOverlap;
    if (!busy || turn.number >= kOverlapPages)
        return step;
    VIGIE_TRY(auto next, below(context, response, turn, found));
    if (next)
        step.nextPage = next->text();
    return step;
}

Step descendFromTop(const Turn &turn)
{
    Turn down;
    down.way = Turn::Way::Down;
    down.top = turn.top;
    down.topAt = turn.topAt;
    Step step;
    step.leaveItems = true;
    step.nextPage = down.text();
    return step;
}

Result<Step> afterUp(const Context &context, const net::Response &response, const Mark &mark, const Turn &turn, const Found &found)
{
    const bool seenBefore = std::any_of(found.ids.begin(), found.ids.end(), [&](const auto &id) { return contains(turn.last, id) || mark.knows(id); });
    // A correct first page begins just above what is known, below the whole top page. One that ends inside the top page
    // is the newest page again: min_id was not understood (or the known id is gone and there was no hole).
    const bool isTop = turn.number == 1 && (found.ids.empty() || contains(turn.top, found.ids.back()));
    if (found.ids.empty() && turn.number > 1) {
        Step step;
        step.reachedKnown = true;
        return step;
    }
    if (seenBefore || isTop)
        return descendFromTop(turn);
    Step step;
    Mark moved;
    moved.seen = found.anchors;
    moved.at = found.newest ? found.newest : mark.at;
    step.cursor = moved.text();
    step.reachedKnown = true; // climbing starts at what is known: there is no hole below
    if (turn.top.empty() || contains(found.ids, turn.top.front()))
        return step;
    Turn next = turn;
    VIGIE_TRY(auto link, linkOnOurHost(context, response, "prev"));
    next.url = link.find("min_id=") == std::string::npos ? std::string{} : std::move(link);
    next.id = found.ids.front();
    next.last = found.ids;
    next.number = turn.number + 1;
    step.nextPage = next.text();
    return step;
}

Result<Step> afterDown(const Context &context, const net::Response &response, const Mark &mark, Turn turn, const Found &found)
{
    if (turn.number == 0 && !found.ids.empty()) {
        turn.top = found.anchors;
        turn.topAt = found.newest;
    }
    Step step;
    step.reachedKnown = anyKnown(mark, found);
    VIGIE_TRY(auto next, below(context, response, turn, found));
    const bool tooDeep = turn.number + 1 >= kDeepestDescent;
    if (!step.reachedKnown && next && !tooDeep) {
        step.nextPage = next->text();
        return step;
    }
    step.capped = !step.reachedKnown;
    step.cursor = markAtTop(turn, step.reachedKnown ? mark : Mark{}).text();
    return step;
}

} // namespace

bool Mark::knows(const std::string &id) const
{
    return contains(seen, id);
}

std::string Mark::text() const
{
    return dump(Json{{"seen", seen}, {"at", momentJson(at)}});
}

Mark Mark::from(const std::string &cursor)
{
    Mark mark;
    const auto json = parseJson(cursor);
    if (!json)
        return mark;
    mark.seen = textsIn(*json, "seen");
    mark.at = momentIn(*json, "at");
    return mark;
}

std::string Turn::text() const
{
    return dump(Json{{"way", static_cast<int>(way)}, {"url", url}, {"id", id}, {"top", top}, {"last", last}, {"topAt", momentJson(topAt)}, {"linked", linked}, {"n", number}});
}

Turn Turn::from(const std::string &token)
{
    Turn turn;
    const auto json = parseJson(token);
    if (!json)
        return turn;
    const auto way = intAt(*json, "way").value_or(0);
    turn.way = way >= 0 && way <= 3 ? static_cast<Way>(way) : Way::Top;
    turn.url = textAt(*json, "url");
    turn.id = textAt(*json, "id");
    turn.top = textsIn(*json, "top");
    turn.last = textsIn(*json, "last");
    turn.topAt = momentIn(*json, "topAt");
    turn.linked = boolAt(*json, "linked");
    turn.number = static_cast<int>(std::clamp<std::int64_t>(intAt(*json, "n").value_or(0), 0, 100'000));
    return turn;
}

namespace {

Turn turnOf(const FetchSpec &spec)
{
    const auto &token = spec.page.empty() && spec.direction == Direction::Backfill ? spec.cursor : spec.page;
    return token.empty() ? Turn{} : Turn::from(token);
}

} // namespace

Ask askFor(const FetchSpec &spec)
{
    const auto turn = turnOf(spec);
    Ask ask;
    ask.url = turn.url;
    ask.pairs.emplace_back("limit", std::to_string(kPageSize));
    if (!turn.id.empty())
        ask.pairs.emplace_back(turn.way == Turn::Way::Up ? "min_id" : "max_id", turn.id);
    return ask;
}

Result<Step> stepAfter(const Context &context, const FetchSpec &spec, const net::Response &response, const Found &found)
{
    const auto turn = turnOf(spec);
    if (spec.direction == Direction::Backfill) {
        Step step;
        VIGIE_TRY(auto next, below(context, response, turn, found));
        if (next) {
            next->way = Turn::Way::Down;
            step.nextPage = step.cursor = next->text();
        }
        return step;
    }
    const auto mark = Mark::from(spec.cursor);
    switch (turn.way) {
    case Turn::Way::Top: return afterTop(context, response, mark, turn, found);
    case Turn::Way::Overlap: return afterOverlap(context, response, mark, turn, found);
    case Turn::Way::Up: return afterUp(context, response, mark, turn, found);
    case Turn::Way::Down: return afterDown(context, response, mark, turn, found);
    }
    return Step{};
}

} // namespace vigie::connect::mastodon
