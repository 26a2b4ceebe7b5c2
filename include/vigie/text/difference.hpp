// SPDX-License-Identifier: GPL-3.0-or-later
// What changed between two versions of a text, word by word.
// Thread: pure. Errors: none. Words are those of Unicode (UAX 29), so that languages without spaces are compared too; very long
// texts are compared line by line.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vigie::text {

struct DifferencePiece {
    enum class Kind : std::uint8_t { Same, Removed, Added } kind = Kind::Same;
    std::string text;
    friend bool operator==(const DifferencePiece &, const DifferencePiece &) = default;
};

/// In reading order; what is Same and Removed together is `before`, what is Same and Added is `after`, byte for byte.
[[nodiscard]] std::vector<DifferencePiece> wordDifference(std::string_view before, std::string_view after);

} // namespace vigie::text
