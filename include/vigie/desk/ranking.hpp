// SPDX-License-Identifier: GPL-3.0-or-later
// The queue in an order, over as many tickets as there are.
// Thread: score() pure; the rest inside a store job. Errors: Storage..., InvalidInput (the filter's query does not parse).
#pragma once

#include <vigie/desk/desk.hpp>
#include <vigie/model/desk_view.hpp>
#include <vigie/store/queue.hpp>

namespace vigie::desk {

/// The same sum as over a row, with the points that rules added.
[[nodiscard]] QueueEntry score(const store::QueueFacts &facts, const QueueWeights &weights, Instant now, std::optional<double> hoursLeft = std::nullopt);
/// Another reason, where its points put it.
void addTerm(QueueEntry &entry, ScoreTerm term);
/// Ties: older first, then id.
[[nodiscard]] Result<std::vector<QueueEntry>> ranked(store::Tx &tx, const store::QueueFilter &filter, QueueOrder order = QueueOrder::Priority);

} // namespace vigie::desk
