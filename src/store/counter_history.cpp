// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/counter_history.hpp>

#include "store/items_packed.hpp"
#include "store/session.hpp"

#include <vigie/store/figures.hpp>

#include <algorithm>
#include <map>

namespace vigie::store {

namespace {

using Counts = std::map<Instant, std::map<std::string, double>>; ///< what was read when, by key

bool engages(const std::string &key)
{
    return key == "likes" || key == "reposts" || key == "replies" || key == "quotes";
}

/// What is not read again at a time is as it was read last.
std::vector<CounterStep> stepsOf(const Counts &counts)
{
    std::vector<CounterStep> out;
    std::map<std::string, double> last;
    for (const auto &[at, read] : counts) {
        for (const auto &[key, value] : read)
            last[key] = value;
        double sum = 0;
        for (const auto &[key, value] : last)
            sum += value;
        out.push_back({at, sum});
    }
    return out;
}

Counts countsOf(Session &session, ItemId item)
{
    Counts out;
    const auto take = [&](Instant at, const std::string &key, double value) {
        if (engages(key))
            out[at][key] = value;
    };
    session.each<Instant, std::string, double>("SELECT o.observed_at, k.name, o.value FROM observation o JOIN metric_key k ON k.id=o.key_id"
                                               " WHERE o.subject_kind=0 AND o.subject_id=? AND o.value IS NOT NULL",
                                               binds(item), take);
    session.each<Instant, std::string, double>("SELECT r.read_at, k.name, c.value FROM post_reading r JOIN post_count c ON c.item_id=r.item_id AND c.age=r.age"
                                               " JOIN metric_key k ON k.id=c.key_id WHERE r.item_id=? AND c.value IS NOT NULL",
                                               binds(item), take);
    session.each<Instant, std::string>("SELECT fetched_at, metrics FROM item WHERE id=? AND metrics IS NOT NULL", binds(item), [&](Instant at, const std::string &packed) {
        for (const auto &metric : unpackMetrics(packed))
            if (metric.status == ValueStatus::Ok || metric.status == ValueStatus::Estimated)
                take(at, metric.key, metric.value);
    });
    return out;
}

} // namespace

Result<std::vector<PostHistory>> CounterHistory::of(Instant from, Instant to, const std::vector<std::string> &networks)
{
    VIGIE_TRY(const auto posts, Figures(tx_).ownPosts(from, to, networks));
    auto &session = tx_.session();
    return session.guard([&] {
        std::vector<PostHistory> out;
        for (const auto &post : posts)
            out.push_back({post.item, post.at, stepsOf(countsOf(session, post.item))});
        return out;
    });
}

} // namespace vigie::store
