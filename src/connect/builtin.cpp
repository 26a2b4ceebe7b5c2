// SPDX-License-Identifier: GPL-3.0-or-later
// The networks Vigie speaks, one line each, in the order the account dialog shows them.
#include <vigie/connect/connector.hpp>

#include "connect/bluesky/bluesky.hpp"
#include "connect/feeds/feeds.hpp"
#include "connect/google/google.hpp"
#include "connect/mastodon/mastodon.hpp"
#include "connect/meta/meta.hpp"
#include "connect/places/places.hpp"
#include "connect/recipe/connector.hpp"
#include "connect/wordpress/wordpress.hpp"
#include "connect/x/x.hpp"

namespace vigie::connect {

Catalogue builtinCatalogue()
{
    Catalogue all;
    all.add(makeMastodon());
    all.add(makeBluesky());
    all.add(makeWordPress());
    all.add(makeFeeds());
    all.add(makeYouTube());
    all.add(makeGoogleReviews());
    all.add(makeGooglePlay());
    all.add(makeAppStore());
    for (auto &network : recipe::builtinRecipes())
        all.add(std::move(network));
    all.add(makeFacebook());
    all.add(makeInstagram());
    all.add(makeThreads());
    all.add(makeX());
    all.add(makeWebDav());
    all.add(makeS3());
    return all;
}

} // namespace vigie::connect
