// SPDX-License-Identifier: GPL-3.0-or-later
// What people wrote of the invented house on two review sites before the practice network began, with what the house answered.
// Thread: pure. Errors: none; what cannot be read is left out.
#pragma once

#include <vigie/base/time.hpp>

#include <optional>
#include <string>
#include <vector>

namespace vigie::practice {

struct FirstReview {
    struct Change {
        Instant at;
        int stars = 0;
        std::string text;
    };
    struct Answer {
        Instant at;
        std::string text;
    };
    std::string site, place, lang, author, text; ///< site: id of the connector
    int stars = 0;                               ///< 1 to 5
    Instant at, joined;                          ///< joined: when the account of who wrote it was made
    std::optional<Change> changed;
    std::optional<Answer> answer;
};
/// Seen from `now`, oldest first: ages are those of the script (resources/practice/reviews.json).
[[nodiscard]] std::vector<FirstReview> firstReviews(Instant now);

} // namespace vigie::practice
