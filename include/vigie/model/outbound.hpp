// SPDX-License-Identifier: GPL-3.0-or-later
// One intent to send to one account, committed before the first byte leaves.
// Thread: values. Errors: none.
#pragma once

#include <vigie/base/error.hpp>
#include <vigie/base/id.hpp>
#include <vigie/base/time.hpp>
#include <vigie/model/item.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace vigie {

enum class OutboundKind : std::uint8_t {
    Post, Reply, Edit, Delete, Favourite, Unfavourite, Boost, Unboost, MuteMember, UnmuteMember, BlockMember, UnblockMember, Report,
    // Of what others wrote under what is ours; the target is their item, or its author for a ban.
    HideReply, UnhideReply, ApproveItem, HoldItem, MarkSpam, RemoveItem, RestoreItem, BanMember
};
inline constexpr int kOutboundKindCount = 21;
enum class OutboundState : std::uint8_t {
    Draft, WaitingApproval,
    Planned,   ///< leaves at dueAt; the undo window of a reply is a Planned row too
    Held,      ///< kept back by a pause; leaves only after a decision of the person
    Sending,   ///< claimed by a publisher; found in this state after a crash it becomes Unknown
    Accepted,  ///< taken by the network, held there (moderation, media processing)
    Sent,
    Unknown,   ///< may have taken effect; settled by reading back, never by sending again
    Failed,    ///< known not to have taken effect; retry is the person's decision
    Missed,    ///< due while nobody could send, later than its late policy allows: asks
    Cancelled
};
[[nodiscard]] const char *toString(OutboundKind kind) noexcept;
[[nodiscard]] const char *toString(OutboundState state) noexcept;
[[nodiscard]] std::optional<OutboundState> outboundStateFrom(std::string_view name) noexcept;
[[nodiscard]] std::optional<OutboundKind> outboundKindFrom(std::string_view name) noexcept;

struct OutboundMedia {
    std::string path, mime, alt, sha256;
    std::string nativeId;  ///< once uploaded
    AssetId asset = {};    ///< its row in the media library; none: a file of the person's
    std::string address = {};  ///< where a network that fetches files itself finds it
    std::string placedAs = {}; ///< what takes it away from there again; empty: nothing of ours is there
};

/// One post of a thread; most outbounds have one part.
struct OutboundPart {
    std::string text;
    std::vector<OutboundMedia> media;
    std::string nativeId, permalink;   ///< once the network gave them
    enum class State : std::uint8_t { Waiting, Sending, Sent, Unknown, Failed } state = State::Waiting;
    std::string idempotencyKey;        ///< random, stored before the first attempt, renewed when the text is edited
    std::optional<Instant> startedAt;  ///< first byte may have left from here on
};

struct Outbound {
    OutboundId id;
    AccountId account;
    OutboundKind kind = OutboundKind::Post;
    OutboundState state = OutboundState::Draft;
    std::vector<OutboundPart> parts;   ///< Post, Reply, Edit
    std::string warning, lang;
    Visibility visibility = Visibility::Public;
    bool sensitive = false;
    ItemId target;                     ///< what is answered, edited, deleted, favourited; none for a post
    std::string targetNative;          ///< its native id (or the member's, for mute and block)
    TicketId ticket;
    PlanId plan;
    OutboundId after;                  ///< leaves once this one is sent, under its post (a first comment); none: by itself
    Instant createdAt, changedAt;
    std::optional<Instant> dueAt;      ///< Planned: not before
    std::optional<std::chrono::minutes> lateBy; ///< Planned: at most so late, else Missed
    bool handOver = false;             ///< given to the network's own scheduler ahead of dueAt; then it is Accepted until it is seen
    std::optional<OutboundState> recall; ///< Accepted: to be taken back from the network, and what it is then
    int attempts = 0;
    std::optional<Error> error;        ///< of the last attempt
    std::optional<Instant> nextCheckAt;///< Unknown: when the next read-back is due
    int checks = 0;                    ///< Unknown: read-backs made
    std::string comment;               ///< Report: what is told to the moderators
    std::string clientToken;           ///< identifies the press of the button: the same press twice makes one row
};

/// One try, for the log the person can open.
struct Attempt {
    OutboundId outbound;
    int part = 0, number = 0;
    std::string phase;                 ///< "prepare", "send", "confirm", "reconcile"
    Instant startedAt;
    std::optional<Instant> endedAt;
    int httpStatus = 0;
    std::string outcome;               ///< "ok" or an Errc name
};

} // namespace vigie
