// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/relays.hpp>

#include "store/relay_rows.hpp"

#include <algorithm>
#include <cmath>

namespace vigie::store {

namespace {

int thousandths(double likeness)
{
    return static_cast<int>(std::lround(std::clamp(likeness, 0.0, 1.0) * 1000));
}

/// Of two clusters of copies the later root goes below the earlier one: the root is the earliest there is.
bool tieCopies(RelayRows &rows, ItemId item, ItemId other, int likeness)
{
    const auto mine = rows.rootOf(item), theirs = rows.rootOf(other);
    if (mine == theirs)
        return false;
    const auto later = std::max(mine, theirs), root = std::min(mine, theirs);
    // The one it was compared with when that is earlier; else the original itself.
    const auto compared = later == mine ? other : item;
    if (rows.apart(later))
        return false;
    rows.moveCluster(later, root);
    rows.put({later, root, compared < later ? compared : root, RelayHow::Copy, likeness});
    return true;
}

/// What a network or an address says: `item` belongs below `other`.
bool tieExplicit(RelayRows &rows, const RelayLink &link)
{
    const auto known = rows.row(link.item);
    if ((known && known->how <= link.how) || rows.apart(link.item))
        return false;
    const auto root = rows.rootOf(link.other), mine = rows.rootOf(link.item);
    const RelayRow wanted{link.item, root, link.other, link.how, thousandths(link.likeness)};
    if (root == mine) {
        if (!known)
            return false; // it is the root itself: whoever copies an original does not make it a relay
        const auto below = rows.subtree(link.item);
        if (std::find(below.begin(), below.end(), link.other) != below.end())
            return false;
        rows.put(wanted);
        return true;
    }
    if (!known) {
        rows.moveCluster(link.item, root);
        rows.put(wanted);
        return true;
    }
    rows.moveTo(rows.subtree(link.item), root);
    rows.put(wanted);
    if (known->how == RelayHow::Copy)
        tieCopies(rows, mine, link.item, known->likeness);
    return true;
}

bool exists(Session &session, ItemId item)
{
    return session.one<int>("SELECT 1 FROM item WHERE id=?", item).has_value();
}

} // namespace

const char *toString(RelayHow how) noexcept
{
    switch (how) {
    case RelayHow::ByHand: return "by-hand";
    case RelayHow::Repost: return "repost";
    case RelayHow::Quote: return "quote";
    case RelayHow::Link: return "link";
    case RelayHow::Copy: return "copy";
    case RelayHow::Reaction: return "reaction";
    }
    return "";
}

Result<int> Relays::assign(std::span<const RelayLink> links)
{
    auto &session = tx_.session();
    return session.guard([&] {
        RelayRows rows(tx_);
        int placed = 0;
        for (const auto &link : links) {
            if (link.item == link.other || !exists(session, link.item) || !exists(session, link.other))
                continue;
            const bool done = link.how == RelayHow::Copy ? tieCopies(rows, link.item, link.other, thousandths(link.likeness)) : tieExplicit(rows, link);
            placed += done ? 1 : 0;
        }
        rows.flush();
        return placed;
    });
}

Result<void> Relays::split(ItemId item)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<void> {
        if (!exists(session, item))
            return fail(Errc::NotFound, "no such item");
        RelayRows rows(tx_);
        const bool repost = session.one<int>("SELECT 1 FROM item_ref WHERE item_id=? AND relation=? LIMIT 1", item, Relation::RepostOf).has_value();
        if (!rows.row(item) && (!repost || rows.apart(item)))
            return fail(Errc::InvalidInput, "it is no relay");
        rows.moveTo(rows.subtree(item), item);
        rows.setApart(item, true);
        rows.remove(item);
        rows.flush();
        return {};
    });
}

Result<void> Relays::join(ItemId item, ItemId original)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<void> {
        if (item == original)
            return fail(Errc::InvalidInput, "an item is no relay of itself");
        if (!exists(session, item) || !exists(session, original))
            return fail(Errc::NotFound, "no such item");
        RelayRows rows(tx_);
        const auto below = rows.subtree(item);
        if (std::find(below.begin(), below.end(), original) != below.end()) {
            // The person turns the order round: what stood below becomes the original.
            rows.moveTo(rows.subtree(original), original);
            rows.remove(original);
        }
        const auto root = rows.rootOf(original);
        rows.moveTo(rows.subtree(item), root);
        if (rows.apart(item))
            rows.setApart(item, false);
        rows.put({item, root, original, RelayHow::ByHand, 1000});
        rows.flush();
        return {};
    });
}

} // namespace vigie::store
