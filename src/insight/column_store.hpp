// SPDX-License-Identifier: GPL-3.0-or-later
// Where the columns are kept.
// Thread: any. Errors: those of the store.
#pragma once

#include <vigie/insight/columns.hpp>

namespace vigie::insight {

class ColumnStore {
public:
    [[nodiscard]] std::size_t posts() const { return 0; }
    [[nodiscard]] std::size_t memory() const { return 0; }
    void drop() {}
};

} // namespace vigie::insight
