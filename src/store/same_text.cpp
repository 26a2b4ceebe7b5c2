// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/same_text.hpp>

#include "store/session.hpp"

#include <algorithm>

namespace vigie::store {

Result<std::vector<UsedText>> usedTexts(Tx &tx, const std::vector<WantedText> &wanted, PlanId except)
{
    auto &session = tx.session();
    return session.guard([&] {
        std::vector<UsedText> used;
        std::vector<std::string> asked; // most accounts follow the base: one look for all of them
        for (const auto &one : wanted) {
            if (one.text.empty() || std::find(asked.begin(), asked.end(), one.text) != asked.end())
                continue;
            asked.push_back(one.text);
            session.each<AccountId, Instant, bool>(
                "SELECT o.account_id, max(coalesce(p.started_at, o.due_at, o.created_at)), max(o.state IN ('sent', 'accepted', 'unknown')) FROM outbound_part p "
                "JOIN outbound o ON o.id=p.outbound_id WHERE p.position=0 AND p.text=? AND o.kind='post' AND o.plan_id<>? "
                "AND o.state IN ('sent', 'accepted', 'unknown', 'planned', 'sending') GROUP BY o.account_id",
                binds(one.text, except), [&](AccountId account, Instant at, bool sent) {
                    const bool asks = std::any_of(wanted.begin(), wanted.end(), [&](const WantedText &other) { return other.account == account && other.text == one.text; });
                    if (asks)
                        used.push_back({account, at, sent});
                });
        }
        return used;
    });
}

} // namespace vigie::store
