// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/figure_patterns.hpp"

#include <vigie/text/fold.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

namespace vigie::text {

namespace {

// Written as pieces so that a number is the same thing everywhere. Text is in lower case, apostrophes are straight, blanks plain.
#define VIGIE_NUMBER "(?:\\d{1,3}(?: \\d{3})+(?:[.,]\\d{1,2})?|\\d{1,3}(?:,\\d{3})+(?:\\.\\d{1,2})?|\\d+(?:[.,]\\d{1,2})?)"
#define VIGIE_WORDED                                                                                                                     \
    "(?:quarante-huit|forty-eight|vingt-quatre|twenty-four|soixante-douze|seventy-two|un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|" \
    "douze|quinze|vingt|trente|quarante|cinquante|soixante|cent|one|two|three|four|five|seven|eight|nine|ten|eleven|twelve|fourteen|"    \
    "fifteen|quatorze|twenty|thirty|forty|fifty|sixty|ninety|hundred|an?)"
#define VIGIE_AMOUNT "(?:" VIGIE_NUMBER "|" VIGIE_WORDED ")"
#define VIGIE_RANGE "(" VIGIE_AMOUNT ")(?: ?(?:-|\xE2\x80\x93|/|a|\xC3\xA0|to|ou|or|et|and) ?(" VIGIE_AMOUNT "))?"
#define VIGIE_MONTH                                                                                                                      \
    "(janvier|january|jan\\.?|f(?:e|\xC3\xA9)vrier|february|feb\\.?|mars|march|avril|april|apr\\.?|mai|may|juin|june|juillet|july|"     \
    "ao(?:u|\xC3\xBB)t|august|aug\\.?|septembre|september|sept?\\.?|octobre|october|oct\\.?|novembre|november|nov\\.?|"               \
    "d(?:e|\xC3\xA9)cembre|december|dec\\.?)"
#define VIGIE_DAY "(lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday)s?"

std::string group(icu::RegexMatcher &match, int number)
{
    UErrorCode status = U_ZERO_ERROR;
    std::string out;
    if (number <= match.groupCount())
        match.group(number, status).toUTF8String(out);
    return U_SUCCESS(status) ? out : std::string();
}

std::optional<double> amount(const std::string &written)
{
    static const std::unordered_map<std::string, double> kWords = {
        {"a", 1}, {"an", 1}, {"un", 1}, {"une", 1}, {"one", 1}, {"deux", 2}, {"two", 2}, {"trois", 3}, {"three", 3}, {"quatre", 4}, {"four", 4},
        {"cinq", 5}, {"five", 5}, {"six", 6}, {"sept", 7}, {"seven", 7}, {"huit", 8}, {"eight", 8}, {"neuf", 9}, {"nine", 9}, {"dix", 10}, {"ten", 10},
        {"onze", 11}, {"eleven", 11}, {"douze", 12}, {"twelve", 12}, {"quatorze", 14}, {"fourteen", 14}, {"quinze", 15}, {"fifteen", 15}, {"vingt", 20},
        {"twenty", 20}, {"vingt-quatre", 24}, {"twenty-four", 24}, {"trente", 30}, {"thirty", 30}, {"quarante", 40}, {"forty", 40}, {"quarante-huit", 48},
        {"forty-eight", 48}, {"cinquante", 50}, {"fifty", 50}, {"soixante", 60}, {"sixty", 60}, {"soixante-douze", 72}, {"seventy-two", 72}, {"ninety", 90},
        {"cent", 100}, {"hundred", 100}};
    if (written.empty())
        return std::nullopt;
    if (const auto word = kWords.find(written); word != kWords.end())
        return word->second;
    std::string digits;
    for (std::size_t at = 0; at < written.size(); ++at) {
        const char c = written[at];
        if (c >= '0' && c <= '9')
            digits += c;
        else if ((c == ',' || c == '.') && written.size() - at <= 3) // at most two behind it: the decimals
            digits += '.';
    }
    return digits.empty() || digits.size() > 15 ? std::nullopt : std::optional(std::stod(digits));
}

std::optional<Figure> ranged(icu::RegexMatcher &match, double factor, std::string unit = {})
{
    const auto from = amount(group(match, 1));
    if (!from)
        return std::nullopt;
    const auto to = amount(group(match, 2)).value_or(*from);
    Figure figure;
    figure.from = std::min(*from, to) * factor;
    figure.to = std::max(*from, to) * factor;
    figure.unit = std::move(unit);
    return figure;
}

std::optional<Figure> readMail(icu::RegexMatcher &match)
{
    Figure figure;
    figure.unit = group(match, 0);
    return figure;
}

std::optional<Figure> readPhone(icu::RegexMatcher &match)
{
    std::string digits;
    const auto written = group(match, 0);
    for (const char c : written)
        if (c >= '0' && c <= '9')
            digits += c;
    if (digits.size() < 9 || digits.size() > 15)
        return std::nullopt;
    if (written.front() == '+' || digits.compare(0, 2, "00") == 0) // +33 (0)1 and 01 are one number
        digits = digits.substr(written.front() == '+' ? 0 : 2);
    if (digits.size() >= 11 && digits.compare(0, 2, "33") == 0)
        digits = digits.substr(digits.size() > 11 && digits[2] == '0' ? 3 : 2);
    Figure figure;
    figure.unit = digits.substr(digits.front() == '0' ? 1 : 0);
    return figure;
}

std::optional<int> monthOf(const std::string &written)
{
    static const std::array<std::pair<const char *, int>, 16> kMonths{{{"jan", 1}, {"fev", 2}, {"feb", 2}, {"mar", 3}, {"avr", 4}, {"apr", 4}, {"mai", 5}, {"may", 5},
                                                                       {"juin", 6}, {"jun", 6}, {"jui", 7}, {"jul", 7}, {"aou", 8}, {"aug", 8}, {"sep", 9}, {"oct", 10}}};
    const auto name = fold(written);
    for (const auto &[begin, number] : kMonths)
        if (name.rfind(begin, 0) == 0)
            return number;
    return name.rfind("nov", 0) == 0 ? std::optional(11) : name.rfind("dec", 0) == 0 ? std::optional(12) : std::nullopt;
}

int whole(const std::string &digits)
{
    return digits.empty() || digits.size() > 6 ? 0 : std::stoi(digits);
}

std::optional<Figure> dated(int year, int month, int day)
{
    if (month < 1 || month > 12 || day < 1 || day > 31)
        return std::nullopt;
    Figure figure;
    figure.year = year > 0 && year < 100 ? 2000 + year : year;
    figure.month = month;
    figure.day = day;
    return figure;
}
std::optional<Figure> readDayMonth(icu::RegexMatcher &match)
{
    return dated(whole(group(match, 3)), monthOf(group(match, 2)).value_or(0), whole(group(match, 1)));
}
std::optional<Figure> readMonthDay(icu::RegexMatcher &match)
{
    return dated(whole(group(match, 3)), monthOf(group(match, 1)).value_or(0), whole(group(match, 2)));
}
std::optional<Figure> readIsoDate(icu::RegexMatcher &match)
{
    return dated(whole(group(match, 1)), whole(group(match, 2)), whole(group(match, 3)));
}
/// Day first, unless only the other order is a date.
std::optional<Figure> readSlashDate(icu::RegexMatcher &match)
{
    const int first = whole(group(match, 1)), second = whole(group(match, 2)), year = whole(group(match, 3));
    return second > 12 ? dated(year, first, second) : dated(year, second, first);
}

std::optional<Figure> readWeekday(icu::RegexMatcher &match)
{
    static const std::unordered_map<std::string, int> kDays = {{"lundi", 1}, {"mardi", 2}, {"mercredi", 3}, {"jeudi", 4}, {"vendredi", 5}, {"samedi", 6}, {"dimanche", 7},
                                                               {"monday", 1}, {"tuesday", 2}, {"wednesday", 3}, {"thursday", 4}, {"friday", 5}, {"saturday", 6}, {"sunday", 7}};
    const auto from = kDays.find(group(match, 1)), to = kDays.find(group(match, 2));
    if (from == kDays.end())
        return std::nullopt;
    Figure figure;
    figure.from = from->second;
    figure.to = to == kDays.end() ? from->second : to->second;
    return figure;
}

std::string currency(const std::string &written)
{
    if (written.rfind("\xE2\x82\xAC", 0) == 0 || written.rfind("eur", 0) == 0)
        return "EUR";
    if (written.rfind("$", 0) == 0 || written.rfind("usd", 0) == 0 || written.rfind("dollar", 0) == 0)
        return "USD";
    return written.rfind("chf", 0) == 0 ? "CHF" : "GBP";
}
std::optional<Figure> readMoney(icu::RegexMatcher &match)
{
    return ranged(match, 1, currency(group(match, 3)));
}
std::optional<Figure> readMoneyCents(icu::RegexMatcher &match)
{
    Figure figure;
    figure.from = figure.to = whole(group(match, 1)) + whole(group(match, 3)) / 100.0;
    figure.unit = currency(group(match, 2));
    return figure;
}
std::optional<Figure> readMoneyBefore(icu::RegexMatcher &match)
{
    const auto value = amount(group(match, 2));
    if (!value)
        return std::nullopt;
    Figure figure;
    figure.from = figure.to = *value;
    figure.unit = currency(group(match, 1));
    return figure;
}
std::optional<Figure> readFree(icu::RegexMatcher &)
{
    return Figure{};
}
std::optional<Figure> readPercent(icu::RegexMatcher &match)
{
    return ranged(match, 1);
}

std::optional<Figure> readDuration(icu::RegexMatcher &match)
{
    const auto unit = group(match, 3);
    const auto is = [&unit](const char *begin) { return unit.rfind(begin, 0) == 0; };
    const double hours = is("min") || is("mn") ? 1 / 60.0 : is("h") ? 1 : is("j") || is("d") ? 24 : is("sem") || is("week") ? 168 : is("mo") ? 730 : 8760;
    const auto figure = ranged(match, hours);
    if (figure && (group(match, 1) == "a" || group(match, 1) == "an") && hours < 168 && hours > 1)
        return std::nullopt; // "once a day", "24 hours a day"
    return figure;
}

std::optional<Figure> readHour(icu::RegexMatcher &match)
{
    int hour = whole(group(match, 1));
    const auto half = group(match, 3);
    if (half == "pm" && hour < 12)
        hour += 12;
    if (half == "am" && hour == 12)
        hour = 0;
    const int minutes = whole(group(match, 2));
    if (hour > 24 || minutes > 59)
        return std::nullopt;
    Figure figure;
    figure.from = figure.to = hour * 60 + minutes;
    return figure;
}

std::optional<Figure> readCount(icu::RegexMatcher &match)
{
    const auto figure = ranged(match, 1);
    if (!figure || (figure->from >= 1900 && figure->from <= 2100 && figure->from == figure->to))
        return std::nullopt; // a year
    auto out = *figure;
    out.unit = group(match, 3);
    return out;
}

const std::array<FigurePattern, 20> kPatterns{{
    {Figure::Kind::Mail, "[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+", readMail},
    {Figure::Kind::Count, "(?:https?://|www\\.)\\S+", nullptr},
    {Figure::Kind::Count, "\\b24 ?h? ?/ ?24\\b|\\b24 ?/ ?7\\b|\\b7 ?j?(?:ours)? ?(?:/|sur) ?7\\b(?: ?j(?:ours)?\\b)?", nullptr},
    {Figure::Kind::Count, "(?:\\bn\xC2\xB0|#|\\bnum(?:e|\xC3\xA9)ro|\\bno\\.|\\barticle|\\bcommande|\\border|\\bref(?:erence)?\\.?) ?[\\w-]*\\d[\\w-]*", nullptr},
    {Figure::Kind::Date, "\\b(\\d{4})-(\\d{2})-(\\d{2})\\b", readIsoDate},
    {Figure::Kind::Date, "\\b(\\d{1,2})(?:er|st|nd|rd|th)? (?:of )?" VIGIE_MONTH "\\b(?: (\\d{4}))?", readDayMonth},
    {Figure::Kind::Date, "\\b" VIGIE_MONTH " (\\d{1,2})(?:st|nd|rd|th)?\\b(?!\\d)(?:,? (\\d{4}))?", readMonthDay},
    {Figure::Kind::Date, "\\b(\\d{1,2})/(\\d{1,2})/(\\d{4}|\\d{2})\\b", readSlashDate},
    {Figure::Kind::Money, "\\b(\\d+) ?(\xE2\x82\xAC|eur(?:os?)?)(\\d{2})\\b", readMoneyCents},
    {Figure::Kind::Money, "\\b" VIGIE_RANGE " ?(\xE2\x82\xAC|\xC2\xA3|\\$|(?:eur|usd|gbp|chf)\\b|euros?\\b|dollars?\\b|pounds?\\b)", readMoney},
    {Figure::Kind::Money, "(\xE2\x82\xAC|\xC2\xA3|\\$|(?:eur|usd|gbp|chf) )(" VIGIE_NUMBER ")", readMoneyBefore},
    {Figure::Kind::Percent, "\\b" VIGIE_RANGE " ?(?:%|pour ?cent\\b|per ?cent\\b)", readPercent},
    {Figure::Kind::Hour, "\\b(\\d{1,2}) ?h ?(\\d{2})\\b(?! ?h)", readHour},
    {Figure::Kind::Hour, "(?<=\\b(?:\xC3\xA0|a|at|de|d\xC3\xA8s|des|jusqu'\xC3\xA0|jusqu'a|avant|apr\xC3\xA8s|apres|vers|from|until|before|after|entre|et|-) )(\\d{1,2}) ?h(?:eures?)?\\b(?! ?\\d)", readHour},
    {Figure::Kind::Hour, "\\b(\\d{1,2})(?:[:.](\\d{2}))? ?(am|pm)\\b", readHour},
    {Figure::Kind::Hour, "\\b(\\d{1,2}):(\\d{2})\\b()", readHour},
    {Figure::Kind::Duration,
     "\\b" VIGIE_RANGE "(?: ?(?:working|business|full|whole))?[ -]?(h|heures?|hours?|hrs?|minutes?|mins?|mn|jours?|j|days?|semaines?|sem|weeks?|mois|months?|ans?|ann\xC3\xA9"
     "es?|annees?|years?)\\b",
     readDuration},
    {Figure::Kind::Phone, "(?<![\\w.,])(?:\\+|00)?\\(?\\d(?:[ .()-]{0,2}\\d){8,14}(?![\\w])", readPhone},
    {Figure::Kind::Weekday, "\\b" VIGIE_DAY "\\b(?: (?:au|to|-|through) " VIGIE_DAY "\\b)?", readWeekday},
    {Figure::Kind::Count, "\\b" VIGIE_RANGE " (\\p{L}{3,})", readCount},
}};

const FigurePattern kShortDate{Figure::Kind::Date, "\\b(?<=\\b(?:le|du|au|on|from|until|by|before|avant|d\xC3\xA8s|depuis|since) )(\\d{1,2})/(\\d{1,2})\\b()", readSlashDate};
const FigurePattern kFree{Figure::Kind::Money, "\\bgratuit(?:e|s|es|ement)?\\b|\\bsans frais\\b|\\boffert(?:e|s|es)?\\b|(?<!feel )\\bfree(?: of charge)?\\b(?! to\\b)", readFree};

} // namespace

std::span<const FigurePattern> figurePatterns()
{
    static const auto all = [] {
        std::vector<FigurePattern> out(kPatterns.begin(), kPatterns.end() - 1);
        out.push_back(kShortDate);
        out.push_back(kFree);
        out.push_back(kPatterns.back()); // counts take what nothing else wanted
        return out;
    }();
    return all;
}

} // namespace vigie::text
