// SPDX-License-Identifier: GPL-3.0-or-later
// An item as it is compared with others: its words with and without the title, the addresses in one form.
// Thread: values, pure functions. Errors: none.
#pragma once

#include "intake/relay_index.hpp"

#include <vigie/store/relays.hpp>
#include <vigie/text/near_duplicate.hpp>

#include <optional>
#include <string>
#include <vector>

namespace vigie::intake {

struct Comparable {
    explicit Comparable(const store::RelaySubject &subject);

    text::NearText words;               ///< title and text
    std::optional<text::NearText> title; ///< of what has both: others pass on the title alone
    std::vector<std::string> addresses, links;

    [[nodiscard]] RelayTraces traces() const;
};

/// How alike two items are when one is a copy of the other, or of its title.
[[nodiscard]] std::optional<double> copyLikeness(const Comparable &a, const Comparable &b);
[[nodiscard]] bool linksTo(const Comparable &from, const Comparable &to);

} // namespace vigie::intake
