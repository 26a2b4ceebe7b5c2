// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/base/ascii.hpp>
#include <vigie/plan/approval.hpp>

#include <vigie/plan/planner.hpp>
#include <vigie/store/approvals.hpp>
#include <vigie/store/outbox.hpp>

#include <algorithm>

namespace vigie::plan {

namespace {

/// Everything that waits for agreement may leave at its hour.
Result<void> letGo(store::Tx &tx, const PlanItem &plan)
{
    store::Outbox outbox(tx);
    VIGIE_TRY(const auto rows, outbox.ofPlan(plan.id));
    for (const auto id : rows) {
        VIGIE_TRY(auto row, outbox.get(id));
        if (row.state != OutboundState::WaitingApproval)
            continue;
        row.state = OutboundState::Planned;
        row.changedAt = tx.now();
        VIGIE_CHECK(outbox.update(row, OutboundState::WaitingApproval));
    }
    return {};
}

struct Asked {
    PlanItem plan;
    ApprovalStanding standing;
};

/// The post as it stands; Conflict when it is no longer what was read.
Result<Asked> asRead(store::Tx &tx, PlanId id, const ApprovalWords &said)
{
    if (trimmed(said.person).empty())
        return fail(Errc::InvalidInput, "who says so is not known: enter a name in the settings");
    Asked asked;
    VIGIE_TRY(asked.plan, store::Plans(tx).get(id));
    if (asked.plan.deletedAt)
        return fail(Errc::Gone, "the post was deleted from the calendar");
    if (contentHash(asked.plan) != said.hash)
        return fail(Errc::Conflict, kWordsChanged);
    VIGIE_TRY(asked.standing, approvalOf(tx, asked.plan));
    return asked;
}

ApprovalLine lineOf(const Asked &asked, const ApprovalWords &said, ApprovalAct act, int version)
{
    return {asked.plan.id, version, said.hash, act, said.person, said.reason, said.via, {}};
}

Result<int> keep(store::Tx &tx, const PlanItem &plan, const std::string &person)
{
    return store::Approvals(tx).addVersion({plan.id, 0, contentHash(plan), versionContent(plan), person, tx.now()});
}

} // namespace

Result<ApprovalStanding> approvalOf(store::Tx &tx, const PlanItem &plan)
{
    store::Approvals approvals(tx);
    ApprovalStanding standing;
    VIGIE_TRY(standing.needed, approvals.stepsOf(plan.campaign));
    const auto hash = contentHash(plan);
    VIGIE_TRY(const auto lines, approvals.lines(plan.id));
    for (const auto &line : lines) {
        if (line.hash != hash)
            continue;
        standing.version = line.version;
        if (line.act == ApprovalAct::Asked)
            standing.asker = line.person;
        if (line.act == ApprovalAct::Approved && std::find(standing.by.begin(), standing.by.end(), line.person) == standing.by.end())
            standing.by.push_back(line.person);
        if (line.act == ApprovalAct::Emergency)
            standing.emergency = true;
        if (line.act == ApprovalAct::Refused) { // a no undoes the yeses before it
            standing.by.clear();
            standing.emergency = false;
        }
    }
    return standing;
}

Result<int> askApproval(store::Tx &tx, const PlanItem &plan, const std::string &person)
{
    VIGIE_TRY(const int version, keep(tx, plan, person));
    VIGIE_CHECK(store::Approvals(tx).addLine({plan.id, version, contentHash(plan), ApprovalAct::Asked, person, {}, {}, {}}));
    return version;
}

Result<ApprovalStanding> approvePost(store::Tx &tx, PlanId id, const ApprovalWords &said)
{
    VIGIE_TRY(const auto asked, asRead(tx, id, said));
    if (!asked.standing.asker.empty() && asked.standing.asker == said.person)
        return fail(Errc::PolicyRefused, "nobody agrees to what they asked for themselves");
    if (std::find(asked.standing.by.begin(), asked.standing.by.end(), said.person) != asked.standing.by.end())
        return fail(Errc::Duplicate, "this person agreed to these words already");
    VIGIE_TRY(const int version, keep(tx, asked.plan, said.person));
    VIGIE_CHECK(store::Approvals(tx).addLine(lineOf(asked, said, ApprovalAct::Approved, version)));
    VIGIE_TRY(const auto now, approvalOf(tx, asked.plan));
    if (now.complete())
        VIGIE_CHECK(letGo(tx, asked.plan));
    return now;
}

Result<void> refusePost(store::Tx &tx, const connect::Catalogue &networks, PlanId id, const ApprovalWords &said)
{
    if (trimmed(said.reason).empty())
        return fail(Errc::InvalidInput, "what is to be changed was not said");
    VIGIE_TRY(const auto asked, asRead(tx, id, said));
    VIGIE_TRY(const int version, keep(tx, asked.plan, said.person));
    VIGIE_CHECK(store::Approvals(tx).addLine(lineOf(asked, said, ApprovalAct::Refused, version)));
    if (!asked.plan.approved)
        return {};
    return Planner(tx, networks).unapprove(id);
}

Result<void> releasePost(store::Tx &tx, PlanId id, const ApprovalWords &said)
{
    if (trimmed(said.reason).empty())
        return fail(Errc::InvalidInput, "an emergency needs a reason");
    VIGIE_TRY(const auto asked, asRead(tx, id, said));
    VIGIE_TRY(const int version, keep(tx, asked.plan, said.person));
    VIGIE_CHECK(store::Approvals(tx).addLine(lineOf(asked, said, ApprovalAct::Emergency, version)));
    return letGo(tx, asked.plan);
}

Result<void> noteOnPost(store::Tx &tx, PlanId id, const std::string &person, const NoteWords &words)
{
    if (trimmed(words.inside()).empty())
        return fail(Errc::InvalidInput, "a note without words");
    VIGIE_TRY(const auto plan, store::Plans(tx).get(id));
    VIGIE_TRY(const int version, keep(tx, plan, person));
    return store::Approvals(tx).addNote({id, version, person, words, tx.now()});
}

Result<std::vector<WaitingPost>> waitingPosts(store::Tx &tx, const std::string &person)
{
    VIGIE_TRY(const auto ids, store::Approvals(tx).waiting());
    std::vector<WaitingPost> out;
    for (const auto id : ids) {
        WaitingPost post;
        VIGIE_TRY(post.plan, store::Plans(tx).get(id));
        VIGIE_TRY(post.standing, approvalOf(tx, post.plan));
        const auto &by = post.standing.by;
        post.forMe = !person.empty() && post.standing.asker != person && std::find(by.begin(), by.end(), person) == by.end();
        out.push_back(std::move(post));
    }
    return out;
}

} // namespace vigie::plan
