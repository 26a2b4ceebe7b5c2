// SPDX-License-Identifier: GPL-3.0-or-later
// What the fuzz targets of the networks share: the first byte chooses, the rest is the answer, and pages come to an end.
// Thread: any. Errors: abort() for what must never be.
#pragma once

#include <vigie/connect/connector.hpp>

#include <cstdint>
#include <cstdlib>
#include <string>
#include <utility>
#include <variant>

namespace vigie::fuzz {

inline const Instant kNow = fromMicros(1'795'262'400'000'000);

struct Input {
    unsigned choice = 0;
    std::string body;
    static Input of(const std::uint8_t *data, std::size_t size)
    {
        return size > 0 ? Input{data[0], std::string(reinterpret_cast<const char *>(data) + 1, size - 1)} : Input{};
    }
};

/// The same answer again and again: page after page until there is no next one, `most` at the most. `look(page)` may end it by
/// false, `asked(request)` sees what would be sent for the next one.
template <class Look, class Asked>
void readPages(const connect::Connector &connector, const connect::Context &context, connect::FetchSpec spec, const net::Response &response, int most, Look look, Asked asked)
{
    for (int turn = 0;; ++turn) {
        if (turn > most)
            std::abort();
        const auto page = connector.parseFetch(context, spec, response);
        if (!page)
            return;
        if (page->items.size() != page->reasons.size())
            std::abort();
        if (!look(*page) || page->nextPage.empty())
            return;
        spec.page = page->nextPage;
        asked(connector.buildFetch(context, spec));
    }
}
template <class Look>
void readPages(const connect::Connector &connector, const connect::Context &context, connect::FetchSpec spec, const net::Response &response, int most, Look look)
{
    readPages(connector, context, std::move(spec), response, most, look, [](const Result<net::Request> &) {});
}
inline void readPages(const connect::Connector &connector, const connect::Context &context, connect::FetchSpec spec, const net::Response &response, int most)
{
    readPages(connector, context, std::move(spec), response, most, [](const connect::FetchPage &) { return true; });
}

/// A publish whose every step gets the same answer.
inline void publish(const connect::Connector &connector, const connect::Context &context, const connect::PublishJob &job, connect::PublishState state, const net::Response &response)
{
    for (int step = 0; step < 8; ++step) {
        (void)connector.nextStep(context, job, state);
        auto outcome = connector.absorb(context, job, state, response);
        if (!outcome || std::holds_alternative<connect::PublishDone>(*outcome))
            return;
        state = std::get<connect::PublishState>(*outcome);
    }
}

} // namespace vigie::fuzz
