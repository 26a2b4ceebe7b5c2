// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/lanes.hpp"

#include <pthread.h>

#include <exception>
#include <utility>

namespace vigie::plan {

namespace {

constexpr std::size_t kMostLanes = 32;
/// A row that is sent changes the outbox several times: the lanes look at what is new no oftener than this.
constexpr std::chrono::milliseconds kBetweenLooks{20};

/// Says that its lane has ended, whichever way it did.
class Ending {
public:
    Ending(Lanes::Bell &bell, Machine &machine, AccountId account) : bell_(bell), machine_(machine), account_(account), before_(std::uncaught_exceptions()) {}
    ~Ending()
    {
        if (std::uncaught_exceptions() > before_)
            machine_.closing = true;
        const std::lock_guard guard(bell_.mutex);
        bell_.ended.push_back(account_);
        bell_.changed.notify_all();
    }
    Ending(const Ending &) = delete;
    Ending &operator=(const Ending &) = delete;

private:
    Lanes::Bell &bell_;
    Machine &machine_;
    AccountId account_;
    int before_;
};

} // namespace

void Lanes::Bell::ring()
{
    const std::lock_guard guard(mutex);
    news = true;
    changed.notify_all();
}

Lanes::~Lanes()
{
    machine_.closing = true;
    for (auto &[account, lane] : running_)
        lane.wait();
}

Lane &Lanes::of(AccountId account)
{
    auto &lane = lanes_[account];
    if (!lane)
        lane = std::make_unique<Lane>(machine_);
    return *lane;
}

bool Lanes::full() const
{
    return running_.size() >= kMostLanes;
}

void Lanes::start(AccountId account, LaneWork work, const std::stop_token &stop)
{
    running_[account] = std::async(std::launch::async, [this, &lane = of(account), account, work = std::move(work), stop] {
        pthread_setname_np(pthread_self(), "publish-lane");
        const Ending ending(*bell_, machine_, account);
        return lane.work(work, stop);
    });
}

void Lanes::wait(std::chrono::milliseconds atMost)
{
    std::unique_lock lock(bell_->mutex);
    bell_->changed.wait_for(lock, kBetweenLooks, [this] { return !bell_->ended.empty(); });
    bell_->changed.wait_for(lock, atMost, [this] { return bell_->news || !bell_->ended.empty(); });
    bell_->news = false;
}

Result<void> Lanes::collect()
{
    std::vector<AccountId> ended;
    {
        const std::lock_guard guard(bell_->mutex);
        ended.swap(bell_->ended);
    }
    Result<void> outcome;
    for (const auto account : ended) {
        auto lane = std::move(running_.extract(account).mapped());
        if (auto one = lane.get(); !one && outcome) {
            machine_.closing = true;
            outcome = std::move(one);
        }
    }
    return outcome;
}

Result<void> Lanes::collectAll()
{
    Result<void> outcome;
    while (anyBusy()) {
        wait(std::chrono::seconds{1});
        if (auto some = collect(); !some && outcome)
            outcome = std::move(some);
    }
    return outcome;
}

PublishReport Lanes::takeReport()
{
    PublishReport sum;
    for (auto &[account, lane] : lanes_) {
        const auto one = std::exchange(lane->report, {});
        sum.sent += one.sent;
        sum.held += one.held;
        sum.failed += one.failed;
        sum.unknown += one.unknown;
        sum.missed += one.missed;
        sum.settled += one.settled;
        sum.paused += one.paused;
    }
    return sum;
}

} // namespace vigie::plan
