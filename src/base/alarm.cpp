// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/base/alarm.hpp>

#include <algorithm>
#include <cerrno>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/timerfd.h>
#include <unistd.h>

namespace vigie {

namespace {

constexpr std::int64_t kMicrosInSecond = 1'000'000, kNanosInMicro = 1'000;

itimerspec specFor(Instant at)
{
    const auto micros = std::max<std::int64_t>(toMicros(at), 1); // nothing at all would disarm it
    itimerspec spec{};
    spec.it_value.tv_sec = static_cast<time_t>(micros / kMicrosInSecond);
    spec.it_value.tv_nsec = static_cast<long>(micros % kMicrosInSecond * kNanosInMicro);
    return spec;
}

} // namespace

Alarm::Alarm() : timer_(timerfd_create(CLOCK_REALTIME, TFD_NONBLOCK | TFD_CLOEXEC)), bell_(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)) {}

Alarm::~Alarm()
{
    for (const int fd : {timer_, bell_})
        if (fd >= 0)
            close(fd);
}

Alarm::Woken Alarm::wait(Instant at)
{
    const auto spec = specFor(at);
    if (timer_ < 0 || bell_ < 0 || timerfd_settime(timer_, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &spec, nullptr) != 0)
        return waitWithout(at);
    pollfd ready[] = {{timer_, POLLIN, 0}, {bell_, POLLIN, 0}};
    while (poll(ready, std::size(ready), -1) < 0)
        if (errno != EINTR)
            return waitWithout(at);
    std::uint64_t count = 0;
    if (ready[1].revents != 0 && read(bell_, &count, sizeof count) == static_cast<ssize_t>(sizeof count))
        return Woken::Rung;
    if (read(timer_, &count, sizeof count) < 0 && errno == ECANCELED)
        return Woken::ClockSet;
    return Woken::Time;
}

Alarm::Woken Alarm::waitWithout(Instant at)
{
    std::unique_lock lock(mutex_);
    const bool rung = wake_.wait_until(lock, at, [this] { return rung_; });
    rung_ = false;
    return rung ? Woken::Rung : Woken::Time;
}

void Alarm::ring()
{
    if (bell_ >= 0) {
        const std::uint64_t one = 1;
        [[maybe_unused]] const auto written = write(bell_, &one, sizeof one); // a counter that is full rings, too
    }
    const std::lock_guard lock(mutex_);
    rung_ = true;
    wake_.notify_one();
}

} // namespace vigie
