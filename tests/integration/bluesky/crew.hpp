// SPDX-License-Identifier: GPL-3.0-or-later
// Vigie's own engines with one account of the network: the real connector, store, intake and publisher, over a client that
// a test may listen to and interfere with.
#pragma once

#include "integration/bluesky/net.hpp"
#include "integration/house.hpp"

#include <atomic>
#include <deque>
#include <mutex>

namespace vigie::bsky {

using test::must;
using test::TempFolder;

/// The real client; `before` may change what is asked, `after` what is answered.
class Tap final : public net::HttpClient {
public:
    using Before = std::function<void(net::Request &)>;
    using After = std::function<net::Answer(const net::Request &, net::Answer)>;

    void send(net::Request request, std::stop_token stop, Executor &reply, std::function<void(net::Answer)> done) override
    {
        Before change;
        After settle;
        {
            const std::lock_guard guard(mutex_);
            change = before;
            settle = after;
        }
        if (change)
            change(request);
        {
            const std::lock_guard guard(mutex_);
            asked.push_back(request);
        }
        auto kept = request;
        engine.send(std::move(request), std::move(stop), reply, [settle, kept = std::move(kept), done = std::move(done)](net::Answer answer) {
            done(settle ? settle(kept, std::move(answer)) : std::move(answer));
        });
    }
    /// How often something with these words in its address was asked.
    int count(const std::string &words)
    {
        const std::lock_guard guard(mutex_);
        return static_cast<int>(std::count_if(asked.begin(), asked.end(), [&](const net::Request &one) { return one.url.find(words) != std::string::npos; }));
    }
    std::vector<net::Request> all(const std::string &words)
    {
        const std::lock_guard guard(mutex_);
        std::vector<net::Request> found;
        for (const auto &one : asked)
            if (one.url.find(words) != std::string::npos)
                found.push_back(one);
        return found;
    }
    void forget()
    {
        const std::lock_guard guard(mutex_);
        asked.clear();
    }

    net::CurlEngine engine{[] {
        net::EngineOptions options;
        options.userAgent = "Vigie tests";
        return options;
    }()};
    Before before;
    After after;

private:
    std::mutex mutex_;
    std::vector<net::Request> asked;
};

/// The machine's clock, wrong by as much as a test says.
class SkewedClock final : public Clock {
public:
    [[nodiscard]] Instant now() const override { return system_.now() + Micros{skew_.load()}; }
    void advance(Micros by) { skew_ += by.count(); }

private:
    SystemClock system_;
    std::atomic<std::int64_t> skew_{0};
};

class Crew {
public:
    explicit Crew(const Person &who, std::vector<AccountSetting> settings = {}) : person(who)
    {
        open();
        Account wanted;
        wanted.connector = "bluesky";
        wanted.instance = pdsUrl();
        wanted.settings = std::move(settings);
        wanted.set("user", "@" + who.handle + " ");
        connect::Credential typed;
        typed.set("password", Secret(who.password));
        auto session = signIn(wanted, typed, http);
        wanted.instance = session.instance;
        for (const auto &[key, value] : session.settings)
            wanted.set(key, value);
        identify(wanted, session.credential);
        must(secrets->set(wanted.secretKey(), connect::toSecret(session.credential)));
        account = write<AccountId>([&](store::Tx &tx) { return store::Accounts(tx).save(wanted); });
    }

    static const connect::Connector &network()
    {
        static const auto all = connect::builtinCatalogue();
        return *all.find("bluesky");
    }
    /// As the workspace does it.
    static connect::SignedIn signIn(const Account &account, const connect::Credential &typed, net::HttpClient &client)
    {
        return must(trySignIn(account, typed, client));
    }
    static Result<connect::SignedIn> trySignIn(const Account &account, const connect::Credential &typed, net::HttpClient &client)
    {
        const connect::SignInForm form{account, typed, connect::AuthKind::AppPassword, SystemClock().now()};
        return connect::converse<connect::SignedIn>([&](const std::vector<net::Response> &answers) { return network().signIn(form, answers); }, test::over(client));
    }
    void identify(Account &wanted, const connect::Credential &credential) { must(test::introduce(network(), wanted, credential, clock.now(), http)); }

