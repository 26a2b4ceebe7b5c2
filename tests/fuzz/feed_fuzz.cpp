// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a feed: never a crash, and no more entries than were asked to be read.
#include "connect/feeds/feed.hpp"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace vigie::connect::feeds;
    const std::string body(reinterpret_cast<const char *>(data), size);
    const char *types[] = {"application/xml", "text/xml; charset=iso-8859-1", "application/feed+json", ""};
    const auto feed = readFeed(body, types[size % 4], "https://blog.test/feed/");
    if (feed && feed->entries.size() > 5000)
        std::abort();
    (void)discover(body, "https://blog.test/");
    (void)readDate(std::string_view(body).substr(0, 60));
    return 0;
}
