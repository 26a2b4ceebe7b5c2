// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace_impl.hpp"

#include "app/rules.hpp"

#include <vigie/app/settings_table.hpp>
#include <vigie/base/log.hpp>
#include <vigie/connect/recipe.hpp>
#include <vigie/desk/desk.hpp>
#include <vigie/plan/planner.hpp>
#include <vigie/store/items.hpp>
#include <vigie/store/outbox.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/queries.hpp>
#include <vigie/store/query_keeping.hpp>
#include <vigie/store/sync.hpp>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <future>

namespace vigie::app {

namespace {

/// Live streams hold a connection each for hours; polling and sending must always find one more.
constexpr int kConnectionsPerHost = 32;

constexpr long kRarestPoll = 24 * 3600; ///< seconds; a value typed into the file does not silence an account for ever

/// Waits until what stands in a worker's queue now has run.
void drain(const std::unique_ptr<SerialWorker> &worker)
{
    if (!worker)
        return;
    std::promise<void> reached;
    worker->post([&reached] { reached.set_value(); });
    reached.get_future().wait();
}

Result<void> absorb(store::Tx &tx, ItemId item, AccountId account, const std::string &reason, bool history)
{
    tx.change().history = tx.change().history || history;
    if (!item)
        return ruled(tx, account, history);
    return desk::Desk(tx).absorb(item, account, reason);
}

/// An answer that left moves its conversation on at once; the echo that the network sends later finds it so.
Result<void> replySettled(store::Tx &tx, const Outbound &outbound)
{
    if (!outbound.ticket || outbound.kind != OutboundKind::Reply)
        return {};
    store::Tickets tickets(tx);
    VIGIE_TRY(auto ticket, tickets.get(outbound.ticket));
    if (outbound.state == OutboundState::Failed) {
        if (ticket.status == TicketStatus::WaitingMember || ticket.status == TicketStatus::Done)
            ticket.status = TicketStatus::Open; // what failed must be seen again
    } else {
        if (!ticket.firstReplyAt)
            ticket.firstReplyAt = tx.now();
        ticket.waitingSince.reset();
        if (ticket.status == TicketStatus::New || ticket.status == TicketStatus::Open)
            ticket.status = TicketStatus::WaitingMember;
    }
    VIGIE_CHECK(tickets.save(ticket, "outbox"));
    return {};
}

/// What a moderation did there is so here, without waiting to see it.
std::optional<ItemState> stateAfter(OutboundKind kind)
{
    switch (kind) {
    case OutboundKind::HideReply: return ItemState::HiddenByUs;
    case OutboundKind::UnhideReply:
    case OutboundKind::ApproveItem:
    case OutboundKind::RestoreItem: return ItemState::Visible;
    case OutboundKind::HoldItem: return ItemState::Held;
    case OutboundKind::MarkSpam: return ItemState::Spam;
    case OutboundKind::RemoveItem: return ItemState::RemovedByModeration;
    default: return std::nullopt;
    }
}

Result<void> settled(store::Tx &tx, const Outbound &outbound)
{
    if (const auto state = stateAfter(outbound.kind); state && outbound.target && outbound.state == OutboundState::Sent)
        if (const auto set = store::Items(tx).setState(outbound.target, *state); !set && set.error().code != Errc::NotFound)
            return set;
    return replySettled(tx, outbound);
}

} // namespace

Workspace::Workspace() : impl_(std::make_unique<Impl>()) {}

Workspace::~Workspace() = default;

Workspace::Impl::~Impl()
{
    stop.request_stop();
    wake.ring();
    if (ticker.joinable()) {
        ticker.request_stop();
        ticker.join();
    }
    changes.cancel();
    drain(eventWorker); // what rings the beat
    beat.reset();
    mail.reset();
    {
        const std::lock_guard guard(mutex);
        for (auto &[key, stream] : live)
            stream.stop.request_stop();
    }
    // What runs now ends by its stop token; then the network answers what is left, on workers that still live.
    for (const auto *worker : {&syncWorker, &publishWorker, &accountWorker, &eventWorker, &evidenceWorker, &relayWorker, &alertWorker})
        drain(*worker);
    std::vector<std::weak_ptr<PendingSignIn>> waiting;
    std::vector<std::shared_ptr<PendingSignIn>> atDevices;
    {
        const std::lock_guard guard(mutex);
        waiting.swap(signIns);
        atDevices.swap(deviceSignIns);
    }
    atDevices.clear();
    for (const auto &one : waiting)
        if (const auto pending = one.lock())
            pending->abandon();
    composing.reset(); // behind the publisher, which has pictures made ready there
    http.reset();
    for (auto *worker : {&syncWorker, &publishWorker, &accountWorker, &eventWorker, &evidenceWorker, &relayWorker, &alertWorker})
        worker->reset();
    relays.reset();
    tones.reset();
    publisher.reset();
    engine.reset();
    courier.reset();
    spending.reset();
    practice.reset();
    store.reset();
}

Result<std::unique_ptr<Workspace>> Workspace::open(const OpenWorkspace &options)
{
    std::unique_ptr<Workspace> workspace(new Workspace);
    workspace->impl_->options = options;
    VIGIE_CHECK(workspace->impl_->openAll());
    return workspace;
}

Result<void> Workspace::Impl::openAll()
{
    clock = &systemClock;
    if (options.practice) {
        scaledClock = std::make_unique<ScaledClock>(systemClock, systemClock.now(), 1);
        clock = scaledClock.get();
    }
    if (options.engines) {
        VIGIE_TRY(lock, store::WorkspaceLock::acquire(options.path, "vigie"));
    }
    store::OpenOptions how;
    how.integrityCheck = true;
    VIGIE_TRY(store, store::Store::open(options.path, *clock, how));
    readSettings();
    catalogue = connect::catalogueWith(recipesFolder());
    secrets = options.secrets;
    if (!secrets) {
        if (options.practice || !options.engines) {
            secrets = net::makeMemorySecretStore(); // practice tokens live and die with their network; looking needs none
        } else {
            VIGIE_TRY(auto keyring, net::openKeyring());
            secrets = std::move(keyring);
        }
    }
    net::EngineOptions network;
    network.userAgent = kUserAgent;
    network.maxConnectionsPerHost = kConnectionsPerHost;
    VIGIE_TRY(const auto authority, store->readNow<std::optional<std::string>>([](store::Tx &tx) { return store::Settings(tx).get(kAuthorityFile.key); }));
    network.caFile = authority.value_or("");
    if (!network.caFile.empty() && !std::ifstream(network.caFile)) {
        log::warning("app", "the file of the own certificate authority cannot be read: servers that need it are refused");
        network.caFile.clear();
    }
    if (options.practice) {
        VIGIE_CHECK(startPractice());
        const auto served = practice->url();
        VIGIE_TRY(const auto stored, store->readNow<std::optional<std::string>>(
                                         [](store::Tx &tx) { return store::Settings(tx).get("practice.url"); }));
        if (stored && *stored != served) {
            const auto hostPort = [](const std::string &url) { return url.substr(url.find("://") + 3); };
            network.connectTo.push_back(hostPort(*stored) + ":" + hostPort(served));
        }
    }
    http = std::make_unique<net::CurlEngine>(network);
    syncWorker = std::make_unique<SerialWorker>("sync");
    publishWorker = std::make_unique<SerialWorker>("publish");
    accountWorker = std::make_unique<SerialWorker>("accounts");
    eventWorker = std::make_unique<SerialWorker>("events");
    evidenceWorker = std::make_unique<SerialWorker>("evidence");
    relayWorker = std::make_unique<SerialWorker>("relays");
    relays = std::make_unique<intake::RelayRun>(*store);
    tones = std::make_unique<intake::ToneRun>(*store, analysis);
    VIGIE_CHECK(tones->begin());
    alertWorker = std::make_unique<SerialWorker>("alerts");
    spending = std::make_unique<StoredSpending>(*store, *clock);
    courier = std::make_unique<connect::Courier>(connect::CourierParts{*http, *secrets, rates, *clock, spending.get(), [this](const Account &account, const SessionFacts &facts) {
        const auto noted = store->writeNow<void>([&](store::Tx &tx) { return store::Accounts(tx).noteSession(account.id, facts); });
        if (!noted)
            log::warning("app", "the sign-in of {} is renewed, its page does not say so: {}", account.handle, noted.error().detail);
    }});
    engine = std::make_unique<intake::Engine>(intake::EngineParts{*store, catalogue, *courier, *clock, analysis, absorb, &shelf});
    composing = std::make_unique<Composing>(*store, plan::OutsideParts{*http, *courier, catalogue, *clock, options.practice}, options.path);
    publisher = std::make_unique<plan::Publisher>(plan::PublisherParts{*store, catalogue, *courier, *clock, settled,
                                                                       [this](Outbound &outbound, const Account &account) { return composing->makeReady(outbound, account); }});
    beat = std::make_unique<PublishBeat>(*publisher, *clock, scaledClock.get());
    mail = std::make_unique<Mail>(*store, secrets, *clock);
    if (options.engines) {
        VIGIE_CHECK(writePolicies());
        VIGIE_CHECK(store->writeNow<int>([](store::Tx &tx) { return store::keepDeskQueries(tx); }));
        if (options.practice)
            VIGIE_CHECK(preparePracticeAccount());
        VIGIE_CHECK(firstQueries());
        VIGIE_CHECK(publisher->recover());
        VIGIE_CHECK(store->writeNow<int>([this](store::Tx &tx) { return plan::Planner(tx, catalogue).resolveInstants(); }));
    }
    changes = store->subscribe(*eventWorker, [this](const Change &change) { onChange(change); });
    return {};
}

/// The terms as this version knows them hold for what older ones took in.
Result<void> Workspace::Impl::writePolicies()
{
    return store->writeNow<void>([this](store::Tx &tx) -> Result<void> {
        for (const auto &connector : catalogue.all())
            VIGIE_CHECK(store::Accounts(tx).setPolicy(connector->describe().id, connector->describe().policy));
        return {};
    });
}

void Workspace::Impl::readSettings()
{
    struct Values {
        std::string zone, person, poll;
    };
    const auto read = store->readNow<Values>([](store::Tx &tx) -> Result<Values> {
        store::Settings settings(tx);
        VIGIE_TRY(const auto zoneName, settings.get(kWorkspaceZone.key));
        VIGIE_TRY(const auto name, settings.get(kWorkspacePerson.key));
        VIGIE_TRY(const auto poll, settings.get(kPollSeconds.key));
        return Values{zoneName.value_or(""), name.value_or(""), poll.value_or("")};
    });
    const char *user = std::getenv("USER");
    const std::lock_guard guard(mutex);
    zone = read && zoneExists(read->zone) ? read->zone : systemZone();
    person = read && !read->person.empty() ? read->person : std::string(user != nullptr ? user : "");
    const long seconds = read ? std::strtol(read->poll.c_str(), nullptr, 10) : 0;
    pollEvery = std::chrono::seconds(std::clamp(seconds, 0L, kRarestPoll));
}

Result<void> Workspace::Impl::firstQueries()
{
    return store->writeNow<void>([this](store::Tx &tx) -> Result<void> {
        store::Settings settings(tx);
        VIGIE_TRY(const auto known, settings.get("workspace.zone"));
        if (!known)
            VIGIE_CHECK(settings.set("workspace.zone", systemZone()));
        store::Queries queries(tx);
        VIGIE_TRY(const auto existing, queries.all());
        if (!existing.empty() || options.practice)
            return {};
        SavedQuery everything;
        everything.name = "*"; // the window shows its own word for "everything" in the person's language
        VIGIE_CHECK(queries.save(everything));
        return {};
    });
}

store::Store &Workspace::store() { return *impl_->store; }
const Clock &Workspace::clock() const { return *impl_->clock; }
const connect::Catalogue &Workspace::catalogue() const { return impl_->catalogue; }
net::SecretStore &Workspace::secrets() { return *impl_->secrets; }
Mail &Workspace::mail() { return *impl_->mail; }
Composing &Workspace::composing() { return *impl_->composing; }
insight::Columns &Workspace::columns() { return impl_->columns; }
const std::string &Workspace::path() const { return impl_->options.path; }
bool Workspace::isPractice() const { return impl_->options.practice; }

std::string Workspace::zone() const
{
    const std::lock_guard guard(impl_->mutex);
    return impl_->zone;
}

std::string Workspace::person() const
{
    const std::lock_guard guard(impl_->mutex);
    return impl_->person;
}

Result<Status> Workspace::statusNow()
{
    auto &impl = *impl_;
    VIGIE_TRY(auto status, impl.store->readNow<Status>([&impl](store::Tx &tx) -> Result<Status> {
                  Status now;
                  VIGIE_TRY(const auto accounts, store::Accounts(tx).all());
                  store::Sync sync(tx);
                  const auto from = tx.now() - std::chrono::hours{24 * 7};
                  for (const auto &account : accounts) {
                      AccountStatus line;
                      line.account = account;
                      const AccountId ids[] = {account.id};
                      VIGIE_TRY(const auto coverage, sync.coverage(ids, from, tx.now()));
                      line.seenUpTo = coverage.seenUpTo;
                      line.openGaps = coverage.openGaps;
                      VIGIE_TRY(line.health, impl.health(tx, account, coverage.seenUpTo));
                      now.openGaps += coverage.openGaps;
                      now.gapTime += coverage.gapTime;
                      if (account.state == AccountState::Active && coverage.seenUpTo)
                          now.seenUpTo = now.seenUpTo ? std::min(*now.seenUpTo, *coverage.seenUpTo) : *coverage.seenUpTo;
                      now.accounts.push_back(std::move(line));
                  }
                  store::OutboxFilter waiting;
                  waiting.states = {OutboundState::Planned, OutboundState::Sending, OutboundState::Unknown, OutboundState::Failed, OutboundState::Missed};
                  VIGIE_TRY(const auto rows, store::Outbox(tx).list(waiting));
                  for (const auto &row : rows) {
                      // A post of the calendar that leaves next week is planned, not on its way.
                      const bool soon = !row.plan || (row.dueAt && *row.dueAt <= tx.now() + std::chrono::minutes{1});
                      now.onTheirWay += (row.state == OutboundState::Planned && soon) || row.state == OutboundState::Sending ? 1 : 0;
                      now.unknown += row.state == OutboundState::Unknown ? 1 : 0;
                      now.failed += row.state == OutboundState::Failed ? 1 : 0;
                      now.missed += row.state == OutboundState::Missed ? 1 : 0;
                  }
                  return now;
              }));
    std::vector<Troubled> troubled;
    for (const auto &line : status.accounts)
        if (line.account.state == AccountState::Active)
            troubled.push_back({line.account.id, line.account.instance, line.health.causes});
    status.notices = noticesOf(troubled);
    const std::lock_guard guard(impl.mutex);
    status.online = impl.online;
    for (auto &line : status.accounts) {
        line.syncing = impl.syncing.count(line.account.id) != 0;
        if (const auto next = impl.nextSync.find(line.account.id); next != impl.nextSync.end())
            line.nextSync = next->second;
        if (const auto until = impl.waitUntil.find(line.account.id); until != impl.waitUntil.end() && until->second > impl.clock->now())
            line.waitUntil = until->second;
        for (const auto &[key, stream] : impl.live)
            line.live = line.live || (key.account == line.account.id && stream.open);
    }
    return status;
}

void Workspace::status(std::stop_token, Executor &reply, std::function<void(Result<Status>)> done)
{
    impl_->run<Status>(*impl_->eventWorker, reply, [this] { return statusNow(); }, std::move(done));
}

void Workspace::discover(std::string typed, DiscoverOptions options, std::stop_token stop, Executor &reply, std::function<void(Result<Discovery>)> done)
{
    impl_->run<Discovery>(*impl_->accountWorker, reply, [this, typed = std::move(typed), options, stop] { return discoverAndWait(typed, options, stop); }, std::move(done));
}

Result<Discovery> Workspace::discoverAndWait(const std::string &typed, const DiscoverOptions &options, std::stop_token stop)
{
    if (impl_->stop.stop_requested() || stop.stop_requested())
        return fail(Errc::Cancelled);
    return app::discover(impl_->catalogue, *impl_->http, typed, options, std::move(stop));
}

} // namespace vigie::app
