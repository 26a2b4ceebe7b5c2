// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/insight/trends.hpp>

#include "insight/trend_terms.hpp"

#include <vigie/store/queries.hpp>
#include <vigie/store/sync.hpp>
#include <vigie/text/fold.hpp>

#include <algorithm>
#include <cmath>

namespace vigie::insight {

namespace {

constexpr int kMostNow = 20'000, kMostBefore = 120'000; ///< mentions that are read; about ten seconds
constexpr double kLeastSeen = 0.5, kAbsorbs = 0.7, kChance = 0.05;
constexpr double kShareOfNow = 0.3;                     ///< of the work, for progress

struct Plan {
    std::chrono::hours length{24};
    int stretches = 7, daysApart = 1;
};
Plan planOf(TrendSpan span)
{
    switch (span) {
    case TrendSpan::Hour: return {std::chrono::hours(1), 7, 1};
    case TrendSpan::Day: break;
    case TrendSpan::Week: return {std::chrono::hours(7 * 24), 4, 7};
    }
    return {};
}

/// The same hours by the clock on the wall, `days` earlier.
Result<Instant> earlier(Instant at, int days, const std::string &zone)
{
    VIGIE_TRY(const auto wall, toWall(at, zone));
    VIGIE_TRY(const auto moved, toInstant(plusDays(wall, -days), zone));
    return moved.at;
}

/// One term of two that say the same: they share a word, and most posts of the one are among those of the other.
bool isAbsorbed(const Candidate &term, const std::vector<std::uint32_t> &posts, const Candidate &by, const std::vector<std::uint32_t> &byPosts)
{
    const auto wordsOf = [](const std::string &key) {
        std::unordered_set<std::string> out;
        for (std::size_t at = 0; at < key.size();) {
            const auto end = std::min(key.find(' ', at), key.size());
            out.insert(key.substr(at, end - at));
            at = end + 1;
        }
        return out;
    };
    if (term.kind == TrendKind::Link || by.kind == TrendKind::Link)
        return false;
    const auto mine = wordsOf(term.key), theirs = wordsOf(by.key);
    if (std::none_of(mine.begin(), mine.end(), [&](const std::string &word) { return theirs.count(word) != 0 && !text::isStopWord(word, "und"); }))
        return false;
    std::vector<std::uint32_t> common;
    std::set_intersection(posts.begin(), posts.end(), byPosts.begin(), byPosts.end(), std::back_inserter(common));
    return static_cast<double>(common.size()) >= kAbsorbs * static_cast<double>(posts.size());
}

class Search {
public:
    Search(store::Tx &tx, const TrendRequest &request) : tx_(tx), request_(request), plan_(planOf(request.span)) {}

