// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/x/streams.hpp"

#include "connect/common/strings.hpp"
#include "connect/x/mapping.hpp"

#include <vigie/net/rate.hpp>

#include <algorithm>

namespace vigie::connect::x {

namespace {

constexpr std::string_view kSearch = "search:";
constexpr std::chrono::seconds kMentionsEvery{300}, kSearchEvery{1'800}, kOwnEvery{3'600};
constexpr std::chrono::hours kSearchReach{7 * 24 - 1}; ///< of the seven days of recent search
constexpr int kMostPages = 25;                          ///< of one run: five hundred posts

/// A place in a run. `since` is the cursor: the newest id that a run which came to its end has seen.
struct Turn {
    std::string token, top;
    int pages = 0;
    [[nodiscard]] std::string text() const { return dump(Json{{"token", token}, {"top", top}, {"pages", pages}}); }
    static Turn from(const std::string &page)
    {
        Turn turn;
        const auto json = parseJson(page.empty() ? "{}" : page);
        if (!json)
            return turn;
        turn.token = textAt(*json, "token");
        turn.top = textAt(*json, "top");
        turn.pages = static_cast<int>(std::clamp<std::int64_t>(intAt(*json, "pages").value_or(0), 0, 10'000));
        return turn;
    }
};

std::string sinceOf(const FetchSpec &spec)
{
    const auto id = checkedId(spec.cursor);
    return id ? *id : std::string{};
}

/// Words as they are meant: a phrase is a phrase, no word is an operator, and reposts say nothing new.
std::string queryOf(const std::string &word)
{
    std::string quoted;
    for (const char c : word)
        if (c != '"' && c != '\\')
            quoted += c;
    return "\"" + quoted + "\" -is:retweet";
}

/// To whole seconds: that is all the interface takes.
std::string wholeSeconds(Instant at)
{
    return toRfc3339(std::chrono::floor<std::chrono::seconds>(at));
}

bool olderThanSearch(const std::string &since, Instant now)
{
    const auto at = timeOfId(since);
    return at && *at < now - kSearchReach;
}

} // namespace

std::vector<StreamSpec> streamsOf(const Account &account)
{
    std::vector<StreamSpec> all{{"mentions", true, std::chrono::seconds{0}, true, false, false, kMentionsEvery}, {"own", false, std::chrono::seconds{0}, true, false, false, kOwnEvery}};
    for (const auto &word : splitList(account.setting("keywords")))
        all.push_back({std::string(kSearch) + word, false, std::chrono::seconds{0}, true, false, false, kSearchEvery});
    return all;
}

Result<net::Request> fetchRequest(const Context &context, const FetchSpec &spec)
{
    const auto turn = Turn::from(spec.page);
    const auto since = sinceOf(spec);
    const bool search = spec.stream.starts_with(kSearch) && spec.stream.size() > kSearch.size();
    const bool mentions = spec.stream == "mentions";
    if (!search && !mentions && spec.stream != "own")
        return fail(Errc::InvalidInput, "no such stream: " + spec.stream);
    auto query = postQuery(spec.stream != "own");
    query.emplace_back("max_results", std::to_string(kPageSize));
    if (search && olderThanSearch(since, context.now))
        query.emplace_back("start_time", wholeSeconds(context.now - kSearchReach));
    else if (!since.empty())
        query.emplace_back("since_id", since);
    if (search) {
        query.emplace_back("query", queryOf(spec.stream.substr(kSearch.size())));
        if (!turn.token.empty())
            query.emplace_back("next_token", turn.token);
        return get(context, "/2/tweets/search/recent", query, "search", kPageSize * (kPostRead + kUserRead));
    }
    if (!turn.token.empty())
        query.emplace_back("pagination_token", turn.token);
    VIGIE_TRY(const auto me, checkedId(context.account.nativeId));
    if (mentions)
        return get(context, "/2/users/" + me + "/mentions", query, "mentions", kPageSize * (ownPrice(context.account) + kUserRead));
    query.emplace_back("exclude", "retweets");
    return get(context, "/2/users/" + me + "/tweets", query, "own", kPageSize * ownPrice(context.account));
}

Result<FetchPage> fetchPage(const Context &context, const FetchSpec &spec, const net::Response &response)
{
    VIGIE_TRY(const auto body, bodyOf(context, response));
    FetchPage page;
    const auto beside = Beside::of(body);
    const Reading here{context.account, net::serverNow(response, context.now), beside};
    const bool mentions = spec.stream == "mentions";
    const bool search = spec.stream.starts_with(kSearch);
    auto turn = Turn::from(spec.page);
    const auto since = sinceOf(spec);
    for (const auto &post : arrayAt(body, "data")) {
        auto item = toItem(post, here);
        if (!item) {
            ++page.unreadable;
            continue;
        }
        if (turn.top.empty() || newerId(item->nativeId, turn.top))
            turn.top = item->nativeId;
        page.reasons.push_back(mentions ? reasonOf(post, here) : std::string{});
        page.items.push_back(std::move(*item));
    }
    page.microDollars = priceOf(body, search ? kPostRead : ownPrice(context.account));
    ++turn.pages;
    const auto next = textAt(at(body, "meta"), "next_token");
    const bool first = since.empty(); // the newest page; history would cost
    const bool more = !next.empty() && next != turn.token && !first;
    page.capped = (more && turn.pages >= kMostPages) || (search && !first && olderThanSearch(since, context.now));
    page.reachedKnown = !first && !page.capped; // the server itself stops at since_id
    if (more && turn.pages < kMostPages) {
        turn.token = next;
        page.nextPage = turn.text();
        return page;
    }
    page.cursor = turn.top.empty() || (!since.empty() && newerId(since, turn.top)) ? since : turn.top;
    return page;
}

Result<net::Request> threadRequest(const Context &context, const std::string &nativeId)
{
    VIGIE_TRY(const auto id, checkedId(nativeId));
    auto query = postQuery(true);
    query.emplace_back("max_results", std::to_string(kPageSize));
    query.emplace_back("query", "conversation_id:" + id + " OR in_reply_to_tweet_id:" + id);
    return get(context, "/2/tweets/search/recent", query, "search", kPageSize * (kPostRead + kUserRead));
}

Result<ThreadAnswer> threadAnswer(const Context &context, const net::Response &response)
{
    VIGIE_TRY(const auto body, bodyOf(context, response));
    ThreadAnswer answer;
    const auto beside = Beside::of(body);
    const Reading here{context.account, net::serverNow(response, context.now), beside};
    for (const auto &post : arrayAt(body, "data"))
        if (auto item = toItem(post, here))
            answer.items.push_back(std::move(*item));
    return answer;
}

Result<net::Request> lookupRequest(const Context &context, std::span<const std::string> ids)
{
    if (ids.empty() || ids.size() > static_cast<std::size_t>(kLookupBatch))
        return fail(Errc::InvalidInput, "1 to 100 posts at a time");
    std::string list;
    for (const auto &one : ids) {
        VIGIE_TRY(const auto id, checkedId(one));
        list += (list.empty() ? "" : ",") + id;
    }
    auto query = postQuery(true);
    query.emplace_back("ids", list);
    return get(context, "/2/tweets", query, "lookup", static_cast<std::int64_t>(ids.size()) * (kPostRead + kUserRead));
}

Result<LookupAnswer> lookupAnswer(const Context &context, std::span<const std::string> ids, const net::Response &response)
{
    if (!response.ok())
        return fail(refusal(context, response));
    VIGIE_TRY(const auto body, parseJson(response.body));
    if (!body.is_object())
        return fail(Errc::Protocol, "the answer is no object");
    LookupAnswer answer;
    const auto beside = Beside::of(body);
    const Reading here{context.account, net::serverNow(response, context.now), beside};
    for (const auto &post : arrayAt(body, "data"))
        if (auto item = toItem(post, here))
            answer.items.push_back(std::move(*item));
    // Deleted, and of accounts that were closed, protected or suspended: none of it may be kept.
    for (const auto &problem : arrayAt(body, "errors")) {
        const auto meaning = meaningOfProblem(problem);
        auto id = idAt(problem, "resource_id");
        if (id.empty())
            id = idAt(problem, "value");
        const bool asked = std::find(ids.begin(), ids.end(), id) != ids.end();
        if (asked && (meaning == Errc::NotFound || meaning == Errc::Forbidden))
            answer.gone.push_back(std::move(id));
    }
    if (answer.items.empty() && answer.gone.empty() && !ids.empty())
        return fail(Errc::Protocol, "the answer speaks of none of the posts");
    return answer;
}

} // namespace vigie::connect::x
