// SPDX-License-Identifier: GPL-3.0-or-later
// Fixtures safe to share: nothing of anybody in them, the same thing replaced by the same thing, structure, counts and distances
// in time kept. Tried on the recorded answers of real servers and on answers made to be nasty.
#include <vigie/app/recording.hpp>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <set>
#include <sstream>

using namespace vigie;
using nlohmann::json;

namespace {

app::Recording with(std::string body, std::vector<net::Header> headers = {{"Content-Type", "application/json"}})
{
    app::Recording recording;
    recording.network = "mastodon";
    recording.operation = "stream";
    app::Exchange exchange;
    exchange.url = "https://social.example/api/v1/accounts/113456789012345678/statuses?limit=40";
    exchange.response.status = 200;
    exchange.response.headers = std::move(headers);
    exchange.response.body = std::move(body);
    recording.exchanges.push_back(std::move(exchange));
    return recording;
}

app::Scrubbed scrubbed(const app::Recording &recording)
{
    const auto out = app::scrub(recording);
    INFO((out ? std::string() : out.error().detail));
    REQUIRE(out);
    return *out;
}

json bodyOf(const app::Scrubbed &out, std::size_t exchange = 0)
{
    return json::parse(out.fixture)["exchanges"][exchange]["response"]["body"];
}

/// Values of members that say something of a person, as an independent reader of the answer sees them.
void gather(const json &value, const std::string &key, std::set<std::string> &personal)
{
    static const std::set<std::string> interface{"visibility", "language", "type", "kind", "state", "status", "version", "mime_type", "error", "$type"};
    if (value.is_object())
        for (const auto &[name, inner] : value.items())
            gather(inner, name, personal);
    else if (value.is_array())
        for (const auto &inner : value)
            gather(inner, key, personal);
    else if (value.is_string() && value.get<std::string>().size() >= 5 && interface.count(key) == 0)
        personal.insert(value.get<std::string>());
}

/// The same tree, whatever stands in it; numbers that count are the same.
void alike(const json &was, const json &now, const std::string &path)
{
    INFO(path);
    REQUIRE(was.type() == now.type());
    if (was.is_array()) {
        REQUIRE(was.size() == now.size());
        for (std::size_t i = 0; i < was.size(); ++i)
            alike(was[i], now[i], path + "/" + std::to_string(i));
    } else if (was.is_object()) {
        REQUIRE(was.size() == now.size());
        for (const auto &[key, inner] : was.items())
            if (now.contains(key))
                alike(inner, now[key], path + "/" + key);
    } else if (was.is_number_integer() && path.find("_count") != std::string::npos) {
        CHECK(was == now);
    } else if (was.is_string()) {
        CHECK(was.get<std::string>().empty() == now.get<std::string>().empty());
    } else if (was.is_boolean()) {
        CHECK(was == now);
    }
}

} // namespace

TEST_CASE("scrub: of every recorded answer nothing of anybody is left, and its shape is", "[scrub]")
{
    int answers = 0;
    std::size_t values = 0;
    for (const auto &entry : std::filesystem::directory_iterator(VIGIE_TEST_DATA "/golden/mastodon")) {
        std::ifstream file(entry.path() / "response.json");
        std::ostringstream text;
        text << file.rdbuf();
        const auto recorded = json::parse(text.str(), nullptr, false);
        if (!recorded.is_object() || !recorded.contains("body") || recorded["body"].is_string())
            continue;
        const auto &body = recorded["body"];
        INFO(entry.path().filename().string());
        const auto out = scrubbed(with(body.dump()));
        std::set<std::string> personal;
        gather(body, {}, personal);
        for (const auto &value : personal) {
            INFO(value);
            CHECK(out.fixture.find(value) == std::string::npos);
            ++values;
        }
        alike(body, bodyOf(out), {});
        ++answers;
    }
    CHECK(answers >= 8);
    CHECK(values >= 50); // so many there are in the recorded answers
}

