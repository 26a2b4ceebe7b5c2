// SPDX-License-Identifier: GPL-3.0-or-later
// Every folder of tests/golden/wordpress holds an answer - most were recorded from WordPress 6.1.9 - and, written by hand,
// what must be read from it. What the expectation leaves out is not compared.
#include "unit/connect/wordpress_support.hpp"

#include <catch2/catch.hpp>

#include <filesystem>

using namespace vigie;
using namespace vigie::connect;
using namespace vigie::connect::wptest;

namespace {

Json shown(const Item &item, const std::string &reason)
{
    Json out{{"nativeId", item.nativeId}, {"kind", toString(item.kind)}, {"title", item.title}, {"text", item.text}, {"state", toString(item.state)},
             {"visibility", toString(item.visibility)}, {"reason", reason}, {"permalink", item.permalink}, {"publishedAt", toRfc3339(item.publishedAt)},
             {"precision", static_cast<int>(item.precision)}, {"ours", item.ours == AccountId{7}}, {"refs", Json::array()}, {"container", item.container}};
    for (const auto &ref : item.refs)
        out["refs"].push_back(std::string(toString(ref.relation)) + " " + ref.targetNative);
    const auto &author = item.author;
    out["author"] = {{"nativeId", author.nativeId}, {"handle", author.handle}, {"name", author.name}, {"profileUrl", author.profileUrl},
                     {"avatar", author.avatarUrl}, {"guest", author.nativeId.rfind("guest/", 0) == 0}};
    return out;
}

Json shown(const Result<FetchPage> &page)
{
    if (!page) {
        Json out{{"error", errcName(page.error().code)}, {"detail", page.error().detail}};
        if (page.error().retryAfter)
            out["retryAfter"] = page.error().retryAfter->count();
        return out;
    }
    Json out{{"items", Json::array()}, {"unreadable", page->unreadable}, {"next", page->nextPage}};
    for (std::size_t i = 0; i < page->items.size(); ++i)
        out["items"].push_back(shown(page->items[i], page->reasons.at(i)));
    return out;
}

/// First difference, as a path with both sides; empty when all that is expected is there.
std::string difference(const Json &expected, const Json &seen, const std::string &path = "")
{
    if (expected.is_object() && seen.is_object()) {
        for (const auto &[key, value] : expected.items()) {
            auto found = seen.contains(key) ? difference(value, seen[key], path + "/" + key) : path + "/" + key + " is missing in " + seen.dump();
            if (!found.empty())
                return found;
        }
        return {};
    }
    if (expected.is_array() && seen.is_array() && expected.size() == seen.size()) {
        for (std::size_t i = 0; i < expected.size(); ++i) {
            auto found = difference(expected[i], seen[i], path + "/" + std::to_string(i));
            if (!found.empty())
                return found;
        }
        return {};
    }
    return expected == seen ? std::string{} : path + ": expected " + expected.dump() + ", not " + seen.dump();
}

} // namespace

TEST_CASE("wordpress: recorded answers are read as expected")
{
    int cases = 0;
    for (const auto &folder : std::filesystem::directory_iterator(std::string(VIGIE_TEST_DATA) + "/golden/wordpress")) {
        if (!std::filesystem::exists(folder.path() / "expected.json"))
            continue;
        const auto given = Json::parse(readFile((folder.path() / "response.json").string()));
        const auto expected = Json::parse(readFile((folder.path() / "expected.json").string()));
        const Desk desk(given["role"].get<std::string>());
        auto response = answer(given["status"], given.contains("raw") ? given["raw"].get<std::string>() : given["body"].dump());
        if (given.contains("headers"))
            for (const auto &[name, value] : given["headers"].items())
                response.headers.push_back({name, value.get<std::string>()});
        FetchSpec spec;
        spec.stream = given["stream"];
        INFO(folder.path().filename().string());
        CHECK(difference(expected, shown(desk.connector->parseFetch(desk.context(), spec, response))) == "");
        ++cases;
    }
    CHECK(cases >= 11);
}
