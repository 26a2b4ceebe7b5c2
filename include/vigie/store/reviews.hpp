// SPDX-License-Identifier: GPL-3.0-or-later
// Reviews as they are stored, with our answers to them and what is known of who wrote them.
// Thread: inside a store job. Errors: Storage...
#pragma once

#include <vigie/model/item.hpp>
#include <vigie/store/store.hpp>

#include <optional>
#include <string>
#include <vector>

namespace vigie::store {

struct ReviewScope {
    std::optional<Instant> from, to;    ///< [from, to); none: all there are
    std::vector<std::string> networks, langs; ///< connector ids; empty: all
    bool removed = false;               ///< with those that are gone
};

struct ReviewRow {
    ItemId item;
    std::string connector, place, lang, title, text;
    std::int64_t author = 0;            ///< a member's number; 0: not known
    std::optional<Instant> authorSince; ///< when the account was made, where the network says so
    std::optional<double> rating;       ///< 0..1 of the scale
    Instant publishedAt;
    bool dated = true;                  ///< false: the source gave no readable date
    std::optional<Instant> editedAt;
    std::optional<Instant> answeredAt;  ///< our first answer
    std::optional<Instant> lastAnswerAt;
    int answers = 0, revisions = 0;
    ItemState state = ItemState::Visible;
    std::optional<Instant> stateAt;     ///< since when it is gone
};

class Reviews {
public:
    explicit Reviews(Tx &tx) : tx_(tx) {}
    /// Newest first.
    Result<std::vector<ReviewRow>> read(const ReviewScope &scope);
    /// Answers of ours to it: seen there, or on their way.
    Result<int> answersTo(ItemId review);

private:
    Tx &tx_;
};

} // namespace vigie::store
