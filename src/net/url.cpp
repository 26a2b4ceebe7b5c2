// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/net/url.hpp>

#include "net/address.hpp"
#include "net/ascii.hpp"

#include <arpa/inet.h>
#include <curl/curl.h>

#include <cstdlib>
#include <memory>

namespace vigie::net {

namespace {

struct FreeUrl {
    void operator()(CURLU *url) const { curl_url_cleanup(url); }
};
using Handle = std::unique_ptr<CURLU, FreeUrl>;

bool unreserved(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c) || c == '-' || c == '.' || c == '_' || c == '~';
}

int hexValue(char c)
{
    if (isDigit(c))
        return c - '0';
    const char l = lowerAscii(c);
    return l >= 'a' && l <= 'f' ? l - 'a' + 10 : -1;
}

void appendEncoded(std::string &out, std::string_view text, bool spaceAsPlus)
{
    static constexpr char kDigits[] = "0123456789ABCDEF";
    for (const char c : text) {
        if (unreserved(c)) {
            out += c;
        } else if (c == ' ' && spaceAsPlus) {
            out += '+';
        } else {
            const auto byte = static_cast<unsigned char>(c);
            out += '%';
            out += kDigits[byte >> 4U];
            out += kDigits[byte & 15U];
        }
    }
}

std::string join(const QueryPairs &pairs, bool spaceAsPlus)
{
    std::string out;
    for (const auto &[name, value] : pairs) {
        if (!out.empty())
            out += '&';
        appendEncoded(out, name, spaceAsPlus);
        out += '=';
        appendEncoded(out, value, spaceAsPlus);
    }
    return out;
}

std::string part(CURLU *url, CURLUPart which, unsigned flags = 0)
{
    char *text = nullptr;
    if (curl_url_get(url, which, &text, flags) != CURLUE_OK)
        return {};
    std::string value = text;
    curl_free(text);
    return value;
}

/// Control characters have no place in an address; curl would let some through.
bool clean(std::string_view text)
{
    for (const char c : text)
        if (static_cast<unsigned char>(c) <= 0x20 || c == 0x7f)
            return false;
    return !text.empty();
}

Result<Handle> open(std::string_view text)
{
    if (!clean(text))
        return fail(Errc::InvalidInput, "not an address");
    Handle url(curl_url());
    if (!url || curl_url_set(url.get(), CURLUPART_URL, std::string(text).c_str(), CURLU_NON_SUPPORT_SCHEME) != CURLUE_OK)
        return fail(Errc::InvalidInput, "not an absolute address");
    const std::string scheme = part(url.get(), CURLUPART_SCHEME);
    if (scheme != "http" && scheme != "https")
        return fail(Errc::InvalidInput, "neither http nor https");
    return url;
}

} // namespace

std::string encodeComponent(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    appendEncoded(out, text, false);
    return out;
}

std::string decodeComponent(std::string_view text, bool plusIsSpace)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%' && i + 2 < text.size() && hexValue(text[i + 1]) >= 0 && hexValue(text[i + 2]) >= 0) {
            out += static_cast<char>(hexValue(text[i + 1]) * 16 + hexValue(text[i + 2]));
            i += 2;
        } else {
            out += text[i] == '+' && plusIsSpace ? ' ' : text[i];
        }
    }
    return out;
}

std::string formEncode(const QueryPairs &pairs)
{
    return join(pairs, true);
}

QueryPairs parseQuery(std::string_view query)
{
    QueryPairs pairs;
    while (!query.empty()) {
        const std::size_t amp = query.find('&');
        const std::string_view pair = query.substr(0, amp);
        query = amp == std::string_view::npos ? std::string_view() : query.substr(amp + 1);
        if (pair.empty())
            continue;
        const std::size_t equals = pair.find('=');
        const std::string_view value = equals == std::string_view::npos ? std::string_view() : pair.substr(equals + 1);
        pairs.emplace_back(decodeComponent(pair.substr(0, equals), true), decodeComponent(value, true));
    }
    return pairs;
}

