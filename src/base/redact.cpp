// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/base/log.hpp>

#include <array>
#include <optional>

namespace vigie::log {

namespace {

constexpr std::string_view kGone = "[redacted]";

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool startsWith(std::string_view text, std::string_view lowerPrefix)
{
    if (text.size() < lowerPrefix.size())
        return false;
    for (std::size_t i = 0; i < lowerPrefix.size(); ++i)
        if (lower(text[i]) != lowerPrefix[i])
            return false;
    return true;
}

bool isWord(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

bool endsValue(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '&' || c == '"' || c == '\'' || c == ';' || c == ','
           || c == ')' || c == '}' || c == ']' || c == '<' || c == '>' || c == '#';
}

std::size_t valueEnd(std::string_view text, std::size_t at)
{
    while (at < text.size() && !endsValue(text[at]))
        ++at;
    return at;
}

struct Cut {
    std::size_t begin, end;
};

/// "Bearer xxx": what follows a scheme.
std::optional<Cut> afterScheme(std::string_view text, std::size_t at)
{
    static constexpr std::array<std::string_view, 4> kSchemes = {"bearer ", "basic ", "dpop ", "bot "};
    if (at > 0 && isWord(text[at - 1]))
        return std::nullopt;
    for (const std::string_view scheme : kSchemes) {
        if (!startsWith(text.substr(at), scheme))
            continue;
        std::size_t begin = at + scheme.size();
        while (begin < text.size() && text[begin] == ' ')
            ++begin;
        const std::size_t end = valueEnd(text, begin);
        // Ordinary prose ("basic rules") is short words; what is sent as a credential is not.
        const bool always = scheme == "bearer " || scheme == "dpop ";
        if (end > begin && (always || end - begin >= 16))
            return Cut{begin, end};
    }
    return std::nullopt;
}

/// access_token=xxx, "client_secret": "xxx", key=xxx in a query.
std::optional<Cut> afterName(std::string_view text, std::size_t at)
{
    static constexpr std::array<std::string_view, 12> kNames = {"token",  "secret",   "password",      "passphrase",
                                                                "api_key", "apikey",  "api-key",       "jwt",
                                                                "session", "verifier", "refreshjwt", "assertion"};
    std::size_t after = std::string_view::npos;
    for (const std::string_view name : kNames)
        if (startsWith(text.substr(at), name))
            after = at + name.size();
    const bool inQuery = at > 0 && (text[at - 1] == '?' || text[at - 1] == '&');
    if (after == std::string_view::npos && inQuery)
        for (const std::string_view name : {std::string_view("key"), std::string_view("code"), std::string_view("sig")})
            if (startsWith(text.substr(at), name))
                after = at + name.size();
    if (after == std::string_view::npos || after >= text.size())
        return std::nullopt;
    const bool quoted = text[after] == '"' || text[after] == '\'';
    if (quoted)
        ++after;
    while (after < text.size() && text[after] == ' ')
        ++after;
    if (after >= text.size() || !(text[after] == '=' || (quoted && text[after] == ':')))
        return std::nullopt;
    ++after;
    while (after < text.size() && text[after] == ' ')
        ++after;
    std::size_t end = valueEnd(text, after);
    if (after < text.size() && (text[after] == '"' || text[after] == '\'')) {
        const std::size_t close = text.find(text[after], after + 1);
        ++after;
        end = close == std::string_view::npos ? text.size() : close;
    }
    return end > after ? std::optional<Cut>(Cut{after, end}) : std::nullopt;
}

/// A whole header line.
std::optional<Cut> afterHeader(std::string_view text, std::size_t at)
{
    static constexpr std::array<std::string_view, 5> kHeaders = {"authorization:", "cookie:", "x-auth-token:",
                                                                 "private-token:", "dpop:"};
    for (const std::string_view header : kHeaders) {
        if (!startsWith(text.substr(at), header))
            continue;
        const std::size_t begin = at + header.size();
        const std::size_t line = text.find_first_of("\r\n", begin);
        return Cut{begin, line == std::string_view::npos ? text.size() : line};
    }
    return std::nullopt;
}

/// Telegram: the token is a part of the path, /bot<digits>:<token>/
std::optional<Cut> botToken(std::string_view text, std::size_t at)
{
    if (!startsWith(text.substr(at), "bot"))
        return std::nullopt;
    std::size_t i = at + 3;
    while (i < text.size() && text[i] >= '0' && text[i] <= '9')
        ++i;
    if (i == at + 3 || i >= text.size() || text[i] != ':')
        return std::nullopt;
    std::size_t end = i + 1;
    while (end < text.size() && isWord(text[end]))
        ++end;
    return end - i >= 10 ? std::optional<Cut>(Cut{at + 3, end}) : std::nullopt;
}

} // namespace

std::string redacted(std::string_view message)
{
    std::string out;
    out.reserve(message.size());
    std::size_t at = 0;
    while (at < message.size()) {
        std::optional<Cut> cut = afterHeader(message, at);
        if (!cut)
            cut = afterScheme(message, at);
        if (!cut)
            cut = afterName(message, at);
        if (!cut)
            cut = botToken(message, at);
        if (cut) {
            out += message.substr(at, cut->begin - at);
            out += kGone;
            at = cut->end;
            continue;
        }
        // A line break inside a message would let a server write lines of its own.
        const char c = message[at++];
        out += c == '\n' || c == '\r' ? ' ' : c;
    }
    return out;
}

} // namespace vigie::log
