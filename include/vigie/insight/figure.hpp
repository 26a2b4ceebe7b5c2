// SPDX-License-Identifier: GPL-3.0-or-later
// What a figure is: a value or no value, with its unit, the rows behind it, its interval and what is to be said of it. The
// catalogue says which there are, the reader reads them; dashboards, reports, formulas and proofs stand on these types alone.
// Thread: values; FigureReader inside a store job. Errors: Storage..., InvalidInput (unknown figure or zone, empty period), NotFound (query).
// Formulas and sources: docs/measures.md; a value is none, never 0, when its denominator is 0 or unknown.
#pragma once

#include <vigie/base/id.hpp>
#include <vigie/base/result.hpp>
#include <vigie/base/time.hpp>
#include <vigie/store/items.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vigie::insight {

enum class Unit : std::uint8_t { Count, People, Percent, Points, Seconds, Stars, Score, PerPost, PerDay, Ratio, Currency, Views, PerHour };
[[nodiscard]] const char *toString(Unit unit) noexcept; ///< "count", "people", ... as in files

/// Local days of the workspace's zone, [fromDay, toDay), counted from 1970-01-01.
struct Period {
    std::int32_t fromDay = 0, toDay = 0;
    [[nodiscard]] std::int32_t length() const { return toDay - fromDay; }
    friend bool operator==(const Period &, const Period &) = default;
};
/// The period of the same length that ends where this one begins; up to four weeks it starts on the same weekday.
[[nodiscard]] Period previous(const Period &period);
/// 52 weeks earlier, so that Mondays meet Mondays.
[[nodiscard]] Period lastYear(const Period &period);

struct Interval {
    double low = 0, high = 0; ///< 95 %
    friend bool operator==(const Interval &, const Interval &) = default;
};

/// Whose mentions, and which of them. Own posts and conversations are narrowed by the networks alone.
struct FigureScope {
    QueryId query;                       ///< a saved query; none: everything collected
    std::string words;                   ///< more, in the query language
    std::vector<std::string> networks, langs; ///< connector ids, ISO 639-1; empty: all
    std::vector<TagId> tags;             ///< any of them; empty: all
    std::vector<std::int8_t> tones;      ///< labels, -1, 0, 1; empty: all
    bool withoutRelays = false;          ///< originals only
    friend bool operator==(const FigureScope &, const FigureScope &) = default;
};

/// What is to be said beside a value.
struct Note {
    enum class Kind : std::uint8_t {
        NotGiven,      ///< count of rows for which the network does not give it; since: when it stopped giving it
        Stale,         ///< count of rows judged by an earlier snapshot than that of their day
        Censored,      ///< count of what is open still, and counts as open; since: the oldest
        SmallSample,   ///< count of rows: too few to say much
        Overdispersed, ///< count: the factor in hundredths by which counts vary more than chance (phi)
        PanelChanged,  ///< a brand of the panel began to be collected inside the period; since: when
        Partial,       ///< count: seen share of the time in tenths of a percent
        Estimated,     ///< count of rows of which the network only gave an estimate
        Excluded,      ///< count of rows left out: ours, gone, spam, kept aside
        SetApart,      ///< count of people left out: they work for us, are paid by us, or asked not to be ranked
        Incomparable   ///< count of currencies in which amounts were entered: they are never summed
    } kind = Kind::NotGiven;
    std::int64_t count = 0;
    std::optional<Instant> since;
    friend bool operator==(const Note &, const Note &) = default;
};
[[nodiscard]] const char *toString(Note::Kind kind) noexcept;

struct Figure {
    std::string key;
    int version = 1;                     ///< of its formula
    Unit unit = Unit::Count;
    std::optional<double> value;         ///< none: no data
    std::int64_t n = 0;                  ///< rows behind it: posts, people, conversations, as its formula says
    std::optional<Interval> interval;    ///< in the unit of the value
    std::vector<Note> notes;
    std::string currency;                ///< ISO 4217, where the unit is Currency and there is a value
    friend bool operator==(const Figure &, const Figure &) = default;
};

