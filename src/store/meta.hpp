// SPDX-License-Identifier: GPL-3.0-or-later
// What the store remembers of itself: single values by name, in table meta.
// Thread: inside a store job. Errors: as the statements they run.
#pragma once

#include "store/session.hpp"

#include <optional>
#include <string>

namespace vigie::store {

[[nodiscard]] inline std::optional<std::string> meta(Session &session, const std::string &key)
{
    return session.one<std::string>("SELECT value FROM meta WHERE key=?", key);
}

inline void setMeta(Session &session, const std::string &key, const std::string &value)
{
    session.exec("INSERT INTO meta(key, value) VALUES(?,?) ON CONFLICT(key) DO UPDATE SET value=excluded.value", key, value);
}

inline void dropMeta(Session &session, const std::string &key)
{
    session.exec("DELETE FROM meta WHERE key=?", key);
}

} // namespace vigie::store
