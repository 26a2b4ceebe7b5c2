// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/post_queues.hpp>

#include "store/plan_rows.hpp"

#include <vigie/store/plan_json.hpp>

namespace vigie::store {

namespace {

std::vector<PostQueue> loadQueues(Session &session, const std::string &where, std::vector<Bound> values)
{
    std::vector<PostQueue> out;
    session.each<PostQueueId, std::string, std::string, bool, int, bool>(
        "SELECT id, name, zone, planned, position, retired FROM post_queue" + where, std::move(values),
        [&](PostQueueId id, std::string name, std::string zone, bool planned, int position, bool retired) {
            out.push_back({id, std::move(name), std::move(zone), planned, position, retired, {}, {}});
        });
    for (auto &one : out) {
        session.each<int, int>("SELECT weekday, minute FROM post_slot WHERE queue_id=? ORDER BY weekday, minute", binds(one.id),
                               [&](int weekday, int minute) { one.slots.push_back({weekday, minute}); });
        one.accounts = session.column<AccountId>("SELECT account_id FROM post_queue_account WHERE queue_id=? ORDER BY position", one.id);
    }
    return out;
}

std::vector<PostSeries> loadSeries(Session &session, const std::string &where, std::vector<Bound> values)
{
    std::vector<PostSeries> out;
    session.each<SeriesId, std::string, std::string, std::string, std::string, bool, bool, Instant, Instant>(
        "SELECT id, rule, starts, zone, post_json, planned, ended, created_at, changed_at FROM post_series" + where, std::move(values),
        [&](SeriesId id, std::string rule, const std::string &starts, std::string zone, const std::string &post, bool planned, bool ended, Instant created, Instant changed) {
            PostSeries series;
            series.id = id;
            series.rule = std::move(rule);
            series.starts = parseWallTime(starts).value_or(WallTime{});
            series.zone = std::move(zone);
            series.post = planFromJson(post).value_or(PlanItem{});
            series.planned = planned;
            series.ended = ended;
            series.createdAt = created;
            series.changedAt = changed;
            out.push_back(std::move(series));
        });
    for (auto &one : out)
        one.skipped = session.column<std::string>("SELECT day FROM post_series_skip WHERE series_id=? ORDER BY day", one.id);
    return out;
}

} // namespace

Result<std::vector<PostQueue>> PostQueues::all(bool withRetired)
{
    auto &session = tx_.session();
    return session.guard([&] { return loadQueues(session, withRetired ? " ORDER BY position, id" : " WHERE retired=0 ORDER BY position, id", {}); });
}

Result<PostQueue> PostQueues::get(PostQueueId id)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<PostQueue> {
        auto found = loadQueues(session, " WHERE id=?", binds(id));
        if (found.empty())
            return fail(Errc::NotFound, "no such queue");
        return std::move(found.front());
    });
}

Result<PostQueueId> PostQueues::save(const PostQueue &queue)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<PostQueueId> {
        auto id = queue.id;
        if (!id) {
            const auto last = session.one<int>("SELECT coalesce(max(position), 0) + 1 FROM post_queue").value_or(1);
            id = PostQueueId{session.insert("INSERT INTO post_queue(name, zone, planned, position, retired, changed_at) VALUES(?,?,?,?,?,?)", queue.name, queue.zone,
                                            queue.planned, last, queue.retired, tx_.now())};
        } else if (session.exec("UPDATE post_queue SET name=?, zone=?, planned=?, position=?, retired=?, changed_at=? WHERE id=?", queue.name, queue.zone, queue.planned,
                                queue.position, queue.retired, tx_.now(), id) == 0) {
            return fail(Errc::NotFound, "no such queue");
        }
        session.exec("DELETE FROM post_slot WHERE queue_id=?", id);
        for (const auto &slot : queue.slots)
            session.exec("INSERT OR IGNORE INTO post_slot(queue_id, weekday, minute) VALUES(?,?,?)", id, slot.weekday, slot.minute);
        session.exec("DELETE FROM post_queue_account WHERE queue_id=?", id);
        for (std::size_t i = 0; i < queue.accounts.size(); ++i)
            session.exec("INSERT OR IGNORE INTO post_queue_account(queue_id, account_id, position) VALUES(?,?,?)", id, queue.accounts[i], i);
        tx_.change().settings = true;
        return id;
    });
}

