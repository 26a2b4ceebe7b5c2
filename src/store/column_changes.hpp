// SPDX-License-Identifier: GPL-3.0-or-later
// What a job touched of that which figures are counted from, written as one row of column_change at its end.
// Thread: the writer's. Errors: throws; callers are inside Session::guard().
#pragma once

#include <vigie/base/id.hpp>
#include <vigie/store/store.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace vigie::store {

/// Gathered by those who write; what the job's Change names comes on top.
struct ColumnTouches {
    std::vector<ItemId> items;
    std::vector<MemberId> members;
    std::vector<QueryId> queries;
};

/// To be called inside the transaction, when the job is through.
void keepColumnChanges(Tx &tx);

/// Ascending numbers as differences: "12,3,1".
[[nodiscard]] std::string packAscending(const std::vector<std::int64_t> &values);
[[nodiscard]] std::vector<std::int64_t> unpackAscending(std::string_view packed);

} // namespace vigie::store
