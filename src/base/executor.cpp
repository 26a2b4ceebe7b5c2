// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/base/executor.hpp>

#include <pthread.h>

#include <algorithm>
#include <utility>

namespace vigie {

void ManualExecutor::post(Task task)
{
    // Notified under the lock: whoever waits may destroy this object as soon as it has seen the task.
    const std::lock_guard lock(mutex_);
    tasks_.push_back(std::move(task));
    wake_.notify_all();
}

std::size_t ManualExecutor::runPending()
{
    std::deque<Task> batch;
    {
        const std::lock_guard lock(mutex_);
        batch.swap(tasks_);
    }
    for (Task &task : batch)
        task();
    return batch.size();
}

bool ManualExecutor::runUntil(const std::function<bool()> &done, std::chrono::milliseconds deadline)
{
    const auto end = std::chrono::steady_clock::now() + deadline;
    for (;;) {
        runPending();
        if (done())
            return true;
        const auto now = std::chrono::steady_clock::now();
        if (now >= end)
            return false;
        // `done` may depend on something that posts nothing, so it is asked again every few milliseconds.
        std::unique_lock lock(mutex_);
        wake_.wait_until(lock, std::min(end, now + std::chrono::milliseconds(20)), [this] { return !tasks_.empty(); });
    }
}

SerialWorker::SerialWorker(std::string name)
    : name_(std::move(name)), thread_([this](const std::stop_token &stop) { run(stop); })
{
}

SerialWorker::~SerialWorker()
{
    thread_.request_stop();
    thread_.join();
}

void SerialWorker::post(Task task)
{
    const std::lock_guard lock(mutex_);
    tasks_.push_back(std::move(task));
    wake_.notify_one();
}

bool SerialWorker::onThisThread() const
{
    return std::this_thread::get_id() == thread_.get_id();
}

std::size_t SerialWorker::pending() const
{
    const std::lock_guard lock(mutex_);
    return tasks_.size();
}

void SerialWorker::run(const std::stop_token &stop)
{
    // The kernel keeps 15 characters.
    pthread_setname_np(pthread_self(), name_.substr(0, 15).c_str());
    for (;;) {
        Task task;
        {
            std::unique_lock lock(mutex_);
            if (!wake_.wait(lock, stop, [this] { return !tasks_.empty(); }))
                return; // stopped, and nothing left
            task = std::move(tasks_.front());
            tasks_.pop_front();
        }
        task();
    }
}

} // namespace vigie
