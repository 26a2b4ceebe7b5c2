// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody seems to want, by plain rules in French and English: reasons shown in the queue, never decisions.
// Thread: pure. Errors: none.
#pragma once

#include <string_view>

namespace vigie::text {

struct Intent {
    bool question = false, thanks = false, complaint = false;
    friend bool operator==(const Intent &, const Intent &) = default;
};
/// `lang` other than fr or en: both sets of rules.
[[nodiscard]] Intent intentOf(std::string_view text, std::string_view lang);

} // namespace vigie::text
