// SPDX-License-Identifier: GPL-3.0-or-later
// Versions of posts, agreements to them, reviewers' notes, and what was asked of people without Vigie.
// Thread: inside a store job; writes here are Durability::Full. Errors: Storage..., NotFound, Duplicate (a code that exists).
#pragma once

#include <vigie/model/approval.hpp>
#include <vigie/store/store.hpp>

#include <optional>
#include <string>
#include <vector>

namespace vigie::store {

inline constexpr int kMostApprovalSteps = 2;

class Approvals {
public:
    explicit Approvals(Tx &tx) : tx_(tx) {}

    /// How many people must agree, 0 to kMostApprovalSteps: the workspace's wish, or the campaign's where it asks for more.
    Result<int> steps();
    Result<void> setSteps(int steps);
    Result<int> stepsOf(CampaignId campaign);
    /// 0: no more than the workspace asks for.
    Result<void> setStepsOf(CampaignId campaign, int steps);

    /// Words that are the newest version already are not kept twice. The number of the version they are.
    Result<int> addVersion(const PostVersion &version);
    Result<std::vector<PostVersion>> versions(PlanId plan); ///< oldest first

    Result<void> addLine(const ApprovalLine &line);
    Result<std::vector<ApprovalLine>> lines(PlanId plan); ///< oldest first
    Result<void> addNote(const ReviewNote &note);
    Result<std::vector<ReviewNote>> notes(PlanId plan);

    Result<std::int64_t> addRequest(const ApprovalRequest &request);
    Result<void> carriedBy(std::int64_t id, QuestionId question);
    Result<void> answerRequest(std::int64_t id, const std::string &answer);
    Result<std::optional<ApprovalRequest>> requestOf(const std::string &code);
    Result<std::optional<ApprovalRequest>> requestOf(QuestionId question);
    Result<std::vector<ApprovalRequest>> requests(PlanId plan);
    /// Posts with something that waits for approval, by their hour.
    Result<std::vector<PlanId>> waiting();

private:
    Tx &tx_;
};

} // namespace vigie::store
