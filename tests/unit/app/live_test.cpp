// SPDX-License-Identifier: GPL-3.0-or-later
// Live events of many streams at one server, beside the requests that an account needs all the while.
#include "unit/app/app_support.hpp"

#include <vigie/store/items.hpp>

#include <set>

using namespace vigie;
using namespace vigie::test;
using namespace std::chrono_literals;

namespace {

constexpr int kTags = 10; // with the streams of the account itself, twelve connections that stay open

std::string tagOf(int i)
{
    return "atelier" + std::string(1, static_cast<char>('a' + i));
}

app::AccountStatus lineOf(Desk &desk)
{
    return must(desk.workspace->statusNow()).accounts.at(0);
}

int found(Desk &desk, const std::string &word)
{
    return must(desk.workspace->store().readNow<int>([&](store::Tx &tx) { return store::Items(tx).count(text::parseQuery(word).value(), 1000); }));
}

/// Asks again and again; the pause is the executor's, which has nothing to do here.
bool until(Desk &desk, std::chrono::milliseconds patience, const std::function<bool()> &holds)
{
    const auto end = std::chrono::steady_clock::now() + patience;
    while (!holds()) {
        if (std::chrono::steady_clock::now() > end)
            return false;
        desk.executor.runUntil([] { return false; }, 50ms);
    }
    return true;
}

} // namespace

TEST_CASE("live: twelve streams of one account bring what is said, and answers still leave")
{
    Desk desk;
    auto wanted = desk.wanted();
    wanted.credential.access = Secret(desk.server->brandToken());
    std::string tags;
    for (int i = 0; i < kTags; ++i)
        tags += (i == 0 ? "" : ", ") + tagOf(i);
    wanted.settings = {{"tags", tags}};
    const auto id = must(desk.workspace->addAccountAndWait(wanted));
    desk.workspace->start();
    // Everything is polled once, and again for each stream that opens; what comes after that has come to rest comes live.
    std::optional<Instant> poll;
    auto calm = std::chrono::steady_clock::now();
    REQUIRE(until(desk, 45s, [&] {
        const auto line = lineOf(desk);
        if (!line.live || line.syncing || line.nextSync != poll)
            calm = std::chrono::steady_clock::now();
        poll = line.nextSync;
        return std::chrono::steady_clock::now() - calm > 3s;
    }));
    REQUIRE(poll);
    std::set<int> silent;
    for (int i = 0; i < kTags; ++i)
        silent.insert(i);
    int said = 0;
    const bool all = until(desk, 25s, [&] {
        if (said++ % 20 == 0)
            for (const int i : silent)
                desk.server->memberPosts("claire", "Bonjour #" + tagOf(i) + " mot" + tagOf(i));
        std::erase_if(silent, [&](int i) { return found(desk, "mot" + tagOf(i)) > 0; });
        return silent.empty();
    });
    INFO(silent.size() << " tags stayed silent");
    CHECK(all);
    CHECK(lineOf(desk).nextSync == poll); // none of it was polled
    // Requests get through beside the streams.
    const auto who = desk.waitFor<connect::WhoAmI>([&](std::function<void(Result<connect::WhoAmI>)> done) { desk.workspace->testAccount(id, {}, desk.executor, std::move(done)); });
    CHECK(who);
    CHECK(must(desk.workspace->syncAndWait(id)).ok());
    CHECK(lineOf(desk).live);
}
