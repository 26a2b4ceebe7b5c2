// SPDX-License-Identifier: GPL-3.0-or-later
// What networks say about their limits, read from any of their dialects, and the ledger that keeps Vigie inside them.
// Time is passed in; waits are reckoned against the server's own Date, so that a wrong local clock does no harm.
// Thread: free functions are pure; RateLedger is safe. Errors: none; a hint that cannot be read is no hint.
#pragma once

#include <vigie/base/random.hpp>
#include <vigie/base/time.hpp>
#include <vigie/net/http.hpp>

#include <map>
#include <mutex>
#include <vector>

namespace vigie::net {

/// IMF-fixdate, RFC 850 and asctime dates (RFC 9110, 5.6.7).
[[nodiscard]] std::optional<Instant> parseHttpDate(std::string_view text);
/// The server's Date, or `now` when it sent none.
[[nodiscard]] Instant serverNow(const Response &response, Instant now);
/// A "reset" value as a wait: epoch milliseconds (> 1e12), epoch seconds (> 1e9), seconds from now, RFC 3339 or an
/// HTTP date. More than 24 h is not believed unless `daily`.
[[nodiscard]] std::optional<std::chrono::milliseconds> parseReset(std::string_view value, Instant serverTime,
                                                                  bool daily = false);

struct RateHint {
    std::optional<std::int64_t> limit, remaining;
    std::optional<std::chrono::milliseconds> reset; ///< until the window begins anew
    std::optional<std::chrono::milliseconds> wait;  ///< "do not call before": Retry-After, backoff, retry_after
};
/// From the headers and, where networks put it there, the JSON body.
[[nodiscard]] RateHint readRateHint(const Response &response, Instant now, bool daily = false);
/// For Error::retryAfter of a 429: the wait, rounded up; empty when the server gave none.
[[nodiscard]] std::optional<std::chrono::seconds> retryAfterOf(const Response &response, Instant now);

enum class RatePriority : std::uint8_t {
    User,       ///< somebody waits: reply, publish, moderate
    Background, ///< polling; leaves 20 % of every bucket to the person
    Committed   ///< the next step of something that already took effect: it is counted, never kept waiting
};

/// A bucket as it stands.
struct RateState {
    std::string key;
    std::optional<std::int64_t> limit, remaining;
    bool assumed = false;                  ///< the limit is the manifest's; the server has not told its own
    std::optional<Instant> renewsAt;       ///< when the window begins anew; none: nothing of it is used up, or not known
    std::optional<Instant> blockedUntil;   ///< the network asked not to call before
};

/// One bucket per key, such as "mastodon/account 3/statuses".
class RateLedger {
public:
    explicit RateLedger(std::uint64_t seed = 1) : sequence_(seed) {}

    /// What the manifest of a network promises, used until its headers say better.
    void setBudget(std::string_view key, std::int64_t limit, std::chrono::milliseconds window, bool daily = false);
    /// When false and `nextTry` is given, it is the earliest moment worth asking again.
    [[nodiscard]] bool mayCall(std::string_view key, RatePriority priority, Instant now, Instant *nextTry = nullptr, std::int64_t cost = 1);
    void noteCall(std::string_view key, Instant now, std::int64_t cost = 1);
    void noteResponse(std::string_view key, const Response &response, Instant now);
    /// What a connector read in an answer that nobody else understands.
    void noteHint(std::string_view key, const RateHint &hint, Instant now);
    /// Whoever read the answer knows that nothing may be asked before: an allowance that its own words say is used up.
    void block(std::string_view key, Instant until);
    /// Calls left in the window, where known; for the diagnosis page.
    [[nodiscard]] std::optional<std::int64_t> remaining(std::string_view key, Instant now);
    /// The bucket of this key and those below it ("key/search"), by name.
    [[nodiscard]] std::vector<RateState> snapshot(std::string_view key, Instant now);

private:
    struct Bucket {
        std::int64_t limit = 0; ///< 0: unknown
        std::int64_t remaining = 0;
        bool known = false; ///< `remaining` means something
        bool assumed = false; ///< `limit` is the manifest's: the first word of the server replaces it
        bool daily = false;
        std::chrono::milliseconds window{0};
        std::optional<Instant> resetAt;
        Instant blockedUntil{Micros{INT64_MIN}};
        int refusals = 0;
    };
    static void roll(Bucket &bucket, Instant now);
    static void setFigures(Bucket &bucket, const RateHint &hint, Instant now);
    Bucket &bucket(std::string_view key);

    std::mutex mutex_;
    std::map<std::string, Bucket, std::less<>> buckets_;
    Sequence sequence_;
};

} // namespace vigie::net
