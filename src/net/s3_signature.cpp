// SPDX-License-Identifier: GPL-3.0-or-later
// Done here and not by libcurl's own option: as Debian 12 has it (7.88) that one leaves out x-amz-content-sha256, and stores refuse
// the request for it.
#include <vigie/net/s3_signature.hpp>

#include "net/ascii.hpp"

#include <vigie/base/digest.hpp>
#include <vigie/net/url.hpp>

#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>
#include <map>

namespace vigie::net {

namespace {

constexpr const char *kAlgorithm = "AWS4-HMAC-SHA256";
constexpr const char *kUnsigned = "UNSIGNED-PAYLOAD";

std::string hmac(std::string_view key, std::string_view message)
{
    std::string out(crypto_auth_hmacsha256_BYTES, '\0');
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, reinterpret_cast<const unsigned char *>(key.data()), key.size());
    crypto_auth_hmacsha256_update(&state, reinterpret_cast<const unsigned char *>(message.data()), message.size());
    crypto_auth_hmacsha256_final(&state, reinterpret_cast<unsigned char *>(out.data()));
    sodium_memzero(&state, sizeof state);
    return out;
}

std::string hex(std::string_view bytes)
{
    std::string out;
    for (const char byte : bytes)
        out += fmt::format("{:02x}", static_cast<unsigned char>(byte));
    return out;
}

/// Each segment decoded and encoded again: what the person typed and what a library sends may escape different characters.
std::string canonicalPath(const std::string &path)
{
    std::string out;
    for (std::size_t at = 0; at < path.size();) {
        const auto end = std::min(path.find('/', at), path.size());
        out += encodeComponent(decodeComponent(path.substr(at, end - at)));
        if (end < path.size())
            out += '/';
        at = end + 1;
    }
    return out.empty() ? "/" : out;
}

std::string canonicalQuery(const std::string &query)
{
    std::vector<std::string> pairs;
    for (const auto &[name, value] : parseQuery(query))
        pairs.push_back(encodeComponent(name) + "=" + encodeComponent(value));
    std::sort(pairs.begin(), pairs.end());
    std::string out;
    for (const auto &pair : pairs)
        out += (out.empty() ? "" : "&") + pair;
    return out;
}

/// Without spaces at its ends, one space inside where there were several.
std::string singleSpaced(const std::string &value)
{
    std::string out;
    for (const char c : value)
        if (c != ' ' || (!out.empty() && out.back() != ' '))
            out += c;
    while (!out.empty() && out.back() == ' ')
        out.pop_back();
    return out;
}

/// "20130524T000000Z"
std::string stampOf(Instant now)
{
    std::string stamp;
    for (const char c : toRfc3339(std::chrono::floor<std::chrono::seconds>(now)))
        if (c != '-' && c != ':')
            stamp += c;
    return stamp.substr(0, stamp.find_first_of(".Z")) + "Z";
}

} // namespace

Result<void> signS3(Request &request, const S3Key &key, Instant now, const std::string &payload)
{
    VIGIE_TRY(const auto url, parseUrl(request.url));
    if (key.id.empty() || key.secret.empty() || key.region.empty())
        return fail(Errc::InvalidInput, "the key of the object store is not whole: its id, its secret or its region is missing");
    const auto stamp = stampOf(now);
    const auto day = stamp.substr(0, 8);
    const auto body = payload.empty() ? std::string(kUnsigned) : payload;
    request.headers.push_back({"x-amz-content-sha256", body});
    request.headers.push_back({"x-amz-date", stamp});
    std::map<std::string, std::string> headers{{"host", url.origin().substr(url.scheme.size() + 3)}};
    for (const auto &header : request.headers)
        headers[lowerAscii(header.name)] = singleSpaced(header.value);
    std::string list, names;
    for (const auto &[name, value] : headers) {
        list += name + ":" + value + "\n";
        names += (names.empty() ? "" : ";") + name;
    }
    const auto canonical = fmt::format("{}\n{}\n{}\n{}\n{}\n{}", methodName(request.method), canonicalPath(url.path), canonicalQuery(url.query), list, names, body);
    const auto scope = fmt::format("{}/{}/s3/aws4_request", day, key.region);
    const auto toSign = fmt::format("{}\n{}\n{}\n{}", kAlgorithm, stamp, scope, sha256(canonical));
    auto first = "AWS4" + std::string(key.secret.reveal());
    const auto signature = hex(hmac(hmac(hmac(hmac(hmac(first, day), key.region), "s3"), "aws4_request"), toSign));
    sodium_memzero(first.data(), first.size());
    request.secretHeaders.push_back(
        {"Authorization", Secret(fmt::format("{} Credential={}/{},SignedHeaders={},Signature={}", kAlgorithm, key.id, scope, names, signature))});
    return {};
}

} // namespace vigie::net
