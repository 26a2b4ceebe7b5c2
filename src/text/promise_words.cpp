// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/promise_words.hpp"

#include <vigie/text/fold.hpp>

#include <algorithm>
#include <utility>

namespace vigie::text {

namespace {

using Range = std::pair<std::size_t, std::size_t>;

/// From an opening sign to its closing one, in the same paragraph.
void addQuoted(std::string_view text, std::string_view open, std::string_view close, std::vector<Range> &out)
{
    for (auto from = text.find(open); from != std::string_view::npos; from = text.find(open, from)) {
        const auto to = text.find(close, from + open.size());
        if (to == std::string_view::npos)
            return;
        if (text.substr(from, to - from).find("\n\n") == std::string_view::npos)
            out.emplace_back(from, to + close.size());
        from = to + close.size();
    }
}

/// What others said before: between quotation marks, or in lines that begin with ">".
std::vector<Range> quotedParts(std::string_view text)
{
    std::vector<Range> out;
    addQuoted(text, "\xC2\xAB", "\xC2\xBB", out);
    addQuoted(text, "\xE2\x80\x9C", "\xE2\x80\x9D", out);
    addQuoted(text, "\xE2\x80\x9E", "\xE2\x80\x9C", out);
    addQuoted(text, "\"", "\"", out);
    for (std::size_t line = 0; line < text.size();) {
        const auto end = std::min(text.find('\n', line), text.size());
        const auto first = text.find_first_not_of(" \t", line);
        if (first != std::string_view::npos && first < end && text[first] == '>')
            out.emplace_back(line, end);
        line = end + 1;
    }
    return out;
}

bool isQuoted(const std::vector<Range> &ranges, std::size_t at)
{
    return std::any_of(ranges.begin(), ranges.end(), [at](const Range &range) { return at >= range.first && at < range.second; });
}

/// "Mr. Smith", "5 p.m. tomorrow": the full stop of a shortened word.
bool isShortened(std::string_view word)
{
    static const WordSet known = wordSet("m mr mrs ms dr mme mlle st n no nov dec jan janv fev feb mar avr apr juil aug sept sep oct env max min approx");
    return known.find(word) != known.end();
}

enum class Break { None, Clause, Sentence };

Break breakOf(std::string_view gap, std::string_view before, bool nextIsCapital)
{
    Break found = Break::None;
    for (std::size_t i = 0; i < gap.size(); ++i) {
        const char c = gap[i];
        const bool last = i + 1 >= gap.size() || gap[i + 1] == ' ' || gap[i + 1] == '\n' || gap[i + 1] == '\t' || gap[i + 1] == '\xC2';
        if (c == '\n' || c == '!' || c == '?' || c == ';')
            return Break::Sentence;
        if (c == '.' && last && gap.size() > i + 1 && !(i == 0 && isShortened(before) && !(before == "m" && nextIsCapital)))
            return Break::Sentence;
        if ((c == ',' && last) || (c == ':' && last) || c == '(' || c == ')' || (c == '-' && last && i > 0))
            found = Break::Clause;
    }
    if (gap.find("\xE2\x80\xA6") != std::string_view::npos) // an ellipsis
        return Break::Sentence;
    if (gap.find("\xE2\x80\x93") != std::string_view::npos || gap.find("\xE2\x80\x94") != std::string_view::npos) // dashes
        found = Break::Clause;
    return found;
}

char signOf(std::string_view gap)
{
    return gap.size() == 1 && std::string_view("/:-'.").find(gap[0]) != std::string_view::npos ? gap[0] : ' ';
}

} // namespace

const std::string &PromiseSentence::at(std::size_t i) const
{
    static const std::string kNone;
    return i < words.size() ? words[i].word : kNone;
}

bool PromiseSentence::is(std::size_t i, std::initializer_list<std::string_view> any) const
{
    const auto &word = at(i);
    return !word.empty() && std::find(any.begin(), any.end(), word) != any.end();
}

std::vector<PromiseSentence> promiseSentences(std::string_view text)
{
    std::vector<PromiseSentence> out;
    const auto quoted = quotedParts(text);
    PromiseSentence now;
    int clause = 0;
    std::size_t last = 0;
    std::string before;
    bool leftOut = false;
    const auto end = [&](std::string_view gap) {
        now.question = gap.find('?') != std::string_view::npos;
        if (!now.words.empty())
            out.push_back(std::move(now));
        now = {};
        clause = 0;
    };
    for (const auto &token : tokenize(text)) {
        if (isQuoted(quoted, token.begin)) {
            leftOut = true;
            continue;
        }
        const auto gap = text.substr(std::min<std::size_t>(last, token.begin), token.begin - std::min<std::size_t>(last, token.begin));
        // Of a gap with a quotation in it only what stands outside counts.
        const auto outside = leftOut ? gap.substr(0, 1) : gap;
        const char first = text[token.begin];
        const auto kind = breakOf(outside, before, first >= 'A' && first <= 'Z');
        if (kind == Break::Sentence)
            end(gap);
        else if (kind == Break::Clause || leftOut)
            ++clause;
        now.words.push_back({token.word, token.begin, token.end, clause, signOf(gap)});
        last = token.end;
        before = token.word;
        leftOut = false;
    }
    end(text.substr(std::min(last, text.size())));
    return out;
}

WordSet wordSet(std::string_view line)
{
    WordSet out;
    for (std::size_t from = 0; from < line.size();) {
        const auto to = std::min(line.find(' ', from), line.size());
        if (to > from)
            out.insert(line.substr(from, to - from));
        from = to + 1;
    }
    return out;
}

} // namespace vigie::text
