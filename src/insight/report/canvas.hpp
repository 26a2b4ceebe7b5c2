// SPDX-License-Identifier: GPL-3.0-or-later
// What charts are drawn on: one drawing for the page on paper (Cairo) and the page in the browser (SVG). Units are points.
// Thread: one at a time. Errors: none.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace vigie::insight {

using Rgb = std::uint32_t; ///< 0xRRGGBB
/// Blue and orange are told apart by everybody, also printed in grey: light, lighter, dark.
inline constexpr Rgb kInk = 0x1C2227, kQuiet = 0x5A6670, kRule = 0xD5DBE0, kAccent = 0x0B6E8A, kEarlier = 0x9AA7B1;
inline constexpr Rgb kPositive = 0x0B6E8A, kNeutral = 0xC9D1D8, kNegative = 0xC8641E;

struct Spot {
    double x = 0, y = 0;
};
enum class Anchor : std::uint8_t { Start, Middle, End };

class Canvas {
public:
    virtual ~Canvas() = default;
    virtual void stroke(const std::vector<Spot> &points, Rgb color, double width, bool dashed) = 0;
    virtual void rect(double x, double y, double w, double h, Rgb color) = 0;
    /// `y`: of the base line. What is wider than `room` is cut with three dots; 0: as wide as it is.
    virtual void text(double x, double y, const std::string &words, double size, Rgb color, Anchor anchor, double room = 0) = 0;
    /// Width of the words in points, as near as this canvas knows.
    virtual double width(const std::string &words, double size) = 0;
};

} // namespace vigie::insight
