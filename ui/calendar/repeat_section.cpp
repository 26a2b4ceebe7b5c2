// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/repeat_section.hpp"

#include "ui/bridge/error_text.hpp"
#include "ui/bridge/text.hpp"
#include "ui/calendar/actions.hpp"
#include "ui/command/registry.hpp"
#include "ui/widget/flow_layout.hpp"
#include "ui/widget/pieces.hpp"

#include <vigie/base/civil_day.hpp>
#include <vigie/store/post_queues.hpp>

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

namespace vigie::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Repeats)
};

using Every = plan::Repeat::Every;
constexpr int kLongestInterval = 366;

QString everyWords(Every every, int interval)
{
    switch (every) {
    case Every::Day: return Words::tr("every %n day(s)", nullptr, interval);
    case Every::Week: return Words::tr("every %n week(s)", nullptr, interval);
    case Every::Month: return Words::tr("every %n month(s)", nullptr, interval);
    case Every::Year: return Words::tr("every %n year(s)", nullptr, interval);
    }
    return {};
}

QString nthWords(int nth)
{
    switch (nth) {
    case 1: return Words::tr("first", "weekday of a month");
    case 2: return Words::tr("second", "weekday of a month");
    case 3: return Words::tr("third", "weekday of a month");
    case 4: return Words::tr("fourth", "weekday of a month");
    default: return Words::tr("last", "weekday of a month");
    }
}

/// What a person sees in the list: the entry, and what it means for the day of this post.
enum class Choice { Daily, Weekly, MonthlyDate, MonthlyWeekday, Yearly };

} // namespace

QString repeatWords(const std::string &rule)
{
    const auto repeat = plan::repeatFrom(rule);
    if (!repeat)
        return Words::tr("by the rule %1").arg(qs(rule));
    auto words = everyWords(repeat->every, repeat->interval);
    QStringList days;
    for (const auto day : repeat->weekdays)
        days.append(repeat->nth != 0 ? Words::tr("%1 %2", "first Tuesday").arg(nthWords(repeat->nth), QLocale().standaloneDayName(day)) : QLocale().standaloneDayName(day));
    if (!days.isEmpty())
        words = Words::tr("%1 on %2", "every two weeks on Tuesday").arg(words, days.join(QStringLiteral(", ")));
    if (repeat->count)
        words = Words::tr("%1, %n time(s)", nullptr, *repeat->count).arg(words);
    if (repeat->until)
        words = Words::tr("%1, until %2").arg(words, QLocale().toString(QDate(1970, 1, 1).addDays(*repeat->until), QLocale::ShortFormat));
    return words;
}

