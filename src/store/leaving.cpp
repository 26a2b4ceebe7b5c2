// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/leaving.hpp>

#include <vigie/store/audit.hpp>

#include "store/session.hpp"

namespace vigie::store {

Result<int> reviveMissed(Tx &tx)
{
    auto &session = tx.session();
    return session.guard([&]() -> Result<int> {
        const auto rows = session.column<OutboundId>("SELECT id FROM outbound WHERE state='missed' AND due_at>?", tx.now());
        for (const auto row : rows) {
            session.exec("UPDATE outbound SET state='planned', changed_at=? WHERE id=?", tx.now(), row);
            tx.change().outbounds.push_back(row);
            if (const auto plan = session.one<PlanId>("SELECT plan_id FROM outbound WHERE id=?", row); plan && *plan)
                tx.change().plans.push_back(*plan);
            VIGIE_CHECK(Audit(tx).add("engine", "outbox.state", "outbound " + std::to_string(row.value), toString(OutboundState::Planned)));
        }
        return static_cast<int>(rows.size());
    });
}

Result<std::vector<OutboundId>> toHandOver(Tx &tx, Instant from, Instant to)
{
    auto &session = tx.session();
    return session.guard([&] {
        return session.column<OutboundId>("SELECT id FROM outbound WHERE hand_over<>0 AND state='planned' AND due_at>=? AND due_at<=? ORDER BY due_at, id LIMIT 200", from, to);
    });
}

Result<std::optional<Instant>> nextHandOver(Tx &tx, Instant from)
{
    auto &session = tx.session();
    return session.guard([&]() -> std::optional<Instant> {
        return session.one<Instant>("SELECT due_at FROM outbound WHERE hand_over<>0 AND state='planned' AND due_at>=? ORDER BY due_at LIMIT 1", from);
    });
}

Result<bool> waitsForRecall(Tx &tx, const Outbound &row)
{
    auto &session = tx.session();
    return session.guard([&] {
        return session.one<int>("SELECT 1 FROM outbound WHERE plan_id=? AND plan_id<>0 AND account_id=? AND id<>? AND state='accepted' AND recall<>''", row.plan, row.account, row.id)
            .has_value();
    });
}

} // namespace vigie::store
