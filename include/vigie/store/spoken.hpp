// SPDX-License-Identifier: GPL-3.0-or-later
// The words of many mentions, for counting what people speak of: read in slices, with who said it and whether it is a relay.
// Thread: inside a store job. Errors: Storage..., InvalidInput (the query), Cancelled (a stopped job).
#pragma once

#include <vigie/store/items.hpp>

#include <functional>
#include <string>
#include <vector>

namespace vigie::store {

struct SpokenPost {
    ItemId item;
    std::int64_t author = 0;            ///< a number of its own for each person; authors who are not known are one per network
    std::string lang, title, text;
    std::vector<TextSpan> spans;        ///< into `text`
    std::vector<std::string> links;     ///< of its card, beside those in the text
};

struct SpokenFilter {
    Instant from, to;                   ///< [from, to)
    bool withoutRelays = false;
    int every = 1;                      ///< of the mentions each n-th, always the same ones
};

class Spoken {
public:
    explicit Spoken(Tx &tx) : tx_(tx) {}
    /// What the query finds, our own and what is gone with it: how much there is to read at most. Exact up to `cap`, cap + 1 means more.
    Result<int> count(const text::Query &query, const SpokenFilter &filter, int cap);
    /// Calls `each` with every one of them, newest first, until it answers false (then Cancelled).
    Result<void> read(const text::Query &query, const SpokenFilter &filter, const std::function<bool(SpokenPost &)> &each);

private:
    Tx &tx_;
};

} // namespace vigie::store
