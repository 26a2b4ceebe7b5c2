// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/x/upload.hpp"

#include "connect/common/upload.hpp"

#include <algorithm>
#include <filesystem>

namespace vigie::connect::x {

namespace {

constexpr std::chrono::milliseconds kPieceTimeout{300'000};
constexpr int kMostLooks = 40, kLongestWait = 30;
constexpr std::int64_t kImage = 5'000'000, kAnimation = 15'000'000, kVideo = 512'000'000;

const char *categoryOf(const OutboundMedia &media)
{
    return isVideo(media) ? "tweet_video" : media.mime == "image/gif" ? "tweet_gif" : "tweet_image";
}

std::int64_t mostBytes(const OutboundMedia &media)
{
    return isVideo(media) ? kVideo : media.mime == "image/gif" ? kAnimation : kImage;
}

Result<std::int64_t> sizeOf(const OutboundMedia &media)
{
    std::error_code error;
    const auto size = std::filesystem::file_size(media.path, error);
    if (error)
        return fail(Errc::ContentRefused, "the file cannot be read");
    if (size == 0 || size > static_cast<std::uintmax_t>(mostBytes(media)))
        return fail(Errc::ContentRefused, "the network takes files of 1 to " + std::to_string(mostBytes(media)) + " bytes of this kind");
    return static_cast<std::int64_t>(size);
}

net::FormPart pieceOf(const OutboundMedia &media, const Upload &upload)
{
    net::FormPart part;
    part.name = "media";
    part.filePath = media.path;
    part.fileName = "media";
    part.mimeType = "application/octet-stream";
    part.fileOffset = upload.pieces * kPiece;
    part.fileBytes = std::min(kPiece, upload.bytes - part.fileOffset);
    return part;
}

/// "processing_info": done, still at it, or failed.
Result<Upload> afterEnd(const OutboundMedia &media, Upload upload, const Json &body)
{
    const auto &work = at(at(body, "data"), "processing_info");
    const auto state = textAt(work, "state");
    if (state == "failed") {
        const auto why = textAt(at(work, "error"), "message");
        return fail(Errc::ContentRefused, "the network could not use the file" + (why.empty() ? std::string{} : ": " + why));
    }
    if (state == "pending" || state == "in_progress") {
        if (++upload.looks > kMostLooks)
            return fail(Errc::Timeout, "the network does not finish processing the file");
        upload.stage = Upload::Stage::Wait;
        upload.after = static_cast<int>(std::clamp<std::int64_t>(intAt(work, "check_after_secs").value_or(1), 1, kLongestWait));
        return upload;
    }
    upload.stage = media.alt.empty() || isVideo(media) ? Upload::Stage::Done : Upload::Stage::Describe;
    return upload;
}

} // namespace

Json Upload::json() const
{
    return {{"stage", static_cast<int>(stage)}, {"id", id}, {"bytes", bytes}, {"pieces", pieces}, {"looks", looks}, {"after", after}};
}

Upload Upload::from(const Json &stored)
{
    Upload upload;
    upload.stage = static_cast<Stage>(std::clamp<std::int64_t>(intAt(stored, "stage").value_or(0), 0, static_cast<std::int64_t>(Stage::Done)));
    upload.id = textAt(stored, "id");
    upload.bytes = std::clamp<std::int64_t>(intAt(stored, "bytes").value_or(0), 0, kVideo);
    upload.pieces = static_cast<int>(std::clamp<std::int64_t>(intAt(stored, "pieces").value_or(0), 0, 1'000));
    upload.looks = static_cast<int>(std::clamp<std::int64_t>(intAt(stored, "looks").value_or(0), 0, 1'000));
    upload.after = static_cast<int>(std::clamp<std::int64_t>(intAt(stored, "after").value_or(1), 1, kLongestWait));
    return upload;
}

Result<PublishStep> uploadStep(const Context &context, const OutboundMedia &media, const Upload &upload)
{
    PublishStep step;
    step.phase = "prepare";
    const auto path = "/2/media/upload/" + upload.id;
    switch (upload.stage) {
    case Upload::Stage::Begin: {
        VIGIE_TRY(const auto bytes, sizeOf(media));
        step.request = send(context, net::Method::Post, "/2/media/upload/initialize", {{"media_type", media.mime}, {"total_bytes", bytes}, {"media_category", categoryOf(media)}}, "media", 0);
        break;
    }
    case Upload::Stage::Append: {
        step.request = send(context, net::Method::Post, path + "/append", Json(), "media", 0);
        net::FormPart index;
        index.name = "segment_index";
        index.value = std::to_string(upload.pieces);
        step.request.form = {std::move(index), pieceOf(media, upload)};
        step.request.timeout = kPieceTimeout;
        break;
    }
    case Upload::Stage::End: step.request = send(context, net::Method::Post, path + "/finalize", Json(), "media", 0); break;
    case Upload::Stage::Wait:
        step.request = get(context, "/2/media/upload", {{"command", "STATUS"}, {"media_id", upload.id}}, "media", 0);
        step.notBefore = std::chrono::seconds{upload.after};
        break;
    case Upload::Stage::Describe:
        step.request = send(context, net::Method::Post, "/2/media/metadata", {{"id", upload.id}, {"metadata", {{"alt_text", {{"text", media.alt}}}}}}, "media", kMetadata);
        break;
    case Upload::Stage::Done: return fail(Errc::Internal, "nothing left to upload");
    }
    return step;
}

Result<Upload> uploadAbsorb(const Context &context, const OutboundMedia &media, Upload upload, const net::Response &response)
{
    if (upload.stage == Upload::Stage::Append) { // answered with a time of expiry or with nothing at all
        if (!response.ok())
            return fail(refusal(context, response));
        if (++upload.pieces * kPiece >= upload.bytes)
            upload.stage = Upload::Stage::End;
        return upload;
    }
    if (upload.stage == Upload::Stage::Describe) { // without its description the picture is still the picture
        if (response.status == 401)
            return fail(refusal(context, response));
        upload.stage = Upload::Stage::Done;
        return upload;
    }
    VIGIE_TRY(const auto body, bodyOf(context, response));
    if (upload.stage != Upload::Stage::Begin)
        return afterEnd(media, std::move(upload), body);
    VIGIE_TRY(upload.id, checkedId(idAt(at(body, "data"), "id")));
    VIGIE_TRY(upload.bytes, sizeOf(media));
    upload.stage = Upload::Stage::Append;
    return upload;
}

} // namespace vigie::connect::x
