// SPDX-License-Identifier: GPL-3.0-or-later
// Comments come as threads, newest thread first, each with a few of its answers; the rest of the answers of a thread is
// read where its count changed. Threads further down are read again twice a day, for answers and edits under them.
#include "connect/common/strings.hpp"
#include "connect/google/youtube.hpp"

#include "connect/common/newest_first.hpp"

#include <algorithm>

namespace vigie::connect::youtube {

namespace {

using google::bodyOf;

constexpr std::string_view kOfVideo = "video:", kSearch = "search:";
constexpr std::chrono::hours kOverlap{48};
constexpr std::chrono::hours kEarlierEvery{12}, kEarlierOverlap{24 * 365};
constexpr int kEarlierPages = 10;
constexpr int kMostAnswerPages = 20;           ///< of one page of threads: a hundred answers each
constexpr std::chrono::minutes kHeldEvery{10};
/// A hundred searches a day and project, a fifth of them kept for the person.
constexpr std::chrono::seconds kSearchEvery{86'400 / 80};

/// While answers are being read: what the list of threads goes on with once they are.
struct Detour {
    std::vector<std::string> threads;
    std::string token, after, cursor;
    int pages = 0;
    bool capped = false, known = false;

    [[nodiscard]] std::string text() const
    {
        return dump(Json{{"threads", threads}, {"token", token}, {"after", after}, {"cursor", cursor}, {"pages", pages}, {"capped", capped}, {"known", known}});
    }
    static std::optional<Detour> from(const std::string &page)
    {
        const auto json = parseJson(page);
        if (!json || arrayAt(*json, "threads").empty())
            return std::nullopt;
        Detour detour;
        for (const auto &id : arrayAt(*json, "threads"))
            detour.threads.push_back(asId(id));
        detour.token = textAt(*json, "token");
        detour.after = textAt(*json, "after");
        detour.cursor = textAt(*json, "cursor");
        detour.pages = static_cast<int>(std::clamp<std::int64_t>(intAt(*json, "pages").value_or(0), 0, 1000));
        detour.capped = boolAt(*json, "capped");
        detour.known = boolAt(*json, "known");
        return detour;
    }
};

const std::string &pageOf(const FetchSpec &spec)
{
    return spec.page.empty() && spec.direction == Direction::Backfill ? spec.cursor : spec.page;
}

/// Back on the list of threads.
void comeBack(FetchPage &page, const FetchSpec &spec, const Detour &detour)
{
    page.nextPage = detour.after;
    // Backfill keeps its place page by page; a forward run its mark when it ends.
    page.cursor = spec.direction == Direction::Backfill ? detour.after : detour.cursor;
    page.capped = detour.capped;
    page.reachedKnown = detour.known;
}

void addItem(FetchPage &page, std::optional<Item> item, bool inbox)
{
    if (!item) {
        ++page.unreadable;
        return;
    }
    const bool ours = item->ours.operator bool();
    page.reasons.push_back(inbox && !ours ? "reply" : "");
    page.items.push_back(std::move(*item));
}

struct Kind {
    bool inbox = false;
    ItemState state = ItemState::Visible;
    NewestHabits habits;
};

Kind kindOf(const std::string &stream)
{
    Kind kind;
    kind.inbox = stream == "comments" || stream == "earlier" || stream == "held";
    if (stream == "held")
        kind.state = ItemState::Held;
    if (stream == "spam")
        kind.state = ItemState::Spam;
    kind.habits.overlap = stream == "earlier" ? std::chrono::seconds(kEarlierOverlap) : std::chrono::seconds(kOverlap);
    if (stream == "earlier")
        kind.habits.mostPages = kEarlierPages;
    return kind;
}

Result<FetchPage> threadsPage(const Context &context, const FetchSpec &spec, const Json &body)
{
    FetchPage page;
    NewestPage found;
    Detour detour;
    const auto kind = kindOf(spec.stream);
    const auto mark = NewestMark::from(spec.direction == Direction::Forward ? spec.cursor : std::string{});
    for (const auto &thread : arrayAt(body, "items")) {
        const auto &snippet = at(thread, "snippet");
        auto item = toComment(context, at(snippet, "topLevelComment"), kind.state);
        const auto total = intAt(snippet, "totalReplyCount").value_or(0);
        if (item) {
            item->metrics.push_back({"replies", static_cast<double>(total), ValueStatus::Ok});
            auto key = item->nativeId + "#" + std::to_string(total) + (item->editedAt ? "@" + std::to_string(toMicros(*item->editedAt)) : "");
            const auto &answers = arrayAt(at(thread, "replies"), "comments");
            if (total > static_cast<std::int64_t>(answers.size()) && !mark.knows(key))
                detour.threads.push_back(item->nativeId);
            found.add(std::move(key), item->publishedAt);
        }
        addItem(page, std::move(item), kind.inbox);
        for (const auto &answer : arrayAt(at(thread, "replies"), "comments"))
            addItem(page, toComment(context, answer), kind.inbox);
    }
    goOn(page, spec, found, textAt(body, "nextPageToken"), kind.habits);
    if (spec.stream == "earlier" && page.capped)
        page.capped = false; // it never means to reach the end
    if (detour.threads.empty())
        return page;
    detour.after = page.nextPage;
    detour.cursor = spec.direction == Direction::Forward ? page.cursor : std::string{};
    detour.capped = page.capped;
    detour.known = page.reachedKnown;
    page.nextPage = detour.text();
    page.cursor = spec.direction == Direction::Backfill ? page.nextPage : std::string{};
    page.capped = false;
    return page;
}

Result<FetchPage> answersPage(const Context &context, const FetchSpec &spec, Detour detour, const net::Response &response)
{
    FetchPage page;
    page.reachedKnown = detour.known;
    ++detour.pages;
    if (response.status == 404) { // the thread went away meanwhile
        detour.token.clear();
    } else {
        VIGIE_TRY(const auto body, bodyOf(context, response));
        for (const auto &answer : arrayAt(body, "items"))
            addItem(page, toComment(context, answer), kindOf(spec.stream).inbox);
        auto token = textAt(body, "nextPageToken");
        detour.token = token == detour.token ? std::string{} : std::move(token);
    }
    if (detour.token.empty())
        detour.threads.erase(detour.threads.begin());
    if (detour.threads.empty() || detour.pages >= kMostAnswerPages + static_cast<int>(detour.threads.size())) {
        comeBack(page, spec, detour);
        return page;
    }
    page.nextPage = detour.text();
    if (spec.direction == Direction::Backfill)
        page.cursor = page.nextPage;
    return page;
}

Result<FetchPage> searchPage(const Context &context, const FetchSpec &spec, const Json &body)
{
    FetchPage page;
    NewestPage found;
    for (const auto &entry : arrayAt(body, "items")) {
        auto item = toVideo(context, entry, true);
        if (item)
            found.add(item->nativeId, item->publishedAt);
        addItem(page, std::move(item), false);
    }
    NewestHabits habits;
    habits.mostPages = 3; // each page is one of a hundred
    goOn(page, spec, found, textAt(body, "nextPageToken"), habits);
    return page;
}

net::QueryPairs threadsQuery(const Context &context, const std::string &stream)
{
    net::QueryPairs query{{"part", "snippet,replies"}, {"maxResults", std::to_string(kPageSize)}, {"order", "time"}, {"textFormat", "plainText"}};
    if (stream.starts_with(kOfVideo))
        query.emplace_back("videoId", stream.substr(kOfVideo.size()));
    else
        query.emplace_back("allThreadsRelatedToChannelId", context.account.nativeId);
    if (stream == "held" || stream == "spam")
        query.emplace_back("moderationStatus", stream == "held" ? "heldForReview" : "likelySpam");
    return query;
}

} // namespace

std::string videoIdOf(std::string_view typed)
{
    const auto isId = [](std::string_view text) {
        return text.size() == 11 && std::all_of(text.begin(), text.end(), [](unsigned char c) { return std::isalnum(c) != 0 || c == '-' || c == '_'; });
    };
    if (isId(typed))
        return std::string(typed);
    const auto url = net::parseUrl(typed.find("://") == std::string_view::npos ? "https://" + std::string(typed) : std::string(typed));
    if (!url)
        return {};
    const auto path = url->path.substr(1);
    const auto last = path.substr(path.rfind('/') == std::string::npos ? 0 : path.rfind('/') + 1);
    if (url->host == "youtu.be" || path.starts_with("shorts/") || path.starts_with("live/") || path.starts_with("embed/"))
        return isId(last) ? last : std::string{};
    for (const auto &[name, value] : net::parseQuery(url->query))
        if (name == "v" && isId(value))
            return value;
    return {};
}

std::vector<StreamSpec> streamsOf(const Account &account)
{
    std::vector<StreamSpec> all;
    all.push_back({"comments", true, kOverlap, true, true});
    StreamSpec earlier{"earlier", true, kOverlap, true, false};
    earlier.every = kEarlierEvery;
    all.push_back(earlier);
    StreamSpec held{"held", true, kOverlap, true, false};
    held.every = kHeldEvery;
    all.push_back(held);
    StreamSpec spam{"spam", false, kOverlap, true, false};
    spam.every = kEarlierEvery;
    all.push_back(spam);
    for (const auto &typed : splitList(account.setting("videos")))
        if (const auto id = videoIdOf(typed); !id.empty())
            all.push_back({std::string(kOfVideo) + id, false, kOverlap, true, true});
    const auto words = splitList(account.setting("keywords"));
    for (const auto &word : words) {
        StreamSpec search{std::string(kSearch) + word, false, std::chrono::hours{6}, false, false};
        search.every = kSearchEvery * static_cast<int>(words.size());
        all.push_back(search);
    }
    return all;
}

Result<net::Request> fetchRequest(const Context &context, const FetchSpec &spec)
{
    if (const auto detour = Detour::from(pageOf(spec))) {
        net::QueryPairs query{{"part", "snippet"}, {"parentId", detour->threads.front()}, {"maxResults", std::to_string(kPageSize)}, {"textFormat", "plainText"}};
        if (!detour->token.empty())
            query.emplace_back("pageToken", detour->token);
        return read(context, "comments", query);
    }
    const auto turn = NewestTurn::of(spec);
    if (spec.stream.starts_with(kSearch)) {
        net::QueryPairs query{{"part", "snippet"}, {"type", "video"}, {"order", "date"}, {"maxResults", std::to_string(kSearchPageSize)}, {"q", spec.stream.substr(kSearch.size())}};
        if (!turn.token.empty())
            query.emplace_back("pageToken", turn.token);
        auto made = read(context, "search", query);
        made.cost = {"search", 1};
        return made;
    }
    if (!spec.stream.starts_with(kOfVideo) && spec.stream != "comments" && spec.stream != "earlier" && spec.stream != "held" && spec.stream != "spam")
        return fail(Errc::InvalidInput, "no such stream: " + spec.stream);
    if (context.account.nativeId.empty())
        return fail(Errc::InvalidInput, "the account has no channel yet");
    auto query = threadsQuery(context, spec.stream);
    if (!turn.token.empty())
        query.emplace_back("pageToken", turn.token);
    return read(context, "commentThreads", query);
}

Result<FetchPage> fetchPage(const Context &context, const FetchSpec &spec, const net::Response &response)
{
    if (auto detour = Detour::from(pageOf(spec)))
        return answersPage(context, spec, std::move(*detour), response);
    const bool search = spec.stream.starts_with(kSearch);
    auto body = bodyOf(context, response);
    if (!body) {
        FetchPage page;
        // Comments switched off under a video are a limit of the stream, not a failure of the account.
        if (spec.stream.starts_with(kOfVideo) && body.error().code == Errc::PolicyRefused) {
            page.capped = true;
            return page;
        }
        if (body.error().code == Errc::Conflict && !NewestTurn::of(spec).token.empty()) {
            startOver(page, spec);
            return page;
        }
        return fail(std::move(body.error()));
    }
    return search ? searchPage(context, spec, *body) : threadsPage(context, spec, *body);
}

} // namespace vigie::connect::youtube
