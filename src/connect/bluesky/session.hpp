// SPDX-License-Identifier: GPL-3.0-or-later
// Sessions: what an answer of createSession or refreshSession holds.
// Thread: pure functions. Errors: Protocol.
#pragma once

#include "connect/bluesky/wire.hpp"

namespace vigie::connect::bluesky {

/// Ends are reckoned from the tokens' own "issued at": the clock of this machine may be wrong by hours.
[[nodiscard]] Result<Credential> credentialIn(const Json &session, Instant now);
/// The personal data server that an identity document names, as normaliseInstance has it; empty when it names none.
[[nodiscard]] std::string dataServerIn(const Json &didDocument);

} // namespace vigie::connect::bluesky
