// SPDX-License-Identifier: GPL-3.0-or-later
// Searches with a beginning of a word (vel*), answered from the nearest items where that is enough. The full-text index
// gathers every row of every word that begins so before it gives the first: the commoner the beginning, the dearer, while
// the more of the nearest items have it. An index of beginnings would cost a third of the intake and of the index' size.
// Thread: that of the session. Errors: throws; callers are inside Session::guard().
#pragma once

#include "store/session.hpp"

#include <vigie/store/items.hpp>

#include <optional>
#include <string>
#include <vector>

namespace vigie::store {

/// The page when the few hundred items nearest to where it starts fill it, or are all there are; nothing when the index
/// has to be asked.
[[nodiscard]] std::optional<std::vector<ItemId>> searchNear(Session &session, const text::Query &query, const SearchPage &page);

/// Beginnings of words in the query that more than one in twenty of the newest texts hold: for those the candidates are asked
/// rather than the index.
[[nodiscard]] std::vector<std::string> commonBeginnings(Session &session, const text::Query &query);

} // namespace vigie::store
