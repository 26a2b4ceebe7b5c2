// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/bluesky/streams.hpp"

#include "connect/bluesky/jetstream.hpp"
#include "connect/bluesky/mapping.hpp"
#include "connect/common/strings.hpp"

#include <algorithm>

namespace vigie::connect::bluesky {

namespace {

constexpr std::string_view kTag = "tag:", kSearch = "search:";
constexpr int kPageSize = 100;
constexpr int kDeepest = 50;           ///< pages of one forward run; the rest is reported as capped
constexpr int kTriesOfCursor = 3;      ///< a server that chokes on a stored cursor is not asked for ever
constexpr std::size_t kMarks = 40;
constexpr std::chrono::seconds kOverlap{600};

/// What the forward cursor holds: the newest entries at the end of the last run, and the time of the newest.
struct Mark {
    std::vector<std::string> seen;
    std::optional<Instant> at;

    [[nodiscard]] std::string text() const
    {
        Json json{{"seen", seen}};
        if (at)
            json["at"] = toMicros(*at);
        return dump(json);
    }
    static Mark from(const std::string &stored)
    {
        Mark mark;
        const auto json = parseJson(stored.empty() ? "{}" : stored);
        if (!json)
            return mark; // reading starts afresh
        for (const auto &id : arrayAt(*json, "seen"))
            mark.seen.push_back(asId(id));
        if (const auto micros = intAt(*json, "at"))
            mark.at = fromMicros(*micros);
        return mark;
    }
    [[nodiscard]] bool knows(const std::string &id) const { return std::find(seen.begin(), seen.end(), id) != seen.end(); }
};

/// What a page token holds, and the cursor of a backfill.
struct Turn {
    std::string cursor;
    int number = 0, failures = 0;
    bool known = false;                ///< a page of this run held what the last run ended with
    std::string mark;                  ///< becomes the cursor when the run ends

