// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/common/strings.hpp"

#include <algorithm>

namespace vigie::connect {

namespace {


/// What stands between any of `breaks`, empty pieces too.
template <class Take>
void eachPiece(std::string_view text, std::string_view breaks, Take take)
{
    for (std::size_t from = 0; from <= text.size();) {
        const auto end = std::min(text.find_first_of(breaks, from), text.size());
        take(text.substr(from, end - from));
        from = end + 1;
    }
}

} // namespace

bool blank(std::string_view text)
{
    return trimmed(text).empty();
}

std::vector<std::string> splitWords(std::string_view text)
{
    std::vector<std::string> words;
    eachPiece(text, " \t\r\n\v\f", [&](std::string_view word) {
        if (!word.empty())
            words.emplace_back(word);
    });
    return words;
}

std::string joined(const std::vector<std::string> &all, std::string_view separator)
{
    std::string text;
    for (std::size_t i = 0; i < all.size(); ++i)
        text.append(i == 0 ? std::string_view{} : separator).append(all[i]);
    return text;
}

std::vector<std::string> splitList(std::string_view typed, std::string_view between)
{
    std::vector<std::string> entries;
    eachPiece(typed, between, [&](std::string_view piece) {
        const auto entry = trimmed(piece);
        if (!entry.empty() && std::find(entries.begin(), entries.end(), entry) == entries.end())
            entries.emplace_back(entry);
    });
    return entries;
}

} // namespace vigie::connect
