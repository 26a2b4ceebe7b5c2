// SPDX-License-Identifier: GPL-3.0-or-later
// Where a sentence says what we will do or what the member will get.
// Thread: pure. Errors: none.
#pragma once

#include "text/promise_words.hpp"

#include <vector>

namespace vigie::text {

struct Commitment {
    int clause = 0;
    std::size_t first = 0, verb = 0; ///< words: where it begins, and the word that commits
    double confidence = 0;
};

/// Questions, conditions, habits and reports of what others said commit to nothing.
[[nodiscard]] bool commitsNothing(const PromiseSentence &sentence);
[[nodiscard]] std::vector<Commitment> frenchCommitments(const PromiseSentence &sentence);
[[nodiscard]] std::vector<Commitment> englishCommitments(const PromiseSentence &sentence);

} // namespace vigie::text