    Result<Trends> run()
    {
        VIGIE_TRY(const auto context, store::Queries(tx_).context());
        auto query = text::parseAndBind(request_.source, context);
        if (!query)
            return fail(text::toError(query.error()));
        query_ = std::move(*query);
        VIGIE_CHECK(place(context.zone));
        VIGIE_CHECK(measure());
        VIGIE_TRY(const auto candidates, gather());
        TermCounter now(candidates);
        VIGIE_CHECK(read(out_.now, 0.5 * kShareOfNow, kShareOfNow, [&](store::SpokenPost &post) { now.add(post); }));
        out_.authors = now.allAuthors();
        out_.mentions = now.allMentions();
        std::vector<TermCounter> before;
        for (std::size_t i = 0; i < out_.before.size(); ++i) {
            before.emplace_back(candidates);
            if (!out_.before[i].used)
                continue;
            const double step = (1 - kShareOfNow) / static_cast<double>(out_.before.size()), from = kShareOfNow + step * static_cast<double>(i);
            VIGIE_CHECK(read(out_.before[i], from, from + step, [&](store::SpokenPost &post) { before[i].add(post); }));
        }
        judge(candidates, now, before);
        return std::move(out_);
    }

private:
    /// Now, and the stretches it is held against, with what was read of them.
    Result<void> place(const std::string &zone)
    {
        const auto to = tx_.now(), from = to - plan_.length;
        out_.now = {from, to, 1, true};
        for (int i = 1; i <= plan_.stretches; ++i) {
            VIGIE_TRY(const auto begin, earlier(from, i * plan_.daysApart, zone));
            VIGIE_TRY(const auto end, earlier(to, i * plan_.daysApart, zone));
            out_.before.push_back({begin, end, 1, true});
        }
        VIGIE_TRY(const auto whole, store::Sync(tx_).coverage({}, out_.before.back().from, to));
        if (whole.windows.empty())
            return placeFiles();
        VIGIE_CHECK(look(out_.now));
        for (auto &stretch : out_.before) {
            VIGIE_CHECK(look(stretch));
            stretch.used = stretch.seen >= kLeastSeen;
        }
        return {};
    }
    /// Files leave no trace of when nothing was said: a time of which nothing at all is here was not read.
    Result<void> placeFiles()
    {
        for (auto &stretch : out_.before) {
            VIGIE_TRY(const int any, store::Items(tx_).count(text::Query{}, 1, stretch.from, stretch.to));
            stretch.used = any > 0;
            stretch.seen = stretch.used ? 1 : 0;
        }
        return {};
    }
    Result<void> look(TrendStretch &stretch)
    {
        VIGIE_TRY(const auto coverage, store::Sync(tx_).coverage({}, stretch.from, stretch.to));
        stretch.seen = coverage.seenShare;
        return {};
    }

    Result<void> measure()
    {
        store::Spoken spoken(tx_);
        VIGIE_TRY(const int now, spoken.count(query_, {out_.now.from, out_.now.to, false, 1}, kMostNow * 100));
        int before = 0;
        for (const auto &stretch : out_.before)
            if (stretch.used) {
                VIGIE_TRY(const int there, spoken.count(query_, {stretch.from, stretch.to, false, 1}, kMostBefore * 100));
                before += there;
            }
        out_.every = std::max({1, (now + kMostNow - 1) / kMostNow, (before + kMostBefore - 1) / kMostBefore});
        return {};
    }

    template <class Take>
    Result<void> read(const TrendStretch &stretch, double from, double to, const Take &take)
    {
        const auto length = static_cast<double>((stretch.to - stretch.from).count());
        int number = 0;
        return store::Spoken(tx_).read(query_, {stretch.from, stretch.to, request_.withoutRelays, out_.every}, [&](store::SpokenPost &post) {
            take(post);
            if (!request_.progress || ++number % 500 != 0)
                return true;
            const auto gone = static_cast<double>((stretch.to - instantOf(post.item)).count()) / length;
            return request_.progress(from + (to - from) * std::clamp(gone, 0.0, 1.0));
        });
    }
    static Instant instantOf(ItemId item)
    {
        return Instant{std::chrono::seconds((item.value >> store::kItemIdBits) + store::kItemIdEpoch)};
    }

    Result<std::vector<Candidate>> gather()
    {
        TermGatherer gatherer(wordsAskedFor(query_.root));
        VIGIE_CHECK(read(out_.now, 0, 0.5 * kShareOfNow, [&](store::SpokenPost &post) { gatherer.add(post); }));
        return gatherer.candidates();
    }

