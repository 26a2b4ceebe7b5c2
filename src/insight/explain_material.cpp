// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/explain_material.hpp"

#include "insight/waits.hpp"

#include <vigie/store/figures.hpp>
#include <vigie/store/queries.hpp>

#include <algorithm>
#include <array>
#include <unordered_map>

namespace vigie::insight {

namespace {

using Fact = store::MentionFact;
using From = ExplainedMeasure::From;

double one(const Fact &)
{
    return 1;
}
double positive(const Fact &fact)
{
    return fact.label > 0 ? 1 : 0;
}
double negative(const Fact &fact)
{
    return fact.label < 0 ? 1 : 0;
}
double polar(const Fact &fact)
{
    return fact.label != 0 ? 1 : 0;
}
double balance(const Fact &fact)
{
    return fact.label;
}
double relay(const Fact &fact)
{
    return fact.relay ? 1 : 0;
}
double original(const Fact &fact)
{
    return fact.relay ? 0 : 1;
}
double followers(const Fact &fact)
{
    return std::max(0.0, fact.followers);
}

/// As the catalogue has them (metrics/engagement.cpp); none when the network gave none of them.
std::optional<double> reactionsTo(const store::OwnPost &post)
{
    constexpr std::array<std::string_view, 6> kReactions{"likes", "reposts", "replies", "quotes", "saves", "clicks"};
    std::optional<double> sum;
    for (const auto &metric : post.metrics) {
        const bool counted = metric.status == ValueStatus::Ok || metric.status == ValueStatus::Estimated;
        if (counted && std::find(kReactions.begin(), kReactions.end(), metric.key) != kReactions.end())
            sum = sum.value_or(0) + metric.value;
    }
    return sum;
}

} // namespace

const std::vector<ExplainedMeasure> &explainedMeasures()
{
    constexpr double kPercent = 100;
    static const std::vector<ExplainedMeasure> all = {
        {"mentions", Unit::Count, From::Mentions, false, one, nullptr, 1},
        {"originals", Unit::Count, From::Mentions, false, original, nullptr, 1},
        {"relays", Unit::Count, From::Mentions, false, relay, nullptr, 1},
        {"positive", Unit::Count, From::Mentions, false, positive, nullptr, 1},
        {"negative", Unit::Count, From::Mentions, false, negative, nullptr, 1},
        {"reach", Unit::People, From::Mentions, false, followers, nullptr, 1},
        {"net_sentiment", Unit::Points, From::Mentions, true, balance, one, kPercent},
        {"net_sentiment_polar", Unit::Points, From::Mentions, true, balance, polar, kPercent},
        {"positive_share", Unit::Percent, From::Mentions, true, positive, one, kPercent},
        {"negative_share", Unit::Percent, From::Mentions, true, negative, one, kPercent},
        {"positive_share_polar", Unit::Percent, From::Mentions, true, positive, polar, kPercent},
        {"brand_health", Unit::Ratio, From::Mentions, true, positive, polar, 1},
        {"polarity_share", Unit::Percent, From::Mentions, true, polar, one, kPercent},
        {"originals_share", Unit::Percent, From::Mentions, true, original, one, kPercent},
        {"share_of_voice", Unit::Percent, From::Panel, true, nullptr, nullptr, kPercent},
        {"engagements", Unit::Count, From::OwnPosts, false, nullptr, nullptr, 1},
        {"engagement_rate", Unit::Percent, From::OwnPosts, true, nullptr, nullptr, kPercent},
        {"response_rate", Unit::Percent, From::Conversations, true, nullptr, nullptr, kPercent},
        {"response_median", Unit::Seconds, From::Waits, false, nullptr, nullptr, 1, 0.5},
        {"response_p90", Unit::Seconds, From::Waits, false, nullptr, nullptr, 1, 0.9},
        {"reputation", Unit::Points, From::Index, false, nullptr, nullptr, 1},
    };
    return all;
}

const ExplainedMeasure *explainedMeasure(std::string_view key)
{
    const auto &all = explainedMeasures();
    const auto found = std::find_if(all.begin(), all.end(), [key](const ExplainedMeasure &measure) { return measure.key == key; });
    return found == all.end() ? nullptr : &*found;
}

Result<std::vector<SavedQuery>> Material::panel()
{
    VIGIE_TRY(auto all, store::Queries(tx_).all());
    std::erase_if(all, [this](const SavedQuery &query) {
        return query.id != scope_.query && query.role != QueryRole::Brand && query.role != QueryRole::Competitor;
    });
    return all;
}

Result<std::string> Material::source()
{
    std::string queries;
    if (measure_.from == From::Conversations || measure_.from == From::Waits)
        return queries; // those of the networks asked for, whatever they say
    if (measure_.from == From::Panel) {
        VIGIE_TRY(const auto all, panel());
        for (const auto &query : all)
            queries += (queries.empty() ? "(" : " OR (") + query.source + "\n)"; // a comment ends with its line
    } else if (scope_.query) {
        VIGIE_TRY(const auto query, store::Queries(tx_).get(scope_.query));
        queries = query.source;
    }
    if (scope_.words.empty() || queries.empty())
        return queries.empty() ? scope_.words : queries;
    return "(" + queries + "\n) (" + scope_.words + "\n)";
}

Result<void> Material::read(const Stretch &stretch, bool roots, const std::function<bool(const Brought &)> &each)
{
    switch (measure_.from) {
    case From::Panel: return readPanel(stretch, roots, each);
    case From::OwnPosts: return readOwnPosts(stretch, each);
    case From::Conversations:
    case From::Waits: return readConversations(stretch, each);
    case From::Mentions:
    case From::Index: break;
    }
    return readMentions(stretch, roots, each);
}

Result<void> Material::readMentions(const Stretch &stretch, bool roots, const std::function<bool(const Brought &)> &each)
{
    auto scope = storeScope(scope_, stretch);
    scope.roots = roots;
    scope.followers = measure_.over == followers;
    return store::MentionFacts(tx_).read(scope, [&](const Fact &fact) {
        const double over = measure_.over ? measure_.over(fact) : 1, under = measure_.under ? measure_.under(fact) : 1;
        return (over == 0 && under == 0) || each({fact, over, measure_.ratio ? under : 1});
    });
}

Result<void> Material::readPanel(const Stretch &stretch, bool roots, const std::function<bool(const Brought &)> &each)
{
    VIGIE_TRY(const auto all, panel());
    if (!scope_.query || all.size() < 2)
        return fail(Errc::InvalidInput, "share of voice is that of one saved query among others: choose it, and give another one the role of a brand or competitor");
    for (const auto &query : all) {
        auto scope = storeScope(scope_, stretch);
        scope.query = query.id;
        scope.roots = roots;
        VIGIE_CHECK(store::MentionFacts(tx_).read(scope, [&](const Fact &fact) { return each({fact, query.id == scope_.query ? 1.0 : 0.0, 1}); }));
    }
    return {};
}

/// A post without counts, or of a day of which no followers are known, is in neither part: nothing is not zero.
Result<void> Material::readOwnPosts(const Stretch &stretch, const std::function<bool(const Brought &)> &each)
{
    VIGIE_TRY(const auto posts, store::Figures(tx_).ownPosts(stretch.from, stretch.to, scope_.networks));
    std::vector<ItemId> ids;
    for (const auto &post : posts)
        ids.push_back(post.item);
    VIGIE_TRY(const auto facts, store::MentionFacts(tx_).of(ids));
    std::unordered_map<ItemId, const Fact *> byItem;
    for (const auto &fact : facts)
        byItem.emplace(fact.item, &fact);
    for (auto post = posts.rbegin(); post != posts.rend(); ++post) {
        const auto fact = byItem.find(post->item);
        const auto reactions = reactionsTo(*post);
        const bool counts = reactions && (!measure_.ratio || (post->followers && *post->followers > 0));
        if (fact == byItem.end() || !counts)
            continue;
        if (!each({*fact->second, *reactions, measure_.ratio ? *post->followers : 1}))
            return fail(Errc::Cancelled);
    }
    return {};
}

/// Each conversation is the message that began it.
Result<void> Material::readConversations(const Stretch &stretch, const std::function<bool(const Brought &)> &each)
{
    VIGIE_TRY(const auto samples, store::Figures(tx_).responses(stretch.from, stretch.to, scope_.networks));
    std::vector<ItemId> roots;
    for (const auto &sample : samples)
        roots.push_back(sample.root);
    VIGIE_TRY(const auto facts, store::MentionFacts(tx_).of(roots));
    std::unordered_map<ItemId, const Fact *> byItem;
    for (const auto &fact : facts)
        byItem.emplace(fact.item, &fact);
    for (auto sample = samples.rbegin(); sample != samples.rend(); ++sample) {
        Brought row;
        if (const auto fact = byItem.find(sample->root); fact != byItem.end())
            row.fact = *fact->second;
        row.fact.item = sample->root; // of what is gone since, or is ours, nothing else is known
        if (measure_.from == From::Waits) {
            row.over = std::max(0.0, std::chrono::duration<double>(sample->answered.value_or(tx_.now()) - sample->asked).count());
            row.under = sample->answered ? 1 : 0;
        } else if (tx_.now() - sample->asked < kAnswerInTime) {
            continue;
        } else {
            row.over = sample->answered && *sample->answered - sample->asked <= kAnswerInTime ? 1 : 0;
            row.under = 1;
        }
        if (!each(row))
            return fail(Errc::Cancelled);
    }
    return {};
}

} // namespace vigie::insight
