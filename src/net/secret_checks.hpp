// SPDX-License-Identifier: GPL-3.0-or-later
// What every secret store refuses before it touches what it holds.
#pragma once

#include <vigie/net/secret_store.hpp>

namespace vigie::net {

/// An empty secret would be taken for a stored one later.
inline Result<void> checkEntry(std::string_view key, const Secret &value)
{
    if (key.empty() || value.empty())
        return fail(Errc::InvalidInput, "an empty secret");
    return {};
}

} // namespace vigie::net
