// SPDX-License-Identifier: GPL-3.0-or-later
// Originals and their relays: what belongs together, how that is known, what a person decided about it. Clusters found by
// themselves are written by intake; whether an item counts as a relay follows in the match table and the daily sums at once.
// Thread: inside a store job. Errors: Storage..., NotFound (no such item), InvalidInput (split: it is no relay; join: to itself).
#pragma once

#include <vigie/model/item.hpp>
#include <vigie/store/store.hpp>

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace vigie::store {

/// How it is known that an item belongs to another, surest first; what is sure is not overruled by what is less so.
enum class RelayHow : std::uint8_t {
    ByHand,    ///< a person said so
    Repost,    ///< the network's own repost
    Quote,     ///< a quote without words of its own
    Link,      ///< a link without words of its own
    Copy,      ///< nearly the same words
    Reaction   ///< a link with words of its own: belongs to the original, but is no relay
};
[[nodiscard]] const char *toString(RelayHow how) noexcept;

struct RelayLink {
    ItemId item, other;                 ///< `item` relays `other`; of copies the later one relays, whichever is named first
    RelayHow how = RelayHow::Copy;
    double likeness = 1;                ///< 0..1
};

/// What is needed of an item to find what it relays.
struct RelaySubject {
    ItemId item;
    std::string title, text;
    std::vector<std::string> addresses; ///< where it stands
    std::vector<std::string> links;     ///< to where it links
    std::vector<ItemRef> relays;        ///< what it reposts or quotes, of items that are here
    std::vector<std::pair<ItemId, Relation>> relayedBy; ///< who reposts or quotes it and has no place by that yet
    bool settled = false;               ///< belongs to an original already
    bool apart = false;                 ///< a person said that it is an original
    bool eligible = true;               ///< false: private or gone, not to be compared
};

struct RelayNode {
    ItemId item, parent;                ///< parent: none for the original
    int depth = 0;
    RelayHow how = RelayHow::Repost;
    double likeness = 1;
    Instant publishedAt;
    std::string connector, instance, handle, name;
    double audience = -1;               ///< followers of who relayed, -1: not known
};
struct RelayCluster {
    ItemId root;
    std::vector<RelayNode> nodes;       ///< the original first, then the tree, earlier ones first at each level
    int relays = 0, reactions = 0;      ///< reactions: replies, quotes and links with words of their own, but ours
    bool cut = false;                   ///< more nodes than asked for
    /// The root is the origin by the word of the network, or every stream was read without a gap in the day before it. Else it
    /// is the earliest that was seen here.
    bool originKnown = false;
    ItemId firstLarge;                  ///< first relay by somebody of large audience; none: nobody of whom it is known
};

/// Audience from which a relay may be called a large one, if no other in the cluster is twice as large.
inline constexpr double kLargeAudience = 1000;

class Relays {
public:
    explicit Relays(Tx &tx) : tx_(tx) {}

    Result<std::vector<RelaySubject>> subjects(std::span<const ItemId> items);
    /// Ids above `after` in their order; to begin with the newest `newest` items ask startOf().
    Result<std::vector<ItemId>> following(ItemId after, int limit);
    Result<ItemId> startOf(int newest);
    /// Says how items belong together. What is known already, surer, or kept apart by hand stays: the same call twice changes
    /// nothing. Answers how many items found their place.
    Result<int> assign(std::span<const RelayLink> links);

    /// By hand, undoable where the caller opened a change set. split: with all that relays it, and for ever; join: below `original`.
    Result<void> split(ItemId item);
    Result<void> join(ItemId item, ItemId original);

    /// The cluster that an item belongs to, itself alone if there is none.
    Result<RelayCluster> cluster(ItemId item, int limit = 500);
    Result<ItemId> original(ItemId item);

private:
    Tx &tx_;
};

} // namespace vigie::store
