// SPDX-License-Identifier: GPL-3.0-or-later
// The tree of tags: which stands under which, how each is shown to people who do not tell colours apart, and what changes of
// names and merges leave behind. What people put on mentions is in queries.hpp (setTag); who put it is said here.
// Thread: inside a store job. Errors: Storage..., NotFound, InvalidInput (no word, a circle), Duplicate (name taken).
// Changes are recorded under the open undoable action (Tickets::beginChangeSet).
#pragma once

#include <vigie/model/ticket.hpp>
#include <vigie/store/store.hpp>

#include <string>
#include <vector>

namespace vigie::store {

struct TagNode {
    Tag tag;
    TagId parent;                 ///< none: at the top
    std::string mark;             ///< as set by the person; empty: shownMark() makes one
    int depth = 0;
    std::int64_t items = 0;       ///< mentions that carry it
};
/// The sign that says the tag without its colour: its mark, else the first letters of its name.
[[nodiscard]] std::string shownMark(const TagNode &node);
/// Letters of a mark at most.
inline constexpr int kMostMark = 2;

struct TagEvent {
    Instant at;
    TagId tag;
    std::string what, from, to;   ///< "renamed", "merged", "moved", "removed"
};

/// A tag that the person's own habit speaks for, and why.
struct TagHint {
    Tag tag;
    std::string word;             ///< the word that speaks most for it, folded
    int with = 0, of = 0;         ///< of so many tagged mentions that hold the word, so many carry the tag
};

class Tags {
public:
    explicit Tags(Tx &tx) : tx_(tx) {}

    /// Parents before their children, each level by name.
    Result<std::vector<TagNode>> tree();
    Result<TagNode> get(TagId id);
    Result<TagNode> named(const std::string &name);
    Result<void> put(ItemId item, TagId tag, bool on, const std::string &actor);

    /// What mentions carry stays as it is; queries, views and rules that ask for the old name ask for the new one.
    Result<void> rename(TagId id, const std::string &name);
    Result<void> move(TagId id, TagId parent);
    Result<void> show(TagId id, const std::string &colour, const std::string &mark);
    /// Everything that carries `gone` carries `kept` from now on, since when it was put; `gone` is no more, its children are `kept`'s.
    Result<void> merge(TagId gone, TagId kept);
    /// Taken off everything; its children move up.
    Result<void> remove(TagId id);
    Result<std::vector<TagEvent>> history(TagId id);

    /// At most `most` tags that the item does not carry yet, likeliest first, learned from what was tagged by hand here.
    /// Nothing is ever put by this.
    Result<std::vector<TagHint>> hints(ItemId item, int most);

private:
    Tx &tx_;
};

} // namespace vigie::store
