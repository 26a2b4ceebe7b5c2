// SPDX-License-Identifier: GPL-3.0-or-later
// libvips kept in one place: its start, its images as owned values, its messages.
// Thread: safe. Errors: a null image, and takeVipsError() says why.
#pragma once

#include <memory>
#include <string>
#include <vips/vips.h>

namespace vigie::plan {

struct Unref {
    void operator()(VipsImage *image) const { g_object_unref(image); }
};
using Image = std::unique_ptr<VipsImage, Unref>;

/// Once for the program; small cache, so that a large picture does not stay in memory.
void startVips();
/// Never fetches: `path` is a file. Loaders that libvips itself marks as not meant for untrusted files are switched off.
[[nodiscard]] Image openImage(const std::string &path, VipsAccess access);
/// The message, taken from libvips' own list.
std::string takeVipsError();

} // namespace vigie::plan
