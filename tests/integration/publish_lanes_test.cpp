// SPDX-License-Identifier: GPL-3.0-or-later
// Lanes: what one account waits for keeps no other, its own rows keep their order, and the next hour is told past what waits.
#include "integration/house.hpp"

#include <atomic>
#include <fstream>
#include <future>

using namespace vigie;
using namespace vigie::test;
using namespace std::chrono_literals;
using practice::Fault;

namespace {

/// A second account, on a server of its own.
class TwoHouses : public House {
public:
    TwoHouses()
    {
        practice::Options how;
        how.community = false;
        how.historyDays = 0;
        second = must(practice::Server::start(clock, how));
        Account wanted;
        wanted.connector = "mastodon";
        wanted.instance = second->url();
        connect::Credential credential;
        credential.access = Secret(second->brandToken());
        must(test::introduce(*catalogue.find("mastodon"), wanted, credential, clock.now(), *http));
        must(secrets->set(wanted.secretKey(), credential.access));
        other = write<AccountId>([&](store::Tx &tx) { return store::Accounts(tx).save(wanted); });
    }

    OutboundId add(AccountId to, const std::string &text, Micros in = 0s, std::vector<OutboundMedia> media = {})
    {
        Outbound row;
        row.account = to;
        row.state = OutboundState::Planned;
        row.parts.resize(1);
        row.parts.front().text = text;
        row.parts.front().media = std::move(media);
        row.parts.front().idempotencyKey = randomKey();
        row.createdAt = row.changedAt = clock.now();
        row.dueAt = clock.now() + in;
        return write<OutboundId>([&](store::Tx &tx) { return store::Outbox(tx).add(row); });
    }
    std::vector<std::string> order() const
    {
        std::vector<std::string> texts;
        for (const auto &post : server->brandPosts())
            texts.push_back(post.text);
        return texts;
    }

    std::unique_ptr<practice::Server> second;
    AccountId other;
};

/// Holds the first lane that comes by until it is let go.
class Barrier {
public:
    void operator()(std::string_view step)
    {
        if (step == "sending" && first_.exchange(false)) {
            held.set_value();
            go_.wait();
        }
    }
    void open() { opened_.set_value(); }

    std::promise<void> held;

private:
    std::promise<void> opened_;
    std::shared_future<void> go_ = opened_.get_future().share();
    std::atomic<bool> first_ = true;
};

} // namespace

TEST_CASE("a server that takes its time keeps no other account, and what is planned meanwhile leaves meanwhile")
{
    TwoHouses house;
    Barrier barrier;
    house.publisher->onStep([&](std::string_view step) { barrier(step); });
    const auto slow = house.add(house.account, "on a slow server");
    auto run = std::async(std::launch::async, [&] { return house.publish(); });
    barrier.held.get_future().wait();
    const auto quick = house.add(house.other, "planned while the other is on its way");
    ManualExecutor look;
    CHECK(look.runUntil([&] { return house.outbound(quick).state == OutboundState::Sent; }, 20s));
    CHECK(house.outbound(slow).state == OutboundState::Sending);
    CHECK(house.second->brandPosts().size() == 1);
    CHECK(house.server->brandPosts().empty());
    barrier.open();
    const auto report = run.get();
    CHECK(report.sent == 2);
    CHECK(house.order() == std::vector<std::string>{"on a slow server"});
}

TEST_CASE("an account at its limit waits as a whole and keeps its order; another one leaves at its hour, which is told past the wait")
{
    TwoHouses house;
    house.fault(Fault::RateDelta);
    for (const auto *text : {"first", "second", "third"})
        house.add(house.account, text);
    house.add(house.other, "meanwhile");
    const auto soon = house.clock.now() + 20s;
    house.add(house.other, "in a moment", 20s);
    const auto report = house.publish();
    CHECK(report.sent == 1);
    CHECK(house.order().empty());
    REQUIRE(report.next);
    CHECK(*report.next <= soon); // not the end of the other account's wait
    house.clock.set(soon);
    house.publish();
    CHECK(house.second->brandPosts().size() == 2);
    house.settle(2h);
    CHECK(house.order() == std::vector<std::string>{"first", "second", "third"});
}

