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

constexpr int kMostTries = 8;       // of a row whose requests never left
constexpr int kMostSteps = 60;      // of one part: uploads and their polling included

/// Errors after which the network certainly did nothing and will do nothing at the next try either.
bool refused(Errc code)
{
    switch (code) {
    case Errc::ContentRefused:
    case Errc::Forbidden:
    case Errc::ScopeMissing:
    case Errc::ApprovalMissing:
    case Errc::PolicyRefused:
    case Errc::NotFound:
    case Errc::Gone:
    case Errc::Unsupported:
    case Errc::InvalidInput:
    case Errc::TooLarge:
    case Errc::Tls:
    case Errc::Storage:
    case Errc::Conflict: return true;
    default: return false;
    }
}

bool signInNeeded(Errc code)
{
    return code == Errc::AuthRevoked || code == Errc::AuthExpired || code == Errc::NoSecret;
}

} // namespace

Result<bool> Publisher::Impl::isAnothers(const Outbound &outbound, const std::string &nativeId)
{
    if (nativeId.empty() || (outbound.kind != OutboundKind::Post && outbound.kind != OutboundKind::Reply))
        return false;
    VIGIE_TRY(const auto known, parts.store.readNow<std::optional<OutboundId>>(
                                    [&](store::Tx &tx) { return store::Outbox(tx).byNative(outbound.account, nativeId); }));
    return known && *known != outbound.id;
}

Result<bool> Publisher::Impl::claim(Outbound &outbound, const Account &account)
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
        waitFor(outbound.id, now + std::chrono::seconds{30}); // kept in the queue until the account is back
        return false;
    }
    VIGIE_TRY(const auto door, passDoor(outbound));
    if (door != Door::Open)
        return false;
    probe("claimed");
    return true;
}

Result<void> Publisher::Impl::sendRow(OutboundId id, std::stop_token stop)
{
    VIGIE_TRY(auto outbound, load(id));
    if (outbound.state == OutboundState::Planned && !outbound.parts.empty()) {
        VIGIE_TRY(const bool answered, answeredMeanwhile(outbound));
        if (answered)
            return holdBack(outbound);
    }
    VIGIE_TRY(const auto account, loadAccount(outbound.account));
    VIGIE_TRY(const bool mine, claim(outbound, account));
    if (!mine)
        return {};
    return sendParts(outbound, account, stop);
}

