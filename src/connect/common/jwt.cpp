// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/common/jwt.hpp"

#include "connect/common/private_key.hpp"

#include <vigie/net/oauth.hpp>

#include <openssl/ecdsa.h>

#include <memory>

namespace vigie::connect {

namespace {

struct Free {
    void operator()(EVP_MD_CTX *context) const { EVP_MD_CTX_free(context); }
    void operator()(ECDSA_SIG *signature) const { ECDSA_SIG_free(signature); }
};
template <class T>
using Owned = std::unique_ptr<T, Free>;

constexpr int kHalf = 32; ///< bytes of R and of S on P-256

Result<OwnedKey<EVP_PKEY>> keyFrom(JwtAlgorithm algorithm, const Secret &pem)
{
    VIGIE_TRY(auto key, privateKeyFrom(pem));
    const int bits = EVP_PKEY_get_bits(key.get());
    const bool fits = algorithm == JwtAlgorithm::Rs256 ? EVP_PKEY_get_base_id(key.get()) == EVP_PKEY_RSA && bits >= 2048
                                                      : EVP_PKEY_get_base_id(key.get()) == EVP_PKEY_EC && bits == 8 * kHalf;
    if (!fits)
        return fail(Errc::InvalidInput, "the private key is of another kind than this network uses");
    return key;
}

/// OpenSSL writes R and S as ASN.1; the web wants them plain.
Result<std::string> plainSignature(const std::string &der)
{
    const auto *bytes = reinterpret_cast<const unsigned char *>(der.data());
    const Owned<ECDSA_SIG> signature(d2i_ECDSA_SIG(nullptr, &bytes, static_cast<long>(der.size())));
    std::string plain(2 * kHalf, '\0');
    auto *out = reinterpret_cast<unsigned char *>(plain.data());
    if (!signature || BN_bn2binpad(ECDSA_SIG_get0_r(signature.get()), out, kHalf) != kHalf || BN_bn2binpad(ECDSA_SIG_get0_s(signature.get()), out + kHalf, kHalf) != kHalf)
        return fail(Errc::Internal, "the signature has another form than expected");
    return plain;
}

Result<std::string> sign(EVP_PKEY *key, const std::string &text)
{
    const Owned<EVP_MD_CTX> context(EVP_MD_CTX_new());
    const auto *bytes = reinterpret_cast<const unsigned char *>(text.data());
    std::size_t size = 0;
    if (!context || EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key) != 1
        || EVP_DigestSign(context.get(), nullptr, &size, bytes, text.size()) != 1)
        return fail(Errc::Internal, "the key cannot sign");
    std::string signature(size, '\0');
    if (EVP_DigestSign(context.get(), reinterpret_cast<unsigned char *>(signature.data()), &size, bytes, text.size()) != 1)
        return fail(Errc::Internal, "the key cannot sign");
    signature.resize(size);
    return signature;
}

} // namespace

Result<Secret> signJwt(JwtAlgorithm algorithm, Json header, const Json &claims, const Secret &privateKey)
{
    VIGIE_TRY(const auto key, keyFrom(algorithm, privateKey));
    header["alg"] = algorithm == JwtAlgorithm::Rs256 ? "RS256" : "ES256";
    header["typ"] = "JWT";
    const auto text = net::base64Url(dump(header)) + "." + net::base64Url(dump(claims));
    VIGIE_TRY(auto signature, sign(key.get(), text));
    if (algorithm == JwtAlgorithm::Es256) {
        VIGIE_TRY(signature, plainSignature(signature));
    }
    return Secret(text + "." + net::base64Url(signature));
}

} // namespace vigie::connect
