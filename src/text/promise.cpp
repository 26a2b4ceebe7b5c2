// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/text/promise.hpp>

#include "text/promise_calendar.hpp"
#include "text/promise_commit.hpp"
#include "text/promise_time.hpp"

#include <algorithm>

namespace vigie::text {

namespace {

constexpr std::uint8_t kEndOfWork = 18;
constexpr int kMostDaysAhead = 400; // a calendar that never opens must not be walked for ever
constexpr double kLimitSaid = 0.1, kVague = -0.15, kElsewhere = -0.1;

/// A clause of little more than words of time: it belongs to its neighbour.
bool isOnlyTime(const PromiseSentence &s, const TimePhrase &time)
{
    const int clause = s.words[time.first].clause;
    std::size_t others = 0;
    for (std::size_t i = 0; i < s.words.size(); ++i)
        others += s.words[i].clause == clause && (i < time.first || i >= time.last) ? 1 : 0;
    return others <= 2;
}

/// The time that belongs to what is promised: after it in its clause, before it, or alone in the clause beside it.
const TimePhrase *timeOf(const PromiseSentence &s, const Commitment &commitment, const std::vector<TimePhrase> &times, bool &elsewhere)
{
    const TimePhrase *before = nullptr, *beside = nullptr;
    for (const auto &time : times) {
        const int clause = s.words[time.first].clause;
        if (clause == commitment.clause && time.first >= commitment.verb)
            return &time;
        if (clause == commitment.clause)
            before = &time;
        else if (std::abs(clause - commitment.clause) == 1 && isOnlyTime(s, time) && beside == nullptr)
            beside = &time;
    }
    elsewhere = before == nullptr;
    return before != nullptr ? before : beside;
}

FoundPromise joined(const PromiseSentence &s, const Commitment &commitment, const TimePhrase &time, bool elsewhere)
{
    FoundPromise out;
    out.whenBegin = s.words[time.first].begin;
    out.whenEnd = s.words[time.last - 1].end;
    out.begin = std::min(s.words[commitment.first].begin, out.whenBegin);
    out.end = std::max(s.words[commitment.verb].end, out.whenEnd);
    out.due = time.due;
    out.confidence = std::clamp(commitment.confidence + (time.bounded ? kLimitSaid : 0) + (time.due.vague ? kVague : 0) + (elsewhere ? kElsewhere : 0), 0.0, 0.99);
    return out;
}

void addSentence(const PromiseSentence &s, const WallTime &now, bool dayFirst, std::vector<FoundPromise> &out)
{
    if (commitsNothing(s))
        return;
    const auto times = timePhrases(s, now, dayFirst);
    if (times.empty())
        return;
    auto commitments = frenchCommitments(s);
    const auto english = englishCommitments(s);
    commitments.insert(commitments.end(), english.begin(), english.end());
    for (const auto &commitment : commitments) {
        bool elsewhere = false;
        const auto *time = timeOf(s, commitment, times, elsewhere);
        if (time == nullptr)
            continue;
        const auto found = joined(s, commitment, *time, elsewhere);
        const auto same = std::find_if(out.begin(), out.end(), [&](const FoundPromise &known) { return known.due == found.due; });
        if (same == out.end())
            out.push_back(found);
        else if (found.confidence > same->confidence)
            *same = found;
    }
}

} // namespace

std::vector<FoundPromise> findPromises(std::string_view text, std::string_view lang, Instant anchor, std::string_view zone)
{
    std::vector<FoundPromise> out;
    const auto now = toWall(anchor, zone);
    if (!now)
        return out;
    const bool dayFirst = lang != "en-US";
    for (const auto &sentence : promiseSentences(text))
        addSentence(sentence, *now, dayFirst, out);
    out.erase(std::remove_if(out.begin(), out.end(), [](const FoundPromise &one) { return one.confidence < 0.5; }), out.end());
    std::sort(out.begin(), out.end(), [](const FoundPromise &a, const FoundPromise &b) { return a.begin < b.begin; });
    return out;
}

std::optional<WallTime> usualDayEnd(const WallTime &day)
{
    if (!isWorkday(day))
        return std::nullopt;
    auto end = midnight(day);
    end.hour = kEndOfWork;
    return end;
}

Result<Instant> dueAt(const PromiseDue &due, Instant anchor, std::string_view zone, const DayEnd &dayEnd)
{
    constexpr int kLongestHoliday = 15;
    const auto endOf = [&](WallTime day) {
        if (const auto end = dayEnd(day))
            return *end;
        day = midnight(day);
        day.hour = kEndOfWork;
        return day;
    };
    auto said = due.wall;
    if (due.workdays > 0 && due.sense != PromiseDue::Sense::Moment) {
        VIGIE_TRY(said, toWall(anchor, zone));
        for (int left = due.workdays, looked = 0; left > 0 && looked < kMostDaysAhead; ++looked) {
            said = plusDays(midnight(said), 1);
            left -= dayEnd(said) ? 1 : 0;
        }
    }
    auto wall = said;
    if (due.sense == PromiseDue::Sense::BeforeDay) {
        auto day = plusDays(midnight(said), -1);
        for (int back = 0; back < kLongestHoliday && !dayEnd(day); ++back)
            day = plusDays(day, -1);
        wall = endOf(day);
    } else if (due.sense != PromiseDue::Sense::Moment) {
        wall = endOf(said);
    }
    VIGIE_TRY(auto at, toInstant(wall, zone));
    if (at.at > anchor || due.sense == PromiseDue::Sense::Moment)
        return at.at;
    // Said after hours: what is due today is due before midnight.
    auto last = midnight(due.sense == PromiseDue::Sense::BeforeDay ? plusDays(said, -1) : said);
    last.hour = 23;
    last.minute = 59;
    VIGIE_TRY(at, toInstant(last, zone));
    return std::max(at.at, anchor);
}

} // namespace vigie::text
