// SPDX-License-Identifier: GPL-3.0-or-later
// Items made in one line, with what analysis would have found.
// Thread: pure. Errors: none.
#pragma once

#include <vigie/model/item.hpp>
#include <vigie/store/items.hpp>

#include <string>
#include <utility>
#include <vector>

namespace vigie::test {

/// 2026-03-02 12:00 UTC.
inline constexpr Instant kNoon{std::chrono::seconds{1772452800}};

inline Item item(const std::string &nativeId, const std::string &text, Instant at = kNoon)
{
    Item out;
    out.connector = "mastodon";
    out.instance = "https://social.example";
    out.nativeId = nativeId;
    out.uri = "https://social.example/objects/" + nativeId;
    out.permalink = "https://social.example/@ada/" + nativeId;
    out.visibility = Visibility::Public;
    out.author.nativeId = "m1";
    out.author.handle = "ada@social.example";
    out.author.name = "Ada";
    out.text = text;
    out.lang = "en";
    out.publishedAt = at;
    out.fetchedAt = kNoon;
    return out;
}

inline store::AnalysedItem analysed(Item item)
{
    return store::AnalysedItem(std::move(item));
}

inline Item byAuthor(Item item, const std::string &nativeId, const std::string &handle)
{
    item.author.nativeId = nativeId;
    item.author.handle = handle;
    item.author.name = handle;
    return item;
}

inline Item answering(Item item, const std::string &targetNative, Relation relation = Relation::ReplyTo)
{
    item.refs.push_back({relation, targetNative, {}});
    return item;
}

inline Item toned(Item item, int label)
{
    item.tone = static_cast<float>(label) * 0.5F;
    item.toneLabel = static_cast<std::int8_t>(label);
    return item;
}

} // namespace vigie::test
