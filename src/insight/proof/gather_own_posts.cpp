// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/proof/gather_own_posts.hpp"

#include <vigie/store/counter_history.hpp>
#include <vigie/store/figures.hpp>
#include <vigie/store/mention_facts.hpp>

#include <algorithm>
#include <map>
#include <span>

namespace vigie::insight {

namespace {

constexpr auto kLongLived = std::chrono::hours{24 * 90};

Result<void> slice(store::Tx &tx, std::span<const store::OwnPost> posts, bool counts, PostNames &names, ProofTable &to)
{
    std::vector<ItemId> ids;
    for (const auto &post : posts)
        ids.push_back(post.item);
    VIGIE_TRY(const auto rows, store::Items(tx).rows(ids));
    VIGIE_TRY(const auto facts, store::MentionFacts(tx).of(ids));
    std::map<ItemId, const Item *> items;
    for (const auto &row : rows)
        items[row.item.id] = &row.item;
    std::map<ItemId, std::int64_t> sources;
    for (const auto &fact : facts)
        sources[fact.item] = fact.source;
    for (const auto &post : posts) {
        const auto item = items.find(post.item);
        const auto source = sources.find(post.item);
        if (item == items.end() || source == sources.end())
            return fail(Errc::StorageDamaged, "a post of ours that is counted is not there");
        VIGIE_TRY(auto native, names.of(*item->second));
        to.rows.push_back({std::to_string(post.item.value), std::move(native), item->second->connector, std::to_string(source->second), toRfc3339(post.at), PostNames::content(*item->second),
                           std::to_string(post.account.value), counts ? countsCell(post.metrics) : std::string()});
    }
    return {};
}

} // namespace

Result<void> gatherOwnPosts(store::Tx &tx, const OwnPostAsk &ask, PostNames &names, GatheredProof &out)
{
    const auto from = ask.stretch.from - (ask.readings ? kLongLived : ask.before);
    VIGIE_TRY(const auto own, store::Figures(tx).ownPosts(from, ask.stretch.to, ask.networks));
    auto &table = out.table(ProofRows::OwnPosts);
    for (std::size_t at = 0; at < own.size(); at += kProofSlice)
        VIGIE_CHECK(slice(tx, std::span(own).subspan(at, std::min(kProofSlice, own.size() - at)), !ask.readings, names, table));
    if (!ask.readings)
        return {};
    VIGIE_TRY(const auto posts, store::CounterHistory(tx).of(from, ask.stretch.to, ask.networks));
    auto &rows = out.table(ProofRows::Readings).rows;
    for (const auto &post : posts)
        for (const auto &step : post.steps)
            rows.push_back({std::to_string(post.item.value), toRfc3339(step.at), numberCell(step.value)});
    return {};
}

} // namespace vigie::insight