TEST_CASE("scrub: names inside of texts, addresses and keys go with the people they belong to", "[scrub]")
{
    const auto out = scrubbed(with(R"({"account":{"id":"109348712345678901","acct":"claire_lemoine","display_name":"Claire Lemoine","url":"https://social.example/@claire_lemoine",
        "note":"<p>Hello, I am <a href=\"https://lemoine.example/claire?mail=claire@lemoine.example\" rel=\"me\" class=\"mention\">Claire</a> &amp; I ride</p>","followers_count":1204},
        "members":{"109348712345678901":{"seen":true},"claire_lemoine":{"seen":false}},"phone":33612345678,"content":"@claire_lemoine Merci Claire Lemoine !","avatar":null,"bot":false})"));
    for (const auto *gone : {"laire", "emoine", "109348712345678901", "33612345678", "Merci", "ride"}) {
        INFO(gone << "\n" << out.fixture);
        CHECK(out.fixture.find(gone) == std::string::npos);
    }
    const auto body = bodyOf(out);
    CHECK(body["account"]["followers_count"] == 1204);
    CHECK(body["avatar"].is_null());
    // The same person is the same person everywhere.
    const auto handle = body["account"]["acct"].get<std::string>();
    CHECK(body["content"].get<std::string>().rfind("@" + handle + " ", 0) == 0);
    CHECK(body["account"]["url"].get<std::string>().find(handle) != std::string::npos);
    CHECK(body["members"].contains(body["account"]["id"].get<std::string>()));
    CHECK(body["members"].contains(handle));
    const auto note = body["account"]["note"].get<std::string>();
    CHECK(note.rfind("<p>", 0) == 0);
    for (const auto *kept : {"rel=\"me\"", "class=\"mention\"", "&amp;", "</a>", "</p>", "href=\"https://h"})
        CHECK(note.find(kept) != std::string::npos);
}

TEST_CASE("scrub: whoever is named by a key alone goes, too, and names of the format stay", "[scrub]")
{
    auto recording = with(R"({
        "users":{"jeanmoulin":{"seen":true}},
        "reactions":{"marielle":{"emoji":"heart","count":1},"paulette":{"emoji":"wave","count":2}},
        "names_by_handle":{"georgette":"x"},
        "presence":{"lucienne":"away"},
        "blocked":{"ghislaine.social.example":true},
        "maisondubreuil":{"ours":true},
        "meta":{"original":{"width":800,"height":600},"small":{"width":80,"height":60}},
        "account":{"followers_count":3,"statuses_count":4},
        "comments":{"data":[{"like_count":2}],"paging":{"cursors":{"after":"x"}}},
        "embed":{"app.bsky.embed.images":{"alt":""}},
        "counts":{"likes":3,"reposts":5},
        "configuration":{"statuses":{"max_characters":500,"max_media_attachments":4}},
        "accounts":{"maxime":{"seen":true}}})");
    recording.names = {"maisondubreuil"};
    const auto out = scrubbed(recording);
    for (const auto *gone : {"jeanmoulin", "marielle", "paulette", "georgette", "lucienne", "ghislaine", "maisondubreuil", "maxime"}) {
        INFO(gone << "\n" << out.fixture);
        CHECK(out.fixture.find(gone) == std::string::npos);
    }
    const auto body = bodyOf(out);
    REQUIRE(body["users"].size() == 1);
    CHECK(body["users"].begin().key().size() == 10); // of the same shape
    CHECK(body["users"].begin().value()["seen"] == true);
    CHECK(body["reactions"].size() == 2);
    CHECK(body["reactions"].begin().value().contains("emoji"));
    CHECK(body["meta"]["original"]["width"] == 800);
    CHECK(body["meta"]["small"]["height"] == 60);
    CHECK(body["account"]["followers_count"] == 3);
    CHECK(body["comments"]["data"][0]["like_count"] == 2); // a page of a list is no table
    CHECK(body["embed"].contains("app.bsky.embed.images"));
    CHECK(body["counts"]["likes"] == 3);
    CHECK(body["configuration"]["statuses"]["max_characters"] == 500); // what a server allows is no table
    // The listing tells the person that they were replaced.
    CHECK(std::any_of(out.replaced.begin(), out.replaced.end(), [](const auto &one) { return one.was == "jeanmoulin"; }));
}

TEST_CASE("scrub: times are moved, all by as much", "[scrub]")
{
    const auto out = scrubbed(with(R"({"created_at":"2026-11-21T09:00:00.000Z","edited_at":"2026-11-21T10:30:00.000Z","birthday":"2026-11-21","indexed_at":1795255200,"sent_at":1795255260000})"));
    const auto body = bodyOf(out);
    const auto created = parseRfc3339(body["created_at"].get<std::string>()), edited = parseRfc3339(body["edited_at"].get<std::string>());
    REQUIRE(created);
    REQUIRE(edited);
    CHECK(*edited - *created == std::chrono::minutes(90));
    const auto was = *parseRfc3339("2026-11-21T09:00:00Z");
    CHECK(was - *created >= std::chrono::hours(24 * 40));
    CHECK(body["birthday"] != "2026-11-21");
    CHECK(body["sent_at"].get<std::int64_t>() / 1000 - body["indexed_at"].get<std::int64_t>() == 60);
    CHECK(body["indexed_at"] != 1795255200);
}

