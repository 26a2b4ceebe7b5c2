// SPDX-License-Identifier: GPL-3.0-or-later
// Mentions of two stretches of time parted by what they speak of, each in one part. The terms are those of trends; the first
// topic is the term whose share changed least by chance (G2, Dunning 1993; a phrase counts a tenth more for each further word),
// its mentions are taken, then the next is looked for among what is left; where no share changed beyond chance (G2 < 3.84), the
// most frequent term is next. What holds none of the topics has no topic.
// Thread: inside a store job. Errors: Storage..., InvalidInput (the query does not parse), Cancelled.
#pragma once

#include "insight/scope_rows.hpp"

#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

namespace vigie::insight {

struct Topic {
    std::string form, query;            ///< as it is written most; as source of a query
};
struct TopicSplit {
    std::vector<Topic> topics;
    std::unordered_map<std::int64_t, int> of; ///< item -> place of its topic, from 1; none: no topic
    int every = 1;                      ///< of very many mentions each n-th was read to find the topics; all of them are parted
};

struct TopicRequest {
    std::string source;                 ///< of the query whose mentions are parted
    Stretches stretches;
    bool withoutRelays = false;
    std::function<bool(double)> progress;
};
Result<TopicSplit> splitByTopic(store::Tx &tx, const TopicRequest &request);

} // namespace vigie::insight
