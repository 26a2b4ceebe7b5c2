// SPDX-License-Identifier: GPL-3.0-or-later
// What was read from an answer, as JSON that can be laid beside an expectation written by hand. What the expectation leaves
// out is not compared.
#pragma once

#include "connect/common/json.hpp"

#include <vigie/connect/connector.hpp>

#include <string>

namespace vigie::connect::test {

inline Json shown(const MetricValue &metric)
{
    if (metric.status == ValueStatus::Hidden)
        return "hidden";
    return metric.status == ValueStatus::Ok ? Json(metric.value) : Json(nullptr);
}

inline Json shown(const Item &item, const std::string &reason)
{
    Json out{{"nativeId", item.nativeId}, {"text", item.text}, {"warning", item.warning}, {"sensitive", item.sensitive}, {"lang", item.lang},
             {"visibility", toString(item.visibility)}, {"reason", reason}, {"permalink", item.permalink}, {"uri", item.uri}, {"publishedAt", toRfc3339(item.publishedAt)},
             {"precision", static_cast<int>(item.precision)}, {"ours", item.ours == AccountId{7}}, {"refs", Json::array()}, {"media", Json::array()}, {"metrics", Json::object()}};
    if (item.editedAt)
        out["editedAt"] = toRfc3339(*item.editedAt);
    out["state"] = toString(item.state);
    out["spans"] = Json::array();
    for (const auto &span : item.spans) {
        static constexpr const char *kKinds[] = {"link", "mention", "tag", "emoji"};
        out["spans"].push_back(std::string(kKinds[static_cast<int>(span.kind)]) + " " + std::to_string(span.begin) + "-" + std::to_string(span.end) + " " + span.target);
    }
    for (const auto &ref : item.refs)
        out["refs"].push_back(std::string(toString(ref.relation)) + " " + ref.targetNative);
    for (const auto &media : item.media)
        out["media"].push_back({{"alt", media.alt}, {"width", media.width}, {"height", media.height}, {"url", media.url}});
    for (const auto &metric : item.metrics)
        out["metrics"][metric.key] = shown(metric);
    const auto &author = item.author;
    out["author"] = {{"nativeId", author.nativeId}, {"handle", author.handle}, {"name", author.name}, {"bio", author.bio}, {"bot", author.bot}, {"optOut", author.optOut}};
    for (const auto &metric : author.metrics)
        out["author"][metric.key] = shown(metric);
    return out;
}

inline Json shown(const Result<FetchPage> &page)
{
    if (!page) {
        Json out{{"error", errcName(page.error().code)}, {"detail", page.error().detail}};
        if (page.error().retryAfter)
            out["retryAfter"] = page.error().retryAfter->count();
        return out;
    }
    Json out{{"items", Json::array()}, {"unreadable", page->unreadable}};
    for (std::size_t i = 0; i < page->items.size(); ++i)
        out["items"].push_back(shown(page->items[i], page->reasons.at(i)));
    return out;
}

/// First difference, as a path with both sides; empty when all that is expected is there.
inline std::string difference(const Json &expected, const Json &seen, const std::string &path = "")
{
    if (expected.is_object() && seen.is_object()) {
        for (const auto &[key, value] : expected.items()) {
            if (!seen.contains(key))
                return path + "/" + key + " is missing";
            auto found = difference(value, seen[key], path + "/" + key);
            if (!found.empty())
                return found;
        }
        return {};
    }
    if (expected.is_array() && seen.is_array()) {
        if (expected.size() != seen.size())
            return path + ": " + std::to_string(expected.size()) + " entries expected, not " + seen.dump();
        for (std::size_t i = 0; i < expected.size(); ++i) {
            auto found = difference(expected[i], seen[i], path + "/" + std::to_string(i));
            if (!found.empty())
                return found;
        }
        return {};
    }
    return expected == seen ? std::string{} : path + ": expected " + expected.dump() + ", not " + seen.dump();
}

} // namespace vigie::connect::test
