// SPDX-License-Identifier: GPL-3.0-or-later
// Stretches of a text that mean something, in UTF-8 bytes, as the AT Protocol counts them: read from a record, and found in
// what a person wrote.
// Thread: pure functions. Errors: none; a facet that cannot be right is left out, the text stays.
#pragma once

#include "connect/common/json.hpp"

#include <vigie/model/item.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace vigie::connect::bluesky {

/// The spans of a record's facets over `text`: within it, on the borders of characters, in order and not overlapping.
[[nodiscard]] std::vector<TextSpan> spansOf(const Json &facets, std::string_view text);
/// DIDs that the facets mention.
[[nodiscard]] std::vector<std::string> mentionedIn(const Json &facets);

/// A stretch of outgoing text. `target`: Mention - the handle; Link - the address; Tag - its name.
[[nodiscard]] std::vector<TextSpan> findStretches(std::string_view text);
/// The facets of those; a mention only when `didOf` knows its handle.
[[nodiscard]] Json facetsOf(const std::vector<TextSpan> &stretches, const Json &didOf);
/// ASCII only, as addresses in records must be: other bytes percent-encoded, the host in punycode.
[[nodiscard]] std::string plainAddress(std::string_view address);

} // namespace vigie::connect::bluesky
