// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/step_watch.hpp"

#include <utility>

namespace vigie::store {

namespace {

/// Of SQLite's virtual machine; the full-text index takes a few for each page it reads: less than a millisecond.
constexpr int kStepsPerLook = 200;

/// SQLite keeps one handler per connection and does not say which: the watches of a thread know one another.
thread_local StepWatch *innermost = nullptr;

} // namespace

StepWatch::StepWatch(Session &session, std::function<bool()> ends) : db_(session.raw()), ends_(std::move(ends)), before_(innermost)
{
    innermost = this;
    arm();
}

StepWatch::~StepWatch()
{
    innermost = before_;
    if (auto *out = outer())
        out->arm();
    else
        sqlite_api::sqlite3_progress_handler(db_, 0, nullptr, nullptr);
}

void StepWatch::arm()
{
    sqlite_api::sqlite3_progress_handler(db_, kStepsPerLook, [](void *self) { return static_cast<StepWatch *>(self)->look() ? 1 : 0; }, this);
}

StepWatch *StepWatch::outer() const
{
    auto *at = before_;
    while (at != nullptr && at->db_ != db_)
        at = at->before_;
    return at;
}

bool StepWatch::look()
{
    if (auto *out = outer(); out != nullptr && out->look())
        return true;
    ended_ = ended_ || ends_();
    return ended_;
}

} // namespace vigie::store
