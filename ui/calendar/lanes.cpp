// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/lanes.hpp"

#include "ui/bridge/text.hpp"
#include "ui/calendar/event_painter.hpp"
#include "ui/theme/theme.hpp"

#include <QCoreApplication>

#include <algorithm>
#include <set>

namespace vigie::ui::calendar {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Calendar)
};

QString accountKey(AccountId id) { return QStringLiteral("account:%1").arg(id.value); }
QString campaignKey(CampaignId id) { return QStringLiteral("campaign:%1").arg(id.value); }
QString personKey(const std::string &name) { return QStringLiteral("person:") + qs(name); }

bool used(const CalendarData &data, const QString &key)
{
    return std::any_of(data.posts().begin(), data.posts().end(), [&](const Post &post) { return inLane(post, key); });
}

std::vector<LaneRow> accountLanes(const CalendarData &data)
{
    std::vector<LaneRow> out;
    for (const auto &account : data.accounts())
        if ((account.state == AccountState::Active && account.capabilities.has(Capability::Publish)) || used(data, accountKey(account.id)))
            out.push_back({accountKey(account.id), data.bridge().networkBadge(account.connector) + QStringLiteral("  ") + qs(account.handle), {}});
    if (used(data, accountKey({})))
        out.push_back({accountKey({}), Words::tr("no account"), {}});
    return out;
}

std::vector<LaneRow> campaignLanes(const CalendarData &data, const Theme &theme)
{
    std::vector<LaneRow> out;
    for (const auto &campaign : data.campaigns())
        if (!campaign.archived || used(data, campaignKey(campaign.id)))
            out.push_back({campaignKey(campaign.id), qs(campaign.name), campaignColor(theme, campaign)});
    out.push_back({campaignKey({}), Words::tr("no campaign"), {}});
    return out;
}

std::vector<LaneRow> personLanes(const CalendarData &data)
{
    std::set<std::string> names{data.bridge().person()};
    for (const auto &post : data.posts())
        names.insert(post.plan.owner);
    names.erase("");
    std::vector<LaneRow> out;
    for (const auto &name : names)
        out.push_back({personKey(name), qs(name), Theme::personColor(qs(name))});
    out.push_back({personKey({}), Words::tr("nobody", "who looks after a post"), {}});
    return out;
}

} // namespace

QString laneWord(LaneBy by)
{
    switch (by) {
    case LaneBy::None: return Words::tr("no lanes");
    case LaneBy::Account: return Words::tr("lanes: account");
    case LaneBy::Campaign: return Words::tr("lanes: campaign");
    case LaneBy::Person: return Words::tr("lanes: person");
    }
    return {};
}

std::vector<LaneRow> lanesOf(const CalendarData &data, LaneBy by, const Theme &theme)
{
    switch (by) {
    case LaneBy::None: return {};
    case LaneBy::Account: return accountLanes(data);
    case LaneBy::Campaign: return campaignLanes(data, theme);
    case LaneBy::Person: return personLanes(data);
    }
    return {};
}

bool inLane(const Post &post, const QString &key)
{
    const auto &plan = post.plan;
    if (key.startsWith(QLatin1String("campaign:")))
        return key == campaignKey(plan.campaign);
    if (key.startsWith(QLatin1String("person:")))
        return key == personKey(plan.owner);
    if (plan.variants.empty())
        return key == accountKey({});
    return std::any_of(plan.variants.begin(), plan.variants.end(), [&](const PlanVariant &one) { return key == accountKey(one.account); });
}

} // namespace vigie::ui::calendar
