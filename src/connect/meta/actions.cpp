// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/meta/actions.hpp"

#include "connect/common/upload.hpp"
#include "connect/meta/containers.hpp"
#include "connect/meta/mapping.hpp"

#include <vigie/text/rich_text.hpp>

namespace vigie::connect::meta {

namespace {

constexpr std::chrono::minutes kEarliest{10};
constexpr std::chrono::hours kLatest{30 * 24};

/// Facebook: pictures that were uploaded and are not shown yet.
struct State {
    std::vector<std::string> photos;
    [[nodiscard]] PublishState text() const { return {dump(Json{{"photos", photos}})}; }
    static State from(const PublishState &stored)
    {
        State state;
        const auto json = parseJson(stored.data.empty() ? "{}" : stored.data);
        if (json)
            for (const auto &photo : arrayAt(*json, "photos"))
                state.photos.push_back(asId(photo));
        return state;
    }
};

bool isVideo(const OutboundPart &part)
{
    return part.media.size() == 1 && connect::isVideo(part.media.front());
}

std::string firstLink(const std::string &text)
{
    for (const auto &span : text::fromPlain(text).spans)
        if (span.kind == TextSpan::Kind::Link)
            return span.target;
    return {};
}

net::Request upload(const Context &context, const std::string &path, const OutboundMedia &media)
{
    auto made = get(context, path);
    made.method = net::Method::Post;
    made.timeout = kUploadTimeout;
    made.form.push_back(fileField("source", media));
    return made;
}

std::string epoch(Instant at)
{
    return std::to_string(std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count());
}

/// Uploaded out of sight; the post that follows shows them.
PublishStep photoStep(const Context &context, const std::string &page, const OutboundMedia &media, bool later)
{
    PublishStep step;
    step.phase = "prepare";
    step.request = upload(context, "/" + page + "/photos", media);
    step.request.form.push_back(textField("published", "false"));
    if (later)
        step.request.form.push_back(textField("temporary", "true"));
    if (!media.alt.empty())
        step.request.form.push_back(textField("alt_text_custom", media.alt));
    return step;
}

PublishStep videoStep(const Context &context, const std::string &page, const OutboundPart &part, const Outbound &outbound)
{
    PublishStep step;
    step.phase = "send";
    step.effect = StepEffect::Once;
    step.request = upload(context, "/" + page + "/videos", part.media.front());
    step.request.form.push_back(textField("description", part.text));
    if (scheduledThere(context, outbound)) {
        step.request.form.push_back(textField("published", "false"));
        step.request.form.push_back(textField("scheduled_publish_time", epoch(*outbound.dueAt)));
    }
    return step;
}

Result<PublishStep> facebookPostStep(const Context &context, const PublishJob &job, const OutboundPart &part, const State &state)
{
    VIGIE_TRY(const auto page, checkedId(context.account.nativeId));
    const bool later = scheduledThere(context, job.outbound);
    if (isVideo(part))
        return videoStep(context, page, part, job.outbound);
    if (state.photos.size() < part.media.size())
        return photoStep(context, page, part.media[state.photos.size()], later);
    net::QueryPairs form;
    if (!part.text.empty())
        form.emplace_back("message", part.text);
    if (const auto link = part.media.empty() ? firstLink(part.text) : std::string{}; !link.empty())
        form.emplace_back("link", link);
    for (std::size_t i = 0; i < state.photos.size(); ++i)
        form.emplace_back("attached_media[" + std::to_string(i) + "]", dump(Json{{"media_fbid", state.photos[i]}}));
    if (later) {
        form.emplace_back("published", "false");
        form.emplace_back("scheduled_publish_time", epoch(*job.outbound.dueAt));
    }
    PublishStep step;
    step.phase = "send";
    step.effect = StepEffect::Once;
    step.request = post(context, "/" + page + "/feed", form);
    return step;
}

/// To the person alone, once, within seven days: never under the comment.
Result<net::Request> privateReply(const Context &context, const PublishJob &job, const OutboundPart &part)
{
    VIGIE_TRY(const auto account, checkedId(context.account.nativeId));
    const auto target = keptId(job.inReplyTo);
    VIGIE_TRY(const auto id, checkedId(target.id));
    const bool threads = networkOf(context.account) == Network::Threads;
    const bool onInstagramMedium = networkOf(context.account) == Network::Instagram && target.kind != Kept::Comment;
    if (threads || onInstagramMedium)
        return fail(Errc::Unsupported, "a private reply is possible to a comment only");
    const bool toPost = networkOf(context.account) == Network::Facebook && id.rfind(account + "_", 0) == 0;
    return post(context, "/" + account + "/messages", {{"recipient", dump(Json{{toPost ? "post_id" : "comment_id", id}})}, {"message", dump(Json{{"text", part.text}})}});
}

Result<net::Request> publicReply(const Context &context, const PublishJob &job, const OutboundPart &part)
{
    const auto target = keptId(job.inReplyTo);
    VIGIE_TRY(const auto id, checkedId(target.id));
    if (networkOf(context.account) == Network::Facebook)
        return post(context, "/" + id + "/comments", {{"message", part.text}});
    switch (target.kind) {
    case Kept::Comment: return post(context, "/" + id + "/replies", {{"message", part.text}});
    case Kept::Medium: return post(context, "/" + id + "/comments", {{"message", part.text}});
    case Kept::Mentioning: break;
    }
    VIGIE_TRY(const auto account, checkedId(context.account.nativeId));
    return post(context, "/" + account + "/mentions", {{"media_id", id}, {"message", part.text}});
}

Result<PublishStep> replyStep(const Context &context, const PublishJob &job, const OutboundPart &part)
{
    if (!part.media.empty())
        return fail(Errc::Unsupported, "answers here are text alone");
    PublishStep step;
    step.phase = "send";
    step.effect = StepEffect::Once;
    VIGIE_TRY(step.request, job.outbound.visibility == Visibility::Direct ? privateReply(context, job, part) : publicReply(context, job, part));
    return step;
}

net::QueryPairs flag(const char *name, bool value)
{
    return {{name, value ? "true" : "false"}};
}

Result<net::Request> hideRequest(const Context &context, const KeptId &target, const std::string &id, bool hide)
{
    switch (networkOf(context.account)) {
    case Network::Facebook: return post(context, "/" + id, flag("is_hidden", hide));
    case Network::Threads: return post(context, "/" + id + "/manage_reply", flag("hide", hide));
    case Network::Instagram: break;
    }
    if (target.kind != Kept::Comment)
        return fail(Errc::InvalidInput, "only comments can be hidden");
    return post(context, "/" + id, flag("hide", hide));
}

Result<net::Request> simpleRequest(const Context &context, const PublishJob &job)
{
    const auto network = networkOf(context.account);
    const auto target = keptId(job.outbound.targetNative);
    VIGIE_TRY(const auto id, checkedId(target.id));
    const bool facebook = network == Network::Facebook;
    switch (job.outbound.kind) {
    case OutboundKind::HideReply:
    case OutboundKind::UnhideReply: return hideRequest(context, target, id, job.outbound.kind == OutboundKind::HideReply);
    case OutboundKind::Delete:
        if (network == Network::Instagram && target.kind != Kept::Comment)
            return fail(Errc::Unsupported, "Instagram lets programs delete comments only");
        return remove(context, "/" + id);
    case OutboundKind::RemoveItem:
        if (network == Network::Threads)
            return fail(Errc::Unsupported, "what others wrote can only be hidden here");
        if (network == Network::Instagram && target.kind != Kept::Comment)
            return fail(Errc::InvalidInput, "only comments can be taken away");
        return remove(context, "/" + id);
    case OutboundKind::Favourite:
        if (facebook)
            return post(context, "/" + id + "/likes", {});
        break;
    case OutboundKind::Unfavourite:
        if (facebook)
            return remove(context, "/" + id + "/likes");
        break;
    default: break;
    }
    return fail(Errc::Unsupported, "this network offers programs no such action");
}

Result<PublishStep> editStep(const Context &context, const PublishJob &job, const OutboundPart &part)
{
    VIGIE_TRY(const auto id, checkedId(job.outbound.targetNative));
    PublishStep step;
    step.phase = "send";
    step.effect = StepEffect::Idempotent;
    step.keyValidFor = std::chrono::hours{1};
    step.request = post(context, "/" + id, {{"message", part.text}});
    return step;
}

text::LengthProfile profileOf(const Context &context)
{
    return {networkOf(context.account) == Network::Threads ? text::LengthRule::Threads : text::LengthRule::Utf16, context.account.limits.maxCharacters, 0};
}

} // namespace

bool usesContainer(const Account &account, const Outbound &outbound)
{
    const auto network = networkOf(account);
    if (network == Network::Facebook)
        return false;
    // A reply on Threads is a post; one that asks to be private must not become one.
    return outbound.kind == OutboundKind::Post || (outbound.kind == OutboundKind::Reply && network == Network::Threads && outbound.visibility != Visibility::Direct);
}

bool scheduledThere(const Context &context, const Outbound &outbound)
{
    return outbound.kind == OutboundKind::Post && outbound.dueAt && *outbound.dueAt >= context.now + kEarliest && *outbound.dueAt <= context.now + kLatest;
}

Result<PublishStep> actionStep(const Context &context, const PublishJob &job, const PublishState &stored)
{
    const auto kind = job.outbound.kind;
    if (kind == OutboundKind::Post || kind == OutboundKind::Reply || kind == OutboundKind::Edit) {
        if (kind == OutboundKind::Edit && networkOf(context.account) != Network::Facebook)
            return fail(Errc::Unsupported, "what was published here cannot be changed");
        VIGIE_CHECK(checkContent(context, job, profileOf(context)));
        const auto &part = *partOf(job);
        if (usesContainer(context.account, job.outbound))
            return containerStep(context, job, stored);
        if (kind == OutboundKind::Edit)
            return editStep(context, job, part);
        if (kind == OutboundKind::Reply || job.part > 0)
            return replyStep(context, job, part);
        return facebookPostStep(context, job, part, State::from(stored));
    }
    PublishStep step;
    step.phase = "send";
    step.effect = StepEffect::Idempotent;
    step.keyValidFor = std::chrono::hours{1};
    VIGIE_TRY(step.request, simpleRequest(context, job));
    return step;
}

Result<PublishOutcome> actionAbsorb(const Context &context, const PublishJob &job, const PublishState &stored, const net::Response &response)
{
    const auto kind = job.outbound.kind;
    if (usesContainer(context.account, job.outbound))
        return containerAbsorb(context, job, stored, response);
    const auto *part = partOf(job);
    auto state = State::from(stored);
    const bool photo = kind == OutboundKind::Post && job.part == 0 && part != nullptr && !isVideo(*part) && state.photos.size() < part->media.size();
    const bool creates = !photo && (kind == OutboundKind::Post || kind == OutboundKind::Reply);
    const bool away = (kind == OutboundKind::Delete || kind == OutboundKind::RemoveItem) && refusal(response, context.token, context.now).code == Errc::NotFound;
    if (!response.ok() && away)
        return PublishOutcome(PublishDone{job.outbound.targetNative, {}, false});
    if (creates && mayHaveTakenEffect(response))
        return fail(Errc::UnknownOutcome, "the network failed while it was being published");
    VIGIE_TRY(const auto body, bodyOf(context, response, true));
    if (photo) {
        auto id = idAt(body, "id");
        if (!checkedId(id))
            return fail(Errc::Protocol, "the picture got no id");
        state.photos.push_back(std::move(id));
        return PublishOutcome(state.text());
    }
    PublishDone done;
    done.nativeId = job.outbound.targetNative;
    if (!creates)
        return PublishOutcome(std::move(done));
    auto id = idAt(body, "post_id");
    if (id.empty())
        id = idAt(body, "id");
    const bool comment = networkOf(context.account) == Network::Instagram && kind == OutboundKind::Reply;
    const bool secret = kind == OutboundKind::Reply && job.outbound.visibility == Visibility::Direct;
    if (id.empty() && secret) // a message has an id of another kind
        id = cleanAt(body, "message_id");
    if (id.empty())
        return fail(Errc::UnknownOutcome, "the network took it, but names no id");
    done.nativeId = secret ? id : nativeIdOf(comment ? Kept::Comment : Kept::Medium, id);
    done.held = kind == OutboundKind::Post && scheduledThere(context, job.outbound);
    return PublishOutcome(std::move(done));
}

} // namespace vigie::connect::meta
