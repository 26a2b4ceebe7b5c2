// SPDX-License-Identifier: GPL-3.0-or-later
// Settling what is not known: the account's own posts are read back and compared. A match is Sent; none after the last
// read-back is Failed with retry offered; nothing is ever sent from here.
#include "plan/publisher_impl.hpp"

#include "plan/same_post.hpp"

#include <vigie/net/rate.hpp>

#include <algorithm>
#include <iterator>

namespace vigie::plan {

namespace {

OutboundPart *unknownPart(Outbound &outbound, std::size_t *index)
{
    for (std::size_t i = 0; i < outbound.parts.size(); ++i)
        if (outbound.parts[i].state == OutboundPart::State::Unknown) {
            *index = i;
            return &outbound.parts[i];
        }
    return nullptr;
}

} // namespace

Result<void> Publisher::Impl::settleRow(OutboundId id, std::stop_token stop)
{
    VIGIE_TRY(auto outbound, load(id));
    if (outbound.state != OutboundState::Unknown)
        return {};
    VIGIE_TRY(const auto account, loadAccount(outbound.account));
    const auto now = parts.clock.now();
    const auto later = [&](std::chrono::seconds span, const std::optional<Error> &error) {
        outbound.nextCheckAt = now + span;
        if (error)
            outbound.error = error;
        return save(outbound, OutboundState::Unknown);
    };
    std::size_t index = 0;
    auto *part = unknownPart(outbound, &index);
    const auto *connector = parts.catalogue.find(account.connector);
    if (part == nullptr || connector == nullptr || account.state != AccountState::Active)
        return later(std::chrono::minutes{5}, {});
    auto token = connector->describe().auth == connect::AuthKind::None ? Result<Secret>(Secret{}) : parts.secrets.get(account.secretKey());
    if (!token)
        return later(std::chrono::minutes{1}, token.error());
    const connect::Context context{account, *token, now};
    auto request = connector->buildOwnPosts(context, {});
    if (!request)
        return later(std::chrono::hours{1}, request.error());
    Attempt attempt{outbound.id, static_cast<int>(index), outbound.attempts, "reconcile", now, {}, 0, {}};
    parts.rates.noteCall(account.secretKey(), now);
    const auto answer = parts.http.sendAndWait(std::move(*request), stop);
    attempt.endedAt = parts.clock.now();
    Result<std::vector<connect::OwnPost>> posts = fail(Errc::Network);
    if (answer) {
        parts.rates.noteResponse(account.secretKey(), *answer, now);
        attempt.httpStatus = answer->status;
        posts = connector->parseOwnPosts(context, *answer);
    } else {
        posts = fail(answer.error().error);
    }
    attempt.outcome = posts ? "ok" : errcName(posts.error().code);
    VIGIE_CHECK(logAttempt(attempt));
    if (!posts) // not having been able to look is not having looked: the count of read-backs stays
        return later(posts.error().retryAfter.value_or(std::chrono::seconds{15}), posts.error());

    Sought sought{part->text, {}, part->media.size(), part->startedAt.value_or(outbound.createdAt)};
    sought.inReplyTo = index > 0 ? outbound.parts[index - 1].nativeId
                                 : outbound.kind == OutboundKind::Reply ? outbound.targetNative : std::string();
    for (const auto &post : *posts) {
        if (!isSamePost(post, sought))
            continue;
        VIGIE_TRY(const auto known, parts.store.readNow<std::optional<OutboundId>>(
                                        [&](store::Tx &tx) { return store::Outbox(tx).byNative(account.id, post.nativeId); }));
        if (known)
            continue; // an earlier post with the same words, already accounted for
        part->nativeId = post.nativeId;
        part->permalink = post.permalink;
        part->state = OutboundPart::State::Sent;
        const bool more = std::any_of(outbound.parts.begin(), outbound.parts.end(),
                                      [](const OutboundPart &one) { return one.state != OutboundPart::State::Sent; });
        outbound.state = more ? OutboundState::Planned : OutboundState::Sent; // a thread goes on at its next part
        if (more)
            outbound.dueAt = now;
        outbound.error.reset();
        outbound.nextCheckAt.reset();
        outbound.changedAt = now;
        VIGIE_CHECK(save(outbound, OutboundState::Unknown));
        ++report.settled;
        if (!more) {
            ++report.sent;
            tellSettled(outbound);
        }
        return {};
    }
    ++outbound.checks;
    if (outbound.checks < static_cast<int>(std::size(kCheckAfter)))
        return later(kCheckAfter[outbound.checks], {});
    part->state = OutboundPart::State::Failed;
    outbound.state = OutboundState::Failed;
    outbound.nextCheckAt.reset();
    outbound.changedAt = now;
    VIGIE_CHECK(save(outbound, OutboundState::Unknown));
    ++report.failed;
    ++report.settled;
    tellSettled(outbound);
    return {};
}

} // namespace vigie::plan
