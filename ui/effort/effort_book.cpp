// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/effort/effort_book.hpp"

#include <QJsonArray>

#include <algorithm>

namespace vigie::ui {

void EffortBook::ran(const QDate &day, const QString &command, bool byKey)
{
    auto &use = days_[day].commands[command];
    ++(byKey ? use.byKey : use.byMouse);
}

void EffortBook::spend(const QDate &day, double seconds)
{
    if (seconds > 0 && seconds <= kLongestPause)
        days_[day].seconds += seconds;
}

EffortBook::Day EffortBook::total() const
{
    Day sum;
    for (const auto &day : days_) {
        sum.presses += day.presses;
        sum.clicks += day.clicks;
        sum.tickets += day.tickets;
        sum.seconds += day.seconds;
        for (auto use = day.commands.begin(); use != day.commands.end(); ++use) {
            sum.commands[use.key()].byKey += use->byKey;
            sum.commands[use.key()].byMouse += use->byMouse;
        }
    }
    return sum;
}

std::vector<std::pair<QString, int>> EffortBook::clicked(int least) const
{
    const auto sum = total();
    std::vector<std::pair<QString, int>> out;
    for (auto use = sum.commands.begin(); use != sum.commands.end(); ++use)
        if (use->byMouse >= least && use->byMouse > use->byKey)
            out.emplace_back(use.key(), use->byMouse);
    std::sort(out.begin(), out.end(), [](const auto &a, const auto &b) { return a.second != b.second ? a.second > b.second : a.first < b.first; });
    return out;
}

QJsonObject EffortBook::toJson(const QDate &today) const
{
    QJsonObject days;
    for (auto day = days_.begin(); day != days_.end(); ++day) {
        if (day.key() <= today.addDays(-kKeptDays))
            continue;
        QJsonObject commands;
        for (auto use = day->commands.begin(); use != day->commands.end(); ++use)
            commands.insert(use.key(), QJsonArray{use->byKey, use->byMouse});
        days.insert(day.key().toString(Qt::ISODate),
                    QJsonObject{{QStringLiteral("presses"), day->presses}, {QStringLiteral("clicks"), day->clicks}, {QStringLiteral("tickets"), day->tickets},
                                {QStringLiteral("seconds"), day->seconds}, {QStringLiteral("commands"), commands}});
    }
    return {{QStringLiteral("on"), on_}, {QStringLiteral("days"), days}};
}

EffortBook EffortBook::fromJson(const QJsonObject &object)
{
    EffortBook book;
    book.on_ = object[QStringLiteral("on")].toBool();
    const auto days = object[QStringLiteral("days")].toObject();
    for (auto day = days.begin(); day != days.end(); ++day) {
        const auto date = QDate::fromString(day.key(), Qt::ISODate);
        if (!date.isValid())
            continue;
        const auto value = day->toObject();
        auto &into = book.days_[date];
        into.presses = value[QStringLiteral("presses")].toInt();
        into.clicks = value[QStringLiteral("clicks")].toInt();
        into.tickets = value[QStringLiteral("tickets")].toInt();
        into.seconds = value[QStringLiteral("seconds")].toDouble();
        const auto commands = value[QStringLiteral("commands")].toObject();
        for (auto use = commands.begin(); use != commands.end(); ++use)
            into.commands.insert(use.key(), {use->toArray().at(0).toInt(), use->toArray().at(1).toInt()});
    }
    return book;
}

} // namespace vigie::ui
