// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as an event stream, cut anywhere: the same events come out as when it is fed whole.
#include <vigie/net/sse.hpp>

#include <cstdlib>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace vigie::net;
    const std::string_view bytes(reinterpret_cast<const char *>(data), size);
    const auto collect = [&](std::size_t step) {
        std::vector<StreamEvent> events;
        SseParser parser;
        for (std::size_t at = 0; at < bytes.size(); at += step)
            if (!parser.feed(bytes.substr(at, step), events))
                break;
        std::string all;
        for (const auto &event : events)
            all += event.type + "\n" + event.data + "\n" + event.id + "\n\n";
        return all;
    };
    if (size > 0 && size < 100'000 && collect(size) != collect(1))
        std::abort();
    return 0;
}
