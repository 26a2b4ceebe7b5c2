// SPDX-License-Identifier: GPL-3.0-or-later
// Days: tomorrow, weekdays, dates, parts of days, ends of weeks and months.
#include "text/promise_calendar.hpp"
#include "text/promise_parts.hpp"

#include <algorithm>
#include <array>

namespace vigie::text {

using Sense = PromiseDue::Sense;

std::optional<Read> DayReader::dayAt(std::size_t i, const Prefix &prefix) const
{
    if (auto near = nearDay(i))
        return near;
    if (auto part = partOfDay(i))
        return part;
    if (auto period = periodAt(i))
        return period;
    if (auto named = weekday(i, prefix))
        return named;
    return dateAt(i, prefix);
}

/// Today, tomorrow and the day after, with their parts.
std::optional<Read> DayReader::nearDay(std::size_t i) const
{
    if (starts(i, "apres demain"))
        return withPart(Read{i + 2, plusDays(today_, 2)});
    if (starts(i, "the day after tomorrow") || starts(i, "day after tomorrow"))
        return withPart(Read{i + (s_.is(i, {"the"}) ? 4U : 3U), plusDays(today_, 2)});
    if (s_.is(i, {"demain", "tomorrow", "tmrw", "tomorow"}) && !s_.is(i - 1, {"apres"}))
        return withPart(Read{i + 1, plusDays(today_, 1)});
    if (starts(i, "aujourd hui"))
        return withPart(Read{i + 2, today_});
    if (s_.is(i, {"today"}))
        return withPart(Read{i + 1, today_});
    if (s_.is(i, {"tonight"}))
        return Read{i + 1, today_, kNight, false, false, true};
    if (starts(i, "ce jour"))
        return Read{i + 2, today_};
    return std::nullopt;
}

Read DayReader::withPart(Read day) const
{
    auto i = day.next;
    if (s_.is(i, {"dans"}) && s_.is(i + 1, {"la", "l"}))
        i += 2;
    else if (s_.is(i, {"en"}) && s_.is(i + 1, {"fin", "debut", "matinee", "soiree", "journee"}))
        i += 1;
    else if (s_.is(i, {"first"}) && s_.is(i + 1, {"thing"})) {
        day.next = i + 2;
        day.minute = kFirstThing;
        day.part = true;
        return day;
    } else if (s_.is(i, {"a", "at"}) && s_.is(i + 1, {"la", "the"}) && s_.is(i + 2, {"premiere"})) {
        day.next = i + 4;
        day.minute = kFirstThing;
        day.part = true;
        return day;
    }
    struct Part {
        std::string_view words;
        int minute;
    };
    static constexpr std::array kParts{Part{"fin de matinee", kNoon}, Part{"debut de matinee", kFirstThing}, Part{"fin d apres midi", kEvening}, Part{"debut d apres midi", 15 * 60},
                                       Part{"fin de journee", -1}, Part{"dans la journee", -1}, Part{"apres midi", kEvening}, Part{"matinee", kNoon}, Part{"matin", kNoon},
                                       Part{"midi", kNoon}, Part{"soiree", kNight}, Part{"soir", 20 * 60}, Part{"journee", -1}, Part{"morning", kNoon}, Part{"noon", kNoon},
                                       Part{"lunchtime", kNoon}, Part{"afternoon", kEvening}, Part{"evening", kNight}, Part{"night", kNight}, Part{"eod", -1}, Part{"cob", -1}};
    for (const auto &part : kParts)
        if (starts(i, part.words)) {
            day.next = i + countWords(part.words);
            if (part.minute >= 0) {
                day.minute = part.minute;
                day.part = true;
            }
            return day;
        }
    return day;
}

/// "ce soir", "this afternoon", "dans la matinee de mardi", "the end of the day", "midi"
std::optional<Read> DayReader::partOfDay(std::size_t i) const
{
    if (s_.is(i, {"ce", "cet", "cette", "this", "later"})) {
        auto from = i + (s_.is(i, {"later"}) && s_.is(i + 1, {"this"}) ? 2U : 1U);
        if (s_.is(i, {"later"}) && s_.is(i + 1, {"today"}))
            return Read{i + 2, today_};
        const Read plain{from, today_};
        const auto day = withPart(plain);
        if (day.next > from && !s_.is(from, {"journee"}))
            return day;
        return std::nullopt;
    }
    std::size_t j = i;
    if (s_.is(j, {"the"}))
        ++j;
    if (s_.is(j, {"eod", "cob"}) || starts(j, "close of business") || starts(j, "close of play"))
        return ofDay(Read{j + (s_.is(j, {"close"}) ? 3U : 1U), today_, {}, false, true});
    for (const std::string_view words : {"end of the working day", "end of the business day", "end of business day", "end of the day", "end of this day", "end of business", "end of day", "end of play"})
        if (starts(j, words))
            return ofDay(Read{j + countWords(words), today_, {}, false, true});
    if (starts(j, "end of today"))
        return Read{j + 3, today_, {}, false, true};
    for (const std::string_view words : {"la fin de la journee", "fin de la journee", "la fin de journee", "fin de journee", "la fin d apres midi", "fin d apres midi", "fin de matinee", "la matinee",
                                        "matinee", "la journee", "journee", "l apres midi", "apres midi", "la soiree", "soiree", "ce soir"})
        if (starts(j, words)) {
            Read day{j + countWords(words), today_, {}, false, true};
            if (words.find("matinee") != std::string_view::npos)
                day.minute = kNoon;
            else if (words.find("midi") != std::string_view::npos)
                day.minute = kEvening;
            else if (words.find("soiree") != std::string_view::npos)
                day.minute = kNight;
            day.part = day.minute.has_value();
            return ofDay(day);
        }
    return std::nullopt;
}

/// "... de mardi", "... tomorrow", "... on Friday": the day whose part it is.
Read DayReader::ofDay(Read part) const
{
    auto i = part.next;
    while (s_.is(i, {"de", "du", "of", "on", "d"}))
        ++i;
    auto day = nearDay(i);
    if (!day)
        day = weekday(i, Prefix{"", Sense::OnDay, false, false, false});
    if (day && !day->minute) {
        part.day = day->day;
        part.next = day->next;
    }
    return part;
}

/// Weeks and months: their ends, beginnings, and somewhere in them.
std::optional<Read> DayReader::periodAt(std::size_t i) const
{
    std::size_t j = i;
    int where = 2; // 0 the beginning, 1 the middle, 2 the end or anywhere
    const auto skip = [&](std::initializer_list<std::string_view> words) {
        while (s_.is(j, words))
            ++j;
    };
    bool edge = true;
    skip({"la", "le", "the"});
    if (s_.is(j, {"fin", "end"}))
        ++j;
    else if (s_.is(j, {"debut", "start", "beginning", "early"}))
        where = 0, ++j;
    else if (s_.is(j, {"milieu", "middle", "mi", "mid"}))
        where = 1, ++j;
    else if (s_.is(j, {"courant", "cours", "late", "later", "course", "sometime"}))
        ++j;
    else
        edge = false;
    skip({"de", "du", "d", "of", "la", "le", "the", "in", "dans"});
    return week(j, where, edge) ? week(j, where, edge) : month(j, where, edge);
}

std::optional<Read> DayReader::week(std::size_t j, int where, bool edge) const
{
    int weeks = -1;
    std::size_t next = j;
    if (s_.is(j, {"cette", "this"}) && s_.is(j + 1, {"semaine", "week"}))
        weeks = 0, next = j + 2;
    else if (s_.is(j, {"semaine", "week"}) && s_.is(j + 1, {"prochaine", "suivante"}))
        weeks = 1, next = j + 2;
    else if (s_.is(j, {"next", "following", "coming"}) && s_.is(j + 1, {"week"}))
        weeks = 1, next = j + 2;
    else if (s_.is(j, {"semaine"}) && s_.is(j + 1, {"en"}) && s_.is(j + 2, {"cours"}))
        weeks = 0, next = j + 3;
    else if (s_.is(j, {"semaine", "week"}) && (edge || s_.is(j - 1, {"la", "the"})) && !s_.is(j + 1, {"end", "derniere", "ends"}))
        weeks = 0, next = j + 1;
    const bool weekend = (s_.is(j, {"week"}) && s_.is(j + 1, {"end"})) || s_.is(j, {"weekend"});
    const std::size_t end = s_.is(j, {"weekend"}) ? 1 : 2;
    if (weekend && s_.is(j - 1, {"ce", "this", "le", "the", "avant", "before", "d", "ici", "by"}))
        return Read{j + end, plusDays(mondayOf(today_, weekdayOf(today_) > 4 ? 1 : 0), 5)};
    if (s_.is(j, {"ce", "this"}) && (s_.is(j + 1, {"weekend"}) || (s_.is(j + 1, {"week"}) && s_.is(j + 2, {"end"}))))
        return Read{j + (s_.is(j + 1, {"weekend"}) ? 2U : 3U), plusDays(mondayOf(today_, 0), 6)};
    if (weeks < 0)
        return std::nullopt;
    const bool beginning = where == 0 && weeks == 0;  // "en debut de semaine": the one that comes
    const bool over = weeks == 0 && weekdayOf(today_) > 4; // on a Sunday "this week" is the one that begins
    const auto monday = mondayOf(today_, weeks + (beginning || over ? 1 : 0));
    return Read{next, plusDays(monday, where == 0 ? 1 : where == 1 ? 2 : 4), {}, false, true};
}

std::optional<Read> DayReader::month(std::size_t j, int where, bool edge) const
{
    int months = -1;
    std::size_t next = j;
    if (s_.is(j, {"mois", "month"}) && s_.is(j + 1, {"prochain", "suivant"}))
        months = 1, next = j + 2;
    else if (s_.is(j, {"next"}) && s_.is(j + 1, {"month"}))
        months = 1, next = j + 2;
    else if (s_.is(j, {"ce", "this"}) && s_.is(j + 1, {"mois", "month"}))
        months = 0, next = j + 2;
    else if (s_.is(j, {"mois", "month"}) && edge)
        months = 0, next = j + 1;
    else if (const auto named = monthNamed(s_.at(j)); named && edge)
        months = (*named - today_.month + 12) % 12, next = j + 1;
    if (months < 0)
        return std::nullopt;
    auto day = endOfMonth(today_, months);
    if (where < 2)
        day.day = where == 0 ? 7 : 15;
    return day < today_ ? std::nullopt : std::optional(Read{next, day, {}, false, true});
}

std::optional<Read> DayReader::weekday(std::size_t i, const Prefix &prefix) const
{
    const auto from = i;
    bool first = false;
    if (s_.is(i, {"first"}) && s_.is(i + 1, {"thing"}))
        first = true, i += s_.is(i + 2, {"on"}) ? 3 : 2;
    bool next = false, same = false;
    if (s_.is(i, {"next", "coming"}))
        next = true, ++i;
    else if (s_.is(i, {"this", "ce"}))
        same = true, ++i;
    auto named = weekdayNamed(s_.at(i));
    if (!named && (next || same || prefix.words == "on" || prefix.words == "by" || prefix.words == "before"))
        named = s_.is(i, {"mon"}) ? std::optional(0) : s_.is(i, {"tue"}) ? std::optional(1) : s_.is(i, {"wed"}) ? std::optional(2) : s_.is(i, {"thu"}) ? std::optional(3) : std::nullopt;
    if (!named) {
        if (!first)
            return std::nullopt;
        auto near = nearDay(i);
        if (near && !near->minute)
            near->minute = kFirstThing;
        if (near && s_.is(near->next, {"morning"}))
            ++near->next;
        return near;
    }
    Read day{i + 1, nextWeekday(today_, *named)};
    if ((same || prefix.sense == Sense::ByDay) && weekdayOf(today_) == *named)
        day.day = today_;
    if (s_.is(day.next, {"prochain"}))
        next = true, ++day.next;
    if (starts(day.next, "en huit") || starts(day.next, "week"))
        day.day = plusDays(day.day, 7), day.next += s_.is(day.next, {"week"}) ? 1 : 2;
    else if (starts(day.next, "de la semaine prochaine") || starts(day.next, "of next week"))
        next = true, day.next += s_.is(day.next, {"of"}) ? 3 : 4;
    if (next)
        day.day = plusDays(mondayOf(today_, 1), *named);
    if (const auto date = dateAt(day.next, Prefix{"le", Sense::OnDay, false, false, false}); date && !day.minute)
        day.day = date->day, day.next = date->next;
    else if (const auto number = numberNamed(s_.at(day.next)); number && *number >= 1 && *number <= 31 && s_.at(day.next).find_first_not_of("0123456789") == std::string::npos
                                                               && nextWeekdayOn(*named, *number) && !s_.is(day.next + 1, {"h", "heures", "am", "pm"}))
        day.day = *nextWeekdayOn(*named, *number), ++day.next;
    day = withPart(day);
    if (first || starts(day.next, "first thing")) {
        day.minute = kFirstThing;
        day.next += first ? 0 : 2;
        day.part = true;
    }
    day.next = std::max(day.next, from);
    return day;
}

/// "mardi 24": the next 24th that is a Tuesday.
std::optional<WallTime> DayReader::nextWeekdayOn(int weekday, int number) const
{
    for (int ahead = 0; ahead < 70; ++ahead)
        if (const auto day = plusDays(today_, ahead); day.day == number && weekdayOf(day) == weekday)
            return midnight(day);
    return std::nullopt;
}

std::optional<Read> DayReader::dateAt(std::size_t i, const Prefix &prefix) const
{
    if (s_.is(i, {"le", "the"}))
        ++i;
    if (s_.is(i, {"noel", "christmas"}))
        return made(i + 1, 25, 12, {});
    if (const auto month = monthNamed(s_.at(i)))
        if (const auto day = dayNumber(s_.at(i + 1)))
            return made(i + 2, *day, *month, yearAt(i + 2));
    const auto day = dayNumber(s_.at(i));
    if (!day)
        return std::nullopt;
    std::size_t next = i + 1;
    if (s_.is(next, {"of"}))
        ++next;
    if (const auto month = monthNamed(s_.at(next)))
        return made(next + 1, *day, *month, yearAt(next + 1));
    const bool slashed = next < s_.words.size() && (s_.words[next].sign == '/' || s_.words[next].sign == '.');
    if (const auto second = slashed ? dayNumber(s_.at(next)) : std::nullopt) {
        const bool monthSecond = *second <= 12 && (p_.dayFirst || *day > 12);
        return monthSecond ? made(next + 1, *day, *second, yearAt(next + 1)) : *day <= 12 ? made(next + 1, *second, *day, yearAt(next + 1)) : std::nullopt;
    }
    const bool ordinal = s_.at(i).find_first_not_of("0123456789") != std::string::npos;
    const bool alone = prefix.words.size() >= 2 && prefix.words.substr(prefix.words.size() - 2) == "le";
    if ((ordinal && (s_.is(i - 1, {"the"}))) || (alone && !s_.is(i + 1, {"h", "heures", "min", "jours"}))) {
        auto date = WallTime{today_.year, today_.month, static_cast<std::uint8_t>(*day), 0, 0, 0};
        const int month = *day >= today_.day ? today_.month : today_.month % 12 + 1;
        return made(i + 1, date.day, month, month < today_.month ? std::optional(today_.year + 1) : std::nullopt);
    }
    return std::nullopt;
}

std::optional<Read> DayReader::made(std::size_t next, int day, int month, std::optional<int> year) const
{
    const auto date = nextDate(today_, day, month, year);
    if (!date)
        return std::nullopt;
    return Read{next + (year ? 1U : 0U), *date};
}

std::optional<int> DayReader::yearAt(std::size_t i) const
{
    const auto number = s_.at(i).size() == 4 ? numberNamed(s_.at(i)) : std::nullopt;
    return number && *number >= 2000 && *number < 2100 ? number : std::nullopt;
}

} // namespace vigie::text
