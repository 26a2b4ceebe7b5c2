// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the job that runs counts originals only (AsCounted), and the condition that says so.
// Thread: that of the job. Errors: none.
#pragma once

#include <string>

namespace vigie::store {

class Session;

[[nodiscard]] bool originalsOnly(const Session &session);
/// A further condition on the column that says whether a row is a relay; empty when relays count.
[[nodiscard]] std::string onlyCounted(const Session &session, const std::string &relay);

} // namespace vigie::store
