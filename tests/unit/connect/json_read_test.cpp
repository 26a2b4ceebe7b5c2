// SPDX-License-Identifier: GPL-3.0-or-later
// The two readers of JSON must not be told apart: the fast one stands in for the library's wherever it takes the bytes.
#include "connect/common/json_read.hpp"

#include <catch2/catch.hpp>

#include <random>

using namespace vigie;
using namespace vigie::connect;

namespace {

/// What parseJson() must say and what the library says, in one comparable line.
std::string told(const Result<Json> &read)
{
    return read ? dump(*read) : std::string(errcName(read.error().code)) + ": " + read.error().detail;
}

std::string nested(int depth, const std::string &inside)
{
    std::string text;
    for (int i = 0; i < depth; ++i)
        text += i % 2 == 0 ? "[" : "{\"a\":";
    text += inside;
    for (int i = depth - 1; i >= 0; --i)
        text += i % 2 == 0 ? "]" : "}";
    return text;
}

/// Documents and what strangers make of them, drawn from a fixed sequence.
class Strangers {
public:
    std::string document() { return value(0); }

    /// The same bytes with some of them lost, doubled or replaced.
    std::string damaged(std::string text)
    {
        static constexpr std::string_view kBytes("{}[]\":,\\u0dDeE+-.19 \n\t\0\x7F\x80\xC3\xA9\xED\xA0\xF0\x9F\xFF", 38);
        for (auto times = below(3) + 1; times > 0 && !text.empty(); --times) {
            const auto at = below(text.size());
            switch (below(4)) {
            case 0: text.erase(at, below(8) + 1); break;
            case 1: text.insert(at, 1, kBytes[below(kBytes.size())]); break;
            case 2: text[at] = kBytes[below(kBytes.size())]; break;
            default: text.insert(at, text.substr(at, below(12))); break;
            }
        }
        return text;
    }

private:
    std::size_t below(std::size_t limit) { return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random_); }

    std::string blank() { return std::string(below(4) == 0 ? below(3) : 0, " \n\t\r"[below(4)]); }

    std::string number()
    {
        static constexpr const char *kEdges[] = {"0", "-0", "-0.0", "9223372036854775807", "9223372036854775808", "-9223372036854775808", "-9223372036854775809", "18446744073709551615",
                                                 "18446744073709551616", "123456789012345678901234567890", "1e5", "1E-7", "0.1", "2.2250738585072011e-308", "1e-400", "1e400", "5e-324"};
        if (below(2) == 0)
            return kEdges[below(std::size(kEdges))];
        auto text = std::to_string(random_()) + (below(3) == 0 ? "." + std::to_string(random_()) : "");
        return text + (below(4) == 0 ? "e" + std::to_string(static_cast<int>(below(700)) - 350) : "");
    }
    std::string string()
    {
        static constexpr const char *kParts[] = {"a", "id", "words and more words, longer than what is kept in place", "\xC3\xA9", "\xE2\x82\xAC", "\xF0\x9F\x9A\xB2", "\\n", "\\\"", "\\\\", "\\/", "\\u0000", "\\u00e9",
                                                 "\\ud83d\\udeb2", "\\ud83d", "\\udeb2", "\\uD83Dx", "\x7F", "\xC3", "\xED\xA0\xBD", "\\x"};
        std::string text = "\"";
        for (auto parts = below(5); parts > 0; --parts)
            text += kParts[below(below(20) == 0 ? std::size(kParts) : 13)]; // mostly sound
        return text + "\"";
    }
    std::string value(int depth)
    {
        switch (below(depth > 5 ? 4 : 7)) {
        case 0: return number();
        case 1: return string();
        case 2: return below(2) == 0 ? "true" : "false";
        case 3: return "null";
        case 4: {
            std::string text = "[" + blank();
            for (std::size_t i = 0, count = below(6); i < count; ++i)
                text += (i > 0 ? "," : "") + blank() + value(depth + 1) + blank();
            return text + "]";
        }
        default: {
            std::string text = "{" + blank();
            for (std::size_t i = 0, count = below(7); i < count; ++i)
                text += (i > 0 ? "," : "") + blank() + string() + blank() + ":" + blank() + value(depth + 1);
            return text + blank() + "}";
        }
        }
    }

    std::mt19937 random_{20261121};
};

} // namespace

