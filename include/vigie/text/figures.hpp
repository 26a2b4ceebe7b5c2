// SPDX-License-Identifier: GPL-3.0-or-later
// What an answer commits us to, in numbers: delays, prices, percentages, dates, hours, addresses and counts, in French and
// English, brought to one form ("48 h", "deux jours" and "two days" are one delay; "12,50 EUR" and "12.50 euros" one price),
// each with the words of its sentence; and where two answers about the same thing say different ones.
// Thread: pure functions. Errors: none. Which figures are compared, and measured precision: docs/answers.md.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vigie::text {

struct Figure {
    enum class Kind : std::uint8_t {
        Mail, Phone,
        Date,     ///< year, month, day (0: not said)
        Weekday,  ///< from..to, 1 Monday
        Money,    ///< from..to of `unit` ("EUR"; empty: free of charge)
        Percent,
        Duration, ///< hours
        Hour,     ///< minutes since midnight
        Count     ///< of what `unit` says (a stem)
    } kind = Kind::Count;
    double from = 0, to = 0;          ///< equal but for a range: "3 to 5 days"
    int year = 0, month = 0, day = 0;
    std::string unit;                 ///< Mail and Phone: the address itself, in one form
    std::uint32_t begin = 0, end = 0; ///< byte range
    std::vector<std::string> about;   ///< gist of its sentence without the figures
    bool personal = false;            ///< the sentence speaks of what is the member's own: "your parcel"
};
[[nodiscard]] std::vector<Figure> figuresOf(std::string_view text, std::string_view lang);

/// The same value, one within the other's range, or a date of which one side leaves out the year.
[[nodiscard]] bool agrees(const Figure &a, const Figure &b);

struct Contradiction {
    Figure now, before;
};
/// What `now` says otherwise than `before`. `ignored`: stretches of either text that differ from member to member (values of
/// variables). Dates, prices and counts of what is the member's own are not compared.
[[nodiscard]] std::vector<Contradiction> contradictions(std::string_view now, std::string_view nowLang, std::string_view before, std::string_view beforeLang,
                                                        std::span<const std::string> ignored = {});

} // namespace vigie::text
