// SPDX-License-Identifier: GPL-3.0-or-later
// Mentions of a period row by row, with the little that figures are split by: who, where, in what language and tone, relaying what.
// Thread: inside a store job. Errors: Storage..., NotFound (no such query or member), InvalidInput (words that do not parse), Cancelled.
#pragma once

#include <vigie/model/item.hpp>
#include <vigie/store/store.hpp>

#include <functional>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace vigie::store {

struct MentionFact {
    ItemId item;
    ItemId root;                        ///< the original it belongs to, itself where it stands alone; only with MentionScope::roots
    std::int64_t author = 0;            ///< a member's number; authors who are not known are one per source: -1 - source
    std::int64_t source = 0;
    std::string lang;
    std::int8_t label = 0;              ///< -1, 0, 1
    float tone = 0;                     ///< -1..1
    bool relay = false;
    double followers = -1;              ///< as last seen; -1: not known; only with MentionScope::followers
};

struct MentionScope {
    QueryId query;                      ///< none: everything collected
    std::string words;                  ///< more of the query language; empty: all of it
    Instant from, to;                   ///< [from, to)
    std::vector<std::string> networks, langs; ///< connector ids; empty: all
    std::vector<TagId> tags;            ///< any of these
    std::vector<std::int8_t> tones;     ///< labels
    bool withoutRelays = false;
    bool roots = false, followers = false; ///< what else is read, for its cost
};

class MentionFacts {
public:
    explicit MentionFacts(Tx &tx) : tx_(tx) {}
    /// What counts as a mention (not ours, not gone, not kept aside), newest first, until `each` answers false: then Cancelled.
    Result<void> read(const MentionScope &scope, const std::function<bool(const MentionFact &)> &each);
    /// Of items that are named, also of ours, in the order of their numbers.
    Result<std::vector<MentionFact>> of(std::span<const ItemId> items);
    /// Connector of each source.
    Result<std::map<std::int64_t, std::string>> networks();
    /// Handle, failing that the name, of a member; empty for who is not known.
    Result<std::string> authorName(std::int64_t author);

private:
    Tx &tx_;
};

} // namespace vigie::store
