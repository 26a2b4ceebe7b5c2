// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/bluesky/publish.hpp"

#include "connect/bluesky/mapping.hpp"
#include "connect/bluesky/publish_stages.hpp"
#include "connect/bluesky/tid.hpp"

namespace vigie::connect::bluesky {

using namespace publishing;

namespace {

constexpr int kOwnPageSize = 100;

Result<void> checkText(const PublishJob &job)
{
    const auto *part = partOf(job);
    if (part == nullptr)
        return fail(Errc::InvalidInput, "nothing to send");
    const auto text = outgoingText(job);
    if (text.find_first_not_of(" \t\r\n") == std::string::npos && part->media.empty() && job.outbound.kind != OutboundKind::Edit)
        return fail(Errc::ContentRefused, "the text is empty");
    const auto length = text::measure(text, lengthProfile());
    if (!length.fits())
        return fail(Errc::ContentRefused, "the text has " + std::to_string(length.used) + (length.unit == text::LengthRule::Bytes ? " bytes" : " characters") + ", the network takes " + std::to_string(length.limit));
    if (job.outbound.kind == OutboundKind::Reply && job.inReplyTo.empty())
        return fail(Errc::InvalidInput, "no post to answer");
    return {};
}

/// What is to be undone is not there: the state of things is the wanted one already.
bool alreadyDone(const PublishJob &job, const State &state)
{
    const auto &seen = at(state.found, "seen");
    switch (job.outbound.kind) {
    case OutboundKind::Favourite: return !textAt(seen, "like").empty();
    case OutboundKind::Unfavourite: return textAt(seen, "like").empty();
    case OutboundKind::Boost: return !textAt(seen, "repost").empty();
    case OutboundKind::Unboost: return textAt(seen, "repost").empty();
    case OutboundKind::UnblockMember: return textAt(state.found, "blocking").empty();
    default: return false;
    }
}

OwnPost ownPostOf(const AtUri &uri, const Json &record, Instant now)
{
    OwnPost post;
    post.nativeId = uri.text();
    post.permalink = permalinkOf(uri);
    post.text = textAt(record, "text");
    post.inReplyTo = textAt(at(at(record, "reply"), "parent"), "uri");
    const auto created = parseRfc3339(textAt(record, "createdAt"));
    post.at = created ? *created : now;
    const auto &embed = at(record, "embed");
    const auto &media = textAt(embed, "$type") == "app.bsky.embed.recordWithMedia" ? at(embed, "media") : embed;
    post.mediaCount = static_cast<int>(arrayAt(media, "images").size());
    return post;
}

} // namespace

text::LengthProfile lengthProfile()
{
    text::LengthProfile profile;
    profile.rule = text::LengthRule::Graphemes;
    profile.limit = 300;
    profile.urlCost = 0;
    profile.byteLimit = 3000;
    return profile;
}

std::string outgoingText(const PublishJob &job)
{
    const auto *part = partOf(job);
    if (part == nullptr)
        return {};
    // The network has no warnings of one's own words: they go before the text.
    return job.outbound.warning.empty() ? part->text : job.outbound.warning + "\n\n" + part->text;
}

Result<PublishStep> publishStep(const Context &context, const PublishJob &job, const PublishState &stored)
{
    if (context.account.nativeId.empty())
        return fail(Errc::InvalidInput, "the account has no id yet");
    if (writesText(job.outbound.kind))
        VIGIE_CHECK(checkText(job));
    const auto state = State::from(stored);
    const auto wanted = wantedNow(job, state);
    if (wanted.need != Need::Send)
        return lookStep(context, job, state, wanted);
    return writesText(job.outbound.kind) ? textStep(context, job, state) : actionStep(context, job, state);
}

Result<PublishOutcome> publishAbsorb(const Context &context, const PublishJob &job, const PublishState &stored, const net::Response &response)
{
    const auto state = State::from(stored);
    const auto wanted = wantedNow(job, state);
    if (wanted.need == Need::Send)
        return absorbSend(context, job, response);
    VIGIE_TRY(auto outcome, absorbLook(context, job, state, wanted, response));
    const auto *next = std::get_if<PublishState>(&outcome);
    if (next != nullptr && alreadyDone(job, State::from(*next)) && wantedNow(job, State::from(*next)).need == Need::Send)
        return PublishOutcome(PublishDone{job.outbound.targetNative, {}, false});
    return outcome;
}

Result<net::Request> readBackRequest(const Context &context, const PublishJob &job)
{
    const bool fresh = job.outbound.kind == OutboundKind::Post || job.outbound.kind == OutboundKind::Reply;
    if (!fresh || context.account.nativeId.empty())
        return fail(Errc::Unsupported);
    return getRecord(context, {context.account.nativeId, kPost, recordKey(job)});
}

Result<std::optional<OwnPost>> readBack(const Context &context, const PublishJob &job, const net::Response &response)
{
    const auto body = bodyOf(context, response);
    if (!body && body.error().code == Errc::NotFound)
        return std::optional<OwnPost>{};
    VIGIE_CHECK(body);
    return std::optional(ownPostOf({context.account.nativeId, kPost, recordKey(job)}, at(*body, "value"), context.now));
}

Result<net::Request> ownPostsRequest(const Context &context, const std::string &page)
{
    if (context.account.nativeId.empty())
        return fail(Errc::InvalidInput, "the account has no id yet");
    net::QueryPairs pairs{{"repo", context.account.nativeId}, {"collection", kPost}, {"limit", std::to_string(kOwnPageSize)}};
    if (!page.empty())
        pairs.emplace_back("cursor", page);
    return query(context, "com.atproto.repo.listRecords", pairs);
}

Result<OwnPage> ownPage(const Context &context, const net::Response &response)
{
    VIGIE_TRY(const auto body, bodyOf(context, response));
    OwnPage page;
    for (const auto &entry : arrayAt(body, "records")) {
        const auto uri = parseAtUri(textAt(entry, "uri"));
        if (!uri)
            continue;
        page.posts.push_back(ownPostOf(*uri, at(entry, "value"), context.now));
        page.reaches = page.posts.back().at;
    }
    page.nextPage = page.posts.empty() ? std::string{} : textAt(body, "cursor");
    return page;
}

} // namespace vigie::connect::bluesky
