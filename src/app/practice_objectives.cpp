// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/practice_objectives.hpp"

#include <vigie/store/calendar_events.hpp>
#include <vigie/store/campaigns.hpp>
#include <vigie/store/objectives.hpp>

namespace vigie::app {

namespace {

constexpr const char *kWorkshop = "Atelier ouvert";
constexpr std::int32_t kLoveDays = 60, kWorkshopDays = 14, kBegan = 21;
constexpr int kMostEvents = 20;

Result<IndicatorId> add(store::Objectives &objectives, ObjectiveId under, const char *name, const char *formula, IndicatorSpan span, double target, std::int32_t start)
{
    Indicator one;
    one.objective = under;
    one.name = name;
    one.formula = formula;
    one.span = span;
    one.target = target;
    one.start = start;
    return objectives.save(one);
}

/// The campaign and the fair of the calendar were meant to make people speak of the workshop.
Result<void> linkWorkshop(store::Tx &tx, store::Objectives &objectives, IndicatorId indicator)
{
    VIGIE_TRY(const auto campaigns, store::Campaigns(tx).all());
    for (const auto &campaign : campaigns)
        if (campaign.name == kWorkshop)
            VIGIE_CHECK(objectives.link({{}, indicator, IndicatorAction::Kind::Campaign, campaign.id.value, {}, {}, false}));
    VIGIE_TRY(const auto events, store::CalendarEvents(tx).around(tx.now(), kMostEvents));
    for (const auto &event : events)
        if (event.name != kWorkshop) // the day of the campaign already
            VIGIE_CHECK(objectives.link({{}, indicator, IndicatorAction::Kind::Event, event.id.value, {}, {}, false}));
    return {};
}

} // namespace

Result<void> firstPracticeObjectives(store::Tx &tx, const std::string &zone)
{
    VIGIE_TRY(const auto today, localDay(tx.now(), zone));
    store::Objectives objectives(tx);
    Objective love, workshop;
    love.name = "Que l\u2019on parle de nous en bien";
    love.due = today + kLoveDays;
    workshop.name = "Remplir l\u2019atelier ouvert";
    workshop.due = today + kWorkshopDays;
    workshop.note = "Trente personnes, et que l\u2019on sache que nos meubles se r\u00e9parent.";
    VIGIE_TRY(const auto loved, objectives.save(love));
    VIGIE_TRY(const auto filled, objectives.save(workshop));
    VIGIE_CHECK(add(objectives, loved, "Tonalit\u00e9 nette", "net_sentiment", IndicatorSpan::Month, 40, today - kBegan));
    VIGIE_CHECK(add(objectives, loved, "Part des mentions positives", "share(mentions[sentiment>0], mentions)", IndicatorSpan::Week, 50, today - kBegan));
    VIGIE_TRY(const auto talk, add(objectives, filled, "On parle de l\u2019atelier", "mentions[words=\"atelier\"]", IndicatorSpan::UntilDue, 60, today - kBegan));
    VIGIE_CHECK(objectives.link({{}, talk, IndicatorAction::Kind::Note, 0, "Affiches en ville", today - kBegan / 2, false}));
    return linkWorkshop(tx, objectives, talk);
}

} // namespace vigie::app
