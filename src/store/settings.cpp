// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/members.hpp>

#include "store/session.hpp"
#include "store/setting_image.hpp"

namespace vigie::store {

Result<std::optional<std::string>> Settings::get(const std::string &key)
{
    return tx_.session().guard([&] { return tx_.session().one<std::string>("SELECT value FROM setting WHERE key=?", key); });
}

Result<void> Settings::set(const std::string &key, const std::string &value)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<void> {
        if (key.empty())
            return fail(Errc::InvalidInput, "a setting needs a key");
        const auto before = tx_.changeSet() ? session.one<std::string>("SELECT value FROM setting WHERE key=?", key) : std::nullopt;
        const auto changed = session.exec("INSERT INTO setting(key, value) VALUES(?,?) ON CONFLICT(key) DO UPDATE SET value=excluded.value"
                                          " WHERE value IS NOT excluded.value", key, value);
        if (changed > 0) {
            recordSetting(tx_, key, before, value);
            tx_.change().settings = true;
            session.transactionBegins(); // what is derived from settings is read again by the rest of this job
        }
        return {};
    });
}

} // namespace vigie::store
