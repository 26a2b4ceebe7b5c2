// SPDX-License-Identifier: GPL-3.0-or-later
// Every folder of tests/golden/meta and tests/golden/x holds an answer, transcribed from the networks' documents, and, written by hand, what must be
// read from it. What the expectation leaves out is not compared.
#include "connect/common/json.hpp"

#include <vigie/connect/connector.hpp>

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>

using namespace vigie;
using namespace vigie::connect;

namespace {

Json readJson(const std::filesystem::path &path)
{
    std::ifstream in(path, std::ios::binary);
    return Json::parse(in);
}

Json shown(const std::vector<MetricValue> &metrics)
{
    Json all = Json::object();
    for (const auto &metric : metrics)
        all[metric.key] = metric.status == ValueStatus::Ok ? Json(metric.value) : Json(nullptr);
    return all;
}

Json shown(const Item &item, const std::string &reason)
{
    Json out{{"nativeId", item.nativeId}, {"text", item.text}, {"title", item.title}, {"reason", reason}, {"kind", toString(item.kind)}, {"state", toString(item.state)},
             {"permalink", item.permalink}, {"publishedAt", toRfc3339(item.publishedAt)}, {"precision", static_cast<int>(item.precision)}, {"ours", item.ours == AccountId{7}},
             {"lang", item.lang}, {"author", {{"nativeId", item.author.nativeId}, {"handle", item.author.handle}, {"name", item.author.name}}},
             {"refs", Json::array()}, {"media", Json::array()}, {"metrics", shown(item.metrics)}};
    if (item.rating)
        out["rating"] = *item.rating;
    for (const auto &ref : item.refs)
        out["refs"].push_back(std::string(toString(ref.relation)) + " " + ref.targetNative);
    for (const auto &media : item.media)
        out["media"].push_back({{"kind", static_cast<int>(media.kind)}, {"url", media.url}, {"alt", media.alt}});
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
    Json out{{"items", Json::array()}, {"unreadable", page->unreadable}, {"more", !page->nextPage.empty()}, {"microDollars", page->microDollars}};
    for (std::size_t i = 0; i < page->items.size(); ++i)
        out["items"].push_back(shown(page->items[i], page->reasons.at(i)));
    return out;
}

/// First difference, as a path with both sides; empty when all that is expected is there.
std::string difference(const Json &expected, const Json &seen, const std::string &path = "")
{
    if (expected.is_object() && seen.is_object()) {
        for (const auto &[key, value] : expected.items()) {
            auto found = seen.contains(key) ? difference(value, seen[key], path + "/" + key) : path + "/" + key + " is missing";
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
    return expected == seen ? std::string{} : path + ": expected " + expected.dump() + ", not " + seen.dump();
}

int judge(const char *folder)
{
    const auto catalogue = builtinCatalogue();
    int cases = 0;
    for (const auto &entry : std::filesystem::directory_iterator(std::string(VIGIE_TEST_DATA) + "/golden/" + folder)) {
        const auto given = readJson(entry.path() / "response.json");
        INFO(entry.path().filename().string());
        Account account;
        account.id = AccountId{7};
        account.connector = given["network"];
        account.nativeId = "100";
        account.handle = "maisondubreuil";
        account.name = "Maison Dubreuil";
        const Secret token("EAAB-s3cr3t");
        const Context context{account, token, parseRfc3339("2026-11-21T12:00:00Z").value()};
        net::Response response;
        response.status = given["status"];
        response.body = given.contains("raw") ? given["raw"].get<std::string>() : given["body"].dump();
        response.finalUrl = "https://api.example/";
        if (given.contains("headers"))
            for (const auto &[name, value] : given["headers"].items())
                response.headers.push_back({name, value.get<std::string>()});
        FetchSpec spec;
        spec.stream = given["stream"];
        const auto *connector = catalogue.find(account.connector);
        REQUIRE(connector != nullptr);
        CHECK(difference(readJson(entry.path() / "expected.json"), shown(connector->parseFetch(context, spec, response))) == "");
        ++cases;
    }
    return cases;
}

} // namespace

TEST_CASE("facebook, instagram, threads: documented answers are read as expected")
{
    CHECK(judge("meta") >= 12);
}

TEST_CASE("x: documented answers are read as expected")
{
    CHECK(judge("x") >= 7);
}
