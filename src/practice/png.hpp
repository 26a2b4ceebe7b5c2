// SPDX-License-Identifier: GPL-3.0-or-later
// Small pictures, drawn from a number: avatars and the photographs of the community.
// Thread: pure functions. Errors: none.
#pragma once

#include <cstdint>
#include <string>

namespace vigie::practice {

/// Two soft colours, chosen by `seed`, one square within the other.
[[nodiscard]] std::string avatarPng(std::uint64_t seed);
/// A sky over hills.
[[nodiscard]] std::string picturePng(std::uint64_t seed, int width, int height);
/// Width and height of a PNG, GIF or JPEG, false when they cannot be read.
bool imageSize(const std::string &bytes, int *width, int *height);

} // namespace vigie::practice
