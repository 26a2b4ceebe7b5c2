// SPDX-License-Identifier: GPL-3.0-or-later
// Stored items that their network may have changed or taken back since: which to look up again and when, and whose words
// must go because the network's terms say so.
// Thread: inside a store job. Errors: Storage..., NotFound.
// Rhythm: an hour, a day, a week and a month after it was stored; where the terms ask for deletions within so many hours,
// at least that often for as long as it is kept.
#pragma once

#include <vigie/model/item.hpp>
#include <vigie/store/items.hpp>

#include <optional>
#include <span>
#include <vector>

namespace vigie::store {

struct DueRecheck {
    ItemId item;
    std::string nativeId;
    int missing = 0;                       ///< how often in a row the network left it out
};

class Rechecks {
public:
    explicit Rechecks(Tx &tx) : tx_(tx) {}
    /// From now on; what is being looked after already keeps its time.
    Result<void> add(AccountId account, std::span<const ItemId> items);
    Result<std::vector<DueRecheck>> due(AccountId account, int limit);
    Result<std::optional<Instant>> nextDue(AccountId account);
    /// It is still there: the next time is further off, and the last was the last unless the terms ask for more.
    Result<void> seen(ItemId item);
    /// The network left it out without a word. True: for the second time, it counts as gone.
    Result<bool> missed(ItemId item);
    Result<void> done(ItemId item);

private:
    Tx &tx_;
};

class Retention {
public:
    explicit Retention(Tx &tx) : tx_(tx) {}
    /// Takes the words, names and pictures out of at most `limit` items that their network's terms let nobody keep any
    /// longer; ids, times and counts stay. Answers how many there were.
    Result<int> dropOverdue(int limit);

private:
    Tx &tx_;
};

/// `item` as far as a network lets it be kept by ids only.
[[nodiscard]] Item withoutWords(Item item);

} // namespace vigie::store
