// SPDX-License-Identifier: GPL-3.0-or-later
// Short posts in French and English, and what people do to a post when they pass it on (the protocol of docs/measures.md).
// Thread: one at a time. Errors: no texts when the files are not there.
#pragma once

#include <vigie/base/random.hpp>

#include <algorithm>
#include <cctype>
#include <fstream>
#include <functional>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace vigie::test {

/// Sentences of 45 to 400 bytes out of the texts that other tests read; reviews are longer than posts, so they are cut into theirs.
inline std::vector<std::string> shortPosts(const std::string &testData)
{
    std::vector<std::string> out;
    std::set<std::string> known;
    const auto add = [&](std::string text) {
        text.erase(0, text.find_first_not_of(" \t"));
        while (!text.empty() && std::isspace(static_cast<unsigned char>(text.back())) != 0)
            text.pop_back();
        if (text.size() >= 48 && text.size() <= 400 && known.insert(text).second)
            out.push_back(std::move(text));
    };
    for (const char *name : {"/data/tone/en.tsv", "/data/tone/fr.tsv", "/data/tone/fr_posts.tsv", "/data/language/en.txt", "/data/language/fr.txt"}) {
        std::ifstream file(testData + name);
        for (std::string line; std::getline(file, line);) {
            line.erase(0, line.rfind('\t') + 1);
            std::string piece;
            for (std::size_t at = 0; at < line.size(); ++at) {
                piece += line[at];
                const bool ends = (line[at] == '.' || line[at] == '!' || line[at] == '?') && at + 1 < line.size() && line[at + 1] == ' ';
                if (ends && piece.size() >= 90)
                    add(std::exchange(piece, {}));
            }
            add(piece);
        }
    }
    return out;
}

inline std::vector<std::string> wordsOf(const std::string &text)
{
    std::istringstream stream(text);
    std::vector<std::string> words;
    for (std::string word; stream >> word;)
        words.push_back(word);
    return words;
}
inline std::string joined(const std::vector<std::string> &words)
{
    std::string out;
    for (const auto &word : words)
        out += (out.empty() ? "" : " ") + word;
    return out;
}

struct Mutation {
    const char *name;
    double wanted;                      ///< least share that must be found
    std::function<std::string(const std::string &)> apply;
};

/// `posts` lends the foreign words and must outlive what is given back.
inline std::vector<Mutation> mutations(const std::vector<std::string> &posts, Sequence &random)
{
    const auto word = [&posts, &random] {
        const auto words = wordsOf(posts[random.below(posts.size())]);
        return words[random.below(words.size())];
    };
    const auto upper = [](std::string text) {
        for (auto &c : text)
            c = static_cast<char>(static_cast<signed char>(c) >= 0 ? std::toupper(c) : c);
        return text + " \xF0\x9F\x94\xA5\xF0\x9F\x94\xA5";
    };
    const auto truncated = [](const std::string &text) {
        std::size_t end = 140;
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
            --end;
        return text.size() <= 140 ? text : text.substr(0, end) + "\xE2\x80\xA6";
    };
    return {{"RT prefix", 0.97, [](const std::string &text) { return "RT @somebody: " + text; }},
            {"other link", 0.97, [&random](const std::string &text) { return text + " https://go.example/" + std::to_string(random.next()); }},
            {"truncated", 0.97, truncated},
            {"comment and quote", 0.97, [word](const std::string &text) { return word() + " " + word() + " " + word() + " " + word() + " \"" + text + "\""; }},
            {"upper case and emoji", 0.97, upper},
            {"one word dropped", 0.97,
             [&random](const std::string &text) {
                 auto words = wordsOf(text);
                 words.erase(words.begin() + static_cast<std::ptrdiff_t>(random.below(words.size())));
                 return joined(words);
             }},
            {"two words replaced", 0.90, [&random, word](const std::string &text) {
                 auto words = wordsOf(text);
                 const auto first = random.below(words.size());
                 const auto second = words.size() < 2 ? first : (first + 1 + random.below(words.size() - 1)) % words.size();
                 words[first] = word();
                 words[second] = word();
                 return joined(words);
             }}};
}

} // namespace vigie::test
