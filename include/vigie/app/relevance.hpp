// SPDX-License-Identifier: GPL-3.0-or-later
// What the filters of queries decide of history after marks changed: judged to the end, for programs that do not stay.
// Thread: waits for the store, see store/store.hpp. Errors: Storage..., Cancelled.
#pragma once

#include <vigie/base/result.hpp>
#include <vigie/store/store.hpp>

#include <stop_token>

namespace vigie::app {

Result<void> judgeRelevance(store::Store &store, std::stop_token stop = {});

} // namespace vigie::app
