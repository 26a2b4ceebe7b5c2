// SPDX-License-Identifier: GPL-3.0-or-later
// One cell of a table that a spreadsheet will read.
// Thread: pure. Errors: none.
#pragma once

#include <string>
#include <string_view>

namespace vigie {

/// Quoted as RFC 4180 asks. A cell that begins like a formula would be run by a spreadsheet: it gets an apostrophe before it.
[[nodiscard]] std::string csvCell(std::string_view text);
/// Without the apostrophe that csvCell() put before it.
[[nodiscard]] std::string_view fromCsvCell(std::string_view text) noexcept;

} // namespace vigie