Result<void> Publisher::Impl::sendParts(Outbound &outbound, const Account &account, std::stop_token stop)
{
    if (parts.makeReady)
        if (const auto ready = parts.makeReady(outbound, account); !ready) {
            const auto waiting = std::find_if(outbound.parts.begin(), outbound.parts.end(), [](const OutboundPart &part) { return part.state != OutboundPart::State::Sent; });
            const auto first = static_cast<std::size_t>(std::distance(outbound.parts.begin(), waiting));
            if (first < outbound.parts.size())
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

Result<PartResult> Publisher::Impl::sendPart(Outbound &outbound, std::size_t index, const Account &account, std::stop_token stop)
{
    const auto *connector = parts.catalogue.find(account.connector);
    if (connector == nullptr)
        return PartResult{Verdict::Refused, Error{Errc::Unsupported, "this network is not known to this version", 0, {}, {}}, {}};
    auto credential = parts.courier.credential(*connector, account, stop);
    if (!credential)
        return PartResult{signInNeeded(credential.error().code) ? Verdict::KeepPlanned : Verdict::Retry, credential.error(), {}};
    if (const auto same = checkFiles(outbound, outbound.parts[index]); !same)
        return PartResult{Verdict::Refused, same.error(), {}};
    VIGIE_TRY(const auto unplaced, placeFiles(outbound, index, account, stop));
    if (unplaced)
        return *unplaced;
    bool renewed = false;
    VIGIE_TRY(const auto target, targetOf(outbound));
    connect::PublishState state;
    auto &part = outbound.parts[index];
    bool lasting = false; // a step that cannot be undone was answered well: from here on nothing is "not sent"
    int repeats = 0;
    for (int number = 1; number <= kMostSteps; ++number) {
        const connect::Context context{account, credential->access, parts.clock.now(), &*credential};
        connect::PublishJob job{outbound, index, {}, {}};
        job.inReplyTo = index == 0 ? (outbound.kind == OutboundKind::Reply ? outbound.targetNative : std::string())
                                   : outbound.parts[index - 1].nativeId;
        job.targetHandle = index == 0 ? target.handle : std::string();
        job.targetItem = target.item;
        auto step = connector->nextStep(context, job, state);
        if (!step)
            return PartResult{lasting ? Verdict::Unknown : Verdict::Refused, step.error(), {}};
        if (step->notBefore.count() > 0)
            wait(step->notBefore, stop);
        if (stop.stop_requested() && !lasting)
            return PartResult{Verdict::Retry, Error{Errc::Cancelled, {}, 0, {}, {}}, parts.clock.now()};
        if (step->effect != connect::StepEffect::None && part.state != OutboundPart::State::Sending) {
            part.state = OutboundPart::State::Sending; // on the disk before the first byte leaves
            part.startedAt = parts.clock.now();
            VIGIE_TRY(const bool goesOn, mayGoOn(outbound));
            if (!goesOn) // a pause began while its pictures went up, or between two parts of a thread
                return PartResult{Verdict::Paused, {}, {}};
        }
        Attempt attempt{outbound.id, static_cast<int>(index), outbound.attempts, step->phase, parts.clock.now(), {}, 0, {}};
        probe("sending");
        const bool lastingStep = step->effect != connect::StepEffect::None;
        const auto cost = step->request.cost;
        auto answer = parts.courier.send(*connector, account, std::move(step->request), lasting ? net::RatePriority::Committed : net::RatePriority::User, stop);
        if (!answer && step->mayFail && answer.error().error.code != Errc::Cancelled)
            answer = net::Response{};
        probe("answered");
        attempt.endedAt = parts.clock.now();
        Error error;
        bool mayHaveEffect = false;
        if (answer) {
            attempt.httpStatus = answer->status;
            auto outcome = connector->absorb(context, job, state, *answer);
            attempt.outcome = outcome ? "ok" : errcName(outcome.error().code);
            VIGIE_CHECK(logAttempt(attempt));
            if (outcome) {
                if (const auto *done = std::get_if<connect::PublishDone>(&*outcome)) {
                    // Some networks keep no two of the same words: what they point to may be what another row brought there.
                    VIGIE_TRY(const bool others, isAnothers(outbound, done->nativeId));
                    if (others)
                        return PartResult{Verdict::Refused, Error{Errc::Duplicate, "the network holds these very words already, from an earlier message", 0, {}, {}}, {}};
                    part.nativeId = done->nativeId;
                    part.permalink = done->permalink;
                    part.state = OutboundPart::State::Sent;
                    VIGIE_CHECK(save(outbound, OutboundState::Sending));
                    return PartResult{done->held ? Verdict::Held : Verdict::Sent, {}, {}};
                }
                state = std::get<connect::PublishState>(*outcome);
                lasting = lasting || lastingStep;
                continue;
            }
            error = outcome.error();
            parts.courier.noteRefusal(account, cost, error);
            if (error.code == Errc::AuthExpired && !renewed) { // refused at the door: nothing was done with it
                renewed = true;
                auto fresh = parts.courier.renew(*connector, account, *credential, stop);
                if (fresh) {
                    credential = std::move(fresh);
                    continue;
                }
                error = fresh.error();
            }
            if (error.code == Errc::Pending) {
                wait(error.retryAfter.value_or(std::chrono::seconds{1}), stop);
                continue;
            }
            // A refusal is an answer: the network did nothing. A failing or garbled answer may hide a success.
            mayHaveEffect = lastingStep && !refused(error.code) && !signInNeeded(error.code) && error.code != Errc::RateLimited
                            && error.code != Errc::QuotaExhausted && error.code != Errc::BudgetStop;
        } else {
            error = answer.error().error;
            attempt.outcome = errcName(error.code);
            VIGIE_CHECK(logAttempt(attempt));
            mayHaveEffect = lastingStep && answer.error().sent == net::Sent::Maybe;
        }
        if (lasting)
            return PartResult{Verdict::Unknown, error, {}};
        if (mayHaveEffect) {
            if (!repeatable(outbound.kind))
                return PartResult{Verdict::Unknown, error, {}};
            if (++repeats < 3)
                continue; // asking again for the same state of things
            return PartResult{Verdict::Retry, error, {}};
        }
        if (signInNeeded(error.code))
            return PartResult{Verdict::KeepPlanned, error, {}};
        if (refused(error.code))
            return PartResult{Verdict::Refused, error, {}};
        std::optional<Instant> at;
        if (error.retryAfter)
            at = parts.clock.now() + *error.retryAfter;
        return PartResult{Verdict::Retry, error, at};
    }
    return PartResult{lasting ? Verdict::Unknown : Verdict::Refused, Error{Errc::Timeout, "the network never finished", 0, {}, {}}, {}};
}

Result<void> Publisher::Impl::finish(Outbound &outbound, std::size_t index, const PartResult &result, const Account &account)
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
    case Verdict::Held: {
        part.state = OutboundPart::State::Waiting;
        part.startedAt.reset();
        outbound.state = OutboundState::Planned;
        // The wait is kept in memory only: dueAt stays what the person asked for, so that lateness is told from it.
        Sequence sequence(static_cast<std::uint64_t>(outbound.id.value) * 64 + static_cast<std::uint64_t>(outbound.attempts));
        const auto pause = net::fullJitter(sequence, tries[outbound.id]);
        waitFor(outbound.id, result.retryAt.value_or(now + pause));
        break;
    }
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
