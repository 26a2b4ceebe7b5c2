// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/common/image_header.hpp"

#include <cstdint>
#include <fstream>

namespace vigie::connect {

namespace {

constexpr std::size_t kHead = 1U << 20;    ///< photographs carry previews and profiles in front of their frame
constexpr std::uint32_t kLargestSide = 1U << 20;

/// Bytes by their place; zero beyond the end, and `cut` remembers it.
class Bytes {
public:
    explicit Bytes(std::string_view all, bool little = false) : all_(all), little_(little) {}
    std::uint32_t byte(std::size_t at)
    {
        cut_ = cut_ || at >= all_.size();
        return at < all_.size() ? static_cast<unsigned char>(all_[at]) : 0U;
    }
    std::uint32_t two(std::size_t at) { return little_ ? byte(at) | byte(at + 1) << 8U : byte(at) << 8U | byte(at + 1); }
    std::uint32_t three(std::size_t at) { return little_ ? two(at) | byte(at + 2) << 16U : two(at) << 8U | byte(at + 2); }
    std::uint32_t four(std::size_t at) { return little_ ? two(at) | two(at + 2) << 16U : two(at) << 16U | two(at + 2); }
    [[nodiscard]] bool cut() const { return cut_; }

private:
    std::string_view all_;
    bool little_, cut_ = false;
};

bool stands(std::string_view bytes, std::size_t at, std::string_view what)
{
    return bytes.size() >= at + what.size() && bytes.compare(at, what.size(), what) == 0;
}

/// `read` as it is after both sides were read.
std::optional<ImageHeader> made(const char *mime, std::uint32_t width, std::uint32_t height, const Bytes &read)
{
    if (read.cut() || width == 0 || height == 0 || width > kLargestSide || height > kLargestSide)
        return std::nullopt;
    return ImageHeader{mime, static_cast<int>(width), static_cast<int>(height)};
}

/// Exif's tag 0x0112: 5 to 8 are turned by a quarter.
bool turned(std::string_view exif)
{
    if (!stands(exif, 0, std::string_view("Exif\0\0", 6)))
        return false;
    const auto tiff = exif.substr(6);
    const bool little = stands(tiff, 0, "II");
    if (!little && !stands(tiff, 0, "MM"))
        return false;
    Bytes read(tiff, little);
    const std::size_t directory = read.four(4);
    const auto count = read.two(directory);
    for (std::size_t i = 0; i < count && !read.cut(); ++i) {
        const auto entry = directory + 2 + i * 12;
        if (read.two(entry) == 0x0112U) {
            const auto way = read.two(entry + 8);
            return !read.cut() && way >= 5 && way <= 8;
        }
    }
    return false;
}

/// Segments up to the frame (ITU T.81, annex B).
std::optional<ImageHeader> jpeg(std::string_view bytes)
{
    Bytes read(bytes);
    bool onItsSide = false;
    for (std::size_t at = 2; !read.cut();) {
        if (read.byte(at) != 0xFFU)
            return std::nullopt;
        const auto marker = read.byte(at + 1);
        if (marker == 0xFFU || marker == 0x01U || (marker >= 0xD0U && marker <= 0xD7U)) { // fill bytes and markers without a length
            at += marker == 0xFFU ? 1 : 2;
            continue;
        }
        const std::size_t length = read.two(at + 2);
        if (length < 2 || marker == 0xD9U || marker == 0xDAU)
            return std::nullopt;
        const bool frame = marker >= 0xC0U && marker <= 0xCFU && marker != 0xC4U && marker != 0xC8U && marker != 0xCCU;
        if (frame) {
            const auto height = read.two(at + 5), width = read.two(at + 7);
            return onItsSide ? made("image/jpeg", height, width, read) : made("image/jpeg", width, height, read);
        }
        if (marker == 0xE1U && at + 4 <= bytes.size())
            onItsSide = onItsSide || turned(bytes.substr(at + 4, length - 2));
        at += 2 + length;
    }
    return std::nullopt;
}

std::optional<ImageHeader> webp(std::string_view bytes)
{
    Bytes read(bytes, true);
    if (stands(bytes, 12, "VP8X"))
        return made("image/webp", read.three(24) + 1, read.three(27) + 1, read);
    if (stands(bytes, 12, "VP8L") && read.byte(20) == 0x2FU) {
        const auto bits = read.four(21);
        return made("image/webp", (bits & 0x3FFFU) + 1, (bits >> 14U & 0x3FFFU) + 1, read);
    }
    if (stands(bytes, 12, "VP8 ") && stands(bytes, 23, "\x9D\x01\x2A"))
        return made("image/webp", read.two(26) & 0x3FFFU, read.two(28) & 0x3FFFU, read);
    return std::nullopt;
}

} // namespace

std::optional<ImageHeader> imageHeader(std::string_view bytes)
{
    if (stands(bytes, 0, "\x89PNG\r\n\x1A\n") && stands(bytes, 12, "IHDR")) {
        Bytes read(bytes);
        return made("image/png", read.four(16), read.four(20), read);
    }
    if (stands(bytes, 0, "GIF87a") || stands(bytes, 0, "GIF89a")) {
        Bytes read(bytes, true);
        return made("image/gif", read.two(6), read.two(8), read);
    }
    if (stands(bytes, 0, "\xFF\xD8\xFF"))
        return jpeg(bytes);
    if (stands(bytes, 0, "RIFF") && stands(bytes, 8, "WEBP"))
        return webp(bytes);
    return std::nullopt;
}

std::optional<ImageHeader> imageHeaderOfFile(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    std::string head(kHead, '\0');
    file.read(head.data(), static_cast<std::streamsize>(head.size()));
    head.resize(static_cast<std::size_t>(file.gcount() > 0 ? file.gcount() : 0));
    return imageHeader(head);
}

} // namespace vigie::connect
