// SPDX-License-Identifier: GPL-3.0-or-later
// Asks one operation of one account, and keeps what was said for scrub().
#include "app/workspace_impl.hpp"

#include <vigie/net/url.hpp>
#include <vigie/store/members.hpp>

namespace vigie::app {

namespace {

/// Everything that must not be found in a fixture.
void keepPrivate(Recording &recording, const Account &account, const connect::Credential &credential)
{
    recording.secrets = {credential.access, credential.refresh};
    for (const auto &[name, value] : credential.more)
        if (name != "user")
            recording.secrets.push_back(value);
    recording.names = {account.handle, account.name, account.nativeId};
    if (const auto url = net::parseUrl(account.instance))
        recording.names.push_back(url->host);
    const auto user = account.handle.substr(0, account.handle.find('@'));
    recording.names.push_back(user);
    for (const auto &setting : account.settings)
        if (setting.key == "user" || setting.key == "email")
            recording.names.push_back(setting.value);
    std::erase_if(recording.names, [](const std::string &name) { return name.empty(); });
}

} // namespace

Result<Recording> Workspace::recordAndWait(AccountId id, const std::string &operation, const std::string &argument, std::stop_token stop)
{
    auto &impl = *impl_;
    VIGIE_TRY(const auto account, impl.store->readNow<Account>([id](store::Tx &tx) { return store::Accounts(tx).get(id); }));
    const auto *connector = impl.catalogue.find(account.connector);
    if (connector == nullptr)
        return fail(Errc::Unsupported, "this network is not known to this version");
    VIGIE_TRY(const auto credential, impl.courier->credential(*connector, account, stop));
    const connect::Context context{account, credential.access, impl.clock->now(), &credential};
    Recording recording{account.connector, operation, argument, {}, {}, {}};
    keepPrivate(recording, account, credential);
    std::vector<net::Response> soFar;
    for (int step = 0; step < 8; ++step) {
        std::optional<net::Request> request;
        if (operation == "me") {
            VIGIE_TRY(request, connector->buildWhoAmI(context, soFar));
        } else if (operation == "stream" && step == 0) {
            VIGIE_TRY(request, connector->buildFetch(context, {argument, connect::Direction::Forward, {}, {}}));
        } else if (operation == "thread" && step == 0) {
            VIGIE_TRY(request, connector->buildThread(context, argument));
        } else if (step == 0) {
            return fail(Errc::InvalidInput, "an operation is me, stream or thread");
        }
        if (!request)
            break;
        Exchange exchange{request->method, request->url, {}};
        auto answer = impl.courier->send(*connector, account, std::move(*request), net::RatePriority::User, stop);
        if (!answer)
            return fail(std::move(answer.error().error));
        exchange.response = *answer;
        soFar.push_back(std::move(*answer));
        recording.exchanges.push_back(std::move(exchange));
    }
    return recording;
}

} // namespace vigie::app
