// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/bluesky/publish_stages.hpp"

#include "connect/bluesky/publish.hpp"

#include <algorithm>

namespace vigie::connect::bluesky::publishing {

namespace {

constexpr std::size_t kMostMentions = 12, kMostLinks = 1;

/// "https://bsky.app/profile/name.example/post/3k..." or an at-uri: a post that is quoted by its address.
std::string postBehind(const std::string &address)
{
    constexpr std::string_view kPage = "https://bsky.app/profile/";
    if (address.compare(0, kPage.size(), kPage) != 0)
        return {};
    const auto who = address.substr(kPage.size(), address.find('/', kPage.size()) - kPage.size());
    const auto mark = "/post/";
    const auto at = address.find(mark, kPage.size() + who.size());
    if (at != kPage.size() + who.size() || (!isDid(who) && canonicalHandle(who) != who))
        return {};
    const auto rkey = address.substr(at + 6, address.find_first_of("/?#", at + 6) - at - 6);
    return rkey.empty() ? std::string{} : who + "/" + rkey;
}

std::optional<Wanted> wantedForEmbed(const State &state, const std::vector<TextSpan> &stretches)
{
    std::size_t links = 0;
    for (const auto &span : stretches) {
        if (span.kind != TextSpan::Kind::Link)
            continue;
        if (const auto post = postBehind(span.target); !post.empty() && !state.has("quote")) {
            const auto slash = post.find('/');
            const auto who = post.substr(0, slash);
            const auto did = isDid(who) ? who : textAt(at(state.found, "dids"), who);
            if (!isDid(who) && !at(state.found, "dids").contains(who))
                return Wanted{Need::Handle, who, 0};
            if (!did.empty())
                return Wanted{Need::Quote, AtUri{did, kPost, post.substr(slash + 1)}.text(), 0};
        } else if (post.empty() && !state.has("card") && !at(state.found, "quote").is_object() && ++links <= kMostLinks) {
            return Wanted{Need::Card, span.target, 0};
        }
    }
    const auto picture = textAt(at(state.found, "card"), "image");
    if (!picture.empty() && !state.has("picture") && !state.has("thumb"))
        return Wanted{Need::CardPicture, picture, 0};
    if (at(state.found, "picture").is_object() && !state.has("thumb"))
        return Wanted{Need::CardUpload, {}, 0};
    return std::nullopt;
}

Wanted wantedForText(const PublishJob &job, const State &state)
{
    const bool edit = job.outbound.kind == OutboundKind::Edit;
    if (edit && !state.has("target"))
        return {Need::Target, job.outbound.targetNative, 0};
    if (!edit && !job.inReplyTo.empty() && !state.has("parent"))
        return {Need::Parent, job.inReplyTo, 0};
    const auto *part = partOf(job);
    const auto stretches = findStretches(outgoingText(job));
    std::size_t mentions = 0;
    for (const auto &span : stretches)
        if (span.kind == TextSpan::Kind::Mention && ++mentions <= kMostMentions && !at(state.found, "dids").contains(span.target))
            return {Need::Handle, span.target, 0};
    const auto uploaded = arrayAt(state.found, "blobs").size();
    if (part != nullptr && uploaded < part->media.size())
        return {Need::Upload, {}, uploaded};
    // An edit keeps what is attached, so there is no page to look at.
    if (auto embed = edit || (part != nullptr && !part->media.empty()) ? std::nullopt : wantedForEmbed(state, stretches))
        return std::move(*embed);
    return {};
}

} // namespace

PublishState State::text() const
{
    return {dump(found)};
}

State State::from(const PublishState &stored)
{
    State state;
    if (auto json = parseJson(stored.data.empty() ? "{}" : stored.data); json && json->is_object())
        state.found = std::move(*json);
    if (!at(state.found, "dids").is_object())
        state.found["dids"] = Json::object();
    return state;
}

bool writesText(OutboundKind kind)
{
    return kind == OutboundKind::Post || kind == OutboundKind::Reply || kind == OutboundKind::Edit;
}

const OutboundPart *partOf(const PublishJob &job)
{
    return job.part < job.outbound.parts.size() ? &job.outbound.parts[job.part] : nullptr;
}

Wanted wantedNow(const PublishJob &job, const State &state)
{
    const auto &target = job.outbound.targetNative;
    switch (job.outbound.kind) {
    case OutboundKind::Post: case OutboundKind::Reply: case OutboundKind::Edit: return wantedForText(job, state);
    case OutboundKind::Favourite: case OutboundKind::Unfavourite: case OutboundKind::Boost: case OutboundKind::Unboost: case OutboundKind::Report:
        return state.has("seen") ? Wanted{} : Wanted{Need::Seen, target, 0};
    case OutboundKind::UnblockMember: return state.has("blocking") ? Wanted{} : Wanted{Need::Block, target, 0};
    case OutboundKind::HideReply: case OutboundKind::UnhideReply:
        if (!state.has("target"))
            return {Need::Target, target, 0};
        if (!state.has("gate"))
            return {Need::Gate, textAt(at(state.found, "target"), "root"), 0};
        return {};
    default: return {};
    }
}

std::string createdAt(const Context &context, const PublishJob &job)
{
    // The row was claimed just now; its time is on the disk, and so the same however often this turn writes.
    const auto claimed = job.outbound.changedAt;
    auto at = toMicros(claimed) > 0 ? std::min(claimed, context.now) : context.now;
    at += std::chrono::milliseconds{job.part};
    const auto whole = toRfc3339(std::chrono::floor<std::chrono::seconds>(at));
    return whole.substr(0, 19) + "." + std::to_string(1000 + (toMicros(at) / 1000) % 1000).substr(1) + "Z";
}

net::Request putRecord(const Context &context, const std::string &collection, const std::string &rkey, const Json &record, const std::string &swap, int points)
{
    Json body{{"repo", context.account.nativeId}, {"collection", collection}, {"rkey", rkey}, {"record", record}};
    if (!swap.empty())
        body["swapRecord"] = swap;
    auto made = procedure(context, "com.atproto.repo.putRecord", body);
    made.cost = {"writes", points, 0};
    return made;
}

net::Request deleteRecord(const Context &context, const AtUri &uri)
{
    auto made = procedure(context, "com.atproto.repo.deleteRecord", Json{{"repo", uri.did}, {"collection", uri.collection}, {"rkey", uri.rkey}});
    made.cost = {"writes", 1, 0};
    return made;
}

net::Request getRecord(const Context &context, const AtUri &uri)
{
    return query(context, "com.atproto.repo.getRecord", {{"repo", uri.did}, {"collection", uri.collection}, {"rkey", uri.rkey}});
}

} // namespace vigie::connect::bluesky::publishing
