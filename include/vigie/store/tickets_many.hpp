// SPDX-License-Identifier: GPL-3.0-or-later
// Many tickets at once, in as few statements as one.
// Thread: inside a store job. Errors: Storage..., NotFound.
#pragma once

#include <vigie/store/tickets.hpp>

#include <span>
#include <string>
#include <vector>

namespace vigie::store {

/// In the order asked; NotFound when one is gone.
[[nodiscard]] Result<std::vector<Ticket>> loadAll(Tx &tx, std::span<const TicketId> ids);
/// Tickets::save() of many that are there; `before` as they were read in this transaction, in the same order.
[[nodiscard]] Result<void> saveAll(Tx &tx, std::span<const Ticket> before, std::span<const Ticket> after, const std::string &actor);

} // namespace vigie::store
