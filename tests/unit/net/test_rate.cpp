// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/net/backoff.hpp>
#include <vigie/net/rate.hpp>

#include <catch2/catch.hpp>

using namespace vigie;
using namespace vigie::net;
using namespace std::chrono_literals;

namespace {

constexpr const char *kDate = "Sat, 21 Nov 2026 10:00:00 GMT";
const Instant kServer = fromMicros(1'795'255'200'000'000); // the same moment
const Instant kLocal = kServer + 7h;                       // a clock that is wrong

Response with(int status, std::vector<Header> headers, std::string body = {})
{
    Response response;
    response.status = status;
    response.headers = std::move(headers);
    response.headers.push_back({"date", kDate});
    response.body = std::move(body);
    return response;
}

} // namespace

TEST_CASE("HTTP dates in their three forms", "[rate]")
{
    const Instant expected = *parseRfc3339("1994-11-06T08:49:37Z");
    CHECK(parseHttpDate("Sun, 06 Nov 1994 08:49:37 GMT") == expected);
    CHECK(parseHttpDate("Sunday, 06-Nov-94 08:49:37 GMT") == expected);
    CHECK(parseHttpDate("Sun Nov  6 08:49:37 1994") == expected);
    for (const char *bad : {"", "soon", "Sun, 36 Nov 1994 08:49:37 GMT", "Sun, 06 Nox 1994 08:49:37 GMT",
                            "Sun, 06 Nov 1994 8:49:37 GMT", "Sun, 06 Nov 1994 25:49:37 GMT"})
        CHECK_FALSE(parseHttpDate(bad));
}

TEST_CASE("A reset is read in every dialect, against the clock of the server", "[rate]")
{
    CHECK(parseReset("1795255260", kServer) == 60s);
    CHECK(parseReset("1795255260.5", kServer) == 60'500ms);
    CHECK(parseReset("1795255260000", kServer) == 60s);
    CHECK(parseReset("60", kServer) == 60s);
    CHECK(parseReset(" 0.25 ", kServer) == 250ms);
    CHECK(parseReset("2026-11-21T10:01:00.000Z", kServer) == 60s);
    CHECK(parseReset("Sat, 21 Nov 2026 10:01:00 GMT", kServer) == 60s);
    CHECK(parseReset("1795255000", kServer) == 0s); // already over
    for (const char *bad : {"", "soon", "-5", "nan", "inf", "1e400", "60s", "86401", "1795355260", "2027-11-21T10:01:00Z"}) {
        INFO(bad);
        CHECK_FALSE(parseReset(bad, kServer));
    }
    CHECK(parseReset("90000", kServer, true) == 90'000s);
}

TEST_CASE("Hints of networks", "[rate]")
{
    const RateHint mastodon = readRateHint(with(200, {{"X-RateLimit-Limit", "300"}, {"x-ratelimit-remaining", "12"},
                                                      {"X-RateLimit-Reset", "2026-11-21T10:05:00.123456Z"}}), kLocal);
    CHECK(mastodon.limit == 300);
    CHECK(mastodon.remaining == 12);
    CHECK(mastodon.reset == 300'124ms);
    CHECK_FALSE(mastodon.wait);
    const RateHint bluesky = readRateHint(with(429, {{"ratelimit-limit", "3000"}, {"RateLimit-Remaining", "0"},
                                                     {"ratelimit-reset", "1795255500"}, {"ratelimit-policy", "3000;w=300"}}), kLocal);
    CHECK(bluesky.remaining == 0);
    CHECK(bluesky.reset == 300s);
    CHECK(readRateHint(with(429, {{"Retry-After", kDate}}), kLocal).wait == 0s);
    CHECK(readRateHint(with(429, {{"retry-after", "Sat, 21 Nov 2026 10:00:09 GMT"}}), kLocal).wait == 9s);
    CHECK(readRateHint(with(429, {{"X-RateLimit-Reset", "1795255500.4"}, {"X-RateLimit-Reset-After", "1.5"}}), kLocal).reset == 1500ms);
    CHECK(readRateHint(with(429, {}, R"({"message":"slow","retry_after":0.64,"global":false})"), kLocal).wait == 640ms);
    CHECK(readRateHint(with(429, {}, R"({"errcode":"M_LIMIT_EXCEEDED","retry_after_ms":2000})"), kLocal).wait == 2s);
    CHECK(readRateHint(with(429, {}, R"({"ok":false,"parameters":{"retry_after":35}})"), kLocal).wait == 35s);
    CHECK(readRateHint(with(200, {}, R"({"items":[{"a":[1]}],"backoff":10,"quota_remaining":5})"), kLocal).wait == 10s);
    CHECK_FALSE(readRateHint(with(200, {}, R"({"text":"\"backoff\"","items":[]})"), kLocal).wait);
    CHECK(readRateHint(with(200, {{"X-App-Usage", R"({"call_count":28,"total_time":91.5,"total_cputime":3})"}}), kLocal).remaining == 8);
    const RateHint meta = readRateHint(with(400, {{"X-Business-Use-Case-Usage",
                                                   R"({"17":[{"call_count":100,"estimated_time_to_regain_access":4}]})"}}), kLocal);
    CHECK(meta.remaining == 0);
    CHECK(meta.wait == 4min);
    CHECK(readRateHint(with(200, {{"RateLimit", "limit=100, remaining=7, reset=5"}}), kLocal).remaining == 7);
    for (const char *broken : {"{", "[]", "{\"backoff\":\"x\"}", "{\"backoff\":-4}", "{\"backoff\":{}}", "{\"backoff\":1e300}"})
        CHECK_FALSE(readRateHint(with(200, {}, broken), kLocal).wait);
    CHECK(retryAfterOf(with(429, {{"Retry-After", "1.2"}}), kLocal) == 2s);
    CHECK(retryAfterOf(with(429, {{"x-rate-limit-reset", "1795255260"}}), kLocal) == 60s);
    CHECK_FALSE(retryAfterOf(with(429, {}), kLocal));
    CHECK_FALSE(retryAfterOf(with(200, {{"x-rate-limit-reset", "1795255260"}}), kLocal));
}

TEST_CASE("Percentages of Meta: the highest of all counts, polling stops at eighty, nobody asks at a hundred", "[rate]")
{
    const auto usage = [](const char *percent) {
        return with(200, {{"X-App-Usage", R"({"call_count":12,"total_time":3,"total_cputime":1})"},
                          {"X-Business-Use-Case-Usage", std::string(R"({"17":[{"type":"pages","call_count":2,"total_cputime":)") + percent + R"(,"total_time":5}],"18":[{"call_count":4}]})"}});
    };
    CHECK(readRateHint(usage("61"), kLocal).remaining == 39);
    CHECK(readRateHint(usage("61"), kLocal).limit == 100);
    RateLedger ledger;
    ledger.setBudget("k", 200, 1h);
    ledger.noteResponse("k", usage("79"), kLocal);
    CHECK(ledger.mayCall("k", RatePriority::Background, kLocal));
    ledger.noteResponse("k", usage("81"), kLocal);
    CHECK_FALSE(ledger.mayCall("k", RatePriority::Background, kLocal));
    CHECK(ledger.mayCall("k", RatePriority::User, kLocal));
    ledger.noteResponse("k", usage("100"), kLocal);
    CHECK_FALSE(ledger.mayCall("k", RatePriority::User, kLocal));
    // Where Meta says when access comes back, that is when it is asked again.
    ledger.noteResponse("k", with(400, {{"X-Business-Use-Case-Usage", R"({"17":[{"call_count":100,"estimated_time_to_regain_access":3}]})"}}), kLocal);
    CHECK_FALSE(ledger.mayCall("k", RatePriority::User, kLocal + 179s));
    CHECK(ledger.mayCall("k", RatePriority::Background, kLocal + 180s));
}

TEST_CASE("Background leaves a fifth of a bucket to the person", "[rate]")
{
    RateLedger ledger;
    ledger.setBudget("k", 10, 60s);
    const Instant now = kLocal;
    int background = 0, user = 0;
    Instant next{};
    while (ledger.mayCall("k", RatePriority::Background, now, &next) && background < 100) {
        ledger.noteCall("k", now);
        ++background;
    }
    CHECK(background == 8);
    CHECK(next == now + 60s);
    while (ledger.mayCall("k", RatePriority::User, now) && user < 100) {
        ledger.noteCall("k", now);
        ++user;
    }
    CHECK(user == 2);
    CHECK(ledger.remaining("k", now) == 0);
    CHECK_FALSE(ledger.mayCall("k", RatePriority::User, next - 1us));
    CHECK(ledger.mayCall("k", RatePriority::Background, next));
    CHECK(ledger.mayCall("other", RatePriority::Background, now));
    ledger.setBudget("tiny", 1, 60s);
    CHECK(ledger.mayCall("tiny", RatePriority::Background, now));
}

TEST_CASE("The ledger follows the headers", "[rate]")
{
    RateLedger ledger;
    const Instant now = kLocal;
    const auto said = [](const char *left) {
        return with(200, {{"x-ratelimit-limit", "100"}, {"x-ratelimit-remaining", left}, {"x-ratelimit-reset", "30"}});
    };
    ledger.noteResponse("k", said("21"), now);
    CHECK(ledger.mayCall("k", RatePriority::Background, now));
    ledger.noteResponse("k", said("20"), now);
    Instant next{};
    CHECK_FALSE(ledger.mayCall("k", RatePriority::Background, now, &next));
    CHECK(next == now + 30s);
    CHECK(ledger.mayCall("k", RatePriority::User, now));
    ledger.noteResponse("k", said("55"), now + 100ms); // an older answer, overtaken
    CHECK_FALSE(ledger.mayCall("k", RatePriority::Background, now + 200ms));
    CHECK(ledger.mayCall("k", RatePriority::Background, now + 31s));
    CHECK(ledger.remaining("k", now + 31s) == 100);
}

TEST_CASE("A refusal is honoured, and doubled when nothing was said", "[rate]")
{
    RateLedger ledger(42);
    const Instant now = kLocal;
    Instant next{};
    ledger.noteResponse("k", with(429, {{"Retry-After", "17"}}), now);
    CHECK_FALSE(ledger.mayCall("k", RatePriority::User, now + 16s, &next));
    CHECK(next == now + 17s);
    CHECK(ledger.mayCall("k", RatePriority::User, next));
    ledger.noteResponse("g", with(403, {{"x-ratelimit-remaining", "0"}, {"x-ratelimit-reset", "1795255260"}}), now);
    CHECK_FALSE(ledger.mayCall("g", RatePriority::User, now, &next));
    CHECK(next == now + 60s);
    ledger.noteResponse("f", with(403, {}), now);
    CHECK(ledger.mayCall("f", RatePriority::User, now));
    ledger.noteResponse("s", with(200, {}, R"({"backoff":5})"), now);
    CHECK_FALSE(ledger.mayCall("s", RatePriority::User, now + 4s));

    Instant at = now;
    std::chrono::microseconds longest{};
    for (int i = 0; i < 30; ++i) {
        ledger.noteResponse("none", with(429, {}), at);
        REQUIRE_FALSE(ledger.mayCall("none", RatePriority::User, at, &next));
        const auto wait = next - at;
        CHECK(wait >= 1s);
        CHECK(wait <= 15min);
        CHECK(wait <= std::chrono::seconds(1LL << std::min(i, 10)));
        longest = std::max(longest, wait);
        at = next;
    }
    CHECK(longest > 2min);
}

TEST_CASE("The first word of the server replaces what the manifest assumed", "[rate]")
{
    RateLedger ledger;
    const Instant now = kLocal;
    ledger.setBudget("k", 300, 300s);
    ledger.noteCall("k", now);
    ledger.noteResponse("k", with(200, {{"X-RateLimit-Limit", "7500"}, {"X-RateLimit-Remaining", "7499"}, {"X-RateLimit-Reset", "300"}}), now);
    CHECK(ledger.remaining("k", now) == 7499);
    CHECK(ledger.mayCall("k", RatePriority::Background, now));
}

TEST_CASE("A dear call waits for as many units as it costs, and what has begun is never kept waiting", "[rate]")
{
    RateLedger ledger;
    const Instant now = kLocal;
    ledger.setBudget("units", 100, 60s);
    ledger.noteCall("units", now, 45);
    CHECK(ledger.mayCall("units", RatePriority::User, now, nullptr, 50));
    CHECK_FALSE(ledger.mayCall("units", RatePriority::Background, now, nullptr, 50)); // 20 are the person's
    ledger.noteCall("units", now, 50);
    CHECK_FALSE(ledger.mayCall("units", RatePriority::User, now, nullptr, 50));
    CHECK(ledger.mayCall("units", RatePriority::Committed, now, nullptr, 50));
    CHECK(ledger.mayCall("units", RatePriority::User, now + 61s, nullptr, 500)); // dearer than any window: when it is full
}

TEST_CASE("Full jitter stays between nothing and the ceiling", "[backoff]")
{
    Sequence a(7), b(7);
    for (int attempt = 0; attempt < 40; ++attempt) {
        const auto wait = fullJitter(a, attempt);
        CHECK(wait >= 0ms);
        CHECK(wait <= std::min<std::chrono::milliseconds>(15min, std::chrono::milliseconds(1000LL << std::min(attempt, 20))));
        CHECK(wait == fullJitter(b, attempt));
    }
    Backoff backoff(1);
    backoff.next();
    backoff.next();
    CHECK(backoff.attempts() == 2);
    backoff.reset();
    CHECK(backoff.next() <= 1s);
}

TEST_CASE("A snapshot tells what is used of a key and of those below it, and of nobody else", "[rate]")
{
    RateLedger ledger;
    ledger.setBudget("net|a|1", 300, 5min);
    ledger.setBudget("net|a|1/search", 30, 1min);
    ledger.setBudget("net|a|10", 7, 1min);
    ledger.noteCall("net|a|1", kLocal);
    ledger.noteCall("net|a|1", kLocal + 1s);
    auto states = ledger.snapshot("net|a|1", kLocal + 2s);
    REQUIRE(states.size() == 2);
    CHECK(states[0].key == "net|a|1");
    CHECK(states[0].limit == 300);
    CHECK(states[0].remaining == 298);
    CHECK(states[0].assumed);
    CHECK(states[0].renewsAt == kLocal + 5min);
    CHECK_FALSE(states[0].blockedUntil);
    CHECK(states[1].key == "net|a|1/search");
    CHECK(states[1].remaining == 30);
    CHECK_FALSE(states[1].renewsAt);
    ledger.noteResponse("net|a|1", with(429, {{"Retry-After", "60"}, {"X-RateLimit-Limit", "150"}, {"X-RateLimit-Remaining", "0"}}), kLocal + 2s);
    states = ledger.snapshot("net|a|1", kLocal + 3s);
    CHECK(states[0].limit == 150);
    CHECK(states[0].remaining == 0);
    CHECK_FALSE(states[0].assumed);
    CHECK(states[0].blockedUntil == kLocal + 62s);
    CHECK(ledger.snapshot("nobody", kLocal).empty());
}

TEST_CASE("App Store Connect's header tells the hour's calls")
{
    Response response;
    response.status = 200;
    response.headers = {{"X-Rate-Limit", "user-hour-lim:3500;user-hour-rem:500;"}};
    const auto hint = readRateHint(response, Instant{std::chrono::seconds{1795255200}});
    CHECK(hint.limit == 3500);
    CHECK(hint.remaining == 500);
    CHECK_FALSE(hint.wait);
    response.headers = {{"X-Rate-Limit", "user-hour-rem:many;;:;lim:3"}};
    const auto broken = readRateHint(response, Instant{std::chrono::seconds{1795255200}});
    CHECK_FALSE(broken.limit);
    CHECK_FALSE(broken.remaining);
}

TEST_CASE("an allowance that is said to be used up is left alone until it comes back")
{
    RateLedger ledger;
    const Instant now{std::chrono::seconds{1795255200}};
    ledger.block("one/units", now + std::chrono::hours{5});
    ledger.block("one/units", now + std::chrono::hours{1}); // never sooner
    Instant next = now;
    CHECK_FALSE(ledger.mayCall("one/units", RatePriority::User, now + std::chrono::hours{4}, &next));
    CHECK(next == now + std::chrono::hours{5});
    CHECK(ledger.mayCall("one/units", RatePriority::User, now + std::chrono::hours{5}));
    CHECK(ledger.mayCall("one/search", RatePriority::User, now));
}
