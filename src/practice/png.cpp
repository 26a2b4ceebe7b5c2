// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/png.hpp"

#include <vigie/base/random.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace vigie::practice {

namespace {

void put32(std::string &out, std::uint32_t value)
{
    for (int shift = 24; shift >= 0; shift -= 8)
        out += static_cast<char>((value >> static_cast<unsigned>(shift)) & 0xFFU);
}

std::uint32_t crc32(const std::string &bytes)
{
    std::uint32_t crc = 0xFFFFFFFFU;
    for (const char c : bytes) {
        crc ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1U) ^ (0xEDB88320U & (0U - (crc & 1U)));
    }
    return ~crc;
}

void chunk(std::string &out, const std::string &type, const std::string &data)
{
    put32(out, static_cast<std::uint32_t>(data.size()));
    out += type + data;
    put32(out, crc32(type + data));
}

/// zlib with stored blocks: no compression, no library.
std::string stored(const std::string &raw)
{
    std::string out("\x78\x01", 2);
    for (std::size_t i = 0; i < raw.size() || i == 0; i += 65535) {
        const std::size_t n = std::min<std::size_t>(65535, raw.size() - i);
        out += i + n >= raw.size() ? '\x01' : '\x00';
        for (const std::size_t v : {n, ~n & 0xFFFFU}) {
            out += static_cast<char>(v & 0xFFU);
            out += static_cast<char>((v >> 8U) & 0xFFU);
        }
        out.append(raw, i, n);
    }
    std::uint32_t a = 1, b = 0;
    for (const char c : raw) {
        a = (a + static_cast<unsigned char>(c)) % 65521;
        b = (b + a) % 65521;
    }
    put32(out, (b << 16U) | a);
    return out;
}

struct Colour {
    double r, g, b;
};

Colour hue(double h, double saturation, double lightness)
{
    const auto part = [&](double n) {
        const double k = std::fmod(n + h * 12, 12.0);
        return lightness - saturation * std::min(lightness, 1 - lightness) * std::max(-1.0, std::min({k - 3, 9 - k, 1.0}));
    };
    return {part(0), part(8), part(4)};
}

std::string indexedPng(int width, int height, const std::array<Colour, 64> &palette, const std::string &rows)
{
    std::string out("\x89PNG\r\n\x1a\n", 8), header, colours;
    put32(header, static_cast<std::uint32_t>(width));
    put32(header, static_cast<std::uint32_t>(height));
    header += std::string("\x08\x03\x00\x00\x00", 5);
    for (const Colour &colour : palette)
        for (const double part : {colour.r, colour.g, colour.b})
            colours += static_cast<char>(static_cast<unsigned char>(std::clamp(part, 0.0, 1.0) * 255));
    chunk(out, "IHDR", header);
    chunk(out, "PLTE", colours);
    chunk(out, "IDAT", stored(rows));
    chunk(out, "IEND", "");
    return out;
}

} // namespace

std::string avatarPng(std::uint64_t seed)
{
    Sequence random(seed * 0x9E3779B97F4A7C15ULL + 7);
    const double h = random.unit();
    std::array<Colour, 64> palette{};
    palette[0] = hue(h, 0.45, 0.55);
    palette[1] = hue(h + 0.08, 0.5, 0.72);
    constexpr int kSize = 64;
    std::string rows;
    for (int y = 0; y < kSize; ++y) {
        rows += '\0';
        for (int x = 0; x < kSize; ++x) {
            const int dx = x - 32, head = y - 24, body = y - 66;
            rows += static_cast<char>(dx * dx + head * head < 144 || dx * dx + body * body < 784 ? 1 : 0);
        }
    }
    return indexedPng(kSize, kSize, palette, rows);
}

std::string picturePng(std::uint64_t seed, int width, int height)
{
    Sequence random(seed + 99);
    const double h = random.unit(), wave = 20 + 40 * random.unit();
    std::array<Colour, 64> palette{};
    for (std::size_t i = 0; i < 48; ++i)
        palette[i] = hue(0.55 + 0.1 * h, 0.5, 0.6 + 0.3 * static_cast<double>(i) / 48);
    for (std::size_t i = 48; i < 64; ++i)
        palette[i] = hue(h, 0.4, 0.55 - 0.02 * static_cast<double>(i - 48));
    std::string rows;
    for (int y = 0; y < height; ++y) {
        rows += '\0';
        for (int x = 0; x < width; ++x) {
            const double hill = height * 0.62 + std::sin(x / wave) * height * 0.08;
            const double sky = 47.0 * y / height;
            const double ground = 48 + 15.0 * (y - hill) / (height * 0.5);
            rows += static_cast<char>(static_cast<int>(std::clamp(y < hill ? sky : ground, y < hill ? 0.0 : 48.0, 63.0)));
        }
    }
    return indexedPng(width, height, palette, rows);
}

bool imageSize(const std::string &bytes, int *width, int *height)
{
    const auto at = [&](std::size_t i) { return static_cast<int>(static_cast<unsigned char>(bytes[i])); };
    if (bytes.size() > 24 && bytes.compare(1, 3, "PNG") == 0) {
        *width = (at(18) << 8) + at(19);
        *height = (at(22) << 8) + at(23);
        return true;
    }
    if (bytes.size() > 10 && bytes.compare(0, 3, "GIF") == 0) {
        *width = at(6) + (at(7) << 8);
        *height = at(8) + (at(9) << 8);
        return true;
    }
    if (bytes.size() > 4 && at(0) == 0xFF && at(1) == 0xD8)
        for (std::size_t i = 2; i + 9 < bytes.size() && at(i) == 0xFF;) {
            const int marker = at(i + 1);
            if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC) {
                *height = (at(i + 5) << 8) + at(i + 6);
                *width = (at(i + 7) << 8) + at(i + 8);
                return true;
            }
            i += 2 + static_cast<std::size_t>((at(i + 2) << 8) + at(i + 3));
        }
    return false;
}

} // namespace vigie::practice
