// SPDX-License-Identifier: GPL-3.0-or-later
// Answers of networks for the benchmark of reading them: two are written here after the networks' documents, the others are
// recorded ones (tests/golden) whose entries come again under ids of their own. Members stand in the order the network gives.
// Thread: one at a time. Errors: the program ends when a recording is not there.
#pragma once

#include <vigie/model/account.hpp>

#include <nlohmann/json.hpp>

#include <fstream>
#include <string>
#include <vector>

namespace vigie::bench {

using Ordered = nlohmann::ordered_json;

struct Page {
    std::string name, connector, stream, body, address, nativeId;
    std::vector<AccountSetting> settings;
    std::size_t items = 0; ///< that must come out
};

inline Ordered mastodonAccount(int i)
{
    const auto id = std::to_string(100 + i % 17);
    return {{"id", id}, {"username", "user" + id}, {"acct", "user" + id + "@elsewhere.example"}, {"display_name", "User No " + id}, {"locked", false}, {"bot", false}, {"discoverable", true},
            {"indexable", true}, {"group", false}, {"created_at", "2023-02-01T00:00:00.000Z"}, {"note", "<p>Baker in Lyon. I write of flour and of trains. <a href=\"https://x.example\" rel=\"nofollow\">x.example</a></p>"},
            {"url", "https://elsewhere.example/@user" + id}, {"uri", "https://elsewhere.example/users/user" + id}, {"avatar", "https://files.example/accounts/avatars/" + id + "/original.png"},
            {"avatar_static", "https://files.example/accounts/avatars/" + id + "/original.png"}, {"header", "https://files.example/accounts/headers/" + id + "/original.png"},
            {"header_static", "https://files.example/accounts/headers/" + id + "/original.png"}, {"followers_count", 120 + i}, {"following_count", 90}, {"statuses_count", 4321},
            {"last_status_at", "2026-11-20"}, {"hide_collections", false}, {"emojis", Ordered::array()},
            {"fields", {{{"name", "Site"}, {"value", "<a href=\"https://x.example\">x.example</a>"}, {"verified_at", nullptr}}, {{"name", "Pronouns"}, {"value", "she"}, {"verified_at", nullptr}}}}};
}

inline Page mastodonPage()
{
    auto statuses = Ordered::array();
    for (int i = 0; i < 40; ++i) {
        const auto id = std::to_string(115000000000000000LL - i * 1000);
        statuses.push_back({{"id", id}, {"created_at", "2026-11-20T10:" + std::to_string(10 + i) + ":00.000Z"}, {"in_reply_to_id", i % 3 == 0 ? Ordered("1149999" + std::to_string(i)) : Ordered(nullptr)},
                            {"in_reply_to_account_id", nullptr}, {"sensitive", false}, {"spoiler_text", ""}, {"visibility", "public"}, {"language", "fr"},
                            {"uri", "https://elsewhere.example/users/user/statuses/" + id}, {"url", "https://elsewhere.example/@user/" + id}, {"replies_count", i}, {"reblogs_count", 2 * i},
                            {"favourites_count", 3 * i}, {"quotes_count", 0}, {"edited_at", nullptr}, {"favourited", false}, {"reblogged", false}, {"muted", false}, {"bookmarked", false}, {"pinned", false},
                            {"content", "<p>Bonjour <span class=\"h-card\"><a href=\"https://social.example/@atelier\" class=\"u-url mention\">@<span>atelier</span></a></span>, le pain de ce matin \xC3\xA9tait tr\xC3\xA8s bon, merci. "
                                        "Ouvrez-vous dimanche ? <a href=\"https://social.example/tags/pain\" class=\"mention hashtag\" rel=\"tag\">#<span>pain</span></a></p><p>" + std::to_string(i) + " sur 40</p>"},
                            {"filtered", Ordered::array()}, {"reblog", nullptr}, {"application", {{"name", "Web"}, {"website", nullptr}}}, {"account", mastodonAccount(i)}, {"media_attachments", Ordered::array()},
                            {"mentions", {{{"id", "109"}, {"username", "atelier"}, {"url", "https://social.example/@atelier"}, {"acct", "atelier"}}}},
                            {"tags", {{{"name", "pain"}, {"url", "https://social.example/tags/pain"}}}}, {"emojis", Ordered::array()}, {"card", nullptr}, {"poll", nullptr}});
    }
    return {"Mastodon", "mastodon", "tag:pain", statuses.dump(), "https://social.example", "109", {{"tags", "pain"}}, 40};
}

inline Page hackerNewsPage()
{
    auto hits = Ordered::array();
    for (int i = 0; i < 100; ++i) {
        const auto words = "I tried the bread of Dubreuil last <i>Sunday</i>, number " + std::to_string(i) + ".<p>The crust is what we all look for, and <a href=\"https:&#x2F;&#x2F;dubreuil.example&#x2F;"
                           + std::to_string(i) + "\" rel=\"nofollow\">https:&#x2F;&#x2F;dubreuil.example&#x2F;" + std::to_string(i) + "</a> says how it is made.";
        hits.push_back({{"_highlightResult", {{"author", {{"matchLevel", "none"}, {"matchedWords", Ordered::array()}, {"value", "user" + std::to_string(i)}}},
                                              {"comment_text", {{"fullyHighlighted", false}, {"matchLevel", "full"}, {"matchedWords", {"dubreuil"}}, {"value", words}}},
                                              {"story_title", {{"matchLevel", "none"}, {"matchedWords", Ordered::array()}, {"value", "Show HN: Bread"}}}}},
                        {"_tags", {"comment", "author_user" + std::to_string(i), "story_45000001"}}, {"author", "user" + std::to_string(i)}, {"comment_text", words}, {"created_at", "2026-11-20T10:00:00Z"},
                        {"created_at_i", 1795168800 + i}, {"objectID", std::to_string(45000002 + i)}, {"parent_id", 45000001}, {"story_id", 45000001}, {"story_title", "Show HN: Bread"},
                        {"story_url", "https://dubreuil.example/"}, {"updated_at", "2026-11-20T10:05:00Z"}});
    }
    return {"Hacker News (recipe)", "hackernews", "listen.keyword:dubreuil", Ordered{{"hits", hits}, {"nbHits", 100}, {"nbPages", 1}, {"page", 0}, {"hitsPerPage", 100}}.dump(), "https://hn.algolia.com", "109", {{"keywords", "dubreuil"}}, 100};
}

/// The entries that `list` points to, over and over until there are 40 of them.
template <class Renumber>
Page recorded(Page page, const std::string &file, const std::string &list, Renumber renumber)
{
    constexpr std::size_t kEntries = 40;
    std::ifstream in(file, std::ios::binary);
    auto body = Ordered::parse(in).at("body");
    auto &entries = body[Ordered::json_pointer(list)];
    const auto once = entries;
    entries = Ordered::array();
    for (std::size_t i = 0; i < kEntries; ++i) {
        entries.push_back(once.at(i % once.size()));
        renumber(entries.back(), i);
    }
    page.body = body.dump();
    page.items = kEntries;
    return page;
}

inline std::vector<Page> recordedPages(const std::string &golden)
{
    const auto byId = [](Ordered &entry, std::size_t i) {
        if (entry["id"].is_number()) {
            entry["id"] = 1000 + i;
            return;
        }
        auto id = entry["id"].get<std::string>();
        id.replace(id.size() - 2, 2, std::to_string(10 + i));
        entry["id"] = std::move(id);
    };
    const auto byUri = [](Ordered &entry, std::size_t i) {
        constexpr const char *kDigits = "234567abcdefghijklmnopqrstuvwxyz"; // of the keys of records
        auto uri = entry["uri"].get<std::string>();
        uri.replace(uri.size() - 2, 2, {kDigits[i / 32], kDigits[i % 32]});
        entry["uri"] = std::move(uri);
    };
    const std::vector<AccountSetting> site{{"url", "https://blog.example"}, {"api", "https://blog.example/wp-json/"}, {"user", "moderator"}, {"role", "moderator"}};
    return {recorded({"Bluesky", "bluesky", "search:tout", {}, "https://bsky.social", "did:plc:brand", {{"keywords", "tout"}}}, golden + "/bluesky/posts/response.json", "/posts", byUri),
            recorded({"WordPress", "wordpress", "comments", {}, "https://blog.example", "2", site}, golden + "/wordpress/comments_of_a_moderator/response.json", "", byId),
            recorded({"Instagram", "instagram", "tagged", {}, {}, "100", {}}, golden + "/meta/instagram_tags/response.json", "/data", byId),
            recorded({"X", "x", "mentions", {}, {}, "100", {}}, golden + "/x/mentions/response.json", "/data", byId)};
}

} // namespace vigie::bench
