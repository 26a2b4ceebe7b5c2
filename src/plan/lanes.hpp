// SPDX-License-Identifier: GPL-3.0-or-later
// The lanes of the accounts: which are at work, each on a thread of its own, and what wakes whoever waits for them.
// Thread: the run's own, but for bell(). Errors: of the first lane that met trouble which is not a row's own.
#pragma once

#include "plan/publisher_impl.hpp"

#include <condition_variable>
#include <future>
#include <memory>

namespace vigie::plan {

class Lanes {
public:
    explicit Lanes(Machine &machine) : machine_(machine) {}
    ~Lanes();

    [[nodiscard]] Lane &of(AccountId account);
    [[nodiscard]] bool busy(AccountId account) const { return running_.count(account) != 0; }
    [[nodiscard]] bool anyBusy() const { return !running_.empty(); }
    [[nodiscard]] bool full() const;
    void start(AccountId account, LaneWork work, const std::stop_token &stop);
    /// Until a lane has ended, something was rung, or this much time is over.
    void wait(std::chrono::milliseconds atMost);
    /// Takes back the lanes that have ended.
    Result<void> collect();
    /// Waits for all of them.
    Result<void> collectAll();
    /// What they did since the last time, summed up.
    [[nodiscard]] PublishReport takeReport();

    /// Rung when the outbox changes; it may outlive the lanes.
    struct Bell {
        std::mutex mutex;
        std::condition_variable changed;
        std::vector<AccountId> ended;
        bool news = false;
        void ring();
    };
    [[nodiscard]] const std::shared_ptr<Bell> &bell() const { return bell_; }

private:
    Machine &machine_;
    std::shared_ptr<Bell> bell_ = std::make_shared<Bell>();
    std::map<AccountId, std::unique_ptr<Lane>> lanes_;
    std::map<AccountId, std::future<Result<void>>> running_;
};

} // namespace vigie::plan
