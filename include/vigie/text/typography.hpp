// SPDX-License-Identifier: GPL-3.0-or-later
// French spaces: a narrow no-break space before ; ! ? and a no-break space before : and inside guillemets.
// Thread: pure. Errors: none.
#pragma once

#include <string>
#include <string_view>

namespace vigie::text {

/// Links, times (12:30) and emoticons stay as they are; a space already there is made unbreakable.
[[nodiscard]] std::string frenchSpaces(std::string_view text);

} // namespace vigie::text
