// SPDX-License-Identifier: GPL-3.0-or-later
// What goes wrong, and when: one rule per kind of call, used up in order.
// Thread: safe. Errors: none.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace vigie::practice {

enum class Fault : std::uint8_t {
    None,
    CutBeforeRequest,   ///< the connection is closed without reading
    CutAfterRequest,    ///< the request takes effect, no byte of an answer
    CutAfterStatus,     ///< effect, status line and headers, no body
    TruncatedBody,      ///< effect, half of the body, the length of the whole
    Delay,              ///< effect, answer after `delay` of real time
    Duplicate,          ///< the page holds entries twice
    Reorder,            ///< the page is shuffled
    ErrorAfterSuccess,  ///< effect, then 504 with an HTML page
    ServerError,        ///< no effect, 500
    Unavailable,        ///< no effect, 503 with JSON
    Unauthorized,       ///< no effect, 401
    RateIso,            ///< 429, X-RateLimit-Reset as date and time
    RateEpoch,          ///< 429, reset as epoch seconds
    RateDelta,          ///< 429, Retry-After seconds
    RateHttpDate,       ///< 429, Retry-After as HTTP date
    RateSilent,         ///< 429 without a hint
    HugeBody,           ///< 100 MB of valid JSON beginnings
    Garbage,            ///< 200 with something that is not JSON
    IgnoresKey,         ///< creates again although the idempotency key was seen
    Unprocessable,      ///< no effect, 422 as for a text that breaks a rule of the server
    LyingLength         ///< Content-Length larger than what is sent
};

struct FaultRule {
    std::string method;             ///< "POST"; empty: any
    std::string pathPrefix;         ///< "/api/v1/statuses"; empty: any
    int skip = 0;                   ///< matching calls that pass before
    int times = 1;                  ///< calls that it spoils; -1: for ever
    Fault fault = Fault::None;
    std::chrono::milliseconds delay{0};
};

class FaultPlan {
public:
    FaultPlan();
    ~FaultPlan();
    void add(FaultRule rule);
    void clear();
    /// The server asks once per call; counts rules down.
    Fault take(std::string_view method, std::string_view path, std::chrono::milliseconds *delay);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace vigie::practice
