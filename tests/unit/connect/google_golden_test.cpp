// SPDX-License-Identifier: GPL-3.0-or-later
// Every folder of tests/golden/google holds an answer as the vendor documents it and, written by hand, what must be read
// from it. What the expectation leaves out is not compared.
#include "connect/common/json.hpp"
#include "connect/google/google.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <sstream>

using namespace vigie;
using namespace vigie::connect;

namespace {

Json readJson(const std::filesystem::path &path)
{
    std::ifstream in(path, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return Json::parse(text.str());
}

Json shown(const Item &item, const std::string &reason)
{
    Json out{{"nativeId", item.nativeId}, {"kind", toString(item.kind)}, {"state", toString(item.state)}, {"title", item.title}, {"text", item.text}, {"lang", item.lang},
             {"reason", reason}, {"permalink", item.permalink}, {"container", item.container}, {"publishedAt", toRfc3339(item.publishedAt)},
             {"precision", static_cast<int>(item.precision)}, {"ours", item.ours == AccountId{7}}, {"rating", item.rating ? Json(*item.rating) : Json(nullptr)},
             {"refs", Json::array()}, {"metrics", Json::object()}};
    if (item.editedAt)
        out["editedAt"] = toRfc3339(*item.editedAt);
    for (const auto &ref : item.refs)
        out["refs"].push_back(std::string(toString(ref.relation)) + " " + ref.targetNative);
    for (const auto &metric : item.metrics)
        out["metrics"][metric.key] = metric.status == ValueStatus::Ok ? Json(metric.value) : Json(nullptr);
    out["author"] = {{"nativeId", item.author.nativeId}, {"handle", item.author.handle}, {"name", item.author.name}, {"avatarUrl", item.author.avatarUrl}, {"profileUrl", item.author.profileUrl}};
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
    Json out{{"items", Json::array()}, {"unreadable", page->unreadable}, {"capped", page->capped}};
    for (std::size_t i = 0; i < page->items.size(); ++i)
        out["items"].push_back(shown(page->items[i], page->reasons.at(i)));
    return out;
}

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
        for (std::size_t i = 0; i < expected.size(); ++i)
            if (auto found = difference(expected[i], seen[i], path + "/" + std::to_string(i)); !found.empty())
                return found;
        return {};
    }
    if (expected.is_number() && seen.is_number() && std::abs(expected.get<double>() - seen.get<double>()) < 1e-9)
        return {};
    return expected == seen ? std::string{} : path + ": expected " + expected.dump() + ", not " + seen.dump();
}

std::unique_ptr<Connector> connectorFor(const std::string &id)
{
    return id == "youtube" ? makeYouTube() : id == "google-reviews" ? makeGoogleReviews() : id == "google-play" ? makeGooglePlay() : makeAppStore();
}

} // namespace

TEST_CASE("google: documented answers are read as expected", "[google]")
{
    int cases = 0;
    for (const auto &folder : std::filesystem::directory_iterator(std::string(VIGIE_TEST_DATA) + "/golden/google")) {
        const auto given = readJson(folder.path() / "response.json"), expected = readJson(folder.path() / "expected.json");
        Account account;
        account.id = AccountId{7};
        account.connector = given["connector"];
        account.nativeId = given.value("nativeId", "UCours");
        account.handle = "@dubreuil";
        if (given.contains("settings"))
            for (const auto &[key, value] : given["settings"].items())
                account.set(key, value.get<std::string>());
        net::Response response;
        response.status = given["status"];
        response.body = given.contains("raw") ? given["raw"].get<std::string>() : given["body"].dump();
        if (given.contains("headers"))
            for (const auto &[name, value] : given["headers"].items())
                response.headers.push_back({name, value.get<std::string>()});
        const Secret token("t");
        FetchSpec spec;
        spec.stream = given["stream"];
        INFO(folder.path().filename().string());
        const auto connector = connectorFor(account.connector);
        CHECK(difference(expected, shown(connector->parseFetch({account, token, parseRfc3339("2026-11-21T12:00:00Z").value()}, spec, response))) == "");
        ++cases;
    }
    CHECK(cases >= 17);
}
