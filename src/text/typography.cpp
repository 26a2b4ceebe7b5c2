// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/text/typography.hpp>

#include <vigie/text/rich_text.hpp>

namespace vigie::text {

namespace {

constexpr std::string_view kNarrow = "\xE2\x80\xAF", kNoBreak = "\xC2\xA0", kOpen = "\xC2\xAB", kClose = "\xC2\xBB", kEuro = "\xE2\x82\xAC";

bool endsWithSpace(const std::string &text)
{
    return text.ends_with(' ') || text.ends_with(kNarrow) || text.ends_with(kNoBreak);
}

void dropSpace(std::string &text)
{
    if (text.ends_with(' '))
        text.pop_back();
    else if (text.ends_with(kNarrow))
        text.resize(text.size() - kNarrow.size());
    else if (text.ends_with(kNoBreak))
        text.resize(text.size() - kNoBreak.size());
}

/// A digit, then one space.
bool endsWithDigit(std::string text)
{
    dropSpace(text);
    return !text.empty() && text.back() >= '0' && text.back() <= '9';
}

/// After a word, a digit, a quote or a bracket; after other punctuation ("?!") nothing is put.
bool wantsSpace(const std::string &text)
{
    if (text.empty())
        return false;
    const auto last = static_cast<unsigned char>(text.back());
    return last >= 0x80 || (last >= '0' && last <= '9') || (last >= 'a' && last <= 'z') || (last >= 'A' && last <= 'Z') || last == ')' || last == '"'
           || last == '%';
}

} // namespace

std::string frenchSpaces(std::string_view given)
{
    const auto rich = fromPlain(given);
    const std::string &text = rich.text;
    std::string out;
    std::size_t span = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (span < rich.spans.size() && rich.spans[span].begin == at) {
            out.append(text, at, rich.spans[span].end - at);
            at = rich.spans[span++].end;
            continue;
        }
        const auto rest = std::string_view(text).substr(at);
        if (rest.starts_with(kOpen)) {
            out += kOpen;
            at += kOpen.size();
            while (at < text.size() && text[at] == ' ')
                ++at;
            if (!std::string_view(text).substr(at).starts_with(kNoBreak) && !std::string_view(text).substr(at).starts_with(kNarrow))
                out += kNoBreak;
            continue;
        }
        const bool sign = rest.starts_with(kEuro) || rest.front() == '%';
        if (sign && endsWithSpace(out) && endsWithDigit(out)) {
            dropSpace(out);
            out += kNarrow;
        }
        const char c = text[at];
        const bool closing = rest.starts_with(kClose);
        const bool high = c == ';' || c == '!' || c == '?';
        const char next = at + 1 < text.size() ? text[at + 1] : ' ';
        const bool colon = c == ':' && (next == ' ' || next == '\n' || at + 1 == text.size());
        const bool face = (c == ';' || c == ':') && (next == ')' || next == '(' || next == '-' || next == 'D' || next == 'P');
        if ((high || colon || closing) && !face) {
            const bool had = endsWithSpace(out);
            if (had)
                dropSpace(out);
            if (wantsSpace(out))
                out += high ? kNarrow : kNoBreak;
            else if (had)
                out += ' ';
        }
        const auto size = closing ? kClose.size() : std::size_t{1};
        out.append(text, at, size);
        at += size;
    }
    return out;
}

} // namespace vigie::text
