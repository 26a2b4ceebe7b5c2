// SPDX-License-Identifier: GPL-3.0-or-later
// What a network shows of pictures and films, beyond the sizes that its server announces: shapes, lengths, mixtures, and how many
// links, tags and names a post may carry. 0 and empty: no rule is known.
// Thread: pure. Errors: none. Source: docs/networks.md, "Media".
#pragma once

#include <vigie/model/account.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace vigie::connect {

struct MediaRules {
    int maxPictures = 4, maxFilms = 1;
    bool mixed = false;                      ///< pictures and films in one post
    bool films = true;
    std::int64_t pictureBytes = 0, animationBytes = 0, filmBytes = 0;
    std::int64_t pixels = 0;                 ///< width times height
    int minWidth = 0, maxWidth = 0;          ///< pixels of a picture
    double narrowest = 0, widest = 0;        ///< width divided by height
    int filmSeconds = 0;
    int altCharacters = 0;
    bool altOfFilms = true;                  ///< a film can carry alternative text
    bool publicAddress = false;              ///< files are fetched by the network, not sent to it
    std::vector<std::string> kinds;          ///< MIME types; empty: whatever the server takes
    int links = 0, tags = 0, mentions = 0;   ///< of one post
};

/// The server's own words (Account::limits) come before what is written in documents.
[[nodiscard]] MediaRules mediaRules(const Account &account);

} // namespace vigie::connect
