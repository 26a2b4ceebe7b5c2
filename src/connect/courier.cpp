// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/connect/courier.hpp>

#include <vigie/base/log.hpp>
#include <vigie/connect/conversation.hpp>
#include <vigie/connect/extensions.hpp>

#include <algorithm>

namespace vigie::connect {

namespace {

constexpr std::chrono::seconds kEndsSoon{60}; ///< a long upload must not outlive its access by a blink
constexpr int kMostStages = 3;                ///< of one renewal

bool endsSoon(const Credential &credential, Instant now)
{
    return credential.expiresAt && *credential.expiresAt <= now + kEndsSoon;
}

std::string bucketKey(const Account &account, const std::string &bucket)
{
    return bucket.empty() ? account.secretKey() : account.secretKey() + "/" + bucket;
}

net::Failure notSent(Errc code, std::string detail, std::optional<Instant> until, Instant now)
{
    Error error{code, std::move(detail), 0, {}, {}};
    if (until)
        error.retryAfter = std::max(std::chrono::ceil<std::chrono::seconds>(*until - now), std::chrono::seconds{1});
    return net::Failure{std::move(error), net::Sent::Nothing};
}

SessionFacts factsOf(const Account &account, const Credential &credential)
{
    SessionFacts facts = account.session;
    facts.expiresAt = credential.expiresAt;
    facts.refreshableUntil = credential.refreshUntil;
    if (!credential.scopes.empty())
        facts.scopes = credential.scopes;
    return facts;
}

} // namespace

const RateBucket *bucketOf(const Descriptor &network, std::string_view name)
{
    const auto found = std::find_if(network.buckets.begin(), network.buckets.end(), [name](const RateBucket &one) { return one.name == name; });
    return found == network.buckets.end() ? nullptr : &*found;
}

Courier::Courier(CourierParts parts) : parts_(std::move(parts)) {}

Courier::~Courier() = default;

std::shared_ptr<Courier::Slot> Courier::slot(const std::string &key)
{
    const std::lock_guard guard(mutex_);
    auto &entry = slots_[key];
    if (!entry)
        entry = std::make_shared<Slot>();
    return entry;
}

Result<Credential> Courier::stored(const Connector &connector, const Account &account)
{
    if (!connector.describe().needsSignIn())
        return Credential{};
    VIGIE_TRY(const auto entry, parts_.secrets.get(account.secretKey()));
    return credentialFrom(entry);
}

Result<Credential> Courier::credential(const Connector &connector, const Account &account, std::stop_token stop)
{
    VIGIE_TRY(auto credential, stored(connector, account));
    if (!connector.describe().needsSignIn() || !endsSoon(credential, now()))
        return credential;
    auto renewed = renew(connector, account, credential, stop);
    // What is over as soon as it is given is a stage of a longer sign-in: there is another one to come.
    for (int stage = 1; stage < kMostStages && renewed && renewed->expiresAt && *renewed->expiresAt <= now(); ++stage)
        renewed = renew(connector, account, *renewed, stop);
    // The local clock may be wrong: an access that only seems to be over is tried as long as the network does not refuse it.
    if (!renewed && renewed.error().code != Errc::AuthRevoked && !credential.access.empty())
        return credential;
    return renewed;
}

Result<Credential> Courier::renew(const Connector &connector, const Account &account, const Credential &refused, std::stop_token stop)
{
    const auto mine = slot(account.secretKey());
    const std::lock_guard guard(mine->renewing);
    VIGIE_TRY(auto current, stored(connector, account));
    if (current.access.reveal() != refused.access.reveal() && !endsSoon(current, now()))
        return current; // somebody was quicker
    return renewLocked(connector, account, current, std::move(stop));
}

Result<Credential> Courier::renewLocked(const Connector &connector, const Account &account, const Credential &old, std::stop_token stop)
{
    const Context context{account, old.access, now(), &old};
    Credential fresh;
    if (auto minted = connector.mint(context)) {
        fresh = merged(old, std::move(*minted));
    } else if (minted.error().code != Errc::Unsupported) {
        return fail(std::move(minted.error()));
    } else {
        auto request = connector.buildRefresh(context);
        if (!request) // nothing renews it: the person must
            return fail(request.error().code == Errc::Unsupported ? Error{Errc::AuthExpired, "this sign-in cannot be renewed", 0, {}, {}} : request.error());
        // Not through send(): renewing must not wait behind the polling that needs it.
        auto answer = parts_.http.sendAndWait(std::move(*request), std::move(stop));
        if (!answer)
            return fail(std::move(answer.error().error));
        parts_.rates.noteResponse(account.secretKey(), *answer, now());
        VIGIE_TRY(auto parsed, connector.parseRefresh(context, *answer));
        if (parsed.access.empty())
            return fail(Errc::Protocol, "the network renewed the sign-in with nothing");
        fresh = merged(old, std::move(parsed));
    }
    VIGIE_CHECK(parts_.secrets.set(account.secretKey(), toSecret(fresh))); // before its first use: a rotated token exists once
    log::info("connect", "the sign-in of {} was renewed", account.handle);
    if (parts_.renewed)
        parts_.renewed(account, factsOf(account, fresh));
    return fresh;
}

void Courier::declareBudgets(const Descriptor &network, const std::string &key)
{
    {
        const std::lock_guard guard(mutex_);
        if (!declared_.try_emplace(key, true).second)
            return;
    }
    parts_.rates.setBudget(key, network.rate.requests, network.rate.window);
    for (const auto &bucket : network.buckets)
        if (!bucket.daily) // a day's units are Spending's: they must survive a restart
            parts_.rates.setBudget(key + "/" + bucket.name, bucket.units, bucket.window);
}

net::Answer Courier::send(const Connector &connector, const Account &account, net::Request request, net::RatePriority priority, std::stop_token stop)
{
    const auto &network = connector.describe();
    const auto general = account.secretKey();
    declareBudgets(network, general);
    const auto cost = request.cost;
    const auto *own = bucketOf(network, cost.bucket);
    const auto key = bucketKey(account, cost.bucket);
    auto nextTry = now();
    // A bucket that the network's headers describe stands alone; one that is counted here, or that shares the account's one
    // allowance with all others, lies inside the general one.
    const auto *telling = extension<TellsLimits>(connector);
    const bool inside = key != general && (own != nullptr || (telling != nullptr && telling->oneAllowance()));
    if (!parts_.rates.mayCall(key, priority, now(), &nextTry, cost.units) || (inside && !parts_.rates.mayCall(general, priority, now(), &nextTry)))
        return tl::unexpected(notSent(Errc::RateLimited, "waiting for the network's limit to lift", nextTry, now()));
    if (parts_.spending != nullptr && ((own != nullptr && own->daily) || cost.microDollars > 0))
        if (auto allowed = parts_.spending->reserve(account, network, cost, priority); !allowed)
            return tl::unexpected(net::Failure{std::move(allowed.error()), net::Sent::Nothing});
    parts_.rates.noteCall(key, now(), cost.units);
    if (inside)
        parts_.rates.noteCall(general, now());
    auto answer = parts_.http.sendAndWait(std::move(request), std::move(stop));
    if (answer) {
        parts_.rates.noteResponse(own != nullptr ? general : key, *answer, now());
        if (telling != nullptr)
            parts_.rates.noteHint(inside ? general : key, telling->toldLimits(*answer, now()), now());
    } else if (answer.error().sent == net::Sent::Nothing)
        settleCost(account, cost, 0);
    return answer;
}

void Courier::noteRefusal(const Account &account, const net::Cost &cost, const Error &error)
{
    if (error.code == Errc::QuotaExhausted && error.retryAfter)
        parts_.rates.block(bucketKey(account, cost.bucket), now() + *error.retryAfter);
}

void Courier::settleCost(const Account &account, const net::Cost &reserved, std::int64_t microDollars)
{
    if (parts_.spending != nullptr && reserved.microDollars > 0 && microDollars >= 0)
        parts_.spending->settle(account, reserved, microDollars);
}

Result<WhoAmI> Courier::whoAmI(const Connector &connector, const Account &account, net::RatePriority priority, std::stop_token stop)
{
    VIGIE_TRY(auto credential, this->credential(connector, account, stop));
    for (bool again = false;; again = true) {
        const Context context{account, credential.access, now(), &credential};
        auto who = askWhoAmI(connector, context, [&](net::Request request) -> Result<net::Response> {
            auto answer = send(connector, account, std::move(request), priority, stop);
            return answer ? Result<net::Response>(std::move(*answer)) : fail(std::move(answer.error().error));
        });
        if (who || who.error().code != Errc::AuthExpired || again)
            return who;
        VIGIE_TRY(credential, renew(connector, account, credential, stop));
    }
}

std::optional<std::int64_t> Courier::callsLeft(const Account &account)
{
    return parts_.rates.remaining(account.secretKey(), now());
}

std::vector<Allowance> Courier::allowances(const Descriptor &network, const Account &account)
{
    const auto key = account.secretKey();
    declareBudgets(network, key);
    std::vector<Allowance> all;
    for (auto &state : parts_.rates.snapshot(key, now()))
        all.push_back({state.key.size() > key.size() ? state.key.substr(key.size() + 1) : std::string(), state.limit, state.remaining, state.assumed, state.renewsAt,
                       state.blockedUntil});
    return all;
}

void Courier::forget(const Account &account)
{
    const std::lock_guard guard(mutex_);
    declared_.erase(account.secretKey());
}

} // namespace vigie::connect
