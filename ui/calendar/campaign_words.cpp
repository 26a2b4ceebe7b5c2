// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/campaign_words.hpp"

#include "ui/bridge/text.hpp"

#include <QCoreApplication>

#include <cstring>

namespace vigie::ui::calendar {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Campaigns)
};

bool is(const char *key, const char *name)
{
    return std::strcmp(key, name) == 0;
}

} // namespace

QString phaseWord(const char *key)
{
    if (is(key, "announce")) return Words::tr("Announcement");
    if (is(key, "rise")) return Words::tr("Rise");
    if (is(key, "highlight")) return Words::tr("Highlight");
    return Words::tr("After");
}

QString stepWord(const char *key)
{
    if (is(key, "save_the_date")) return Words::tr("Save the date");
    if (is(key, "programme")) return Words::tr("The programme");
    if (is(key, "behind_the_scenes")) return Words::tr("Behind the scenes");
    if (is(key, "portrait")) return Words::tr("Portrait of somebody who takes part");
    if (is(key, "practical")) return Words::tr("Practical information: hours, way, registration");
    if (is(key, "reminder")) return Words::tr("Reminder: three days to go");
    if (is(key, "today")) return Words::tr("It is today");
    if (is(key, "thanks")) return Words::tr("Thanks, and the first pictures");
    return Words::tr("Looking back: figures and what comes next");
}

std::vector<CampaignPhase> standardPhases()
{
    std::vector<CampaignPhase> out;
    for (const auto &phase : plan::kStandardPhases)
        out.push_back({{}, utf8(phaseWord(phase.key)), phase.fromDay, phase.toDay});
    return out;
}

std::vector<plan::CampaignStep> standardSteps()
{
    std::vector<plan::CampaignStep> out;
    for (const auto &step : plan::kStandardSteps)
        out.push_back({utf8(stepWord(step.key)), step.day, step.minute, step.phase});
    return out;
}

QString effectWords(const plan::DayChange &change)
{
    using What = plan::DayMove::What;
    QStringList parts{Words::tr("%n move(s)", "posts and events, with day D", change.count(What::Moves))};
    if (const int count = change.count(What::Locked); count > 0)
        parts.append(Words::tr("%n locked: stay(s)", nullptr, count));
    if (const int count = change.count(What::Left); count > 0)
        parts.append(Words::tr("%n already sent: stay(s)", nullptr, count));
    if (const int count = change.count(What::Past); count > 0)
        parts.append(Words::tr("%n planned would be in the past: stay(s)", nullptr, count));
    if (const int count = change.count(What::Embargo); count > 0)
        parts.append(Words::tr("%n planned would be before the embargo: stay(s)", nullptr, count));
    return parts.join(QStringLiteral(", "));
}

QString cellWords(const plan::CoverageCell &cell)
{
    QStringList parts;
    if (cell.sent > 0)
        parts.append(Words::tr("%n sent", "posts", cell.sent));
    if (cell.planned > 0)
        parts.append(Words::tr("%n planned", "posts", cell.planned));
    if (cell.drafts > 0)
        parts.append(Words::tr("%n draft(s)", "posts", cell.drafts));
    return parts.isEmpty() ? Words::tr("nothing") : parts.join(QStringLiteral(", "));
}

} // namespace vigie::ui::calendar
