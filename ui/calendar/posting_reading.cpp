// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/posting_reading.hpp"

#include "ui/bridge/text.hpp"

#include <vigie/store/own_posts.hpp>

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace vigie::ui {

namespace {

constexpr int kDay = 24, kWeek = 24 * 7;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Posting)
};

} // namespace

Result<PostingReading> readPosting(store::Tx &tx, const std::string &zone, Instant from, Instant to)
{
    PostingReading out;
    out.now = tx.now();
    VIGIE_TRY(const auto posts, store::OwnPosts(tx).published(tx.now() - std::chrono::hours(kWeek * insight::kPostWeeks), tx.now()));
    for (const auto &post : posts)
        out.times.try_emplace(post.account);
    for (auto &[account, times] : out.times)
        times = insight::timesOf(posts, account, zone, tx.now());
    out.times[AccountId{}] = insight::timesOf(posts, {}, zone, tx.now());
    VIGIE_TRY(auto load, app::readLoad(tx, zone));
    out.load = std::make_shared<app::LoadModel>(std::move(load));
    VIGIE_TRY(out.sources, app::plannedSources(tx, from, to));
    return out;
}

namespace posting {

QString hourName(int weekday, int hour)
{
    const QLocale locale;
    return Words::tr("%1, %2", "a day of the week and an hour").arg(locale.dayName(weekday + 1), locale.toString(QTime(hour, 0), QLocale::ShortFormat));
}

QString value(const insight::PostTimes &times, double value)
{
    return times.rate ? format::percent(value, value < 0.1 ? 2 : 1) : format::number(value, value < 10 ? 1 : 0);
}

QString hourSentence(const insight::PostTimes &times, const insight::HourOfWeek &hour)
{
    const auto verdict = !hour.distinguishable ? Words::tr("not distinguishable from usual")
                         : hour.value > times.usual ? Words::tr("better than usual")
                                                    : Words::tr("less than usual");
    return Words::tr("%1 (%2 to %3), usual %4: %5; %n post(s)", "reactions at an hour, their interval, the usual ones, a verdict", hour.posts)
        .arg(value(times, hour.value), value(times, hour.low), value(times, hour.high), value(times, times.usual), verdict);
}

QString basis(const insight::PostTimes &times)
{
    if (!times.enough)
        return Words::tr("Nothing can be said about hours yet: %n post(s) of the last 16 weeks are a week old and have counts, and it takes %1.", nullptr, times.posts)
            .arg(insight::kFewestPosts);
    auto words = times.rate ? Words::tr("Reactions of a week as a share of followers, learnt from %n post(s) of the last 16 weeks.", nullptr, times.posts)
                            : Words::tr("Reactions of a week, learnt from %n post(s) of the last 16 weeks.", nullptr, times.posts);
    if (times.without > 0)
        words += QLatin1Char(' ') + Words::tr("%n post(s) without counts are left out.", nullptr, times.without);
    return words;
}

QString expected(const insight::Expected &expected)
{
    return Words::tr("%1 (%2 to %3)", "comments to expect and their interval")
        .arg(format::number(expected.value, expected.value < 10 ? 1 : 0), format::number(expected.low), format::number(expected.high));
}

QString stretch(Instant from, Instant to, const std::string &zone)
{
    const QLocale locale;
    const auto begin = format::local(from, zone), end = format::local(to, zone);
    const auto format = Words::tr("ddd d, HH:mm", "day and time");
    return Words::tr("%1 to %2", "two times")
        .arg(locale.toString(begin, format), begin.date() == end.date() ? locale.toString(end.time(), QLocale::ShortFormat) : locale.toString(end, format));
}

QString backTest(const insight::LoadBackTest &test)
{
    if (test.posts == 0)
        return Words::tr("There are too few posts to try the forecast on.");
    return Words::tr("Tried on the last %n post(s), each by what was known before it: off by %1 comments in 24 hours on the average, where %2 came; "
                     "a plain mean would be off by %3. %4 of them fell inside their interval.",
                     nullptr, test.posts)
        .arg(format::number(test.meanError, 1), format::number(test.meanActual, 1), format::number(test.naiveError, 1), format::percent(test.covered));
}

QString ageName(int hours)
{
    if (hours < kDay)
        return Words::tr("%n hour(s)", nullptr, hours);
    return Words::tr("%n day(s)", nullptr, hours / kDay);
}

} // namespace posting
} // namespace vigie::ui
