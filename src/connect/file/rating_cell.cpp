// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/file/rating_cell.hpp"

#include <vigie/text/fold.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <string_view>
#include <utility>

namespace vigie::connect::file {

namespace {

constexpr double kStars = 5, kHundred = 100;

bool isOne(std::string_view word, std::initializer_list<std::string_view> list)
{
    return std::find(list.begin(), list.end(), word) != list.end();
}

/// Takes all of `mark` out; how often it stood there.
int take(std::string &text, std::string_view mark)
{
    int count = 0;
    for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at)) {
        text.erase(at, mark.size());
        ++count;
    }
    return count;
}

/// Stars that are drawn, of as many as are drawn when there are hollow ones among them.
std::optional<RatingCell> drawn(std::string text)
{
    take(text, "\xEF\xB8\x8F"); // asks for the coloured picture
    take(text, " ");
    const int full = take(text, "\u2605") + take(text, "\u2B50") + take(text, "\U0001F31F");
    const int half = take(text, "\u00BD") + take(text, "\u2BEA") + take(text, "\u2BE8");
    const int hollow = take(text, "\u2606");
    if (!text.empty() || full + hollow == 0)
        return std::nullopt;
    const double most = full + half + hollow > kStars ? 2 * kStars : kStars;
    return RatingCell{std::min(full + half * 0.5, most), most};
}

std::optional<RatingCell> thumb(const std::string &raw, const std::string &word)
{
    const auto starts = [&](std::string_view mark) { return raw.rfind(mark, 0) == 0; }; // a tone of skin may follow
    if (starts("\U0001F44D")
        || isOne(word, {"up", "thumbs up", "thumb up", "like", "yes", "true", "positive", "recommended", "recommends", "oui", "vrai", "positif", "positive", "recommande", "pouce en haut", "pouce leve"}))
        return RatingCell{1, 1};
    if (starts("\U0001F44E")
        || isOne(word, {"down", "thumbs down", "thumb down", "dislike", "no", "false", "negative", "not recommended", "doesn t recommend", "non", "faux", "negatif", "non recommande", "ne recommande pas",
                        "pouce en bas", "pouce baisse"}))
        return RatingCell{0, 1};
    return std::nullopt;
}

/// As Google's interfaces write it.
std::optional<RatingCell> counted(const std::string &word)
{
    static constexpr std::array<std::string_view, 5> kWords{"one", "two", "three", "four", "five"};
    const auto found = std::find(kWords.begin(), kWords.end(), word);
    if (found == kWords.end())
        return std::nullopt;
    return RatingCell{static_cast<double>(found - kWords.begin() + 1), kStars};
}

/// "4,5 / 5", "8 out of 10", "16 sur 20", "80 %", "3.5 stars".
std::optional<RatingCell> outOf(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    for (const std::string_view unit : {"stars", "star", "\u00E9toiles", "\u00E9toile", "etoiles", "etoile", "\u2605", "\u2B50"})
        if (text.size() > unit.size() && std::string_view(text).substr(text.size() - unit.size()) == unit) {
            const auto value = readNumber(text.substr(0, text.size() - unit.size()));
            if (value)
                return RatingCell{*value, kStars};
            text.erase(text.size() - unit.size()); // "4 sur 5 etoiles"
            break;
        }
    if (text.size() > 1 && text.back() == '%') {
        const auto value = readNumber(text.substr(0, text.size() - 1));
        return value ? std::optional(RatingCell{*value, kHundred}) : std::nullopt;
    }
    for (const std::string_view word : {" out of ", " sur ", " of ", "/"})
        if (const auto at = text.find(word); at != std::string::npos) {
            const auto value = readNumber(text.substr(0, at)), best = readNumber(text.substr(at + word.size()));
            return value && best && *best > 0 ? std::optional(RatingCell{*value, *best}) : std::nullopt;
        }
    return std::nullopt;
}

} // namespace

std::optional<double> readNumber(std::string text)
{
    for (const std::string_view space : {"\u00A0", "\u202F", "\u2009", " "})
        take(text, space);
    std::replace(text.begin(), text.end(), ',', '.');
    if (text.empty() || text.find_first_not_of("0123456789.-+") != std::string::npos)
        return std::nullopt;
    char *end = nullptr;
    const double value = std::strtod(text.c_str(), &end);
    return end != nullptr && *end == '\0' && end != text.c_str() && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

std::optional<RatingCell> readRatingCell(const std::string &text)
{
    const auto first = text.find_first_not_of(" \t"), last = text.find_last_not_of(" \t");
    if (first == std::string::npos)
        return std::nullopt;
    auto trimmed = text.substr(first, last - first + 1);
    for (const std::string_view space : {"\u00A0", "\u202F", "\u2009"})
        for (auto at = trimmed.find(space); at != std::string::npos; at = trimmed.find(space, at))
            trimmed.replace(at, space.size(), " ");
    if (const auto value = readNumber(trimmed))
        return RatingCell{*value, 0};
    if (trimmed.size() > 64) // a text that stands in the wrong column
        return std::nullopt;
    if (const auto stars = drawn(trimmed))
        return stars;
    if (const auto said = outOf(trimmed))
        return said;
    const auto word = text::fold(trimmed);
    if (const auto stars = counted(word))
        return stars;
    return thumb(trimmed, word);
}

} // namespace vigie::connect::file
