// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of small tables as the undo log keeps them: whole, column by column, and put back the same way. A table that is to be
// undoable is one line in row_image.cpp.
// Thread: the writer's. Errors: throws; callers are inside Session::guard().
#pragma once

#include "store/session.hpp"

#include <vigie/store/store.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace vigie::store {

/// Kinds of change_row, and tables.
enum class Imaged : std::uint8_t { View, Tag, Rule, Bump, Pin, Answer, GoalEntry, SurveyBatch, SurveyAnswer, MemberNote, MemberStep, MemberConsent, MemberFact, Promise };

/// Notes a row before it is changed, and records it in the open action once done() is called.
class RowRecord {
public:
    RowRecord(Tx &tx, Imaged table, std::int64_t row);
    /// Of a row that is made just now.
    static RowRecord made(Tx &tx, Imaged table, std::int64_t row);
    void done(TicketId ticket = {});

private:
    RowRecord(Tx &tx, Imaged table, std::int64_t row, std::optional<std::string> before) : tx_(tx), table_(table), row_(row), before_(std::move(before)) {}
    Tx &tx_;
    Imaged table_;
    std::int64_t row_;
    std::optional<std::string> before_;
};

/// Takes a row away, as a part of the open action.
void removeRow(Tx &tx, Imaged table, std::int64_t row);
/// Puts a row at another place among `rows`, all those of its table in their order: positions are counted anew from 0.
void moveRow(Tx &tx, Imaged table, std::vector<std::int64_t> rows, std::int64_t row, int place);

/// Rows of an action that are no longer as it left them.
[[nodiscard]] int imagedChangedSince(Session &session, ChangeSetId id);
/// Puts the rows of an action back and says in the transaction's change what that concerns.
void restoreImaged(Tx &tx, ChangeSetId id);

} // namespace vigie::store
