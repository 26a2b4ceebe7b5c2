// SPDX-License-Identifier: GPL-3.0-or-later
// How a figure of the catalogue is counted, as a line in the reader's language: what the window and the reports print.
// Thread: pure. Errors: none; a figure that is not of the catalogue has no line.
#pragma once

#include <string>
#include <string_view>

namespace vigie::insight {

/// `language`: "fr", else English. The names on the left are the catalogue's.
[[nodiscard]] std::string metricFormula(std::string_view key, std::string_view language);

} // namespace vigie::insight