TEST_CASE("a row that waits for a reason of its own lets the others of its account pass")
{
    TwoHouses house;
    PlanItem plan;
    plan.text = "not before noon";
    plan.zone = "Europe/Paris";
    plan.variants.push_back(PlanVariant{house.account, {}, false, {}, OutboundState::Draft, {}, {}});
    house.write<PlanId>([&](store::Tx &tx) -> Result<PlanId> {
        VIGIE_TRY(const auto id, plan::Planner(tx, house.catalogue).publishNow(plan));
        VIGIE_TRY(auto stored, store::Plans(tx).get(id));
        stored.embargo = house.clock.now() + 10min; // said after it was planned
        return store::Plans(tx).save(stored);
    });
    house.add(house.account, "right behind it");
    const auto report = house.publish();
    CHECK(house.order() == std::vector<std::string>{"right behind it"});
    REQUIRE(report.next);
    CHECK(*report.next == house.clock.now() + 10min);
    house.clock.set(*report.next);
    house.publish();
    CHECK(house.order() == std::vector<std::string>{"right behind it", "not before noon"});
}

TEST_CASE("a row that somebody changes while it is sent stops neither its lane nor another")
{
    TwoHouses house;
    const auto changed = house.add(house.account, "changed on its way");
    std::atomic<bool> once = true;
    house.publisher->onStep([&](std::string_view step) {
        if (step == "claimed" && once.exchange(false))
            house.write<bool>([&](store::Tx &tx) -> Result<bool> {
                VIGIE_TRY(auto row, store::Outbox(tx).get(changed));
                row.state = OutboundState::Cancelled;
                VIGIE_CHECK(store::Outbox(tx).update(row, OutboundState::Sending));
                return true;
            });
    });
    const auto behind = house.add(house.account, "behind it");
    house.publish();
    const auto elsewhere = house.add(house.other, "elsewhere");
    house.publish();
    CHECK(house.outbound(changed).state == OutboundState::Cancelled);
    CHECK(house.outbound(behind).state == OutboundState::Sent);
    CHECK(house.outbound(elsewhere).state == OutboundState::Sent);
    CHECK(house.order() == std::vector<std::string>{"behind it"});
}

TEST_CASE("lanes run side by side, and make their files ready one at a time")
{
    TwoHouses house;
    std::atomic<int> inside = 0, most = 0, times = 0;
    plan::PublisherParts parts{*house.store, house.catalogue, *house.courier, house.clock};
    parts.makeReady = [&](Outbound &, const Account &) -> Result<void> {
        most = std::max<int>(most, ++inside);
        std::this_thread::yield();
        ++times;
        --inside;
        return {};
    };
    plan::Publisher publisher(std::move(parts));
    OutboundMedia picture;
    picture.path = house.folder.file("pixel.png");
    std::ofstream(picture.path, std::ios::binary) << std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89\0\0\0\rIDATx\xda" "cd\xf8\xcfP\x0f\0\x03\x86\x01\x80Z4}k\0\0\0\0IEND\xae" "B`\x82", 70);
    picture.mime = "image/png";
    picture.alt = "one pixel";
    for (int i = 0; i < 10; ++i) {
        house.add(house.account, "here " + std::to_string(i), 0s, {picture});
        house.add(house.other, "there " + std::to_string(i), 0s, {picture});
    }
    const auto report = must(publisher.runDue());
    CHECK(report.sent == 20);
    CHECK(times == 20);
    CHECK(most == 1);
    CHECK(house.server->brandPosts().size() == 10);
    CHECK(house.second->brandPosts().size() == 10);
}
