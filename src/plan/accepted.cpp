// SPDX-License-Identifier: GPL-3.0-or-later
// What a network took without showing it: it waits for a moderator there, or for the time it was given. It is looked up
// again, less and less often, until it is shown (Sent) or turned down (Failed). A time that has passed without it being
// shown is said; nothing is ever sent from here.
#include "plan/publisher_impl.hpp"

#include <algorithm>
#include <iterator>

namespace vigie::plan {

namespace {

bool turnedDown(ItemState state)
{
    switch (state) {
    case ItemState::Spam:
    case ItemState::RemovedByModeration:
    case ItemState::DeletedByAuthor:
    case ItemState::AccountGone:
    case ItemState::Unavailable: return true;
    default: return false;
    }
}

/// The time that was left to the network's own clock, if any was.
std::optional<Instant> givenTime(const Outbound &outbound)
{
    const auto &part = outbound.parts.front();
    const bool ahead = outbound.dueAt && part.startedAt && *outbound.dueAt > *part.startedAt + std::chrono::seconds{30};
    return ahead ? outbound.dueAt : std::nullopt;
}

Instant nextLook(const Outbound &outbound, Instant now)
{
    const auto last = std::size(kWatchAfter) - 1;
    const auto after = now + kWatchAfter[std::min(static_cast<std::size_t>(std::max(outbound.checks, 0)), last)];
    const auto given = givenTime(outbound);
    return given && *given > now ? std::max(after, *given + kLateAfter) : after;
}

} // namespace

/// By its id, or - where the network named none - among what is ours there.
Result<std::optional<connect::OwnPost>> Lane::findAccepted(const connect::Connector &connector, const Account &account, const Outbound &outbound, std::size_t index,
                                                                      std::stop_token stop)
{
    using Found = std::optional<connect::OwnPost>;
    const auto &part = outbound.parts[index];
    if (part.nativeId.empty()) {
        VIGIE_TRY(auto seen, lookBack(connector, account, {outbound, index}, stop));
        return seen.found ? Found(std::move(seen.post)) : Found();
    }
    const std::vector<std::string> ids{part.nativeId};
    VIGIE_TRY(auto answer, askBack<connect::LookupAnswer>(
                               connector, account, {outbound, index}, std::move(stop), [&](const connect::Context &context) { return connector.buildLookup(context, ids); },
                               [&](const connect::Context &context, const net::Response &response) { return connector.parseLookup(context, ids, response); }));
    for (const auto &item : answer.items)
        if (item.nativeId == part.nativeId) {
            if (turnedDown(item.state))
                return fail(Errc::Gone, "the network's moderators turned it down");
            return Found(connect::OwnPost{item.nativeId, item.permalink, item.text, {}, item.publishedAt, 0, item.state == ItemState::Held});
        }
    if (!answer.gone.empty())
        return fail(Errc::Gone, "the network no longer has it");
    return Found();
}

Result<void> Lane::watchAccepted(OutboundId id, std::stop_token stop)
{
    VIGIE_TRY(auto outbound, load(id));
    if (outbound.state != OutboundState::Accepted || outbound.parts.empty())
        return {};
    VIGIE_TRY(const auto account, loadAccount(outbound.account));
    const auto now = parts.clock.now();
    const auto *connector = parts.catalogue.find(account.connector);
    const bool over = connector == nullptr || now - outbound.changedAt > kWatchFor;
    const auto keep = [&](std::optional<Instant> next) {
        outbound.nextCheckAt = next;
        return save(outbound, OutboundState::Accepted);
    };
    if (over)
        return keep(std::nullopt);
    if (account.state != AccountState::Active)
        return keep(now + std::chrono::minutes{5});
    bool shown = true;
    for (std::size_t index = 0; index < outbound.parts.size() && shown; ++index) {
        auto found = findAccepted(*connector, account, outbound, index, stop);
        if (!found && found.error().code == Errc::Gone) {
            outbound.parts[index].state = OutboundPart::State::Failed;
            outbound.state = OutboundState::Failed;
            outbound.error = std::move(found.error());
            outbound.changedAt = now;
            VIGIE_CHECK(keep(std::nullopt));
            ++report.failed;
            tellSettled(outbound);
            return {};
        }
        if (!found && found.error().code == Errc::Unsupported)
            return keep(std::nullopt); // nothing can be asked there: it stays as it was accepted
        if (!found) // not having been able to look is not having looked
            return keep(now + found.error().retryAfter.value_or(std::chrono::minutes{5}));
        shown = *found && !(*found)->held;
        if (*found) {
            outbound.parts[index].nativeId = (*found)->nativeId;
            if (!(*found)->permalink.empty())
                outbound.parts[index].permalink = (*found)->permalink;
        }
    }
    if (!shown) {
        ++outbound.checks;
        const auto given = givenTime(outbound);
        if (given && now >= *given + kLateAfter)
            outbound.error = Error{Errc::Timeout, kLate, 0, {}, {}};
        return keep(nextLook(outbound, now));
    }
    outbound.state = OutboundState::Sent;
    outbound.error.reset();
    outbound.changedAt = now;
    VIGIE_CHECK(keep(std::nullopt));
    ++report.settled;
    ++report.sent;
    tellSettled(outbound);
    return {};
}

} // namespace vigie::plan
