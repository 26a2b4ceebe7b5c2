// SPDX-License-Identifier: GPL-3.0-or-later
// What was done to the pages of the dashboard, to take it back and to do it again: each step is a page before and after.
// Thread: the window's.
#pragma once

#include <vigie/model/board.hpp>

#include <optional>
#include <vector>

namespace vigie::ui {

struct BoardStep {
    std::optional<Board> before, after; ///< none: it was made, it was removed
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
        return {step.after, step.before};
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
