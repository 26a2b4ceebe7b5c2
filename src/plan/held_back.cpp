// SPDX-License-Identifier: GPL-3.0-or-later
// An answer whose question a colleague answered on the network itself while it waited for its undo window: it does not leave by itself.
#include "plan/publisher_impl.hpp"

#include <vigie/plan/held_back.hpp>
#include <vigie/store/drafts.hpp>

#include <algorithm>

namespace vigie::plan {

Result<bool> Lane::answeredMeanwhile(const Outbound &outbound)
{
    const bool begun = std::any_of(outbound.parts.begin(), outbound.parts.end(), [](const OutboundPart &part) { return part.state == OutboundPart::State::Sent; });
    if (outbound.kind != OutboundKind::Reply || !outbound.ticket || begun)
        return false;
    return parts.store.readNow<bool>([&](store::Tx &tx) -> Result<bool> {
        store::Drafts drafts(tx);
        VIGIE_TRY(const auto seen, drafts.seen(outbound.id));
        if (!seen)
            return false;
        VIGIE_TRY(const auto others, drafts.answersBesides(outbound.ticket, *seen));
        return !others.empty();
    });
}

/// The person decides: "send again" is what lets it leave all the same.
Result<void> Lane::holdBack(Outbound &outbound)
{
    outbound.state = OutboundState::Failed;
    outbound.parts.front().state = OutboundPart::State::Failed;
    outbound.error = Error{Errc::Conflict, kAnsweredMeanwhile, 0, {}, {}};
    outbound.changedAt = parts.clock.now();
    auto held = save(outbound, OutboundState::Planned);
    if (!held && held.error().code == Errc::Conflict)
        return {}; // taken back in this very moment
    VIGIE_CHECK(held);
    ++report.failed;
    tellSettled(outbound);
    return {};
}

} // namespace vigie::plan
