// SPDX-License-Identifier: GPL-3.0-or-later
// Signs requests to object stores that speak Amazon S3's interface (Signature Version 4, in a header, one chunk).
// Thread: pure function. Errors: InvalidInput (no absolute address, no key). Source: AWS General Reference, "Create a signed request".
#pragma once

#include <vigie/base/time.hpp>
#include <vigie/net/http.hpp>

#include <string>

namespace vigie::net {

struct S3Key {
    std::string id;
    Secret secret;
    std::string region;  ///< "eu-west-3"; stores of one's own often take "us-east-1"
};

/// Adds "x-amz-date", "x-amz-content-sha256" and, as a secret header, "Authorization". Everything that is in `request.headers` by
/// then is signed with it. `payload`: SHA-256 of the body in hexadecimal; empty: the body is not signed, which stores take over https.
Result<void> signS3(Request &request, const S3Key &key, Instant now, const std::string &payload);

} // namespace vigie::net
