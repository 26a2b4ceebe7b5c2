// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/base/alarm.hpp>
#include <vigie/base/clock.hpp>

#include <catch2/catch.hpp>

#include <atomic>
#include <thread>

using namespace vigie;
using namespace std::chrono_literals;

TEST_CASE("an alarm rings at its instant and never before it")
{
    const SystemClock clock;
    Alarm alarm;
    for (const auto span : {0us, 1us, 700us, 3'000us, 20'001us}) {
        const auto at = clock.now() + span;
        CHECK(alarm.wait(at) == Alarm::Woken::Time);
        CHECK(clock.now() >= at);
    }
    CHECK(alarm.wait(clock.now() - 1h) == Alarm::Woken::Time); // what has passed is now
    CHECK(alarm.wait(Instant{}) == Alarm::Woken::Time);
}

TEST_CASE("an alarm that is rung wakes at once, also when it was rung before the wait, and once for all that rang meanwhile")
{
    const SystemClock clock;
    Alarm alarm;
    const auto far = clock.now() + 1h;
    alarm.ring();
    alarm.ring();
    CHECK(alarm.wait(far) == Alarm::Woken::Rung);
    std::atomic<bool> waits = false;
    std::thread other([&] {
        while (!waits)
            std::this_thread::yield();
        alarm.ring();
    });
    waits = true;
    CHECK(alarm.wait(far) == Alarm::Woken::Rung);
    other.join();
    CHECK(clock.now() < far);
    CHECK(alarm.wait(clock.now() + 2ms) == Alarm::Woken::Time); // what rang has been heard
}
