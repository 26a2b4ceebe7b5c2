// SPDX-License-Identifier: GPL-3.0-or-later
// Why an answer did not leave although nothing was wrong with it.
// Thread: constants. Errors: none.
#pragma once

namespace vigie::plan {

/// Detail of the error (Conflict) of an answer that was held back: a colleague answered on the network while it waited.
inline constexpr const char *kAnsweredMeanwhile = "a colleague answered while this answer was held";

} // namespace vigie::plan
