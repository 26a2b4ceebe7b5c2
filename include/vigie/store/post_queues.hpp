// SPDX-License-Identifier: GPL-3.0-or-later
// Queues of slots, and series of posts.
// Thread: inside a store job. Errors: Storage..., NotFound.
#pragma once

#include <vigie/model/plan.hpp>
#include <vigie/model/post_queue.hpp>
#include <vigie/model/post_series.hpp>
#include <vigie/store/store.hpp>

#include <string>
#include <vector>

namespace vigie::store {

class PostQueues {
public:
    explicit PostQueues(Tx &tx) : tx_(tx) {}
    Result<std::vector<PostQueue>> all(bool withRetired = false);
    Result<PostQueue> get(PostQueueId id);
    Result<PostQueueId> save(const PostQueue &queue);
    /// One that posts stand in is only retired; the posts stay where they are.
    Result<void> remove(PostQueueId id);
    /// Posts with an hour in [from, to) that take a slot of it, by time.
    Result<std::vector<PlanItem>> posts(PostQueueId id, Instant from, Instant to);
    /// Drafts that wait for a slot, oldest first.
    Result<std::vector<PlanItem>> waiting(PostQueueId id);

private:
    Tx &tx_;
};

class PostSeriesRows {
public:
    explicit PostSeriesRows(Tx &tx) : tx_(tx) {}
    Result<std::vector<PostSeries>> all(bool withEnded = false);
    Result<PostSeries> get(SeriesId id);
    Result<SeriesId> save(const PostSeries &series);
    Result<void> skip(SeriesId id, const std::string &day);
    /// A post may be made of this day again, also where one was deleted.
    Result<void> unskip(SeriesId id, const std::string &day);
    /// Days of which a post was made, be it deleted since; sorted.
    Result<std::vector<std::string>> madeDays(SeriesId id);
    /// Its posts that are still there, by time.
    Result<std::vector<PlanItem>> posts(SeriesId id);

private:
    Tx &tx_;
};

} // namespace vigie::store
