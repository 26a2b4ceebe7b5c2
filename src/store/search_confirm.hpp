// SPDX-License-Identifier: GPL-3.0-or-later
// Asks candidates what SQL could not: reads as much of each item as the rest of the query needs, and judges it as
// text::matches does.
// Thread: that of the session. Errors: throws; callers are inside Session::guard().
#pragma once

#include "store/desk_facts.hpp"

#include <vigie/text/query.hpp>
#include <vigie/text/query_parts.hpp>

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace vigie::store {

class Confirmer {
public:
    /// `rest` none: all candidates stay.
    Confirmer(Session &session, std::optional<text::Query> rest, Instant now);
    /// Those that match, in the order given.
    [[nodiscard]] std::vector<ItemId> keep(std::span<const ItemId> ids);
    /// Which parts of the query, of which there must be one, let an item in or keep it out.
    [[nodiscard]] text::Judgement judge(Item &item);

private:
    /// What `ask` says of the item with all that the query needs to know of it.
    template <class Ask>
    auto asked(Item &item, const Ask &ask);
    bool matches(Item &item);
    std::vector<ItemId> keepByText(std::span<const ItemId> ids);

    Session &session_;
    std::optional<text::Query> rest_;
    Instant now_;
    DeskNeeds needs_;
    bool textAlone_ = false;          ///< title, warning and text are enough
    std::vector<std::string> words_;  ///< memory that is used again
};

} // namespace vigie::store