RepeatSection::RepeatSection(CalendarData &source, CalendarActions &actions, QWidget *parent)
    : PostSection(parent), data_(source), actions_(actions), label_(roleLabel(QStringLiteral("muted"), {}, this)), words_(wrappedLabel(QStringLiteral("muted"), {}, this)), unit_(new QLabel(this)),
      every_(new QComboBox(this)), interval_(new QSpinBox(this)), planned_(new QCheckBox(this)), begin_(roleButton(QStringLiteral("quiet"), this)),
      following_(roleButton(QStringLiteral("quiet"), this)), all_(roleButton(QStringLiteral("quiet"), this)), stop_(roleButton(QStringLiteral("quiet"), this)), days_(roleButton(QStringLiteral("quiet"), this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *row = new QHBoxLayout;
    row->addWidget(label_);
    row->addWidget(every_, 1);
    row->addWidget(interval_);
    layout->addLayout(row);
    layout->addWidget(planned_);
    layout->addWidget(words_);
    auto *buttons = new FlowLayout;
    for (auto *button : {begin_, following_, all_, days_, stop_})
        buttons->addWidget(button);
    layout->addLayout(buttons);
    interval_->setRange(1, kLongestInterval);
    every_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    connect(every_, &QComboBox::currentIndexChanged, this, &RepeatSection::refresh);
    connect(interval_, &QSpinBox::valueChanged, this, &RepeatSection::refresh);
    connect(begin_, &QPushButton::clicked, this, &RepeatSection::begin);
    connect(following_, &QPushButton::clicked, this, [this] { spread(plan::SeriesScope::Following); });
    connect(all_, &QPushButton::clicked, this, [this] { spread(plan::SeriesScope::All); });
    connect(stop_, &QPushButton::clicked, this, [this] { remove(plan::SeriesScope::Following); });
    connect(days_, &QPushButton::clicked, this, [this] { actions_.shell().commands.run(QStringLiteral("calendar.occurrences")); });
    retranslate();
}

void RepeatSection::setPlan(const PlanItem &plan, bool readOnly)
{
    const bool other = plan.id != plan_.id || plan.series != plan_.series;
    plan_ = plan;
    readOnly_ = readOnly;
    if (other) {
        series_.reset();
        const QSignalBlocker quiet(every_);
        every_->setCurrentIndex(0);
        words_->clear();
    }
    if (plan_.series)
        askSeries();
    refresh();
}

void RepeatSection::typed(const PlanItem &plan)
{
    plan_ = plan;
    refresh();
}

void RepeatSection::askSeries()
{
    data_.bridge().read<PostSeries>(
        this, [id = plan_.series](store::Tx &tx) { return store::PostSeriesRows(tx).get(id); },
        [this, id = plan_.series](const Result<PostSeries> &series) {
            if (!series || plan_.series != id)
                return;
            series_ = *series;
            refresh();
        });
}

QString RepeatSection::words() const
{
    return words_->text();
}

plan::Repeat RepeatSection::chosenRepeat() const
{
    plan::Repeat repeat;
    repeat.interval = interval_->value();
    const auto day = plan_.wall ? civilDay(*plan_.wall) : 0;
    switch (static_cast<Choice>(every_->currentData().toInt())) {
    case Choice::Daily: repeat.every = Every::Day; break;
    case Choice::Weekly:
        repeat.every = Every::Week;
        repeat.weekdays = {isoWeekday(day)};
        break;
    case Choice::MonthlyDate: repeat.every = Every::Month; break;
    case Choice::MonthlyWeekday:
        repeat.every = Every::Month;
        repeat.weekdays = {isoWeekday(day)};
        // The fifth of a weekday is not in every month: the last is.
        repeat.nth = plan_.wall && plan_.wall->day <= 28 ? (plan_.wall->day - 1) / 7 + 1 : -1;
        break;
    case Choice::Yearly: repeat.every = Every::Year; break;
    }
    return repeat;
}

void RepeatSection::refresh()
{
    const bool repeats = static_cast<bool>(plan_.series), chosen = every_->currentIndex() > 0, real = plan_.id.value > 0;
    setVisible(real);
    for (auto *widget : std::initializer_list<QWidget *>{label_, every_})
        widget->setVisible(!repeats);
    interval_->setVisible(!repeats && chosen);
    planned_->setVisible(!repeats && chosen);
    begin_->setVisible(!repeats && chosen);
    begin_->setEnabled(plan_.wall.has_value() && !readOnly_);
    for (auto *button : {following_, all_, stop_}) {
        button->setVisible(repeats);
        button->setEnabled(!readOnly_);
    }
    days_->setVisible(repeats);
    days_->setEnabled(series_ && !series_->ended);
    if (repeats && series_)
        words_->setText(series_->ended ? tr("Repeated %1; the series has ended.").arg(repeatWords(series_->rule))
                                       : tr("Repeats %1. Each occurrence is a post of its own; this one is of %2.").arg(repeatWords(series_->rule), qs(plan_.seriesDay)));
    else if (!repeats && chosen)
        words_->setText(plan_.wall ? tr("Repeats %1, at the same hour on the wall.").arg(repeatWords(plan::toRule(chosenRepeat())))
                                   : tr("Give the post a day and an hour first: the repetition counts from it."));
    else if (!repeats)
        words_->clear();
    words_->setVisible(!words_->text().isEmpty());
}

void RepeatSection::run(std::function<Result<bool>(store::Tx &)> job, const QString &refused)
{
    for (auto *button : {begin_, following_, all_, stop_})
        button->setEnabled(false);
    data_.bridge().write<bool>(this, std::move(job), [this, refused](const Result<bool> &done) {
        refresh();
        if (done) {
            data_.reload();
            return;
        }
        words_->setText(done.error().code == Errc::InvalidInput || done.error().code == Errc::Conflict ? refused : errorSentence(done.error()));
        words_->show();
    });
}

void RepeatSection::begin()
{
    run(
        [plan = plan_, rule = plan::toRule(chosenRepeat()), planned = planned_->isChecked(), &networks = data_.bridge().networks()](store::Tx &tx) -> Result<bool> {
            if (!plan.approved) // what is in the fields is what repeats
                VIGIE_CHECK(plan::Planner(tx, networks).save(plan));
            VIGIE_CHECK(plan::SeriesDesk(tx, networks).begin(plan.id, rule, planned));
            return true;
        },
        tr("The post does not repeat yet: it needs a day and an hour."));
}

void RepeatSection::spread(plan::SeriesScope scope)
{
    run(
        [plan = plan_, scope, &networks = data_.bridge().networks()](store::Tx &tx) -> Result<bool> {
            VIGIE_CHECK(plan::SeriesDesk(tx, networks).change({plan, scope, {}, {}}));
            return true;
        },
        tr("The others were not changed: they have left already, or the rule names days of its own. Stop the repetition and begin another one."));
}

void RepeatSection::remove(plan::SeriesScope scope)
{
    run(
        [id = plan_.id, scope, &networks = data_.bridge().networks()](store::Tx &tx) -> Result<bool> {
            VIGIE_CHECK(plan::SeriesDesk(tx, networks).remove(id, scope));
            return true;
        },
        tr("Nothing was changed: a part of it is being sent."));
}

void RepeatSection::retranslate()
{
    label_->setText(tr("Repeats"));
    every_->setAccessibleName(tr("Repeats"));
    interval_->setAccessibleName(tr("Every so many days, weeks, months or years"));
    planned_->setText(tr("Plan each one"));
    planned_->setToolTip(tr("Each occurrence is planned as it is made; otherwise each is a draft."));
    begin_->setText(tr("Begin"));
    begin_->setAccessibleName(tr("Begin the repetition"));
    following_->setText(tr("From here on"));
    following_->setToolTip(tr("Gives this post's words and hour to it and those after it."));
    all_->setText(tr("All to come"));
    all_->setToolTip(tr("Gives this post's words and hour to all that have not left."));
    days_->setText(tr("Days..."));
    days_->setAccessibleName(tr("Days of the series"));
    days_->setToolTip(tr("The days to come: one of them is left out, and brought back."));
    stop_->setText(tr("End here"));
    stop_->setToolTip(tr("Deletes this one and those after it; what has left stays."));
    const QSignalBlocker quiet(every_);
    const auto at = every_->currentIndex();
    every_->clear();
    every_->addItem(tr("never"), -1);
    every_->addItem(tr("every day, or every so many"), static_cast<int>(Choice::Daily));
    every_->addItem(tr("every week, on this weekday"), static_cast<int>(Choice::Weekly));
    every_->addItem(tr("every month, on this date"), static_cast<int>(Choice::MonthlyDate));
    every_->addItem(tr("every month, on this weekday of the month"), static_cast<int>(Choice::MonthlyWeekday));
    every_->addItem(tr("every year"), static_cast<int>(Choice::Yearly));
    every_->setCurrentIndex(std::max(0, at));
    refresh();
}

void RepeatSection::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    PostSection::changeEvent(event);
}

} // namespace vigie::ui
