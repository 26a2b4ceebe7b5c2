// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of table relay, kept in step with the match table, the sums and the undo log.
// Thread: that of the session. Errors: throws; callers are inside Session::guard().
#pragma once

#include "store/rollup.hpp"

#include <vigie/store/relays.hpp>

#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

namespace vigie::store {

struct RelayRow {
    ItemId item, root, parent;
    RelayHow how = RelayHow::Copy;
    int likeness = 1000;                ///< thousandths
};

/// A relay by its row, or by the network's word unless a person said otherwise.
[[nodiscard]] bool countsAsRelay(Session &session, ItemId item, bool repost);

/// Replies and quotes with words of their own to an original or to what relays it; ours are not counted.
[[nodiscard]] int answersTo(Session &session, ItemId root);

/// Writes rows of one transaction; the sums follow at the end.
class RelayRows {
public:
    explicit RelayRows(Tx &tx) : tx_(tx), session_(tx.session()), matches_(tx.session(), tx.change()) {}

    [[nodiscard]] std::optional<RelayRow> row(ItemId item);
    [[nodiscard]] ItemId rootOf(ItemId item);
    [[nodiscard]] bool apart(ItemId item);
    [[nodiscard]] std::vector<RelayRow> members(ItemId root);
    /// `item` and all below it in its cluster.
    [[nodiscard]] std::vector<ItemId> subtree(ItemId item);

    void put(const RelayRow &row);
    void remove(ItemId item);
    void setApart(ItemId item, bool apart);
    /// These go over to another root.
    void moveTo(const std::vector<ItemId> &items, ItemId root);
    void moveCluster(ItemId from, ItemId to);
    /// To be called once at the end.
    void flush();

    /// What an item's rows are, as text for the undo log, and back.
    [[nodiscard]] std::string image(ItemId item);
    struct Kept {
        ItemId item;
        std::string image;
    };
    /// Clusters that grew or moved meanwhile keep what joined them: roots are found anew from parents.
    void restore(const std::vector<Kept> &kept);

private:
    void touch(ItemId item);
    void settleFlag(ItemId item);
    void restoreOne(const Kept &kept);
    [[nodiscard]] std::optional<ItemId> topOf(ItemId item); ///< by parents; none: they go round in a circle

    Tx &tx_;
    Session &session_;
    MatchWriter matches_;
    std::unordered_set<std::int64_t> recorded_;
    std::vector<std::pair<ItemId, std::string>> before_; ///< of items touched, for the undo log
};

} // namespace vigie::store
