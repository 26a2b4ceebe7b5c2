// SPDX-License-Identifier: GPL-3.0-or-later
// Sizes of pictures from their first bytes, written here by hand after the formats' specifications.
#include "connect/common/base64.hpp"
#include "connect/common/image_header.hpp"

#include <catch2/catch.hpp>

using namespace vigie::connect;
using namespace std::string_literals;

namespace {

const std::string kPng = "\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\x05\0\0\0\x02\xD0\x08\x06\0\0\0"s; // 1280 x 720
const std::string kGif = "GIF89a\x40\x01\xC8\0\xF7\0\0"s;                                             // 320 x 200
const std::string kApp0 = "\xFF\xE0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0"s;
const std::string kFrame = "\xFF\xC2\0\x11\x08\x03\x20\x04\xB0\x03\x01\x22\0\x02\x11\x01\x03\x11\x01"s;          // 1200 x 800, progressive

std::string exif(char way, bool little)
{
    const auto tiff = little ? "II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0"s + way + "\0\0\0\0\0\0\0"s : "MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0"s + way + "\0\0\0\0\0\0"s;
    const auto body = "Exif\0\0"s + tiff;
    return "\xFF\xE1\0"s + static_cast<char>(body.size() + 2) + body;
}

std::string shown(const std::string &bytes)
{
    const auto header = imageHeader(bytes);
    return header ? header->mime + " " + std::to_string(header->width) + "x" + std::to_string(header->height) : "none";
}

std::string webp(const std::string &chunk)
{
    return "RIFF\x40\0\0\0WEBP"s + chunk;
}

} // namespace

TEST_CASE("pictures say how large they are", "[image]")
{
    CHECK(shown(kPng) == "image/png 1280x720");
    CHECK(shown(kGif) == "image/gif 320x200");
    CHECK(shown("\xFF\xD8"s + kApp0 + kFrame) == "image/jpeg 1200x800");
    CHECK(shown(webp("VP8X\x0A\0\0\0\x10\0\0\0\x7F\x07\0\x37\x04\0"s)) == "image/webp 1920x1080");
    CHECK(shown(webp("VP8L\x20\0\0\0\x2F\x3F\xC1\x31\0"s)) == "image/webp 320x200");
    CHECK(shown(webp("VP8 \x20\0\0\0\x50\x42\0\x9D\x01\x2A\x80\x02\xE0\x01"s)) == "image/webp 640x480");
}

TEST_CASE("a photograph that lies on its side is told as it is shown", "[image]")
{
    const bool little = GENERATE(true, false);
    CHECK(shown("\xFF\xD8"s + exif(6, little) + kFrame) == "image/jpeg 800x1200");
    CHECK(shown("\xFF\xD8"s + exif(8, little) + kFrame) == "image/jpeg 800x1200");
    CHECK(shown("\xFF\xD8"s + exif(3, little) + kFrame) == "image/jpeg 1200x800");
    CHECK(shown("\xFF\xD8"s + exif(1, little) + kFrame) == "image/jpeg 1200x800");
}

TEST_CASE("what is cut off, empty or another thing has no size", "[image]")
{
    for (const auto &whole : {kPng, kGif, "\xFF\xD8"s + exif(6, true) + kFrame, webp("VP8X\x0A\0\0\0\x10\0\0\0\x7F\x07\0\x37\x04\0"s)})
        for (std::size_t size = 0; size + 12 < whole.size(); ++size)
            CHECK(shown(whole.substr(0, size)) == "none");
    CHECK(shown("<svg width='3'>") == "none");
    CHECK(shown("\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\0\0\0\0\x02\xD0"s) == "none");
    CHECK(shown("\xFF\xD8\xFF\xE1\xFF\xFF"s + std::string(70'000, '\xFF')) == "none");
    CHECK_FALSE(imageHeaderOfFile("/nowhere/at/all.png"));
}

TEST_CASE("base64 in any dress", "[base64]")
{
    // RFC 4648, section 10
    for (const auto &[plain, written] : {std::pair{"", ""}, std::pair{"f", "Zg=="}, std::pair{"fo", "Zm8="}, std::pair{"foo", "Zm9v"}, std::pair{"foobar", "Zm9vYmFy"}}) {
        CHECK(toBase64(plain) == written);
        CHECK(fromBase64(written) == plain);
    }
    CHECK(fromBase64("Zm9v\r\nYmE") == "fooba");
    CHECK(fromBase64("-_8") == "\xFB\xFF");
    CHECK(fromBase64("Zm9vY").empty());
    CHECK(fromBase64("Zm9*").empty());
}
