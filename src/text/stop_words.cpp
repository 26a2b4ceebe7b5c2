// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/stop_words.hpp"

#include <vigie/text/fold.hpp>
#include <vigie/text/terms.hpp>

#include <vigie_embedded/stop_files.hpp>

#include <algorithm>
#include <array>
#include <unordered_map>

namespace vigie::text {

namespace {

/// In which texts a word is one of grammar.
enum Where : unsigned { kInEnglish = 1, kInFrench = 2, kElsewhere = 4 };

using Table = std::unordered_map<std::string, unsigned>;

void addLine(Table &table, std::string_view line, unsigned own)
{
    if (line.empty() || line.front() == '#')
        return;
    const bool ownOnly = line.back() == '*';
    const auto word = fold(ownOnly ? line.substr(0, line.size() - 1) : line);
    if (!word.empty())
        table[word] |= ownOnly ? own | kElsewhere : kInEnglish | kInFrench | kElsewhere;
}

const Table &table()
{
    static const auto words = [] {
        Table out;
        for (const auto &file : embedded::stop_files) {
            const unsigned own = std::string_view(file.name) == "stop-fr.txt" ? kInFrench : kInEnglish;
            for (auto rest = file.data; !rest.empty();) {
                const auto line = rest.substr(0, rest.find('\n'));
                rest.remove_prefix(std::min(rest.size(), line.size() + 1));
                addLine(out, line, own);
            }
        }
        return out;
    }();
    return words;
}

} // namespace

bool isFoldedStopWord(const std::string &folded, std::string_view lang)
{
    const auto found = table().find(folded);
    const unsigned here = lang == "fr" ? kInFrench : lang == "en" ? kInEnglish : kElsewhere;
    return found != table().end() && (found->second & here) != 0;
}

bool isLinkingWord(std::string_view folded)
{
    static constexpr std::array<std::string_view, 18> kWords = {"a", "and", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "of", "par", "sur", "the"};
    return std::binary_search(kWords.begin(), kWords.end(), folded);
}

bool isStopWord(std::string_view word, std::string_view lang)
{
    return isFoldedStopWord(fold(word), lang);
}

} // namespace vigie::text
