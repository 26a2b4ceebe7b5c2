// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/bluesky/jetstream.hpp"

#include "connect/bluesky/mapping.hpp"

#include <algorithm>
#include <charconv>

namespace vigie::connect::bluesky {

namespace {

constexpr const char *kAddress = "wss://jetstream2.us-east.bsky.network";
constexpr std::string_view kEvents = "network.bsky.jetstream.subscribeEvents";
/// Events of one moment may come in another order from another server of the same stream.
constexpr std::int64_t kRewind = 2'000'000;
constexpr std::int64_t kEarliest = 1'000'000'000'000'000; ///< below it v2 takes a number for a sequence

std::optional<std::int64_t> microsOf(const std::string &cursor)
{
    std::int64_t micros = 0;
    const auto *end = cursor.data() + cursor.size();
    const auto [stop, error] = std::from_chars(cursor.data(), end, micros);
    return error == std::errc{} && stop == end && !cursor.empty() && micros >= kEarliest ? std::optional(micros) : std::nullopt;
}

void readCommit(JetEvent &event, const Json &commit)
{
    event.collection = textAt(commit, "collection");
    event.rkey = textAt(commit, "rkey");
    event.cid = textAt(commit, "cid");
    const auto operation = textAt(commit, "operation");
    if (operation == "delete") {
        event.kind = JetEvent::Kind::Deleted;
    } else if ((operation == "create" || operation == "update") && at(commit, "record").is_object()) {
        event.kind = JetEvent::Kind::Written;
        event.record = &at(commit, "record");
    }
}

void readAccount(JetEvent &event, const Json &account)
{
    const auto status = textAt(account, "status");
    if (boolAt(account, "active"))
        event.kind = JetEvent::Kind::AccountBack;
    else if (status == "deleted" || status == "takendown" || status == "suspended")
        event.kind = JetEvent::Kind::AccountGone; // "deactivated" may come back any day: its posts are looked up like others
}

/// `kind` as v1 names it.
void readKind(JetEvent &event, std::string_view kind, const Json &commit, const Json &holder)
{
    if (kind == "commit") {
        readCommit(event, commit);
    } else if (kind == "account") {
        readAccount(event, at(holder, "account"));
    } else if (kind == "identity") {
        event.handle = canonicalHandle(textAt(at(holder, "identity"), "handle"));
        event.kind = event.handle.empty() ? JetEvent::Kind::Other : JetEvent::Kind::Renamed;
    }
}

} // namespace

Generation generationOf(const Account &account)
{
    const auto live = account.setting("live");
    return live == "v1" ? Generation::V1 : live == "v2" ? Generation::V2 : Generation::Off;
}

JetEvent readFrame(const Json &frame)
{
    JetEvent event;
    const auto &payload = at(frame, "payload");
    const bool second = payload.is_object();
    const auto &holder = second ? payload : frame;
    event.did = textAt(holder, "did");
    if (second) {
        const auto type = textAt(payload, "$type");
        if (type.rfind(std::string(kEvents) + "#", 0) != 0)
            return event;
        if (const auto time = parseRfc3339(textAt(payload, "time")))
            event.micros = toMicros(*time);
        readKind(event, std::string_view(type).substr(kEvents.size() + 1), payload, payload);
    } else {
        event.micros = intAt(frame, "time_us");
        readKind(event, textAt(frame, "kind"), at(frame, "commit"), frame);
    }
    if (!isDid(event.did))
        event.kind = JetEvent::Kind::Other;
    return event;
}

Result<net::Request> liveRequest(const Context &context, const std::string &cursor)
{
    const auto generation = generationOf(context.account);
    if (generation == Generation::Off)
        return fail(Errc::Unsupported, "live reading is switched off for this account");
    auto base = context.account.setting("live_address");
    if (base.empty())
        base = kAddress;
    while (!base.empty() && base.back() == '/')
        base.pop_back();
    const bool secure = base.rfind("wss://", 0) == 0, clear = base.rfind("ws://", 0) == 0;
    const auto url = secure || clear ? net::parseUrl((secure ? "https" : "http") + base.substr(base.find(':'))) : fail(Errc::InvalidInput);
    if (!url || url->credentials || !url->query.empty() || !url->fragment.empty())
        return fail(Errc::InvalidInput, "the address of a Jetstream begins with wss:// and has neither a password nor a query");
    const auto home = net::parseUrl(serverOf(context.account));
    const bool house = allowsPrivateNetwork(context.account) && home && home->host == url->host;
    if (clear && !net::isLoopbackHost(url->host) && !house)
        return fail(Errc::PolicyRefused, "the address of the Jetstream is not protected by TLS");
    net::QueryPairs pairs{{generation == Generation::V1 ? "wantedCollections" : "collections", kPost}};
    if (const auto micros = microsOf(cursor))
        pairs.emplace_back("cursor", std::to_string(std::max(*micros - kRewind, kEarliest)));
    net::Request made; // public: no token ever goes there
    made.url = net::withQuery(base + (generation == Generation::V1 ? "/subscribe" : "/xrpc/" + std::string(kEvents)), pairs);
    made.followRedirects = false;
    made.privateNetwork = house;
    made.maxBody = 2U << 20;
    return made;
}

Result<FetchPage> liveEvent(const Context &context, const net::StreamEvent &event)
{
    FetchPage page;
    const auto frame = parseJson(event.data);
    if (!frame || !frame->is_object()) {
        ++page.unreadable;
        return page;
    }
    const auto happened = readFrame(*frame);
    if (happened.micros)
        page.cursor = std::to_string(*happened.micros);
    const AtUri uri{happened.did, happened.collection, happened.rkey};
    const bool post = happened.collection == kPost && parseAtUri(uri.text());
    switch (happened.kind) {
    case JetEvent::Kind::Written:
        if (auto item = post ? fromRecord(uri, *happened.record, reading(context)) : std::nullopt) {
            page.reasons.push_back(item->author.nativeId == context.account.nativeId ? std::string{} : concernOf(*happened.record, context.account));
            page.items.push_back(std::move(*item));
        } else {
            page.unreadable += post ? 1 : 0;
        }
        break;
    case JetEvent::Kind::Deleted:
        if (post)
            page.signals.push_back({ItemSignal::Kind::Deleted, uri.text()});
        break;
    case JetEvent::Kind::AccountGone: page.signals.push_back({ItemSignal::Kind::AccountGone, happened.did}); break;
    case JetEvent::Kind::AccountBack: case JetEvent::Kind::Renamed: case JetEvent::Kind::Other: break;
    }
    return page;
}

} // namespace vigie::connect::bluesky
