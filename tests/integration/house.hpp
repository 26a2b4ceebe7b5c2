// SPDX-License-Identifier: GPL-3.0-or-later
// A small house for tests of the engines: a practice network, a workspace, the real connector and network engine, and a
// clock that stands still until it is told to move.
#pragma once

#include "support/introduce.hpp"
#include "support/must.hpp"
#include "support/temp_folder.hpp"

#include <vigie/connect/connector.hpp>
#include <vigie/desk/desk.hpp>
#include <vigie/intake/engine.hpp>
#include <vigie/net/rate.hpp>
#include <vigie/plan/planner.hpp>
#include <vigie/plan/publisher.hpp>
#include <vigie/practice/server.hpp>
#include <vigie/store/figures.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/outbox.hpp>
#include <vigie/store/queries.hpp>
#include <vigie/store/sync.hpp>
#include <vigie/store/tickets.hpp>

#include <catch2/catch.hpp>
#include <string>

namespace vigie::test {

class House {
public:
    explicit House(bool community = false, int historyDays = 0) : clock(fromMicros(1'795'255'200'000'000)) // 2026-11-21T10:00:00Z
    {
        practice::Options how;
        how.community = community;
        how.historyDays = historyDays;
        server = must(practice::Server::start(clock, how));
        open();
        connectAccount();
    }

    /// Closes and opens the workspace and the engines, as a restart does; the network stays.
    void restart()
    {
        publisher.reset();
        engine.reset();
        store.reset();
        open();
        must(publisher->recover());
    }

    void open()
    {
        store = must(store::Store::open(folder.file("workspace.vigie"), clock));
        if (!http) {
            net::EngineOptions options;
            options.userAgent = "Vigie tests";
            http = std::make_unique<net::CurlEngine>(options);
        }
        rates = std::make_unique<net::RateLedger>();
        courier = std::make_unique<connect::Courier>(connect::CourierParts{*http, *secrets, *rates, clock});
        engine = std::make_unique<intake::Engine>(intake::EngineParts{
            *store, catalogue, *courier, clock, analysis,
            [](store::Tx &tx, ItemId item, AccountId to, const std::string &reason, bool) { return desk::Desk(tx).absorb(item, to, reason); }});
        publisher = std::make_unique<plan::Publisher>(plan::PublisherParts{*store, catalogue, *courier, clock});
        publisher->onWait([this](std::chrono::seconds span, std::stop_token) { clock.advance(span); });
    }

    /// The same steps as the workspace takes when a person adds an account.
    void connectAccount()
    {
        const auto *connector = catalogue.find("mastodon");
        REQUIRE(connector != nullptr);
        Account wanted;
        wanted.connector = "mastodon";
        wanted.instance = server->url();
        wanted.settings = {{"tags", "dubreuil"}};
        connect::Credential credential;
        credential.access = Secret(server->brandToken());
        must(test::introduce(*connector, wanted, credential, clock.now(), *http));
        must(secrets->set(wanted.secretKey(), credential.access));
        account = write<AccountId>([&](store::Tx &tx) { return store::Accounts(tx).save(wanted); });
    }

    template <class T>
    T write(const std::function<Result<T>(store::Tx &)> &job)
    {
        return must(store->writeNow<T>(job, store::Durability::Full));
    }
    template <class T>
    T read(const std::function<Result<T>(store::Tx &)> &job)
    {
        return must(store->readNow<T>(job));
    }

    Outbound outbound(OutboundId id)
    {
        return read<Outbound>([id](store::Tx &tx) { return store::Outbox(tx).get(id); });
    }
    /// A post that is due now.
    OutboundId post(const std::string &text)
    {
        PlanItem plan;
        plan.text = text;
        plan.lang = "en";
        plan.zone = "Europe/Paris";
        plan.variants.push_back(PlanVariant{account, {}, false, {}, OutboundState::Draft, {}, {}});
        const auto id = write<PlanId>([&](store::Tx &tx) { return plan::Planner(tx, catalogue).publishNow(plan); });
        return read<PlanItem>([id](store::Tx &tx) { return store::Plans(tx).get(id); }).variants.front().outbound;
    }
    plan::PublishReport publish() { return must(publisher->runDue()); }
    /// Lets time pass and publishes until nothing is due any more.
    void settle(std::chrono::minutes atMost = std::chrono::minutes{30})
    {
        const auto end = clock.now() + atMost;
        for (;;) {
            const auto report = publish();
            if (!report.next || *report.next > end)
                return;
            clock.set(std::max(*report.next, clock.now() + std::chrono::seconds{1}));
        }
    }
    /// How many posts with these words the network holds, deleted ones left out.
    int seen(const std::string &words) const
    {
        int count = 0;
        for (const auto &one : server->brandPosts())
            count += !one.deleted && one.text.find(words) != std::string::npos ? 1 : 0;
        return count;
    }
    void fault(practice::Fault what, const std::string &method = "POST", const std::string &path = "/api/v1/statuses", int times = 1, int skip = 0)
    {
        practice::FaultRule rule;
        rule.method = method;
        rule.pathPrefix = path;
        rule.times = times;
        rule.skip = skip;
        rule.fault = what;
        server->faults().add(rule);
    }

    TempFolder folder;
    FakeClock clock;
    std::unique_ptr<practice::Server> server;
    connect::Catalogue catalogue = connect::builtinCatalogue();
    std::unique_ptr<net::SecretStore> secrets = net::makeMemorySecretStore();
    std::unique_ptr<net::CurlEngine> http;
    intake::Analysis analysis;
    std::unique_ptr<store::Store> store;
    std::unique_ptr<net::RateLedger> rates;
    std::unique_ptr<connect::Courier> courier;
    std::unique_ptr<intake::Engine> engine;
    std::unique_ptr<plan::Publisher> publisher;
    AccountId account;
};

} // namespace vigie::test
