// SPDX-License-Identifier: GPL-3.0-or-later
// Questions to colleagues and their replies.
// Thread: inside a store job; writes here are Durability::Full. Errors: Storage..., NotFound.
#pragma once

#include <vigie/model/question.hpp>
#include <vigie/store/store.hpp>

#include <optional>
#include <vector>

namespace vigie::store {

class Questions {
public:
    explicit Questions(Tx &tx) : tx_(tx) {}

    /// The id is the number of the code, so subject and message id are written by an update() in the same transaction.
    Result<QuestionId> add(const Question &question);
    Result<Question> get(QuestionId id);
    Result<void> update(const Question &question);
    /// Newest first; `ticket` none: all.
    Result<std::vector<Question>> list(int limit, std::optional<TicketId> ticket = {});
    /// Those with somebody to try at `now`, oldest first.
    Result<std::vector<QuestionId>> due(Instant now);
    Result<std::optional<Instant>> nextDue();
    /// Those a reply may come to: all that may have left, newest first.
    Result<std::vector<Question>> answerable(int limit);

    /// False when this very mail is known already.
    Result<bool> addReply(const QuestionReply &reply);
    Result<std::vector<QuestionReply>> replies(QuestionId id);

private:
    Tx &tx_;
};

} // namespace vigie::store
