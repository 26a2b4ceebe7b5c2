// SPDX-License-Identifier: GPL-3.0-or-later
// Members nothing is taken in of. Who was erased is known by a salted digest only.
// Thread: that of the session. Errors: throws; callers are inside Session::guard().
#pragma once

#include "store/session.hpp"

#include <string>

namespace vigie::store {

[[nodiscard]] bool isSuppressed(Session &session, const std::string &connector, const std::string &instance, const std::string &nativeId);
void suppress(Session &session, const std::string &connector, const std::string &instance, const std::string &nativeId, const std::string &reason, Instant at);

} // namespace vigie::store
