// SPDX-License-Identifier: GPL-3.0-or-later
// What an erasure does to rows: theirs, and ours about them.
// Thread: that of the Tx. Errors: throws; callers are inside Session::guard().
#pragma once

#include "store/session.hpp"

#include <vigie/store/store.hpp>

#include <string>
#include <vector>

namespace vigie::store {

/// Items of others, and ours, whose words or links hold one of the keys.
[[nodiscard]] std::vector<ItemId> itemsNaming(Session &session, const std::vector<std::string> &keys, const std::vector<MemberId> &but);

class ErasedRows {
public:
    explicit ErasedRows(Tx &tx) : tx_(tx), session_(tx.session()) {}
    /// Words, links, pictures and addresses go; that something was said, when, where and in which tone stays.
    void items(const std::vector<ItemId> &items);
    /// What we wrote to them, sent or not; how many.
    int answers(const std::vector<ItemId> &items, const std::vector<TicketId> &tickets);
    /// Notes, drafts, questions to colleagues, what is remembered for undo, and what hangs on them; how many notes.
    int desk(const std::vector<TicketId> &tickets, const std::vector<MemberId> &members);
    void members(const std::vector<MemberId> &members);
    bool mention(ItemId item, const std::vector<std::string> &keys);
    /// Indexes are to be merged, what was remembered of the tables is dropped.
    void finish();

private:
    void blankTicketTexts(const std::string &tickets);
    Tx &tx_;
    Session &session_;
};

} // namespace vigie::store
