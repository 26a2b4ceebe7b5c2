// SPDX-License-Identifier: GPL-3.0-or-later
// What a stream remembers: between runs (Mark) and between pages of one run (Turn).
// Thread: values. Errors: none; what cannot be read is a beginning.
#pragma once

#include "connect/common/json.hpp"

#include <vigie/base/time.hpp>

namespace vigie::connect::recipe {

inline constexpr std::size_t kRemembered = 60;

struct Mark {
    std::vector<std::string> seen;         ///< ids of the newest entries
    std::optional<Instant> at;             ///< time of the newest
    std::string ack;                       ///< Ack: what the next request confirms

    [[nodiscard]] bool knows(const std::string &id) const;
    [[nodiscard]] std::string text() const;
    static Mark from(const std::string &cursor);
};

struct Turn {
    std::string page;                      ///< number, cursor or id of the page to ask for; empty: the first
    std::string url;                       ///< or its whole address
    std::optional<Instant> until;          ///< the window of time begins below this
    std::vector<std::string> ids;          ///< Fan-out: still to be fetched
    bool listed = false;                   ///< Fan-out: the list was read
    std::vector<std::string> top;          ///< newest ids of this run
    std::optional<Instant> topAt;
    std::string same;                      ///< digest of the ids of the page before: a server that repeats itself is noticed
    int number = 0, empty = 0, known = 0;

    [[nodiscard]] std::string text() const;
    static Turn from(const std::string &token);
};

} // namespace vigie::connect::recipe
