// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/markup.hpp"

#include <vigie/base/html.hpp>
#include <vigie/net/url.hpp>

namespace vigie::practice {

namespace {

bool isAsciiWord(unsigned char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

/// Length in bytes of the word character at `i`; 0 when there is none. Letters beyond ASCII are those of the Latin,
/// Greek and Cyrillic blocks and of the CJK ones; quotation marks, dashes and no-break spaces end a word.
std::size_t wordAt(std::string_view text, std::size_t i)
{
    const auto c = static_cast<unsigned char>(text[i]);
    if (c < 0x80)
        return isAsciiWord(c) ? 1 : 0;
    if (c >= 0xC3 && c <= 0xDF)
        return i + 1 < text.size() ? 2 : 0;
    if (c >= 0xE3 && c <= 0xED)
        return i + 2 < text.size() ? 3 : 0;
    return 0;
}

std::size_t wordEnd(std::string_view text, std::size_t i)
{
    while (i < text.size()) {
        const std::size_t n = wordAt(text, i);
        if (n == 0)
            break;
        i += n;
    }
    return i;
}

bool startsWord(std::string_view text, std::size_t i)
{
    if (i == 0)
        return true;
    const auto before = static_cast<unsigned char>(text[i - 1]);
    return !isAsciiWord(before) && before != '/' && before != '&' && (before < 0x80 || before == 0xA0 || before == 0xAB);
}

std::size_t urlEnd(std::string_view text, std::size_t i)
{
    while (i < text.size() && static_cast<unsigned char>(text[i]) > ' ' && text[i] != '<' && text[i] != '>'
           && text[i] != '"')
        ++i;
    while (i > 0 && std::string_view(".,;:!?)'").find(text[i - 1]) != std::string_view::npos)
        --i;
    return i;
}

std::size_t mentionEnd(std::string_view text, std::size_t i, std::string *name)
{
    std::size_t end = i;
    while (end < text.size() && (isAsciiWord(static_cast<unsigned char>(text[end])) || text[end] == '-' || text[end] == '.'))
        ++end;
    while (end > i && (text[end - 1] == '.' || text[end - 1] == '-'))
        --end;
    if (end == i)
        return i;
    name->assign(text.substr(i, end - i));
    if (end < text.size() && text[end] == '@') {
        std::size_t host = end + 1;
        while (host < text.size()
               && (isAsciiWord(static_cast<unsigned char>(text[host])) || text[host] == '.' || text[host] == '-'
                   || (text[host] == ':' && host + 1 < text.size() && text[host + 1] >= '0' && text[host + 1] <= '9')))
            ++host;
        while (host > end + 1 && (text[host - 1] == '.' || text[host - 1] == '-'))
            --host;
        if (host > end + 1) {
            name->append(text.substr(end, host - end));
            end = host;
        }
    }
    return end;
}

bool hasLetter(std::string_view word)
{
    for (const char c : word)
        if (!(c >= '0' && c <= '9') && c != '_')
            return true;
    return false;
}

void appendCodePoint(std::string &out, unsigned code)
{
    if (code < 0x80) {
        out += static_cast<char>(code);
    } else if (code < 0x800) {
        out += static_cast<char>(0xC0U | (code >> 6U));
        out += static_cast<char>(0x80U | (code & 0x3FU));
    }
}

/// What a Latin letter beyond ASCII folds to; empty when it stays.
std::string_view foldLatin(unsigned code)
{
    static constexpr std::string_view kLatin1 = "aaaaaa*ceeeeiiiidnooooo*ouuuuyty"; // U+00E0..U+00FF, '*' below
    if (code >= 0xC0 && code <= 0xDE && code != 0xD7)
        code += 0x20;
    if (code == 0xE6)
        return "ae";
    if (code == 0xDF)
        return "ss";
    if (code == 0x152 || code == 0x153)
        return "oe";
    if (code >= 0xE0 && code <= 0xFF && code != 0xF7 && code != 0xFE)
        return kLatin1.substr(code - 0xE0, 1);
    return {};
}

std::string linkHtml(const std::string &url)
{
    const std::size_t scheme = url.find("://") + 3;
    std::size_t shownFrom = scheme;
    if (url.compare(scheme, 4, "www.") == 0)
        shownFrom += 4;
    const std::string shown = url.substr(shownFrom, 30);
    const std::string rest = url.size() > shownFrom + 30 ? url.substr(shownFrom + 30) : std::string();
    return "<a href=\"" + escapeHtml(url) + "\" target=\"_blank\" rel=\"nofollow noopener\" translate=\"no\"><span class=\"invisible\">"
           + escapeHtml(url.substr(0, shownFrom)) + "</span><span class=\"" + (rest.empty() ? "" : "ellipsis") + "\">"
           + escapeHtml(shown) + "</span><span class=\"invisible\">" + escapeHtml(rest) + "</span></a>";
}

std::string textHtml(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\n') {
            out += escapeHtml(text.substr(i, 1));
            continue;
        }
        std::size_t run = 1;
        while (i + run < text.size() && text[i + run] == '\n')
            ++run;
        out += run == 1 ? "<br />" : "</p><p>";
        i += run - 1;
    }
    return out;
}

} // namespace

