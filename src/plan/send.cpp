// SPDX-License-Identifier: GPL-3.0-or-later
// What one row goes through from Planned to an outcome. The rule that everything here serves: a post that may have
// reached the network is never sent again; it is Unknown until it is read back (settle.cpp).
#include "plan/publisher_impl.hpp"

#include <vigie/base/log.hpp>
#include <vigie/plan/hand_over.hpp>
#include <vigie/store/members.hpp>

#include <algorithm>

namespace vigie::plan {

namespace {

constexpr int kMostTries = 8;                   // of a row whose requests never left
constexpr std::chrono::seconds kAway{30};       // until an account without a sign-in is looked at again
constexpr std::chrono::minutes kNothingToDo{1}; // a row that stays as it is although its hour has come
/// A limit that lasts longer is asked again all the same, so that rows which are too late by then are said to be.
constexpr std::chrono::minutes kLongestAway{15};

} // namespace

Result<bool> Lane::claim(Outbound &outbound, const Account &account)
{
    const auto now = parts.clock.now();
    if (outbound.state != OutboundState::Planned || (outbound.dueAt && *outbound.dueAt > now && !isForTheirClock(outbound, now)))
        return false;
    // What began in time goes on to its end: half a thread is nobody's wish.
    const bool begun = std::any_of(outbound.parts.begin(), outbound.parts.end(), [](const OutboundPart &part) { return part.state == OutboundPart::State::Sent; });
    if (!begun && outbound.lateBy && outbound.dueAt && now > *outbound.dueAt + *outbound.lateBy) {
        outbound.state = OutboundState::Missed;
        outbound.changedAt = now;
        VIGIE_CHECK(save(outbound, OutboundState::Planned));
        ++report.missed;
        notBefore.erase(outbound.id);
        return false;
    }
    if (account.state != AccountState::Active) {
        allWait(now + kAway); // kept in the queue until the account is back
        return false;
    }
    VIGIE_TRY(const auto door, passDoor(outbound));
    if (door != Door::Open)
        return false;
    probe("claimed");
    return true;
}

Result<void> Lane::sendRow(OutboundId id, std::stop_token stop)
{
    VIGIE_TRY(auto outbound, load(id));
    if (outbound.state == OutboundState::Planned && !outbound.parts.empty()) {
        VIGIE_TRY(const bool answered, answeredMeanwhile(outbound));
        if (answered)
            return holdBack(outbound);
    }
    VIGIE_TRY(const auto account, loadAccount(outbound.account));
    VIGIE_TRY(const bool mine, claim(outbound, account));
    if (mine)
        return sendParts(outbound, account, stop);
    const auto now = parts.clock.now();
    if (outbound.state == OutboundState::Planned && !waitsUntil(id, now)) // what is held or missed now leaves as soon as a person says so
        waitFor(id, now + kNothingToDo);
    return {};
}

Result<void> Lane::makeReady(Outbound &outbound, const Account &account)
{
    if (!parts.makeReady || std::all_of(outbound.parts.begin(), outbound.parts.end(), [](const OutboundPart &part) { return part.media.empty(); }))
        return {};
    const std::lock_guard guard(shared.makingReady);
    return parts.makeReady(outbound, account);
}

Result<void> Lane::sendParts(Outbound &outbound, const Account &account, std::stop_token stop)
{
    const auto waiting = std::find_if(outbound.parts.begin(), outbound.parts.end(), [](const OutboundPart &part) { return part.state != OutboundPart::State::Sent; });
    if (const auto ready = makeReady(outbound, account); !ready && waiting != outbound.parts.end()) {
        const auto first = static_cast<std::size_t>(std::distance(outbound.parts.begin(), waiting));
        return finish(outbound, first, {refused(ready.error().code) ? Verdict::Refused : Verdict::Retry, ready.error(), {}}, account);
    }
    bool anyHeld = false;
    for (std::size_t part = 0; part < outbound.parts.size(); ++part) {
        if (outbound.parts[part].state == OutboundPart::State::Sent)
            continue;
        VIGIE_TRY(const auto result, sendPart(outbound, part, account, stop));
        if (result.verdict == Verdict::Paused)
            return {};
        if (result.verdict != Verdict::Sent && result.verdict != Verdict::Held)
            return finish(outbound, part, result, account);
        anyHeld = anyHeld || result.verdict == Verdict::Held;
    }
    outbound.state = anyHeld ? OutboundState::Accepted : OutboundState::Sent;
    outbound.changedAt = parts.clock.now();
    outbound.error.reset();
    if (anyHeld) {
        outbound.checks = 0;
        outbound.nextCheckAt = outbound.changedAt + kWatchAfter[0];
    }
    VIGIE_CHECK(save(outbound, OutboundState::Sending));
    probe("recorded");
    ++(anyHeld ? report.held : report.sent);
    tellSettled(outbound);
    return {};
}

/// The wait is kept in memory only: dueAt stays what the person asked for, so that lateness is told from it.
void Lane::waitAfter(const Outbound &outbound, const PartResult &result)
{
    const auto now = parts.clock.now();
    Sequence sequence(static_cast<std::uint64_t>(outbound.id.value) * 64 + static_cast<std::uint64_t>(outbound.attempts));
    const auto pause = result.verdict == Verdict::KeepPlanned ? Micros(kAway) : Micros(net::fullJitter(sequence, tries[outbound.id]));
    const auto until = result.retryAt.value_or(now + pause);
    if (result.wholeAccount)
        allWait(std::min<Instant>(until, now + kLongestAway));
    else
        waitFor(outbound.id, until);
}

Result<void> Lane::finish(Outbound &outbound, std::size_t index, const PartResult &result, const Account &account)
{
    auto &part = outbound.parts[index];
    const auto now = parts.clock.now();
    outbound.error = result.error;
    outbound.changedAt = now;
    auto verdict = result.verdict;
    if (verdict == Verdict::Retry && result.error && result.error->code != Errc::RateLimited && result.error->code != Errc::Cancelled
        && ++tries[outbound.id] >= kMostTries)
        verdict = Verdict::Refused;
    switch (verdict) {
    case Verdict::Unknown:
        part.state = OutboundPart::State::Unknown;
        outbound.state = OutboundState::Unknown;
        outbound.checks = 0;
        outbound.nextCheckAt = now + kCheckAfter[0];
        ++report.unknown;
        break;
    case Verdict::Refused:
        part.state = OutboundPart::State::Failed;
        outbound.state = OutboundState::Failed;
        ++report.failed;
        break;
    case Verdict::KeepPlanned:
    case Verdict::Retry:
    case Verdict::Paused:
    case Verdict::Sent:
    case Verdict::Held:
        part.state = OutboundPart::State::Waiting;
        part.startedAt.reset();
        outbound.state = OutboundState::Planned;
        waitAfter(outbound, result);
        break;
    }
    VIGIE_CHECK(save(outbound, OutboundState::Sending));
    probe("recorded");
    if (result.error && signInNeeded(result.error->code)) {
        const auto error = *result.error;
        VIGIE_CHECK(parts.store.writeNow<void>([&](store::Tx &tx) -> Result<void> {
            store::Accounts accounts(tx);
            if (error.code == Errc::AuthRevoked)
                VIGIE_CHECK(accounts.setState(account.id, AccountState::ReconnectNeeded));
            return accounts.noteExchange(account.id, error);
        }));
    }
    if (outbound.state == OutboundState::Failed)
        tellSettled(outbound);
    return {};
}

} // namespace vigie::plan
