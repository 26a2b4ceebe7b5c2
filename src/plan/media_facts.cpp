// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/plan/media_facts.hpp>

#include "plan/vips_image.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <filesystem>
#include <memory>

extern "C" {
#include <libavformat/avformat.h>
}

namespace vigie::plan {

namespace {

struct Loader {
    const char *nickname, *mime;
};
/// What libvips calls its loaders, and the kinds they read.
constexpr Loader kLoaders[] = {{"jpegload", "image/jpeg"}, {"pngload", "image/png"}, {"webpload", "image/webp"}, {"gifload", "image/gif"},
                               {"tiffload", "image/tiff"}, {"svgload", "image/svg+xml"}, {"jxlload", "image/jxl"}};

std::string pictureKind(VipsImage *image, const char *loader)
{
    const std::string_view name(loader);
    if (name.starts_with("heifload")) {
        const char *compression = nullptr;
        const bool avif = vips_image_get_typeof(image, "heif-compression") != 0 && vips_image_get_string(image, "heif-compression", &compression) == 0
                          && std::strcmp(compression, "av1") == 0;
        return avif ? "image/avif" : "image/heic";
    }
    for (const auto &one : kLoaders)
        if (name.starts_with(one.nickname))
            return one.mime;
    return {};
}

bool saysWhere(VipsImage *image)
{
    bool found = false;
    vips_image_map(
        image,
        [](VipsImage *, const char *field, GValue *, void *out) -> void * {
            if (std::strncmp(field, "exif-ifd3-", 10) == 0) // the directory of the position
                *static_cast<bool *>(out) = true;
            return nullptr;
        },
        &found);
    return found;
}

Result<MediaFacts> pictureFacts(const std::string &path, const char *loader)
{
    auto image = openImage(path, VIPS_ACCESS_SEQUENTIAL);
    if (!image)
        return fail(Errc::Unsupported, takeVipsError());
    MediaFacts facts;
    facts.mime = pictureKind(image.get(), loader);
    if (facts.mime.empty())
        return fail(Errc::Unsupported, "this kind of picture is not taken");
    const int orientation = vips_image_get_orientation(image.get());
    const bool lies = orientation >= 5 && orientation <= 8;
    facts.width = lies ? vips_image_get_height(image.get()) : vips_image_get_width(image.get());
    facts.height = lies ? vips_image_get_width(image.get()) : vips_image_get_height(image.get());
    facts.frames = std::max(1, vips_image_get_n_pages(image.get()));
    facts.hasPlace = saysWhere(image.get());
    return facts;
}

struct CloseInput {
    void operator()(AVFormatContext *context) const { avformat_close_input(&context); }
};

std::string filmKind(const char *format, bool pictures, const AVDictionary *metadata)
{
    const std::string_view names(format);
    if (names.find("mp4") != std::string_view::npos) {
        const auto *brand = av_dict_get(metadata, "major_brand", nullptr, 0);
        const bool apple = brand != nullptr && std::string_view(brand->value).starts_with("qt");
        return !pictures ? "audio/mp4" : apple ? "video/quicktime" : "video/mp4";
    }
    if (names.find("webm") != std::string_view::npos)
        return pictures ? "video/webm" : "audio/webm";
    if (names == "mp3" || names == "ogg" || names == "flac" || names == "wav")
        return "audio/" + std::string(names == "mp3" ? "mpeg" : names);
    return {};
}

Result<MediaFacts> filmFacts(const std::string &path)
{
    av_log_set_level(AV_LOG_QUIET); // what it thinks of a file is in its answer; names of files are in no log
    AVFormatContext *opened = nullptr;
    // Named as a file: what is given is a path, never the address of something to be fetched.
    if (avformat_open_input(&opened, ("file:" + path).c_str(), nullptr, nullptr) < 0)
        return fail(Errc::Unsupported, "neither a picture nor a film");
    const std::unique_ptr<AVFormatContext, CloseInput> input(opened);
    if (avformat_find_stream_info(input.get(), nullptr) < 0)
        return fail(Errc::Unsupported, "the film cannot be read");
    MediaFacts facts;
    const int video = av_find_best_stream(input.get(), AVMEDIA_TYPE_VIDEO, -1, -1, nullptr, 0);
    facts.mime = filmKind(input->iformat->name, video >= 0, input->metadata);
    if (facts.mime.empty())
        return fail(Errc::Unsupported, std::string("this kind of film is not taken: ") + input->iformat->name);
    if (video >= 0) {
        facts.width = input->streams[video]->codecpar->width;
        facts.height = input->streams[video]->codecpar->height;
    }
    if (input->duration > 0)
        facts.durationMs = static_cast<int>(std::min<std::int64_t>(input->duration / (AV_TIME_BASE / 1000), 1'000'000'000));
    for (const char *key : {"location", "location-eng", "com.apple.quicktime.location.ISO6709"})
        facts.hasPlace = facts.hasPlace || av_dict_get(input->metadata, key, nullptr, 0) != nullptr;
    return facts;
}

} // namespace

Result<MediaFacts> mediaFacts(const std::string &path)
{
    std::error_code error;
    const auto size = std::filesystem::file_size(path, error);
    if (error)
        return fail(Errc::NotFound, path + ": " + error.message());
    startVips();
    const char *loader = vips_foreign_find_load(path.c_str());
    takeVipsError(); // a film is no picture: that is said by the answer
    auto facts = loader != nullptr ? pictureFacts(path, [loader] { const auto *name = vips_nickname_find(g_type_from_name(loader)); return name == nullptr ? "" : name; }()) : filmFacts(path);
    if (facts)
        facts->bytes = static_cast<std::int64_t>(size);
    return facts;
}

Result<std::uint64_t> pictureFingerprint(const std::string &path)
{
    constexpr int kColumns = 9, kRows = 8;
    startVips();
    VipsImage *made = nullptr;
    if (vips_thumbnail(path.c_str(), &made, kColumns, "height", kRows, "size", VIPS_SIZE_FORCE, nullptr) != 0)
        return fail(Errc::Unsupported, takeVipsError());
    const Image small(made);
    VipsImage *plain = nullptr, *grey = nullptr;
    const bool opaque = vips_image_hasalpha(small.get()) == 0;
    if ((opaque ? vips_copy(small.get(), &plain, nullptr) : vips_flatten(small.get(), &plain, nullptr)) != 0)
        return fail(Errc::Unsupported, takeVipsError());
    const Image flat(plain);
    if (vips_colourspace(flat.get(), &grey, VIPS_INTERPRETATION_B_W, nullptr) != 0)
        return fail(Errc::Unsupported, takeVipsError());
    const Image levels(grey);
    std::size_t size = 0;
    const std::unique_ptr<void, decltype(&g_free)> bytes(vips_image_write_to_memory(levels.get(), &size), g_free);
    if (!bytes || size < static_cast<std::size_t>(kColumns * kRows))
        return fail(Errc::Unsupported, takeVipsError());
    const auto *level = static_cast<const std::uint8_t *>(bytes.get());
    std::uint64_t fingerprint = 0;
    for (int row = 0; row < kRows; ++row)
        for (int column = 0; column + 1 < kColumns; ++column)
            fingerprint = (fingerprint << 1U) | static_cast<std::uint64_t>(level[row * kColumns + column] > level[row * kColumns + column + 1]);
    return fingerprint;
}

int differingBits(std::uint64_t a, std::uint64_t b) noexcept
{
    return std::popcount(a ^ b);
}

} // namespace vigie::plan
