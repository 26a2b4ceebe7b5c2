// SPDX-License-Identifier: GPL-3.0-or-later
// Carries requests of accounts to their networks: with an access that is still good, inside what the network allows and the
// person pays for. Renewing is single-flight per account, what it brought is in the secret store before it is used, and a
// refusal to renew ends the sign-in only when the network says that it is over.
// Thread: safe; calls wait, so never from a window's thread or the network loop. Errors: NoSecret, AuthExpired (cannot be
// renewed now), AuthRevoked, RateLimited, QuotaExhausted and BudgetStop (nothing was sent), what HttpClient and the
// connector say.
#pragma once

#include <vigie/base/clock.hpp>
#include <vigie/connect/connector.hpp>
#include <vigie/net/rate.hpp>
#include <vigie/net/secret_store.hpp>

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <stop_token>
#include <string>

namespace vigie::connect {

/// Calls of one window, for the account's page.
struct Allowance {
    std::string name;                      ///< of the bucket; empty: the general one
    std::optional<std::int64_t> limit, left;
    bool assumed = false;                  ///< the network has not told its own limit yet
    std::optional<Instant> renewsAt, waitUntil;
};
/// What outlives the program of what was used: a day's units, a month's money.
class Spending {
public:
    virtual ~Spending() = default;
    /// QuotaExhausted (retryAfter: until the day ends) or BudgetStop when the call would go beyond; else it is noted as used.
    /// Background calls leave a fifth of a day's units to the person.
    virtual Result<void> reserve(const Account &account, const Descriptor &network, const net::Cost &cost, net::RatePriority priority) = 0;
    /// The answer told what it really cost.
    virtual void settle(const Account &account, const net::Cost &reserved, std::int64_t microDollars) = 0;
};

struct CourierParts {
    net::HttpClient &http;
    net::SecretStore &secrets;
    net::RateLedger &rates;
    const Clock &clock;
    Spending *spending = nullptr;          ///< none: nothing is counted beyond the run of the program
    /// Told after a renewal, for the account's page.
    std::function<void(const Account &, const SessionFacts &)> renewed = {};
};

class Courier {
public:
    explicit Courier(CourierParts parts);
    ~Courier();

    /// The account's credential, renewed first when it is about to end. Empty for a network without sign-in.
    Result<Credential> credential(const Connector &connector, const Account &account, std::stop_token stop = {});
    /// After the network called `refused` expired: what somebody else renewed meanwhile, or a renewal.
    Result<Credential> renew(const Connector &connector, const Account &account, const Credential &refused, std::stop_token stop = {});

    /// One request of the account. A wait or an allowance that is used up is a Failure with Sent::Nothing.
    net::Answer send(const Connector &connector, const Account &account, net::Request request, net::RatePriority priority, std::stop_token stop = {});
    /// What a connector read in an answer: an allowance that is used up is left alone until it comes back.
    void noteRefusal(const Account &account, const net::Cost &cost, const Error &error);
    /// The answer's own word about its price.
    void settleCost(const Account &account, const net::Cost &reserved, std::int64_t microDollars);

    /// Build, send, parse; once more with a renewed access when the answer says that it expired.
    template <class T, class Build, class Parse>
    Result<T> ask(const Connector &connector, const Account &account, net::RatePriority priority, std::stop_token stop, Build build, Parse parse)
    {
        VIGIE_TRY(auto credential, this->credential(connector, account, stop));
        for (bool again = false;; again = true) {
            const Context context{account, credential.access, now(), &credential};
            Result<net::Request> request = build(context);
            if (!request)
                return fail(std::move(request.error()));
            const auto cost = request->cost;
            auto answer = send(connector, account, std::move(*request), priority, stop);
            if (!answer)
                return fail(std::move(answer.error().error));
            Result<T> result = parse(context, *answer);
            if (!result)
                noteRefusal(account, cost, result.error());
            if (result || result.error().code != Errc::AuthExpired || again)
                return result;
            VIGIE_TRY(credential, renew(connector, account, credential, stop));
        }
    }
    /// Who the account is, in as many exchanges as its network needs.
    Result<WhoAmI> whoAmI(const Connector &connector, const Account &account, net::RatePriority priority, std::stop_token stop = {});

    [[nodiscard]] Instant now() const { return parts_.clock.now(); }
    /// Calls left in the general window, where known.
    [[nodiscard]] std::optional<std::int64_t> callsLeft(const Account &account);
    /// Every window that is known of, the general one first; what is declared but was not used yet is full.
    [[nodiscard]] std::vector<Allowance> allowances(const Descriptor &network, const Account &account);
    /// Before an account leaves, or another sign-in takes its place.
    void forget(const Account &account);

private:
    struct Slot {
        std::mutex renewing;               ///< held while one caller renews; the others wait and take its result
    };
    [[nodiscard]] Result<Credential> stored(const Connector &connector, const Account &account);
    [[nodiscard]] Result<Credential> renewLocked(const Connector &connector, const Account &account, const Credential &old, std::stop_token stop);
    [[nodiscard]] std::shared_ptr<Slot> slot(const std::string &key);
    void declareBudgets(const Descriptor &network, const std::string &key);

    CourierParts parts_;
    std::mutex mutex_;
    std::map<std::string, std::shared_ptr<Slot>, std::less<>> slots_;
    std::map<std::string, bool, std::less<>> declared_;
};

/// Does `network` count this bucket by itself (rather than by what the answers' headers say)?
[[nodiscard]] const RateBucket *bucketOf(const Descriptor &network, std::string_view name);

} // namespace vigie::connect
