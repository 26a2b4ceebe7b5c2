// SPDX-License-Identifier: GPL-3.0-or-later
// The parser of text/event-stream (WHATWG HTML, section 9.2): bytes in, events out, split anywhere.
// Thread: one at a time. Errors: TooLarge (an event beyond the cap); the parser is then of no further use.
#pragma once

#include <vigie/base/result.hpp>
#include <vigie/net/http.hpp>

#include <optional>

namespace vigie::net {

class SseParser {
public:
    explicit SseParser(std::size_t maxEvent = 1U << 20) : maxEvent_(maxEvent) {}

    /// Appends the events that `bytes` completes to `out`.
    Result<void> feed(std::string_view bytes, std::vector<StreamEvent> &out);
    /// Id of the last event that had one, for Last-Event-ID.
    [[nodiscard]] const std::string &lastId() const { return lastId_; }
    /// What the server last said in "retry:".
    [[nodiscard]] std::optional<std::chrono::milliseconds> retry() const { return retry_; }

private:
    void line(std::string_view text, std::vector<StreamEvent> &out);

    std::size_t maxEvent_;
    std::string line_, type_, data_, lastId_, pendingId_;
    bool hasData_ = false;
    bool afterCr_ = false;
    std::size_t bomSeen_ = 0; ///< bytes of a byte order mark matched so far; kBomDone afterwards
    std::optional<std::chrono::milliseconds> retry_;
};

} // namespace vigie::net
