// SPDX-License-Identifier: GPL-3.0-or-later
// JSON web tokens signed with the person's own private key (RFC 7515, compact form), by OpenSSL.
// Thread: pure functions. Errors: InvalidInput (no usable private key), Internal (the library refused).
#pragma once

#include "connect/common/json.hpp"

#include <vigie/base/result.hpp>
#include <vigie/base/secret.hpp>

namespace vigie::connect {

enum class JwtAlgorithm : std::uint8_t {
    Rs256, ///< RSA key, PKCS #1 v1.5 with SHA-256
    Es256  ///< key on P-256; the signature is R and S side by side
};

/// `privateKey`: PEM, PKCS #8 ("BEGIN PRIVATE KEY") or the older forms. `header` and `claims` are objects; "alg" and "typ"
/// are set here.
[[nodiscard]] Result<Secret> signJwt(JwtAlgorithm algorithm, Json header, const Json &claims, const Secret &privateKey);

} // namespace vigie::connect
