// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/insight/explain.hpp>

#include "insight/explain_group.hpp"
#include "insight/explain_interval.hpp"
#include "insight/explain_material.hpp"
#include "insight/explain_quantile.hpp"

#include <vigie/insight/reputation_reader.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

namespace vigie::insight {

namespace {

using From = ExplainedMeasure::From;

constexpr double kShareOfTopics = 0.6; ///< of the work, for progress
constexpr int kToldEach = 20'000;

struct Group {
    PartSums sums;
    PartSpread before, now;
    std::int64_t rowsBefore = 0, rowsNow = 0;
};
/// In the order of their numbers: sums of doubles depend on it, and the same rows shall give the same bytes.
using Groups = std::map<std::int64_t, Group>;

/// One explanation in the making.
class Account {
public:
    Account(store::Tx &tx, const ExplainRequest &request) : tx_(tx), request_(request) {}

    Result<void> begin()
    {
        measure_ = explainedMeasure(request_.key);
        if (measure_ == nullptr)
            return fail(Errc::InvalidInput, "\"" + request_.key + "\" is no sum and no ratio of sums over posts: its change cannot be split");
        if (!explains(request_.key, request_.by))
            return fail(Errc::InvalidInput, measure_->from == From::OwnPosts ? "our own posts are not split by topic: choose another dimension"
                                                                             : "conversations are not relayed: choose another dimension");
        against_ = request_.against.value_or(previous(request_.period));
        VIGIE_TRY(stretches_, stretchesOf(tx_, request_.period, against_));
        TopicSplit topics;
        if (request_.by == Dimension::Topic) {
            TopicRequest wanted{{}, stretches_, request_.scope.withoutRelays, {}};
            VIGIE_TRY(wanted.source, Material(tx_, *measure_, request_.scope).source());
            if (request_.progress)
                wanted.progress = [this](double share) { return request_.progress(share * kShareOfTopics); };
            VIGIE_TRY(topics, splitByTopic(tx_, wanted));
        }
        VIGIE_TRY(grouping_, Grouping::make(tx_, request_.by, std::move(topics)));
        return {};
    }

    Result<Explanation> explain()
    {
        Explanation out;
        out.period = request_.period;
        out.against = against_;
        out.by = request_.by;
        VIGIE_CHECK(measure_->from == From::Index ? index(out) : measure_->from == From::Waits ? quantiles(out) : sums(out));
        if (out.before.value && out.now.value)
            out.change = *out.now.value - *out.before.value;
        if (out.kind == Explanation::Kind::Quantile && out.change)
            out.together = std::accumulate(out.parts.begin(), out.parts.end(), *out.change, [](double left, const ExplainedPart &part) { return left - part.change; });
        VIGIE_CHECK(name(out));
        return out;
    }

    Result<std::vector<ItemId>> rows(const Explanation &explanation, const ExplainedPart &part, bool before, int limit)
    {
        std::set<std::int64_t> named;
        for (const auto &one : explanation.parts)
            if (one.what != ExplainedPart::What::Others)
                named.insert(one.id);
        const bool others = part.what == ExplainedPart::What::Others;
        std::vector<ItemId> out;
        auto read = Material(tx_, *measure_, request_.scope).read(before ? stretches_.before : stretches_.now, request_.by == Dimension::Cluster, [&](const Brought &row) {
            const auto group = grouping_.of(row.fact);
            if (others ? named.count(group) == 0 : group == part.id)
                out.push_back(row.fact.item);
            return out.size() < static_cast<std::size_t>(std::max(limit, 1));
        });
        const bool full = out.size() >= static_cast<std::size_t>(std::max(limit, 1));
        if (!read && !(full && read.error().code == Errc::Cancelled))
            return fail(std::move(read.error()));
        return out;
    }

private:
    [[nodiscard]] Figure figure(double over, double under, std::int64_t rows) const
    {
        Figure out;
        out.key = request_.key;
        if (const auto *known = metric(request_.key))
            out.version = known->version;
        out.unit = measure_->unit;
        out.n = rows;
        out.value = valueOf(over, under, rows);
        return out;
    }
    [[nodiscard]] std::optional<double> valueOf(double over, double under, std::int64_t) const
    {
        if (!measure_->ratio)
            return over * measure_->scale;
        return under == 0 ? std::nullopt : std::optional(measure_->scale * over / under);
    }

