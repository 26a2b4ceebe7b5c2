// SPDX-License-Identifier: GPL-3.0-or-later
// What a network took without showing it is looked after: until it is shown, turned down, or late.
#include "support/temp_store.hpp"

#include <vigie/plan/publisher.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/outbox.hpp>

using namespace vigie;
using namespace std::chrono_literals;

namespace {

/// Takes everything and holds it back; what has become of it is the test's to say.
class HoldingNetwork final : public connect::Connector {
public:
    HoldingNetwork()
    {
        network_.id = "toy";
        network_.name = "Toy";
        network_.family = "social";
        network_.rate.requests = 1000;
    }
    const connect::Descriptor &describe() const override { return network_; }
    Result<std::optional<net::Request>> buildWhoAmI(const connect::Context &, std::span<const net::Response>) const override { return fail(Errc::Unsupported); }
    Result<connect::WhoAmI> parseWhoAmI(const connect::Context &, std::span<const net::Response>) const override { return fail(Errc::Unsupported); }
    std::vector<connect::StreamSpec> streams(const Account &) const override { return {}; }
    Result<net::Request> buildFetch(const connect::Context &, const connect::FetchSpec &) const override { return fail(Errc::Unsupported); }
    Result<connect::FetchPage> parseFetch(const connect::Context &, const connect::FetchSpec &, const net::Response &) const override { return fail(Errc::Unsupported); }
    Result<connect::PublishStep> nextStep(const connect::Context &, const connect::PublishJob &, const connect::PublishState &) const override
    {
        connect::PublishStep step;
        step.phase = "send";
        step.effect = connect::StepEffect::Once;
        step.request.url = "https://toy.example/post";
        return step;
    }
    Result<connect::PublishOutcome> absorb(const connect::Context &, const connect::PublishJob &, const connect::PublishState &, const net::Response &) const override
    {
        return connect::PublishOutcome(connect::PublishDone{"n1", "", holds});
    }
    Result<net::Request> buildLookup(const connect::Context &, std::span<const std::string> ids) const override
    {
        ++looks;
        net::Request request;
        request.url = "https://toy.example/" + ids.front();
        return request;
    }
    Result<connect::LookupAnswer> parseLookup(const connect::Context &, std::span<const std::string> ids, const net::Response &) const override
    {
        connect::LookupAnswer answer;
        if (gone) {
            answer.gone.assign(ids.begin(), ids.end());
            return answer;
        }
        Item item;
        item.nativeId = ids.front();
        item.permalink = "https://toy.example/seen";
        item.state = state;
        answer.items.push_back(std::move(item));
        return answer;
    }

    ItemState state = ItemState::Held;
    bool holds = true, gone = false;
    mutable int looks = 0;

private:
    connect::Descriptor network_;
};

class Yes final : public net::HttpClient {
public:
    void send(net::Request, std::stop_token, Executor &reply, std::function<void(net::Answer)> done) override
    {
        reply.post([done = std::move(done)] {
            net::Response response;
            response.status = 200;
            done(std::move(response));
        });
    }
};

struct House {
    test::TempStore store;
    Yes http;
    std::unique_ptr<net::SecretStore> secrets = net::makeMemorySecretStore();
    net::RateLedger rates;
    connect::Catalogue catalogue;
    HoldingNetwork *network = nullptr;
    std::unique_ptr<connect::Courier> courier;
    std::unique_ptr<plan::Publisher> publisher;
    AccountId account;
    std::vector<OutboundState> told;

