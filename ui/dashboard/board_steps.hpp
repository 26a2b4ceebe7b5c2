// SPDX-License-Identifier: GPL-3.0-or-later
// What was done to the pages of the dashboard, to take it back and to do it again: each step is a page before and
// after, or its place.
// Thread: the window's.
#pragma once

#include <vigie/model/board.hpp>

#include <optional>
#include <utility>
#include <vector>

namespace vigie::ui {

struct BoardStep {
    std::optional<Board> before, after; ///< none: it was made, it was removed
    struct Move {
        BoardId page;
        int from = 0, to = 0;           ///< places among the pages
    };
    std::optional<Move> move{};         ///< another place, and nothing else
};

class BoardSteps {
public:
    void did(BoardStep step)
    {
        undone_.clear();
        done_.push_back(std::move(step));
        if (done_.size() > kKept)
            done_.erase(done_.begin());
    }
    [[nodiscard]] bool canUndo() const { return !done_.empty(); }
    [[nodiscard]] bool canRedo() const { return !undone_.empty(); }
    /// What is to be carried out now: its `after` is how things are to be.
    [[nodiscard]] BoardStep undo()
    {
        auto step = std::move(done_.back());
        done_.pop_back();
        undone_.push_back(step);
        if (step.move)
            std::swap(step.move->from, step.move->to);
        return {step.after, step.before, step.move};
    }
    [[nodiscard]] BoardStep redo()
    {
        auto step = std::move(undone_.back());
        undone_.pop_back();
        done_.push_back(step);
        return step;
    }

private:
    static constexpr std::size_t kKept = 100;
    std::vector<BoardStep> done_, undone_;
};

} // namespace vigie::ui
