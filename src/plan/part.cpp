// SPDX-License-Identifier: GPL-3.0-or-later
// One part of a row on its way: the connector's steps one after the other, and what each answer means for what may be done next. From the
// first step on that cannot be undone nothing is "not sent" any more: it is known, or it is Unknown.
#include "plan/publisher_impl.hpp"

#include <vigie/store/items.hpp>

#include <algorithm>
#include <utility>

namespace vigie::plan {

namespace {

constexpr int kMostSteps = 400;  // of one part: half a gigabyte in pieces, and asking until it is processed
constexpr int kMostRepeats = 3;  // of a step that may be repeated

class PartRun {
public:
    PartRun(Lane &lane, Outbound &outbound, std::size_t index, const Account &account, std::stop_token stop)
        : lane_(lane), outbound_(outbound), index_(index), account_(account), stop_(std::move(stop)), part_(outbound.parts[index])
    {
    }
    /// What keeps it from beginning, or what became of it.
    Result<PartResult> run();

private:
    using Outcome = std::optional<PartResult>; ///< none: go on with the next step
    struct Answered {
        Error error;
        bool mayHaveEffect = false;
    };

    Result<Outcome> prepare();
    Result<Outcome> oneStep();
    Result<Outcome> begin(const connect::PublishStep &step);
    Result<Outcome> absorb(const connect::Context &context, const connect::PublishJob &job, const net::Response &response);
    Result<Outcome> done(const connect::PublishDone &what);
    /// The network answered with an error. None: what could be mended was.
    std::optional<Answered> mended(const connect::Connector &connector, Error error);
    Outcome judged(Answered answer);
    Result<void> readTarget();
    [[nodiscard]] connect::PublishJob job() const;

