// SPDX-License-Identifier: GPL-3.0-or-later
// A workspace with two accounts that may publish, and the calendar's services over it.
// Thread: that of the test. Errors: fails the test.
#pragma once

#include "support/must.hpp"
#include "support/temp_store.hpp"

#include <vigie/connect/connector.hpp>
#include <vigie/plan/planner.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/outbox.hpp>

#include <string>

namespace vigie::test {

struct PlanFixture {
    TempStore store;
    connect::Catalogue networks = connect::builtinCatalogue();
    AccountId one = account("one"), two = account("two");

    AccountId account(const std::string &handle)
    {
        return store.write([&](store::Tx &tx) {
            Account account;
            account.connector = "mastodon";
            account.instance = "https://social.example";
            account.handle = handle;
            account.nativeId = handle;
            account.state = AccountState::Active;
            account.capabilities.set(Capability::Publish);
            account.limits.maxCharacters = 500;
            return store::Accounts(tx).save(account);
        });
    }
    [[nodiscard]] PlanItem draft(const std::string &text, std::optional<WallTime> wall, const std::string &zone = "Europe/Paris") const
    {
        PlanItem plan;
        plan.text = text;
        plan.wall = wall;
        plan.zone = zone;
        plan.variants.resize(1);
        plan.variants[0].account = one;
        return plan;
    }
    PlanId add(const PlanItem &plan, bool approve = false)
    {
        return store.write([&](store::Tx &tx) -> Result<PlanId> {
            plan::Planner planner(tx, networks);
            VIGIE_TRY(const auto id, planner.save(plan));
            if (approve)
                VIGIE_CHECK(planner.approve(id));
            return id;
        });
    }
    PlanItem get(PlanId id)
    {
        return store.read([&](store::Tx &tx) { return store::Plans(tx).get(id); });
    }
    /// The outbound of its first variant goes this way.
    void becomes(PlanId id, OutboundState state)
    {
        const auto outbound = get(id).variants.front().outbound;
        store.write([&](store::Tx &tx) -> Result<bool> {
            store::Outbox outbox(tx);
            VIGIE_TRY(auto row, outbox.get(outbound));
            const auto before = row.state;
            row.state = state;
            VIGIE_CHECK(outbox.update(row, before));
            return true;
        });
    }
};

} // namespace vigie::test
