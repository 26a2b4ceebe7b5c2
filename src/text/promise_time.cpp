// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/promise_time.hpp"

#include "text/promise_calendar.hpp"
#include "text/promise_parts.hpp"

#include <algorithm>
#include <array>

namespace vigie::text {

namespace {

using Sense = PromiseDue::Sense;

// The longest first.
constexpr std::array kPrefixes{
    Prefix{"no later than", Sense::ByDay, false, true, true}, Prefix{"not later than", Sense::ByDay, false, true, true},
    Prefix{"pas plus tard que", Sense::ByDay, false, true, true}, Prefix{"au plus tard dans les", Sense::ByDay, true, false, true},
    Prefix{"au plus tard dans", Sense::ByDay, true, false, true}, Prefix{"au plus tard sous", Sense::ByDay, true, false, true},
    Prefix{"au plus tard le", Sense::ByDay, false, false, true}, Prefix{"au plus tard a", Sense::ByDay, false, true, true},
    Prefix{"au plus tard", Sense::ByDay, false, true, true}, Prefix{"at the latest by", Sense::ByDay, false, true, true},
    Prefix{"d ici a", Sense::ByDay, true, true, true}, Prefix{"d ici au", Sense::ByDay, false, false, true}, Prefix{"d ici le", Sense::ByDay, false, false, true},
    Prefix{"d ici la", Sense::ByDay, false, false, true}, Prefix{"d ici les", Sense::ByDay, true, false, true}, Prefix{"d ici", Sense::ByDay, true, true, true},
    Prefix{"within the next", Sense::ByDay, true, false, true}, Prefix{"within the", Sense::ByDay, true, false, true}, Prefix{"within", Sense::ByDay, true, false, true},
    Prefix{"inside of", Sense::ByDay, true, false, true}, Prefix{"in the next", Sense::ByDay, true, false, true}, Prefix{"over the next", Sense::ByDay, true, false, true},
    Prefix{"in under", Sense::ByDay, true, false, true}, Prefix{"in less than", Sense::ByDay, true, false, true}, Prefix{"en moins de", Sense::ByDay, true, false, true},
    Prefix{"dans un delai de", Sense::ByDay, true, false, true}, Prefix{"dans les prochaines", Sense::ByDay, true, false, true},
    Prefix{"dans les prochains", Sense::ByDay, true, false, true}, Prefix{"sous les", Sense::ByDay, true, false, true}, Prefix{"sous", Sense::ByDay, true, false, true},
    Prefix{"dans les", Sense::ByDay, true, false, true}, Prefix{"dans l", Sense::ByDay, true, false, true}, Prefix{"dans la", Sense::OnDay, true, false, true},
    Prefix{"dans le", Sense::OnDay, true, false, false}, Prefix{"dans", Sense::ByDay, true, false, false},
    Prefix{"avant le", Sense::BeforeDay, false, false, true}, Prefix{"avant la", Sense::BeforeDay, false, false, true}, Prefix{"avant ce", Sense::BeforeDay, false, false, true},
    Prefix{"avant", Sense::BeforeDay, false, true, true}, Prefix{"before the", Sense::BeforeDay, false, false, true}, Prefix{"before", Sense::BeforeDay, false, true, true},
    Prefix{"by the", Sense::ByDay, false, false, true}, Prefix{"by", Sense::ByDay, false, true, true}, Prefix{"pour le", Sense::ByDay, false, false, false},
    Prefix{"pour", Sense::ByDay, false, true, false}, Prefix{"des le", Sense::OnDay, false, false, false}, Prefix{"des", Sense::OnDay, false, true, false},
    Prefix{"on the", Sense::OnDay, false, false, false}, Prefix{"on", Sense::OnDay, false, false, false}, Prefix{"in the", Sense::OnDay, true, false, false},
    Prefix{"in", Sense::ByDay, true, false, false}, Prefix{"at", Sense::OnDay, false, true, false}, Prefix{"around", Sense::OnDay, false, true, false},
    Prefix{"vers", Sense::OnDay, false, true, false}, Prefix{"a", Sense::OnDay, false, true, false}, Prefix{"le", Sense::OnDay, false, false, false},
    Prefix{"during", Sense::OnDay, false, false, false}};

class Reader {
public:
    explicit Reader(const TimePlace &place) : p_(place), s_(place.s), now_(place.now), today_(place.today), days_(place) {}