    void open()
    {
        store = must(store::Store::open(folder.file("workspace.vigie"), clock));
        rates = std::make_unique<net::RateLedger>();
        courier = std::make_unique<connect::Courier>(connect::CourierParts{http, *secrets, *rates, clock});
        engine = std::make_unique<intake::Engine>(intake::EngineParts{*store, catalogue, *courier, clock, analysis, [](store::Tx &tx, ItemId item, AccountId to, const std::string &reason, bool) {
                                                                          return desk::Desk(tx).absorb(item, to, reason);
                                                                      }});
        publisher = std::make_unique<plan::Publisher>(plan::PublisherParts{*store, catalogue, *courier, clock});
        publisher->onWait([this](std::chrono::seconds span, std::stop_token) { clock.advance(span); });
    }
    void restart()
    {
        publisher.reset();
        engine.reset();
        courier.reset();
        store.reset();
        open();
        must(publisher->recover());
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
    Account us()
    {
        return read<Account>([this](store::Tx &tx) { return store::Accounts(tx).get(account); });
    }

    /// One run of all streams.
    intake::SyncReport sync(int backfillPages = 50)
    {
        intake::RunOptions options;
        options.backfillPages = backfillPages;
        return must(engine->runAccount(account, options));
    }
    std::optional<Item> find(const std::string &uri)
    {
        const auto instance = us().instance;
        return read<std::optional<Item>>([&](store::Tx &tx) -> Result<std::optional<Item>> {
            const auto id = store::Items(tx).findNative("bluesky", instance, uri);
            if (!id || id->value == 0)
                return std::optional<Item>{};
            return store::Items(tx).get(*id);
        });
    }
    int stored(const std::string &query)
    {
        const auto parsed = text::parseQuery(query);
        REQUIRE(parsed);
        return read<int>([&](store::Tx &tx) { return store::Items(tx).count(*parsed, 1'000'000); });
    }

    /// One exchange with an access that is good, as engines do it.
    template <class T, class Build, class Parse>
    Result<T> ask(Build build, Parse parse)
    {
        return courier->ask<T>(network(), us(), net::RatePriority::User, {}, build, parse);
    }
    Result<connect::LookupAnswer> look(std::vector<std::string> uris)
    {
        return ask<connect::LookupAnswer>([&](const connect::Context &context) { return network().buildLookup(context, uris); },
                                          [&](const connect::Context &context, const net::Response &response) { return network().parseLookup(context, uris, response); });
    }
    Result<connect::ThreadAnswer> thread(const std::string &uri)
    {
        return ask<connect::ThreadAnswer>([&](const connect::Context &context) { return network().buildThread(context, uri); },
                                          [&](const connect::Context &context, const net::Response &response) { return network().parseThread(context, uri, response); });
    }

    /// A row that is due now.
    OutboundId send(OutboundKind kind, const std::string &target, const std::string &text = {}, std::vector<OutboundMedia> media = {}, const std::string &comment = {})
    {
        Outbound row;
        row.account = account;
        row.kind = kind;
        row.state = OutboundState::Planned;
        row.targetNative = target;
        row.comment = comment;
        row.lang = "fr";
        row.createdAt = row.changedAt = clock.now();
        row.dueAt = row.createdAt;
        row.clientToken = randomKey();
        OutboundPart part;
        part.text = text;
        part.media = std::move(media);
        part.idempotencyKey = randomKey();
        row.parts.push_back(std::move(part));
        return write<OutboundId>([&](store::Tx &tx) { return store::Outbox(tx).add(row); });
    }
    Outbound row(OutboundId id)
    {
        return read<Outbound>([id](store::Tx &tx) { return store::Outbox(tx).get(id); });
    }
    plan::PublishReport publish() { return must(publisher->runDue()); }
    /// Publishes and settles until the row has an end.
    Outbound finish(OutboundId id)
    {
        for (int turn = 0; turn < 40; ++turn) {
            publish();
            const auto now = row(id);
            if (now.state == OutboundState::Sent || now.state == OutboundState::Failed || now.state == OutboundState::Accepted)
                return now;
            clock.advance(std::chrono::seconds{20});
        }
        return row(id);
    }
    Outbound sent(OutboundId id)
    {
        auto now = finish(id);
        INFO((now.error ? std::string(errcName(now.error->code)) + ": " + now.error->detail : std::string()));
        REQUIRE(now.state == OutboundState::Sent);
        return now;
    }

    const Person &person;
    TempFolder folder;
    SkewedClock clock;
    connect::Catalogue catalogue = connect::builtinCatalogue();
    std::unique_ptr<net::SecretStore> secrets = net::makeMemorySecretStore();
    Tap http;
    intake::Analysis analysis;
    std::unique_ptr<store::Store> store;
    std::unique_ptr<net::RateLedger> rates;
    std::unique_ptr<connect::Courier> courier;
    std::unique_ptr<intake::Engine> engine;
    std::unique_ptr<plan::Publisher> publisher;
    AccountId account;
};

/// The live stream of a crew, collected as pages.
class Live {
public:
    explicit Live(Crew &crew, const std::string &cursor = {}, const std::string &generation = "v1") : crew_(crew)
    {
        account_ = crew.us();
        account_.set("live", generation);
        account_.set("live_address", jetUrl());
        for (const auto &stream : Crew::network().streams(account_))
            if (stream.firehose)
                spec = stream;
        REQUIRE(spec.firehose);
        const Secret none;
        const connect::Context context{account_, none, crew.clock.now()};
        auto request = must(Crew::network().buildStream(context, spec.name, cursor));
        REQUIRE(request.bearer.empty());
        begin(std::move(request));
    }
    Live(Crew &crew, net::Request request) : crew_(crew), account_(crew.us())
    {
        account_.set("live", "v2");
        begin(std::move(request));
    }
    ~Live()
    {
        stop_.request_stop();
        until([this] { return closed(); });
    }
    Live(const Live &) = delete;
    Live &operator=(const Live &) = delete;

