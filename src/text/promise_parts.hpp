// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of words of time: spans ("two working days"), days ("mardi 24"), each read from a place in a sentence.
// Thread: pure. Errors: none.
#pragma once

#include "text/promise_words.hpp"

#include <vigie/text/promise.hpp>

#include <optional>
#include <string>
#include <utility>

namespace vigie::text {

inline constexpr int kNoon = 12 * 60, kEvening = 18 * 60, kNight = 21 * 60, kFirstThing = 10 * 60;

/// A day, a moment of it, and where its words end.
struct Read {
    std::size_t next = 0;
    WallTime day;
    std::optional<int> minute{}; ///< of the day
    bool vague = false;
    bool end = false;          ///< the end of a period: "before the end of the week" is by its last day
    bool part = false;         ///< `minute` is the end of a part of the day ("tomorrow morning"): an hour may say more
    int workdays = 0;          ///< `day` is so many working days after today
};

struct Prefix {
    std::string_view words;
    PromiseDue::Sense sense = PromiseDue::Sense::OnDay;
    bool span = false;      ///< a number of hours or days may follow
    bool hour = false;      ///< an hour alone may follow
    bool bounded = false;
};

/// Where one reads, and when.
struct TimePlace {
    const PromiseSentence &s;
    WallTime now, today;
    bool dayFirst = true;

    [[nodiscard]] bool starts(std::size_t i, std::string_view words) const;
};

[[nodiscard]] std::size_t countWords(std::string_view words);
/// "48h" in one word: 48 and "h".
[[nodiscard]] std::optional<std::pair<int, std::string>> joinedNumber(const std::string &word);
/// "24", "24th", "1er"; 1 to 31.
[[nodiscard]] std::optional<int> dayNumber(const std::string &word);

[[nodiscard]] std::optional<Read> spanAt(const TimePlace &place, std::size_t i);

class DayReader {
public:
    explicit DayReader(const TimePlace &place) : p_(place), s_(place.s), today_(place.today) {}
    [[nodiscard]] std::optional<Read> dayAt(std::size_t i, const Prefix &prefix) const;
    /// Today, tomorrow and the day after, with their parts.
    [[nodiscard]] std::optional<Read> nearDay(std::size_t i) const;
    [[nodiscard]] std::optional<Read> weekday(std::size_t i, const Prefix &prefix) const;

private:
    [[nodiscard]] bool starts(std::size_t i, std::string_view words) const { return p_.starts(i, words); }
    [[nodiscard]] Read withPart(Read day) const;
    [[nodiscard]] std::optional<Read> partOfDay(std::size_t i) const;
    [[nodiscard]] Read ofDay(Read part) const;
    [[nodiscard]] std::optional<Read> periodAt(std::size_t i) const;
    [[nodiscard]] std::optional<Read> week(std::size_t j, int where, bool edge) const;
    [[nodiscard]] std::optional<Read> month(std::size_t j, int where, bool edge) const;
    [[nodiscard]] std::optional<WallTime> nextWeekdayOn(int weekday, int number) const;
    [[nodiscard]] std::optional<Read> dateAt(std::size_t i, const Prefix &prefix) const;
    [[nodiscard]] std::optional<Read> made(std::size_t next, int day, int month, std::optional<int> year) const;
    [[nodiscard]] std::optional<int> yearAt(std::size_t i) const;

    const TimePlace &p_;
    const PromiseSentence &s_;
    WallTime today_;
};

} // namespace vigie::text