/// Against an earlier period, by equal elapsed time.
struct Change {
    Figure now, before;
    Period period, against;              ///< of days that have begun; the last of both ends at the same time of the day
    std::optional<double> absolute, relative; ///< relative: 0.18 is +18 %; none when there was nothing before
    bool isNew = false;                  ///< from nothing to something
    std::optional<Interval> interval;    ///< 95 %: of the relative change where there is one and the figure is a count, else of the absolute
    bool intervalIsRelative = false;
    bool distinguishable = false;        ///< the interval does not hold "no change"
    double dispersion = 1;               ///< phi of the eight weeks before; 1: counts vary as chance has it
    std::vector<Note> notes;
};

/// One figure of the catalogue. Names and definitions in both languages: metricWords().
struct Metric {
    std::string key;
    int version = 1;
    Unit unit = Unit::Count;
    std::string family;                  ///< "mentions", "tone", "voice", "reach", "engagement", "care", "community", "spread", "value", "surveys"; "reviews" and "index" have more
    bool additive = false;               ///< the parts of a split, or days, sum up to the whole
    enum class Better : std::uint8_t { Up, Down, Neither } better = Better::Neither;
    std::string formula;                 ///< in English, for files and for those who check
    /// What n counts of the rows behind the figure (FigureReader::rows).
    enum class Sample : std::uint8_t {
        Rows,                            ///< each of them
        Ended,                           ///< those that ended; the others are open, and counted by the note Censored
        People,                          ///< their authors
        Days,                            ///< the days they are of
        Answers,                         ///< answers and promises: a conversation, which is one row, may have several
        Panel,                           ///< posts of the whole panel: the rows are those of the scope's query alone
        Accounts,                        ///< accounts of ours, which have no rows
        Entered,                         ///< what a person entered, which has no rows
        Surveys                          ///< answers to surveys: the rows are the conversations that some of them name
    } sample = Sample::Rows;
};
/// In the order in which they are offered.
[[nodiscard]] const std::vector<Metric> &catalogue();
[[nodiscard]] const Metric *metric(std::string_view key);
/// How many rows a figure opens, where n says it.
[[nodiscard]] std::optional<std::int64_t> rowsBehind(const Figure &figure);

struct MetricWords {
    std::string name, definition;
};
/// `language`: "fr", else English.
[[nodiscard]] MetricWords metricWords(std::string_view key, std::string_view language);
/// "mentions" -> the name of the family.
[[nodiscard]] std::string familyName(std::string_view family, std::string_view language);

enum class Bucket : std::uint8_t { Whole, Hour, Day, Week, Month, HourOfWeekday }; ///< Week: from Monday; HourOfWeekday: 168, Monday 0 h first
enum class Split : std::uint8_t { None, Network, Language, Tone, Query, Tag, Author, Kind };

struct Series {
    std::vector<Instant> starts;         ///< of the buckets; HourOfWeekday: of their first hour in the period
    struct Line {
        std::string name;                ///< of the part: connector, language, handle, name of query or tag; tone "-1", "0", "1"
        std::int64_t id = 0;             ///< of query, tag or member, where the part is one
        std::vector<Figure> points;      ///< one a bucket
    };
    std::vector<Line> lines;             ///< largest first
    std::vector<Note> notes;
};

class Columns;

class FigureReader {
public:
    /// `columns`: of the workspace (app::Workspace::columns()), brought up to date as far as this job sees.
    FigureReader(store::Tx &tx, Columns &columns) : tx_(tx), columns_(columns) {}

    Result<Figure> read(std::string_view key, const FigureScope &scope, const Period &period);
    Result<Series> series(std::string_view key, const FigureScope &scope, const Period &period, Bucket bucket, Split split = Split::None);
    /// Against previous(period), or another one. What has not happened yet is left out of both.
    Result<Change> compare(std::string_view key, const FigureScope &scope, const Period &period, std::optional<Period> against = {});
    /// What the figure is measured from, newest first by keyset: posts, and of conversations their first messages. Metric::sample says how n counts them.
    Result<std::vector<ItemId>> rows(std::string_view key, const FigureScope &scope, const Period &period, const store::SearchPage &page);

private:
    store::Tx &tx_;
    Columns &columns_;
};

} // namespace vigie::insight
