// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/text/emphasis.hpp>

#include "text/graphemes.hpp"

#include <vigie/text/fold.hpp>

namespace vigie::text {

namespace {

/// What a word stands in, from blank to blank.
std::string_view around(std::string_view text, const Token &token)
{
    constexpr std::string_view kBlank = " \t\r\n";
    const auto before = token.begin == 0 ? std::string_view::npos : text.find_last_of(kBlank, token.begin - 1);
    const auto begin = before == std::string_view::npos ? 0 : before + 1;
    const auto end = text.find_first_of(kBlank, token.end);
    return text.substr(begin, (end == std::string_view::npos ? text.size() : end) - begin);
}

bool isShouted(std::string_view word, int least)
{
    int letters = 0;
    bool capitals = true;
    eachCodePoint(word, [&](UChar32 c) {
        if (u_isalpha(c) == 0)
            return;
        ++letters;
        capitals = capitals && u_isupper(c) != 0;
    });
    return capitals && letters >= least;
}

} // namespace

std::vector<LoudRange> emojiIn(std::string_view text)
{
    std::vector<LoudRange> out;
    eachGrapheme(text, [&](std::size_t begin, std::size_t end) {
        if (isEmoji(text.substr(begin, end - begin)))
            out.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
        return true;
    });
    return out;
}

std::vector<LoudRange> capitalsIn(std::string_view text, int least)
{
    std::vector<LoudRange> out;
    for (const auto &token : tokenize(text)) {
        if (!isShouted(text.substr(token.begin, token.end - token.begin), least))
            continue;
        const auto whole = around(text, token);
        if (whole.front() != '@' && whole.front() != '#' && whole.find("://") == std::string_view::npos)
            out.push_back({token.begin, token.end});
    }
    return out;
}

} // namespace vigie::text