    std::optional<TimePhrase> at(std::size_t first) const
    {
        if (isBehind(first))
            return std::nullopt;
        for (const auto &prefix : kPrefixes)
            if (starts(first, prefix.words))
                if (auto phrase = after(first, first + countWords(prefix.words), prefix))
                    return phrase;
        return after(first, first, Prefix{"", Sense::OnDay, false, false, false});
    }

private:
    [[nodiscard]] bool starts(std::size_t i, std::string_view words) const { return p_.starts(i, words); }

    /// What stands before says that it is no time something is due at: since, until, after, of, last; a wish; a range.
    [[nodiscard]] bool isBehind(std::size_t first) const
    {
        if (first == 0)
            return false;
        const auto &before = s_.at(first - 1);
        static const WordSet kNever = wordSet("depuis apres jusque since until till til after from last every each chaque tous toutes good nice great happy lovely bon bonne bons bonnes "
                                              "joyeux joyeuse excellent excellente belle beau super to through except sauf entre between hier yesterday lendemain pas not");
        if (has(kNever, before))
            return true;
        const bool day = weekdayNamed(s_.at(first)).has_value() || s_.is(first, {"demain", "tomorrow", "today", "le", "aujourd", "semaine", "week", "fin"});
        if (day && s_.is(first - 1, {"de", "du", "d", "of", "au"}) && !s_.is(first - 2, {"journee", "matinee", "soiree", "courant", "debut", "fin", "milieu", "midi", "cours", "end", "start", "beginning", "course", "close"}))
            return first >= 1 && !starts(first, "fin");
        if (first >= 2 && s_.is(first - 1, {"a", "au", "la"}) && s_.is(first - 2, {"jusqu", "partir", "compter"}))
            return true;
        return starts(first, "a") && s_.is(first - 1, {"jusqu", "partir"});
    }

    std::optional<TimePhrase> after(std::size_t first, std::size_t core, const Prefix &prefix) const
    {
        if (prefix.span)
            if (const auto span = spanAt(p_, core))
                return finished(first, *span, prefix);
        // "a demain", "a lundi" part with somebody; "a 14 h" is an hour.
        const bool greets = prefix.words == "a";
        if (!greets)
            if (auto day = days_.dayAt(core, prefix)) {
                if (!day->minute || day->part)
                    addHour(*day);
                return finished(first, *day, prefix);
            }
        if (const auto hour = hourAt(core, prefix.hour); hour && (prefix.hour || prefix.words.empty()))
            return finished(first, ofHour(*hour, !prefix.words.empty()), prefix);
        return std::nullopt;
    }

    std::optional<TimePhrase> finished(std::size_t first, const std::optional<Read> &read, const Prefix &prefix) const
    {
        if (!read)
            return std::nullopt;
        TimePhrase out;
        out.first = first;
        out.last = read->next;
        out.bounded = prefix.bounded;
        out.due.wall = midnight(read->day);
        out.due.vague = read->vague;
        out.due.workdays = read->workdays;
        out.due.sense = read->end && prefix.sense == Sense::BeforeDay ? Sense::ByDay : prefix.sense;
        if (s_.is(out.last, {"dernier", "derniere", "passe", "passee"}) || (s_.is(out.last, {"s"}) && s_.words[out.last].sign == '\''))
            return std::nullopt; // Monday's, lundi dernier
        if (starts(out.last, "au plus tard") || starts(out.last, "at the latest")) {
            out.last += 3;
            out.bounded = true;
            out.due.sense = Sense::ByDay;
        } else if (starts(out.last, "maximum") || starts(out.last, "max") || starts(out.last, "latest")) {
            ++out.last;
            out.bounded = true;
        }
        if (read->minute) {
            out.due.sense = Sense::Moment;
            out.due.wall = plusMinutes(out.due.wall, *read->minute);
            if (out.due.wall <= now_)
                return std::nullopt;
        } else if (out.due.wall < today_ || (out.due.sense == Sense::BeforeDay && out.due.wall == today_)) {
            return std::nullopt;
        }
        return out;
    }

    struct Hour {
        std::size_t next = 0;
        int minute = 0;
    };

