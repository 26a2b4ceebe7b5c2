// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/query_pattern.hpp"

#include <vigie/text/fold.hpp>

#include <algorithm>

namespace vigie::text {

namespace {

constexpr std::string_view kSigns = "*?";

bool isSign(char c) { return c == '*' || c == '?'; }

/// Gathers pieces of words and signs until they end.
class Gatherer {
public:
    void letters(std::string_view piece) { word_ += piece; }
    void sign(char c)
    {
        if (c != '*' || word_.empty() || word_.back() != '*')
            word_ += c;
    }
    void finish()
    {
        const bool punctuation = !word_.empty() && word_.find_first_not_of('?') == std::string::npos;
        if (!word_.empty() && !punctuation) {
            // "*?*" is any word as well: one way to say it.
            if (word_.find_first_not_of(kSigns) == std::string::npos)
                word_ = "*";
            words_.push_back(std::move(word_));
        }
        word_.clear();
    }
    std::vector<std::string> take()
    {
        finish();
        return std::move(words_);
    }

private:
    std::string word_;
    std::vector<std::string> words_;
};

std::size_t nextLetter(std::string_view text, std::size_t at)
{
    for (++at; at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U; ++at) {
    }
    return at;
}

} // namespace

std::vector<std::string> patternWords(std::string_view text, bool wild)
{
    Gatherer words;
    for (std::size_t at = 0; at < text.size();) {
        if (wild && isSign(text[at])) {
            words.sign(text[at++]);
            continue;
        }
        const auto end = wild ? std::min(text.find_first_of(kSigns, at), text.size()) : text.size();
        const auto piece = text.substr(at, end - at);
        const auto tokens = tokenize(piece);
        if (tokens.empty() || tokens.front().begin > 0)
            words.finish();
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            if (i > 0)
                words.finish();
            words.letters(tokens[i].word);
        }
        if (!tokens.empty() && tokens.back().end < piece.size())
            words.finish();
        at = end;
    }
    return words.take();
}

bool isPattern(std::string_view word)
{
    return word.find_first_of(kSigns) != std::string_view::npos;
}

bool anyLetter(const std::vector<std::string> &words)
{
    return std::any_of(words.begin(), words.end(), [](const std::string &word) { return word != "*"; });
}

QueryNode wordsNode(std::vector<std::string> words)
{
    QueryNode node;
    auto &last = words.back();
    const bool plainBefore = std::none_of(words.begin(), words.end() - 1, [](const std::string &word) { return isPattern(word); });
    if (!plainBefore || (isPattern(last) && (last.size() < 2 || last.find_first_of(kSigns) + 1 != last.size() || last.back() != '*'))) {
        node.kind = QueryNode::Kind::Pattern;
    } else if (isPattern(last)) {
        last.pop_back();
        node.kind = QueryNode::Kind::Prefix;
    } else {
        node.kind = words.size() == 1 ? QueryNode::Kind::Word : QueryNode::Kind::Phrase;
    }
    node.words = std::move(words);
    return node;
}

std::string_view literalStart(std::string_view pattern)
{
    return pattern.substr(0, pattern.find_first_of(kSigns));
}

bool patternMatches(std::string_view pattern, std::string_view word)
{
    // One star remembered is enough: an earlier one never needs to be tried again.
    std::size_t p = 0, w = 0, starAt = std::string_view::npos, starWord = 0;
    while (w < word.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            starAt = ++p;
            starWord = w;
        } else if (p < pattern.size() && pattern[p] == '?') {
            ++p;
            w = nextLetter(word, w);
        } else if (p < pattern.size() && pattern[p] == word[w]) {
            ++p;
            ++w;
        } else if (starAt != std::string_view::npos) {
            p = starAt;
            w = starWord = nextLetter(word, starWord);
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '*')
        ++p;
    return p == pattern.size();
}

} // namespace vigie::text
