// SPDX-License-Identifier: GPL-3.0-or-later
// What is looked up and uploaded before the record itself.
#include "connect/bluesky/publish_stages.hpp"

#include "connect/common/upload.hpp"

#include <filesystem>

namespace vigie::connect::bluesky::publishing {

namespace {

Result<net::Request> uploadRequest(const Context &context, const OutboundMedia &media, std::size_t count)
{
    const auto &limits = context.account.limits;
    if (static_cast<int>(count) > limits.maxMedia)
        return fail(Errc::ContentRefused, "the network takes at most " + std::to_string(limits.maxMedia) + " pictures");
    if (media.mime.rfind("image/", 0) != 0)
        return fail(Errc::ContentRefused, "only pictures can be attached, this is " + media.mime);
    std::error_code unreadable;
    const auto size = std::filesystem::file_size(media.path, unreadable);
    if (unreadable)
        return fail(Errc::InvalidInput, "the picture cannot be read");
    // Here, because a server that refuses in the middle of the upload hangs up before it has said why.
    if (limits.maxImageBytes > 0 && size > static_cast<std::uintmax_t>(limits.maxImageBytes))
        return fail(Errc::TooLarge, "the picture has " + std::to_string(size) + " bytes, the network takes " + std::to_string(limits.maxImageBytes));
    auto made = uploadOf(context, media.mime);
    made.bodyFile = media.path;
    made.timeout = kUploadTimeout;
    return made;
}

Result<AtUri> postUri(const std::string &uri)
{
    const auto parsed = parseAtUri(uri);
    return parsed ? Result<AtUri>(*parsed) : fail(Errc::InvalidInput, "this is no post of the network");
}

Result<Json> recordOf(const Context &context, const net::Response &response)
{
    VIGIE_TRY(auto body, bodyOf(context, response));
    if (textAt(body, "cid").empty() || !at(body, "value").is_object())
        return fail(Errc::Protocol, "the record has no version");
    return body;
}

Json strongRef(const Json &ref)
{
    const auto uri = textAt(ref, "uri"), cid = textAt(ref, "cid");
    return uri.empty() || cid.empty() ? Json(nullptr) : Json{{"uri", uri}, {"cid", cid}};
}

Result<void> takeParent(const Context &context, State &state, const net::Response &response)
{
    VIGIE_TRY(const auto record, recordOf(context, response));
    const Json parent{{"uri", textAt(record, "uri")}, {"cid", textAt(record, "cid")}};
    auto root = strongRef(at(at(at(record, "value"), "reply"), "root"));
    state.found["parent"] = parent;
    state.found["root"] = root.is_null() ? parent : std::move(root);
    return {};
}

Result<void> takeSeen(const Context &context, State &state, const net::Response &response)
{
    VIGIE_TRY(const auto body, bodyOf(context, response));
    const auto &posts = arrayAt(body, "posts");
    if (posts.empty())
        return fail(Errc::NotFound, "the post is no longer there, or not for us");
    const auto &post = posts.front();
    const auto &viewer = at(post, "viewer");
    state.found["seen"] = {{"uri", textAt(post, "uri")}, {"cid", textAt(post, "cid")}, {"like", textAt(viewer, "like")}, {"repost", textAt(viewer, "repost")}};
    return {};
}

Result<void> takeTarget(const Context &context, State &state, const net::Response &response)
{
    VIGIE_TRY(auto record, recordOf(context, response));
    const auto root = textAt(at(at(at(record, "value"), "reply"), "root"), "uri");
    state.found["target"] = {{"cid", textAt(record, "cid")}, {"value", at(record, "value")}, {"root", root}};
    return {};
}

Result<void> takeGate(const Context &context, State &state, const net::Response &response)
{
    if (auto error = response.ok() ? Error{} : refusal(context, response); !response.ok() && error.code != Errc::NotFound)
        return fail(std::move(error));
    state.found["gate"] = false; // no rules yet
    if (response.ok()) {
        VIGIE_TRY(const auto record, recordOf(context, response));
        state.found["gate"] = {{"cid", textAt(record, "cid")}, {"value", at(record, "value")}};
    }
    return {};
}

} // namespace

Result<PublishStep> lookStep(const Context &context, const PublishJob &job, const State &state, const Wanted &wanted)
{
    PublishStep step;
    step.phase = "prepare";
    switch (wanted.need) {
    case Need::Target: case Need::Parent: {
        VIGIE_TRY(const auto uri, postUri(wanted.what));
        step.request = getRecord(context, uri);
        break;
    }
    case Need::Quote: {
        VIGIE_TRY(const auto uri, postUri(wanted.what));
        step.request = query(context, "app.bsky.feed.getPosts", {{"uris", uri.text()}});
        break;
    }
    case Need::Seen: {
        VIGIE_TRY(const auto uri, postUri(wanted.what));
        step.request = query(context, "app.bsky.feed.getPosts", {{"uris", uri.text()}});
        break;
    }
    case Need::Gate: {
        const auto root = parseAtUri(wanted.what);
        if (!root)
            return fail(Errc::InvalidInput, "only an answer can be hidden");
        if (root->did != context.account.nativeId)
            return fail(Errc::Forbidden, "the conversation is not ours");
        step.request = getRecord(context, AtUri{root->did, "app.bsky.feed.threadgate", root->rkey});
        break;
    }
    case Need::Handle: step.request = query(context, "com.atproto.identity.resolveHandle", {{"handle", wanted.what}}); break;
    case Need::Block: step.request = query(context, "app.bsky.actor.getProfile", {{"actor", wanted.what}}); break;
    case Need::Card:
        step.request = pageRequest(wanted.what);
        step.mayFail = true;
        break;
    case Need::CardPicture:
        step.request = pictureRequest(wanted.what);
        step.mayFail = true;
        break;
    case Need::CardUpload:
        step.request = thumbRequest(context, at(state.found, "picture"));
        break;
    case Need::Upload: {
        const auto &media = partOf(job)->media;
        VIGIE_TRY(step.request, uploadRequest(context, media[wanted.media], media.size()));
        break;
    }
    case Need::Send: return fail(Errc::Internal, "nothing to look up");
    }
    return step;
}

Result<PublishOutcome> absorbLook(const Context &context, const PublishJob &, State state, const Wanted &wanted, const net::Response &response)
{
    switch (wanted.need) {
    case Need::Target: VIGIE_CHECK(takeTarget(context, state, response)); break;
    case Need::Parent: VIGIE_CHECK(takeParent(context, state, response)); break;
    case Need::Seen: VIGIE_CHECK(takeSeen(context, state, response)); break;
    case Need::Gate: VIGIE_CHECK(takeGate(context, state, response)); break;
    case Need::Handle: {
        // A name that nobody has is a word like others.
        if (auto error = response.ok() ? Error{} : refusal(context, response); !response.ok() && response.status != 400)
            return fail(std::move(error));
        if (errorName(response) == "ExpiredToken" || errorName(response) == "InvalidToken")
            return fail(refusal(context, response));
        const auto json = parseJson(response.body);
        const auto did = response.ok() && json ? textAt(*json, "did") : std::string{};
        state.found["dids"][wanted.what] = isDid(did) ? did : std::string{};
        break;
    }
    case Need::Quote: {
        auto seen = State{};
        const auto found = takeSeen(context, seen, response);
        if (!found && found.error().code != Errc::NotFound)
            return fail(found.error());
        state.found["quote"] = found ? strongRef(at(seen.found, "seen")) : Json(false); // else it stays a link
        break;
    }
    case Need::Card: state.found["card"] = cardOf(response); break;
    case Need::CardPicture: state.found["picture"] = pictureOf(response); break;
    case Need::CardUpload: {
        auto thumb = blobOf(context, response);
        if (!thumb && thumb.error().code != Errc::ContentRefused && thumb.error().code != Errc::TooLarge && thumb.error().code != Errc::Protocol)
            return fail(thumb.error());
        state.found["thumb"] = thumb ? std::move(*thumb) : Json(false); // a picture that is refused costs the picture, not the post
        state.found.erase("picture");
        break;
    }
    case Need::Block: {
        VIGIE_TRY(const auto profile, bodyOf(context, response));
        state.found["blocking"] = textAt(at(profile, "viewer"), "blocking");
        break;
    }
    case Need::Upload: {
        VIGIE_TRY(auto blob, blobOf(context, response));
        state.found["blobs"].push_back(std::move(blob));
        break;
    }
    case Need::Send: return fail(Errc::Internal, "nothing was looked up");
    }
    return PublishOutcome(state.text());
}

} // namespace vigie::connect::bluesky::publishing
