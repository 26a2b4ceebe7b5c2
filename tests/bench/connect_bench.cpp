// SPDX-License-Identifier: GPL-3.0-or-later
// How fast answers become the neutral model, as a share of what the JSON library needs to parse the same bytes and nothing
// else. simdjson's rate stands beside it. All of it on one thread, in its own processor time, in one run.
//   bench_connect [least bytes per measurement, in thousands]     (20000 unless said)
#include "bench/measure.hpp"

#include "connect/common/json.hpp"

#include <vigie/connect/connector.hpp>

#include <simdjson.h>

#include <fstream>
#include <sstream>

using namespace vigie;
using namespace vigie::bench;
using connect::Json;

namespace {

constexpr double kGoal = 0.5; ///< of the library's own rate

struct Page {
    std::string connector, stream, body, address;
    std::vector<AccountSetting> settings;
    std::size_t items = 0;
};

Json mastodonAccount(int i)
{
    const auto id = std::to_string(100 + i % 17);
    return {{"id", id}, {"username", "user" + id}, {"acct", "user" + id + "@elsewhere.example"}, {"display_name", "User No " + id}, {"locked", false}, {"bot", false}, {"discoverable", true},
            {"indexable", true}, {"group", false}, {"created_at", "2023-02-01T00:00:00.000Z"}, {"note", "<p>Baker in Lyon. I write of flour and of trains. <a href=\"https://x.example\" rel=\"nofollow\">x.example</a></p>"},
            {"url", "https://elsewhere.example/@user" + id}, {"uri", "https://elsewhere.example/users/user" + id}, {"avatar", "https://files.example/accounts/avatars/" + id + "/original.png"},
            {"avatar_static", "https://files.example/accounts/avatars/" + id + "/original.png"}, {"header", "https://files.example/accounts/headers/" + id + "/original.png"},
            {"header_static", "https://files.example/accounts/headers/" + id + "/original.png"}, {"followers_count", 120 + i}, {"following_count", 90}, {"statuses_count", 4321},
            {"last_status_at", "2026-11-20"}, {"hide_collections", false}, {"emojis", Json::array()},
            {"fields", {{{"name", "Site"}, {"value", "<a href=\"https://x.example\">x.example</a>"}, {"verified_at", nullptr}}, {{"name", "Pronouns"}, {"value", "she"}, {"verified_at", nullptr}}}}};
}

Page mastodonPage()
{
    auto statuses = Json::array();
    for (int i = 0; i < 40; ++i) {
        const auto id = std::to_string(115000000000000000LL - i * 1000);
        statuses.push_back({{"id", id}, {"created_at", "2026-11-20T10:" + std::to_string(10 + i) + ":00.000Z"}, {"in_reply_to_id", i % 3 == 0 ? Json("1149999" + std::to_string(i)) : Json(nullptr)},
                            {"in_reply_to_account_id", nullptr}, {"sensitive", false}, {"spoiler_text", ""}, {"visibility", "public"}, {"language", "fr"},
                            {"uri", "https://elsewhere.example/users/user/statuses/" + id}, {"url", "https://elsewhere.example/@user/" + id}, {"replies_count", i}, {"reblogs_count", 2 * i},
                            {"favourites_count", 3 * i}, {"quotes_count", 0}, {"edited_at", nullptr}, {"favourited", false}, {"reblogged", false}, {"muted", false}, {"bookmarked", false}, {"pinned", false},
                            {"content", "<p>Bonjour <span class=\"h-card\"><a href=\"https://social.example/@atelier\" class=\"u-url mention\">@<span>atelier</span></a></span>, le pain de ce matin \xC3\xA9tait tr\xC3\xA8s bon, merci. "
                                        "Ouvrez-vous dimanche ? <a href=\"https://social.example/tags/pain\" class=\"mention hashtag\" rel=\"tag\">#<span>pain</span></a></p><p>" + std::to_string(i) + " sur 40</p>"},
                            {"filtered", Json::array()}, {"reblog", nullptr}, {"application", {{"name", "Web"}, {"website", nullptr}}}, {"account", mastodonAccount(i)}, {"media_attachments", Json::array()},
                            {"mentions", {{{"id", "109"}, {"username", "atelier"}, {"url", "https://social.example/@atelier"}, {"acct", "atelier"}}}},
                            {"tags", {{{"name", "pain"}, {"url", "https://social.example/tags/pain"}}}}, {"emojis", Json::array()}, {"card", nullptr}, {"poll", nullptr}});
    }
    return {"mastodon", "tag:pain", statuses.dump(), "https://social.example", {{"tags", "pain"}}, 40};
}

Page hackerNewsPage()
{
    auto hits = Json::array();
    for (int i = 0; i < 100; ++i) {
        const auto words = "I tried the bread of Dubreuil last <i>Sunday</i>, number " + std::to_string(i) + ".<p>The crust is what we all look for, and <a href=\"https:&#x2F;&#x2F;dubreuil.example&#x2F;"
                           + std::to_string(i) + "\" rel=\"nofollow\">https:&#x2F;&#x2F;dubreuil.example&#x2F;" + std::to_string(i) + "</a> says how it is made.";
        hits.push_back({{"_highlightResult", {{"author", {{"matchLevel", "none"}, {"matchedWords", Json::array()}, {"value", "user" + std::to_string(i)}}},
                                              {"comment_text", {{"fullyHighlighted", false}, {"matchLevel", "full"}, {"matchedWords", {"dubreuil"}}, {"value", words}}},
                                              {"story_title", {{"matchLevel", "none"}, {"matchedWords", Json::array()}, {"value", "Show HN: Bread"}}}}},
                        {"_tags", {"comment", "author_user" + std::to_string(i), "story_45000001"}}, {"author", "user" + std::to_string(i)}, {"comment_text", words}, {"created_at", "2026-11-20T10:00:00Z"},
                        {"created_at_i", 1795168800 + i}, {"objectID", std::to_string(45000002 + i)}, {"parent_id", 45000001}, {"story_id", 45000001}, {"story_title", "Show HN: Bread"},
                        {"story_url", "https://dubreuil.example/"}, {"updated_at", "2026-11-20T10:05:00Z"}});
    }
    return {"hackernews", "listen.keyword:dubreuil", Json{{"hits", hits}, {"nbHits", 100}, {"nbPages", 1}, {"page", 0}, {"hitsPerPage", 100}}.dump(), "https://hn.algolia.com", {{"keywords", "dubreuil"}}, 100};
}

/// Bytes a second.
template <class Work>
double rateOf(std::size_t bytes, std::size_t least, Work work)
{
    const auto rounds = std::max<std::size_t>(3, least / bytes);
    work(); // what is made once is made now
    double best = 0;
    for (int repeat = 0; repeat < 3; ++repeat) {
        const auto time = threadSeconds([&] {
            for (std::size_t i = 0; i < rounds; ++i)
                work();
        });
        best = std::max(best, static_cast<double>(bytes * rounds) / std::max(time, 1e-9));
    }
    return best;
}

void measure(const connect::Catalogue &networks, const Page &page, std::size_t least, bool binding)
{
    const auto *connector = networks.find(page.connector);
    if (connector == nullptr) {
        fmt::print("  {} is not there\n", page.connector);
        ++failures();
        return;
    }
    Account account;
    account.id = AccountId{1};
    account.connector = page.connector;
    account.instance = page.address;
    account.nativeId = "109";
    account.handle = "atelier@social.example";
    account.settings = page.settings;
    const Secret token("t");
    const connect::Context context{account, token, fromMicros(1'795'262'400'000'000)};
    net::Response response;
    response.status = 200;
    response.body = page.body;
    response.finalUrl = page.address + "/";
    const connect::FetchSpec spec{page.stream, connect::Direction::Backfill, {}, {}};
    std::size_t seen = 0;
    const auto mapped = rateOf(page.body.size(), least, [&] {
        const auto read = must(connector->parseFetch(context, spec, response));
        seen = read.items.size();
    });
    std::size_t sum = 0;
    const auto library = rateOf(page.body.size(), least, [&] { sum += Json::parse(page.body).size(); });
    const auto ours = rateOf(page.body.size(), least, [&] { sum += must(connect::parseJson(page.body)).size(); });
    simdjson::dom::parser parser;
    const simdjson::padded_string padded(page.body);
    const auto simd = rateOf(page.body.size(), least, [&] { sum += parser.parse(padded).error() == simdjson::SUCCESS ? 1U : 0U; });
    fmt::print("{}: {} items, {} bytes: parsed and mapped {:.0f} MB/s ({:.0f} items/s); nlohmann::json parses {:.0f} MB/s, ours with caps {:.0f} MB/s, simdjson {:.0f} MB/s ({})\n", page.connector, seen,
               page.body.size(), mapped / 1e6, mapped / static_cast<double>(page.body.size()) * static_cast<double>(page.items), library / 1e6, ours / 1e6, simd / 1e6, sum > 0 ? "read" : "nothing");
    goal(fmt::format("{}: all items came out", page.connector), seen == page.items, true);
    goal(fmt::format("{}: {:.2f} of the library's rate, {:.1f} wanted", page.connector, mapped / library, kGoal), mapped >= kGoal * library, binding);
}

} // namespace

int main(int argc, char **argv)
{
    const auto thousands = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 20'000UL;
#ifdef NDEBUG
    const bool binding = true;
#else
    const bool binding = false; // a build for finding faults; the figure is for a release
#endif
    const auto networks = connect::builtinCatalogue();
    for (const auto &page : {mastodonPage(), hackerNewsPage()})
        measure(networks, page, std::max(1UL, thousands) * 1000, binding);
    return failures() == 0 ? 0 : 1;
}
