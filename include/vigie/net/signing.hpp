// SPDX-License-Identifier: GPL-3.0-or-later
// Signatures (Ed25519, libsodium): who holds the seed made these bytes. Keys and signatures are hexadecimal text.
// Thread: pure functions. Errors: InvalidInput (no seed of ours), Internal (libsodium does not start).
#pragma once

#include <vigie/base/result.hpp>
#include <vigie/base/secret.hpp>

#include <string>
#include <string_view>

namespace vigie::net {

/// Thirty-two random bytes, as text that a secret store takes.
Result<Secret> newSigningSeed();
Result<std::string> signingPublicKey(const Secret &seed);
Result<std::string> signBytes(const Secret &seed, std::string_view bytes);
/// False also for what is no key or no signature.
[[nodiscard]] bool signatureHolds(std::string_view publicKey, std::string_view bytes, std::string_view signature);
/// What two people read to one another: the key's digest in groups of four.
[[nodiscard]] std::string keyFingerprint(std::string_view publicKey);

} // namespace vigie::net
