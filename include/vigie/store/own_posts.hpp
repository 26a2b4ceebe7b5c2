// SPDX-License-Identifier: GPL-3.0-or-later
// What we published ourselves, as statistics need it: words, kind, reactions of about a week, and when others commented.
// Thread: inside a store job. Errors: Storage...
#pragma once

#include <vigie/model/item.hpp>
#include <vigie/store/store.hpp>

#include <optional>
#include <string>
#include <vector>

namespace vigie::store {

struct OwnPostRow {
    ItemId item;
    AccountId account;
    Instant at;
    std::string text, lang, permalink;
    std::string kind;                  ///< "text", "link", "picture", "video"
    /// Likes + reposts + replies + quotes as read at the age of a week; failing that as last seen, when that was later. None: younger,
    /// or the network gave none of them.
    std::optional<double> engagements;
    std::optional<double> followers;   ///< of the account: the newest snapshot not after the post, failing that the first there is
};

class OwnPosts {
public:
    explicit OwnPosts(Tx &tx) : tx_(tx) {}
    /// Published in [from, to), still visible, in public; answers and relays are none. By time.
    Result<std::vector<OwnPostRow>> published(Instant from, Instant to);
    /// When others wrote in the conversation under each of them.
    Result<std::vector<std::vector<Instant>>> comments(const std::vector<OwnPostRow> &posts);

private:
    Tx &tx_;
};

} // namespace vigie::store
