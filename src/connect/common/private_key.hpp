// SPDX-License-Identifier: GPL-3.0-or-later
// Private keys: the person's own in PEM, and RSA pairs made for one answer that is sealed with them.
// Thread: pure functions. Errors: InvalidInput (no key that can be read), Protocol (not sealed for this key), Internal.
#pragma once

#include <vigie/base/result.hpp>
#include <vigie/base/secret.hpp>

#include <openssl/evp.h>
#include <openssl/pem.h>

#include <memory>
#include <string>

namespace vigie::connect {

struct FreeKey {
    void operator()(BIO *bio) const { BIO_free(bio); }
    void operator()(EVP_PKEY *key) const { EVP_PKEY_free(key); }
    void operator()(EVP_PKEY_CTX *context) const { EVP_PKEY_CTX_free(context); }
};
template <class T>
using OwnedKey = std::unique_ptr<T, FreeKey>;

/// A key that wants a passphrase is refused instead of asked for on the terminal.
[[nodiscard]] Result<OwnedKey<EVP_PKEY>> privateKeyFrom(const Secret &pem);
/// RSA of 2048 bits, as PEM.
[[nodiscard]] Result<Secret> makeRsaKey();
/// The other half, as PEM.
[[nodiscard]] Result<std::string> publicKeyOf(const Secret &pem);

enum class RsaPadding { Pkcs1, Oaep };
/// What `sealed` (base64, line breaks and all) holds for the owner of the key.
[[nodiscard]] Result<Secret> unsealed(const Secret &pem, std::string_view sealed, RsaPadding padding);

} // namespace vigie::connect