    Result<void> gather(Groups &groups, bool now)
    {
        int number = 0;
        return Material(tx_, *measure_, request_.scope).read(now ? stretches_.now : stretches_.before, request_.by == Dimension::Cluster, [&](const Brought &row) {
            auto &group = groups[grouping_.of(row.fact)];
            (now ? group.sums.overNow : group.sums.overBefore) += row.over;
            (now ? group.sums.underNow : group.sums.underBefore) += row.under;
            (now ? group.now : group.before).add(row.over, row.under);
            ++(now ? group.rowsNow : group.rowsBefore);
            return ++number % kToldEach != 0 || !request_.progress || request_.progress(now ? kShareOfTopics + 0.1 : 1 - 0.1);
        });
    }

    Result<void> sums(Explanation &out)
    {
        Groups groups;
        VIGIE_CHECK(gather(groups, true));
        VIGIE_CHECK(gather(groups, false));
        out.kind = measure_->ratio ? Explanation::Kind::Ratio : Explanation::Kind::Sum;
        std::vector<PartSums> parts;
        Group whole;
        for (auto &[number, group] : groups) {
            group.sums.group = number;
            parts.push_back(group.sums);
            add(whole, group);
        }
        out.before = figure(whole.sums.overBefore, whole.sums.underBefore, whole.rowsBefore);
        out.now = figure(whole.sums.overNow, whole.sums.underNow, whole.rowsNow);
        const auto changes = decompose(parts, measure_->ratio);
        if (!changes)
            return {};
        std::vector<std::pair<Group, PartChange>> all;
        for (std::size_t i = 0; i < parts.size(); ++i)
            all.emplace_back(groups.at(parts[i].group), (*changes)[i]);
        std::stable_sort(all.begin(), all.end(), [](const auto &a, const auto &b) { return std::abs(a.second.change) > std::abs(b.second.change); });
        for (const auto &[group, change] : all)
            out.parts.push_back(partOf(group, change, whole));
        fold(out, all, whole);
        return {};
    }
    static void add(Group &to, const Group &group)
    {
        to.sums.overBefore += group.sums.overBefore;
        to.sums.underBefore += group.sums.underBefore;
        to.sums.overNow += group.sums.overNow;
        to.sums.underNow += group.sums.underNow;
        to.before.add(group.before);
        to.now.add(group.now);
        to.rowsBefore += group.rowsBefore;
        to.rowsNow += group.rowsNow;
    }
    [[nodiscard]] ExplainedPart partOf(const Group &group, const PartChange &change, const Group &whole) const
    {
        ExplainedPart part;
        part.id = group.sums.group;
        part.before = valueOf(group.sums.overBefore, group.sums.underBefore, group.rowsBefore);
        part.now = valueOf(group.sums.overNow, group.sums.underNow, group.rowsNow);
        part.rowsBefore = group.rowsBefore;
        part.rowsNow = group.rowsNow;
        part.change = change.change * measure_->scale;
        part.mix = change.mix * measure_->scale;
        part.rate = change.rate * measure_->scale;
        part.interval = partInterval({group.sums, group.before, group.now}, {whole.sums, whole.before, whole.now}, measure_->ratio);
        if (part.interval)
            part.interval = Interval{part.interval->low * measure_->scale, part.interval->high * measure_->scale};
        return part;
    }
    [[nodiscard]] std::size_t shown(std::size_t parts) const
    {
        const auto limit = static_cast<std::size_t>(std::max(request_.limit, 1));
        return parts > limit + 1 ? limit : parts; // one part alone is never "others"
    }
    void fold(Explanation &out, const std::vector<std::pair<Group, PartChange>> &all, const Group &whole) const
    {
        const auto kept = shown(out.parts.size());
        if (kept == out.parts.size())
            return;
        Group rest;
        PartChange change;
        for (std::size_t i = kept; i < all.size(); ++i) {
            add(rest, all[i].first);
            change.change += all[i].second.change;
            change.mix += all[i].second.mix;
            change.rate += all[i].second.rate;
        }
        auto others = partOf(rest, change, whole);
        others.what = ExplainedPart::What::Others;
        others.groups = static_cast<std::int64_t>(all.size() - kept);
        out.parts.resize(kept);
        out.parts.push_back(std::move(others));
    }

