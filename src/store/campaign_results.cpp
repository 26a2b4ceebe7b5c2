// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/campaign_results.hpp>

#include "store/session.hpp"

#include <algorithm>

namespace vigie::store {

namespace {

/// The newest reading of each count that has a value.
void addCounts(Session &session, CampaignPostResult &post)
{
    std::optional<double> impressions;
    session.each<std::string, double>(
        "SELECT k.name, c.value FROM post_count c JOIN metric_key k ON k.id=c.key_id WHERE c.item_id=? AND c.value IS NOT NULL"
        " AND NOT EXISTS(SELECT 1 FROM post_count l WHERE l.item_id=c.item_id AND l.key_id=c.key_id AND l.age>c.age AND l.value IS NOT NULL)",
        binds(post.item), [&](const std::string &key, double value) {
            if (key == "reach")
                post.reach = value;
            else if (key == "views")
                post.views = value;
            else if (key == "impressions")
                impressions = value;
            else if (key == "likes" || key == "reposts" || key == "replies" || key == "quotes")
                post.reactions = post.reactions.value_or(0) + value;
        });
    if (!post.views)
        post.views = impressions;
}

} // namespace

Result<std::vector<CampaignSpending>> CampaignResults::spending(CampaignId id)
{
    auto &session = tx_.session();
    return session.guard([&] {
        std::vector<CampaignSpending> out;
        session.each<std::int64_t, std::int32_t, std::int64_t, std::string>(
            "SELECT id, day, cents, what FROM campaign_spending WHERE campaign_id=? ORDER BY day, id", binds(id),
            [&](std::int64_t line, std::int32_t day, std::int64_t cents, std::string what) { out.push_back({line, day, cents, std::move(what)}); });
        return out;
    });
}

Result<std::int64_t> CampaignResults::spend(CampaignId id, const CampaignSpending &line)
{
    if (line.cents == 0)
        return fail(Errc::InvalidInput, "an amount of nothing was not noted");
    auto &session = tx_.session();
    return session.guard([&]() -> Result<std::int64_t> {
        if (!session.one<int>("SELECT 1 FROM campaign WHERE id=?", id))
            return fail(Errc::NotFound, "no such campaign");
        tx_.change().settings = true;
        if (line.id == 0)
            return session.insert("INSERT INTO campaign_spending(campaign_id, day, cents, what) VALUES(?,?,?,?)", id, line.day, line.cents, line.what);
        return session.insert("INSERT INTO campaign_spending(id, campaign_id, day, cents, what) VALUES(?,?,?,?,?)", line.id, id, line.day, line.cents, line.what);
    });
}

Result<CampaignSpending> CampaignResults::unspend(CampaignId id, std::int64_t line)
{
    VIGIE_TRY(const auto all, spending(id));
    const auto found = std::find_if(all.begin(), all.end(), [line](const CampaignSpending &one) { return one.id == line; });
    if (found == all.end())
        return fail(Errc::NotFound, "the campaign has no such line");
    auto &session = tx_.session();
    return session.guard([&]() -> Result<CampaignSpending> {
        session.exec("DELETE FROM campaign_spending WHERE id=?", line);
        tx_.change().settings = true;
        return *found;
    });
}

Result<std::vector<CampaignPostResult>> CampaignResults::posts(CampaignId id)
{
    auto &session = tx_.session();
    return session.guard([&] {
        std::vector<CampaignPostResult> out;
        session.each<PlanId, AccountId, ItemId>(
            "SELECT p.id, o.account_id, i.id FROM plan_item p JOIN outbound o ON o.plan_id=p.id JOIN outbound_part n ON n.outbound_id=o.id AND n.position=0"
            " JOIN account a ON a.id=o.account_id JOIN source s ON s.connector=a.connector AND s.instance=a.instance"
            " JOIN item i ON i.source_id=s.id AND i.native_id=n.native_id"
            " WHERE p.campaign_id=? AND p.campaign_id<>0 AND p.deleted_at IS NULL AND o.kind='post' AND o.state IN ('sent', 'accepted') AND n.native_id<>'' ORDER BY p.id, o.account_id",
            binds(id), [&](PlanId plan, AccountId account, ItemId item) { out.push_back({plan, account, item, {}, {}, {}}); });
        for (auto &one : out)
            addCounts(session, one);
        return out;
    });
}

} // namespace vigie::store
