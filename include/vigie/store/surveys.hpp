// SPDX-License-Identifier: GPL-3.0-or-later
// Answers to surveys, which no network hands over: entered one by one, or out of a file, which is a batch that can be taken away as a whole.
// Changes are recorded under the open undoable action (Tickets::beginChangeSet).
// Thread: inside a store job. Errors: Storage..., NotFound (conversation, batch, answer), InvalidInput (a score off its scale, a time to come).
#pragma once

#include <vigie/base/id.hpp>
#include <vigie/model/survey.hpp>
#include <vigie/store/store.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace vigie::store {

struct SurveyBatch {
    std::int64_t id = 0;
    std::string file;                    ///< its name, without folders
    Instant at;
    std::int64_t answers = 0;
};

class Surveys {
public:
    explicit Surveys(Tx &tx) : tx_(tx) {}
    /// Of one kind in [from, to), of these networks (empty: all), by time.
    Result<std::vector<SurveyAnswer>> within(SurveyKind kind, Instant from, Instant to, const std::vector<std::string> &networks);
    /// Newest first.
    Result<std::vector<SurveyAnswer>> newest(int limit);
    /// The newest of those that were entered one by one.
    Result<std::vector<SurveyAnswer>> byHand(int limit);
    Result<std::vector<SurveyBatch>> batches();

    Result<std::int64_t> add(SurveyAnswer answer);
    /// Of answers that were entered one by one.
    Result<SurveyAnswer> remove(std::int64_t id);

    /// Which of these marks answers have that count.
    Result<std::vector<std::string>> known(std::span<const std::string> marks);
    /// Conversations that there are, of those asked for.
    Result<std::vector<TicketId>> there(std::span<const TicketId> tickets);
    /// A batch of answers with marks; those whose mark counts already are left out. None of them new: no batch, 0.
    Result<SurveyBatch> take(const std::string &file, std::vector<SurveyAnswer> answers);
    Result<SurveyBatch> removeBatch(std::int64_t id);

private:
    Tx &tx_;
};

} // namespace vigie::store