    Result<void> quantiles(Explanation &out)
    {
        out.kind = Explanation::Kind::Quantile;
        QuantileSplit split(measure_->quantile);
        for (const bool now : {true, false})
            VIGIE_CHECK(Material(tx_, *measure_, request_.scope).read(now ? stretches_.now : stretches_.before, false, [&](const Brought &row) {
                split.add(grouping_.of(row.fact), {row.over, row.under > 0}, now);
                return true;
            }));
        const auto fill = [&](Figure &figure, bool now) {
            figure = this->figure(0, 0, split.answered(now));
            figure.value = split.whole(now);
        };
        fill(out.before, false);
        fill(out.now, true);
        if (!out.before.value || !out.now.value)
            return {};
        VIGIE_TRY(out.parts, split.parts(request_.limit, request_.progress));
        return {};
    }

    Result<void> index(Explanation &out)
    {
        out.kind = Explanation::Kind::Index;
        std::map<std::int64_t, std::pair<std::int64_t, std::int64_t>> rows;
        const auto read = [&](const Stretch &stretch, bool now) {
            auto scope = storeScope(request_.scope, stretch);
            scope.roots = request_.by == Dimension::Cluster;
            return ReputationReader(tx_).mentions(scope, [&, now](const store::MentionFact &fact) {
                const auto group = grouping_.of(fact);
                auto &count = rows[group];
                ++(now ? count.second : count.first);
                return group;
            });
        };
        VIGIE_TRY(const auto now, read(stretches_.now, true));
        VIGIE_TRY(const auto before, read(stretches_.before, false));
        out.now = reputationFigure(reputationIndex(now));
        out.before = reputationFigure(reputationIndex(before));
        if (!out.now.value || !out.before.value)
            return {};
        const auto all = explainReputation(before, now);
        const auto kept = shown(all.size());
        ExplainedPart others;
        others.what = ExplainedPart::What::Others;
        others.groups = static_cast<std::int64_t>(all.size() - kept);
        others.before = others.now = 0.0;
        for (std::size_t i = 0; i < all.size(); ++i) {
            ExplainedPart part;
            part.id = all[i].group;
            part.before = all[i].before;
            part.now = all[i].now;
            std::tie(part.rowsBefore, part.rowsNow) = rows[all[i].group];
            part.change = all[i].change();
            if (i < kept) {
                out.parts.push_back(std::move(part));
                continue;
            }
            *others.before += *part.before;
            *others.now += *part.now;
            others.rowsBefore += part.rowsBefore;
            others.rowsNow += part.rowsNow;
            others.change += part.change;
        }
        if (others.groups > 0)
            out.parts.push_back(std::move(others));
        return {};
    }

    Result<void> name(Explanation &out)
    {
        for (auto &part : out.parts) {
            part.scope = request_.scope;
            if (part.what == ExplainedPart::What::Others)
                continue;
            if (grouping_.isNothing(part.id)) {
                part.what = ExplainedPart::What::Nothing;
                continue;
            }
            VIGIE_TRY(part.name, grouping_.name(tx_, part.id));
            part.scope = grouping_.narrowed(request_.scope, part.id, part.name);
        }
        return {};
    }

    store::Tx &tx_;
    const ExplainRequest &request_;
    const ExplainedMeasure *measure_ = nullptr;
    Period against_;
    Stretches stretches_;
    Grouping grouping_;
};

} // namespace

Result<Explanation> Explainer::explain(const ExplainRequest &request)
{
    Account account(tx_, request);
    VIGIE_CHECK(account.begin());
    return account.explain();
}

Result<std::vector<ItemId>> Explainer::rows(const ExplainRequest &request, const Explanation &explanation, const ExplainedPart &part, bool before, int limit)
{
    Account account(tx_, request);
    VIGIE_CHECK(account.begin());
    return account.rows(explanation, part, before, limit);
}

} // namespace vigie::insight
