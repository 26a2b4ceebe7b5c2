// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/recipe/paging.hpp"

#include "connect/recipe/request.hpp"
#include "connect/recipe/stream.hpp"

#include <vigie/net/link_header.hpp>
#include <vigie/net/url.hpp>

#include <algorithm>

namespace vigie::connect::recipe {

namespace {

constexpr std::size_t kLongestCursor = 16'000;

/// Without the parameters that must not be kept (Meta repeats the token there).
Result<std::string> without(const std::string &address, const std::vector<std::string> &names)
{
    VIGIE_TRY(const auto url, net::parseUrl(address));
    net::QueryPairs kept;
    for (auto &pair : net::parseQuery(url.query))
        if (std::find(names.begin(), names.end(), pair.first) == names.end())
            kept.push_back(std::move(pair));
    return net::withQuery(url.origin() + url.path, kept);
}

Result<NextPage> byAddress(const PageContext &where, std::string address)
{
    NextPage next;
    if (address.empty())
        return next;
    const auto &base = where.response.finalUrl;
    if (!base.empty()) {
        VIGIE_TRY(address, net::resolveUrl(base, address));
    }
    if (!where.operation.paging.strip.empty()) {
        VIGIE_TRY(address, without(address, where.operation.paging.strip));
    }
    if (!mayAsk(where.recipe, where.variables, address))
        return fail(Errc::PolicyRefused, "the server names a next page on another host");
    Turn turn;
    turn.url = std::move(address);
    next.turn = std::move(turn);
    return next;
}

NextPage byToken(std::string token)
{
    NextPage next;
    if (token.empty() || token.size() > kLongestCursor)
        return next;
    next.turn.emplace();
    next.turn->page = std::move(token);
    return next;
}

/// The hits of a window are used up: go on below the oldest one seen.
NextPage belowWindow(const Turn &turn, const std::optional<Instant> &oldest)
{
    NextPage next;
    if (!oldest) {
        next.capped = true;
        return next;
    }
    const auto until = Instant(std::chrono::floor<std::chrono::seconds>(*oldest) + std::chrono::seconds{1}); // others may share that second
    if (turn.until && until >= *turn.until) {
        next.capped = true; // a whole window within one second
        return next;
    }
    next.turn.emplace();
    next.turn->until = until;
    return next;
}

NextPage byNumber(const PageContext &where, const Turn &turn, const Mapped &mapped, const std::optional<Instant> &oldest, const Scope &scope)
{
    const auto &paging = where.operation.paging;
    const int number = turn.page.empty() ? paging.first : static_cast<int>(std::strtol(turn.page.c_str(), nullptr, 10));
    const auto read = static_cast<double>(number - paging.first + 1);
    const auto number_ = [&](const std::optional<Expression> &how) { return how ? evaluate(*how, scope).number() : std::nullopt; };
    const auto total = number_(paging.total);
    const bool full = paging.size == 0 ? mapped.entries > 0 : static_cast<int>(mapped.entries) >= paging.size;
    NextPage next;
    if (paging.cap > 0 && paging.size > 0 && read * paging.size >= paging.cap) {
        if (!full || (total && *total <= paging.cap))
            return next;
        if (paging.shrinkTime)
            return belowWindow(turn, oldest);
        next.capped = true;
        return next;
    }
    bool more = full;
    if (const auto pages = number_(paging.pages))
        more = read < *pages;
    else if (total && paging.size > 0)
        more = read * paging.size < *total;
    if (paging.more)
        more = evaluate(*paging.more, scope).truthy();
    if (!more)
        return next;
    next.turn.emplace();
    next.turn->page = std::to_string(number + 1);
    next.turn->until = turn.until;
    return next;
}

} // namespace

Result<NextPage> pageAfter(const PageContext &where, const Turn &turn, const Mapped &mapped, const std::optional<Instant> &oldest)
{
    const auto &paging = where.operation.paging;
    Budget budget;
    const Json *last = mapped.lastEntry.absent() ? &where.root : &mapped.lastEntry.json();
    const Scope scope{&where.root, nullptr, &where.root, &where.variables.function(), &where.response, &budget};
    if (paging.fetch) {
        NextPage next;
        const auto done = static_cast<std::ptrdiff_t>(std::min(turn.ids.size(), static_cast<std::size_t>(paging.batch)));
        if (static_cast<std::size_t>(done) < turn.ids.size()) {
            next.turn.emplace();
            next.turn->listed = true;
            next.turn->ids.assign(turn.ids.begin() + done, turn.ids.end());
        }
        return next;
    }
    if (paging.kind != Paging::Kind::Page && paging.more && !evaluate(*paging.more, scope).truthy())
        return NextPage{};
    switch (paging.kind) {
    case Paging::Kind::Link: return byAddress(where, net::linkOf(where.response, paging.rel));
    case Paging::Kind::Url: return byAddress(where, paging.next ? evaluate(*paging.next, scope).text() : std::string());
    case Paging::Kind::Cursor: return byToken(paging.next ? evaluate(*paging.next, scope).text() : std::string());
    case Paging::Kind::Page: return byNumber(where, turn, mapped, oldest, scope);
    case Paging::Kind::Ids:
    case Paging::Kind::Ack: {
        if (mapped.entries == 0)
            return NextPage{};
        Scope inner = scope;
        inner.here = last;
        inner.outer = &where.root;
        if (paging.next)
            return byToken(evaluate(*paging.next, inner).text());
        return byToken(mapped.items.empty() ? std::string() : mapped.items.back().nativeId);
    }
    case Paging::Kind::None: break;
    }
    return NextPage{};
}

Paging compilePaging(const Node &node, const Compiler &compiler)
{
    Paging paging;
    if (!node.object({"kind", "next", "more", "pages", "total", "rel", "strip", "first", "size", "cap", "on_cap", "deepest", "ids", "batch", "separator", "fetch"}))
        return paging;
    if (!node.has("kind"))
        node.problem("\"kind\" is missing");
    const int kind = node.word("kind", {"none", "link", "url", "ids", "cursor", "page", "ack", "fanout"}, 0);
    paging.kind = kind == 7 ? Paging::Kind::None : static_cast<Paging::Kind>(kind);
    const std::initializer_list<std::pair<const char *, std::optional<Expression> *>> fields{
        {"next", &paging.next}, {"more", &paging.more}, {"pages", &paging.pages}, {"total", &paging.total}};
    for (const auto &[key, slot] : fields)
        if (const auto found = node.find(key))
            *slot = compiler.expression(*found);
    const bool needsNext = paging.kind == Paging::Kind::Url || paging.kind == Paging::Kind::Cursor || paging.kind == Paging::Kind::Ack;
    if (needsNext && !paging.next)
        node.problem("this kind of paging needs \"next\"");
    paging.rel = node.text("rel", "next");
    paging.strip = node.texts("strip");
    paging.first = static_cast<int>(node.number("first", 1, 0, 1));
    paging.size = static_cast<int>(node.number("size", 0, 1, 1000));
    paging.cap = static_cast<int>(node.number("cap", 0, 1, 1'000'000));
    paging.shrinkTime = node.word("on_cap", {"stop", "shrink-time"}, 0) == 1;
    paging.deepest = static_cast<int>(node.number("deepest", 50, 1, 150));
    if (paging.shrinkTime && (paging.cap == 0 || paging.size == 0))
        node.problem("\"on_cap\" needs \"cap\" and \"size\"");
    if (kind == 7) {
        if (!node.has("ids") || !node.has("fetch")) {
            node.problem("a fan-out needs \"ids\" (where the list is) and \"fetch\" (the request for some of them)");
            return paging;
        }
        const auto ids = node.child("ids");
        for (const auto &one : ids.isArray() ? ids.elements() : std::vector<Node>{ids})
            paging.idList.push_back(compiler.path(one));
        paging.batch = static_cast<int>(node.number("batch", 1, 1, 200));
        paging.separator = node.text("separator", ",");
        auto inner = compiler;
        for (const auto *name : {"id", "ids", "id_list"})
            inner.allow(name);
        if (const auto fetch = node.child("fetch"); fetch.object({VIGIE_RECIPE_REQUEST_KEYS}))
            paging.fetch = compileRequest(fetch, inner);
    }
    return paging;
}

} // namespace vigie::connect::recipe
