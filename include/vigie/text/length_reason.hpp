// SPDX-License-Identifier: GPL-3.0-or-later
// "Why 34?": the pieces of a text that a network counts otherwise than letter by letter.
// Thread: pure. Errors: none.
#pragma once

#include <vigie/text/length.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace vigie::text {

struct CountedPiece {
    enum class What : std::uint8_t {
        Text,        ///< all that counts as it stands, together
        Link,        ///< one link
        Mention,     ///< one mention, often without its domain
        Picture,     ///< an emoji of several signs, or one that weighs more than a letter
        Letter,      ///< letters that count otherwise than one each (accents in bytes, wide letters), together
        Warning      ///< the content warning
    } what = What::Text;
    std::string shown;              ///< the link, mention or emoji itself; of Letter the first few
    int letters = 0, used = 0;      ///< as a person counts (graphemes), and as the network does
    int times = 1;                  ///< the same emoji several times
};

/// The sum of `used` is measure().used for the unit that binds.
[[nodiscard]] std::vector<CountedPiece> countedPieces(std::string_view text, const LengthProfile &profile, std::string_view contentWarning = {});

} // namespace vigie::text