    [[nodiscard]] std::string text() const
    {
        return dump(Json{{"c", cursor}, {"n", number}, {"f", failures}, {"k", known}, {"m", mark}});
    }
    static Turn from(const FetchSpec &spec)
    {
        const auto &token = spec.page.empty() && spec.direction == Direction::Backfill ? spec.cursor : spec.page;
        const auto json = parseJson(token.empty() ? "{}" : token);
        if (!json)
            return {};
        return {textAt(*json, "c"), static_cast<int>(std::clamp<std::int64_t>(intAt(*json, "n").value_or(0), 0, 1'000'000)),
                static_cast<int>(std::clamp<std::int64_t>(intAt(*json, "f").value_or(0), 0, 100)), boolAt(*json, "k"), textAt(*json, "m")};
    }
};

struct Found {
    std::vector<std::string> ids;
    std::optional<Instant> newest, oldest;
};

std::string quoted(const std::string &words)
{
    return words.find(' ') == std::string::npos || words.find('"') != std::string::npos ? words : "\"" + words + "\"";
}

/// "2026-11-21T07:06:21.047Z", a millisecond later: what shares that time with the last entry comes again. Any other
/// cursor stays what it is.
std::string takenBack(const std::string &cursor)
{
    constexpr std::size_t kIsoMillis = 24;
    const auto time = cursor.size() == kIsoMillis && cursor.back() == 'Z' && cursor[19] == '.' ? parseRfc3339(cursor) : fail(Errc::InvalidInput);
    if (!time)
        return cursor;
    const auto later = *time + std::chrono::milliseconds{1};
    auto text = toRfc3339(std::chrono::floor<std::chrono::seconds>(later));
    const auto millis = std::to_string(1000 + (toMicros(later) / 1000) % 1000).substr(1);
    return text.substr(0, 19) + "." + millis + "Z";
}

void add(FetchPage &page, Found &found, const Json &view, std::string reason, const std::string &id, const Reading &reading)
{
    auto item = toItem(view, reading);
    if (!item) {
        ++page.unreadable;
        return;
    }
    found.ids.push_back(id);
    if (item->precision != TimePrecision::Unknown) {
        found.newest = found.newest ? std::max(*found.newest, item->publishedAt) : item->publishedAt;
        found.oldest = found.oldest ? std::min(*found.oldest, item->publishedAt) : item->publishedAt;
    }
    if (item->author.nativeId == reading.account.nativeId)
        reason.clear();
    page.items.push_back(std::move(*item));
    page.reasons.push_back(std::move(reason));
}

std::string reasonOf(const std::string &said)
{
    return said == "mention" || said == "reply" || said == "quote" ? said : std::string{};
}

void readEntries(const std::string &stream, const Json &body, FetchPage &page, Found &found, const Reading &reading)
{
    if (stream == "notifications") {
        for (const auto &entry : arrayAt(body, "notifications")) {
            const auto uri = parseAtUri(textAt(entry, "uri"));
            if (uri && uri->collection != kPost)
                continue; // a like, a follow: nothing was said
            add(page, found, entry, reasonOf(textAt(entry, "reason")), textAt(entry, "uri"), reading);
        }
    } else if (stream == "own") {
        for (const auto &entry : arrayAt(body, "feed"))
            if (textAt(at(entry, "reason"), "$type") != "app.bsky.feed.defs#reasonRepost") // what others wrote
                add(page, found, at(entry, "post"), {}, textAt(at(entry, "post"), "uri"), reading);
    } else {
        for (const auto &post : arrayAt(body, "posts"))
            add(page, found, post, {}, textAt(post, "uri"), reading);
    }
}

/// Down to where the last run ended, and by the overlap beyond it.
bool passed(const Mark &mark, const Turn &turn, const Found &found)
{
    if (mark.seen.empty() && !mark.at)
        return true; // the first run takes the top; the rest is history
    const bool beyond = mark.at && found.oldest && *found.oldest <= *mark.at - kOverlap;
    return beyond || (turn.known && !mark.at);
}

Result<void> stepForward(FetchPage &page, const FetchSpec &spec, Turn turn, const Found &found, const std::string &next)
{
    const auto mark = Mark::from(spec.cursor);
    turn.known = turn.known || std::any_of(found.ids.begin(), found.ids.end(), [&](const auto &id) { return mark.knows(id); });
    if (turn.mark.empty() && !found.ids.empty()) {
        Mark fresh{{found.ids.begin(), found.ids.begin() + static_cast<std::ptrdiff_t>(std::min(found.ids.size(), kMarks))}, found.newest ? found.newest : mark.at};
        turn.mark = fresh.text();
    }
    page.reachedKnown = turn.known || (mark.at && found.oldest && *found.oldest <= *mark.at);
    page.capped = !next.empty() && !passed(mark, turn, found) && turn.number + 1 >= kDeepest;
    if (!next.empty() && !passed(mark, turn, found) && !page.capped) {
        turn.cursor = next;
        ++turn.number;
        page.nextPage = turn.text();
    } else {
        page.cursor = turn.mark;
    }
    return {};
}

/// A stored cursor that the server no longer understands is given up after a few tries: history is then read again from the
/// top, and what is already here costs nothing but its reading.
std::optional<FetchPage> cursorChoked(const FetchSpec &spec, const net::Response &response)
{
    auto turn = Turn::from(spec);
    const bool own = response.status >= 500 && errorName(response) == "InternalServerError";
    if (spec.direction != Direction::Backfill || turn.cursor.empty() || !(own || response.status == 400) || errorName(response) == "ExpiredToken" || errorName(response) == "InvalidToken")
        return std::nullopt;
    if (++turn.failures >= kTriesOfCursor)
        turn = Turn{};
    FetchPage page;
    page.nextPage = page.cursor = turn.text();
    return page;
}

} // namespace

std::vector<StreamSpec> streamsOf(const Account &account)
{
    std::vector<StreamSpec> all;
    all.push_back({"notifications", true, kOverlap, true, true});
    all.push_back({"own", false, kOverlap, true, true});
    for (const auto &tag : splitList(account.setting("tags"), kBetweenTags))
        all.push_back({std::string(kTag) + tag, false, kOverlap, false, true});
    for (const auto &word : splitList(account.setting("keywords")))
        all.push_back({std::string(kSearch) + word, false, kOverlap, false, true});
    if (generationOf(account) != Generation::Off) {
        StreamSpec live{kJetstream, false, kOverlap, true, false};
        live.firehose = true;
        all.push_back(std::move(live));
    }
    return all;
}

Result<net::Request> fetchRequest(const Context &context, const FetchSpec &spec)
{
    const auto turn = Turn::from(spec);
    net::QueryPairs pairs;
    std::string method;
    if (spec.stream == "notifications") {
        method = "app.bsky.notification.listNotifications";
        for (const auto *reason : {"mention", "reply", "quote", "subscribed-post"})
            pairs.emplace_back("reasons", reason);
    } else if (spec.stream == "own") {
        if (context.account.nativeId.empty())
            return fail(Errc::InvalidInput, "the account has no id yet");
        method = "app.bsky.feed.getAuthorFeed";
        pairs = {{"actor", context.account.nativeId}, {"filter", "posts_with_replies"}};
    } else if (spec.stream.starts_with(kTag) && spec.stream.size() > kTag.size()) {
        const auto tag = spec.stream.substr(kTag.size());
        method = "app.bsky.feed.searchPosts";
        pairs = {{"q", "#" + tag}, {"tag", tag}, {"sort", "latest"}};
    } else if (spec.stream.starts_with(kSearch) && spec.stream.size() > kSearch.size()) {
        method = "app.bsky.feed.searchPosts";
        pairs = {{"q", quoted(spec.stream.substr(kSearch.size()))}, {"sort", "latest"}};
    } else {
        return fail(Errc::InvalidInput, "no such stream: " + spec.stream);
    }
    pairs.emplace_back("limit", std::to_string(kPageSize));
    if (!turn.cursor.empty())
        pairs.emplace_back("cursor", turn.cursor);
    return query(context, method, pairs);
}

Result<FetchPage> fetchPage(const Context &context, const FetchSpec &spec, const net::Response &response)
{
    FetchPage page;
    const bool search = spec.stream.starts_with(kTag) || spec.stream.starts_with(kSearch);
    // A server without search is a limit of the stream, not a failure of the account.
    if (search && (response.status == 404 || response.status == 501)) {
        page.capped = true;
        return page;
    }
    if (!response.ok())
        if (auto other = cursorChoked(spec, response))
            return std::move(*other);
    VIGIE_TRY(const auto body, bodyOf(context, response));
    Found found;
    readEntries(spec.stream, body, page, found, reading(context, &response));
    auto turn = Turn::from(spec);
    const auto raw = textAt(body, "cursor");
    auto next = takenBack(raw);
    if (next == turn.cursor)
        next = raw; // more of one moment than a page holds
    if (!next.empty() && next == turn.cursor)
        return fail(Errc::Protocol, "the server answers with the page that was just read");
    if (spec.direction == Direction::Forward) {
        VIGIE_CHECK(stepForward(page, spec, std::move(turn), found, next));
        return page;
    }
    if (!next.empty()) {
        page.nextPage = Turn{next, turn.number + 1, 0, false, {}}.text();
        page.cursor = page.nextPage;
    }
    return page;
}

} // namespace vigie::connect::bluesky
