// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/net/oauth.hpp>

#include <vigie/base/random.hpp>

#include <openssl/crypto.h>
#include <openssl/sha.h>

#include <array>

namespace vigie::net {

std::string base64Url(std::string_view bytes)
{
    static constexpr char kDigits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    std::string out;
    out.reserve((bytes.size() * 4 + 2) / 3);
    std::uint32_t bits = 0;
    unsigned count = 0;
    for (const char c : bytes) {
        bits = (bits << 8U) | static_cast<unsigned char>(c);
        count += 8;
        while (count >= 6) {
            count -= 6;
            out += kDigits[(bits >> count) & 63U];
        }
    }
    if (count > 0)
        out += kDigits[(bits << (6 - count)) & 63U];
    return out;
}

bool equalConstantTime(std::string_view a, std::string_view b)
{
    return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

std::string pkceChallenge(std::string_view verifier)
{
    std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
    SHA256(reinterpret_cast<const unsigned char *>(verifier.data()), verifier.size(), digest.data());
    return base64Url(std::string_view(reinterpret_cast<const char *>(digest.data()), digest.size()));
}

Pkce makePkce()
{
    Pkce pkce;
    pkce.verifier = randomKey() + randomKey(); // hexadecimal digits are allowed characters; 256 bits
    pkce.challenge = pkceChallenge(pkce.verifier);
    return pkce;
}

std::string authorizeUrl(const AuthorizeRequest &request)
{
    QueryPairs pairs{{"response_type", "code"}, {"client_id", request.clientId}, {"redirect_uri", request.redirectUri}};
    if (!request.scope.empty())
        pairs.emplace_back("scope", request.scope);
    pairs.emplace_back("state", request.state);
    if (!request.challenge.empty()) {
        pairs.emplace_back("code_challenge", request.challenge);
        pairs.emplace_back("code_challenge_method", "S256");
    }
    pairs.insert(pairs.end(), request.extra.begin(), request.extra.end());
    return withQuery(request.endpoint, pairs);
}

} // namespace vigie::net
