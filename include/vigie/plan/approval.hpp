// SPDX-License-Identifier: GPL-3.0-or-later
// None, one or two people agree to a post before it may leave. What they agree to is its content hash (post_version.hpp): whoever
// changes the words asks again. Two steps are two people, and nobody agrees to what they asked for themselves.
// Thread: inside a store job, Durability::Full. Errors: InvalidInput (nobody's name, no reason), PolicyRefused (one's own post),
// Duplicate (this person agreed already), Conflict (the words were changed meanwhile, or nothing waits), NotFound.
#pragma once

#include <vigie/connect/connector.hpp>
#include <vigie/model/approval.hpp>
#include <vigie/plan/post_version.hpp>
#include <vigie/store/store.hpp>

#include <string>
#include <vector>

namespace vigie::plan {

/// Detail of the error (Conflict) of an answer to words that were changed since.
inline constexpr const char *kWordsChanged = "the post was changed after this version was shown";

struct ApprovalStanding {
    int needed = 0;
    std::vector<std::string> by;       ///< who agreed to the words as they are
    std::string asker;                 ///< of these words; empty: nobody asked yet
    bool emergency = false;            ///< released with a recorded reason
    int version = 0;                   ///< of these words; 0: not kept yet
    [[nodiscard]] bool complete() const { return emergency || static_cast<int>(by.size()) >= needed; }
};
Result<ApprovalStanding> approvalOf(store::Tx &tx, const PlanItem &plan);

/// Keeps the words as a version and notes who asks for agreement. The number of the version.
Result<int> askApproval(store::Tx &tx, const PlanItem &plan, const std::string &person);

struct ApprovalWords {
    std::string person;
    std::string hash;                  ///< of the words that were read: others are refused
    std::string reason;                ///< Refused, Emergency
    std::string via = {};
};
/// When it was the last one needed, what waits is Planned.
Result<ApprovalStanding> approvePost(store::Tx &tx, PlanId id, const ApprovalWords &said);
/// The post is a draft again, with what is asked to be changed.
Result<void> refusePost(store::Tx &tx, const connect::Catalogue &networks, PlanId id, const ApprovalWords &said);
/// Goes without agreement, with the reason in the log.
Result<void> releasePost(store::Tx &tx, PlanId id, const ApprovalWords &said);
Result<void> noteOnPost(store::Tx &tx, PlanId id, const std::string &person, const NoteWords &words);

/// Posts that wait for agreement, and whether this person may give it.
struct WaitingPost {
    PlanItem plan;
    ApprovalStanding standing;
    bool forMe = false;
};
Result<std::vector<WaitingPost>> waitingPosts(store::Tx &tx, const std::string &person);

} // namespace vigie::plan
