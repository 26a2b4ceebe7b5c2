// SPDX-License-Identifier: GPL-3.0-or-later
// A post of the calendar: one text, a variant per account, a wall time in a zone, and what it belongs to.
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
    std::string firstComment;          ///< said under the post by the same account, where the network has it
    std::string owner;                 ///< who looks after it; empty: nobody
    CampaignId campaign;
    PhaseId phase;
    EventId event;                     ///< said before, during or after this
    std::optional<int> dayOffset;      ///< days from the day of its event, else of its campaign, with which it moves
    bool locked = false;               ///< it stays where it is when that day moves
    std::optional<Instant> embargo;    ///< nothing of it leaves before, not even by hand
    SeriesId series;
    std::string seriesDay;             ///< which occurrence of the series it is (YYYY-MM-DD); empty: none
    PostQueueId queue;                 ///< its wall time is a slot of this queue
    bool approved = false;             ///< Draft until the person plans it
    bool handOver = false;             ///< left to the clock of the networks that have one which is verified
    Instant createdAt, changedAt;
    std::optional<Instant> deletedAt;  ///< a tombstone: a deleted plan never comes back by an edit
};

} // namespace vigie
