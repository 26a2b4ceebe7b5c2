// SPDX-License-Identifier: GPL-3.0-or-later
// Undoes gzip and deflate as bytes arrive. libcurl could, but takes a stream that stops in the middle for a whole one.
#pragma once

#include <zlib.h>

#include <functional>
#include <string>
#include <string_view>

namespace vigie::net {

class Inflater {
public:
    /// "gzip", "x-gzip" or "deflate".
    [[nodiscard]] static bool knows(std::string_view encoding);
    explicit Inflater(std::string_view encoding);
    ~Inflater();
    Inflater(const Inflater &) = delete;
    Inflater &operator=(const Inflater &) = delete;

    enum class Fed : std::uint8_t { Ok, Damaged, Refused };
    /// Gives what comes out to `sink` piece by piece; Refused when that said false.
    Fed feed(std::string_view bytes, const std::function<bool(std::string_view)> &sink);
    /// Nothing came, or it came to its proper end, checksum included.
    [[nodiscard]] bool complete() const { return state_ == State::Empty || state_ == State::Ended || state_ == State::After; }

private:
    enum class State : std::uint8_t { Empty, Head, Running, Ended, After };
    [[nodiscard]] bool begin();
    Fed run(const std::function<bool(std::string_view)> &sink);

    bool gzip_;
    bool ready_ = false;
    State state_ = State::Empty;
    std::string input_;  ///< not yet taken
    z_stream stream_{};
};

} // namespace vigie::net