    House()
    {
        auto made = std::make_unique<HoldingNetwork>();
        network = made.get();
        catalogue.add(std::move(made));
        courier = std::make_unique<connect::Courier>(connect::CourierParts{http, *secrets, rates, store.clock});
        publisher = std::make_unique<plan::Publisher>(plan::PublisherParts{*store, catalogue, *courier, store.clock, [this](store::Tx &, const Outbound &row) -> Result<void> {
                                                                               told.push_back(row.state);
                                                                               return {};
                                                                           }});
        Account wanted;
        wanted.connector = "toy";
        wanted.instance = "https://toy.example";
        wanted.nativeId = "me";
        account = store.write([&](store::Tx &tx) { return store::Accounts(tx).save(wanted); });
    }
    OutboundId post(OutboundState state = OutboundState::Planned, std::optional<Instant> due = {})
    {
        Outbound row;
        row.account = account;
        row.state = state;
        row.parts.resize(1);
        row.parts.front().text = "mots";
        row.createdAt = row.changedAt = store.clock.now();
        row.dueAt = due.value_or(store.clock.now());
        if (state == OutboundState::Accepted) {
            row.parts.front().nativeId = "n1";
            row.parts.front().state = OutboundPart::State::Sent;
            row.parts.front().startedAt = store.clock.now();
            row.nextCheckAt = store.clock.now() + 1min;
        }
        return store.write([&](store::Tx &tx) { return store::Outbox(tx).add(row); });
    }
    Outbound run(OutboundId id, Micros later = Micros{0})
    {
        store.clock.advance(later);
        REQUIRE(publisher->runDue());
        return store.read([&](store::Tx &tx) { return store::Outbox(tx).get(id); });
    }
};

} // namespace

TEST_CASE("accepted: what waits is looked at less and less often, and is sent once it is shown")
{
    House house;
    const auto id = house.post();
    CHECK(house.run(id).state == OutboundState::Accepted);
    CHECK(house.network->looks == 0);
    CHECK(house.run(id, 61s).state == OutboundState::Accepted);
    CHECK(house.network->looks == 1);
    CHECK(house.run(id, 61s).state == OutboundState::Accepted);
    CHECK(house.network->looks == 1); // the second look comes after two minutes
    house.network->state = ItemState::Visible;
    const auto sent = house.run(id, 61s);
    CHECK(sent.state == OutboundState::Sent);
    CHECK(sent.parts.front().permalink == "https://toy.example/seen");
    CHECK_FALSE(sent.error);
    CHECK(house.told == std::vector<OutboundState>{OutboundState::Accepted, OutboundState::Sent});
    house.run(id, 24h);
    CHECK(house.network->looks == 2);
}

TEST_CASE("accepted: what the moderators turned down has failed, and says so")
{
    for (const bool removed : {true, false}) {
        House house;
        const auto id = house.post();
        house.run(id);
        if (removed)
            house.network->state = ItemState::RemovedByModeration;
        else
            house.network->gone = true;
        const auto failed = house.run(id, 61s);
        CHECK(failed.state == OutboundState::Failed);
        REQUIRE(failed.error);
        CHECK(failed.error->code == Errc::Gone);
    }
}

TEST_CASE("accepted: a time left to the network's own clock that passes unpublished is late, a moderator's pace is not")
{
    House house;
    const auto given = house.store.clock.now() + 10min;
    const auto id = house.post(OutboundState::Accepted, given);
    CHECK_FALSE(house.run(id, 9min).error);
    CHECK_FALSE(house.run(id, 2min).error); // one minute past its time
    const auto late = house.run(id, 2min);
    CHECK(late.state == OutboundState::Accepted);
    REQUIRE(late.error);
    CHECK(late.error->code == Errc::Timeout);
    house.network->state = ItemState::Visible;
    const auto sent = house.run(id, 1h);
    CHECK(sent.state == OutboundState::Sent);
    CHECK_FALSE(sent.error);

    House slow;
    const auto waiting = slow.post();
    slow.run(waiting);
    CHECK_FALSE(slow.run(waiting, 5h).error);
}

TEST_CASE("accepted: a network that points to what another message brought holds a duplicate")
{
    House house;
    house.network->holds = false;
    CHECK(house.run(house.post()).state == OutboundState::Sent);
    const auto again = house.run(house.post());
    CHECK(again.state == OutboundState::Failed);
    REQUIRE(again.error);
    CHECK(again.error->code == Errc::Duplicate);
}
