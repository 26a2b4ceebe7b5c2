// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/common/http_error.hpp"
#include "connect/common/strings.hpp"
#include "connect/google/youtube.hpp"

#include <vigie/text/length.hpp>

namespace vigie::connect::youtube {

namespace {

const OutboundPart *partOf(const PublishJob &job)
{
    return job.part < job.outbound.parts.size() ? &job.outbound.parts[job.part] : nullptr;
}

bool writesText(OutboundKind kind)
{
    return kind == OutboundKind::Reply || kind == OutboundKind::Edit;
}

/// Which of YouTube's three words a decision is. Its own guess "likelySpam" cannot be given by a person.
const char *moderationWord(OutboundKind kind)
{
    switch (kind) {
    case OutboundKind::ApproveItem: case OutboundKind::RestoreItem: case OutboundKind::UnhideReply: return "published";
    case OutboundKind::HoldItem: case OutboundKind::HideReply: return "heldForReview";
    case OutboundKind::MarkSpam: case OutboundKind::RemoveItem: case OutboundKind::BanMember: return "rejected";
    default: return nullptr;
    }
}

Result<PublishStep> textStep(const Context &context, const PublishJob &job)
{
    const auto text = outgoingText(job);
    if (text.find_first_not_of(" \t\r\n") == std::string::npos)
        return fail(Errc::ContentRefused, "the text is empty");
    const auto length = text::measure(text, {text::LengthRule::CodePoints, context.account.limits.maxCharacters, 0});
    if (!length.fits())
        return fail(Errc::ContentRefused, "the text has " + std::to_string(length.used) + " characters, YouTube takes " + std::to_string(length.limit));
    PublishStep step;
    step.phase = "send";
    if (job.outbound.kind == OutboundKind::Edit) {
        const Json body{{"id", job.outbound.targetNative}, {"snippet", {{"textOriginal", text}}}};
        step.request = write(context, net::Method::Put, "comments", {{"part", "snippet"}}, &body);
        step.effect = StepEffect::Idempotent;
        step.keyValidFor = std::chrono::hours{1};
        return step;
    }
    step.effect = StepEffect::Once;
    if (const auto video = videoIn(job.inReplyTo)) {
        const Json body{{"snippet", {{"videoId", *video}, {"topLevelComment", {{"snippet", {{"textOriginal", text}}}}}}}};
        step.request = write(context, net::Method::Post, "commentThreads", {{"part", "snippet"}}, &body);
        return step;
    }
    const Json body{{"snippet", {{"parentId", topLevel(job.inReplyTo)}, {"textOriginal", text}}}};
    step.request = write(context, net::Method::Post, "comments", {{"part", "snippet"}}, &body);
    return step;
}

constexpr std::chrono::minutes kClockSkew{15};
constexpr std::chrono::hours kLookAgain{1};

} // namespace

std::string outgoingText(const PublishJob &job)
{
    const auto *part = partOf(job);
    if (part == nullptr)
        return {};
    // All answers of a thread stand in one row: who is meant is said with the handle, as YouTube's own page does.
    const auto &handle = job.targetHandle;
    const bool underAnswer = job.outbound.kind == OutboundKind::Reply && job.inReplyTo.find('.') != std::string::npos;
    if (!underAnswer || handle.size() < 2 || handle.front() != '@' || part->text.find(handle) != std::string::npos)
        return part->text;
    return handle + " " + part->text;
}

Result<PublishStep> publishStep(const Context &context, const PublishJob &job)
{
    const auto kind = job.outbound.kind;
    const auto &target = kind == OutboundKind::Reply ? job.inReplyTo : kind == OutboundKind::BanMember ? job.targetItem : job.outbound.targetNative;
    if (target.empty())
        return fail(Errc::InvalidInput, "nothing to act on");
    if (writesText(kind))
        return textStep(context, job);
    if (videoIn(target))
        return fail(Errc::Unsupported, "this is for comments, not for videos");
    PublishStep step;
    step.phase = "send";
    step.effect = StepEffect::Idempotent;
    step.keyValidFor = std::chrono::hours{1};
    if (kind == OutboundKind::Delete) {
        step.request = write(context, net::Method::Delete, "comments", {{"id", target}}, nullptr);
        return step;
    }
    const auto *word = moderationWord(kind);
    if (word == nullptr)
        return fail(Errc::Unsupported);
    net::QueryPairs query{{"id", target}, {"moderationStatus", word}};
    if (kind == OutboundKind::BanMember)
        query.emplace_back("banAuthor", "true"); // allowed with "rejected" alone, which this is
    step.request = write(context, net::Method::Post, "comments/setModerationStatus", query, nullptr);
    return step;
}

Result<PublishOutcome> publishAbsorb(const Context &context, const PublishJob &job, const net::Response &response)
{
    const auto kind = job.outbound.kind;
    if (kind == OutboundKind::Delete && response.status == 404)
        return PublishOutcome(PublishDone{job.outbound.targetNative, {}});
    if (!response.ok()) {
        auto error = google::refusal(context, response);
        if (response.status == 400 && error.code == Errc::Protocol)
            error.code = writesText(kind) ? Errc::ContentRefused : Errc::Forbidden;
        if (kind == OutboundKind::Reply && mayHaveTakenEffect(response.status))
            error.code = Errc::UnknownOutcome;
        return fail(std::move(error));
    }
    if (!writesText(kind))
        return PublishOutcome(PublishDone{job.outbound.targetNative, {}});
    const auto body = parseJson(response.body);
    if (!body)
        return fail(Errc::UnknownOutcome, "YouTube took it, but its answer cannot be read");
    const auto &top = at(at(*body, "snippet"), "topLevelComment");
    const auto item = toComment(context, top.is_object() ? top : *body);
    if (!item)
        return fail(Errc::UnknownOutcome, "YouTube took it, but names no id");
    return PublishOutcome(PublishDone{item->nativeId, item->permalink, item->state == ItemState::Held});
}

Result<net::Request> readBackRequest(const Context &context, const PublishJob &job)
{
    if (job.outbound.kind != OutboundKind::Reply || job.inReplyTo.empty())
        return fail(Errc::Unsupported);
    net::QueryPairs query{{"part", "snippet"}, {"maxResults", std::to_string(kPageSize)}, {"textFormat", "plainText"}};
    if (const auto video = videoIn(job.inReplyTo)) {
        query.insert(query.end(), {{"videoId", *video}, {"order", "time"}});
        return read(context, "commentThreads", query);
    }
    query.emplace_back("parentId", topLevel(job.inReplyTo));
    return read(context, "comments", query);
}

Result<std::optional<OwnPost>> readBack(const Context &context, const PublishJob &job, const net::Response &response)
{
    VIGIE_TRY(const auto body, google::bodyOf(context, response));
    const auto words = splitWords(outgoingText(job));
    const auto *part = partOf(job);
    const auto since = (part != nullptr && part->startedAt ? *part->startedAt : job.outbound.createdAt) - kClockSkew;
    for (const auto &entry : arrayAt(body, "items")) {
        const auto &top = at(at(entry, "snippet"), "topLevelComment");
        const auto item = toComment(context, top.is_object() ? top : entry);
        if (item && item->author.nativeId == context.account.nativeId && item->publishedAt >= since && splitWords(item->text) == words)
            return std::optional(OwnPost{item->nativeId, item->permalink, item->text, job.inReplyTo, item->publishedAt, 0, item->state == ItemState::Held});
    }
    if (!textAt(body, "nextPageToken").empty()) {
        Error error{Errc::UnknownOutcome, "too many answers to be sure that ours is not among them: look on YouTube", 0, kLookAgain, {}};
        return fail(std::move(error));
    }
    return std::optional<OwnPost>{};
}

} // namespace vigie::connect::youtube
