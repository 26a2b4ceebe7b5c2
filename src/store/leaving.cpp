// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/leaving.hpp>

#include <vigie/store/audit.hpp>
#include <vigie/store/outbox.hpp>

#include "store/session.hpp"

#include <map>

namespace vigie::store {

namespace {
constexpr int kMostAtOnce = 5'000; ///< more than one account can leave due while others have nothing to wait for
}

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

Result<std::vector<LeavingRow>> toSend(Tx &tx, Instant handOverFrom, Instant handOverTo)
{
    VIGIE_TRY(auto ids, Outbox(tx).due(tx.now(), kMostAtOnce));
    auto &session = tx.session();
    return session.guard([&] {
        const auto theirs = session.column<OutboundId>("SELECT id FROM outbound WHERE hand_over<>0 AND state='planned' AND due_at>=? AND due_at<=? ORDER BY due_at, id LIMIT ?",
                                                       handOverFrom, handOverTo, kMostAtOnce);
        ids.insert(ids.end(), theirs.begin(), theirs.end());
        std::map<OutboundId, AccountId> accounts;
        session.each<OutboundId, AccountId>("SELECT id, account_id FROM outbound WHERE id IN (SELECT value FROM json_each(?))", binds(idList(ids)),
                                            [&](OutboundId id, AccountId account) { accounts[id] = account; });
        std::vector<LeavingRow> rows;
        for (const auto id : ids)
            rows.push_back({id, accounts[id]});
        return rows;
    });
}

Result<std::vector<LeavingRow>> toReadBack(Tx &tx)
{
    auto &session = tx.session();
    return session.guard([&] { // one that was changed later than now was judged by a clock that is right again
        std::vector<LeavingRow> rows;
        session.each<OutboundId, AccountId>(
            "SELECT id, account_id FROM outbound WHERE state='unknown' AND (next_check_at IS NULL OR next_check_at<=? OR changed_at>?) ORDER BY next_check_at, id LIMIT ?",
            binds(tx.now(), tx.now(), kMostAtOnce), [&](OutboundId id, AccountId account) { rows.push_back({id, account}); });
        return rows;
    });
}

Result<std::vector<LeavingRow>> toWatch(Tx &tx)
{
    auto &session = tx.session();
    return session.guard([&] {
        std::vector<LeavingRow> rows;
        session.each<OutboundId, AccountId>("SELECT id, account_id FROM outbound WHERE state='accepted' AND next_check_at<=? ORDER BY next_check_at, id LIMIT ?",
                                            binds(tx.now(), kMostAtOnce), [&](OutboundId id, AccountId account) { rows.push_back({id, account}); });
        return rows;
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
