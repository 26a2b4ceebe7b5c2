// SPDX-License-Identifier: GPL-3.0-or-later
// The inside of a workspace: what is wired (workspace.cpp), what runs by itself (engines.cpp), live streams (live.cpp),
// accounts (accounts.cpp) and the practice network (practice_setup.cpp).
#pragma once

#include <vigie/app/composing.hpp>
#include <vigie/app/mail.hpp>
#include <vigie/app/workspace.hpp>

#include "app/publish_beat.hpp"
#include "app/spending.hpp"

#include <vigie/base/alarm.hpp>
#include <vigie/connect/courier.hpp>
#include <vigie/insight/columns.hpp>
#include <vigie/intake/analysis.hpp>
#include <vigie/intake/relay_run.hpp>
#include <vigie/intake/tone_run.hpp>
#include <vigie/net/rate.hpp>
#include <vigie/practice/server.hpp>

#include <map>
#include <mutex>
#include <set>
#include <thread>

namespace vigie::app {

inline constexpr const char *kUserAgent = "Vigie/0.1 (desktop community management)";

/// Parts of a credential that say to which application it was given.
inline constexpr const char *kClientId = "client_id", *kClientSecret = "client_secret";

/// One live stream of one account.
struct LiveStream {
    bool open = false;
    bool wanted = true;          ///< false once the server said that it has none
    int failures = 0;
    std::optional<Instant> reopenAt;
    std::stop_source stop;
    std::vector<connect::FetchPage> waiting; ///< delivered, not stored yet
};

/// A sign-in that may outlive the workspace in the hands of a window.
class PendingSignIn {
public:
    virtual ~PendingSignIn() = default;
    virtual void abandon() = 0; ///< answers Cancelled when nothing was answered yet; from here on nothing comes
};

/// When others wrote at an account's source, as read a while ago.
struct Pulse {
    Instant readAt;
    std::vector<Instant> slots;
};

struct Workspace::Impl {
    OpenWorkspace options;
    SystemClock systemClock;
    std::unique_ptr<ScaledClock> scaledClock;
    const Clock *clock = nullptr;
    std::unique_ptr<practice::Server> practice;
    std::optional<store::WorkspaceLock> lock;
    connect::Catalogue catalogue; ///< before the store, whose jobs ask it
    insight::Columns columns;     ///< before the store, whose jobs count from them
    std::unique_ptr<store::Store> store;
    std::shared_ptr<net::SecretStore> secrets;
    std::unique_ptr<net::CurlEngine> http;
    net::RateLedger rates;
    intake::Shelf shelf;
    std::unique_ptr<connect::Spending> spending;
    std::unique_ptr<connect::Courier> courier;
    intake::Analysis analysis;
    std::unique_ptr<intake::Engine> engine;
    std::unique_ptr<plan::Publisher> publisher;
    std::unique_ptr<PublishBeat> beat;            ///< it sleeps until start()
    std::unique_ptr<Mail> mail;
    std::unique_ptr<Composing> composing;
    std::unique_ptr<intake::RelayRun> relays;
    std::unique_ptr<intake::ToneRun> tones;
    std::unique_ptr<SerialWorker> syncWorker, publishWorker, accountWorker, eventWorker, evidenceWorker, relayWorker, alertWorker;
    store::Subscription changes;
    std::stop_source stop;
    Alarm wake;                                   ///< the ticker's

