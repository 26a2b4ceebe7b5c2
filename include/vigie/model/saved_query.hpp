// SPDX-License-Identifier: GPL-3.0-or-later
// A query with a name: a feed column, a brand, a competitor, a subject.
// Thread: values. Errors: none.
#pragma once

#include <vigie/base/id.hpp>
#include <vigie/base/time.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace vigie {

enum class QueryRole : std::uint8_t {
    Column,     ///< only a way to look
    Brand,      ///< what is said of us: the default of the dashboard
    Competitor, ///< part of the share-of-voice panel
    Subject
};
[[nodiscard]] const char *toString(QueryRole role) noexcept;
[[nodiscard]] QueryRole queryRoleFrom(std::string_view name) noexcept;

struct SavedQuery {
    QueryId id;
    std::string name, source;
    QueryRole role = QueryRole::Column;
    bool column = true;       ///< shown in the feed
    int order = 0;            ///< left to right
    bool newestFirst = true;
    int version = 1;          ///< raised when the source changes
    ItemId readUpTo;          ///< newest item seen by the person: "N new" counts above it
    bool deskDependent = false; ///< asks for members, the clock or the like: not kept in the match table
};

} // namespace vigie
