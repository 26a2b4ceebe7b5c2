// SPDX-License-Identifier: GPL-3.0-or-later
// Posts, answers and edits: the record as it leaves.
#include "connect/bluesky/publish.hpp"
#include "connect/bluesky/publish_stages.hpp"
#include "connect/bluesky/tid.hpp"
#include "connect/common/image_header.hpp"

namespace vigie::connect::bluesky::publishing {

namespace {

constexpr int kCreatePoints = 3, kUpdatePoints = 2;

Json imagesOf(const OutboundPart &part, const State &state)
{
    Json images = Json::array();
    const auto &blobs = arrayAt(state.found, "blobs");
    for (std::size_t i = 0; i < part.media.size() && i < blobs.size(); ++i) {
        Json image{{"image", blobs[i]}, {"alt", part.media[i].alt}};
        if (const auto header = imageHeaderOfFile(part.media[i].path))
            image["aspectRatio"] = {{"width", header->width}, {"height", header->height}}; // readers keep the place before they have the picture
        images.push_back(std::move(image));
    }
    return {{"$type", "app.bsky.embed.images"}, {"images", images}};
}

Json cardEmbed(const std::string &address, const Json &card, const Json &thumb)
{
    Json external{{"uri", address}, {"title", textAt(card, "title")}, {"description", textAt(card, "description")}};
    if (thumb.is_object())
        external["thumb"] = thumb;
    return {{"$type", "app.bsky.embed.external"}, {"external", std::move(external)}};
}

Json embedOf(const OutboundPart &part, const State &state, const std::vector<TextSpan> &stretches)
{
    if (!part.media.empty())
        return imagesOf(part, state);
    if (const auto &quote = at(state.found, "quote"); quote.is_object())
        return {{"$type", "app.bsky.embed.record"}, {"record", quote}};
    if (const auto &card = at(state.found, "card"); card.is_object())
        for (const auto &span : stretches)
            if (span.kind == TextSpan::Kind::Link)
                return cardEmbed(span.target, card, at(state.found, "thumb"));
    return nullptr;
}

void setText(Json &record, const PublishJob &job, const State &state, const std::vector<TextSpan> &stretches)
{
    record["text"] = outgoingText(job);
    record.erase("facets");
    if (auto facets = facetsOf(stretches, at(state.found, "dids")); !facets.empty())
        record["facets"] = std::move(facets);
    if (job.outbound.lang.size() == 2)
        record["langs"] = Json::array({job.outbound.lang});
}

Json freshRecord(const Context &context, const PublishJob &job, const State &state, const std::vector<TextSpan> &stretches)
{
    Json record{{"$type", kPost}, {"createdAt", createdAt(context, job)}};
    setText(record, job, state, stretches);
    if (state.has("parent"))
        record["reply"] = {{"root", at(state.found, "root")}, {"parent", at(state.found, "parent")}};
    if (auto embed = embedOf(*partOf(job), state, stretches); !embed.is_null())
        record["embed"] = std::move(embed);
    return record;
}

} // namespace

Result<PublishStep> textStep(const Context &context, const PublishJob &job, const State &state)
{
    const auto *part = partOf(job);
    const auto stretches = findStretches(outgoingText(job));
    PublishStep step;
    step.phase = "send";
    step.effect = StepEffect::Idempotent;
    step.keyValidFor = std::chrono::hours{24 * 365}; // a record is there for good, and so is its key
    if (job.outbound.kind != OutboundKind::Edit) {
        step.request = putRecord(context, kPost, recordKey(job), freshRecord(context, job, state, stretches), {}, kCreatePoints);
        return step;
    }
    const auto uri = parseAtUri(job.outbound.targetNative);
    if (!uri || uri->did != context.account.nativeId)
        return fail(Errc::Forbidden, "only our own posts can be edited");
    auto record = at(at(state.found, "target"), "value");
    setText(record, job, state, stretches);
    if (!part->media.empty())
        record["embed"] = imagesOf(*part, state);
    // With the version that was looked at: what somebody else changed meanwhile is not overwritten.
    step.request = putRecord(context, uri->collection, uri->rkey, record, textAt(at(state.found, "target"), "cid"), kUpdatePoints);
    return step;
}

} // namespace vigie::connect::bluesky::publishing
