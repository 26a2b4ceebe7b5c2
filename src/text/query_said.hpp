// SPDX-License-Identifier: GPL-3.0-or-later
// A query that was written for another tool, piece by piece in our words.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace vigie::text {

struct Said {
    enum class Role : std::uint8_t { Operand, Open, Close, Joins, Not, Sentence, Comment } role = Role::Operand;
    std::string text;
};

/// Operators and parentheses that lost what they held go as well.
void tidy(std::vector<Said> &pieces);

} // namespace vigie::text
