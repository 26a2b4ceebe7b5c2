// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace_impl.hpp"

#include <vigie/app/evidence_media.hpp>
#include <vigie/app/settings_table.hpp>
#include <vigie/base/log.hpp>
#include <vigie/net/url.hpp>
#include <vigie/store/evidence.hpp>
#include <vigie/store/members.hpp>

#include <algorithm>

namespace vigie::app {

namespace {

constexpr int kAtOnce = 20;
constexpr std::chrono::seconds kPatience{60};

/// A post by anybody must not make this machine ask its own services.
bool asksThisMachine(const store::WantedMedia &wanted)
{
    const auto url = net::parseUrl(wanted.url), home = net::parseUrl(wanted.instance);
    return url && net::isLoopbackHost(url->host) && !(home && net::isLoopbackHost(home->host));
}

/// A later look may find it, or never will.
bool worthAnotherTry(const net::Answer &answer)
{
    if (answer)
        return answer->status == 408 || answer->status == 429 || answer->status >= 500;
    const auto code = answer.error().error.code;
    return code == Errc::Network || code == Errc::Timeout || code == Errc::Server;
}

store::FetchedMedia taken(net::Answer answer)
{
    if (!answer)
        return {std::nullopt, {}, {}, errcName(answer.error().error.code), 0};
    store::FetchedMedia got{std::nullopt, std::string(answer->header("Content-Type")), std::string(answer->header("Date")), {}, answer->status};
    if (answer->ok())
        got.bytes = std::move(answer->body);
    else
        got.failure = "the server answered " + std::to_string(answer->status);
    return got;
}

net::Answer asked(net::HttpClient &http, const std::vector<Account> &accounts, const store::WantedMedia &wanted, const std::stop_token &stop)
{
    if (asksThisMachine(wanted))
        return tl::unexpected(net::Failure{Error{Errc::PolicyRefused, "an address of this machine", 0, {}, {}}, net::Sent::Nothing});
    net::Request request;
    request.url = wanted.url;
    request.timeout = kPatience;
    request.maxBody = store::kEvidenceMaxMedia;
    const auto account = std::find_if(accounts.begin(), accounts.end(),
                                      [&](const Account &known) { return known.connector == wanted.connector && known.instance == wanted.instance; });
    return http.sendAndWait(account == accounts.end() ? std::move(request) : connect::withPermission(std::move(request), *account), stop);
}

} // namespace

Result<int> fetchEvidence(store::Store &store, net::HttpClient &http, const std::stop_token &stop)
{
    int dealtWith = 0;
    for (;;) {
        VIGIE_TRY(const auto wanted, store.readNow<std::vector<store::WantedMedia>>([](store::Tx &tx) { return store::Evidence(tx).wanted(kAtOnce); }));
        if (wanted.empty())
            return dealtWith;
        VIGIE_TRY(const auto accounts, store.readNow<std::vector<Account>>([](store::Tx &tx) { return store::Accounts(tx).all(); }));
        for (const auto &one : wanted) {
            if (stop.stop_requested())
                return fail(Errc::Cancelled);
            auto answer = asked(http, accounts, one, stop);
            if (!answer && answer.error().error.code == Errc::Cancelled)
                return fail(Errc::Cancelled);
            const bool again = worthAnotherTry(answer);
            const auto got = taken(std::move(answer));
            VIGIE_CHECK(store.writeNow<void>([&](store::Tx &tx) { return again ? store::Evidence(tx).failedFor(one, got.failure) : store::Evidence(tx).fetched(one, got); },
                                             store::Durability::Full));
            ++dealtWith;
        }
    }
}

Result<int> fetchEvidence(store::Store &store, const std::stop_token &stop)
{
    net::EngineOptions network;
    network.userAgent = kUserAgent;
    VIGIE_TRY(const auto authority, store.readNow<std::optional<std::string>>([](store::Tx &tx) { return store::Settings(tx).get(kAuthorityFile.key); }));
    network.caFile = authority.value_or("");
    net::CurlEngine http(network);
    return fetchEvidence(store, http, stop);
}

void Workspace::Impl::fetchEvidenceLater()
{
    const auto any = store->readNow<bool>([](store::Tx &tx) -> Result<bool> {
        VIGIE_TRY(const auto wanted, store::Evidence(tx).wanted(1));
        return !wanted.empty();
    });
    {
        const std::lock_guard guard(mutex);
        if (!any.value_or(false) || fetchingEvidence)
            return;
        fetchingEvidence = true;
    }
    evidenceWorker->post([this] {
        const auto fetched = stop.stop_requested() ? Result<int>(fail(Errc::Cancelled)) : app::fetchEvidence(*store, *http, stop.get_token());
        if (!fetched && fetched.error().code != Errc::Cancelled)
            log::error("app", "pictures of evidence cannot be kept: {}", fetched.error().detail);
        const std::lock_guard guard(mutex);
        fetchingEvidence = false;
    });
}

} // namespace vigie::app
