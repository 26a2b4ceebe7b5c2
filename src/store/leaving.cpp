// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/leaving.hpp>

#include <vigie/model/outbound.hpp>
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

} // namespace vigie::store
