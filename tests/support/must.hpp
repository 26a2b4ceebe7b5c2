// SPDX-License-Identifier: GPL-3.0-or-later
// Results that must be good, and conditions that must come true.
// Thread: that of the test. Errors: must() fails the test and says why.
#pragma once

#include <vigie/base/result.hpp>

#include <catch2/catch.hpp>

#include <chrono>
#include <string>
#include <thread>
#include <type_traits>
#include <utility>

namespace vigie::test {

template <class T>
T must(Result<T> result)
{
    INFO((result ? std::string() : std::string(errcName(result.error().code)) + ": " + result.error().detail));
    REQUIRE(result.has_value());
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

/// Asks until it is so; false when the deadline has passed.
template <class Holds>
bool until(Holds holds, std::chrono::seconds deadline = std::chrono::seconds{30})
{
    const auto end = std::chrono::steady_clock::now() + deadline;
    while (!holds()) {
        if (std::chrono::steady_clock::now() > end)
            return false;
        std::this_thread::sleep_for(std::chrono::milliseconds{20}); // poll
    }
    return true;
}

} // namespace vigie::test
