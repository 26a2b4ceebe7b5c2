// SPDX-License-Identifier: GPL-3.0-or-later
// What the first bytes of a picture say: its type and how large it is shown. Nothing is decoded.
// Thread: pure functions. Errors: none; what is no PNG, JPEG, GIF or WebP, or is cut off too early, gives nothing.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace vigie::connect {

struct ImageHeader {
    std::string mime;
    int width = 0, height = 0;             ///< as shown: a photograph that says it lies on its side is turned
};
[[nodiscard]] std::optional<ImageHeader> imageHeader(std::string_view bytes);
[[nodiscard]] std::optional<ImageHeader> imageHeaderOfFile(const std::string &path);

} // namespace vigie::connect
