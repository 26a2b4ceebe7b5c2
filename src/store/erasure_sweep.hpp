// SPDX-License-Identifier: GPL-3.0-or-later
// Every text of every table, whoever made the table: where given words stand, and taking them out.
// Thread: that of the session. Errors: throws; callers are inside Session::guard().
#pragma once

#include "store/session.hpp"

#include <vigie/model/item.hpp>

#include <string>
#include <vector>

namespace vigie::store {

/// What stands where somebody was named.
inline constexpr const char *kErasedWord = "erased";

struct TextPlace {
    std::string table, column;
    bool identity = false; ///< says who somebody is: another person may bear the same name there
    bool indexed = false;  ///< words of items: they leave with their row of the index, by ItemWriter
};
/// Columns of text of all tables but full-text indexes, evidence, and what only names networks and ourselves.
[[nodiscard]] std::vector<TextPlace> textPlaces(Session &session);

/// `text` without the keys, which are lower case; whole words only, so that "ann" is not found in "annual".
[[nodiscard]] std::string withoutKeys(const std::string &text, const std::vector<std::string> &keys);
[[nodiscard]] bool namesAny(const std::string &text, const std::vector<std::string> &keys);
/// The same for an item: its links and mentions stay where they belong.
[[nodiscard]] Item withoutKeys(Item item, const std::vector<std::string> &keys);

/// Distinct texts of a place that hold one of the keys.
[[nodiscard]] std::vector<std::string> textsNaming(Session &session, const TextPlace &place, const std::vector<std::string> &keys);
/// Takes the keys out of a place; the number of texts.
int sweep(Session &session, const TextPlace &place, const std::vector<std::string> &keys);

} // namespace vigie::store
