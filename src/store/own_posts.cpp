// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/own_posts.hpp>

#include "store/items_packed.hpp"
#include "store/session.hpp"

#include <algorithm>
#include <map>

namespace vigie::store {

namespace {

constexpr int kWeek = 24 * 7;

std::optional<double> sumOf(const std::vector<MetricValue> &metrics)
{
    std::optional<double> sum;
    for (const auto &metric : metrics)
        if ((metric.status == ValueStatus::Ok || metric.status == ValueStatus::Estimated)
            && (metric.key == "likes" || metric.key == "reposts" || metric.key == "replies" || metric.key == "quotes"))
            sum = sum.value_or(0) + metric.value;
    return sum;
}

/// Followers of an account over time; asked once.
class Followers {
public:
    explicit Followers(Session &session) : session_(session) {}
    std::optional<double> at(AccountId account, Instant when)
    {
        auto found = known_.find(account);
        if (found == known_.end()) {
            found = known_.try_emplace(account).first;
            session_.each<Instant, double>("SELECT observed_at, value FROM observation WHERE subject_kind=2 AND subject_id=?"
                                           " AND key_id=(SELECT id FROM metric_key WHERE name='followers') AND value IS NOT NULL ORDER BY observed_at",
                                           binds(account), [&](Instant seen, double value) { found->second.emplace_back(seen, value); });
        }
        const auto &all = found->second;
        if (all.empty())
            return std::nullopt;
        const auto later = std::upper_bound(all.begin(), all.end(), when, [](Instant at, const auto &one) { return at < one.first; });
        return later == all.begin() ? later->second : std::prev(later)->second;
    }

private:
    Session &session_;
    std::map<AccountId, std::vector<std::pair<Instant, double>>> known_;
};

/// The strongest of what it carries.
std::string kindOf(int strongest, bool link)
{
    switch (strongest) {
    case 2: return "video";
    case 1: return "picture";
    default: return link ? "link" : "text";
    }
}

} // namespace

Result<std::vector<OwnPostRow>> OwnPosts::published(Instant from, Instant to)
{
    auto &session = tx_.session();
    return session.guard([&] {
        std::vector<OwnPostRow> out;
        Followers followers(session);
        session.each<ItemId, AccountId, Instant, Instant, std::string, std::string, std::optional<std::string>, int, bool, std::optional<double>>(
            "SELECT i.id, i.ours, i.published_at, i.fetched_at, i.text, i.lang, i.metrics,"
            " coalesce((SELECT max(iif(m.kind IN (1, 3), 2, iif(m.kind=0, 1, 0))) FROM media m WHERE m.item_id=i.id), 0),"
            " EXISTS(SELECT 1 FROM item_ref r WHERE r.item_id=i.id AND r.relation=5),"
            " (SELECT sum(c.value) FROM post_count c JOIN metric_key k ON k.id=c.key_id WHERE c.item_id=i.id AND c.age=168 AND k.name IN ('likes', 'reposts', 'replies', 'quotes'))"
            " FROM item i INDEXED BY item_ours WHERE i.ours IS NOT NULL AND i.published_at>=? AND i.published_at<? AND i.state=0 AND i.visibility<>3"
            " AND NOT EXISTS(SELECT 1 FROM item_ref r WHERE r.item_id=i.id AND r.relation IN (0, 3, 4)) ORDER BY i.published_at, i.id",
            binds(from, to),
            [&](ItemId item, AccountId account, Instant at, Instant fetched, std::string text, std::string lang, const std::optional<std::string> &metrics, int media, bool link,
                std::optional<double> week) {
                OwnPostRow row;
                row.item = item;
                row.account = account;
                row.at = at;
                row.text = std::move(text);
                row.lang = std::move(lang);
                row.kind = kindOf(media, link);
                row.engagements = week ? week : fetched >= at + std::chrono::hours(kWeek) ? sumOf(unpackMetrics(metrics.value_or(""))) : std::nullopt;
                out.push_back(std::move(row));
            });
        for (auto &row : out)
            row.followers = followers.at(row.account, row.at);
        return out;
    });
}

Result<std::vector<std::vector<Instant>>> OwnPosts::comments(const std::vector<OwnPostRow> &posts)
{
    auto &session = tx_.session();
    return session.guard([&] {
        std::vector<std::vector<Instant>> out;
        out.reserve(posts.size());
        for (const auto &post : posts)
            // Answers to answers count as well: they, too, want somebody to read them.
            out.push_back(session.column<Instant>("WITH RECURSIVE below(id, depth) AS (VALUES(?, 0) UNION SELECT r.item_id, b.depth + 1 FROM item_ref r JOIN below b ON r.target_id=b.id"
                                                  " WHERE r.relation IN (0, 1) AND b.depth<8)"
                                                  " SELECT DISTINCT i.published_at FROM below b JOIN item i ON i.id=b.id WHERE b.depth>0 AND i.ours IS NULL AND i.state NOT IN (2, 5)",
                                                  post.item));
        return out;
    });
}

} // namespace vigie::store
