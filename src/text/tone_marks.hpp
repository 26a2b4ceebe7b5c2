// SPDX-License-Identifier: GPL-3.0-or-later
// What the punctuation of a whole text says: faces, shouting, questions, links.
// Thread: pure. Errors: none.
#pragma once

#include <string_view>

namespace vigie::text {

struct ToneMarks {
    int bangs = 0, links = 0, names = 0, hashtags = 0, digits = 0, letters = 0, quotes = 0;
    bool question = false, dots = false, smile = false, frown = false, shouting = false, irony = false;
};

[[nodiscard]] ToneMarks toneMarks(std::string_view text);

} // namespace vigie::text
