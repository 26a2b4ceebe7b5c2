// SPDX-License-Identifier: GPL-3.0-or-later
// Pages of the dashboard.
// Thread: inside a store job. Errors: Storage..., NotFound, InvalidInput (an own page without a name, the last page removed).
#pragma once

#include <vigie/model/board.hpp>
#include <vigie/store/store.hpp>

#include <span>
#include <vector>

namespace vigie::store {

class Boards {
public:
    explicit Boards(Tx &tx) : tx_(tx) {}
    /// In their order. What another version wrote and this one does not know is left out of a page, never the page.
    Result<std::vector<Board>> all();
    Result<Board> get(BoardId id);
    /// Inserts when the id is none, at the end; with an id that is gone, puts it back where it was.
    Result<BoardId> save(const Board &board);
    /// The only page stays.
    Result<void> remove(BoardId id);
    /// To this place (0: first).
    Result<void> move(BoardId id, int place);
    /// The pages that a workspace begins with: those of `first` are made if there is none.
    Result<void> begin(std::span<const Board> first);

private:
    Tx &tx_;
};

} // namespace vigie::store
