// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/connect/media_rules.hpp>

#include <algorithm>

namespace vigie::connect {

namespace {

constexpr std::int64_t kMegabyte = 1'000'000;

void bluesky(MediaRules &rules)
{
    rules.films = false; // not done by Vigie yet: the connector takes pictures
    rules.maxFilms = 0;
}

void mastodon(MediaRules &rules)
{
    rules.pixels = 33'177'600;
    rules.mixed = false;
}

void x(MediaRules &rules)
{
    rules.pictureBytes = 5 * kMegabyte;
    rules.animationBytes = 15 * kMegabyte;
    rules.filmBytes = 512 * kMegabyte;
    rules.filmSeconds = 140;
    rules.kinds = {"image/jpeg", "image/png", "image/gif", "image/webp", "video/mp4", "video/quicktime"};
    rules.altOfFilms = false;
}

void instagram(MediaRules &rules)
{
    rules.publicAddress = true;
    rules.maxFilms = rules.maxPictures;
    rules.mixed = true;
    rules.minWidth = 320;
    rules.maxWidth = 1440;
    rules.narrowest = 0.8;
    rules.widest = 1.91;
    rules.filmSeconds = 15 * 60;
    rules.altOfFilms = false;
    rules.tags = 30;
    rules.mentions = 20;
}

void threads(MediaRules &rules)
{
    rules.publicAddress = true;
    rules.maxFilms = rules.maxPictures;
    rules.mixed = true;
    rules.minWidth = 320;
    rules.maxWidth = 1440;
    rules.filmSeconds = 5 * 60;
    rules.links = 5;
}

void facebook(MediaRules &rules)
{
    rules.filmSeconds = 4 * 60 * 60;
    rules.altOfFilms = false;
}

struct Known {
    const char *connector;
    void (*set)(MediaRules &rules);
};
constexpr Known kKnown[] = {{"bluesky", bluesky}, {"mastodon", mastodon}, {"x", x}, {"instagram", instagram}, {"threads", threads}, {"facebook", facebook}};

std::int64_t smaller(std::int64_t known, std::int64_t said)
{
    if (known == 0 || said == 0)
        return std::max(known, said);
    return std::min(known, said);
}

} // namespace

MediaRules mediaRules(const Account &account)
{
    MediaRules rules;
    const auto &limits = account.limits;
    rules.maxPictures = limits.maxMedia;
    rules.altCharacters = limits.maxAltCharacters;
    rules.kinds = limits.mimeTypes;
    for (const auto &known : kKnown)
        if (account.connector == known.connector)
            known.set(rules);
    if (!limits.mimeTypes.empty())
        rules.kinds = limits.mimeTypes;
    rules.pictureBytes = smaller(rules.pictureBytes, limits.maxImageBytes);
    rules.animationBytes = rules.animationBytes > 0 ? rules.animationBytes : rules.pictureBytes;
    rules.filmBytes = smaller(rules.filmBytes, limits.maxVideoBytes);
    if (!account.capabilities.has(Capability::Video) && account.capabilities.why(Capability::Video) != CapabilityReason::PublicMediaUrlNeeded)
        rules.films = false;
    return rules;
}

} // namespace vigie::connect
