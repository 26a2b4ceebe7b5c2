// SPDX-License-Identifier: GPL-3.0-or-later
// What a person entered: goals and visits whose days touch the stretch, answers to surveys within it.
// Thread: inside a store job. Errors: Storage...
#pragma once

#include "insight/proof/gather.hpp"
#include "insight/scope_rows.hpp"

#include <string>
#include <vector>

namespace vigie::insight {

/// `networks`: connector ids; empty: all.
Result<void> gatherGoals(store::Tx &tx, const std::vector<std::string> &networks, const Stretch &stretch, GatheredProof &out);
Result<void> gatherSurveys(store::Tx &tx, const std::vector<std::string> &networks, const Stretch &stretch, GatheredProof &out);

} // namespace vigie::insight
