// SPDX-License-Identifier: GPL-3.0-or-later
// What visits from a network brought: goals that were reached, what one is worth, and how many visits there were, as web analytics counts
// them and a person enters them. Changes are recorded under the open undoable action (Tickets::beginChangeSet).
// Thread: inside a store job. Errors: Storage..., NotFound, InvalidInput (what is no number, day, network or currency), Conflict (days that
// another entry of the network has).
#pragma once

#include <vigie/store/store.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace vigie::store {

struct Goal {
    std::string name;                    ///< "order", "newsletter"
    double completions = 0;              ///< how often it was reached; analytics that share one out among networks give fractions
    double value = 0;                    ///< of one, in `currency`
    std::string currency;                ///< ISO 4217: "EUR"
    friend bool operator==(const Goal &, const Goal &) = default;
};
struct GoalEntry {
    std::int64_t id = 0;
    std::string network;                 ///< connector id
    std::int32_t fromDay = 0, toDay = 0; ///< local days of the workspace, [fromDay, toDay), counted from 1970-01-01
    double visits = 0;                   ///< from the network, in these days
    std::vector<Goal> goals;             ///< each name once
    friend bool operator==(const GoalEntry &, const GoalEntry &) = default;
};

class Goals {
public:
    explicit Goals(Tx &tx) : tx_(tx) {}
    /// By network and day.
    Result<std::vector<GoalEntry>> all();
    /// Without a number a new one, else in the place of the one that has it. The number it has then.
    Result<std::int64_t> save(const GoalEntry &entry);
    /// Into the entry of the same network and days, where there is one: its visits become these, goals of the same name are replaced and
    /// the others stay. Else a new one.
    Result<std::int64_t> enter(GoalEntry said);
    /// What was taken away.
    Result<GoalEntry> remove(std::int64_t id);

private:
    Tx &tx_;
};

} // namespace vigie::store
