// SPDX-License-Identifier: GPL-3.0-or-later
// The words of grammar of French and English (resources/text/stop-*.txt), by their folded form.
// Thread: pure. Errors: none.
#pragma once

#include <string>
#include <string_view>

namespace vigie::text {

/// `folded` as fold() gives it: "don t". A word that names a thing in the other language counts in its own alone.
[[nodiscard]] bool isFoldedStopWord(const std::string &folded, std::string_view lang);
/// May stand inside a phrase: de, du, a la ... of, the, and.
[[nodiscard]] bool isLinkingWord(std::string_view folded);

} // namespace vigie::text