std::vector<Piece> tokenise(std::string_view text)
{
    std::vector<Piece> out;
    std::size_t plain = 0;
    const auto push = [&](Piece::Kind kind, std::size_t begin, std::size_t end, std::string name) {
        if (begin > plain)
            out.push_back({Piece::Kind::Text, text.substr(plain, begin - plain), {}});
        out.push_back({kind, text.substr(begin, end - begin), std::move(name)});
        plain = end;
    };
    for (std::size_t i = 0; i < text.size();) {
        if ((text.compare(i, 7, "http://") == 0 || text.compare(i, 8, "https://") == 0) && startsWord(text, i)) {
            const std::size_t end = urlEnd(text, i);
            if (end > i + 8) {
                push(Piece::Kind::Url, i, end, std::string(text.substr(i, end - i)));
                i = end;
                continue;
            }
        } else if (text[i] == '@' && startsWord(text, i)) {
            std::string name;
            const std::size_t end = mentionEnd(text, i + 1, &name);
            if (end > i + 1) {
                push(Piece::Kind::Mention, i, end, std::move(name));
                i = end;
                continue;
            }
        } else if (text[i] == '#' && startsWord(text, i)) {
            const std::size_t end = wordEnd(text, i + 1);
            if (end > i + 1 && hasLetter(text.substr(i + 1, end - i - 1))) {
                push(Piece::Kind::Tag, i, end, std::string(text.substr(i + 1, end - i - 1)));
                i = end;
                continue;
            }
        }
        ++i;
    }
    if (plain < text.size())
        out.push_back({Piece::Kind::Text, text.substr(plain), {}});
    return out;
}

std::string foldTag(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c < 0x80) {
            out += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
        } else if (c >= 0xC3 && c <= 0xC5 && i + 1 < text.size()) {
            const unsigned code = ((c & 0x1FU) << 6U) | (static_cast<unsigned char>(text[++i]) & 0x3FU);
            const std::string_view folded = foldLatin(code);
            if (folded.empty())
                appendCodePoint(out, code);
            else
                out += folded;
        } else {
            out += text[i];
        }
    }
    return out;
}

std::string accountUrl(const Network &network, const Account &account)
{
    return account.host.empty() ? network.base + "/@" + account.username : "https://" + account.host + "/@" + account.username;
}

std::string html(Network &network, std::string_view text)
{
    if (text.empty())
        return {};
    std::string out = "<p>";
    for (const Piece &piece : tokenise(text)) {
        if (piece.kind == Piece::Kind::Url) {
            out += linkHtml(piece.name);
        } else if (piece.kind == Piece::Kind::Tag) {
            out += "<a href=\"" + network.base + "/tags/" + net::encodeComponent(foldTag(piece.name))
                   + "\" class=\"mention hashtag\" rel=\"tag\">#<span>" + escapeHtml(piece.name) + "</span></a>";
        } else if (const Account *account = piece.kind == Piece::Kind::Mention ? network.accountNamed(piece.name) : nullptr) {
            out += "<span class=\"h-card\" translate=\"no\"><a href=\"" + accountUrl(network, *account)
                   + "\" class=\"u-url mention\">@<span>" + escapeHtml(account->username) + "</span></a></span>";
        } else {
            out += textHtml(piece.raw);
        }
    }
    return out + "</p>";
}

std::size_t countCharacters(std::string_view text)
{
    std::string shown;
    for (const Piece &piece : tokenise(text)) {
        if (piece.kind == Piece::Kind::Url)
            shown.append(23, 'x');
        else if (piece.kind == Piece::Kind::Mention)
            shown += '@' + piece.name.substr(0, piece.name.find('@'));
        else
            shown += piece.raw;
    }
    std::size_t count = 0;
    bool joined = false, flagOpen = false, afterCr = false;
    for (std::size_t i = 0; i < shown.size();) {
        const auto c = static_cast<unsigned char>(shown[i]);
        const std::size_t n = c < 0x80 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
        unsigned code = n == 1 ? c : c & (0xFFU >> (n + 1));
        for (std::size_t k = 1; k < n && i + k < shown.size(); ++k)
            code = (code << 6U) | (static_cast<unsigned char>(shown[i + k]) & 0x3FU);
        i += n;
        if (code == 0x200D) {
            joined = true;
            continue;
        }
        const bool extends = (code >= 0x300 && code <= 0x36F) || (code >= 0xFE00 && code <= 0xFE0F) || code == 0x20E3
                             || (code >= 0x1F3FB && code <= 0x1F3FF) || (code >= 0xE0020 && code <= 0xE007F);
        const bool flag = code >= 0x1F1E6 && code <= 0x1F1FF;
        const bool lineFeedOfPair = code == '\n' && afterCr;
        afterCr = code == '\r';
        if (!extends && !joined && !(flag && flagOpen) && !lineFeedOfPair)
            ++count;
        flagOpen = flag && !flagOpen;
        if (!extends)
            joined = false;
    }
    return count;
}

} // namespace vigie::practice
