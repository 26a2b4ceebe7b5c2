// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/net/signing.hpp>

#include <vigie/base/digest.hpp>

#include <sodium.h>

#include <array>
#include <vector>

namespace vigie::net {

namespace {

constexpr std::size_t kFingerprintBytes = 10, kGroup = 4;

using Seed = std::array<unsigned char, crypto_sign_SEEDBYTES>;

/// Wiped when it goes.
struct Pair {
    std::array<unsigned char, crypto_sign_PUBLICKEYBYTES> open{};
    std::array<unsigned char, crypto_sign_SECRETKEYBYTES> secret{};

    Pair() = default;
    Pair(const Pair &) = delete;
    Pair &operator=(const Pair &) = delete;
    ~Pair() { sodium_memzero(secret.data(), secret.size()); }
};

std::string hex(const unsigned char *bytes, std::size_t size)
{
    std::string out(size * 2 + 1, '\0');
    sodium_bin2hex(out.data(), out.size(), bytes, size);
    out.pop_back();
    return out;
}

template <std::size_t Size>
bool fromHex(std::string_view text, std::array<unsigned char, Size> &out)
{
    std::size_t written = 0;
    return text.size() == Size * 2 && sodium_hex2bin(out.data(), Size, text.data(), text.size(), nullptr, &written, nullptr) == 0 && written == Size;
}

Result<void> pairFrom(const Secret &seed, Pair &pair)
{
    if (sodium_init() < 0)
        return fail(Errc::Internal, "libsodium does not start");
    Seed raw{};
    const bool read = fromHex(seed.reveal(), raw);
    if (read)
        crypto_sign_seed_keypair(pair.open.data(), pair.secret.data(), raw.data());
    sodium_memzero(raw.data(), raw.size());
    return read ? Result<void>() : Result<void>(fail(Errc::InvalidInput, "no key to sign with"));
}

const unsigned char *bytesOf(std::string_view text)
{
    return reinterpret_cast<const unsigned char *>(text.data());
}

} // namespace

Result<Secret> newSigningSeed()
{
    if (sodium_init() < 0)
        return fail(Errc::Internal, "libsodium does not start");
    Seed raw{};
    randombytes_buf(raw.data(), raw.size());
    Secret out(hex(raw.data(), raw.size()));
    sodium_memzero(raw.data(), raw.size());
    return out;
}

Result<std::string> signingPublicKey(const Secret &seed)
{
    Pair pair;
    VIGIE_CHECK(pairFrom(seed, pair));
    return hex(pair.open.data(), pair.open.size());
}

Result<std::string> signBytes(const Secret &seed, std::string_view bytes)
{
    Pair pair;
    VIGIE_CHECK(pairFrom(seed, pair));
    std::array<unsigned char, crypto_sign_BYTES> signature{};
    crypto_sign_detached(signature.data(), nullptr, bytesOf(bytes), bytes.size(), pair.secret.data());
    return hex(signature.data(), signature.size());
}

bool signatureHolds(std::string_view publicKey, std::string_view bytes, std::string_view signature)
{
    std::array<unsigned char, crypto_sign_PUBLICKEYBYTES> key{};
    std::array<unsigned char, crypto_sign_BYTES> given{};
    return sodium_init() >= 0 && fromHex(publicKey, key) && fromHex(signature, given)
           && crypto_sign_verify_detached(given.data(), bytesOf(bytes), bytes.size(), key.data()) == 0;
}

std::string keyFingerprint(std::string_view publicKey)
{
    const auto digest = sha256(publicKey, kFingerprintBytes);
    std::string out;
    for (std::size_t i = 0; i < digest.size(); i += kGroup)
        out += (out.empty() ? "" : " ") + digest.substr(i, kGroup);
    return out;
}

} // namespace vigie::net
