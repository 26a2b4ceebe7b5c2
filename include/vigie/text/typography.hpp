// SPDX-License-Identifier: GPL-3.0-or-later
// French spaces: a narrow no-break space before ; ! ? and a no-break space before : and inside guillemets, and before % and the
// signs of money. And what else a typesetter would point at, in French and in English.
// Thread: pure. Errors: none.
#pragma once

#include <vigie/text/writing.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace vigie::text {

/// Links, times (12:30) and emoticons stay as they are; a space already there is made unbreakable.
[[nodiscard]] std::string frenchSpaces(std::string_view text);

/// In the order of the text; languages other than "fr" and "en" have only their stray spaces pointed at.
[[nodiscard]] std::vector<WritingFinding> typographyFindings(std::string_view text, std::string_view lang);

} // namespace vigie::text
