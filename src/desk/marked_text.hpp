// SPDX-License-Identifier: GPL-3.0-or-later
// What every check of a draft shares, be it of our charter or of a review site: its language, where its links stand, and the
// order of the marks that are made on it.
#pragma once

#include <vigie/text/emphasis.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace vigie::desk {

/// As said, without its region ("fr-CA" is "fr"); told from the text where nothing is said.
[[nodiscard]] std::string draftLanguage(std::string_view text, std::string_view said);

/// In bytes of the text as it was written.
[[nodiscard]] std::vector<text::LoudRange> linksIn(std::string_view text);

/// Marks of the whole text (begin and end the same) first, then in the order of the text.
template <class Mark>
void orderMarks(std::vector<Mark> &marks)
{
    std::stable_sort(marks.begin(), marks.end(), [](const Mark &a, const Mark &b) {
        const bool wholeA = a.begin == a.end, wholeB = b.begin == b.end;
        return wholeA != wholeB ? wholeA : a.begin < b.begin;
    });
}

} // namespace vigie::desk
