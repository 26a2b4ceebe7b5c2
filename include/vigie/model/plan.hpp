// SPDX-License-Identifier: GPL-3.0-or-later
// A post of the calendar: one text, a variant per account, a wall time in a zone.
// Thread: values. Errors: none.
#pragma once

#include <vigie/model/outbound.hpp>

namespace vigie {

/// What one account gets. Empty text follows the base text.
struct PlanVariant {
    AccountId account;
    std::string text;                  ///< parts of a thread are separated by a line of three hyphens
    bool overridden = false;
    OutboundId outbound;               ///< the intent, once planned
    OutboundState state = OutboundState::Draft; ///< of that outbound
    std::string permalink;
    std::optional<Error> error;
};

struct PlanItem {
    PlanId id;
    std::string text, warning, lang;
    Visibility visibility = Visibility::Public;
    std::vector<OutboundMedia> media;
    std::optional<WallTime> wall;      ///< none: unplanned draft
    std::string zone;
    Instant due;                       ///< resolved from wall and zone; meaningless without wall
    ZonedInstant::Kind dueKind = ZonedInstant::Kind::Unique;
    std::chrono::minutes lateBy{15};
    std::vector<PlanVariant> variants;
    bool approved = false;             ///< Draft until the person plans it
    Instant createdAt, changedAt;
    std::optional<Instant> deletedAt;  ///< a tombstone: a deleted plan never comes back by an edit
};

} // namespace vigie
