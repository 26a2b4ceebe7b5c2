// SPDX-License-Identifier: GPL-3.0-or-later
// Accounts: who a token is, where it is kept, and how one is taken away without taking its history.
#include "app/workspace_impl.hpp"

#include <vigie/base/log.hpp>
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

/// Client id and secret of the application that a token was given to, beside the token itself: they are secrets too.
std::string appKey(const Account &account)
{
    return account.secretKey() + "|app";
}

Result<void> keepSecrets(net::SecretStore &secrets, const Account &account, const AddAccount &wanted)
{
    if (wanted.app.clientId.empty())
        VIGIE_CHECK(secrets.erase(appKey(account))); // of an earlier sign-in: it is not the one this token belongs to
    else
        VIGIE_CHECK(secrets.set(appKey(account), Secret(wanted.app.clientId + "\n" + std::string(wanted.app.clientSecret.reveal()))));
    return secrets.set(account.secretKey(), wanted.token);
}

Result<connect::Connector::OAuthApp> appOf(net::SecretStore &secrets, const Account &account)
{
    auto kept = secrets.get(appKey(account));
    if (!kept)
        return fail(kept.error().code == Errc::NoSecret ? Error{Errc::Unsupported, "the token was not made by this program", 0, {}, {}} : kept.error());
    const auto both = kept->reveal();
    const auto end = both.find('\n');
    if (end == std::string_view::npos)
        return fail(Errc::Internal, "the stored sign-in cannot be read");
    return connect::Connector::OAuthApp{std::string(both.substr(0, end)), Secret(std::string(both.substr(end + 1)))};
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

Result<connect::WhoAmI> Workspace::Impl::whoAmI(const connect::Connector &connector, const Account &account, const Secret &token, std::stop_token stopToken)
{
    const connect::Context context{account, token, clock->now()};
    std::vector<net::Response> answers;
    for (int step = 0; step < 8; ++step) {
        VIGIE_TRY(auto request, connector.buildWhoAmI(context, answers));
        if (!request)
            return connector.parseWhoAmI(context, answers);
        VIGIE_TRY(auto answer, exchange(std::move(*request), stopToken));
        answers.push_back(std::move(answer));
    }
    return fail(Errc::Protocol, "the server keeps pointing elsewhere");
}

Result<AccountId> Workspace::Impl::add(const AddAccount &wanted, std::stop_token stopToken)
{
    const auto *connector = catalogue.find(wanted.connector);
    if (connector == nullptr)
        return fail(Errc::InvalidInput, "no such network: " + wanted.connector);
    const auto &descriptor = connector->describe();
    Account account;
    account.connector = wanted.connector;
    account.settings = wanted.settings;
    account.instance = wanted.instance;
    if (descriptor.auth == connect::AuthKind::OAuthCode && !wanted.instance.empty()) {
        VIGIE_TRY(account.instance, connect::normaliseInstance(wanted.instance, wanted.allowPrivate));
    }
    connect::allowPrivateNetwork(account.settings, wanted.allowPrivate);
    VIGIE_TRY(const auto who, whoAmI(*connector, account, wanted.token, stopToken));
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
    account.practice = options.practice;
    account.addedAt = account.lastSeenAt = clock->now();
    if (descriptor.auth != connect::AuthKind::None)
        VIGIE_CHECK(keepSecrets(*secrets, account, wanted)); // first: an account without its token is of no use
    const auto stored = store->writeNow<AccountId>(
        [&](store::Tx &tx) -> Result<AccountId> {
            VIGIE_TRY(const auto id, store::Accounts(tx).save(account));
            VIGIE_CHECK(store::Accounts(tx).setState(id, AccountState::Active));
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
    rates.setBudget(account.secretKey(), descriptor.rate.requests, descriptor.rate.window);
    {
        const std::lock_guard guard(mutex);
        nextSync[*stored] = clock->now();
    }
    wake.notify_all();
    return stored;
}

Result<void> Workspace::Impl::revoke(const connect::Connector &connector, const Account &account, std::stop_token stopToken)
{
    VIGIE_TRY(const auto token, secrets->get(account.secretKey()));
    VIGIE_TRY(const auto app, appOf(*secrets, account));
    VIGIE_TRY(auto request, connector.buildRevoke(account.instance, app, token));
    request.connectTimeout = kRevokeConnect;
    request.timeout = kRevokeAnswer;
    VIGIE_TRY(const auto answer, exchange(connect::withPermission(std::move(request), account), stopToken));
    if (!answer.ok()) {
        Error refused{refusedWith(answer.status), "the server did not revoke the token", answer.status, {}, {}};
        return fail(std::move(refused));
    }
    return {};
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
    Removal removal{false, {}, account.instance, account.handle.empty() ? account.name : account.handle};
    const auto *connector = catalogue.find(account.connector);
    // The practice network ends with the program, and a token the network has withdrawn needs no second end.
    if (connector != nullptr && connector->describe().auth != connect::AuthKind::None && !account.practice) {
        const auto revoked = revoke(*connector, account, stopToken);
        removal.revoked = revoked.has_value();
        if (!revoked && account.state != AccountState::ReconnectNeeded)
            removal.stillValid = revoked.error();
    }
    for (const auto &key : {account.secretKey(), appKey(account)})
        if (const auto erased = secrets->erase(key); !erased && erased.error().code != Errc::NoSecret)
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
            Secret token;
            if (connector->describe().auth != connect::AuthKind::None) {
                VIGIE_TRY(token, impl.secrets->get(account.secretKey()));
            }
            auto who = impl.whoAmI(*connector, account, token, stop);
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
