// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/campaigns.hpp>

#include "store/plan_rows.hpp"

#include <algorithm>

namespace vigie::store {

namespace {

std::vector<Campaign> load(Session &session, const std::string &where, std::vector<Bound> values)
{
    std::vector<Campaign> out;
    session.each<CampaignId, std::string, std::string, std::string, std::string, std::string, int, std::optional<std::int64_t>, std::string, std::optional<std::int64_t>,
                 std::optional<std::int32_t>, std::string, std::optional<Instant>, bool, Instant, Instant>(
        "SELECT id, name, objective, audience, messages, owner, hue, budget_cents, currency, reach_target, day, zone, embargo_at, archived, created_at, changed_at "
        "FROM campaign" + where,
        std::move(values),
        [&](CampaignId id, std::string name, std::string objective, std::string audience, std::string messages, std::string owner, int hue,
            std::optional<std::int64_t> budget, std::string currency, std::optional<std::int64_t> reach, std::optional<std::int32_t> day, std::string zone,
            std::optional<Instant> embargo, bool archived, Instant created, Instant changed) {
            out.push_back({id, std::move(name), std::move(objective), std::move(audience), std::move(messages), std::move(owner), hue, budget, std::move(currency), reach,
                           day, std::move(zone), embargo, archived, {}, {}, created, changed});
        });
    for (auto &one : out) {
        session.each<PhaseId, std::string, int, int>("SELECT id, name, from_day, to_day FROM campaign_phase WHERE campaign_id=? ORDER BY position", binds(one.id),
                                                     [&](PhaseId id, std::string name, int from, int to) { one.phases.push_back({id, std::move(name), from, to}); });
        one.channels = session.column<AccountId>("SELECT account_id FROM campaign_channel WHERE campaign_id=? ORDER BY position", one.id);
    }
    return out;
}

void writePhases(Tx &tx, CampaignId id, const Campaign &campaign)
{
    auto &session = tx.session();
    auto before = session.column<PhaseId>("SELECT id FROM campaign_phase WHERE campaign_id=?", id);
    for (std::size_t i = 0; i < campaign.phases.size(); ++i) {
        const auto &phase = campaign.phases[i];
        const auto known = std::find(before.begin(), before.end(), phase.id);
        if (phase.id && known != before.end()) {
            session.exec("UPDATE campaign_phase SET position=?, name=?, from_day=?, to_day=? WHERE id=?", i, phase.name, phase.fromDay, phase.toDay, phase.id);
            before.erase(known);
        } else {
            session.exec("INSERT INTO campaign_phase(campaign_id, position, name, from_day, to_day) VALUES(?,?,?,?,?)", id, i, phase.name, phase.fromDay, phase.toDay);
        }
    }
    for (const auto gone : before) {
        session.exec("UPDATE plan_item SET phase_id=0 WHERE phase_id=?", gone);
        session.exec("DELETE FROM campaign_phase WHERE id=?", gone);
    }
}

void touchPosts(Tx &tx, CampaignId id)
{
    for (const auto plan : tx.session().column<PlanId>("SELECT id FROM plan_item WHERE campaign_id=? AND deleted_at IS NULL", id))
        tx.change().plans.push_back(plan);
}

} // namespace

Result<std::vector<Campaign>> Campaigns::all(bool withArchived)
{
    auto &session = tx_.session();
    return session.guard([&] { return load(session, std::string(withArchived ? "" : " WHERE archived=0") + " ORDER BY day IS NOT NULL, day, id", {}); });
}

Result<Campaign> Campaigns::get(CampaignId id)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<Campaign> {
        auto found = load(session, " WHERE id=?", binds(id));
        if (found.empty())
            return fail(Errc::NotFound, "no such campaign");
        return std::move(found.front());
    });
}

Result<CampaignId> Campaigns::save(const Campaign &campaign)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<CampaignId> {
        auto id = campaign.id;
        if (!id) {
            id = CampaignId{session.insert("INSERT INTO campaign(name, objective, audience, messages, owner, hue, budget_cents, currency, reach_target, day, zone, "
                                           "embargo_at, archived, created_at, changed_at) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
                                           campaign.name, campaign.objective, campaign.audience, campaign.messages, campaign.owner, campaign.hue, campaign.budgetCents,
                                           campaign.currency, campaign.reachTarget, campaign.day, campaign.zone, campaign.embargo, campaign.archived, tx_.now(),
                                           tx_.now())};
        } else if (session.exec("UPDATE campaign SET name=?, objective=?, audience=?, messages=?, owner=?, hue=?, budget_cents=?, currency=?, reach_target=?, day=?, "
                                "zone=?, embargo_at=?, archived=?, changed_at=? WHERE id=?",
                                campaign.name, campaign.objective, campaign.audience, campaign.messages, campaign.owner, campaign.hue, campaign.budgetCents,
                                campaign.currency, campaign.reachTarget, campaign.day, campaign.zone, campaign.embargo, campaign.archived, tx_.now(), id) == 0) {
            return fail(Errc::NotFound, "no such campaign");
        }
        writePhases(tx_, id, campaign);
        session.exec("DELETE FROM campaign_channel WHERE campaign_id=?", id);
        for (std::size_t i = 0; i < campaign.channels.size(); ++i)
            session.exec("INSERT OR IGNORE INTO campaign_channel(campaign_id, account_id, position) VALUES(?,?,?)", id, campaign.channels[i], i);
        touchPosts(tx_, id);
        tx_.change().settings = true;
        return id;
    });
}

Result<void> Campaigns::remove(CampaignId id)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<void> {
        touchPosts(tx_, id);
        session.exec("UPDATE plan_item SET campaign_id=0, phase_id=0, day_offset=CASE WHEN event_id<>0 THEN day_offset END WHERE campaign_id=?", id);
        session.exec("UPDATE calendar_event SET campaign_id=0, day_offset=NULL WHERE campaign_id=?", id);
        session.exec("DELETE FROM campaign_phase WHERE campaign_id=?", id);
        session.exec("DELETE FROM campaign_channel WHERE campaign_id=?", id);
        if (session.exec("DELETE FROM campaign WHERE id=?", id) == 0)
            return fail(Errc::NotFound, "no such campaign");
        tx_.change().settings = true;
        return {};
    });
}

Result<std::vector<PlanItem>> Campaigns::posts(CampaignId id)
{
    auto &session = tx_.session();
    return session.guard([&] { return loadPlans(session, " WHERE p.deleted_at IS NULL AND p.campaign_id=? ORDER BY p.wall IS NULL, p.due_at, p.id", binds(id)); });
}

} // namespace vigie::store
