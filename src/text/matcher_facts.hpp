// SPDX-License-Identifier: GPL-3.0-or-later
// What has:, is: and sentiment: ask of an item, as one bit each, shared by the matcher, the set of queries and the
// filter tokens of the full-text table.
// Thread: pure. Errors: none.
#pragma once

#include <vigie/model/item.hpp>
#include <vigie/text/query.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace vigie::text {

using Facts = std::uint32_t;

/// One bit per value of has:, is: and sentiment:, in the order of fieldValues().
[[nodiscard]] Facts factsOf(const Item &item);
/// The bit a field and value ask for; 0 when they ask for none.
[[nodiscard]] Facts factBit(QueryField field, std::string_view value);
/// "hlink", "ireview", "sneg" ...: the word that stands for a bit in the full-text table.
[[nodiscard]] std::string factToken(QueryField field, std::string_view value);

/// What an author answers to in author:, compact: the whole handle, the part before @, the display name.
struct AuthorKeys {
    std::string whole, user, name; ///< empty when there is none or when it says no more than one before
};
[[nodiscard]] AuthorKeys authorKeys(std::string_view handle, std::string_view name);
/// What likes:, followers:, reach:, rating: ... compare; none: the network did not say.
[[nodiscard]] std::optional<double> numberOf(const Item &item, QueryField field);
/// The address whose host site: compares.
[[nodiscard]] std::string_view siteOf(const Item &item);
/// The language as lang: compares it; "und" when the item has none.
[[nodiscard]] std::string langKey(std::string_view lang);

} // namespace vigie::text
