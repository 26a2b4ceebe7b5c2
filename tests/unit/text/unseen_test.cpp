// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/text/unseen.hpp>

#include <catch2/catch.hpp>

using namespace vigie::text;

TEST_CASE("a text leaves composed, with one kind of line end")
{
    CHECK(normalised("e\xCC\x81te\xCC\x81") == "\xC3\xA9t\xC3\xA9");
    CHECK(normalised("a\r\nb\rc\n") == "a\nb\nc\n");
    CHECK(normalised("a\x07" "b\x7F" "c\td") == "abc\td");
    CHECK(normalised("12\xC2\xA0\xE2\x82\xAC\xE2\x80\xAF!") == "12\xC2\xA0\xE2\x82\xAC\xE2\x80\xAF!"); // no-break spaces are meant
    const std::string once = normalised("A\xEF\xAC\xAC \r e\xCC\x81");
    CHECK(normalised(once) == once);
}

TEST_CASE("what nobody sees is found, what joins is left alone")
{
    const auto codes = [](const char *text) {
        std::vector<unsigned> found;
        for (const auto &one : unseenCharacters(text))
            found.push_back(static_cast<unsigned>(one.code));
        return found;
    };
    using Codes = std::vector<unsigned>;
    CHECK(codes("Bonjour").empty());
    CHECK(codes("a\xE2\x80\x8B" "b\xC2\xAD" "c\xE2\x80\x8E") == Codes{0x200B, 0xAD, 0x200E});
    CHECK(codes("\xEF\xBB\xBFhello") == Codes{0xFEFF});
    CHECK(codes("a\xE2\x80\x8D" "b") == Codes{0x200D});                                                      // a joiner between Latin letters
    CHECK(codes("\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA9").empty());                                    // in a family
    CHECK(codes("\xE0\xA4\x95\xE0\xA5\x8D\xE2\x80\x8D\xE0\xA4\xB7").empty());                                // in Devanagari it changes what is read
    CHECK(codes("\xF0\x9F\x8F\xB4\xF3\xA0\x81\xA7\xF3\xA0\x81\xA2\xF3\xA0\x81\xA5\xF3\xA0\x81\xAE\xF3\xA0\x81\xA7\xF3\xA0\x81\xBF").empty()); // the flag of England
    CHECK(codes("x\xF3\xA0\x81\xA7") == Codes{0xE0067});                                                     // the same tag after a letter hides something
    CHECK(codes("\xE2\x80\xAE" "abc") == Codes{0x202E});
    CHECK(withoutUnseen("a\xE2\x80\x8B" "b\xC2\xAD" "c") == "abc");
    CHECK(withoutUnseen("d\xC3\xA9j\xC3\xA0 vu\xE2\x80\xAF!") == "d\xC3\xA9j\xC3\xA0 vu\xE2\x80\xAF!");
}
