// SPDX-License-Identifier: GPL-3.0-or-later
// The last gate before anything leaves. What keeps a row back is asked in the transaction that lets it go, so that a pause, an
// embargo or a deletion that was committed before cannot be overtaken.
#include "plan/belonging.hpp"
#include "plan/publisher_impl.hpp"

#include <vigie/plan/approval.hpp>
#include <vigie/plan/hand_over.hpp>
#include <vigie/store/approvals.hpp>
#include <vigie/store/leaving.hpp>
#include <vigie/store/pauses.hpp>

namespace vigie::plan {

namespace {

Result<void> hold(store::Tx &tx, Outbound &outbound, const Pause &pause)
{
    const auto before = outbound.state;
    outbound.state = OutboundState::Held;
    outbound.changedAt = tx.now();
    VIGIE_CHECK(store::Outbox(tx).update(outbound, before));
    return store::Pauses(tx).note(outbound.id, pause.id);
}

/// What its post says at the door: none of it leaves when the post was taken back, before its embargo, or without the agreement that it needs
/// by now. An agreement counts for the words that leave, and for nothing else.
struct Word {
    bool withdrawn = false, agreed = true;
    std::optional<Instant> embargo;
};
Result<Word> wordOf(store::Tx &tx, const Outbound &outbound)
{
    if (!outbound.plan)
        return Word{};
    VIGIE_TRY(const auto plan, store::Plans(tx).get(outbound.plan));
    VIGIE_TRY(const auto standing, approvalOf(tx, plan));
    VIGIE_TRY(const auto embargo, embargoOf(tx, plan));
    return Word{plan.deletedAt.has_value() || !plan.approved, standing.complete(), embargo};
}

} // namespace

Result<void> Lane::checkFiles(const Outbound &outbound, const OutboundPart &part)
{
    if (!outbound.plan || part.media.empty())
        return {};
    VIGIE_TRY(const int needed, parts.store.readNow<int>([&](store::Tx &tx) -> Result<int> {
                  VIGIE_TRY(const auto plan, store::Plans(tx).get(outbound.plan));
                  return store::Approvals(tx).stepsOf(plan.campaign);
              }));
    for (const auto &media : part.media) {
        if (needed == 0 || media.sha256.empty())
            continue;
        const auto name = media.path.substr(media.path.find_last_of('/') + 1);
        if (name.starts_with(media.sha256 + "-"))
            continue; // what the media library made of these very bytes for the network
        VIGIE_TRY(const auto now, fileDigest(media.path));
        if (now != media.sha256)
            return fail(Errc::Conflict, "the file was changed after it was agreed to: " + media.path);
    }
    return {};
}

Result<Lane::Door> Lane::passDoor(Outbound &outbound)
{
    const auto now = parts.clock.now();
    std::optional<Instant> later;
    auto passed = parts.store.writeNow<Door>(
        [&](store::Tx &tx) -> Result<Door> {
            VIGIE_TRY(const auto pause, store::Pauses(tx).covering(outbound));
            if (pause) {
                VIGIE_CHECK(hold(tx, outbound, *pause));
                return Door::Paused;
            }
            VIGIE_TRY(const auto word, wordOf(tx, outbound));
            if (word.withdrawn || !word.agreed) { // or more people were asked for after it was planned
                outbound.state = word.withdrawn ? OutboundState::Cancelled : OutboundState::WaitingApproval;
                outbound.changedAt = now;
                VIGIE_CHECK(store::Outbox(tx).update(outbound, OutboundState::Planned));
                return Door::Moved;
            }
            const auto shown = isForTheirClock(outbound, now) ? *outbound.dueAt : now;
            if (word.embargo && *word.embargo > shown) {
                later = word.embargo;
                return Door::Later;
            }
            VIGIE_TRY(const bool before, store::waitsForRecall(tx, outbound));
            if (before) { // what it replaces is still with the network
                later = now + std::chrono::seconds{15};
                return Door::Later;
            }
            if (outbound.after) {
                VIGIE_TRY(const auto post, store::Outbox(tx).get(outbound.after));
                if (post.state != OutboundState::Sent || post.parts.empty() || post.parts.front().nativeId.empty())
                    later = now + std::chrono::minutes{5}; // its post is not there, or nobody knows under which id
                if (later)
                    return Door::Later;
                outbound.targetNative = post.parts.front().nativeId;
            }
            outbound.state = OutboundState::Sending;
            outbound.changedAt = now;
            ++outbound.attempts;
            outbound.error.reset();
            VIGIE_CHECK(store::Outbox(tx).update(outbound, OutboundState::Planned));
            return Door::Open;
        },
        store::Durability::Full);
    if (!passed && passed.error().code == Errc::Conflict)
        return Door::Moved; // cancelled or taken in this very moment
    if (passed && *passed == Door::Paused)
        ++report.paused;
    if (later)
        waitFor(outbound.id, *later);
    return passed;
}

Result<bool> Lane::mayGoOn(Outbound &outbound)
{
    return parts.store.writeNow<bool>(
        [&](store::Tx &tx) -> Result<bool> {
            VIGIE_TRY(const auto pause, store::Pauses(tx).covering(outbound));
            if (!pause) {
                VIGIE_CHECK(store::Outbox(tx).update(outbound, OutboundState::Sending));
                return true;
            }
            for (auto &part : outbound.parts)
                if (part.state == OutboundPart::State::Sending) { // nothing of it has left
                    part.state = OutboundPart::State::Waiting;
                    part.startedAt.reset();
                }
            VIGIE_CHECK(hold(tx, outbound, *pause));
            ++report.paused;
            return false;
        },
        store::Durability::Full);
}

} // namespace vigie::plan
