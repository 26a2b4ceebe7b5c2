// SPDX-License-Identifier: GPL-3.0-or-later
// How the window bench measures: time of each event without the turns of other programs, frames, memory.
// Thread: the window's. Errors: none.
#pragma once

#include <QApplication>
#include <QEvent>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <functional>
#include <string>
#include <time.h>
#include <unistd.h>
#include <vector>

namespace vigie::bench {

inline double monotonicMs()
{
    timespec now{};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) * 1e-6;
}

/// What all threads of this program have worked.
inline double processorMs()
{
    timespec used{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
    return static_cast<double>(used.tv_sec) * 1e3 + static_cast<double>(used.tv_nsec) * 1e-6;
}

/// An application that times what it does. Time in which this thread could have run but another program did is left out.
class TimedApplication final : public QApplication {
public:
    TimedApplication(int &argc, char **argv) : QApplication(argc, argv), schedule_(::open("/proc/thread-self/schedstat", O_RDONLY | O_CLOEXEC)) {}
    ~TimedApplication() override { ::close(schedule_); }

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (depth_ > 0)
            return QApplication::notify(receiver, event);
        const auto type = event->type();
        const std::string whose = receiver->metaObject()->className();
        ++depth_;
        const double from = monotonicMs(), waited = waitedMs();
        const bool result = QApplication::notify(receiver, event);
        const double used = std::max(0.0, monotonicMs() - from - (waitedMs() - waited));
        --depth_;
        sum_ += used;
        if (used > longest_) {
            longest_ = used;
            whose_ = whose + ", event " + std::to_string(type);
        }
        if (type == QEvent::UpdateRequest)
            ++painted_;
        return result;
    }

    /// A clock that stands still while this thread could run and another program does.
    [[nodiscard]] double now() const { return monotonicMs() - waitedMs(); }
    void resetLongest() { longest_ = 0; }
    [[nodiscard]] double longest() const { return longest_; }
    [[nodiscard]] const std::string &whose() const { return whose_; }
    /// What all events took since the last call.
    double takeSum() { return std::exchange(sum_, 0.0); }
    /// Frames painted so far.
    [[nodiscard]] int painted() const { return painted_; }

private:
    [[nodiscard]] double waitedMs() const
    {
        char text[96] = {};
        if (::pread(schedule_, text, sizeof text - 1, 0) <= 0)
            return 0;
        char *second = nullptr;
        std::strtoull(text, &second, 10);
        return static_cast<double>(std::strtoull(second, nullptr, 10)) * 1e-6;
    }

    int schedule_, depth_ = 0, painted_ = 0;
    double sum_ = 0, longest_ = 0;
    std::string whose_;
};

/// Handles events as they come until `done`, or until the deadline: then false.
inline bool handleUntil(const std::function<bool()> &done, double deadlineMs)
{
    QTimer look; // `done` may become true without an event
    look.setTimerType(Qt::PreciseTimer);
    look.start(1);
    while (!done()) {
        if (monotonicMs() > deadlineMs)
            return false;
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
    }
    return true;
}

/// Runs the event loop until `done`; throws after the deadline.
inline void waitFor(const std::function<bool()> &done, const char *what, double milliseconds = 60000)
{
    if (!handleUntil(done, monotonicMs() + milliseconds))
        throw std::runtime_error(std::string("waited in vain for ") + what);
}

struct Spread {
    double middle = 0, high = 0, worst = 0; ///< p50, p99
};

inline Spread spread(std::vector<double> values)
{
    if (values.empty())
        return {};
    std::sort(values.begin(), values.end());
    const auto at = [&](std::size_t permille) { return values[std::min(values.size() - 1, values.size() * permille / 1000)]; };
    return {at(500), at(990), values.back()};
}

/// A line of /proc/self/status in megabytes: "VmRSS:", "RssAnon:", "RssFile:".
inline double memoryMb(const std::string &line)
{
    std::ifstream status("/proc/self/status");
    for (std::string found; std::getline(status, found);)
        if (found.rfind(line, 0) == 0)
            return static_cast<double>(std::atol(found.c_str() + line.size())) / 1024;
    return 0;
}

} // namespace vigie::bench