Result<void> PostQueues::remove(PostQueueId id)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<void> {
        const bool used = session.one<int>("SELECT 1 FROM plan_item WHERE queue_id=? LIMIT 1", id).has_value();
        if (session.exec(used ? "UPDATE post_queue SET retired=1 WHERE id=?" : "DELETE FROM post_queue WHERE id=?", id) == 0)
            return fail(Errc::NotFound, "no such queue");
        // What waited for a slot waits for a decision instead.
        for (const auto plan : session.column<PlanId>("SELECT id FROM plan_item WHERE queue_id=? AND wall IS NULL AND deleted_at IS NULL", id))
            tx_.change().plans.push_back(plan);
        session.exec("UPDATE plan_item SET queue_id=0 WHERE queue_id=? AND wall IS NULL", id);
        tx_.change().settings = true;
        return {};
    });
}

Result<std::vector<PlanItem>> PostQueues::posts(PostQueueId id, Instant from, Instant to)
{
    auto &session = tx_.session();
    return session.guard([&] {
        return loadPlans(session, " WHERE p.deleted_at IS NULL AND p.queue_id=? AND p.queue_id<>0 AND p.wall IS NOT NULL AND p.due_at>=? AND p.due_at<? ORDER BY p.due_at, p.id",
                         binds(id, from, to));
    });
}

Result<std::vector<PlanItem>> PostQueues::waiting(PostQueueId id)
{
    auto &session = tx_.session();
    return session.guard([&] {
        return loadPlans(session, " WHERE p.deleted_at IS NULL AND p.queue_id=? AND p.queue_id<>0 AND p.wall IS NULL ORDER BY p.created_at, p.id", binds(id));
    });
}

Result<std::vector<PostSeries>> PostSeriesRows::all(bool withEnded)
{
    auto &session = tx_.session();
    return session.guard([&] { return loadSeries(session, withEnded ? " ORDER BY id" : " WHERE ended=0 ORDER BY id", {}); });
}

Result<PostSeries> PostSeriesRows::get(SeriesId id)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<PostSeries> {
        auto found = loadSeries(session, " WHERE id=?", binds(id));
        if (found.empty())
            return fail(Errc::NotFound, "no such series");
        return std::move(found.front());
    });
}

Result<SeriesId> PostSeriesRows::save(const PostSeries &series)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<SeriesId> {
        auto id = series.id;
        const auto starts = toString(series.starts), post = planToJson(series.post);
        if (!id)
            id = SeriesId{session.insert("INSERT INTO post_series(rule, starts, zone, post_json, planned, ended, created_at, changed_at) VALUES(?,?,?,?,?,?,?,?)", series.rule,
                                         starts, series.zone, post, series.planned, series.ended, tx_.now(), tx_.now())};
        else if (session.exec("UPDATE post_series SET rule=?, starts=?, zone=?, post_json=?, planned=?, ended=?, changed_at=? WHERE id=?", series.rule, starts, series.zone,
                              post, series.planned, series.ended, tx_.now(), id) == 0)
            return fail(Errc::NotFound, "no such series");
        tx_.change().settings = true;
        return id;
    });
}

Result<void> PostSeriesRows::skip(SeriesId id, const std::string &day)
{
    auto &session = tx_.session();
    return session.guard([&] {
        session.exec("INSERT OR IGNORE INTO post_series_skip(series_id, day) VALUES(?,?)", id, day);
        tx_.change().settings = true;
    });
}

Result<void> PostSeriesRows::unskip(SeriesId id, const std::string &day)
{
    auto &session = tx_.session();
    return session.guard([&] {
        session.exec("DELETE FROM post_series_skip WHERE series_id=? AND day=?", id, day);
        session.exec("UPDATE plan_item SET series_id=0, series_day='' WHERE series_id=? AND series_day=? AND deleted_at IS NOT NULL", id, day);
        tx_.change().settings = true;
    });
}

Result<std::vector<std::string>> PostSeriesRows::madeDays(SeriesId id)
{
    auto &session = tx_.session();
    return session.guard([&] { return session.column<std::string>("SELECT series_day FROM plan_item WHERE series_id=? AND series_id<>0 ORDER BY series_day", id); });
}

Result<std::vector<PlanItem>> PostSeriesRows::posts(SeriesId id)
{
    auto &session = tx_.session();
    return session.guard([&] { return loadPlans(session, " WHERE p.deleted_at IS NULL AND p.series_id=? AND p.series_id<>0 ORDER BY p.due_at, p.id", binds(id)); });
}

} // namespace vigie::store
