// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/hour_section.hpp"

#include "ui/bridge/text.hpp"
#include "ui/calendar/actions.hpp"
#include "ui/command/registry.hpp"
#include "ui/widget/pieces.hpp"

#include <QEvent>
#include <QVBoxLayout>

#include <algorithm>
#include <set>

namespace vigie::ui {

namespace {

constexpr std::chrono::minutes kKeptFor{10};
constexpr std::size_t kBetter = 3;
constexpr int kDayHours = 24;

} // namespace

HourSection::HourSection(CalendarData &source, CalendarActions &actions, QWidget *parent)
    : PostSection(parent), data_(source), actions_(actions), title_(roleLabel(QStringLiteral("muted"), {}, this)), hour_(wrappedLabel(QStringLiteral("small"), {}, this)),
      load_(wrappedLabel(QStringLiteral("small"), {}, this)), more_(roleButton(QStringLiteral("link"), this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    for (auto *label : {title_, hour_, load_}) {
        label->setTextFormat(Qt::PlainText);
        layout->addWidget(label);
    }
    layout->addWidget(more_, 0, Qt::AlignLeft);
    connect(more_, &QPushButton::clicked, this, [this] { actions_.shell().commands.run(QStringLiteral("calendar.posting")); });
    retranslate();
    hide();
}

QString HourSection::hourText() const
{
    return isHidden() ? QString() : hour_->text();
}

QString HourSection::loadText() const
{
    return isHidden() ? QString() : load_->text();
}

void HourSection::setPlan(const PlanItem &plan, bool readOnly)
{
    plan_ = plan;
    readOnly_ = readOnly;
    show();
    if (!readOnly && (!reading_ || data_.bridge().now() - reading_->now > kKeptFor))
        ask();
}

void HourSection::typed(const PlanItem &plan)
{
    plan_ = plan;
    show();
}

void HourSection::ask()
{
    const auto number = asked_.next();
    const auto now = data_.bridge().now();
    data_.bridge().read<PostingReading>(
        this, [zone = data_.zone(), now](store::Tx &tx) { return readPosting(tx, zone, now, now); },
        [this, number](Result<PostingReading> reading) {
            if (!asked_.is(number) || !reading) // the post can be planned without it
                return;
            reading_ = std::move(*reading);
            show();
        });
}

void HourSection::show()
{
    const bool shown = reading_ && !readOnly_ && plan_.wall && !plan_.variants.empty();
    setVisible(shown);
    if (!shown)
        return;
    hour_->setText(aboutHour());
    load_->setText(aboutLoad());
    load_->setVisible(!load_->text().isEmpty());
}

QString HourSection::aboutHour() const
{
    // What several accounts say together is said by all posts.
    const auto account = plan_.variants.size() == 1 ? plan_.variants.front().account : AccountId{};
    const auto found = reading_->times.find(account);
    const auto &times = found != reading_->times.end() ? found->second : reading_->times.at(AccountId{});
    if (!times.enough)
        return posting::basis(times);
    const auto at = toInstant(*plan_.wall, plan_.zone);
    const auto wall = at ? toWall(at->at, data_.zone()) : *plan_.wall;
    const auto day = at ? localDay(at->at, data_.zone()) : Result<std::int32_t>(fail(Errc::InvalidInput));
    if (!wall || !day)
        return {};
    const int weekday = ((*day + 3) % 7 + 7) % 7; // 1970-01-01 was a Thursday
    const auto *hour = times.at(weekday, wall->hour);
    auto words = hour != nullptr ? tr("%1: %2.", "an hour of the week, what it brings").arg(posting::hourName(weekday, wall->hour), posting::hourSentence(times, *hour))
                                 : tr("%1: you have never posted near this hour.", "an hour of the week").arg(posting::hourName(weekday, wall->hour));
    if (const auto better = betterHours(times); !better.isEmpty() && (hour == nullptr || !hour->distinguishable || hour->value < times.usual))
        words += QLatin1Char('\n') + better;
    return words;
}

QString HourSection::betterHours(const insight::PostTimes &times) const
{
    QStringList names;
    for (const auto &hour : times.hours)
        if (hour.distinguishable && hour.value > times.usual && names.size() < static_cast<qsizetype>(kBetter))
            names << posting::hourName(hour.weekday, hour.hour);
    return names.isEmpty() ? QString() : tr("Better than usual: %1.", "hours of the week").arg(names.join(QStringLiteral(" \u00B7 ")));
}

QString HourSection::aboutLoad()
{
    auto &model = *reading_->load;
    const auto at = toInstant(*plan_.wall, plan_.zone);
    if (!at || !model.load.enough())
        return {}; // under twenty posts it is silent
    double sum = 0;
    std::vector<app::LoadSource> sources;
    for (const auto &variant : plan_.variants) {
        sum += model.load.total(variant.account, at->at, kDayHours).value;
        sources.push_back({plan_.id, variant.account, at->at});
    }
    auto words = tr("Comments to expect in 24 hours: %1.", "a number and its interval").arg(posting::expected(model.load.around(sum)));
    if (!model.duty.known())
        return words + QLatin1Char(' ') + tr("When somebody is on duty is not known: no hours are set (service levels of the inbox).");
    const auto begin = std::chrono::floor<std::chrono::hours>(at->at);
    const auto forecast = app::forecast(model, sources, begin, begin + std::chrono::hours(kDayHours));
    double alone = 0;
    QStringList when;
    for (const auto &one : forecast.unattended) {
        alone += one.expected;
        when << posting::stretch(one.from, one.to, data_.zone());
    }
    words += QLatin1Char(' ')
             + (when.isEmpty() ? tr("Somebody is on duty while they come.")
                               : tr("%1 of them come while nobody is on duty: %2.", "a number, stretches of time").arg(format::number(alone, alone < 10 ? 1 : 0), when.join(QStringLiteral("; "))));
    return words;
}

void HourSection::retranslate()
{
    title_->setText(tr("At this hour"));
    more_->setText(tr("When to post..."));
    more_->setAccessibleName(more_->text());
    show();
}

void HourSection::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    PostSection::changeEvent(event);
}

} // namespace vigie::ui
