// SPDX-License-Identifier: GPL-3.0-or-later
// What was read from an answer, as JSON that can be laid beside an expectation written by hand. What the expectation leaves
// out is not compared.
#pragma once

#include "connect/common/json.hpp"

#include <vigie/connect/connector.hpp>

#include <catch2/catch.hpp>

#include <cmath>
#include <filesystem>
#include <fstream>
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
    Json out{{"nativeId", item.nativeId}, {"kind", toString(item.kind)}, {"state", toString(item.state)}, {"title", item.title}, {"text", item.text}, {"lang", item.lang},
             {"warning", item.warning}, {"sensitive", item.sensitive}, {"visibility", toString(item.visibility)}, {"reason", reason}, {"permalink", item.permalink}, {"uri", item.uri},
             {"container", item.container}, {"publishedAt", toRfc3339(item.publishedAt)}, {"precision", static_cast<int>(item.precision)}, {"ours", item.ours == AccountId{7}},
             {"rating", item.rating ? Json(*item.rating) : Json(nullptr)}, {"refs", Json::array()}, {"media", Json::array()}, {"metrics", Json::object()}};
    if (item.editedAt)
        out["editedAt"] = toRfc3339(*item.editedAt);
    out["spans"] = Json::array();
    for (const auto &span : item.spans) {
        static constexpr const char *kKinds[] = {"link", "mention", "tag", "emoji"};
        out["spans"].push_back(std::string(kKinds[static_cast<int>(span.kind)]) + " " + std::to_string(span.begin) + "-" + std::to_string(span.end) + " " + span.target);
    }
    for (const auto &ref : item.refs)
        out["refs"].push_back(std::string(toString(ref.relation)) + " " + ref.targetNative);
    for (const auto &media : item.media)
        out["media"].push_back({{"kind", static_cast<int>(media.kind)}, {"alt", media.alt}, {"width", media.width}, {"height", media.height}, {"url", media.url}});
    for (const auto &metric : item.metrics)
        out["metrics"][metric.key] = shown(metric);
    const auto &author = item.author;
    out["author"] = {{"nativeId", author.nativeId}, {"handle", author.handle}, {"name", author.name}, {"bio", author.bio}, {"bot", author.bot}, {"optOut", author.optOut},
                     {"avatarUrl", author.avatarUrl}, {"profileUrl", author.profileUrl}, {"guest", author.nativeId.starts_with("guest/")}};
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
    Json out{{"items", Json::array()}, {"unreadable", page->unreadable}, {"capped", page->capped}, {"next", page->nextPage}, {"more", !page->nextPage.empty()}, {"microDollars", page->microDollars}};
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
    if (expected.is_number_float() && seen.is_number() && std::abs(expected.get<double>() - seen.get<double>()) < 1e-9)
        return {}; // a share of the stars is no round number
    return expected == seen ? std::string{} : path + ": expected " + expected.dump() + ", not " + seen.dump();
}

inline Json readJson(const std::filesystem::path &path)
{
    std::ifstream in(path, std::ios::binary);
    return Json::parse(in);
}

inline net::Response answerIn(const Json &given)
{
    net::Response response;
    response.status = given["status"];
    response.body = given.contains("raw") ? given["raw"].get<std::string>() : given["body"].dump();
    if (given.contains("headers"))
        for (const auto &[name, value] : given["headers"].items())
            response.headers.push_back({name, value.get<std::string>()});
    return response;
}

/// Lays what `read` makes of each answer of tests/golden/`name` beside its expectation; how many there were.
template <class Read>
int judgeGolden(const std::string &name, Read read)
{
    int cases = 0;
    for (const auto &folder : std::filesystem::directory_iterator(std::string(VIGIE_TEST_DATA) + "/golden/" + name)) {
        if (!std::filesystem::exists(folder.path() / "expected.json"))
            continue;
        INFO(folder.path().filename().string());
        const auto given = readJson(folder.path() / "response.json");
        CHECK(difference(readJson(folder.path() / "expected.json"), read(given, answerIn(given))) == "");
        ++cases;
    }
    return cases;
}

} // namespace vigie::connect::test
