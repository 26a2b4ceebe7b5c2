// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/audit.hpp>

#include "store/session.hpp"

#include <vigie/store/store.hpp>

#include <limits>

namespace vigie::store {

Result<void> Audit::add(const std::string &actor, const std::string &action, const std::string &subject, const std::string &detail)
{
    auto &session = tx_.session();
    return session.guard([&] {
        session.exec("INSERT INTO audit(at, actor, action, subject, detail) VALUES(?,?,?,?,?)", tx_.now(), actor, action, subject, detail);
    });
}

Result<std::vector<AuditEntry>> Audit::list(int limit, std::int64_t before)
{
    auto &session = tx_.session();
    return session.guard([&] {
        std::vector<AuditEntry> entries;
        session.each<std::int64_t, Instant, std::string, std::string, std::string, std::string>(
            "SELECT id, at, actor, action, subject, detail FROM audit WHERE id<? ORDER BY id DESC LIMIT ?",
            binds(before > 0 ? before : std::numeric_limits<std::int64_t>::max(), limit),
            [&](std::int64_t id, Instant at, std::string actor, std::string action, std::string subject, std::string detail) {
                entries.push_back({id, at, std::move(actor), std::move(action), std::move(subject), std::move(detail)});
            });
        return entries;
    });
}

} // namespace vigie::store