std::string withQuery(std::string_view url, const QueryPairs &pairs)
{
    if (pairs.empty())
        return std::string(url);
    const std::size_t hash = url.find('#');
    std::string out(url.substr(0, hash));
    if (out.find('?') == std::string::npos)
        out += '?';
    else if (out.back() != '?' && out.back() != '&')
        out += '&';
    out += join(pairs, false);
    if (hash != std::string_view::npos)
        out += url.substr(hash);
    return out;
}

std::string Url::origin() const
{
    std::string out = scheme + "://" + (host.find(':') != std::string::npos ? '[' + host + ']' : host);
    if (port != (scheme == "https" ? 443 : 80))
        out += ':' + std::to_string(port);
    return out;
}

Result<Url> parseUrl(std::string_view text)
{
    VIGIE_TRY(const Handle url, open(text));
    Url out;
    out.scheme = part(url.get(), CURLUPART_SCHEME);
    for (const char c : part(url.get(), CURLUPART_HOST))
        if (c != '[' && c != ']')
            out.host += lowerAscii(c);
    if (out.host.empty())
        return fail(Errc::InvalidInput, "an address without a host");
    if (out.host.back() == '.' && out.host.size() > 1)
        out.host.pop_back(); // "example.org." is the same place
    out.port = std::atoi(part(url.get(), CURLUPART_PORT, CURLU_DEFAULT_PORT).c_str());
    out.path = part(url.get(), CURLUPART_PATH);
    out.query = part(url.get(), CURLUPART_QUERY);
    out.fragment = part(url.get(), CURLUPART_FRAGMENT);
    out.credentials = !part(url.get(), CURLUPART_USER).empty() || !part(url.get(), CURLUPART_PASSWORD).empty();
    return out;
}

Result<std::string> resolveUrl(std::string_view base, std::string_view reference)
{
    VIGIE_TRY(const Handle url, open(base));
    std::string cleaned;
    for (const char c : trim(reference)) {
        // Feeds and Location headers carry raw spaces and UTF-8: encoded, as browsers do.
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || byte == 0x7f)
            return fail(Errc::InvalidInput, "a control character in an address");
        if (byte == 0x20 || byte >= 0x80)
            cleaned += encodeComponent(std::string_view(&c, 1));
        else
            cleaned += c;
    }
    if (cleaned.empty())
        return part(url.get(), CURLUPART_URL);
    if (curl_url_set(url.get(), CURLUPART_URL, cleaned.c_str(), CURLU_NON_SUPPORT_SCHEME) != CURLUE_OK)
        return fail(Errc::InvalidInput, "not an address");
    const std::string resolved = part(url.get(), CURLUPART_URL);
    VIGIE_CHECK(open(resolved));
    return resolved;
}

bool sameHost(const Url &a, const Url &b)
{
    return a.host == b.host && a.port == b.port;
}

bool sameOrigin(const Url &a, const Url &b)
{
    return a.scheme == b.scheme && sameHost(a, b);
}

bool isPrivateLiteral(const std::string &host)
{
    return reachOfLiteral(host.c_str()) == Reach::Private;
}

bool isLoopbackHost(std::string_view host)
{
    std::string name;
    for (const char c : host)
        if (c != '[' && c != ']')
            name += lowerAscii(c);
    if (name == "localhost" || (name.size() > 10 && name.substr(name.size() - 10) == ".localhost"))
        return true;
    in_addr v4{};
    if (inet_pton(AF_INET, name.c_str(), &v4) == 1)
        return (ntohl(v4.s_addr) >> 24U) == 127;
    in6_addr v6{};
    return inet_pton(AF_INET6, name.c_str(), &v6) == 1 && IN6_IS_ADDR_LOOPBACK(&v6);
}

std::string urlForLog(std::string_view text)
{
    const auto url = parseUrl(text);
    return url ? url->origin() + url->path : std::string("(unreadable address)");
}

} // namespace vigie::net
