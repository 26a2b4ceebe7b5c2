// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/explain_topics.hpp"

#include "insight/trend_terms.hpp"

#include <vigie/store/queries.hpp>

#include <algorithm>
#include <cmath>

namespace vigie::insight {

namespace {

constexpr int kMostRead = 20'000, kCountCap = 10'000'000, kPage = 5'000;
constexpr std::size_t kMostTopics = 24, kLeastMentions = 5;
constexpr double kBeyondChance = 3.84, kPhraseBonus = 0.1, kShareOfWords = 0.7;

double g2(double now, double allNow, double before, double allBefore)
{
    const double share = (now + before) / (allNow + allBefore);
    const auto part = [](double seen, double expected) { return seen > 0 ? seen * std::log(seen / expected) : 0.0; };
    return 2 * (part(now, allNow * share) + part(before, allBefore * share));
}

/// The posts of a stretch that no topic has yet.
class Left {
public:
    explicit Left(const TermCounter &counter) : counter_(counter), taken_(static_cast<std::size_t>(counter.allMentions()), false) {}
    [[nodiscard]] std::size_t of(std::size_t term) const
    {
        const auto &posts = counter_.posts(term);
        return static_cast<std::size_t>(std::count_if(posts.begin(), posts.end(), [&](std::uint32_t post) { return !taken_[post]; }));
    }
    [[nodiscard]] std::size_t all() const { return taken_.size(); }
    void take(std::size_t term)
    {
        for (const auto post : counter_.posts(term))
            taken_[post] = true;
    }

private:
    const TermCounter &counter_;
    std::vector<bool> taken_;
};

/// What makes a term the next topic: beyond chance before within it, then by how much.
struct Claim {
    bool beyondChance = false;
    double strength = 0;
    friend auto operator<=>(const Claim &, const Claim &) = default;
};

std::vector<std::size_t> choose(const std::vector<Candidate> &candidates, const TermCounter &now, const TermCounter &before)
{
    Left leftNow(now), leftBefore(before);
    std::vector<std::size_t> chosen, open(candidates.size());
    for (std::size_t i = 0; i < open.size(); ++i)
        open[i] = i;
    while (chosen.size() < kMostTopics) {
        Claim best;
        std::optional<std::size_t> next;
        std::erase_if(open, [&](std::size_t term) { return leftNow.of(term) + leftBefore.of(term) < kLeastMentions; });
        for (const auto term : open) {
            const auto a = leftNow.of(term), b = leftBefore.of(term);
            const double bonus = 1 + kPhraseBonus * (candidates[term].words - 1);
            const bool compares = leftNow.all() > 0 && leftBefore.all() > 0;
            const double change = compares ? g2(static_cast<double>(a), static_cast<double>(leftNow.all()), static_cast<double>(b), static_cast<double>(leftBefore.all())) : 0;
            const Claim claim{change >= kBeyondChance, bonus * (change >= kBeyondChance ? change : static_cast<double>(a + b))};
            if (!next || claim > best || (claim == best && candidates[term].key < candidates[*next].key)) {
                best = claim;
                next = term;
            }
        }
        if (!next)
            break;
        leftNow.take(*next);
        leftBefore.take(*next);
        chosen.push_back(*next);
        std::erase(open, *next);
    }
    return chosen;
}

class TopicSearch {
public:
    TopicSearch(store::Tx &tx, const TopicRequest &request) : tx_(tx), request_(request) {}

    Result<TopicSplit> run()
    {
        VIGIE_TRY(context_, store::Queries(tx_).context());
        VIGIE_TRY(const auto query, parsed(request_.source));
        store::Spoken spoken(tx_);
        int mentions = 0;
        for (const auto *stretch : {&request_.stretches.now, &request_.stretches.before}) {
            VIGIE_TRY(const int found, spoken.count(query, {stretch->from, stretch->to, false, 1}, kCountCap));
            mentions += found;
        }
        out_.every = std::max(1, (mentions + kMostRead - 1) / kMostRead);
        TermGatherer gatherer(wordsAskedFor(query.root));
        VIGIE_CHECK(read(query, request_.stretches.now, 0, [&](store::SpokenPost &post) { gatherer.add(post); }));
        VIGIE_CHECK(read(query, request_.stretches.before, 1, [&](store::SpokenPost &post) { gatherer.add(post); }));
        const auto candidates = gatherer.candidates();
        TermCounter now(candidates), before(candidates);
        VIGIE_CHECK(read(query, request_.stretches.now, 2, [&](store::SpokenPost &post) { now.add(post); }));
        VIGIE_CHECK(read(query, request_.stretches.before, 3, [&](store::SpokenPost &post) { before.add(post); }));
        for (const auto term : choose(candidates, now, before))
            out_.topics.push_back({candidates[term].form, queryOf(candidates[term])});
        VIGIE_CHECK(part());
        return std::move(out_);
    }

private:
    Result<text::Query> parsed(const std::string &source)
    {
        auto query = text::parseAndBind(source, context_);
        if (!query)
            return fail(text::toError(query.error()));
        return std::move(*query);
    }
    Result<void> told(double share)
    {
        return !request_.progress || request_.progress(share) ? Result<void>() : fail(Errc::Cancelled);
    }

    template <class Take>
    Result<void> read(const text::Query &query, const Stretch &stretch, int step, const Take &take)
    {
        VIGIE_CHECK(told(kShareOfWords * step / 4));
        int number = 0;
        return store::Spoken(tx_).read(query, {stretch.from, stretch.to, request_.withoutRelays, out_.every}, [&](store::SpokenPost &post) {
            take(post);
            return ++number % 1000 != 0 || told(kShareOfWords * step / 4).has_value();
        });
    }

    /// By searching for each term, so that a part holds what the term finds and all mentions are parted however many were read.
    Result<void> part()
    {
        for (std::size_t place = 0; place < out_.topics.size(); ++place) {
            VIGIE_CHECK(told(kShareOfWords + (1 - kShareOfWords) * static_cast<double>(place) / static_cast<double>(out_.topics.size())));
            const auto &term = out_.topics[place].query;
            VIGIE_TRY(const auto query, parsed(request_.source.empty() ? term : "(" + request_.source + "\n) " + term));
            for (const auto *stretch : {&request_.stretches.now, &request_.stretches.before})
                VIGIE_CHECK(take(query, *stretch, static_cast<int>(place) + 1));
        }
        return {};
    }
    Result<void> take(const text::Query &query, const Stretch &stretch, int place)
    {
        store::SearchPage page;
        page.from = stretch.from;
        page.to = stretch.to;
        page.limit = kPage;
        for (;;) {
            VIGIE_TRY(const auto found, store::Items(tx_).search(query, page));
            for (const auto item : found)
                out_.of.try_emplace(item.value, place);
            if (static_cast<int>(found.size()) < page.limit)
                return {};
            page.before = found.back();
        }
    }

    store::Tx &tx_;
    const TopicRequest &request_;
    text::QueryContext context_;
    TopicSplit out_;
};

} // namespace

Result<TopicSplit> splitByTopic(store::Tx &tx, const TopicRequest &request)
{
    return TopicSearch(tx, request).run();
}

} // namespace vigie::insight
