// SPDX-License-Identifier: GPL-3.0-or-later
// What a picture or a film is, read from its own bytes: kind, size, shape, length, whether it says where it was taken, and a
// fingerprint that survives being resized.
// Thread: safe; reads files, so never on a window's thread. Errors: NotFound (cannot be read), Unsupported (neither a picture nor
// a film). Libraries: libvips (pictures), libavformat (films).
#pragma once

#include <vigie/base/result.hpp>

#include <cstdint>
#include <string>

namespace vigie::plan {

struct MediaFacts {
    std::string mime;
    std::int64_t bytes = 0;
    int width = 0, height = 0;             ///< as shown: turned as its orientation says
    int durationMs = 0;                    ///< of films
    int frames = 1;                        ///< of pictures: more than one moves
    bool hasPlace = false;                 ///< EXIF or film metadata with a position
    [[nodiscard]] bool isPicture() const { return mime.starts_with("image/"); }
    [[nodiscard]] bool isFilm() const { return mime.starts_with("video/") || mime.starts_with("audio/"); }
};

[[nodiscard]] Result<MediaFacts> mediaFacts(const std::string &path);

/// 64 bits of where it is bright and dark (difference hash of 9 x 8 grey fields): of pictures that look alike few bits differ.
/// Source: N. Krawetz, "Kind of Like That" (2013). 0: no picture.
[[nodiscard]] Result<std::uint64_t> pictureFingerprint(const std::string &path);
/// Of so many bits at most do pictures differ that are the same to a person.
inline constexpr int kAlikeBits = 8;
[[nodiscard]] int differingBits(std::uint64_t a, std::uint64_t b) noexcept;

} // namespace vigie::plan
