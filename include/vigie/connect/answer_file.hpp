// SPDX-License-Identifier: GPL-3.0-or-later
// The library of answers as CSV: read whatever a spreadsheet made of it, written so that it reads back the same.
// Thread: pure, but for reading the file. Errors: NotFound, Storage, InvalidInput (no keyword column, not text, a character that
// the encoding has not).
#pragma once

#include <vigie/base/result.hpp>
#include <vigie/model/answer.hpp>
#include <vigie/model/answer_row.hpp>

#include <span>
#include <string>
#include <vector>

namespace vigie::connect {

struct AnswerFile {
    std::vector<AnswerRow> rows;
    std::string encoding;                ///< "utf-8", "windows-1252", ...
    char separator = ',';                ///< ',', ';' or a tab
    std::vector<std::string> unknown;    ///< headings that were not understood
};
/// Separator and encoding are told from the file.
Result<AnswerFile> readAnswerFile(const std::string &path);

inline constexpr const char *kWindowsEncoding = "windows-1252", *kUtf8Encoding = "utf-8";
/// UTF-8 begins with a byte order mark, for spreadsheets.
Result<std::string> answersToCsv(std::span<const Answer> answers, char separator = ',', const std::string &encoding = kUtf8Encoding);

} // namespace vigie::connect
