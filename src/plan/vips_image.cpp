// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/vips_image.hpp"

#include <mutex>

namespace vigie::plan {

void startVips()
{
    static std::once_flag once;
    std::call_once(once, [] {
        constexpr int kCachedOperations = 20;
        if (VIPS_INIT("vigie") != 0)
            return;
        vips_cache_set_max(kCachedOperations);
        vips_cache_set_max_mem(std::size_t{16} << 20);
        vips_concurrency_set(1);
        vips_block_untrusted_set(TRUE);
    });
}

Image openImage(const std::string &path, VipsAccess access)
{
    startVips();
    return Image(vips_image_new_from_file(path.c_str(), "access", access, nullptr));
}

std::string takeVipsError()
{
    std::string message(vips_error_buffer());
    vips_error_clear();
    while (!message.empty() && message.back() == '\n')
        message.pop_back();
    return message;
}

} // namespace vigie::plan
