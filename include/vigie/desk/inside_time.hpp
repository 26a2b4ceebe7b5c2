// SPDX-License-Identifier: GPL-3.0-or-later
// Until when a service of the house is to answer.
// Thread: inside a store job. Errors: Storage..., and those of the calendar.
#pragma once

#include <vigie/model/department.hpp>
#include <vigie/store/store.hpp>

namespace vigie::desk {

/// The service's deadline after `asked`: on its calendar when it has one, else by the clock.
Result<Instant> answerDue(store::Tx &tx, const Department &department, Instant asked);

} // namespace vigie::desk
