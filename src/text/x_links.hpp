// SPDX-License-Identifier: GPL-3.0-or-later
// Which parts of a text X makes into links, with and without a protocol: twitter-text's grammar (Apache-2.0, Twitter, Inc.), written for ICU's
// expressions. Checked against that project's own vectors.
// Thread: safe. Errors: none; a text too costly to search has no further links.
#pragma once

#include <cstdint>
#include <unicode/unistr.h>
#include <utility>
#include <vector>

namespace vigie::text {

/// Ranges in UTF-16 units, ordered, not overlapping.
[[nodiscard]] std::vector<std::pair<std::int32_t, std::int32_t>> xLinkRanges(const icu::UnicodeString &text);

} // namespace vigie::text
