// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/ask_when.hpp"

#include "ui/bridge/bridge.hpp"
#include "ui/bridge/text.hpp"
#include "ui/inbox/choice_popup.hpp"
#include "ui/inbox/inbox_panel.hpp"

#include <algorithm>

namespace vigie::ui {

namespace {

constexpr int kMorning = 9, kEvening = 18;

WallTime atHour(WallTime wall, int hour)
{
    wall.hour = static_cast<std::uint8_t>(hour);
    wall.minute = wall.second = 0;
    return wall;
}

/// Up to three times that people mean when they say "not now".
std::vector<std::pair<QString, WallTime>> usualTimes(Instant now, const std::string &zone)
{
    std::vector<std::pair<QString, WallTime>> times;
    const auto wall = toWall(now, zone);
    const auto day = localDay(now, zone);
    if (!wall || !day)
        return times;
    if (wall->hour < kEvening - 1)
        times.emplace_back(InboxPanel::tr("Later today"), atHour(*wall, kEvening));
    times.emplace_back(InboxPanel::tr("Tomorrow"), atHour(plusDays(*wall, 1), kMorning));
    const int weekday = static_cast<int>((*day % 7 + 7 + 3) % 7); // 1970-01-01 was a Thursday; Monday is 0
    times.emplace_back(InboxPanel::tr("Next Monday"), atHour(plusDays(*wall, 7 - weekday), kMorning));
    return times;
}

} // namespace

void askWhen(ChoicePopup &popup, const Bridge &bridge, QWidget *backTo, std::function<void(const WallTime &)> chosen)
{
    const auto zone = bridge.zone();
    ChoicePopup::Question question;
    question.title = InboxPanel::tr("Come back");
    question.placeholder = InboxPanel::tr("Choose a time");
    for (const auto &[text, wall] : usualTimes(bridge.now(), zone)) {
        const auto at = toInstant(wall, zone);
        if (at)
            question.choices.append({text, format::dateTime(at->at, zone), qs(toString(wall)), false});
    }
    question.chosen = [chosen](const QString &wall, bool) {
        if (const auto parsed = parseWallTime(utf8(wall)))
            chosen(*parsed);
    };
    question.start = format::local(bridge.now(), zone).addSecs(3600);
    question.picked = [chosen](const QDateTime &local) {
        WallTime wall;
        wall.year = local.date().year();
        wall.month = static_cast<std::uint8_t>(local.date().month());
        wall.day = static_cast<std::uint8_t>(local.date().day());
        wall.hour = static_cast<std::uint8_t>(local.time().hour());
        wall.minute = static_cast<std::uint8_t>(local.time().minute());
        chosen(wall);
    };
    popup.ask(question, backTo);
}

} // namespace vigie::ui
