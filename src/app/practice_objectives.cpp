// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/practice_objectives.hpp"

#include <vigie/app/practice_names.hpp>
#include <vigie/store/calendar_events.hpp>
#include <vigie/store/campaigns.hpp>
#include <vigie/store/objectives.hpp>
#include <vigie_embedded/practice_names.hpp>

#include <nlohmann/json.hpp>

namespace vigie::app {

namespace {

constexpr const char *kWorkshop = "Atelier ouvert", *kFirstLanguage = "fr"; ///< of the house
constexpr std::int32_t kLoveDays = 60, kWorkshopDays = 14, kBegan = 21;
constexpr int kMostEvents = 20;

const nlohmann::json &script()
{
    static const auto all = nlohmann::json::parse(embedded::practice_names.front().data);
    return all;
}

std::string nameOf(const char *key)
{
    return script().at("names").at(key).at(kFirstLanguage).get<std::string>();
}

/// The same in another language; as it is when it is none of the names they began with.
std::string named(const std::string &name, const char *language)
{
    for (const auto &[key, words] : script().at("names").items())
        if (words.at("fr") == name || words.at("en") == name)
            return words.at(language).get<std::string>();
    return name;
}

Result<IndicatorId> add(store::Objectives &objectives, ObjectiveId under, const char *key, const char *formula, IndicatorSpan span, double target, std::int32_t start)
{
    Indicator one;
    one.objective = under;
    one.name = nameOf(key);
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
    love.name = nameOf("love");
    love.due = today + kLoveDays;
    workshop.name = nameOf("workshop");
    workshop.due = today + kWorkshopDays;
    workshop.note = script().at("note").at(kFirstLanguage).get<std::string>();
    VIGIE_TRY(const auto loved, objectives.save(love));
    VIGIE_TRY(const auto filled, objectives.save(workshop));
    VIGIE_CHECK(add(objectives, loved, "net", "net_sentiment", IndicatorSpan::Month, 40, today - kBegan));
    VIGIE_CHECK(add(objectives, loved, "positive", "share(mentions[sentiment>0], mentions)", IndicatorSpan::Week, 50, today - kBegan));
    VIGIE_TRY(const auto talk, add(objectives, filled, "talk", "mentions[words=\"atelier\"]", IndicatorSpan::UntilDue, 60, today - kBegan));
    VIGIE_CHECK(objectives.link({{}, talk, IndicatorAction::Kind::Note, 0, script().at("posters").at(kFirstLanguage).get<std::string>(), today - kBegan / 2, false}));
    return linkWorkshop(tx, objectives, talk);
}

Result<int> namePracticeObjectives(store::Tx &tx, std::string_view language)
{
    const auto *wanted = language == "fr" ? "fr" : "en";
    store::Objectives objectives(tx);
    int changed = 0;
    VIGIE_TRY(const auto all, objectives.all());
    for (auto one : all) {
        const auto before = one;
        one.name = named(one.name, wanted);
        for (const auto *known : {"fr", "en"})
            if (script().at("note").at(known) == before.note)
                one.note = script().at("note").at(wanted).get<std::string>();
        if (one == before)
            continue;
        VIGIE_CHECK(objectives.save(one));
        ++changed;
    }
    VIGIE_TRY(const auto indicators, objectives.indicators());
    for (auto one : indicators) {
        const auto name = named(one.name, wanted);
        if (name == one.name)
            continue;
        one.name = name;
        VIGIE_CHECK(objectives.save(one));
        ++changed;
    }
    return changed;
}

} // namespace vigie::app
