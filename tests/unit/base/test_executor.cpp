// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/base/clock.hpp>
#include <vigie/base/executor.hpp>

#include <catch2/catch.hpp>

#include <atomic>
#include <thread>
#include <vector>

using namespace vigie;
using namespace std::chrono_literals;

TEST_CASE("SerialWorker runs in order and drains before it goes", "[executor]")
{
    std::vector<int> seen;
    {
        SerialWorker worker("test");
        for (int i = 0; i < 1000; ++i)
            worker.post([&seen, &worker, i] {
                seen.push_back(i);
                if (i == 999)
                    worker.post([&seen] { seen.push_back(-1); }); // posted while the queue drains
            });
    }
    REQUIRE(seen.size() == 1001);
    for (int i = 0; i < 1000; ++i)
        REQUIRE(seen[static_cast<std::size_t>(i)] == i);
    CHECK(seen.back() == -1);
}

TEST_CASE("SerialWorker knows its thread and how much waits", "[executor]")
{
    SerialWorker worker("a name longer than the kernel keeps");
    CHECK_FALSE(worker.onThisThread());
    std::atomic<bool> release{false}, inside{false}, started{false};
    worker.post([&] {
        inside = worker.onThisThread();
        started = true;
        while (!release)
            std::this_thread::yield();
    });
    while (!started)
        std::this_thread::yield();
    worker.post([] {});
    worker.post([] {});
    CHECK(worker.pending() == 2);
    release = true;
    CHECK(inside);
}

TEST_CASE("Many threads may post to one worker", "[executor]")
{
    int count = 0; // touched by the worker only
    {
        SerialWorker worker("many");
        std::vector<std::jthread> threads;
        for (int t = 0; t < 4; ++t)
            threads.emplace_back([&] {
                for (int i = 0; i < 500; ++i)
                    worker.post([&count] { ++count; });
            });
        threads.clear();
    }
    CHECK(count == 2000);
}

TEST_CASE("ManualExecutor keeps tasks until they are run", "[executor]")
{
    ManualExecutor executor;
    int ran = 0;
    executor.post([&] {
        ++ran;
        executor.post([&] { ++ran; });
    });
    CHECK(ran == 0);
    CHECK(executor.runPending() == 1);
    CHECK(ran == 1);
    CHECK(executor.runPending() == 1);
    CHECK(ran == 2);

    std::jthread other([&] { executor.post([&] { ran = 10; }); });
    CHECK(executor.runUntil([&] { return ran == 10; }, 5s));
    CHECK_FALSE(executor.runUntil([] { return false; }, 1ms));
}

TEST_CASE("ScaledClock runs at its factor and never goes back", "[clock]")
{
    FakeClock base(fromMicros(1'000'000));
    ScaledClock clock(base, fromMicros(50'000'000), 60);
    CHECK(clock.now() == fromMicros(50'000'000));
    base.advance(1s);
    CHECK(clock.now() == fromMicros(110'000'000));
    clock.setFactor(1);
    CHECK(clock.now() == fromMicros(110'000'000));
    base.advance(1s);
    CHECK(clock.now() == fromMicros(111'000'000));
    base.set(fromMicros(0));
    CHECK(clock.now() == fromMicros(111'000'000));
    clock.setFactor(0);
    CHECK(clock.factor() == 0);
    base.advance(1h);
    CHECK(clock.now() == fromMicros(111'000'000));
    clock.setFactor(-5);
    CHECK(clock.factor() == 0);
}

TEST_CASE("ScaledClock stays monotonic while its factor changes on another thread", "[clock]")
{
    SystemClock base;
    ScaledClock clock(base, Instant{}, 1000);
    std::atomic<bool> stop{false};
    std::jthread changer([&] {
        for (int i = 0; !stop; ++i)
            clock.setFactor(i % 7 * 100);
    });
    Instant last = clock.now();
    bool back = false;
    for (int i = 0; i < 50'000; ++i) {
        const Instant now = clock.now();
        back = back || now < last;
        last = now;
    }
    stop = true;
    CHECK_FALSE(back);
}
