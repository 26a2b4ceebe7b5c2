// SPDX-License-Identifier: GPL-3.0-or-later
// A table that a spreadsheet wrote, as headings and cells in UTF-8, whatever its separator and encoding.
// Thread: pure, but for reading the file. Errors: NotFound, Storage, InvalidInput (not text, empty), TooLarge.
#pragma once

#include <vigie/base/result.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace vigie::connect {

struct TableRow {
    std::int64_t line = 0;               ///< 1-based, where it begins in the file
    std::vector<std::string> cells;      ///< trimmed
    std::string fault;                   ///< why the row cannot be read; empty otherwise
};
struct TableFile {
    std::vector<std::string> headings;
    std::vector<TableRow> rows;          ///< blank ones left out
    std::string encoding;                ///< "utf-8", "windows-1252", ...
    char separator = ',';
};
Result<TableFile> readTableFile(const std::string &path, std::size_t mostRows = 20'000);

} // namespace vigie::connect