    [[nodiscard]] bool closed()
    {
        executor_.runPending();
        return failure.has_value();
    }
    bool untilOpen()
    {
        return until([this] { executor_.runPending(); return opened || failure.has_value(); }) && opened;
    }
    /// Until a page speaks of this post (as an item or a signal); its number, -1 when it never came.
    int untilSeen(const std::string &id)
    {
        int found = -1;
        until([&] {
            executor_.runPending();
            for (std::size_t i = 0; i < pages.size() && found < 0; ++i) {
                const auto &page = pages[i];
                if ((!page.items.empty() && page.items[0].nativeId == id) || (!page.signals.empty() && page.signals[0].nativeId == id))
                    found = static_cast<int>(i);
            }
            return found >= 0 || failure.has_value();
        });
        return found;
    }
    /// What has come so far goes to the engine, as one batch.
    void accept()
    {
        auto batch = pages;
        must(crew_.engine->acceptLive(account_, spec, std::move(batch)));
    }

    connect::StreamSpec spec;
    std::vector<connect::FetchPage> pages;
    std::vector<std::string> raw;
    bool opened = false;
    std::optional<net::Failure> failure;

private:
    void begin(net::Request request)
    {
        net::StreamHandlers handlers;
        handlers.opened = [this](const net::Response &) { opened = true; };
        handlers.event = [this](const net::StreamEvent &event) {
            const Secret none;
            raw.push_back(event.data);
            pages.push_back(must(Crew::network().parseStreamEvent({account_, none, crew_.clock.now()}, "jetstream", event)));
        };
        handlers.closed = [this](const net::Failure &why) { failure = why; };
        crew_.http.engine.open(std::move(request), stop_.get_token(), executor_, std::move(handlers));
    }

    Crew &crew_;
    Account account_;
    ManualExecutor executor_;
    std::stop_source stop_;
};

} // namespace vigie::bsky
