// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/approvals.hpp>

#include <vigie/store/audit.hpp>
#include <vigie/store/members.hpp>

#include "store/session.hpp"

#include <algorithm>

namespace vigie::store {

namespace {

constexpr const char *kSetting = "approval.steps";

int readSteps(const std::optional<std::string> &text)
{
    return text && text->size() == 1 && *text >= "0" ? std::min(text->front() - '0', kMostApprovalSteps) : 0;
}

std::vector<ApprovalRequest> loadRequests(Session &session, const std::string &rest, std::vector<Bound> values)
{
    std::vector<ApprovalRequest> out;
    session.each<std::int64_t, PlanId, int, std::string, std::string, std::string, QuestionId, std::string, Instant, std::optional<Instant>, std::string,
                 std::string>(
        "SELECT id, plan_id, version, hash, code, reviewer, question_id, asker, asked_at, answered_at, answer, page FROM approval_request" + rest, std::move(values),
        [&](std::int64_t id, PlanId plan, int version, std::string hash, std::string code, std::string reviewer, QuestionId question, std::string asker, Instant asked,
            std::optional<Instant> answered, std::string answer, std::string page) {
            out.push_back({id, plan, version, std::move(hash), std::move(code), std::move(reviewer), question, std::move(asker), asked, answered, std::move(answer),
                           std::move(page)});
        });
    return out;
}

} // namespace

Result<int> Approvals::steps()
{
    VIGIE_TRY(const auto text, Settings(tx_).get(kSetting));
    return readSteps(text);
}

Result<void> Approvals::setSteps(int steps)
{
    VIGIE_CHECK(Settings(tx_).set(kSetting, std::to_string(std::clamp(steps, 0, kMostApprovalSteps))));
    return Audit(tx_).add("person", "approval.steps", "workspace", std::to_string(steps));
}

Result<int> Approvals::stepsOf(CampaignId campaign)
{
    auto &session = tx_.session();
    VIGIE_TRY(const int general, steps());
    if (!campaign)
        return general;
    return session.guard([&] {
        const auto own = session.one<int>("SELECT steps FROM campaign_approval WHERE campaign_id=?", campaign);
        return std::max(general, std::min(own.value_or(0), kMostApprovalSteps));
    });
}

Result<void> Approvals::setStepsOf(CampaignId campaign, int steps)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<void> {
        session.exec("INSERT INTO campaign_approval(campaign_id, steps) VALUES(?,?) ON CONFLICT(campaign_id) DO UPDATE SET steps=excluded.steps", campaign,
                     std::clamp(steps, 0, kMostApprovalSteps));
        tx_.change().settings = true;
        return Audit(tx_).add("person", "approval.steps", "campaign " + std::to_string(campaign.value), std::to_string(steps));
    });
}

Result<int> Approvals::addVersion(const PostVersion &version)
{
    auto &session = tx_.session();
    return session.guard([&]() -> int {
        const auto last = session.one<int, std::string>("SELECT number, hash FROM post_version WHERE plan_id=? ORDER BY number DESC LIMIT 1", version.plan);
        if (last && std::get<1>(*last) == version.hash)
            return std::get<0>(*last);
        const int number = last ? std::get<0>(*last) + 1 : 1;
        session.exec("INSERT INTO post_version(plan_id, number, hash, content_json, person, made_at) VALUES(?,?,?,?,?,?)", version.plan, number, version.hash,
                     version.content, version.person, tx_.now());
        return number;
    });
}

Result<std::vector<PostVersion>> Approvals::versions(PlanId plan)
{
    auto &session = tx_.session();
    return session.guard([&] {
        std::vector<PostVersion> out;
        session.each<int, std::string, std::string, std::string, Instant>(
            "SELECT number, hash, content_json, person, made_at FROM post_version WHERE plan_id=? ORDER BY number", binds(plan),
            [&](int number, std::string hash, std::string content, std::string person, Instant at) {
                out.push_back({plan, number, std::move(hash), std::move(content), std::move(person), at});
            });
        return out;
    });
}

