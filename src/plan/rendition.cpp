// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/plan/rendition.hpp>

#include "plan/vips_image.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <filesystem>
#include <vector>

namespace vigie::plan {

namespace {

constexpr int kQualities[] = {88, 80, 70, 60};
constexpr double kShrink = 0.8;             ///< each side, when no quality is small enough
constexpr int kSmallestSide = 320;
constexpr int kKindCount = 7;
constexpr struct {
    const char *mime, *extension;
} kKinds[kKindCount] = {{"image/jpeg", ".jpg"}, {"image/png", ".png"}, {"image/webp", ".webp"}, {"image/gif", ".gif"}, {"video/mp4", ".mp4"}, {"video/webm", ".webm"},
                        {"video/quicktime", ".mov"}};

bool takes(const connect::MediaRules &rules, const std::string &mime)
{
    return rules.kinds.empty() || std::find(rules.kinds.begin(), rules.kinds.end(), mime) != rules.kinds.end();
}

bool canBeWritten(const std::string &mime)
{
    return mime == "image/jpeg" || mime == "image/png" || mime == "image/webp";
}

/// Names of the fields that say where, or of which previews say it again.
std::vector<std::string> placeFields(VipsImage *image)
{
    std::vector<std::string> names;
    vips_image_map(
        image,
        [](VipsImage *, const char *field, GValue *, void *out) -> void * {
            const std::string_view name(field);
            if (name.starts_with("exif-ifd3-") || name.starts_with("exif-ifd1-") || name == "xmp-data" || name == "iptc-data" || name == "jpeg-thumbnail-data")
                static_cast<std::vector<std::string> *>(out)->emplace_back(name);
            return nullptr;
        },
        &names);
    return names;
}

bool write(VipsImage *image, const std::string &mime, int quality, const std::string &to)
{
    if (mime == "image/png")
        return vips_pngsave(image, to.c_str(), "compression", 9, nullptr) == 0;
    if (mime == "image/webp")
        return vips_webpsave(image, to.c_str(), "Q", quality, nullptr) == 0;
    return vips_jpegsave(image, to.c_str(), "Q", quality, "optimize-coding", TRUE, "interlace", TRUE, nullptr) == 0;
}

/// Turned as it is shown, in sRGB, at most so large; decoded no larger than needed.
Image scaled(const std::string &from, int width, int height)
{
    VipsImage *made = nullptr;
    if (vips_thumbnail(from.c_str(), &made, width, "height", height, "size", VIPS_SIZE_DOWN, "export-profile", "srgb", nullptr) != 0)
        return nullptr;
    return Image(made);
}

/// A copy whose fields may be changed, on white where it was transparent and the kind cannot be.
Image prepared(Image image, const RenditionSpec &spec)
{
    VipsImage *made = nullptr;
    if (spec.mime == "image/jpeg" && vips_image_hasalpha(image.get()) != 0) {
        VipsArrayDouble *white = vips_array_double_newv(1, 255.0);
        const bool done = vips_flatten(image.get(), &made, "background", white, nullptr) == 0;
        vips_area_unref(VIPS_AREA(white));
        if (!done)
            return nullptr;
        image.reset(made);
        made = nullptr;
    }
    if (vips_copy(image.get(), &made, nullptr) != 0)
        return nullptr;
    image.reset(made);
    if (!spec.keepPlace)
        for (const auto &field : placeFields(image.get()))
            vips_image_remove(image.get(), field.c_str());
    return image;
}

Errc writeTrouble(const std::string &message)
{
    return message.find("No space left") != std::string::npos ? Errc::StorageFull : Errc::Unsupported;
}

} // namespace

std::string RenditionSpec::key() const
{
    return std::to_string(maxWidth) + "x" + std::to_string(maxHeight) + "-" + std::to_string(maxBytes) + (keepPlace ? "-p" : "") + extensionFor(mime);
}

std::string extensionFor(const std::string &mime)
{
    for (const auto &kind : kKinds)
        if (mime == kind.mime)
            return kind.extension;
    return {};
}

RenditionPlan renditionPlan(const MediaFacts &facts, const connect::MediaRules &rules, bool keepPlace)
{
    RenditionPlan plan;
    const bool moves = facts.frames > 1;
    if (!facts.isPicture() || moves) {
        const auto limit = facts.isPicture() ? rules.animationBytes : rules.filmBytes;
        const bool fits = takes(rules, facts.mime) && (limit == 0 || facts.bytes <= limit);
        plan.answer = fits ? RenditionPlan::Answer::AsIs : RenditionPlan::Answer::Refused;
        return plan;
    }
    plan.spec.mime = facts.mime;
    plan.spec.keepPlace = keepPlace;
    plan.spec.maxBytes = rules.pictureBytes;
    if (!takes(rules, facts.mime) || !canBeWritten(facts.mime)) {
        const auto other = std::find_if(std::begin(kKinds), std::end(kKinds), [&](const auto &kind) { return canBeWritten(kind.mime) && takes(rules, kind.mime); });
        if (other == std::end(kKinds)) {
            plan.answer = takes(rules, facts.mime) ? RenditionPlan::Answer::AsIs : RenditionPlan::Answer::Refused;
            return plan;
        }
        // A kind that the network takes and that cannot be written here (GIF) is only changed where it must be.
        plan.converted = !takes(rules, facts.mime);
        if (plan.converted)
            plan.spec.mime = other->mime;
    }
    double factor = 1;
    if (rules.maxWidth > 0 && facts.width > rules.maxWidth)
        factor = static_cast<double>(rules.maxWidth) / facts.width;
    if (rules.pixels > 0 && static_cast<double>(facts.width) * facts.height * factor * factor > static_cast<double>(rules.pixels))
        factor = std::sqrt(static_cast<double>(rules.pixels) / (static_cast<double>(facts.width) * facts.height));
    if (factor < 1) {
        plan.spec.maxWidth = std::max(1, static_cast<int>(facts.width * factor));
        plan.spec.maxHeight = std::max(1, static_cast<int>(facts.height * factor));
    }
    plan.smaller = factor < 1 || (rules.pictureBytes > 0 && facts.bytes > rules.pictureBytes);
    plan.placeRemoved = facts.hasPlace && !keepPlace;
    if (!plan.smaller && !plan.converted && !plan.placeRemoved)
        return plan;
    if (!canBeWritten(plan.spec.mime)) {
        const auto other = std::find_if(std::begin(kKinds), std::end(kKinds), [&](const auto &kind) { return canBeWritten(kind.mime) && takes(rules, kind.mime); });
        if (other == std::end(kKinds)) {
            plan.answer = RenditionPlan::Answer::Refused;
            return plan;
        }
        plan.spec.mime = other->mime;
        plan.converted = true;
    }
    // Losing nothing cannot promise a size: what must be small becomes a photograph.
    if (plan.spec.mime == "image/png" && rules.pictureBytes > 0 && facts.bytes > rules.pictureBytes && takes(rules, "image/jpeg")) {
        plan.spec.mime = "image/jpeg";
        plan.converted = true;
    }
    plan.answer = RenditionPlan::Answer::Adapted;
    return plan;
}

Result<MediaFacts> makeRendition(const std::string &from, const RenditionSpec &spec, const std::string &to)
{
    VIGIE_TRY(const auto facts, mediaFacts(from));
    startVips();
    int width = spec.maxWidth > 0 ? spec.maxWidth : facts.width, height = spec.maxHeight > 0 ? spec.maxHeight : facts.height;
    const auto part = to + ".part" + extensionFor(spec.mime);
    std::error_code error;
    while (true) {
        for (const int quality : kQualities) {
            auto image = scaled(from, width, height);
            if (image)
                image = prepared(std::move(image), spec);
            if (!image || !write(image.get(), spec.mime, quality, part)) {
                const auto message = takeVipsError();
                std::filesystem::remove(part, error);
                return fail(writeTrouble(message), message);
            }
            const auto size = std::filesystem::file_size(part, error);
            if (!error && (spec.maxBytes == 0 || size <= static_cast<std::uintmax_t>(spec.maxBytes))) {
                std::filesystem::rename(part, to, error);
                if (error)
                    return fail(Errc::Storage, to + ": " + error.message());
                return mediaFacts(to);
            }
            if (spec.mime == "image/png")
                break; // it has no quality to give up
        }
        width = static_cast<int>(width * kShrink);
        height = static_cast<int>(height * kShrink);
        if (std::min(width, height) < kSmallestSide) {
            std::filesystem::remove(part, error);
            return fail(Errc::TooLarge, "it cannot be made small enough: " + std::to_string(spec.maxBytes) + " bytes");
        }
    }
}

} // namespace vigie::plan
