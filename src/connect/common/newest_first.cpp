// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/common/newest_first.hpp"

#include "connect/common/json.hpp"

#include <algorithm>

namespace vigie::connect {

namespace {

Json written(const NewestMark &mark)
{
    return {{"seen", mark.seen}, {"at", mark.at ? Json(toMicros(*mark.at)) : Json(nullptr)}};
}

NewestMark read(const Json &json)
{
    NewestMark mark;
    for (const auto &entry : arrayAt(json, "seen"))
        if (entry.is_string())
            mark.seen.push_back(entry.get<std::string>());
    if (const auto at = intAt(json, "at"))
        mark.at = fromMicros(*at);
    return mark;
}

/// New ones first; part of the old ones stay known, so that a deletion or two does not make all look new.
NewestMark merged(const NewestMark &fresh, const NewestMark &before, std::size_t kept)
{
    NewestMark mark = fresh;
    if (!mark.at)
        mark.at = before.at;
    for (const auto &key : before.seen)
        if (mark.seen.size() < kept && !mark.knows(key))
            mark.seen.push_back(key);
    if (mark.seen.size() > kept)
        mark.seen.resize(kept);
    return mark;
}

void goDown(FetchPage &page, NewestTurn turn, const std::string &serverToken)
{
    if (serverToken.empty() || serverToken == turn.token)
        return;
    turn.token = serverToken;
    ++turn.number;
    page.nextPage = page.cursor = turn.text();
}

} // namespace

bool NewestMark::knows(const std::string &key) const
{
    return std::find(seen.begin(), seen.end(), key) != seen.end();
}

std::string NewestMark::text() const
{
    return seen.empty() ? std::string{} : dump(written(*this));
}

NewestMark NewestMark::from(const std::string &cursor)
{
    const auto json = parseJson(cursor);
    return json ? read(*json) : NewestMark{};
}

std::string NewestTurn::text() const
{
    return dump(Json{{"token", token}, {"n", number}, {"top", written(top)}, {"known", known}, {"again", again}});
}

NewestTurn NewestTurn::from(const std::string &text)
{
    NewestTurn turn;
    const auto json = parseJson(text);
    if (!json)
        return turn;
    turn.token = textAt(*json, "token");
    turn.number = static_cast<int>(std::clamp<std::int64_t>(intAt(*json, "n").value_or(0), 0, 100'000));
    turn.top = read(at(*json, "top"));
    turn.known = boolAt(*json, "known");
    turn.again = boolAt(*json, "again");
    return turn;
}

NewestTurn NewestTurn::of(const FetchSpec &spec)
{
    const auto &text = spec.page.empty() && spec.direction == Direction::Backfill ? spec.cursor : spec.page;
    return text.empty() ? NewestTurn{} : from(text);
}

void NewestPage::add(std::string key, const std::optional<Instant> &at)
{
    if (key.empty())
        return;
    keys.push_back(std::move(key));
    if (at) {
        newest = newest ? std::max(*newest, *at) : *at;
        oldest = oldest ? std::min(*oldest, *at) : *at;
    }
}

void goOn(FetchPage &page, const FetchSpec &spec, const NewestPage &found, const std::string &serverToken, const NewestHabits &habits)
{
    auto turn = NewestTurn::of(spec);
    if (spec.direction == Direction::Backfill)
        return goDown(page, turn, serverToken);
    const auto mark = NewestMark::from(spec.cursor);
    turn.known = turn.known || std::any_of(found.keys.begin(), found.keys.end(), [&](const auto &key) { return mark.knows(key); });
    for (const auto &key : found.keys)
        if (turn.top.seen.size() < habits.kept && !turn.top.knows(key))
            turn.top.seen.push_back(key);
    if (found.newest)
        turn.top.at = turn.top.at ? std::max(*turn.top.at, *found.newest) : *found.newest;
    page.reachedKnown = turn.known;
    const bool first = mark.seen.empty(); // what lies below is history: backfill's
    const bool farEnough = turn.known && (!mark.at || !found.oldest || *found.oldest < *mark.at - habits.overlap);
    const bool more = !first && !farEnough && !serverToken.empty() && serverToken != turn.token;
    if (more && turn.number + 1 < habits.mostPages) {
        turn.token = serverToken;
        ++turn.number;
        page.nextPage = turn.text();
        return;
    }
    page.capped = more && !turn.known;
    page.cursor = merged(turn.top, page.capped ? NewestMark{} : mark, habits.kept).text();
}

bool tokenForgotten(const FetchSpec &spec, const net::Response &response)
{
    return response.status == 400 && !NewestTurn::of(spec).token.empty();
}

void startOver(FetchPage &page, const FetchSpec &spec)
{
    auto turn = NewestTurn::of(spec);
    page.capped = true;
    if (spec.direction == Direction::Forward) {
        page.cursor = merged(turn.top, {}, NewestHabits{}.kept).text();
        return;
    }
    if (turn.again)
        return;
    NewestTurn anew;
    anew.again = true;
    page.capped = false;
    page.nextPage = page.cursor = anew.text();
}

} // namespace vigie::connect
