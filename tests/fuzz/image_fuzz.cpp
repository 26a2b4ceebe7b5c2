// SPDX-License-Identifier: GPL-3.0-or-later
// First bytes of a picture from anywhere: never a crash, never a size that is none.
#include "connect/common/image_header.hpp"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto header = vigie::connect::imageHeader({reinterpret_cast<const char *>(data), size});
    if (header && (header->width <= 0 || header->height <= 0 || header->mime.rfind("image/", 0) != 0))
        std::abort();
    return 0;
}
