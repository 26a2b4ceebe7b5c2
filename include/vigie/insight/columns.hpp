// SPDX-License-Identifier: GPL-3.0-or-later
// The posts of a workspace as columns in memory: what figures with any filter are counted from, in one pass. Made of the rows of
// the store, stretch by stretch as they are asked for, kept in step by the store's own record of what changed, and never the truth:
// dropped and read again at any time.
// Thread: any; readers count over a state that does not change under them. Errors: those of the store.
#pragma once

#include <cstddef>
#include <memory>

namespace vigie::insight {

class ColumnStore;

class Columns {
public:
    Columns();
    ~Columns();
    Columns(const Columns &) = delete;
    Columns &operator=(const Columns &) = delete;

    [[nodiscard]] std::size_t posts() const;  ///< held now
    [[nodiscard]] std::size_t memory() const; ///< bytes
    /// Forgets everything; the next figure reads it again.
    void drop();

    [[nodiscard]] ColumnStore &store() { return *store_; } ///< src/insight only
private:
    std::unique_ptr<ColumnStore> store_;
};

} // namespace vigie::insight
