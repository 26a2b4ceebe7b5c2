// SPDX-License-Identifier: GPL-3.0-or-later
// A text read over before it is published: spelling, typography, tu and vous, and whether it is in the language it says.
// Thread: any; the speller lets one in at a time. Errors: none.
#pragma once

#include <vigie/text/politeness.hpp>
#include <vigie/text/spelling.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace vigie::text {

/// What a house writes its own way.
struct HouseStyle {
    std::vector<std::string> words;          ///< right although no dictionary has them
    Address address = Address::None;         ///< how it addresses people in French
};

struct Proof {
    std::vector<WritingFinding> findings;    ///< in the order of the text
    bool spelled = false;                    ///< false: there is no dictionary for the language
};

[[nodiscard]] Proof proofread(std::string_view text, const std::string &lang, const HouseStyle &style, Speller &speller);

} // namespace vigie::text