TEST_CASE("scrub: headers of limits stay, cookies do not, addresses in links are replaced", "[scrub]")
{
    const auto out = scrubbed(with("[]", {{"Content-Type", "application/json"}, {"Set-Cookie", "session=abcdef0123456789"}, {"X-Request-Id", "d4c1f0aa-claire"},
                                          {"X-RateLimit-Limit", "300"}, {"X-RateLimit-Remaining", "298"}, {"X-RateLimit-Reset", "2026-11-21T10:05:00.000Z"},
                                          {"Link", "<https://social.example/api/v1/notifications?max_id=113456>; rel=\"next\", <https://social.example/api/v1/notifications?min_id=119>; rel=\"prev\""}}));
    const auto headers = json::parse(out.fixture)["exchanges"][0]["response"]["headers"];
    CHECK(headers["x-ratelimit-limit"] == "300");
    CHECK(headers["x-ratelimit-remaining"] == "298");
    CHECK(headers["x-ratelimit-reset"] != "2026-11-21T10:05:00.000Z");
    CHECK(headers["link"].get<std::string>().find("rel=\"next\"") != std::string::npos);
    CHECK(out.droppedHeaders == 2);
    for (const auto *gone : {"abcdef", "claire", "113456", "social.example"})
        CHECK(out.fixture.find(gone) == std::string::npos);
    // The path of the interface stays, the id in it does not.
    CHECK(json::parse(out.fixture)["exchanges"][0]["request"]["path"] == "/api/v1/accounts/{}/statuses");
}

TEST_CASE("scrub: feeds keep their skeleton", "[scrub]")
{
    const auto out = scrubbed(with("<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Blog of Claire</title><!-- by claire --><item><guid isPermaLink=\"false\">claire-17</guid>"
                                   "<pubDate>Sat, 21 Nov 2026 10:00:00 GMT</pubDate><description><![CDATA[<p>Bonjour de <b>Claire</b></p>]]></description></item></channel></rss>",
                                   {{"Content-Type", "application/rss+xml"}}));
    const auto body = bodyOf(out).get<std::string>();
    for (const auto *gone : {"laire", "Bonjour", "Blog", "Nov 2026"})
        CHECK(body.find(gone) == std::string::npos);
    for (const auto *kept : {"<rss version=\"2.0\">", "<guid isPermaLink=\"false\">", "<![CDATA[<p>", "</p>]]>", "</channel></rss>"})
        CHECK(body.find(kept) != std::string::npos);
}

TEST_CASE("scrub: what is secret or names the account ends it, in any spelling", "[scrub]")
{
    // The interface's own words are kept: a secret that hides there must be noticed.
    auto recording = with(R"({"status":"s3cr3t-token-0001"})");
    recording.secrets = {Secret("s3cr3t-token-0001")};
    const auto refused = app::scrub(recording);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Errc::PolicyRefused);
    CHECK(refused.error().detail.find("s3cr3t") == std::string::npos);
    auto named = with(R"({"role":"maisondubreuil"})");
    named.names = {"maisondubreuil"};
    CHECK_FALSE(app::scrub(named));
    auto elsewhere = with(R"({"note":"my token is s3cr3t/token=0001, write to maisondubreuil"})");
    elsewhere.secrets = {Secret("s3cr3t/token=0001")};
    elsewhere.names = {"maisondubreuil"};
    CHECK(app::scrub(elsewhere));
}

TEST_CASE("scrub: two recordings cannot be laid side by side, one is the same under its salt", "[scrub]")
{
    const auto recording = with(R"({"id":"113456789012345678","acct":"claire"})");
    CHECK(bodyOf(scrubbed(recording))["id"] != bodyOf(scrubbed(recording))["id"]);
    const auto once = app::scrubWith(recording, "salt"), twice = app::scrubWith(recording, "salt");
    REQUIRE(once);
    REQUIRE(twice);
    CHECK(once->fixture == twice->fixture);
    // The listing shows both sides; the file only one.
    const auto id = std::find_if(once->replaced.begin(), once->replaced.end(), [](const auto &one) { return one.was == "113456789012345678"; });
    REQUIRE(id != once->replaced.end());
    CHECK(id->now.size() == 18);
    CHECK(once->fixture.find(id->now) != std::string::npos);
}
