// SPDX-License-Identifier: GPL-3.0-or-later
// Names every case that held.
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>

#include <cstdio>

namespace {

struct Names final : Catch::TestEventListenerBase {
    using TestEventListenerBase::TestEventListenerBase;
    void testCaseEnded(const Catch::TestCaseStats &stats) override
    {
        std::printf("%s %s\n", stats.totals.assertions.allPassed() ? "ok   " : "FAIL ", stats.testInfo.name.c_str());
        std::fflush(stdout);
    }
};
CATCH_REGISTER_LISTENER(Names)

} // namespace
