// SPDX-License-Identifier: GPL-3.0-or-later
// Spans: "48 h", "two working days", "les prochains jours".
#include "text/promise_calendar.hpp"
#include "text/promise_parts.hpp"

#include <algorithm>

namespace vigie::text {

namespace {

constexpr int kSomeDays = 3; ///< "in the coming days"

class SpanReader {
public:
    explicit SpanReader(const TimePlace &place) : p_(place), s_(place.s), now_(place.now), today_(place.today) {}

    std::optional<Read> spanAt(std::size_t i) const
    {
        if (s_.is(i, {"huitaine"}))
            return Read{i + 1, plusDays(today_, 8)};
        if (s_.is(i, {"quinzaine"}))
            return Read{i + 1, plusDays(today_, 15)};
        if (s_.is(i, {"heure", "hour"}))
            return inMinutes(i + (s_.is(i + 1, {"qui"}) ? 3 : 1), 60);
        if (s_.is(i, {"day"}))
            return Read{i + 1, today_};
        if (s_.is(i, {"fortnight"}))
            return Read{i + 1, plusDays(today_, 14)};
        if (s_.is(i, {"prochains", "prochaines", "coming"}) || (s_.is(i, {"jours", "heures", "days", "hours"})))
            return vagueAt(i);
        while (s_.is(i, {"maximum", "max", "environ", "about", "les", "the", "next", "around"}))
            ++i;
        int number = 0;
        std::string unit;
        if (const auto both = joinedNumber(s_.at(i))) {
            number = both->first;
            unit = both->second;
            ++i;
        } else if (const auto plain = numberNamed(s_.at(i))) {
            number = *plain;
            ++i;
            if (s_.is(i, {"few", "couple"}))
                number = *numberNamed(s_.at(i++));
            if (s_.is(i, {"of", "or", "to", "ou", "a", "et"}) || (s_.words.size() > i && (s_.words[i].sign == '-' || s_.words[i].sign == '/'))) {
                const auto skip = s_.is(i, {"of", "or", "to", "ou", "a", "et"}) ? i + 1 : i;
                if (const auto more = joinedNumber(s_.at(skip))) {
                    number = more->first;
                    unit = more->second;
                    i = skip + 1;
                } else if (const auto second = numberNamed(s_.at(skip)); second && skip != i) {
                    number = *second;
                    i = skip + 1;
                } else if (second) {
                    number = *second;
                    ++i;
                } else if (s_.is(i, {"of"})) {
                    ++i;
                }
            }
            while (s_.is(i, {"prochaines", "prochains", "next", "petites", "petits", "short"}))
                ++i;
            if (unit.empty())
                unit = s_.at(i++);
        } else {
            return std::nullopt;
        }
        return spanOf(i, number, unit);
    }

    std::optional<Read> vagueAt(std::size_t i) const
    {
        while (s_.is(i, {"prochains", "prochaines", "coming", "tout", "tous"}))
            ++i;
        if (s_.is(i, {"heures", "hours"}))
            return Read{i + 1 + trailing(i + 1), today_, {}, true};
        if (!s_.is(i, {"jours", "days"}))
            return std::nullopt;
        auto some = inWorkdays(i + 1 + trailing(i + 1), kSomeDays);
        some.vague = true;
        return some;
    }

    /// "a venir", "qui viennent", "ahead"
    [[nodiscard]] std::size_t trailing(std::size_t i) const
    {
        return starts(i, "a venir") || starts(i, "qui viennent") || starts(i, "qui vient") ? 2 : s_.is(i, {"ahead", "prochains", "prochaines"}) ? 1 : 0;
    }

    std::optional<Read> spanOf(std::size_t i, int number, const std::string &unit) const
    {
        static const WordSet kMinutes = wordSet("min mn mins minute minutes"), kHours = wordSet("h hr hrs heure heures hour hours"), kDays = wordSet("j jour jours d day days"),
                             kWeeks = wordSet("semaine semaines week weeks"), kMonths = wordSet("mois month months"), kWorking = wordSet("working business");
        const bool some = number < 0;
        auto what = unit;
        bool working = false;
        if (has(kWorking, what)) {
            working = true;
            what = s_.at(i++);
        }
        if (s_.is(i, {"ouvre", "ouvres", "ouvree", "ouvrees", "ouvrable", "ouvrables"})) {
            working = true;
            ++i;
        }
        i += trailing(i);
        if (has(kMinutes, what))
            return inMinutes(i, some ? 30 : number);
        if (has(kHours, what))
            return working ? std::optional(inWorkdays(i, std::max(1, (number + 12) / 24))) : std::optional(inMinutes(i, (some ? 4 : number) * 60));
        if (has(kDays, what)) {
            auto days = working || some ? inWorkdays(i, some ? kSomeDays : number) : Read{i, plusDays(today_, number)};
            days.vague = some;
            return days;
        }
        if (has(kWeeks, what))
            return Read{i, plusDays(today_, 7 * (some ? 3 : number)), {}, some};
        if (has(kMonths, what))
            return Read{i, plusDays(today_, 30 * (some ? 3 : number)), {}, some};
        return std::nullopt;
    }

private:
    [[nodiscard]] Read inWorkdays(std::size_t next, int count) const
    {
        Read out{next, plusWorkdays(today_, count)};
        out.workdays = count;
        return out;
    }
    [[nodiscard]] bool starts(std::size_t i, std::string_view words) const { return p_.starts(i, words); }
    [[nodiscard]] Read inMinutes(std::size_t next, int minutes) const
    {
        const auto wall = plusMinutes(now_, minutes);
        return {next, midnight(wall), wall.hour * 60 + wall.minute};
    }

    const TimePlace &p_;
    const PromiseSentence &s_;
    WallTime now_, today_;
};

} // namespace

std::optional<Read> spanAt(const TimePlace &place, std::size_t i)
{
    return SpanReader(place).spanAt(i);
}

bool TimePlace::starts(std::size_t i, std::string_view words) const
{
    for (std::size_t from = 0; from <= words.size(); ++i) {
        const auto to = std::min(words.find(' ', from), words.size());
        if (s.at(i) != words.substr(from, to - from))
            return false;
        from = to + 1;
    }
    return true;
}

std::size_t countWords(std::string_view words)
{
    return static_cast<std::size_t>(std::count(words.begin(), words.end(), ' ')) + 1;
}

std::optional<std::pair<int, std::string>> joinedNumber(const std::string &word)
{
    const auto digits = std::min(word.find_first_not_of("0123456789"), word.size());
    if (digits == 0 || digits == word.size())
        return std::nullopt;
    const auto number = numberNamed(word.substr(0, digits));
    return number ? std::optional(std::pair(*number, word.substr(digits))) : std::nullopt;
}

std::optional<int> dayNumber(const std::string &word)
{
    auto digits = word;
    for (const std::string_view ending : {"st", "nd", "rd", "th", "er"})
        if (digits.size() > 2 && digits.compare(digits.size() - 2, 2, ending) == 0)
            digits.resize(digits.size() - 2);
    if (digits.empty() || digits.find_first_not_of("0123456789") != std::string::npos)
        return std::nullopt;
    const auto number = numberNamed(digits);
    return number && *number >= 1 && *number <= 31 ? number : std::nullopt;
}

} // namespace vigie::text
