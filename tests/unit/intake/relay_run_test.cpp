// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/relay_traces.hpp"
#include "support/builders.hpp"
#include "support/relay_fixture.hpp"
#include "support/temp_store.hpp"

#include <vigie/base/random.hpp>
#include <vigie/intake/relay_run.hpp>
#include <vigie/store/relays.hpp>
#include <vigie/text/address.hpp>

#include <algorithm>
#include <iostream>

using namespace vigie;
using namespace vigie::intake;
using namespace vigie::test;
using store::RelayHow;
using store::Relays;
using store::Tx;

namespace {

constexpr const char *kNews = "The harbour office says that the ferry does not sail on Thursday between six and two.";

ItemId put(TempStore &store, Item item)
{
    return store.write([&](Tx &tx) -> Result<ItemId> {
        const std::vector<store::AnalysedItem> one{analysed(std::move(item))};
        VIGIE_TRY(const auto stored, store::Items(tx).store(one));
        return stored.front().id;
    });
}
Item said(const std::string &native, int minute, const std::string &text)
{
    return item(native, text, kNoon + std::chrono::minutes(minute));
}
ItemId original(TempStore &store, ItemId item)
{
    return store.read([&](Tx &tx) { return Relays(tx).original(item); });
}
RelayHow how(TempStore &store, ItemId item)
{
    const auto cluster = store.read([&](Tx &tx) { return Relays(tx).cluster(item); });
    for (const auto &node : cluster.nodes)
        if (node.item == item)
            return node.how;
    return RelayHow::ByHand;
}
void warm(RelayRun &run)
{
    for (;;) {
        const auto more = run.warmUp();
        REQUIRE(more);
        if (!*more)
            return;
    }
}

} // namespace

TEST_CASE("an address has one form", "[relay]")
{
    CHECK(text::plainAddress("https://www.Bay.example/News/1/?utm_source=x&id=7#top") == "bay.example/News/1?id=7");
    CHECK(text::plainAddress("http://bay.example/News/1?id=7&fbclid=abc") == "bay.example/News/1?id=7");
    CHECK(text::plainAddress("https://bay.example/").empty());
    CHECK(text::plainAddress("https://bay.example").empty());
    CHECK(text::plainAddress("bay.example/News").empty());
    CHECK(text::plainAddress("").empty());
}

TEST_CASE("of 1,000 stored posts the 60 clusters are found, in whatever order they come", "[relay]")
{
    const auto posts = knownPosts(VIGIE_TEST_DATA);
    REQUIRE(posts.size() == 1000);
    for (const bool shuffled : {false, true}) {
        TempStore store;
        RelayRun run(*store);
        std::vector<std::size_t> order(posts.size());
        for (std::size_t i = 0; i < order.size(); ++i)
            order[i] = i;
        Sequence random(5);
        for (std::size_t i = order.size(); shuffled && i > 1; --i)
            std::swap(order[i - 1], order[random.below(i)]);
        std::vector<ItemId> ids(posts.size());
        std::vector<ItemId> batch;
        int compared = 0;
        for (const auto i : order) {
            auto one = said("n" + std::to_string(i), static_cast<int>(i), posts[i].text);
            one.lang = posts[i].lang;
            batch.push_back(ids[i] = put(store, one));
            if (batch.size() == 50) {
                const auto report = run.judge(batch);
                REQUIRE(report);
                compared += report->compared;
                batch.clear();
            }
        }
        std::vector<ItemId> roots;
        for (const auto id : ids)
            roots.push_back(original(store, id));
        const auto [precision, recall] = agreement(posts, roots);
        std::cout << "relays of 1,000 stored posts" << (shuffled ? ", shuffled" : "") << ": precision " << precision << ", recall " << recall << ", " << compared << " texts compared\n";
        CHECK(precision >= 0.95);
        CHECK(recall >= 0.90);
        for (std::size_t i = 0; i < roots.size(); ++i) // the earliest of those found together is the original
            CHECK(roots[i] <= ids[i]);
    }
}