Result<void> Approvals::addLine(const ApprovalLine &line)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<void> {
        session.insert("INSERT INTO approval(plan_id, version, hash, act, person, reason, via, at) VALUES(?,?,?,?,?,?,?,?)", line.plan, line.version, line.hash,
                       std::string(toString(line.act)), line.person, line.reason, line.via, tx_.now());
        tx_.change().plans.push_back(line.plan);
        return Audit(tx_).add("person", std::string("approval.") + toString(line.act), "plan " + std::to_string(line.plan.value),
                              line.person + ", version " + std::to_string(line.version));
    });
}

Result<std::vector<ApprovalLine>> Approvals::lines(PlanId plan)
{
    auto &session = tx_.session();
    return session.guard([&] {
        std::vector<ApprovalLine> out;
        session.each<int, std::string, std::string, std::string, std::string, std::string, Instant>(
            "SELECT version, hash, act, person, reason, via, at FROM approval WHERE plan_id=? ORDER BY id", binds(plan),
            [&](int version, std::string hash, const std::string &act, std::string person, std::string reason, std::string via, Instant at) {
                // What cannot be read agrees to nothing.
                out.push_back({plan, version, std::move(hash), approvalActFrom(act).value_or(ApprovalAct::Asked), std::move(person), std::move(reason), std::move(via), at});
            });
        return out;
    });
}

Result<void> Approvals::addNote(const ReviewNote &note)
{
    auto &session = tx_.session();
    return session.guard([&] {
        session.insert("INSERT INTO review_note(plan_id, version, author, text, at) VALUES(?,?,?,?,?)", note.plan, note.version, note.author, note.text.inside(), tx_.now());
        tx_.change().plans.push_back(note.plan);
    });
}

Result<std::vector<ReviewNote>> Approvals::notes(PlanId plan)
{
    auto &session = tx_.session();
    return session.guard([&] {
        std::vector<ReviewNote> out;
        session.each<int, std::string, std::string, Instant>("SELECT version, author, text, at FROM review_note WHERE plan_id=? ORDER BY id", binds(plan),
                                                             [&](int version, std::string author, std::string text, Instant at) {
                                                                 out.push_back({plan, version, std::move(author), NoteWords(std::move(text)), at});
                                                             });
        return out;
    });
}

Result<std::int64_t> Approvals::addRequest(const ApprovalRequest &request)
{
    auto &session = tx_.session();
    return session.guard([&]() -> std::int64_t {
        tx_.change().plans.push_back(request.plan);
        return session.insert("INSERT INTO approval_request(plan_id, version, hash, code, reviewer, question_id, asker, asked_at, page) VALUES(?,?,?,?,?,?,?,?,?)",
                              request.plan,
                              request.version, request.hash, request.code, request.reviewer, request.question, request.asker, tx_.now(), request.page);
    });
}

Result<void> Approvals::carriedBy(std::int64_t id, QuestionId question)
{
    auto &session = tx_.session();
    return session.guard([&] { session.exec("UPDATE approval_request SET question_id=? WHERE id=?", question, id); });
}

Result<void> Approvals::answerRequest(std::int64_t id, const std::string &answer)
{
    auto &session = tx_.session();
    return session.guard([&] { session.exec("UPDATE approval_request SET answer=?, answered_at=? WHERE id=?", answer, tx_.now(), id); });
}

Result<std::optional<ApprovalRequest>> Approvals::requestOf(const std::string &code)
{
    auto &session = tx_.session();
    return session.guard([&]() -> std::optional<ApprovalRequest> {
        auto found = loadRequests(session, " WHERE code=?", binds(code));
        return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
    });
}

Result<std::optional<ApprovalRequest>> Approvals::requestOf(QuestionId question)
{
    auto &session = tx_.session();
    return session.guard([&]() -> std::optional<ApprovalRequest> {
        auto found = loadRequests(session, " WHERE question_id=? AND question_id<>0", binds(question));
        return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
    });
}

Result<std::vector<ApprovalRequest>> Approvals::requests(PlanId plan)
{
    auto &session = tx_.session();
    return session.guard([&] { return loadRequests(session, " WHERE plan_id=? ORDER BY id", binds(plan)); });
}

Result<std::vector<PlanId>> Approvals::waiting()
{
    auto &session = tx_.session();
    return session.guard([&] {
        return session.column<PlanId>("SELECT p.id FROM plan_item p WHERE p.deleted_at IS NULL AND p.id IN (SELECT plan_id FROM outbound WHERE state='waiting_approval') "
                                      "ORDER BY p.due_at, p.id");
    });
}

} // namespace vigie::store
