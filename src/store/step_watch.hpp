// SPDX-License-Identifier: GPL-3.0-or-later
// Asks every few steps whether what runs on a session is to end, also where the full-text index seeks on for long without
// giving a row. Watches nest: all that are alive on the session are asked, so that a search with a time of its own can still be
// stopped by the person.
// Thread: that of the session, from birth to end. Errors: none; a statement that is ended throws as an interrupted one does.
#pragma once

#include "store/session.hpp"

#include <functional>

namespace vigie::store {

class StepWatch {
public:
    StepWatch(Session &session, std::function<bool()> ends);
    ~StepWatch();
    StepWatch(const StepWatch &) = delete;
    StepWatch &operator=(const StepWatch &) = delete;
    /// It was this watch that ended a statement.
    [[nodiscard]] bool ended() const { return ended_; }

private:
    [[nodiscard]] StepWatch *outer() const;
    bool look();
    void arm();

    sqlite_api::sqlite3 *db_;
    std::function<bool()> ends_;
    StepWatch *before_;
    bool ended_ = false;
};

} // namespace vigie::store
