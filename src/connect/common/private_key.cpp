// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/common/private_key.hpp"

#include "connect/common/base64.hpp"

#include <openssl/err.h>
#include <openssl/rsa.h>

#include <algorithm>

namespace vigie::connect {

namespace {

constexpr std::size_t kLargestSealed = 8192;

int noPassphrase(char *, int, int, void *)
{
    return -1;
}

std::string contentsOf(BIO *bio)
{
    char *bytes = nullptr;
    const auto size = BIO_get_mem_data(bio, &bytes);
    return size > 0 ? std::string(bytes, static_cast<std::size_t>(size)) : std::string();
}

} // namespace

Result<OwnedKey<EVP_PKEY>> privateKeyFrom(const Secret &pem)
{
    const OwnedKey<BIO> bio(BIO_new_mem_buf(pem.reveal().data(), static_cast<int>(pem.reveal().size())));
    OwnedKey<EVP_PKEY> key(bio ? PEM_read_bio_PrivateKey(bio.get(), nullptr, noPassphrase, nullptr) : nullptr);
    if (!key)
        return fail(Errc::InvalidInput, "this is no private key that can be read (PEM without a passphrase)");
    return key;
}

Result<Secret> makeRsaKey()
{
    const OwnedKey<EVP_PKEY> key(EVP_RSA_gen(2048));
    const OwnedKey<BIO> bio(BIO_new(BIO_s_secmem()));
    if (!key || !bio || PEM_write_bio_PKCS8PrivateKey(bio.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1)
        return fail(Errc::Internal, "no key pair could be made");
    return Secret(contentsOf(bio.get()));
}

Result<std::string> publicKeyOf(const Secret &pem)
{
    VIGIE_TRY(const auto key, privateKeyFrom(pem));
    const OwnedKey<BIO> bio(BIO_new(BIO_s_mem()));
    if (!bio || PEM_write_bio_PUBKEY(bio.get(), key.get()) != 1)
        return fail(Errc::Internal, "the public key cannot be written");
    return contentsOf(bio.get());
}

Result<Secret> unsealed(const Secret &pem, std::string_view sealed, RsaPadding padding)
{
    VIGIE_TRY(const auto key, privateKeyFrom(pem));
    const auto bytes = fromBase64(sealed.substr(0, kLargestSealed));
    const OwnedKey<EVP_PKEY_CTX> context(EVP_PKEY_CTX_new(key.get(), nullptr));
    std::string plain(static_cast<std::size_t>(std::max(EVP_PKEY_get_size(key.get()), 1)), '\0');
    std::size_t size = plain.size();
    const bool opened = !bytes.empty() && context && EVP_PKEY_decrypt_init(context.get()) == 1
                        && EVP_PKEY_CTX_set_rsa_padding(context.get(), padding == RsaPadding::Oaep ? RSA_PKCS1_OAEP_PADDING : RSA_PKCS1_PADDING) == 1
                        && EVP_PKEY_decrypt(context.get(), reinterpret_cast<unsigned char *>(plain.data()), &size, reinterpret_cast<const unsigned char *>(bytes.data()), bytes.size()) == 1;
    ERR_clear_error();
    plain.resize(opened ? size : 0);
    if (!opened)
        return fail(Errc::Protocol, "the answer is not sealed for this sign-in");
    return Secret(std::move(plain));
}

} // namespace vigie::connect
