// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/meta/paging.hpp"

#include "connect/common/cursor.hpp"

#include <algorithm>

namespace vigie::connect::meta {

namespace {

constexpr int kDeepest = 40;      ///< pages of one forward run: two thousand missed entries
constexpr int kForwardPosts = 2;  ///< pages of posts whose answers a forward run looks at
constexpr std::size_t kMostLeft = 500;

bool dated(const Item &item)
{
    return item.precision == TimePrecision::Exact;
}

std::optional<Instant> newestOf(const FetchPage &page, std::optional<Instant> newest)
{
    for (const auto &item : page.items)
        if (dated(item))
            newest = newest ? std::max(*newest, item.publishedAt) : item.publishedAt;
    return newest;
}

int count(const Json &object, const char *key)
{
    return static_cast<int>(std::clamp<std::int64_t>(intAt(object, key).value_or(0), 0, 1'000'000));
}

/// A run that came to its end says where the next one may stop.
void endRun(FetchPage &page, const FetchSpec &spec, const Turn &turn)
{
    page.nextPage.clear();
    if (spec.direction == Direction::Backfill)
        return;
    const auto mark = Mark::from(spec.cursor);
    auto top = turn.top;
    if (mark.at && (!top || *top < *mark.at))
        top = mark.at;
    if (top)
        page.cursor = Mark{top}.text();
}

void goOn(FetchPage &page, const FetchSpec &spec, const Turn &turn)
{
    page.nextPage = turn.text();
    if (spec.direction == Direction::Backfill)
        page.cursor = page.nextPage;
}

} // namespace

std::string afterOf(const Json &list)
{
    const auto &paging = at(list, "paging");
    return textAt(paging, "next").empty() ? std::string{} : textAt(at(paging, "cursors"), "after");
}

std::string Mark::text() const
{
    return dump(Json{{"at", momentJson(at)}});
}

Mark Mark::from(const std::string &cursor)
{
    Mark mark;
    const auto json = parseJson(cursor.empty() ? "{}" : cursor);
    if (json)
        mark.at = momentIn(*json, "at");
    return mark;
}

std::string Turn::text() const
{
    Json open = Json::array();
    for (const auto &one : left)
        open.push_back({one.post, one.after});
    return dump(Json{{"after", after}, {"left", open}, {"top", momentJson(top)}, {"pages", pages}, {"posts", posts}, {"read", postsRead}});
}

Turn Turn::from(const FetchSpec &spec)
{
    Turn turn;
    const auto &token = spec.page.empty() && spec.direction == Direction::Backfill ? spec.cursor : spec.page;
    const auto json = parseJson(token.empty() ? "{}" : token);
    if (!json)
        return turn;
    turn.after = textAt(*json, "after");
    turn.top = momentIn(*json, "top");
    turn.pages = count(*json, "pages");
    turn.posts = count(*json, "posts");
    turn.postsRead = boolAt(*json, "read");
    for (const auto &one : arrayAt(*json, "left"))
        if (one.is_array() && one.size() == 2 && one[0].is_string() && one[1].is_string() && checkedId(one[0].get<std::string>()))
            turn.left.push_back({one[0].get<std::string>(), one[1].get<std::string>()});
    return turn;
}

void endOfListPage(FetchPage &page, const FetchSpec &spec, const Json &list)
{
    const auto mark = Mark::from(spec.direction == Direction::Forward ? spec.cursor : std::string{});
    auto turn = Turn::from(spec);
    turn.top = newestOf(page, turn.top);
    ++turn.pages;
    const auto after = afterOf(list);
    const bool same = after == turn.after; // a server that answers the same page for ever
    page.reachedKnown = std::any_of(page.items.begin(), page.items.end(), [&](const Item &item) { return dated(item) && mark.covers(item); });
    const bool seenAll = std::any_of(page.items.begin(), page.items.end(), [&](const Item &item) { return dated(item) && mark.wellBelow(item); });
    const bool first = spec.direction == Direction::Forward && !mark.at; // what is older is for reading backwards
    page.capped = !after.empty() && !seenAll && !first && spec.direction == Direction::Forward && turn.pages >= kDeepest;
    if (after.empty() || same || seenAll || first || page.capped)
        return endRun(page, spec, turn);
    turn.after = after;
    goOn(page, spec, turn);
}

WalkAsk walkAsk(const FetchSpec &spec)
{
    const auto turn = Turn::from(spec);
    if (!turn.left.empty())
        return {turn.left.front().post, turn.left.front().after};
    return {{}, turn.after};
}

void endOfWalkPage(FetchPage &page, const FetchSpec &spec, std::vector<Turn::Left> answered, const std::string &postsAfter)
{
    const bool forward = spec.direction == Direction::Forward;
    const auto mark = Mark::from(forward ? spec.cursor : std::string{});
    auto turn = Turn::from(spec);
    turn.top = newestOf(page, turn.top);
    ++turn.pages;
    const bool ofPosts = turn.left.empty();
    if (ofPosts) {
        ++turn.posts;
        turn.postsRead = postsAfter.empty() || postsAfter == turn.after || (forward && (!mark.at || turn.posts >= kForwardPosts));
        turn.after = postsAfter;
    } else {
        turn.left.erase(turn.left.begin());
    }
    const bool first = forward && !mark.at; // the newest answers of the newest posts; the others are read backwards
    for (auto &one : answered)
        if (!first && turn.left.size() < kMostLeft)
            turn.left.push_back(std::move(one));
    page.reachedKnown = mark.at.has_value();
    page.capped = forward && turn.pages >= kDeepest && !turn.left.empty();
    if (page.capped || (turn.left.empty() && turn.postsRead))
        return endRun(page, spec, turn);
    goOn(page, spec, turn);
}

} // namespace vigie::connect::meta