    void judge(const std::vector<Candidate> &candidates, const TermCounter &now, const std::vector<TermCounter> &before)
    {
        double seen = 0;
        int authorsBefore = 0;
        for (std::size_t i = 0; i < before.size(); ++i)
            if (out_.before[i].used) {
                seen += out_.before[i].seen;
                authorsBefore += before[i].allAuthors();
            }
        if (seen <= 0)
            return;
        out_.authorsBefore = authorsBefore / seen;
        const double growth = out_.authorsBefore > 0 ? std::max(1.0, out_.authors / out_.authorsBefore) : 1;
        std::vector<std::pair<Trend, std::size_t>> found;
        for (std::size_t term = 0; term < candidates.size(); ++term) {
            Trend trend{candidates[term].kind, candidates[term].form, queryOf(candidates[term]), now.authors(term), now.mentions(term), 0, 0, 1, 0};
            int authors = 0;
            for (std::size_t i = 0; i < before.size(); ++i) {
                authors += before[i].authors(term);
                trend.mentionsBefore += before[i].mentions(term);
            }
            trend.authorsBefore = authors / seen;
            trend.expected = std::max(1.0, trend.authorsBefore * growth);
            trend.score = trendScore(trend.authors, trend.expected);
            if (trend.score > 0 && trendChance(trend.authors, authors, seen / growth) * static_cast<double>(candidates.size()) < kChance)
                found.emplace_back(std::move(trend), term);
        }
        choose(std::move(found), candidates, now);
    }

    /// Longer phrases first: they take in the words that come in them, and other pieces of the same sentence.
    void choose(std::vector<std::pair<Trend, std::size_t>> found, const std::vector<Candidate> &candidates, const TermCounter &now)
    {
        std::sort(found.begin(), found.end(), [&](const auto &a, const auto &b) {
            const int wordsA = candidates[a.second].words, wordsB = candidates[b.second].words;
            if (wordsA != wordsB)
                return wordsA > wordsB;
            if (a.first.score != b.first.score)
                return a.first.score > b.first.score;
            return candidates[a.second].key.size() != candidates[b.second].key.size() ? candidates[a.second].key.size() > candidates[b.second].key.size()
                                                                                     : candidates[a.second].key < candidates[b.second].key;
        });
        std::vector<std::size_t> kept;
        for (auto &[trend, term] : found) {
            const auto absorbs = [&, mine = term](std::size_t other) { return isAbsorbed(candidates[mine], now.posts(mine), candidates[other], now.posts(other)); };
            if (std::any_of(kept.begin(), kept.end(), absorbs))
                continue;
            kept.push_back(term);
            out_.terms.push_back(std::move(trend));
        }
        std::sort(out_.terms.begin(), out_.terms.end(), [](const Trend &a, const Trend &b) { return a.score != b.score ? a.score > b.score : a.form < b.form; });
        if (out_.terms.size() > static_cast<std::size_t>(std::max(request_.limit, 0)))
            out_.terms.resize(static_cast<std::size_t>(std::max(request_.limit, 0)));
    }

    store::Tx &tx_;
    const TrendRequest &request_;
    Plan plan_;
    text::Query query_;
    Trends out_;
};

} // namespace

const char *toString(TrendKind kind) noexcept
{
    switch (kind) {
    case TrendKind::Word: return "word";
    case TrendKind::Phrase: return "phrase";
    case TrendKind::Tag: return "tag";
    case TrendKind::Link: return "link";
    case TrendKind::Emoji: return "emoji";
    }
    return "word";
}

double trendScore(int observed, double expected)
{
    if (observed < kTrendLeastAuthors || observed <= expected || expected <= 0)
        return 0;
    const double more = observed - expected;
    return more * more / expected;
}

double trendChance(int observed, int before, double exposure)
{
    // Of all who were counted, the share that falls to now is binomial when nothing has changed.
    const double all = observed + before, share = 1 / (1 + exposure), odds = share / (1 - share);
    double term = std::exp(std::lgamma(all + 1) - std::lgamma(observed + 1.0) - std::lgamma(before + 1.0) + observed * std::log(share) + before * std::log1p(-share));
    double sum = 0;
    for (double k = observed; k <= all; ++k) {
        sum += term;
        const double next = term * (all - k) / (k + 1) * odds;
        if (next < term && next < sum * 1e-12)
            break;
        term = next;
    }
    return std::min(1.0, sum);
}

bool Trends::comparable() const
{
    return std::any_of(before.begin(), before.end(), [](const TrendStretch &stretch) { return stretch.used; });
}

Result<Trends> TrendFinder::find(const TrendRequest &request)
{
    return Search(tx_, request).run();
}

} // namespace vigie::insight
