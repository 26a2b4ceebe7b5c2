// SPDX-License-Identifier: GPL-3.0-or-later
// Random items and queries over a small vocabulary, so that everything meets everything.
// Thread: pure. Errors: none.
#pragma once

#include "support/builders.hpp"

#include <vigie/base/random.hpp>

#include <array>
#include <string>

namespace vigie::test {

inline const std::array<const char *, 12> kWords = {"velora", "service", "rep", "r\xC3\xA9ponse", "c\xC5\x93ur", "l'eau",
                                                    "d\xC3\xA9lai", "bon", "e-reputation", "\xF0\x9F\x98\x80", "why?", "#velo"};

inline std::string randomText(Sequence &random, std::uint64_t longest = 8)
{
    std::string text;
    for (auto left = 1 + random.below(longest); left > 0; --left) {
        text += kWords[random.below(kWords.size())];
        text += random.below(5) == 0 ? ", " : " ";
    }
    return text;
}

inline Item randomItem(Sequence &random, int number)
{
    // Few seconds, so that ids meet; a wide enough span for several days.
    const auto at = kNoon + std::chrono::hours(random.below(96)) - std::chrono::hours(48) + std::chrono::microseconds(random.below(3'000'000));
    Item out = item("n" + std::to_string(number), randomText(random), at);
    const auto who = std::to_string(random.below(4));
    out = byAuthor(std::move(out), "m" + who, "User" + who + "@social.example");
    // Names that come, change and go: what was indexed must still be found and taken out by the words it was indexed by.
    out.author.name = std::array<const char *, 5>{"Ada Roche", "ada roche", "Ad\xC3\xA9 Roche", "L'Atelier", ""}[random.below(5)];
    if (random.below(3) == 0)
        out.connector = "rss";
    if (random.below(6) == 0)
        out.author.nativeId.clear();
    if (random.below(4) == 0)
        out.title = randomText(random, 3);
    if (random.below(6) == 0)
        out.warning = randomText(random, 2);
    out.lang = std::array<const char *, 3>{"fr", "en", "und"}[random.below(3)];
    out = toned(std::move(out), static_cast<int>(random.below(3)) - 1);
    if (random.below(4) == 0)
        out.spans.push_back({TextSpan::Kind::Link, 0, 2, "https://a.example"});
    if (random.below(5) == 0)
        out.spans.push_back({TextSpan::Kind::Tag, 0, 2, "velo"});
    if (random.below(4) == 0)
        out.media.push_back({random.below(2) ? MediaRef::Kind::Image : MediaRef::Kind::Video, "https://a.example/1", "", "", "alt", "image/png", 1, 2, {}});
    if (random.below(4) == 0)
        out = answering(std::move(out), "n" + std::to_string(random.below(300)), static_cast<Relation>(random.below(6)));
    if (random.below(10) == 0)
        out.visibility = Visibility::Direct;
    if (random.below(10) == 0)
        out.kind = ItemKind::Review;
    if (random.below(10) == 0)
        out.editedAt = kNoon;
    if (random.below(12) == 0)
        out.state = static_cast<ItemState>(random.below(8));
    for (const auto *key : {"likes", "replies", "views"})
        if (random.below(3) == 0)
            out.metrics.push_back({key, static_cast<double>(random.below(6)), ValueStatus::Ok});
    if (random.below(3) == 0 && !out.author.nativeId.empty())
        out.author.metrics.push_back({"followers", static_cast<double>(random.below(4) * 500), ValueStatus::Ok});
    if (random.below(6) == 0)
        out.rating = static_cast<double>(random.below(6)) / 5;
    if (random.below(3) == 0)
        out.permalink = std::array<const char *, 3>{"https://www.blog.example/velo/1", "https://social.example/@a/2", "https://Sub.blog.example/"}[random.below(3)];
    return out;
}

/// What stands among the words and numbers of an item alone.
inline std::string randomTerm(Sequence &random)
{
    switch (random.below(6)) {
    case 0: return std::array<const char *, 8>{"*ce", "v?lo*", "r*p*", "\"* service\"", "\"bon *\"", "c??ur", "se*ce", "?on"}[random.below(8)];
    case 1: return std::array<const char *, 7>{"velora NEAR/2 bon", "velora ONEAR/1 service", "(rep OR bon) NEAR/3 (service OR delai)", "bon NEAR/0 bon",
                                               "rep* NEAR/1 velora", "bon NEAR/2 service NEAR/2 velora", "\"l'eau\" NEAR/4 *ice"}[random.below(7)];
    case 2: return std::array<const char *, 7>{"SENT(velora bon)", "SENT(service NOT bon)", "title:velora", "title:(bon OR rep*)", "body:(bon -velora)", "count(bon)>=2",
                                               "count(velora OR bon)=0..1"}[random.below(7)];
    case 3: return std::array<const char *, 6>{"raw:\"why?\"", "raw:\", \"", "case:velora", "accent:r\xC3\xA9ponse", "accent:delai", "raw:#velo"}[random.below(6)];
    case 4: return std::array<const char *, 6>{"likes:>2", "likes:0", "replies:1..3", "rating:<3", "reposts:>0", "likes:<=1"}[random.below(6)];
    default:
        return std::array<const char *, 8>{"since:2026-03-02", "until:2026-03-01", "date:2026-03-01..2026-03-02", "date:2026-02", "link:a.example", "site:blog.example",
                                           "url:blog.example/velo", "connector:rss"}[random.below(8)];
    }
}

/// Source of a random query; with `desk` it may ask for tags and tickets.
inline std::string randomQuery(Sequence &random, int depth, bool desk)
{
    if (depth > 0 && random.below(3) != 0) {
        std::string out;
        const bool any = random.below(2) == 0;
        for (auto left = 2 + random.below(2); left > 0; --left) {
            if (!out.empty())
                out += any ? " OR " : " ";
            if (random.below(4) == 0)
                out += "NOT ";
            out += "(" + randomQuery(random, depth - 1, desk) + ")";
        }
        return out;
    }
    if (random.below(3) == 0)
        return randomTerm(random);
    switch (random.below(desk ? 13 : 8)) {
    case 0:
    case 1: return std::array<const char *, 6>{"velora", "reponse", "coeur", "bon", "d\xC3\xA9lai", "\xF0\x9F\x98\x80"}[random.below(6)];
    case 2: return std::array<const char *, 4>{"rep*", "se*", "\"bon ser*\"", "v*"}[random.below(4)];
    case 3: return std::array<const char *, 4>{"\"velora service\"", "l'eau", "e-reputation", "\"bon bon\""}[random.below(4)];
    case 4: return std::array<const char *, 6>{"network:rss", "network:mastodon", "author:user1", "author:user2@social.example", "author:\"Ada Roche\"",
                                              "author:\"l'atelier\""}[random.below(6)];
    case 5: return std::array<const char *, 5>{"lang:fr", "lang:und", "sentiment:positive", "sentiment:negative", "sentiment:neutral"}[random.below(5)];
    case 6: return std::array<const char *, 7>{"has:link", "has:image", "has:video", "has:media", "has:question", "has:mention", "has:tag"}[random.below(7)];
    case 7:
        return std::array<const char *, 9>{"is:reply", "is:repost", "is:quote", "is:original", "is:review",
                                           "is:ours", "is:direct", "is:edited", "is:deleted"}[random.below(9)];
    case 8: return std::array<const char *, 3>{"tag:vip", "tag:\"apres vente\"", "tag:none"}[random.below(3)];
    case 9: return std::array<const char *, 6>{"assignee:lea", "assignee:none", "sla:late", "sla:soon", "sla:ok", "known:yes"}[random.below(6)];
    case 10: return std::array<const char *, 6>{"answered:yes", "answered:no", "quote:velora", "quote:(bon OR rep*)", "followers:>400", "reach:>3"}[random.below(6)];
    case 11: return std::array<const char *, 4>{"member:user1", "member:user2@social.example", "since:2d", "until:yesterday"}[random.below(4)];
    default:
        return std::array<const char *, 7>{"status:none", "status:new", "status:open", "status:waiting", "status:done", "status:ignored",
                                           "status:snoozed"}[random.below(7)];
    }
}

} // namespace vigie::test
