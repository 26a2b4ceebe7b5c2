// SPDX-License-Identifier: GPL-3.0-or-later
// Answers to surveys as a table that a survey program or a spreadsheet wrote: columns by their headings, in English or French (at, score, kind,
// network, ticket, id), whatever the separator and encoding.
// Thread: pure, but for reading the file. Errors: NotFound, Storage, InvalidInput (not text, empty, no column of dates or scores), TooLarge.
#pragma once

#include <vigie/base/result.hpp>
#include <vigie/model/survey.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace vigie::connect {

struct SurveyLine {
    std::int64_t line = 0;               ///< 1-based, where it begins in the file
    SurveyAnswer answer;          ///< with its mark
    std::string fault;                   ///< why it cannot be taken: "unreadable", "date", "kind", "score", "ticket", "twice"; empty otherwise
    std::string excerpt;                 ///< of what cannot be taken
};
struct SurveyFile {
    std::vector<SurveyLine> lines;       ///< blank ones left out
    std::vector<std::string> unknown;    ///< headings that were not understood
    std::string encoding;
};
/// `zone`: of dates without one; `kind`: of lines that do not say theirs. Marks are those of the answers' own numbers where a column gives
/// them; else alike answers are told apart by how many there are, so that a longer export of the same survey adds what is new.
Result<SurveyFile> readSurveyFile(const std::string &path, const std::string &zone, std::optional<SurveyKind> kind = {});

} // namespace vigie::connect
