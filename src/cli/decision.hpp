// SPDX-License-Identifier: GPL-3.0-or-later
// A decision made by a command: one transaction, one undoable action.
// Thread: any. Errors: those of the job.
#pragma once

#include "cli/context.hpp"

#include <vigie/store/tickets.hpp>

#include <functional>
#include <string>

namespace vigie::cli {

/// Opens the workspace, does the job under an undoable action, and gives back what it made.
template <class T>
Result<T> decided(const Context &context, const std::string &action, const std::function<Result<T>(store::Tx &, app::Workspace &)> &job)
{
    VIGIE_TRY(const auto workspace, context.open(false));
    return workspace->store().template writeNow<T>(
        [&](store::Tx &tx) -> Result<T> {
            VIGIE_CHECK(store::Tickets(tx).beginChangeSet(action));
            return job(tx, *workspace);
        },
        store::Durability::Full);
}
template <class T>
Result<T> looked(const Context &context, const std::function<Result<T>(store::Tx &, app::Workspace &)> &job)
{
    VIGIE_TRY(const auto workspace, context.open(false));
    return workspace->store().template readNow<T>([&](store::Tx &tx) { return job(tx, *workspace); });
}

} // namespace vigie::cli
