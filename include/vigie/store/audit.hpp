// SPDX-License-Identifier: GPL-3.0-or-later
// What was done to the workspace, when and by whom, in the order it was committed: accounts, saved queries, and every intent of
// the outbox with what became of it. Written by the repositories themselves, in the transaction of the deed. It holds names and
// numbers, never texts of posts and never a secret; the histories of tickets and the attempts of the outbox stand beside it.
// Thread: that of the Tx. Errors: Storage.
#pragma once

#include <vigie/base/result.hpp>
#include <vigie/base/time.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace vigie::store {

class Tx;

struct AuditEntry {
    std::int64_t id = 0;
    Instant at{};
    std::string actor;   ///< "person" or "engine"
    std::string action;  ///< "account.added", "account.state", "query.saved", "query.removed", "outbox.added", "outbox.state",
                         ///< "question.added", "question.state"
    std::string subject; ///< "account 3", "query 2", "outbound 17", "question 5"
    std::string detail;  ///< a handle, a name, a state
};

class Audit {
public:
    explicit Audit(Tx &tx) : tx_(tx) {}
    Result<void> add(const std::string &actor, const std::string &action, const std::string &subject, const std::string &detail);
    /// Newest first; `before` (an id of an entry) pages back.
    Result<std::vector<AuditEntry>> list(int limit, std::int64_t before = 0);

private:
    Tx &tx_;
};

} // namespace vigie::store
