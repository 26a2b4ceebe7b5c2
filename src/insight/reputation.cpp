// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/insight/reputation.hpp>

#include <vigie/base/random.hpp>

#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>
#include <map>

namespace vigie::insight {

namespace {

constexpr std::uint64_t kDense = std::uint64_t{1} << 24; // numbers of authors that an array may span
constexpr std::size_t kMostUnits = 2000; // of the bootstrap: more authors are drawn in so many groups: their sums vary alike

struct Sums {
    double weighted = 0, weight = 0;
    Sums &operator+=(const Sums &other)
    {
        weighted += other.weighted;
        weight += other.weight;
        return *this;
    }
};

double index(const Sums &sums, double shrinkage)
{
    return 100 * sums.weighted / (sums.weight + shrinkage);
}

/// The most an author may weigh, so that it is `share` of the sum of what everybody weighs then: the largest are cut one
/// after the other until the rest stays below by itself.
double mostOf(std::vector<double> byAuthor, double share)
{
    std::sort(byAuthor.begin(), byAuthor.end(), std::greater<>());
    double rest = 0;
    for (const double weight : byAuthor)
        rest += weight;
    for (std::size_t cut = 0; cut < byAuthor.size(); ++cut) {
        const double most = share * rest / (1 - share * static_cast<double>(cut)); // `cut` authors at `most`, the others as they are
        if (byAuthor[cut] <= most)
            return most;
        rest -= byAuthor[cut];
    }
    return byAuthor.empty() ? 0 : byAuthor.back();
}

Bounds bounds(const std::vector<Sums> &units, const ReputationOptions &options)
{
    Sequence random(options.seed);
    std::vector<double> values;
    values.reserve(static_cast<std::size_t>(options.draws));
    for (int draw = 0; draw < options.draws; ++draw) {
        Sums sums;
        for (std::size_t i = 0; i < units.size(); ++i)
            sums += units[random.below(units.size())];
        values.push_back(index(sums, options.shrinkage));
    }
    std::sort(values.begin(), values.end());
    const auto at = [&](double q) {
        const double place = q * static_cast<double>(values.size() - 1);
        const auto below = static_cast<std::size_t>(place);
        const auto above = std::min(below + 1, values.size() - 1);
        return values[below] + (place - static_cast<double>(below)) * (values[above] - values[below]);
    };
    return {at(0.025), at(0.975)};
}

/// The authors of mentions by place instead of number: what is added up by author is then a plain array.
struct Authors {
    std::vector<std::uint32_t> of;   ///< of each mention
    std::size_t people = 0;
};

/// In the order of their numbers: sums of doubles depend on it, and the same mentions shall give the same bytes.
Authors authorsOf(std::span<const ReputationMention> mentions)
{
    Authors out;
    if (mentions.empty())
        return out;
    const auto [least, most] = std::minmax_element(mentions.begin(), mentions.end(), [](const auto &a, const auto &b) { return a.author < b.author; });
    const auto first = least->author;
    const auto range = static_cast<std::uint64_t>(most->author) - static_cast<std::uint64_t>(first) + 1;
    out.of.reserve(mentions.size());
    if (range <= kDense) { // members are numbered one after another
        std::vector<std::uint32_t> places(range, 0);
        for (const auto &mention : mentions)
            places[static_cast<std::size_t>(mention.author - first)] = 1;
        for (auto &place : places)
            place = place != 0 ? static_cast<std::uint32_t>(out.people++) : 0;
        for (const auto &mention : mentions)
            out.of.push_back(places[static_cast<std::size_t>(mention.author - first)]);
        return out;
    }
    std::vector<std::int64_t> numbers;
    numbers.reserve(mentions.size());
    for (const auto &mention : mentions)
        numbers.push_back(mention.author);
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    out.people = numbers.size();
    for (const auto &mention : mentions)
        out.of.push_back(static_cast<std::uint32_t>(std::lower_bound(numbers.begin(), numbers.end(), mention.author) - numbers.begin()));
    return out;
}

std::vector<double> weightsOf(std::span<const ReputationMention> mentions, const Authors &authors, const ReputationOptions &options)
{
    std::vector<double> weights, byAuthor(authors.people, 0.0);
    weights.reserve(mentions.size());
    for (std::size_t i = 0; i < mentions.size(); ++i) {
        const auto &mention = mentions[i];
        const double weight = std::log2(2 + std::max(0.0, mention.reach)) * mention.sourceWeight * std::exp2(-mention.ageDays / options.halfLifeDays)
                              * (mention.relay ? options.relayWeight : 1);
        weights.push_back(weight);
        byAuthor[authors.of[i]] += weight;
    }
    std::vector<double> all;
    std::copy_if(byAuthor.begin(), byAuthor.end(), std::back_inserter(all), [](double weight) { return weight > 0; }); // whose source weighs nothing does not share the whole
    if (static_cast<double>(all.size()) * options.authorShare <= 1)
        return weights;
    const double most = mostOf(std::move(all), options.authorShare);
    for (std::size_t i = 0; i < mentions.size(); ++i)
        if (const double has = byAuthor[authors.of[i]]; has > most)
            weights[i] *= most / has;
    return weights;
}

std::map<std::int64_t, double> partsOf(std::span<const ReputationMention> mentions, const ReputationOptions &options)
{
    const auto weights = reputationWeights(mentions, options);
    double all = options.shrinkage;
    for (const double weight : weights)
        all += weight;
    std::map<std::int64_t, double> parts;
    for (std::size_t i = 0; i < mentions.size(); ++i)
        parts[mentions[i].group] += 100 * weights[i] * mentions[i].tone / all;
    return parts;
}

} // namespace

std::vector<double> reputationWeights(std::span<const ReputationMention> mentions, const ReputationOptions &options)
{
    return weightsOf(mentions, authorsOf(mentions), options);
}

std::optional<ReputationIndex> reputationIndex(std::span<const ReputationMention> mentions, const ReputationOptions &options)
{
    const auto authors = authorsOf(mentions);
    const auto weights = weightsOf(mentions, authors, options);
    std::vector<Sums> byAuthor(authors.people);
    for (std::size_t i = 0; i < mentions.size(); ++i)
        byAuthor[authors.of[i]] += Sums{weights[i] * mentions[i].tone, weights[i]};
    std::erase_if(byAuthor, [](const Sums &author) { return author.weight <= 0; });
    if (byAuthor.empty())
        return std::nullopt;
    std::vector<Sums> units(std::min(byAuthor.size(), kMostUnits));
    Sums all;
    std::size_t next = 0;
    for (const auto &sums : byAuthor) {
        units[next++ % units.size()] += sums;
        all += sums;
    }
    ReputationIndex result;
    result.value = index(all, options.shrinkage);
    result.weight = all.weight;
    result.mentions = static_cast<std::int64_t>(mentions.size());
    result.authors = static_cast<std::int64_t>(byAuthor.size());
    if (units.size() > 1)
        result.interval = bounds(units, options);
    return result;
}

std::vector<ReputationPart> explainReputation(std::span<const ReputationMention> before, std::span<const ReputationMention> now, const ReputationOptions &options)
{
    std::map<std::int64_t, ReputationPart> parts;
    for (const auto &[group, points] : partsOf(before, options))
        parts[group].before = points;
    for (const auto &[group, points] : partsOf(now, options))
        parts[group].now = points;
    std::vector<ReputationPart> all;
    for (auto &[group, part] : parts) {
        part.group = group;
        all.push_back(std::move(part));
    }
    std::stable_sort(all.begin(), all.end(), [](const ReputationPart &a, const ReputationPart &b) { return std::abs(a.change()) > std::abs(b.change()); });
    return all;
}

} // namespace vigie::insight
