// SPDX-License-Identifier: GPL-3.0-or-later
// Words of time that point ahead, in French and English: days, dates, hours, spans, ends of weeks and months.
// Thread: pure. Errors: none.
#pragma once

#include "text/promise_words.hpp"

#include <vigie/text/promise.hpp>

#include <optional>
#include <vector>

namespace vigie::text {

struct TimePhrase {
    std::size_t first = 0, last = 0; ///< words [first, last)
    PromiseDue due;
    bool bounded = false;            ///< said with "by", "within", "d'ici", "avant", "sous": a limit
};

/// Those that lie ahead of `now`, in the order of the words. `dayFirst`: how 03/04 is read.
[[nodiscard]] std::vector<TimePhrase> timePhrases(const PromiseSentence &sentence, const WallTime &now, bool dayFirst);

} // namespace vigie::text