TEST_CASE("explicit relations come before likeness", "[relay]")
{
    TempStore store;
    RelayRun run(*store);
    auto article = said("news", 0, std::string(kNews) + " Passengers keep their tickets, which stay valid for a week, and the office apologises to everybody.");
    article.connector = "rss";
    article.title = "No ferry on Thursday";
    article.permalink = "https://bay.example/news/ferry";
    const auto news = put(store, article);
    const auto post = put(store, said("p", 5, "Bring a book if you wait at the quay tomorrow morning, my friends."));
    const auto repost = put(store, answering(said("r", 6, "Bring a book if you wait at the quay tomorrow morning, my friends."), "p", Relation::RepostOf));
    const auto bare = put(store, answering(said("q1", 7, "This! https://social.example/@ada/p"), "p", Relation::QuoteOf));
    const auto worded = put(store, answering(said("q2", 8, "Nobody should have to wait there at all"), "p", Relation::QuoteOf));
    const auto linked = [](const std::string &native, int minute, const std::string &text, const std::string &url) {
        auto out = said(native, minute, text + " " + url);
        out.spans.push_back({TextSpan::Kind::Link, static_cast<std::uint32_t>(text.size() + 1), static_cast<std::uint32_t>(out.text.size()), url});
        return out;
    };
    const auto link = put(store, linked("l1", 9, "No ferry on Thursday", "https://www.bay.example/news/ferry/?utm_source=feed"));
    const auto comment = put(store, linked("l2", 10, "And nobody told the tourists who slept in their cars", "https://bay.example/news/ferry"));
    REQUIRE(run.judge(std::vector<ItemId>{news, post, repost, bare, worded, link, comment}));
    CHECK(original(store, repost) == post);
    CHECK(how(store, repost) == RelayHow::Repost);
    CHECK(how(store, bare) == RelayHow::Quote);
    CHECK(original(store, worded) == worded);
    CHECK((original(store, link) == news && how(store, link) == RelayHow::Link));
    CHECK((original(store, comment) == news && how(store, comment) == RelayHow::Reaction));
    const auto ofPost = store.read([&](Tx &tx) { return Relays(tx).cluster(post); });
    CHECK((ofPost.relays == 2 && ofPost.reactions == 1));
    const auto ofNews = store.read([&](Tx &tx) { return Relays(tx).cluster(news); });
    CHECK((ofNews.relays == 1 && ofNews.reactions == 1));
    // A second look changes nothing.
    const auto again = run.judge(std::vector<ItemId>{news, post, repost, bare, worded, link, comment});
    REQUIRE(again);
    CHECK(again->placed == 0);
}

TEST_CASE("relays that came before their original find it, and what was left undone is found when warming up", "[relay]")
{
    TempStore store;
    const auto repost = put(store, answering(said("r", 9, "RT"), "p", Relation::RepostOf));
    const auto copy = put(store, said("c", 8, std::string("RT @harbour: ") + kNews));
    {
        RelayRun run(*store);
        REQUIRE(run.judge(std::vector<ItemId>{repost, copy}));
        CHECK(original(store, repost) == repost);
        const auto late = put(store, said("p", 0, kNews));
        REQUIRE(run.judge(std::vector<ItemId>{late}));
        CHECK(original(store, repost) == late);
        CHECK(original(store, copy) == late);
    }
    // Stored, but the program ended before anybody judged.
    const auto lost = put(store, said("d", 20, std::string(kNews) + " https://go.example/1"));
    RelayRun next(*store);
    const auto live = put(store, said("e", 30, std::string("Well said today: \"") + kNews + "\""));
    REQUIRE(next.judge(std::vector<ItemId>{live})); // the index is still cold
    warm(next);
    CHECK(original(store, lost) == original(store, copy));
    CHECK(original(store, live) == original(store, copy));
    CHECK(store.read([&](Tx &tx) { return Relays(tx).cluster(copy); }).relays == 4);

    // What a person kept apart stays apart.
    store.write([&](Tx &tx) { return Relays(tx).split(lost).map([] { return 0; }); });
    RelayRun third(*store);
    warm(third);
    CHECK(original(store, lost) == lost);
    std::stop_source stop;
    stop.request_stop();
    RelayRun fourth(*store);
    CHECK(fourth.warmUp(stop.get_token()).error().code == Errc::Cancelled);
}

TEST_CASE("private and deleted words are compared with nothing", "[relay]")
{
    TempStore store;
    RelayRun run(*store);
    auto direct = said("d", 0, kNews), gone = said("g", 1, kNews);
    direct.visibility = Visibility::Direct;
    gone.state = ItemState::DeletedByAuthor;
    const auto first = put(store, direct), second = put(store, gone), third = put(store, said("p", 2, kNews));
    REQUIRE(run.judge(std::vector<ItemId>{first, second, third}));
    CHECK(original(store, third) == third);
    CHECK(run.memory() < 200'000);
}
