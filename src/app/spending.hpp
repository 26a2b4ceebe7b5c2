// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps a day's units and a month's money of each account in the workspace, so that a restart does not begin a new day.
// Thread: safe. Errors: QuotaExhausted, BudgetStop, Storage...
#pragma once

#include <vigie/connect/courier.hpp>
#include <vigie/store/spending.hpp>
#include <vigie/store/store.hpp>

namespace vigie::app {

/// Setting of an account: what its network may charge in a month, in dollars ("20", "12.50").
inline constexpr const char *kBudgetSetting = "budget";
/// In millionths of a dollar; none: no budget was set. InvalidInput for what is no amount.
[[nodiscard]] Result<std::optional<std::int64_t>> budgetOf(const Account &account);
/// "2026-11" of the money, "2026-11-21" of a day's units in the bucket's zone.
[[nodiscard]] std::string monthOf(Instant now);
[[nodiscard]] std::string dayOf(Instant now, const std::string &zone);

class StoredSpending final : public connect::Spending {
public:
    StoredSpending(store::Store &store, const Clock &clock) : store_(store), clock_(clock) {}
    Result<void> reserve(const Account &account, const connect::Descriptor &network, const net::Cost &cost, net::RatePriority priority) override;
    void settle(const Account &account, const net::Cost &reserved, std::int64_t microDollars) override;

private:
    [[nodiscard]] Result<store::Spent> unitsFor(store::Tx &tx, const Account &account, const connect::RateBucket &bucket, const net::Cost &cost,
                                                net::RatePriority priority) const;
    [[nodiscard]] Result<void> moneyFor(store::Tx &tx, const Account &account, const net::Cost &cost) const;

    store::Store &store_;
    const Clock &clock_;
};

} // namespace vigie::app
