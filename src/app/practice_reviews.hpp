// SPDX-License-Identifier: GPL-3.0-or-later
// The reviews that the practice workspace begins with, as their sites would have given them: each as it was written, then as it was
// changed, and what the house answered.
// Thread: any but a store job's; it writes. Errors: those of the store.
#pragma once

#include <vigie/intake/analysis.hpp>
#include <vigie/model/account.hpp>
#include <vigie/store/store.hpp>

namespace vigie::app {

/// `house`: the account that counts as ours where none of the site is.
[[nodiscard]] Result<void> firstPracticeReviews(store::Store &store, const intake::Analysis &analysis, const Account &house);

} // namespace vigie::app
