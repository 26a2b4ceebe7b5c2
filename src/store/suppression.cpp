// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/suppression.hpp"

#include "store/meta.hpp"

#include <vigie/base/digest.hpp>
#include <vigie/base/random.hpp>

namespace vigie::store {

namespace {

constexpr const char *kSalt = "suppression_salt";

std::string digestOf(const std::string &salt, const std::string &connector, const std::string &instance, const std::string &nativeId)
{
    return "sha256:" + sha256(salt + '\n' + connector + '\n' + instance + '\n' + nativeId);
}

} // namespace

bool isSuppressed(Session &session, const std::string &connector, const std::string &instance, const std::string &nativeId)
{
    const auto known = [&](const std::string &id) {
        return session.one<int>("SELECT 1 FROM suppression WHERE connector=? AND instance=? AND native_id=?", connector, instance, id).has_value();
    };
    if (known(nativeId))
        return true;
    const auto salt = meta(session, kSalt);
    return salt && known(digestOf(*salt, connector, instance, nativeId));
}

void suppress(Session &session, const std::string &connector, const std::string &instance, const std::string &nativeId, const std::string &reason, Instant at)
{
    session.exec("INSERT INTO meta(key, value) VALUES(?,?) ON CONFLICT DO NOTHING", std::string(kSalt), randomKey());
    const auto salt = meta(session, kSalt).value_or("");
    session.exec("INSERT INTO suppression(connector, instance, native_id, reason, added_at) VALUES(?,?,?,?,?) ON CONFLICT DO NOTHING", connector, instance,
                 digestOf(salt, connector, instance, nativeId), reason, at);
}

} // namespace vigie::store