    std::mutex mutex;                             ///< guards what follows
    std::map<AccountId, Instant> nextSync;
    std::set<AccountId> syncing;
    std::map<AccountId, Instant> waitUntil;
    std::map<StreamKey, LiveStream> live;
    std::vector<std::weak_ptr<PendingSignIn>> signIns;
    std::vector<std::shared_ptr<PendingSignIn>> deviceSignIns; ///< each with a thread that ends with the workspace
    std::map<AccountId, Pulse> pulses;
    std::vector<ItemId> arrivals;                 ///< stored, and not yet held against others
    bool relaysPosted = false, relevancePosted = false, tonesPosted = false, clocksPosted = false, rematchPosted = false;
    std::set<QueryId> resting;                    ///< queries that a person stopped judging
    std::optional<Instant> nextAlerts;
    bool online = true, lookAround = false, fetchingEvidence = false, judging = false, reporting = false;
    bool started = false;
    std::string zone = "UTC", person;
    std::chrono::seconds pollEvery{0};            ///< as the person set it; 0: as each network advises
    std::optional<Instant> nextRepeats;           ///< the ticker's own
    bool keeping = false;                         ///< results of indicators are being kept
    std::optional<std::int32_t> keptDay;          ///< seen from this day all of them are
    std::optional<Instant> keepAgain;             ///< they could not be kept: not before then
    std::jthread ticker;

    ~Impl();

    // workspace.cpp
    Result<void> openAll();
    Result<void> firstQueries();
    Result<void> writePolicies();
    void readSettings();

    // engines.cpp
    void tick();
    void runTicker(const std::stop_token &stopToken);
    /// By the machine's clock; what rings asks it again.
    [[nodiscard]] Instant nextTick();
    void syncAccountLater(AccountId account);
    void onChange(const Change &change);
    /// History that saved queries have still to be held against: since the program ended, or since another query changed.
    void rematchLater();
    void rematchStep();
    /// Who stopped judging a query does not want it to go on behind.
    void rest(QueryId query, bool wanted);
    std::chrono::seconds rhythm(const Account &account);

    // evidence.cpp
    void fetchEvidenceLater();

    // relays.cpp
    void relaysLater(const std::vector<ItemId> &arrived);
    void relaysStep();
    void relevanceLater();
    void tonesLater();
    void tonesStep();
    void relevanceStep();

    // alerts.cpp
    void judgeAlertsLater(Instant now);

    // report_schedule.cpp
    void reportsLater();

    // objective_results.cpp
    void resultsLater(Instant now);

    // clocks.cpp
    void clocksLater();
    void clocksStep();

    // live.cpp
    void openStreams(const std::vector<Account> &accounts);
    void openStream(const Account &account, const connect::StreamSpec &stream);
    void storeLive(const Account &account, const connect::StreamSpec &stream);
    void streamClosed(const Account &account, const connect::StreamSpec &stream, const net::Failure &failure);

    // accounts.cpp
    Result<connect::WhoAmI> firstWhoAmI(const connect::Connector &connector, const Account &account, const connect::Credential &credential, std::stop_token stopToken);
    Result<connect::SignedIn> signedIn(const connect::Connector &connector, const Account &account, const AddAccount &wanted, std::stop_token stopToken);
    Result<AccountId> add(const AddAccount &wanted, std::stop_token stopToken);
    Result<Removal> remove(AccountId id, std::stop_token stopToken);
    Result<void> revoke(const connect::Connector &connector, const Account &account, const connect::Credential &credential, std::stop_token stopToken);
    Result<void> revokeStored(const connect::Connector &connector, const Account &account, std::stop_token stopToken);
    Result<net::Response> exchange(net::Request request, std::stop_token stopToken);

    // device_sign_in.cpp
    Result<Account> typedAccount(const AddAccount &wanted);

    // account_health.cpp
    Result<Health> health(store::Tx &tx, const Account &account, std::optional<Instant> seenUpTo);
    std::optional<Silence> silence(store::Tx &tx, const Account &account, Instant seenUpTo);

    // practice_setup.cpp
    Result<void> startPractice();
    Result<void> preparePracticeAccount();
    Result<void> firstPracticeWork(const std::map<std::string, AccountId> &accounts);

    /// Runs `job` on `worker` and gives its answer to `done` on `reply`.
    template <class T>
    void run(SerialWorker &worker, Executor &reply, std::function<Result<T>()> job, std::function<void(Result<T>)> done)
    {
        worker.post([&reply, job = std::move(job), done = std::move(done)] {
            auto answer = std::make_shared<Result<T>>(job());
            reply.post([answer, done] { done(std::move(*answer)); });
        });
    }
};

} // namespace vigie::app
