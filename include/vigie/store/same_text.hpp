// SPDX-License-Identifier: GPL-3.0-or-later
// "These words were used already": posts of the outbox with the same first part.
// Thread: inside a store job. Errors: Storage...
#pragma once

#include <vigie/store/store.hpp>

#include <string>
#include <vector>

namespace vigie::store {

struct WantedText {
    AccountId account;
    std::string text;                ///< of the first part, as it would leave
};
struct UsedText {
    AccountId account;
    Instant at;                      ///< when it was sent, or is to be
    bool sent = false;
};
/// The latest use on each account, leaving out what belongs to `except`; accounts where it is new are not in the answer.
Result<std::vector<UsedText>> usedTexts(Tx &tx, const std::vector<WantedText> &wanted, PlanId except);

} // namespace vigie::store
