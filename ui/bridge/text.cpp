// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/text.hpp"

#include <QCoreApplication>
#include <QLocale>
#include <QTimeZone>

#include <cmath>

namespace vigie::ui {

namespace {

constexpr QChar kNbsp(0x00A0);

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Format)
};

QString withUnit(const QString &number, const QString &unit)
{
    return number + kNbsp + unit;
}

} // namespace

std::vector<qsizetype> utf16Offsets(std::string_view text, const std::vector<std::size_t> &byteOffsets)
{
    std::vector<qsizetype> result;
    result.reserve(byteOffsets.size());
    qsizetype units = 0;
    std::size_t at = 0;
    for (const std::size_t wanted : byteOffsets) {
        while (at < text.size()) {
            const auto lead = static_cast<unsigned char>(text[at]);
            const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
            if (at + length > wanted)
                break;
            at += length;
            units += length == 4 ? 2 : 1;
        }
        result.push_back(units);
    }
    return result;
}

namespace format {

QString number(double value, int decimals)
{
    auto text = QLocale().toString(std::abs(value), 'f', decimals);
    const bool zero = std::abs(value) < 0.5 * std::pow(10.0, -decimals);
    return value < 0 && !zero ? QChar(0x2212) + text : text;
}

QString compact(double value)
{
    const double size = std::abs(value);
    const auto scaled = [&](double unit, const QString &letter) {
        const double shown = value / unit;
        return withUnit(number(shown, std::abs(shown) < 9.95 ? 1 : 0), letter);
    };
    if (size >= 999'500)
        return scaled(1e6, Words::tr("M", "million, after a number"));
    if (size >= 1000)
        return scaled(1e3, Words::tr("k", "thousand, after a number"));
    return number(value);
}

QString percent(double share, int decimals)
{
    return withUnit(number(share * 100, decimals), QStringLiteral("%"));
}

QString signedNumber(double value, int decimals)
{
    const auto text = number(value, decimals);
    const bool zero = std::abs(value) < 0.5 * std::pow(10.0, -decimals);
    return value > 0 && !zero ? QLatin1Char('+') + text : text;
}

QString duration(std::chrono::seconds value)
{
    const auto seconds = std::abs(value.count());
    const auto minutes = (seconds + 30) / 60;
    const QString sign = value.count() < 0 ? QString(QChar(0x2212)) : QString();
    if (seconds < 60)
        return sign + withUnit(number(static_cast<double>(seconds)), Words::tr("s", "seconds, after a number"));
    if (minutes < 60)
        return sign + withUnit(number(static_cast<double>(minutes)), Words::tr("min", "minutes, after a number"));
    const auto hours = minutes / 60, rest = minutes % 60;
    const auto hourUnit = Words::tr("h", "hours, after a number");
    if (hours < 10 && rest != 0)
        return sign + withUnit(number(static_cast<double>(hours)), hourUnit) + kNbsp + QStringLiteral("%1").arg(rest, 2, 10, QLatin1Char('0'));
    if (hours < 48)
        return sign + withUnit(number(static_cast<double>(hours)), hourUnit);
    return sign + withUnit(number(static_cast<double>(hours / 24)), Words::tr("d", "days, after a number"));
}

QString age(Instant then, Instant now)
{
    const auto passed = std::chrono::duration_cast<std::chrono::seconds>(now - then);
    if (passed < std::chrono::seconds(60))
        return Words::tr("now");
    if (passed < std::chrono::hours(24 * 7))
        return duration(std::chrono::floor<std::chrono::minutes>(passed));
    return date(then, {});
}

QString ago(Instant then, Instant now)
{
    const auto passed = std::chrono::duration_cast<std::chrono::seconds>(now - then);
    if (passed < std::chrono::seconds(60))
        return Words::tr("just now");
    if (passed < std::chrono::hours(12))
        return Words::tr("%1 ago").arg(duration(passed));
    const auto thenLocal = local(then, {}), nowLocal = local(now, {});
    const auto days = thenLocal.date().daysTo(nowLocal.date());
    if (days == 0)
        return Words::tr("today %1").arg(time(then, {}));
    if (days == 1)
        return Words::tr("yesterday %1").arg(time(then, {}));
    return date(then, {});
}

QDateTime local(Instant t, const std::string &zone)
{
    const auto utc = QDateTime::fromMSecsSinceEpoch(std::chrono::floor<std::chrono::milliseconds>(t).time_since_epoch().count(), Qt::UTC);
    const QTimeZone place(zone.empty() ? QTimeZone::systemTimeZoneId() : QByteArray::fromStdString(zone));
    return place.isValid() ? utc.toTimeZone(place) : utc;
}

QString time(Instant t, const std::string &zone)
{
    return QLocale().toString(local(t, zone).time(), QStringLiteral("HH:mm"));
}

QString date(Instant t, const std::string &zone)
{
    const auto day = local(t, zone).date();
    const bool thisYear = day.year() == QDate::currentDate().year();
    return QLocale().toString(day, thisYear ? Words::tr("d MMM", "date format") : Words::tr("d MMM yyyy", "date format"));
}

QString dateTime(Instant t, const std::string &zone)
{
    return Words::tr("%1, %2", "a date and a time").arg(date(t, zone), time(t, zone));
}

QString longDate(Instant t, const std::string &zone)
{
    return QLocale().toString(local(t, zone).date(), Words::tr("dddd d MMMM yyyy", "date format"));
}

QString bytes(std::int64_t size)
{
    return QLocale().formattedDataSize(size, 1, QLocale::DataSizeTraditionalFormat);
}

QString queryName(std::string_view name)
{
    return name == "*" ? Words::tr("Everything", "the column of all mentions") : qs(name);
}

} // namespace format

} // namespace vigie::ui
