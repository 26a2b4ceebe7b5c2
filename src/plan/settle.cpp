// SPDX-License-Identifier: GPL-3.0-or-later
// Settling what is not known: the account's own posts are read back, page by page as far as the time of sending, and
// compared. A match is Sent; none after the last read-back is Failed with retry offered. When the network does not show
// that far back, the row stays Unknown, because a retry could post twice. Nothing is ever sent from here.
#include "plan/publisher_impl.hpp"

#include "plan/same_post.hpp"


#include <algorithm>
#include <iterator>
#include <set>

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

/// A thousand posts in the few minutes between sending and reading back; who writes more is looked for again later.
constexpr int kMostPages = 25;
constexpr std::chrono::hours kLookAgain{1};

Sought soughtFrom(const Outbound &outbound, std::size_t index)
{
    const auto &part = outbound.parts[index];
    Sought sought{part.text, {}, part.media.size(), part.startedAt.value_or(outbound.createdAt)};
    sought.inReplyTo = index > 0 ? outbound.parts[index - 1].nativeId
                                 : outbound.kind == OutboundKind::Reply ? outbound.targetNative : std::string();
    return sought;
}

} // namespace

/// Where the key of a part was chosen before it left, the network says at once whether it has it.
Result<Lane::Sighting> Lane::lookUnderKey(const connect::Connector &connector, const Account &account, const ReadBack &back, std::stop_token stop)
{
    connect::PublishJob job{back.outbound, back.part, {}, {}};
    const auto sought = soughtFrom(back.outbound, back.part);
    job.inReplyTo = sought.inReplyTo;
    VIGIE_TRY(auto found, askBack<std::optional<connect::OwnPost>>(
                              connector, account, back, std::move(stop),
                              [&](const connect::Context &context) { return connector.buildReadBack(context, job); },
                              [&](const connect::Context &context, const net::Response &response) { return connector.parseReadBack(context, job, response); }));
    if (!found)
        return Sighting{false, true, {}};
    return Sighting{true, true, std::move(*found)};
}

Result<Lane::Sighting> Lane::lookBack(const connect::Connector &connector, const Account &account, const ReadBack &back,
                                                            std::stop_token stop)
{
    auto keyed = lookUnderKey(connector, account, back, stop);
    if (keyed || keyed.error().code != Errc::Unsupported)
        return keyed;
    auto sought = soughtFrom(back.outbound, back.part);
    // A clock of ours that was ahead when it was sent, or is ahead now, must not make a post of that moment one of long ago.
    sought.startedAt = std::min(sought.startedAt, parts.clock.now());
    const auto begun = sought.startedAt;
    std::set<std::string> asked{std::string()};
    std::string page;
    for (int number = 0; number < kMostPages; ++number) {
        VIGIE_TRY(auto read, askBack<connect::OwnPage>(
                                 connector, account, back, stop,
                                 [&](const connect::Context &context) { return connector.buildOwnPosts(context, page); },
                                 [&](const connect::Context &context, const net::Response &response) {
                                     if (const auto theirs = net::parseHttpDate(response.header("Date")))
                                         sought.startedAt = begun + std::min<Micros>(*theirs - parts.clock.now(), Micros{0});
                                     return connector.parseOwnPosts(context, response);
                                 }));
        for (auto &post : read.posts) {
            if (!isSamePost(post, sought))
                continue;
            VIGIE_TRY(const auto known, parts.store.readNow<std::optional<OutboundId>>(
                                            [&](store::Tx &tx) { return store::Outbox(tx).byNative(account.id, post.nativeId); }));
            if (!known) // else an earlier post with the same words, already accounted for
                return Sighting{true, true, std::move(post)};
        }
        if (read.nextPage.empty() || (read.reaches && *read.reaches < sought.startedAt - kClockSkew))
            return Sighting{false, true, {}};
        if (!asked.insert(read.nextPage).second)
            break; // the server keeps showing the same posts
        page = std::move(read.nextPage);
    }
    return Sighting{false, false, {}};
}

Result<void> Lane::settleFound(Outbound &outbound, OutboundPart &part, const connect::OwnPost &post)
{
    part.nativeId = post.nativeId;
    part.permalink = post.permalink;
    part.state = OutboundPart::State::Sent;
    const bool more = std::any_of(outbound.parts.begin(), outbound.parts.end(),
                                  [](const OutboundPart &one) { return one.state != OutboundPart::State::Sent; });
    // A thread goes on at its next part; what is there and waits is not sent yet.
    outbound.state = more ? OutboundState::Planned : post.held ? OutboundState::Accepted : OutboundState::Sent;
    outbound.changedAt = parts.clock.now();
    if (more)
        outbound.dueAt = outbound.changedAt;
    outbound.error.reset();
    outbound.nextCheckAt.reset();
    if (outbound.state == OutboundState::Accepted) {
        outbound.checks = 0;
        outbound.nextCheckAt = outbound.changedAt + kWatchAfter[0];
    }
    VIGIE_CHECK(save(outbound, OutboundState::Unknown));
    ++report.settled;
    if (!more) {
        ++(post.held ? report.held : report.sent);
        tellSettled(outbound);
    }
    return {};
}

Result<void> Lane::settleRow(OutboundId id, std::stop_token stop)
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
    auto sighting = lookBack(*connector, account, {outbound, index}, stop);
    if (!sighting) { // not having been able to look is not having looked: the count of read-backs stays
        const bool never = sighting.error().code == Errc::Unsupported || sighting.error().code == Errc::InvalidInput;
        return later(never ? kLookAgain : sighting.error().retryAfter.value_or(std::chrono::seconds{15}), sighting.error());
    }
    if (sighting->found)
        return settleFound(outbound, *part, sighting->post);
    if (!sighting->wholeStretch)
        return later(kLookAgain, Error{Errc::UnknownOutcome, kOutOfSight, 0, {}, {}});
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
