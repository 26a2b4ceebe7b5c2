// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/base/id.hpp>
#include <vigie/base/log.hpp>
#include <vigie/base/random.hpp>
#include <vigie/base/result.hpp>
#include <vigie/base/secret.hpp>

#include <catch2/catch.hpp>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <type_traits>

using namespace vigie;

TEST_CASE("Every error code has a name of its own, and back", "[error]")
{
    std::set<std::string> names;
    for (unsigned i = 0; i <= static_cast<unsigned>(Errc::Internal); ++i) {
        const auto code = static_cast<Errc>(i);
        CHECK(errcFromName(errcName(code)) == code);
        names.insert(errcName(code));
    }
    CHECK(names.size() == static_cast<std::size_t>(Errc::Internal) + 1);
    CHECK(errcName(Errc::RateLimited) == std::string("rate_limited"));
    CHECK(errcFromName("no such thing") == Errc::Internal);
}

namespace {

Result<int> half(int n)
{
    if (n % 2 != 0)
        return fail(Errc::InvalidInput, "odd");
    return n / 2;
}

Result<int> quarter(int n)
{
    VIGIE_TRY(const int h, half(n));
    VIGIE_CHECK(half(h));
    return half(h);
}

} // namespace

TEST_CASE("Results pass errors on", "[result]")
{
    CHECK(*quarter(8) == 2);
    CHECK(quarter(6).error().code == Errc::InvalidInput);
    CHECK(quarter(6).error().detail == "odd");
    CHECK(quarter(3).error().detail == "odd");
    static_assert(!std::is_convertible_v<ItemId, MemberId>);
}

TEST_CASE("A secret leaves nothing behind", "[secret]")
{
    // Short enough to live inside the object, where a plain move would leave the bytes.
    alignas(Secret) unsigned char place[sizeof(Secret)];
    auto *secret = new (place) Secret(std::string("hunter2hunter2"));
    CHECK(secret->reveal() == "hunter2hunter2");
    Secret moved(std::move(*secret));
    CHECK(moved.reveal() == "hunter2hunter2");
    const auto holds = [&place] {
        return std::string_view(reinterpret_cast<const char *>(place), sizeof place).find("hunter2") != std::string_view::npos;
    };
    CHECK(secret->empty());
    CHECK_FALSE(holds());
    *secret = moved;
    CHECK(holds());
    *secret = Secret("x");
    CHECK(secret->reveal() == "x");
    CHECK_FALSE(holds());
    secret->~Secret();

    Secret copy = moved;
    copy = static_cast<const Secret &>(copy);
    CHECK(copy.reveal() == moved.reveal());
    Secret empty;
    CHECK(empty.empty());
}

TEST_CASE("Random keys differ; sequences repeat", "[random]")
{
    std::set<std::string> keys;
    for (int i = 0; i < 1000; ++i)
        keys.insert(randomKey());
    CHECK(keys.size() == 1000);
    CHECK(keys.begin()->size() == 32);
    CHECK(keys.begin()->find_first_not_of("0123456789abcdef") == std::string::npos);

    Sequence sequence(1234567);
    CHECK(sequence.next() == 6457827717110365317ULL); // published test vector of SplitMix64
    CHECK(sequence.next() == 3203168211198807973ULL);
    CHECK(sequence.below(0) == 0);
    int counts[7] = {};
    for (int i = 0; i < 7000; ++i)
        ++counts[sequence.below(7)];
    for (const int count : counts)
        CHECK(count > 800);
    for (int i = 0; i < 1000; ++i) {
        const double u = sequence.unit();
        REQUIRE(u >= 0.0);
        REQUIRE(u < 1.0);
    }
}

TEST_CASE("What looks like a secret does not reach the log", "[log]")
{
    const auto gone = [](const std::string &line, const std::string &secret) {
        const std::string out = log::redacted(line);
        INFO(out);
        CHECK(out.find(secret) == std::string::npos);
        CHECK(out.find("[redacted]") != std::string::npos);
    };
    gone("sent Authorization: Bearer abc.DEF-123 to host", "abc.DEF");
    gone("bearer   abcdef", "abcdef");
    gone("Authorization: Basic dXNlcjpwYXNz", "dXNlcjpwYXNz");
    gone("GET https://x/y?a=1&access_token=EAAB12&b=2", "EAAB12");
    gone("{\"refresh_token\": \"r-99\", \"x\":1}", "r-99");
    gone("client_secret=shh;", "shh");
    gone("https://api/v?key=AIza77", "AIza77");
    gone("/cb?code=deadbeef&state=1", "deadbeef");
    gone("https://api.telegram.org/bot12345:AAEkjh_sdf-kjhsdf/getMe", "AAEkjh");
    gone("Set-Cookie: sid=31d4", "31d4");
    gone("{'password':'p w'}", "p w");
    CHECK(log::redacted("GET https://x/y?a=1&access_token=EAAB12&b=2") == "GET https://x/y?a=1&access_token=[redacted]&b=2");
    CHECK(log::redacted("the token expired, basic rules, code=404") == "the token expired, basic rules, code=404");
    CHECK(log::redacted("one\nforged line") == "one forged line");
    CHECK(log::redacted("").empty());
    CHECK(log::redacted("token=") == "token=");
    CHECK(log::redacted("token") == "token");
    CHECK(log::redacted("Bearer ") == "Bearer ");
}

TEST_CASE("The log file is private and holds what was written", "[log]")
{
    const auto dir = std::filesystem::temp_directory_path() / ("vigie-log-" + randomKey());
    std::filesystem::create_directories(dir);
    const auto file = dir / "vigie.log";
    log::init({file.string(), log::Level::Info, false});
    log::debug("test", "hidden {}", 1);
    log::info("test", "seen {} Bearer {}", 2, "tok-3");
    std::ifstream in(file);
    std::stringstream text;
    text << in.rdbuf();
    CHECK(text.str().find("[test] seen 2 Bearer [redacted]") != std::string::npos);
    CHECK(text.str().find("hidden") == std::string::npos);
    struct stat info {};
    REQUIRE(::stat(file.c_str(), &info) == 0);
    CHECK((info.st_mode & 0777) == 0600);
    // A place that cannot be written is no reason to fail.
    log::init({"/proc/nowhere/vigie.log", log::Level::Error, false});
    log::info("test", "dropped");
    log::init({{}, log::Level::Warning, true});
    std::filesystem::remove_all(dir);
}
