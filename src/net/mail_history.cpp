// SPDX-License-Identifier: GPL-3.0-or-later
// What is new in a reply. Mail programs mark what they repeat in four ways: ">" in front of lines, a sentence that says who
// wrote what follows, a block of headers, and a rule with "Original Message" in it. ASCII is compared whatever its case;
// spaces that do not break count as spaces.
#include <vigie/net/mail.hpp>

#include "net/ascii.hpp"

#include <algorithm>

namespace vigie::net {

namespace {

constexpr std::size_t kLongestAttribution = 4; // lines: some programs break the sentence
constexpr std::size_t kLongestSentence = 500;  // bytes

std::vector<std::string_view> linesOf(std::string_view text)
{
    std::vector<std::string_view> out;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        auto line = text.substr(at, end - at);
        if (!line.empty() && line.back() == '\r')
            line.remove_suffix(1);
        out.push_back(line);
        at = end + 1;
    }
    return out;
}

/// Lower case in ASCII, one space for each space of whatever kind, none at the ends.
std::string plainWords(std::string_view line)
{
    std::string out;
    for (std::size_t i = 0; i < line.size(); ++i) {
        std::size_t width = 0; // of a space at i
        if (line[i] == ' ' || line[i] == '\t')
            width = 1;
        else if (line.substr(i, 2) == "\xc2\xa0")
            width = 2;
        else if (line.substr(i, 3) == "\xe2\x80\xaf" || line.substr(i, 3) == "\xe2\x80\x89")
            width = 3;
        if (width == 0) {
            out += lowerAscii(line[i]);
            continue;
        }
        if (!out.empty() && out.back() != ' ')
            out += ' ';
        i += width - 1;
    }
    if (!out.empty() && out.back() == ' ')
        out.pop_back();
    return out;
}

bool startsWith(std::string_view text, std::string_view beginning)
{
    return text.substr(0, beginning.size()) == beginning;
}

bool endsWith(std::string_view text, std::string_view end)
{
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

bool isQuoted(std::string_view line)
{
    const auto first = line.find_first_not_of(" \t");
    return first != std::string_view::npos && line[first] == '>';
}

bool isBlank(std::string_view line)
{
    return plainWords(line).empty();
}

/// "... a ecrit :", "... wrote:".
bool endsLikeAttribution(std::string_view words)
{
    for (const char *end : {"a \xc3\xa9"
                            "crit :",
                            "a \xc3\xa9"
                            "crit:",
                            "a ecrit :", "a ecrit:", "wrote:", "wrote :"})
        if (endsWith(words, end))
            return true;
    return false;
}

bool beginsLikeAttribution(std::string_view words)
{
    return startsWith(words, "le ") || startsWith(words, "on ");
}

/// How many lines from `at` on are one sentence that says who wrote what follows; 0: none are.
std::size_t attribution(const std::vector<std::string_view> &lines, std::size_t at)
{
    std::string words;
    for (std::size_t count = 1; count <= kLongestAttribution && at + count <= lines.size(); ++count) {
        const auto &line = lines[at + count - 1];
        if (isBlank(line) || isQuoted(line))
            return 0;
        words += (words.empty() ? "" : " ") + plainWords(line);
        if (words.size() > kLongestSentence)
            return 0;
        if (endsLikeAttribution(words))
            return count == 1 || beginsLikeAttribution(words) ? count : 0;
        if (count == 1 && !beginsLikeAttribution(words))
            return 0;
    }
    return 0;
}

/// "-----Original Message-----", "-------- Message d'origine --------".
bool isRule(std::string_view line)
{
    const auto words = plainWords(line);
    if (!startsWith(words, "--") || !endsWith(words, "--"))
        return false;
    for (const char *what : {"original message", "message d'origine", "message d\xe2\x80\x99origine", "message original", "message initial"})
        if (words.find(what) != std::string::npos)
            return true;
    return false;
}

bool beginsWithField(std::string_view words, std::initializer_list<const char *> names)
{
    for (const std::string_view name : names)
        if (startsWith(words, name) && (startsWith(words.substr(name.size()), ":") || startsWith(words.substr(name.size()), " :")))
            return true;
    return false;
}

/// The block of headers that Outlook repeats, in either language; bold marks of its text form are looked through.
bool isHeaderBlock(const std::vector<std::string_view> &lines, std::size_t at)
{
    const auto field = [&](std::size_t i) {
        auto words = plainWords(lines[i]);
        words.erase(std::remove(words.begin(), words.end(), '*'), words.end());
        return words;
    };
    if (!beginsWithField(field(at), {"de", "from", "exp\xc3\xa9"
                                     "diteur"}))
        return false;
    bool sent = false, about = false;
    for (std::size_t i = at + 1; i < lines.size() && i <= at + 8; ++i) {
        const auto words = field(i);
        sent = sent || beginsWithField(words, {"envoy\xc3\xa9", "envoye", "sent", "date"});
        about = about || beginsWithField(words, {"objet", "subject", "\xc3\xa0", "to"});
    }
    return sent && about;
}

/// The rule of underscores that stands above such a block.
bool isUnderscores(std::string_view line)
{
    const auto words = plainWords(line);
    return words.size() >= 10 && words.find_first_not_of('_') == std::string::npos;
}

/// Lines joined, without blank lines at the ends and never more than one between.
std::string joined(const std::vector<std::string_view> &lines)
{
    std::string out;
    bool blank = false;
    for (const auto &line : lines) {
        if (isBlank(line)) {
            blank = !out.empty();
            continue;
        }
        if (!out.empty())
            out += blank ? "\n\n" : "\n";
        blank = false;
        out += line.substr(0, line.find_last_not_of(" \t") + 1);
    }
    return out;
}

std::size_t nextFilled(const std::vector<std::string_view> &lines, std::size_t at)
{
    while (at < lines.size() && isBlank(lines[at]))
        ++at;
    return at;
}

} // namespace

FoldedText foldHistory(std::string_view plain)
{
    const auto lines = linesOf(plain);
    std::vector<std::string_view> fresh, old;
    for (std::size_t i = 0; i < lines.size();) {
        const bool rule = isUnderscores(lines[i]) && nextFilled(lines, i + 1) < lines.size() && isHeaderBlock(lines, nextFilled(lines, i + 1));
        if (rule || isRule(lines[i]) || isHeaderBlock(lines, i)) {
            old.insert(old.end(), lines.begin() + static_cast<std::ptrdiff_t>(i), lines.end());
            break;
        }
        if (isQuoted(lines[i])) {
            old.push_back(lines[i++]);
            continue;
        }
        if (const auto count = attribution(lines, i); count > 0) {
            const auto after = nextFilled(lines, i + count);
            const bool quotes = after < lines.size() && isQuoted(lines[after]);
            const std::string words = plainWords(lines[i]);
            if (quotes || beginsLikeAttribution(words)) {
                // Without ">" the rest is the repeated message; with it, an answer may stand below.
                const auto end = quotes ? after : lines.size();
                old.insert(old.end(), lines.begin() + static_cast<std::ptrdiff_t>(i), lines.begin() + static_cast<std::ptrdiff_t>(end));
                i = end;
                continue;
            }
        }
        fresh.push_back(lines[i++]);
    }
    FoldedText out{joined(fresh), joined(old)};
    if (out.text.empty())
        return {joined(lines), {}};
    return out;
}

} // namespace vigie::net
