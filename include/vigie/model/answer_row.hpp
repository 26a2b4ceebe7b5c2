// SPDX-License-Identifier: GPL-3.0-or-later
// A line of a file of answers, between the file and the library.
// Thread: values. Errors: none.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace vigie {

enum class AnswerField : std::uint8_t { Keyword, Title, French, English, Variables, ValidFrom, ValidUntil, Owner, Service, Tags };
/// Headings as they are written; what else is understood: docs/answers.md.
inline constexpr std::array<std::pair<AnswerField, const char *>, 10> kAnswerFields{{{AnswerField::Keyword, "keyword"},
                                                                                     {AnswerField::Title, "title"},
                                                                                     {AnswerField::French, "french"},
                                                                                     {AnswerField::English, "english"},
                                                                                     {AnswerField::Variables, "variables"},
                                                                                     {AnswerField::ValidFrom, "valid_from"},
                                                                                     {AnswerField::ValidUntil, "valid_until"},
                                                                                     {AnswerField::Owner, "owner"},
                                                                                     {AnswerField::Service, "service"},
                                                                                     {AnswerField::Tags, "tags"}}};

struct AnswerRow {
    std::int64_t line = 0;            ///< 1-based, of the file
    std::vector<std::pair<AnswerField, std::string>> cells; ///< of the columns the file has; a column it lacks changes nothing
    std::string fault;                ///< why the line cannot be read: "unclosed-quote", "utf8", "too-long", "columns"; empty otherwise
};

} // namespace vigie
