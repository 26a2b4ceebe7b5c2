// SPDX-License-Identifier: GPL-3.0-or-later
// Files for networks that fetch them themselves: put where the person said before the first request of a part, and taken away
// once nothing more is to be fetched. Neither is a reason to send anything twice: putting a file there makes nothing visible on
// the network, and a file that could not be taken away is tried again at the next run.
#include "plan/publisher_impl.hpp"

#include <vigie/base/digest.hpp>
#include <vigie/base/log.hpp>
#include <vigie/connect/extensions.hpp>

#include <utility>

namespace vigie::plan {

namespace {

constexpr std::size_t kNameBytes = 16;
constexpr int kMostAtOnce = 20;
constexpr std::chrono::hours kFailedKeep{24}; ///< what failed may be tried again by the person: its files wait as long

/// Nobody guesses it, and trying again replaces what the first try left.
std::string nameFor(const OutboundPart &part, std::size_t index)
{
    const auto &path = part.media[index].path;
    const auto file = path.substr(path.find_last_of('/') + 1);
    const auto dot = file.find_last_of('.');
    auto ending = dot == std::string::npos ? std::string() : file.substr(dot);
    if (ending.size() > 6 || ending.find_first_not_of(".abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") != std::string::npos)
        ending.clear();
    return sha256(part.idempotencyKey + "\n" + std::to_string(index), kNameBytes) + ending;
}

struct Host {
    Account account;
    const connect::Connector *connector = nullptr;
    const connect::HostsFiles *files = nullptr;
};

bool passing(Errc code)
{
    return code == Errc::Network || code == Errc::Timeout || code == Errc::RateLimited || code == Errc::Server || code == Errc::Cancelled;
}

} // namespace

Result<std::optional<PartResult>> Lane::placeFiles(Outbound &outbound, std::size_t index, const Account &account, std::stop_token stop)
{
    auto &part = outbound.parts[index];
    const auto place = connect::placeOf(account);
    if (!place || part.media.empty())
        return std::nullopt;
    const auto refused = [](Error error) { return PartResult{passing(error.code) ? Verdict::Retry : Verdict::Refused, std::move(error), {}}; };
    const auto host = loadAccount(place);
    const auto *connector = host ? parts.catalogue.find(host->connector) : nullptr;
    const auto *files = connector != nullptr ? connect::extension<connect::HostsFiles>(*connector) : nullptr;
    if (files == nullptr || host->state == AccountState::Removed)
        return refused(Error{Errc::PolicyRefused, "the place where this account's files are fetched from is no longer connected", 0, {}, {}});
    for (std::size_t i = 0; i < part.media.size(); ++i) {
        if (!part.media[i].address.empty())
            continue;
        const auto name = nameFor(part, i);
        auto put = parts.courier.ask<connect::HostsFiles::Hosted>(
            *connector, *host, net::RatePriority::User, stop, [&](const connect::Context &context) { return files->buildHost(context, part.media[i], name); },
            [&](const connect::Context &context, const net::Response &response) { return files->parseHost(context, name, response); });
        if (!put)
            return refused(std::move(put.error()));
        part.media[i].address = std::move(put->address);
        part.media[i].placedAs = std::move(put->handle);
        VIGIE_CHECK(save(outbound, OutboundState::Sending));
    }
    return std::nullopt;
}

Result<void> Lane::clearPlaces(std::stop_token stop)
{
    VIGIE_TRY(const auto ids, parts.store.readNow<std::vector<OutboundId>>([](store::Tx &tx) { return store::Outbox(tx).placed(tx.now() - kFailedKeep, kMostAtOnce); }));
    for (const auto id : ids) {
        VIGIE_TRY(auto outbound, load(id));
        const auto account = loadAccount(outbound.account);
        const auto host = account ? loadAccount(connect::placeOf(*account)) : Result<Account>(fail(Errc::NotFound));
        const auto *connector = host ? parts.catalogue.find(host->connector) : nullptr;
        const auto *files = connector != nullptr ? connect::extension<connect::HostsFiles>(*connector) : nullptr;
        bool changed = false;
        for (auto &part : outbound.parts)
            for (auto &media : part.media) {
                if (media.placedAs.empty())
                    continue;
                if (files != nullptr) {
                    const auto away = parts.courier.ask<bool>(
                        *connector, *host, net::RatePriority::Background, stop, [&](const connect::Context &context) { return files->buildUnhost(context, media.placedAs); },
                        [&](const connect::Context &context, const net::Response &response) -> Result<bool> {
                            VIGIE_CHECK(files->parseUnhost(context, response));
                            return true;
                        });
                    if (!away && passing(away.error().code))
                        continue;
                    if (!away)
                        log::warning("plan", "a file stays at its place: {}", away.error().detail);
                }
                media.placedAs.clear();
                media.address.clear();
                changed = true;
            }
        if (changed)
            VIGIE_CHECK(save(outbound, outbound.state));
    }
    return {};
}

} // namespace vigie::plan
