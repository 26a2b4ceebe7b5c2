// SPDX-License-Identifier: GPL-3.0-or-later
// Accounts: who a token is, where it is kept, and how one is taken away without taking its history.
#include "app/workspace_impl.hpp"

#include <vigie/base/log.hpp>
#include <vigie/connect/conversation.hpp>
#include <vigie/store/figures.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/queries.hpp>

#include <algorithm>

namespace vigie::app {

namespace {

/// The words a new brand's query begins with: the account's own name, as people write it.
std::string brandSource(const Account &account)
{
    auto user = account.handle.substr(0, account.handle.find('@'));
    std::string name = account.name;
    name.erase(std::remove(name.begin(), name.end(), '"'), name.end());
    std::string source;
    if (!name.empty() && name != user)
        source = "\"" + name + "\"";
    if (!user.empty())
        source += (source.empty() ? "" : " OR ") + user;
    return source;
}

constexpr std::chrono::seconds kRevokeConnect{5}, kRevokeAnswer{10}; ///< somebody waits for the account to go

/// A sign-in through another registration leaves the older token of no use to anybody here. One through the same registration
/// keeps it: a network may end with it the whole access that the person gave, and so the new token (RFC 7009, section 2.1).
bool supersedes(const connect::Credential &fresh, const connect::Credential &older)
{
    const auto registration = older.field(kClientId);
    return !older.access.empty() && !registration.empty() && older.access.reveal() != fresh.access.reveal() && registration.reveal() != fresh.field(kClientId).reveal();
}

/// The application that a token was given to: what revokes it.
Result<connect::Connector::OAuthApp> appOf(const connect::Credential &credential)
{
    if (credential.field(kClientId).empty())
        return fail(Errc::Unsupported, "the token was not made by this program");
    return connect::Connector::OAuthApp{std::string(credential.field(kClientId).reveal()), credential.field(kClientSecret)};
}

Errc refusedWith(int status)
{
    return status == 429 ? Errc::RateLimited : status >= 500 ? Errc::Server : status == 401 || status == 403 ? Errc::Forbidden : Errc::Protocol;
}

} // namespace

Result<net::Response> Workspace::Impl::exchange(net::Request request, std::stop_token stopToken)
{
    if (stop.stop_requested())
        return fail(Errc::Cancelled); // the workspace closes: the network may be gone already
    auto answer = http->sendAndWait(std::move(request), stopToken);
    if (!answer)
        return fail(std::move(answer.error().error));
    return std::move(*answer);
}

/// Of an account that is not stored yet; later on it is the courier who asks.
Result<connect::WhoAmI> Workspace::Impl::firstWhoAmI(const connect::Connector &connector, const Account &account, const connect::Credential &credential, std::stop_token stopToken)
{
    const connect::Context context{account, credential.access, clock->now(), &credential};
    return connect::askWhoAmI(connector, context, [&](net::Request request) { return exchange(std::move(request), stopToken); });
}

Result<connect::SignedIn> Workspace::Impl::signedIn(const connect::Connector &connector, const Account &account, const AddAccount &wanted, std::stop_token stopToken)
{
    if (!wanted.credential.empty() || !connector.describe().needsSignIn())
        return connect::SignedIn{wanted.credential, {}, {}};
    const connect::SignInForm form{account, wanted.typed, wanted.way, clock->now()};
    return connect::converse<connect::SignedIn>([&](const std::vector<net::Response> &answers) { return connector.signIn(form, answers); },
                                                [&](net::Request request) { return exchange(connect::withPermission(std::move(request), account), stopToken); });
}

Result<AccountId> Workspace::Impl::add(const AddAccount &wanted, std::stop_token stopToken)
{
    const auto *connector = catalogue.find(wanted.connector);
    if (connector == nullptr)
        return fail(Errc::InvalidInput, "no such network: " + wanted.connector);
    const auto &descriptor = connector->describe();
    VIGIE_TRY(auto account, typedAccount(wanted));
    VIGIE_TRY(auto session, signedIn(*connector, account, wanted, stopToken));
    if (!session.instance.empty())
        account.instance = session.instance;
    for (const auto &[key, value] : session.settings)
        account.set(key, value);
    VIGIE_TRY(const auto who, firstWhoAmI(*connector, account, session.credential, stopToken));
    if (who.author.nativeId.empty())
        return fail(Errc::Protocol, "the server did not say who this is");
    account.nativeId = who.author.nativeId;
    if (descriptor.family == "feed") {
        // What was typed may be a page that names its feed: from here on the feed itself is the source.
        account.instance = who.author.nativeId;
        account.settings = {{"url", who.author.nativeId}};
        connect::allowPrivateNetwork(account.settings, wanted.allowPrivate);
    }
    account.handle = who.author.handle;
    account.name = who.author.name;
    account.avatarUrl = who.author.avatarUrl;
    account.capabilities = who.capabilities;
    account.limits = who.limits;
    for (const auto &[key, value] : who.settings)
        account.set(key, value);
    account.policy = descriptor.policy;
    account.session = {session.credential.expiresAt, session.credential.refreshUntil, who.scopes.empty() ? session.credential.scopes : who.scopes, who.apiSunset};
    account.practice = options.practice;
    account.addedAt = account.lastSeenAt = clock->now();
    connect::Credential replaced;
    if (descriptor.needsSignIn()) {
        if (const auto before = secrets->get(account.secretKey()))
            replaced = connect::credentialFrom(*before).value_or(connect::Credential{});
        VIGIE_CHECK(secrets->set(account.secretKey(), connect::toSecret(session.credential))); // first: an account without its token is of no use
    }
    const auto state = descriptor.offByDefault ? AccountState::Paused : AccountState::Active;
    const auto stored = store->writeNow<AccountId>(
        [&](store::Tx &tx) -> Result<AccountId> {
            VIGIE_TRY(const auto id, store::Accounts(tx).save(account));
            VIGIE_CHECK(store::Accounts(tx).setState(id, state));
            VIGIE_CHECK(store::Figures(tx).addAccountMetrics(id, who.metrics));
            store::Queries queries(tx);
            VIGIE_TRY(const auto existing, queries.all());
            const bool hasBrand = std::any_of(existing.begin(), existing.end(), [](const SavedQuery &one) { return one.role == QueryRole::Brand; });
            if (!hasBrand && !options.practice && descriptor.family == "social") {
                SavedQuery brand;
                brand.name = account.name.empty() ? account.handle : account.name;
                brand.source = brandSource(account);
                brand.role = QueryRole::Brand;
                brand.order = -1;
                if (!brand.source.empty())
                    VIGIE_CHECK(queries.save(brand));
            }
            return id;
        },
        store::Durability::Full);
    if (!stored)
        return stored;
    courier->forget(account); // another sign-in, perhaps with other allowances
    {
        const std::lock_guard guard(mutex);
        nextSync[*stored] = clock->now();
    }
    wake.ring();
    if (supersedes(session.credential, replaced) && !account.practice)
        accountWorker->post([this, connector, account, replaced = std::move(replaced)] {
            if (const auto revoked = revoke(*connector, account, replaced, stop.get_token()); !revoked && revoked.error().code != Errc::Unsupported)
                log::warning("app", "the token that a new sign-in replaced was not revoked at {}: {}", account.instance, revoked.error().detail);
        });
    return stored;
}

Result<void> Workspace::Impl::revoke(const connect::Connector &connector, const Account &account, const connect::Credential &credential, std::stop_token stopToken)
{
    VIGIE_TRY(const auto app, appOf(credential));
    VIGIE_TRY(auto request, connector.buildRevoke(account.instance, app, credential.access));
    request.connectTimeout = kRevokeConnect;
    request.timeout = kRevokeAnswer;
    VIGIE_TRY(const auto answer, exchange(connect::withPermission(std::move(request), account), stopToken));
    if (!answer.ok()) {
        Error refused{refusedWith(answer.status), "the server did not revoke the token", answer.status, {}, {}};
        return fail(std::move(refused));
    }
    return {};
}

Result<void> Workspace::Impl::revokeStored(const connect::Connector &connector, const Account &account, std::stop_token stopToken)
{
    VIGIE_TRY(const auto stored, secrets->get(account.secretKey()));
    VIGIE_TRY(const auto credential, connect::credentialFrom(stored));
    return revoke(connector, account, credential, std::move(stopToken));
}

Result<Removal> Workspace::Impl::remove(AccountId id, std::stop_token stopToken)
{
    VIGIE_TRY(const auto account, store->readNow<Account>([id](store::Tx &tx) { return store::Accounts(tx).get(id); }));
    VIGIE_CHECK(store->writeNow<void>([id](store::Tx &tx) { return store::Accounts(tx).setState(id, AccountState::Removed); },
                                      store::Durability::Full));
    {
        const std::lock_guard guard(mutex);
        nextSync.erase(id);
        for (auto &[key, stream] : live)
            if (key.account == id) {
                stream.wanted = false;
                stream.stop.request_stop();
            }
    }
    shelf.clear(id);
    Removal removal{false, {}, account.instance, account.handle.empty() ? account.name : account.handle};
    const auto *connector = catalogue.find(account.connector);
    // The practice network ends with the program, and a token the network has withdrawn needs no second end.
    if (connector != nullptr && connector->describe().needsSignIn() && !account.practice) {
        const auto revoked = revokeStored(*connector, account, stopToken);
        removal.revoked = revoked.has_value();
        if (!revoked && account.state != AccountState::ReconnectNeeded)
            removal.stillValid = revoked.error();
    }
    if (const auto erased = secrets->erase(account.secretKey()); !erased && erased.error().code != Errc::NoSecret)
        return fail(erased.error());
    return removal;
}

void Workspace::addAccount(AddAccount account, std::stop_token stop, Executor &reply, std::function<void(Result<AccountId>)> done)
{
    impl_->run<AccountId>(*impl_->accountWorker, reply, [this, account = std::move(account), stop] { return impl_->add(account, stop); }, std::move(done));
}

Result<AccountId> Workspace::addAccountAndWait(const AddAccount &account, std::stop_token stop)
{
    return impl_->add(account, stop);
}

void Workspace::testAccount(AccountId id, std::stop_token stop, Executor &reply, std::function<void(Result<connect::WhoAmI>)> done)
{
    impl_->run<connect::WhoAmI>(
        *impl_->accountWorker, reply,
        [this, id, stop]() -> Result<connect::WhoAmI> {
            auto &impl = *impl_;
            VIGIE_TRY(const auto account, impl.store->readNow<Account>([id](store::Tx &tx) { return store::Accounts(tx).get(id); }));
            const auto *connector = impl.catalogue.find(account.connector);
            if (connector == nullptr)
                return fail(Errc::Unsupported, "this network is not known to this version");
            auto who = impl.courier->whoAmI(*connector, account, net::RatePriority::User, stop);
            VIGIE_CHECK(impl.store->writeNow<void>([&](store::Tx &tx) -> Result<void> {
                store::Accounts accounts(tx);
                if (who && account.state == AccountState::ReconnectNeeded)
                    VIGIE_CHECK(accounts.setState(id, AccountState::Active));
                return accounts.noteExchange(id, who ? std::nullopt : std::optional(who.error()));
            }));
            return who;
        },
        std::move(done));
}

void Workspace::removeAccount(AccountId account, std::stop_token stop, Executor &reply, std::function<void(Result<Removal>)> done)
{
    impl_->run<Removal>(*impl_->accountWorker, reply, [this, account, stop] { return impl_->remove(account, stop); }, std::move(done));
}

} // namespace vigie::app
