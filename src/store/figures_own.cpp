// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/figures.hpp>

#include "store/items_packed.hpp"
#include "store/session.hpp"
#include "store/zone_days.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace vigie::store {

namespace {

/// Reactions, relays and answers as the network counted them; none when it gave none of them.
std::optional<double> engagementsOf(const std::vector<MetricValue> &metrics)
{
    std::optional<double> sum;
    for (const auto &metric : metrics) {
        const bool counted = metric.status == ValueStatus::Ok || metric.status == ValueStatus::Estimated;
        const bool engages = metric.key == "likes" || metric.key == "reposts" || metric.key == "replies" || metric.key == "quotes";
        if (counted && engages)
            sum = sum.value_or(0) + metric.value;
    }
    return sum;
}

/// The newest snapshot not after the end of the post's day; failing that, the first one ever taken.
void addFollowers(Session &session, OwnPost &post)
{
    auto &days = session.days();
    const auto day = days.dayOf(post.at);
    const auto seen = session.one<double, Instant>(
        "SELECT value, observed_at FROM observation WHERE subject_kind=2 AND subject_id=?"
        " AND key_id=(SELECT id FROM metric_key WHERE name='followers') AND observed_at<? AND value IS NOT NULL"
        " ORDER BY observed_at DESC LIMIT 1",
        post.account, days.begin(day + 1));
    if (seen) {
        post.followers = std::get<0>(*seen);
        post.followersStale = days.dayOf(std::get<1>(*seen)) < day;
        return;
    }
    // Before the first snapshot: the first one there is, marked as not of that day.
    const auto later = session.one<double>(
        "SELECT value FROM observation WHERE subject_kind=2 AND subject_id=?"
        " AND key_id=(SELECT id FROM metric_key WHERE name='followers') AND value IS NOT NULL ORDER BY observed_at LIMIT 1",
        post.account);
    post.followers = later;
    post.followersStale = later.has_value();
}

} // namespace

Result<std::vector<OwnPost>> Figures::ownPosts(Instant from, Instant to, const std::vector<std::string> &networks)
{
    auto &session = tx_.session();
    return session.guard([&] {
        std::string where = " WHERE i.ours IS NOT NULL AND i.published_at>=? AND i.published_at<? AND i.state=0 AND i.visibility<>?"
                            " AND NOT EXISTS(SELECT 1 FROM item_ref r WHERE r.item_id=i.id AND r.relation IN (0, 3, 4))";
        auto values = binds(from, to, Visibility::Direct);
        if (!networks.empty()) {
            where += " AND s.connector IN (SELECT value FROM json_each(?))";
            values.push_back(detail::bound(nlohmann::json(networks).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)));
        }
        std::vector<OwnPost> out;
        // Few rows are ours; to have them in the order of the key SQLite would read all the others, too.
        session.each<ItemId, AccountId, Instant, std::string>(
            "SELECT i.id, i.ours, i.published_at, i.metrics FROM item i INDEXED BY item_ours JOIN source s ON s.id=i.source_id" + where + " ORDER BY i.id",
            std::move(values), [&](ItemId id, AccountId account, Instant at, const std::string &metrics) {
                OwnPost post;
                post.item = id;
                post.account = account;
                post.at = at;
                post.metrics = unpackMetrics(metrics);
                post.engagements = engagementsOf(post.metrics);
                out.push_back(std::move(post));
            });
        for (auto &post : out)
            addFollowers(session, post);
        return out;
    });
}

Result<std::vector<FollowerCount>> Figures::followersAt(Instant at, const std::vector<std::string> &networks)
{
    auto &session = tx_.session();
    return session.guard([&] {
        std::string where = " WHERE EXISTS(SELECT 1 FROM observation o WHERE o.subject_kind=2 AND o.subject_id=a.id)";
        std::vector<Bound> values;
        if (!networks.empty()) {
            where += " AND a.connector IN (SELECT value FROM json_each(?))";
            values = binds(nlohmann::json(networks).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
        }
        std::vector<FollowerCount> out;
        std::vector<AccountId> accounts;
        session.each<AccountId>("SELECT a.id FROM account a" + where + " ORDER BY a.id", std::move(values), [&](AccountId id) { accounts.push_back(id); });
        for (const auto account : accounts)
            if (const auto seen = session.one<double, Instant>("SELECT value, observed_at FROM observation WHERE subject_kind=2 AND subject_id=?"
                                                               " AND key_id=(SELECT id FROM metric_key WHERE name='followers') AND observed_at<? AND value IS NOT NULL"
                                                               " ORDER BY observed_at DESC LIMIT 1",
                                                               account, at))
                out.push_back({account, std::get<0>(*seen), std::get<1>(*seen)});
        return out;
    });
}

Result<std::vector<AnswerTimes>> Figures::answersTo(std::span<const ItemId> questions)
{
    auto &session = tx_.session();
    return session.guard([&] {
        std::vector<AnswerTimes> out;
        for (const auto question : questions) {
            AnswerTimes times{question, {}, {}};
            session.each<Instant, bool>("SELECT a.published_at, a.ours IS NOT NULL FROM item_ref r JOIN item a ON a.id=r.item_id JOIN item q ON q.id=r.target_id"
                                        " WHERE r.target_id=? AND r.relation IN (0, 1) AND a.state=0 AND a.author_id IS NOT q.author_id ORDER BY a.published_at",
                                        binds(question), [&](Instant at, bool ours) {
                                            if (!times.first)
                                                times.first = at;
                                            if (!ours && !times.firstByPeer)
                                                times.firstByPeer = at;
                                        });
            out.push_back(times);
        }
        return out;
    });
}

} // namespace vigie::store