TEST_CASE("json: what is read of the edges", "[json]")
{
    const auto shows = [](std::string_view text, const std::string &expected) {
        INFO(text);
        CHECK(told(parseJson(text)) == expected);
        CHECK(told(readByLibrary(text, kMaxJsonDepth)) == expected);
    };
    shows(R"({"b": 1, "a": [true, null, -2, 0.5, "x"]})", R"({"a":[true,null,-2,0.5,"x"],"b":1})");
    shows(R"({"a": 1, "a": {"b": 2}, "a": {"c": 3}})", R"({"a":{"c":3}})");
    shows("[18446744073709551615, 18446744073709551616, -9223372036854775809]", R"([18446744073709551615,"18446744073709551616","-9223372036854775809"])");
    shows("[1.0, 1e2, -0, 9223372036854775807]", "[1.0,100.0,0,9223372036854775807]");
    shows("\xEF\xBB\xBF[1]", "[1]");
    shows(std::string_view("[1]\0 rest", 9), "[1]");
    shows("[\"caf\xC3\xA9 \xC3 \xED\xA0\xBD!\"]", "[\"caf\xC3\xA9 \xEF\xBF\xBD \xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD!\"]");
    shows(R"(["\ud83d\udeb2 \u00e9"])", "[\"\xF0\x9F\x9A\xB2 \xC3\xA9\"]");
    shows(R"("alone")", R"("alone")");
    for (const auto *broken : {"", " ", "[1,]", "[1] ]", "{\"a\" 1}", "[01]", "[1e400]", R"(["\ud83d"])", R"(["\udeb2"])", "[\"\n\"]", "nul", "<html>", "[1"})
        shows(broken, "protocol: the answer is not JSON");
    shows(nested(64, "1"), nested(64, "1"));
    shows(nested(65, "1"), "too_large: the answer is nested too deep");
    shows(nested(64, "[],"), "too_large: the answer is nested too deep");
    shows(nested(64, "x[]"), "protocol: the answer is not JSON");
    shows(std::string(100'000, '['), "too_large: the answer is nested too deep");
    CHECK(told(parseJson("[[[1]]]", 2)) == "too_large: the answer is nested too deep");
    CHECK(told(parseJson("[[1]]", 2)) == "[[1]]");
}

TEST_CASE("json: numbers keep their kind", "[json]")
{
    const auto read = parseJson("[5, -5, 5.0, 18446744073709551615, 0]").value();
    CHECK(read[0].is_number_unsigned());
    CHECK((read[1].is_number_integer() && !read[1].is_number_unsigned()));
    CHECK(read[2].is_number_float());
    CHECK(read[3].get<std::uint64_t>() == 18446744073709551615U);
    CHECK(read[4].is_number_unsigned());
}

TEST_CASE("json: sound documents are read by the fast reader", "[json]")
{
    CHECK(readFast(R"({"id": "1", "list": [1, 2.5, "x", null, true]})", kMaxJsonDepth));
    CHECK_FALSE(readFast("[1,]", kMaxJsonDepth));
    CHECK_FALSE(readFast("[123456789012345678901234567890]", kMaxJsonDepth));
    // A document larger than what the reader's buffers are kept for, and one after it.
    std::string large = "[";
    for (int i = 0; i < 200'000; ++i)
        large += "\"word\",";
    large += "0]";
    const auto read = readFast(large, kMaxJsonDepth);
    REQUIRE((read && *read));
    CHECK((*read)->size() == 200'001);
    CHECK(told(parseJson("{\"a\":[]}")) == "{\"a\":[]}");
}

TEST_CASE("json: both readers say the same of whatever comes", "[json]")
{
    Strangers strangers;
    int fast = 0, refused = 0;
    for (int i = 0; i < 6000; ++i) {
        const auto sound = strangers.document();
        for (const auto &text : {sound, strangers.damaged(sound)}) {
            for (const int depth : {3, kMaxJsonDepth}) {
                const auto ours = parseJson(text, depth), library = readByLibrary(text, depth);
                if (told(ours) != told(library) || (ours && *ours != *library)) {
                    INFO(text);
                    CHECK(told(ours) == told(library));
                    return;
                }
            }
            readFast(text, kMaxJsonDepth) ? ++fast : ++refused;
        }
    }
    CHECK(fast > 3000); // neither side is empty
    CHECK(refused > 1000);
}
