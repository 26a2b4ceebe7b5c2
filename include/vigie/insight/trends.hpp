// SPDX-License-Identifier: GPL-3.0-or-later
// What people speak of in a query now and did not before: words, phrases, hashtags, links and emoji.
// What counts is people, not posts. O is the number of distinct authors of a term now; E what was to be expected: the mean of the
// same hours of the days before (of the weeks before, for a week), by the share of them that was read, times the growth of all
// authors of the query where there are more than usual, and at least 1. Score = (O - E)^2 / E; 0 with fewer than five authors or
// O <= E (Mastodon, app/models/trends/tags.rb). A term is shown when the exact conditional test of both counts (Przyborowski and
// Wilenski 1940) gives chance less than 5 % over all terms that were looked at (Bonferroni): what chance may do is no trend.
// Thread: inside a store job. Errors: Storage..., InvalidInput (the query does not parse), Cancelled.
#pragma once

#include <vigie/base/result.hpp>
#include <vigie/store/store.hpp>
#include <vigie/text/terms.hpp>

#include <functional>
#include <string>
#include <vector>

namespace vigie::insight {

inline constexpr int kTrendLeastAuthors = 5;

[[nodiscard]] double trendScore(int observed, double expected);
/// How probable it is to see so many or more when `before` were seen in `exposure` times as much time: one-sided.
[[nodiscard]] double trendChance(int observed, int before, double exposure);

enum class TrendSpan : std::uint8_t { Hour, Day, Week };

struct TrendRequest {
    std::string source;                 ///< of the query
    TrendSpan span = TrendSpan::Day;
    bool withoutRelays = false;
    int limit = 60;
    /// Told how far it is, 0..1; false stops it.
    std::function<bool(double)> progress;
};

enum class TrendKind : std::uint8_t { Word, Phrase, Tag, Link, Emoji };
[[nodiscard]] const char *toString(TrendKind kind) noexcept; ///< "word", "phrase", "tag", "link", "emoji"

struct Trend {
    TrendKind kind = TrendKind::Word;
    std::string form;                   ///< as it is written most; a link as text::plainAddress has it
    std::string query;                  ///< the term as source of a query: "apres-vente" in quotes, link:"..."
    int authors = 0, mentions = 0;      ///< now
    double authorsBefore = 0;           ///< per stretch of the same length, by what was read
    int mentionsBefore = 0;             ///< in all stretches before
    double expected = 1, score = 0;
};

struct TrendStretch {
    Instant from, to;
    double seen = 1;                    ///< share that was read, 0..1
    bool used = true;                   ///< at least half of it was read
};

struct Trends {
    TrendStretch now;
    std::vector<TrendStretch> before;   ///< newest first
    std::vector<Trend> terms;           ///< highest score first
    int authors = 0, mentions = 0;      ///< of the query now
    double authorsBefore = 0;           ///< per stretch
    int every = 1;                      ///< more than can be read at once: each n-th mention was, and counts are of those
    [[nodiscard]] bool comparable() const; ///< some stretch before was read
};

class TrendFinder {
public:
    explicit TrendFinder(store::Tx &tx) : tx_(tx) {}
    Result<Trends> find(const TrendRequest &request);

private:
    store::Tx &tx_;
};

} // namespace vigie::insight
