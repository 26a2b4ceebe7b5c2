// SPDX-License-Identifier: GPL-3.0-or-later
// One moderation: who did what to what, by which article of which charter, with which evidence, and what became of it.
// Thread: values. Errors: none.
#pragma once

#include <vigie/model/outbound.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>

namespace vigie {

/// What needs an article. Its opposites need none: they are noted at the line they take back.
inline constexpr std::array<OutboundKind, 7> kModerations{OutboundKind::HideReply,   OutboundKind::RemoveItem, OutboundKind::MarkSpam, OutboundKind::MuteMember,
                                                          OutboundKind::BlockMember, OutboundKind::BanMember,  OutboundKind::Report};
[[nodiscard]] bool isModeration(OutboundKind kind) noexcept;
/// What takes it back at the network; none: nothing does.
[[nodiscard]] std::optional<OutboundKind> oppositeOf(OutboundKind kind) noexcept;

struct ModerationLine {
    std::int64_t id = 0;
    Instant at;
    std::string person;
    OutboundKind act = OutboundKind::HideReply;
    OutboundId outbound;
    AccountId account;
    ItemId item;
    MemberId member;
    int article = 0, charterVersion = 0;
    std::int64_t evidence = 0;           ///< number of the entry; 0: none was kept
    std::string noEvidence;              ///< then: why
    std::string comment;
    OutboundId back;                     ///< the intent that takes it back; none: it stands
    std::optional<Instant> backAt;
    std::string backBy;
    // As it is now
    OutboundState state = OutboundState::Planned;
    std::optional<OutboundState> backState;
    std::string network, handle;         ///< empty: the mention is gone
};

enum class ModerationOutcome : std::uint8_t { Waiting, Done, Unknown, Failed, Cancelled, TakingBack, TakenBack };
inline constexpr int kModerationOutcomes = 7;
[[nodiscard]] ModerationOutcome outcomeOf(const ModerationLine &line) noexcept;
[[nodiscard]] const char *toString(ModerationOutcome outcome) noexcept; ///< "waiting", "done", "unknown", ...

} // namespace vigie