    std::optional<Hour> hourAt(std::size_t i, bool introduced) const
    {
        if (s_.is(i, {"midi", "noon", "lunch", "lunchtime", "midday"}))
            return Hour{i + 1, kNoon};
        if (s_.is(i, {"minuit", "midnight"}))
            return Hour{i + 1, 24 * 60 - 1};
        const auto &word = s_.at(i);
        int hour = 0, minute = 0;
        std::string unit;
        std::size_t next = i + 1;
        if (const auto both = joinedNumber(word)) {
            hour = both->first;
            unit = both->second;
            if (unit.size() == 3 && unit[0] == 'h')
                minute = numberNamed(unit.substr(1)).value_or(99), unit = "h";
        } else if (const auto plain = dayNumber(word).has_value() || word == "0" ? numberNamed(word) : std::nullopt) {
            hour = *plain;
            if (next < s_.words.size() && (s_.words[next].sign == ':' || s_.words[next].sign == '.') && s_.at(next).size() >= 2) {
                auto rest = s_.at(next);
                if (const auto tail = joinedNumber(rest))
                    unit = tail->second, minute = tail->first;
                else
                    minute = numberNamed(rest).value_or(99), unit = ":";
                ++next;
            }
            if (s_.is(next, {"h", "heure", "heures"})) {
                unit = "h", ++next;
                if (const auto more = s_.at(next).size() == 2 ? numberNamed(s_.at(next)) : std::nullopt; more && *more < 60 && s_.at(next).find_first_not_of("0123456789") == std::string::npos)
                    minute = *more, ++next;
            } else if (s_.is(next, {"am", "pm"})) {
                unit = s_.at(next++);
            } else if (s_.is(next, {"a", "p"}) && s_.is(next + 1, {"m"})) {
                unit = s_.at(next) + "m", next += 2;
            } else if (s_.is(next, {"o"}) && s_.is(next + 1, {"clock"})) {
                unit = "clock", next += 2;
            }
        } else {
            return std::nullopt;
        }
        if (unit.empty() && !(introduced && hour <= 12 && hour >= 1 && s_.is(i - 1, {"at", "by", "before"}) && !s_.is(next, {"days", "people", "of", "am"})))
            return std::nullopt;
        if (!unit.empty() && unit != "h" && unit != ":" && unit != "am" && unit != "pm" && unit != "clock")
            return std::nullopt;
        if (unit == "pm" && hour < 12)
            hour += 12;
        if (unit == "am" && hour == 12)
            hour = 0;
        if ((unit.empty() || unit == "clock") && hour < 8)
            hour += 12;
        return hour < 24 && minute < 60 ? std::optional(Hour{next, hour * 60 + minute}) : std::nullopt;
    }

    /// "vendredi avant 13 h", "tomorrow by 5 pm"
    void addHour(Read &day) const
    {
        auto i = day.next;
        bool introduced = false;
        while (s_.is(i, {"avant", "a", "vers", "pour", "des", "by", "at", "before", "around", "d", "ici", "les"}))
            introduced = true, ++i;
        if (const auto hour = hourAt(i, introduced)) {
            day.minute = hour->minute;
            day.next = hour->next;
        }
    }

    /// "midi demain", "5 pm on Friday"; an hour alone is of today, or of tomorrow when it has passed.
    std::optional<Read> ofHour(const Hour &hour, bool introduced) const
    {
        auto i = hour.next;
        while (s_.is(i, {"on", "le", "ce"}) && !s_.is(i + 1, {"soir", "matin"}))
            ++i;
        auto day = days_.nearDay(i);
        if (!day)
            day = days_.weekday(i, Prefix{"on", Sense::OnDay, false, false, false});
        if (day) {
            if (day->minute && day->part && hour.minute < kNoon && *day->minute > kNoon)
                day->minute = hour.minute + kNoon;
            else
                day->minute = hour.minute;
            return day;
        }
        if (!introduced)
            return std::nullopt;
        const bool passed = plusMinutes(today_, hour.minute) <= now_;
        return Read{hour.next, passed ? plusDays(today_, 1) : today_, hour.minute};
    }

    const TimePlace &p_;
    const PromiseSentence &s_;
    WallTime now_, today_;
    DayReader days_;
};

} // namespace

std::vector<TimePhrase> timePhrases(const PromiseSentence &sentence, const WallTime &now, bool dayFirst)
{
    std::vector<TimePhrase> out;
    const TimePlace place{sentence, now, midnight(now), dayFirst};
    const Reader reader(place);
    for (std::size_t i = 0; i < sentence.words.size();) {
        if (auto phrase = reader.at(i)) {
            i = phrase->last;
            out.push_back(*phrase);
        } else {
            ++i;
        }
    }
    return out;
}

} // namespace vigie::text