    Lane &lane_;
    Outbound &outbound_;
    std::size_t index_;
    const Account &account_;
    std::stop_token stop_;
    OutboundPart &part_;
    const connect::Connector *connector_ = nullptr;
    connect::Credential credential_;
    std::string targetHandle_, targetItem_; ///< of the author and of the item that is acted on, as far as known
    connect::PublishState state_;
    Attempt attempt_;
    net::Cost cost_;
    bool lasting_ = false;                  ///< a step that cannot be undone was answered well: from here on nothing is "not sent"
    bool lastingStep_ = false, renewed_ = false;
    bool resumed_ = false;                  ///< it went on with what an earlier try had uploaded
    int repeats_ = 0;
};

/// Why the whole account waits: what is next in its lane would be told the same.
bool holdsTheLane(const Error &error, const net::Cost &cost)
{
    const bool limit = error.code == Errc::RateLimited || error.code == Errc::QuotaExhausted || error.code == Errc::BudgetStop;
    return error.code == Errc::Network || (limit && cost.bucket.empty());
}

Result<PartResult> PartRun::run()
{
    VIGIE_TRY(const auto early, prepare());
    if (early)
        return *early;
    for (int number = 1; number <= kMostSteps; ++number) {
        VIGIE_TRY(const auto outcome, oneStep());
        if (!outcome)
            continue;
        if (outcome->verdict == Verdict::Refused && resumed_ && !lasting_) { // what was there already may be gone: once from the beginning
            VIGIE_CHECK(lane_.forgetUploaded(*connector_, outbound_, index_));
            resumed_ = false;
            state_ = {};
            continue;
        }
        const bool goesOn = outcome->verdict == Verdict::Retry || outcome->verdict == Verdict::KeepPlanned || outcome->verdict == Verdict::Paused;
        if (!goesOn)
            VIGIE_CHECK(lane_.forgetUploaded(*connector_, outbound_, index_));
        return *outcome;
    }
    return PartResult{lasting_ ? Verdict::Unknown : Verdict::Refused, Error{Errc::Timeout, "the network never finished", 0, {}, {}}, {}};
}

Result<PartRun::Outcome> PartRun::prepare()
{
    connector_ = lane_.parts.catalogue.find(account_.connector);
    if (connector_ == nullptr)
        return PartResult{Verdict::Refused, Error{Errc::Unsupported, "this network is not known to this version", 0, {}, {}}, {}};
    auto credential = lane_.parts.courier.credential(*connector_, account_, stop_);
    if (!credential)
        return PartResult{signInNeeded(credential.error().code) ? Verdict::KeepPlanned : Verdict::Retry, credential.error(), {}, true};
    credential_ = std::move(*credential);
    if (const auto same = lane_.checkFiles(outbound_, part_); !same)
        return PartResult{Verdict::Refused, same.error(), {}};
    VIGIE_TRY(auto unplaced, lane_.placeFiles(outbound_, index_, account_, stop_));
    if (unplaced)
        return unplaced;
    VIGIE_CHECK(readTarget());
    VIGIE_TRY(state_, lane_.uploadedSoFar(*connector_, outbound_, index_));
    resumed_ = !state_.data.empty();
    return std::nullopt;
}

Result<void> PartRun::readTarget()
{
    if (!outbound_.target)
        return {};
    VIGIE_TRY(const auto item, lane_.parts.store.readNow<std::optional<Item>>([this](store::Tx &tx) { return store::Items(tx).get(outbound_.target); }));
    if (item) {
        targetHandle_ = item->author.handle;
        targetItem_ = item->nativeId;
    }
    return {};
}

connect::PublishJob PartRun::job() const
{
    connect::PublishJob job{outbound_, index_, {}, {}};
    if (index_ > 0)
        job.inReplyTo = outbound_.parts[index_ - 1].nativeId;
    else if (outbound_.kind == OutboundKind::Reply)
        job.inReplyTo = outbound_.targetNative;
    job.targetHandle = index_ == 0 ? targetHandle_ : std::string();
    job.targetItem = targetItem_;
    return job;
}

Result<PartRun::Outcome> PartRun::begin(const connect::PublishStep &step)
{
    if (step.notBefore.count() > 0)
        lane_.shared.wait(step.notBefore, stop_);
    if (stop_.stop_requested() && !lasting_)
        return PartResult{Verdict::Retry, Error{Errc::Cancelled, {}, 0, {}, {}}, lane_.parts.clock.now()};
    lastingStep_ = step.effect != connect::StepEffect::None;
    if (lastingStep_ && part_.state != OutboundPart::State::Sending) {
        part_.state = OutboundPart::State::Sending; // on the disk before the first byte leaves
        part_.startedAt = lane_.parts.clock.now();
        VIGIE_TRY(const bool goesOn, lane_.mayGoOn(outbound_));
        if (!goesOn) // a pause began while its pictures went up, or between two parts of a thread
            return PartResult{Verdict::Paused, {}, {}};
    }
    return std::nullopt;
}

Result<PartRun::Outcome> PartRun::oneStep()
{
    const connect::Context context{account_, credential_.access, lane_.parts.clock.now(), &credential_};
    const auto what = job();
    auto step = connector_->nextStep(context, what, state_);
    if (!step)
        return PartResult{lasting_ ? Verdict::Unknown : Verdict::Refused, step.error(), {}};
    VIGIE_TRY(const auto kept, begin(*step));
    if (kept)
        return kept;
    attempt_ = {outbound_.id, static_cast<int>(index_), outbound_.attempts, step->phase, lane_.parts.clock.now(), {}, 0, {}};
    lane_.probe("sending");
    cost_ = step->request.cost;
    auto answer = lane_.parts.courier.send(*connector_, account_, std::move(step->request), lasting_ ? net::RatePriority::Committed : net::RatePriority::User, stop_);
    if (!answer && step->mayFail && answer.error().error.code != Errc::Cancelled)
        answer = net::Response{};
    lane_.probe("answered");
    attempt_.endedAt = lane_.parts.clock.now();
    if (answer)
        return absorb(context, what, *answer);
    attempt_.outcome = errcName(answer.error().error.code);
    VIGIE_CHECK(lane_.logAttempt(attempt_));
    return judged({answer.error().error, lastingStep_ && answer.error().sent == net::Sent::Maybe});
}

Result<PartRun::Outcome> PartRun::absorb(const connect::Context &context, const connect::PublishJob &job, const net::Response &response)
{
    attempt_.httpStatus = response.status;
    auto outcome = connector_->absorb(context, job, state_, response);
    attempt_.outcome = outcome ? "ok" : errcName(outcome.error().code);
    VIGIE_CHECK(lane_.logAttempt(attempt_));
    if (!outcome) {
        auto answer = mended(*connector_, std::move(outcome.error()));
        return answer ? judged(std::move(*answer)) : std::nullopt;
    }
    if (const auto *finished = std::get_if<connect::PublishDone>(&*outcome))
        return done(*finished);
    state_ = std::get<connect::PublishState>(*outcome);
    lasting_ = lasting_ || lastingStep_;
    if (!lasting_)
        VIGIE_CHECK(lane_.keepUploaded(*connector_, outbound_, index_, state_));
    return std::nullopt;
}

Result<PartRun::Outcome> PartRun::done(const connect::PublishDone &what)
{
    // Some networks keep no two of the same words: what they point to may be what another row brought there.
    VIGIE_TRY(const bool others, lane_.isAnothers(outbound_, what.nativeId));
    if (others)
        return PartResult{Verdict::Refused, Error{Errc::Duplicate, "the network holds these very words already, from an earlier message", 0, {}, {}}, {}};
    part_.nativeId = what.nativeId;
    part_.permalink = what.permalink;
    part_.state = OutboundPart::State::Sent;
    // The last one is written together with what became of the row: found with all of it sent, nobody could tell whether it is shown or held.
    const bool more = std::any_of(outbound_.parts.begin(), outbound_.parts.end(), [](const OutboundPart &part) { return part.state != OutboundPart::State::Sent; });
    if (more)
        VIGIE_CHECK(lane_.save(outbound_, OutboundState::Sending));
    return PartResult{what.held ? Verdict::Held : Verdict::Sent, {}, {}};
}

std::optional<PartRun::Answered> PartRun::mended(const connect::Connector &connector, Error error)
{
    lane_.parts.courier.noteRefusal(account_, cost_, error);
    if (error.code == Errc::AuthExpired && !renewed_) { // refused at the door: nothing was done with it
        renewed_ = true;
        auto fresh = lane_.parts.courier.renew(connector, account_, credential_, stop_);
        if (fresh) {
            credential_ = std::move(*fresh);
            return std::nullopt;
        }
        error = fresh.error();
    }
    if (error.code == Errc::Pending) {
        lane_.shared.wait(error.retryAfter.value_or(std::chrono::seconds{1}), stop_);
        return std::nullopt;
    }
    // A refusal is an answer: the network did nothing. A failing or garbled answer may hide a success.
    const bool mayHaveEffect = lastingStep_ && !refused(error.code) && !signInNeeded(error.code) && error.code != Errc::RateLimited
                               && error.code != Errc::QuotaExhausted && error.code != Errc::BudgetStop;
    return Answered{std::move(error), mayHaveEffect};
}

PartRun::Outcome PartRun::judged(Answered answer)
{
    auto &error = answer.error;
    if (lasting_ || (answer.mayHaveEffect && !repeatable(outbound_.kind)))
        return PartResult{Verdict::Unknown, std::move(error), {}};
    if (answer.mayHaveEffect) // asking again for the same state of things
        return ++repeats_ < kMostRepeats ? Outcome() : PartResult{Verdict::Retry, std::move(error), {}};
    if (signInNeeded(error.code))
        return PartResult{Verdict::KeepPlanned, std::move(error), {}, true};
    if (refused(error.code))
        return PartResult{Verdict::Refused, std::move(error), {}};
    std::optional<Instant> at;
    if (error.retryAfter)
        at = lane_.parts.clock.now() + *error.retryAfter;
    const bool all = holdsTheLane(error, cost_);
    return PartResult{Verdict::Retry, std::move(error), at, all};
}

} // namespace

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

Result<bool> Lane::isAnothers(const Outbound &outbound, const std::string &nativeId)
{
    if (nativeId.empty() || (outbound.kind != OutboundKind::Post && outbound.kind != OutboundKind::Reply))
        return false;
    VIGIE_TRY(const auto known, parts.store.readNow<std::optional<OutboundId>>([&](store::Tx &tx) { return store::Outbox(tx).byNative(outbound.account, nativeId); }));
    return known && *known != outbound.id;
}

Result<PartResult> Lane::sendPart(Outbound &outbound, std::size_t part, const Account &account, std::stop_token stop)
{
    return PartRun(*this, outbound, part, account, std::move(stop)).run();
}

} // namespace vigie::plan
