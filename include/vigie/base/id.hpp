// SPDX-License-Identifier: GPL-3.0-or-later
// Every id is its own type, so that a member cannot be passed where an item is meant.
// Thread: values. Errors: none.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>

namespace vigie {

template <class Tag>
struct Id {
    std::int64_t value = 0; ///< 0 means "none"; item ids may be negative (before 2020)

    constexpr Id() = default;
    constexpr explicit Id(std::int64_t v) : value(v) {}
    [[nodiscard]] constexpr explicit operator bool() const { return value != 0; }
    friend constexpr auto operator<=>(const Id &, const Id &) = default;
};

using ItemId = Id<struct ItemTag>;         ///< grows with publication time, see store/item_id.hpp
using MemberId = Id<struct MemberTag>;
using AccountId = Id<struct AccountTag>;
using TicketId = Id<struct TicketTag>;
using MediaId = Id<struct MediaTag>;
using PlanId = Id<struct PlanTag>;         ///< a post of the calendar
using CampaignId = Id<struct CampaignTag>;
using PhaseId = Id<struct PhaseTag>;       ///< a stretch of a campaign
using EventId = Id<struct EventTag>;       ///< a fair, a launch, a live: something of the calendar that is not a post
using SeriesId = Id<struct SeriesTag>;     ///< what repeats
using PostQueueId = Id<struct PostQueueTag>; ///< posts that take the next free slot
using AssetId = Id<struct AssetTag>;       ///< a file of the media library
using OutboundId = Id<struct OutboundTag>; ///< one intent to send, for one account
using QueryId = Id<struct QueryTag>;       ///< a saved query: a column, a brand, a competitor
using TagId = Id<struct LabelTag>;
using NoteId = Id<struct NoteTag>;
using ChangeSetId = Id<struct ChangeSetTag>; ///< one undoable action

} // namespace vigie

template <class Tag>
struct std::hash<vigie::Id<Tag>> {
    std::size_t operator()(const vigie::Id<Tag> &id) const noexcept { return std::hash<std::int64_t>{}(id.value); }
};
