// SPDX-License-Identifier: GPL-3.0-or-later
// What a careful reader would point at in a text before it is published. Nothing is changed here: each finding names its place, and
// what could stand there instead.
// Thread: values. Errors: none.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace vigie::text {

enum class WritingFault : std::uint8_t {
    NoBreakSpace,   ///< French: the space before ; : ! ? or inside guillemets is missing, or breaks
    StraySpace,     ///< a space too many, or before a comma
    Elision,        ///< "le arbre", "l'haricot", "c est"
    Ligature,       ///< "coeur"
    Accent,         ///< "A bientot" with a bare capital, "Ca"
    Article,        ///< English: "a answer"
    Capital,        ///< English: "i"
    RepeatedWord,
    MixedAddress,   ///< tu and vous in one text
    HouseAddress,   ///< not the form this account uses
    Misspelt,
    OtherLanguage   ///< of the text as a whole
};
[[nodiscard]] const char *toString(WritingFault fault) noexcept;

struct WritingFinding {
    std::size_t begin = 0, end = 0;     ///< bytes; both 0: the text as a whole
    WritingFault fault = WritingFault::StraySpace;
    std::vector<std::string> fixes;     ///< best first; an empty one takes it away
    std::string detail;                 ///< OtherLanguage: the language it is in
};

} // namespace vigie::text
