// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/recipe/stream.hpp"

#include "connect/common/strings.hpp"
#include "connect/recipe/answer.hpp"
#include "connect/recipe/paging.hpp"

#include <vigie/base/digest.hpp>

#include <algorithm>

namespace vigie::connect::recipe {

namespace {

constexpr int kOverlapPages = 2, kEmptyPages = 3;
constexpr std::size_t kFanOverlap = 5, kMostIds = 1000, kFirstIds = 20;

struct Named {
    const Operation *operation = nullptr;
    std::string value;                     ///< of the list setting
};

Named named(const Recipe &recipe, const std::string &stream)
{
    const auto colon = stream.find(':');
    return {recipe.named(stream.substr(0, colon)), colon == std::string::npos ? std::string() : stream.substr(colon + 1)};
}

Turn turnOf(const FetchSpec &spec)
{
    return Turn::from(spec.page.empty() && spec.direction == Direction::Backfill ? spec.cursor : spec.page);
}

/// What arrives while history is read must not move its pages: the window of a backfill ends where it began.
Turn turnOf(const FetchSpec &spec, const Operation &operation, Instant now)
{
    auto turn = turnOf(spec);
    if (spec.direction == Direction::Backfill && turn.number == 0 && !turn.until && operation.paging.shrinkTime)
        turn.until = now;
    return turn;
}

void setIds(CallVariables &variables, const std::vector<std::string> &ids, std::size_t most, const std::string &separator)
{
    const std::vector<std::string> first(ids.begin(), ids.begin() + static_cast<std::ptrdiff_t>(std::min(most, ids.size())));
    variables.setText("ids", joined(first, separator));
    variables.set("id_list", Value(Json(first)));
    if (!ids.empty())
        variables.setText("id", ids.front());
}

void setPageVariables(const Operation &operation, const std::string &value, const FetchSpec &spec, const Turn &turn, CallVariables &variables)
{
    const auto &paging = operation.paging;
    if (!operation.stream.as.empty())
        variables.setText(operation.stream.as, value);
    if (paging.kind == Paging::Kind::Page)
        variables.set("page", Value(Json(turn.page.empty() ? paging.first : static_cast<int>(std::strtol(turn.page.c_str(), nullptr, 10)))));
    else
        variables.setText("page", turn.page);
    if (paging.size > 0)
        variables.set("limit", Value(Json(paging.size)));
    if (turn.until)
        variables.set("until", Value(*turn.until));
    if (spec.direction == Direction::Backfill)
        return;
    const auto mark = Mark::from(spec.cursor);
    if (mark.at)
        variables.set("since", Value(*mark.at - operation.stream.overlap));
    if (!mark.seen.empty())
        variables.setText("since_id", mark.seen.front());
    if (paging.kind == Paging::Kind::Ack && turn.page.empty())
        variables.setText("page", mark.ack);
}

/// What one page brought, as far as paging is concerned.
struct Found {
    std::vector<std::string> ids;
    std::optional<Instant> newest, oldest;
};

Found foundIn(const Mapped &mapped)
{
    Found found;
    for (const auto &item : mapped.items) {
        found.ids.push_back(item.nativeId);
        if (item.precision == TimePrecision::Unknown)
            continue;
        found.newest = found.newest ? std::max(*found.newest, item.publishedAt) : item.publishedAt;
        found.oldest = found.oldest ? std::min(*found.oldest, item.publishedAt) : item.publishedAt;
    }
    for (const auto &signal : mapped.signals)
        found.ids.push_back(signal.nativeId);
    return found;
}

Mark markAtTop(const Turn &turn, const Mark &before)
{
    Mark mark;
    mark.seen = turn.top;
    mark.at = turn.topAt ? turn.topAt : before.at;
    for (const auto &id : before.seen)
        if (mark.seen.size() < kRemembered && std::find(mark.seen.begin(), mark.seen.end(), id) == mark.seen.end())
            mark.seen.push_back(id);
    if (mark.seen.size() > kRemembered)
        mark.seen.resize(kRemembered);
    return mark;
}

/// The page after this one, or none; the guards against servers that go in circles are here.
Result<NextPage> nextAfter(const PageContext &where, const Turn &turn, const Mapped &mapped, const Found &found)
{
    VIGIE_TRY(auto next, pageAfter(where, turn, mapped, found.oldest));
    if (!next.turn)
        return next;
    const auto digest = found.ids.empty() ? std::string() : sha256(joined(found.ids, "\n"), 12);
    next.turn->empty = mapped.entries == 0 ? turn.empty + 1 : 0;
    const bool repeats = !digest.empty() && digest == turn.same;
    if (repeats || next.turn->empty >= kEmptyPages) {
        next.turn.reset();
        return next;
    }
    next.turn->same = digest;
    next.turn->number = turn.number + 1;
    next.turn->top = turn.top;
    next.turn->topAt = turn.topAt;
    next.turn->known = turn.known;
    return next;
}

void forward(const Operation &operation, const Mark &mark, bool firstRun, Turn turn, NextPage next, const Found &found, FetchPage &page)
{
    if (turn.number == 0 && !turn.listed) {
        turn.top.assign(found.ids.begin(), found.ids.begin() + static_cast<std::ptrdiff_t>(std::min(found.ids.size(), kRemembered)));
        turn.topAt = found.newest;
    } else if (found.newest && (!turn.topAt || *found.newest > *turn.topAt)) {
        turn.topAt = found.newest; // pages that overlap or lists that are not in order
    }
    const bool known = std::any_of(found.ids.begin(), found.ids.end(), [&](const auto &id) { return mark.knows(id); });
    turn.known += known ? 1 : 0;
    const bool past = mark.at && found.oldest && *found.oldest <= *mark.at - operation.stream.overlap;
    const bool settled = operation.stream.ordered && turn.known > 0 && (past || turn.known >= kOverlapPages);
    const bool historyLater = firstRun && operation.stream.backfill && !found.ids.empty() && turn.ids.empty();
    const bool tooDeep = turn.number + 1 >= operation.paging.deepest;
    if (next.turn && !settled && !historyLater && !tooDeep) {
        next.turn->top = turn.top;
        next.turn->topAt = turn.topAt;
        next.turn->known = turn.known;
        page.reachedKnown = turn.known > 0;
        page.nextPage = next.turn->text();
        return;
    }
    page.capped = !firstRun && !settled && (next.capped || (next.turn && tooDeep));
    page.reachedKnown = !page.capped && !firstRun;
    page.cursor = markAtTop(turn, mark).text();
}

/// The list of ids was read: what has to be fetched of it.
void fanOut(const Operation &operation, const FetchSpec &spec, const std::vector<std::string> &all, FetchPage &page)
{
    Turn turn = turnOf(spec);
    turn.listed = true;
    turn.number = 1;
    const auto mark = Mark::from(spec.cursor);
    const bool forward = spec.direction == Direction::Forward;
    const bool firstRun = forward && spec.cursor.empty();
    std::size_t known = 0;
    for (const auto &id : all) {
        const auto most = firstRun && operation.stream.backfill ? std::max(kFirstIds, static_cast<std::size_t>(operation.paging.batch)) : kMostIds;
        if (turn.ids.size() >= most)
            break;
        known += forward && mark.knows(id) ? 1U : 0U;
        if (known > kFanOverlap)
            break;
        turn.ids.push_back(id);
    }
    turn.top.assign(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(std::min(all.size(), kRemembered)));
    turn.known = known > 0 ? 1 : 0;
    page.reachedKnown = known > 0;
    if (turn.ids.empty()) {
        if (forward)
            page.cursor = mark.text();
        page.reachedKnown = true;
        return;
    }
    page.nextPage = turn.text();
    if (!forward)
        page.cursor = page.nextPage;
}

void setReasons(const Operation &operation, Mapped &mapped)
{
    for (auto &reason : mapped.reasons)
        if (reason.empty() && operation.stream.inbox)
            reason = operation.stream.reason.empty() ? "mention" : operation.stream.reason;
        else if (!operation.stream.inbox)
            reason = operation.stream.reason;
}

} // namespace

const Operation *operationOf(const Recipe &recipe, std::string_view name, const CallVariables &variables)
{
    Scope scope;
    scope.variables = &variables.function();
    for (const auto &one : recipe.operations) {
        const bool same = one.name == name || (one.name.size() > name.size() && one.name.compare(0, name.size(), name) == 0 && one.name[name.size()] == '.');
        if (same && (!one.onlyIf || evaluate(*one.onlyIf, scope).truthy()))
            return &one;
    }
    return nullptr;
}

std::vector<StreamSpec> streamsOf(const Recipe &recipe, const Account &account)
{
    std::vector<StreamSpec> streams;
    static const Secret kNone;
    const CallVariables variables(account, nullptr, kNone, Instant{});
    Scope scope;
    scope.variables = &variables.function();
    for (const auto &operation : recipe.operations) {
        const auto family = operation.name.substr(0, operation.name.find('.'));
        if (family != "listen" && family != "inbox" && family != "own")
            continue;
        if (operation.onlyIf && !evaluate(*operation.onlyIf, scope).truthy())
            continue;
        StreamSpec spec;
        spec.name = operation.name;
        spec.inbox = operation.stream.inbox;
        spec.overlap = operation.stream.overlap;
        spec.ordered = operation.stream.ordered;
        spec.backfill = operation.stream.backfill;
        spec.firehose = operation.stream.firehose;
        spec.every = operation.stream.every;
        if (operation.stream.each.empty()) {
            streams.push_back(spec);
            continue;
        }
        for (const auto &value : listOf(account.setting(operation.stream.each))) {
            spec.name = operation.name + ":" + value;
            streams.push_back(spec);
        }
    }
    return streams;
}

namespace {

/// What a fetch is about: the operation, and where in its pages it stands.
struct Fetching {
    Fetching(const Operation &one, const std::string &value, const Context &context, const FetchSpec &spec) : operation(one), turn(turnOf(spec, one, context.now)), variables(context)
    {
        setPageVariables(one, value, spec, turn, variables);
    }
    const Operation &operation;
    Turn turn;
    CallVariables variables;
};

Result<std::unique_ptr<Fetching>> fetching(const Recipe &recipe, const Context &context, const FetchSpec &spec)
{
    const auto [operation, value] = named(recipe, spec.stream);
    if (operation == nullptr || !operation->request)
        return fail(Errc::InvalidInput, "no such stream: " + spec.stream);
    return std::make_unique<Fetching>(*operation, value, context, spec);
}

} // namespace

Result<net::Request> fetchRequest(const Recipe &recipe, const Context &context, const FetchSpec &spec)
{
    VIGIE_TRY(const auto now, fetching(recipe, context, spec));
    const auto &[operation, turn, variables] = *now;
    if (turn.listed && operation.paging.fetch) {
        setIds(now->variables, turn.ids, static_cast<std::size_t>(operation.paging.batch), operation.paging.separator);
        return buildRequest(recipe, *operation.paging.fetch, context, variables);
    }
    if (!turn.url.empty())
        return buildLinked(recipe, *operation.request, context, variables, turn.url);
    return buildRequest(recipe, *operation.request, context, variables);
}

Result<FetchPage> fetchPage(const Recipe &recipe, const Context &context, const FetchSpec &spec, const net::Response &response)
{
    VIGIE_TRY(const auto now, fetching(recipe, context, spec));
    const auto &[operation, turn, variables] = *now;
    VIGIE_TRY(const auto root, readAnswer({recipe, &operation}, *operation.request, context, variables, response));
    const auto &paging = operation.paging;
    FetchPage page;
    if (paging.fetch && !turn.listed) {
        std::vector<const Json *> all;
        Budget budget;
        const Scope scope{&root, nullptr, &root, &variables.function(), &response, &budget};
        for (const auto &list : paging.idList)
            select(list, scope, true, all);
        std::vector<std::string> ids;
        for (const auto *one : all)
            if (auto id = asId(*one); !id.empty() && ids.size() < kMostIds)
                ids.push_back(std::move(id));
        fanOut(operation, spec, ids, page);
        return page;
    }
    VIGIE_TRY(auto mapped, mapEntries(recipe, operation, variables, root, response));
    setReasons(operation, mapped);
    const auto found = foundIn(mapped);
    const PageContext where{recipe, operation, variables, root, response};
    VIGIE_TRY(auto next, nextAfter(where, turn, mapped, found));
    if (paging.kind == Paging::Kind::Ack) {
        page.reachedKnown = true;
        if (next.turn) {
            Mark mark;
            mark.ack = next.turn->page;
            page.cursor = mark.text();
            if (mapped.entries > 0)
                page.nextPage = next.turn->text();
        }
    } else if (spec.direction == Direction::Backfill) {
        page.capped = next.capped;
        if (next.turn)
            page.nextPage = page.cursor = next.turn->text();
    } else {
        forward(operation, Mark::from(spec.cursor), spec.cursor.empty(), turn, std::move(next), found, page);
    }
    page.items = std::move(mapped.items);
    page.reasons = std::move(mapped.reasons);
    page.signals = std::move(mapped.signals);
    page.unreadable = mapped.unreadable;
    return page;
}

namespace {

/// A page of our own posts is read like history.
Result<FetchSpec> ownSpec(const Recipe &recipe, const Context &context, const std::string &page)
{
    const CallVariables variables(context);
    const auto *operation = operationOf(recipe, "own", variables);
    if (operation == nullptr)
        return fail(Errc::Unsupported);
    FetchSpec spec;
    spec.stream = operation->name;
    spec.direction = Direction::Backfill;
    spec.page = page;
    return spec;
}

} // namespace

Result<net::Request> ownRequest(const Recipe &recipe, const Context &context, const std::string &page)
{
    VIGIE_TRY(const auto spec, ownSpec(recipe, context, page));
    return fetchRequest(recipe, context, spec);
}

Result<OwnPage> ownPage(const Recipe &recipe, const Context &context, const std::string &page, const net::Response &response)
{
    VIGIE_TRY(const auto spec, ownSpec(recipe, context, page));
    VIGIE_TRY(auto read, fetchPage(recipe, context, spec, response));
    OwnPage own;
    own.nextPage = std::move(read.nextPage);
    for (const auto &item : read.items) {
        own.reaches = own.reaches ? std::min(*own.reaches, item.publishedAt) : item.publishedAt;
        if (!item.author.nativeId.empty() && item.author.nativeId != context.account.nativeId)
            continue;
        const auto *parent = item.ref(Relation::ReplyTo);
        own.posts.push_back({item.nativeId, item.permalink, item.text, parent != nullptr ? parent->targetNative : std::string(), item.publishedAt,
                             static_cast<int>(item.media.size()), item.state == ItemState::Held});
    }
    return own;
}

} // namespace vigie::connect::recipe
